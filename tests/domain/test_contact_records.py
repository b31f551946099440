"""A change of a plan has its reason, and is taken back whole while nothing else has happened."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import contacts
from domain.contact_records import LONGEST_WORDS, SAY_WHY, kept_whole, reason_of, whole_taken_back
from domain.contact_undo import MOVED_ON, TOO_LATE
from domain.contacts import ContactPlan, Event, Risk
from domain.errors import Outdated, Unreadable
from tests.domain.test_contacts_events import BEFORE, DAY, NOON, quiet

MINUTE = timedelta(minutes=1)
UNTIL = (NOON + 3 * DAY).date()


def owed(plan: ContactPlan) -> ContactPlan:
    """All of the plan but what counts its changes."""
    return replace(plan, version=0, round=0, remind_at=NOON)


CHANGES = {
    "assessed": lambda plan: contacts.assessed(plan, Risk.HIGH, "", [BEFORE], NOON),
    "lowered": lambda plan: contacts.assessed(plan, Risk.STANDARD, "why", [BEFORE], NOON),
    "agreed": lambda plan: contacts.agreed(plan, 3, NOON),
    "paused": lambda plan: contacts.paused(plan, UNTIL, NOON),
    "declined": lambda plan: contacts.declined(plan, NOON),
    "moved": lambda plan: contacts.happened(plan, Event.MOVE, NOON),
    "hearing": lambda plan: contacts.hearing_on(plan, UNTIL, NOON),
}
STARTS = {
    "quiet": quiet(),
    "medium": quiet(Risk.MEDIUM, BEFORE),
    "agreed": contacts.agreed(quiet(), 5, NOON),
    "closed": contacts.closed(quiet()),
    "put off": replace(quiet(), snoozes=2),
}


@given(st.sampled_from(sorted(STARTS)), st.sampled_from(sorted(CHANGES)))
def test_whatever_was_changed_is_as_before_and_counts_as_a_change(before: str, change: str) -> None:
    plan = STARTS[before]
    changed = CHANGES[change](plan)
    back = whole_taken_back(changed, kept_whole(plan), NOON, NOON + 9 * MINUTE)
    assert owed(back) == owed(plan)
    assert (back.version, back.round) == (changed.version + 1, changed.round + 1)
    assert back.remind_at == max(NOON + 9 * MINUTE, plan.remind_at)


@pytest.mark.parametrize(("state", "words"), [(quiet(), MOVED_ON), (contacts.agreed(contacts.agreed(quiet(), 3, NOON), 4, NOON), MOVED_ON)])
def test_once_anything_else_has_happened_nothing_is_taken_back(state: ContactPlan, words: str) -> None:
    with pytest.raises(Outdated) as refused:
        whole_taken_back(state, kept_whole(quiet()), NOON, NOON)
    assert refused.value.advice == words


def test_after_ten_minutes_it_stays() -> None:
    with pytest.raises(Outdated) as refused:
        whole_taken_back(contacts.agreed(quiet(), 3, NOON), kept_whole(quiet()), NOON, NOON + 10 * MINUTE)
    assert refused.value.advice == TOO_LATE


def test_a_reason_is_trimmed_and_has_a_limit_and_may_be_needed() -> None:
    assert (reason_of("  as they said ", needed=True), reason_of("", needed=False)) == ("as they said", "")
    with pytest.raises(Unreadable, match=SAY_WHY):
        reason_of(" ", needed=True)
    with pytest.raises(Unreadable, match="longer than 1,000 characters"):
        reason_of("x" * (LONGEST_WORDS + 1), needed=False)
