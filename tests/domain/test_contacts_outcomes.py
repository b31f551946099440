"""What each outcome of a contact does to what is owed, and the limits within which the next day may be chosen."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from domain.contacts import (
    ContactPlan,
    Due,
    HowMade,
    Outcome,
    Risk,
    Why,
    assessed,
    contacted,
    declined,
    paused,
    plan_for,
    proposes_a_check,
)
from domain.contacts.choosing import NO_WINDOW, PAST, TOO_FAR, TOO_LATE, WHY_LATER, chosen
from domain.contacts.owing import breached
from domain.errors import Outdated, Unreadable
from domain.london import deadline, long_date
from domain.safe_windows_read import read_windows
from tests.fakes.clock import NOON
from tests.orders import an_order

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
PLAN = breached(plan_for(an_order(), NOON), NOON)
EVENINGS = read_windows("weekdays 6pm to 8pm").windows


def planned(must_by: datetime = NOON + 7 * DAY, risk: Risk = Risk.HIGH) -> ContactPlan:
    """A contact that the rule proposes for tomorrow."""
    return replace(plan_for(an_order(), NOON), risk=risk, ahead=(Due(Why.ROUTINE, NOON + DAY, must_by),), remind_at=NOON + DAY)


def test_a_concern_brings_the_next_contact_within_a_day() -> None:
    after = contacted(planned(), Outcome.CONCERN, NOON)
    assert (after.due.why, after.due.must_by) == (Why.AFTER_CONCERN, NOON + DAY)
    assert after.remind_at < NOON + DAY
    assert after.last_contact_at == NOON


def test_while_a_concern_is_to_be_followed_up_contact_is_not_paused_and_a_risk_can_be_assessed() -> None:
    after = contacted(planned(), Outcome.CONCERN, NOON)
    with pytest.raises(Outdated):
        paused(after, date(2026, 11, 25), NOON)
    with pytest.raises(Outdated):
        declined(after, NOON)
    assert assessed(after, Risk.HIGH, "", [], NOON + HOUR).due.must_by == NOON + DAY


def test_a_visit_is_a_contact_and_counts_from_when_it_was_made() -> None:
    after = contacted(PLAN, Outcome.VISITED, NOON, made=HowMade(NOON - HOUR))
    assert (after.last_contact_at, after.no_answers) == (NOON - HOUR, 0)


@pytest.mark.parametrize("outcome", [Outcome.NO_ANSWER, Outcome.NOT_SAFE_TO_TALK, Outcome.WRONG_NUMBER])
def test_where_nobody_could_speak_the_contact_is_still_owed_by_its_own_time(outcome: Outcome) -> None:
    after = contacted(PLAN, outcome, NOON)
    assert {(due.why, due.must_by) for due in PLAN.ahead} <= {(due.why, due.must_by) for due in after.ahead}
    assert after.last_contact_at is None


def test_after_a_wrong_number_the_right_one_is_owed_first_and_only_once() -> None:
    once = contacted(planned(), Outcome.WRONG_NUMBER, NOON)
    assert (once.due.why, once.remind_at) == (Why.GET_SAFE_CONTACT, NOON)
    assert once.due.must_by <= once.ahead[1].must_by
    twice = contacted(once, Outcome.WRONG_NUMBER, NOON + HOUR)
    assert [due.why for due in twice.ahead].count(Why.GET_SAFE_CONTACT) == 1


def test_refused_is_no_contact_made_and_the_rule_goes_on() -> None:
    after = contacted(planned(), Outcome.REFUSED, NOON)
    assert (after.last_contact_at, after.due.why) == (None, Why.ROUTINE)


def test_only_silence_is_counted_and_two_tell_a_supervisor_and_three_propose_a_check() -> None:
    one = contacted(PLAN, Outcome.NO_ANSWER, NOON)
    unsafe = contacted(one, Outcome.NOT_SAFE_TO_TALK, NOON)
    two = contacted(unsafe, Outcome.NO_ANSWER, NOON)
    three = contacted(two, Outcome.NO_ANSWER, NOON)
    assert [plan.no_answers for plan in (one, unsafe, two, three)] == [1, 1, 2, 3]
    assert [plan.tell_supervisor for plan in (one, two)] == [False, True]
    assert [proposes_a_check(after, before) for before, after in ((one, two), (two, three))] == [False, True]
    assert not proposes_a_check(contacted(three, Outcome.NO_ANSWER, NOON), three)


def test_several_tries_told_at_once_count_each() -> None:
    after = contacted(PLAN, Outcome.NO_ANSWER, NOON, made=HowMade(tries=3))
    assert after.no_answers == 3
    assert proposes_a_check(after, PLAN)


def test_the_next_contact_may_always_be_earlier_and_is_then_owed_that_day() -> None:
    after = chosen(planned(), date(2026, 11, 20), time(18), (), NOON)
    assert after.remind_at == datetime(2026, 11, 20, 18, tzinfo=UTC)
    assert after.due.must_by == datetime(2026, 11, 21, tzinfo=UTC)
    assert after.round == planned().round + 1


def test_later_takes_a_reason_and_never_passes_its_time() -> None:
    plan = planned()
    with pytest.raises(Unreadable, match=WHY_LATER):
        chosen(plan, date(2026, 11, 24), None, (), NOON)
    assert chosen(plan, date(2026, 11, 24), None, (), NOON, "away until then").due.must_by <= plan.due.must_by
    with pytest.raises(Unreadable) as refusal:
        chosen(plan, date(2026, 11, 27), time(13), (), NOON, "away until then")
    assert refusal.value.advice == TOO_LATE.format(deadline(plan.due.must_by))
    with pytest.raises(Unreadable) as refusal:
        chosen(planned(NOON + 60 * DAY), date(2026, 11, 30), None, (), NOON, "away until then")
    assert refusal.value.advice == TOO_FAR.format(7)


def test_a_day_without_a_time_takes_its_first_safe_minute() -> None:
    assert chosen(planned(), date(2026, 11, 20), None, EVENINGS, NOON).remind_at == datetime(2026, 11, 20, 18, tzinfo=UTC)
    for day, at in ((date(2026, 11, 21), None), (date(2026, 11, 23), time(12))):
        with pytest.raises(Unreadable) as refusal:
            chosen(planned(), day, at, EVENINGS, NOON, "agreed so")
        assert refusal.value.advice == NO_WINDOW.format(long_date(day))


@pytest.mark.parametrize(("day", "at"), [(date(2026, 11, 19), None), (date(2026, 11, 20), time(11))])
def test_what_is_past_is_no_next_contact(day: date, at: time | None) -> None:
    with pytest.raises(Unreadable) as refusal:
        chosen(planned(), day, at, (), NOON)
    assert refusal.value.advice == PAST
