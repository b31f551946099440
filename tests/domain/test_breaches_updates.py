"""A clock says its event and its day, is closed once, and can be taken back for some minutes by whoever closed it."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from domain.breaches import updates
from domain.breaches.updates import EVENT_WORDS, UpdateEvent, VictimUpdate, update_words
from domain.errors import Outdated
from tests.people import RESPONSE, VLO

THURSDAY = datetime(2026, 11, 26, 21, 30, 12, tzinfo=UTC)
BREACH, ORDER, PLAN = UUID(int=1), UUID(int=2), UUID(int=3)
MINUTE = timedelta(minutes=1)


def an_update(event: UpdateEvent = UpdateEvent.ARREST, at: datetime = THURSDAY) -> VictimUpdate:
    return updates.noted(BREACH, ORDER, PLAN, "demo", event, at, frozenset[date](), RESPONSE.id, at)


def test_an_open_clock_says_what_happened_and_by_when_it_must_be_told() -> None:
    said = "Arrest, Thu 26 November 2026 at 21:30: tell the protected person by the end of Fri 27 November 2026. Not yet told."
    assert update_words(an_update(), THURSDAY) == said
    assert update_words(an_update(), THURSDAY + timedelta(days=2)) == f"{said} This is overdue."


def test_a_closed_clock_says_when_it_was_told_and_whether_that_was_late() -> None:
    told = updates.told(an_update(), VLO.id, "", THURSDAY + timedelta(hours=12))
    assert update_words(told, THURSDAY).endswith("the protected person was told on Fri 27 November 2026 at 09:30.")
    late = updates.told(an_update(), VLO.id, "", THURSDAY + timedelta(days=2))
    assert update_words(late, THURSDAY).endswith("at 21:30 (late).")


def test_the_same_event_of_the_same_minute_is_one_and_another_event_or_minute_another() -> None:
    first = an_update()
    again, later, other = an_update(at=THURSDAY + timedelta(seconds=40)), an_update(at=THURSDAY + MINUTE), an_update(UpdateEvent.RELEASE)
    assert again.id == first.id
    assert len({first.id, later.id, other.id}) == 3


def test_the_clock_runs_from_the_event_and_not_from_the_report() -> None:
    reported = updates.noted(
        BREACH, ORDER, PLAN, "demo", UpdateEvent.ARREST, THURSDAY, frozenset[date](), RESPONSE.id, THURSDAY + timedelta(days=5)
    )
    assert reported.due_by == an_update().due_by


def test_it_is_told_once_and_whoever_told_it_may_add_how() -> None:
    told = updates.told(an_update(), VLO.id, "", THURSDAY)
    assert updates.told(told, VLO.id, "in person", THURSDAY + MINUTE) == updates.told(an_update(), VLO.id, "in person", THURSDAY)
    for officer, how in ((VLO.id, ""), (RESPONSE.id, "by telephone")):
        with pytest.raises(Outdated):
            updates.told(told, officer, how, THURSDAY)


def test_told_at_night_and_recorded_in_the_morning_counts_from_the_night_and_is_undone_from_the_morning() -> None:
    night, morning = THURSDAY + timedelta(hours=26), THURSDAY + timedelta(hours=36)
    told = updates.told(an_update(), VLO.id, "", morning, night)
    assert update_words(told, morning).endswith("the protected person was told on Fri 27 November 2026 at 23:30.")
    assert updates.taken_back(told, VLO.id, morning + 9 * MINUTE) == an_update()


def test_the_time_is_put_right_for_some_minutes_by_whoever_gave_it() -> None:
    told = updates.told(an_update(), VLO.id, "in person", THURSDAY + 30 * MINUTE)
    right = updates.told(told, VLO.id, "", THURSDAY + 39 * MINUTE, THURSDAY + MINUTE)
    assert (right.told_at, right.how, right.closed_at) == (THURSDAY + MINUTE, "in person", THURSDAY + 30 * MINUTE)
    for officer, now in ((RESPONSE.id, THURSDAY + 31 * MINUTE), (VLO.id, THURSDAY + 40 * MINUTE)):
        with pytest.raises(Outdated):
            updates.told(told, officer, "", now, THURSDAY + MINUTE)


def test_what_was_told_is_taken_back_within_minutes_by_the_same_officer() -> None:
    told = updates.told(an_update(), VLO.id, "in person", THURSDAY)
    assert updates.taken_back(told, VLO.id, THURSDAY + 9 * MINUTE) == an_update()
    for update, officer, at in ((told, RESPONSE.id, THURSDAY), (told, VLO.id, THURSDAY + 10 * MINUTE), (an_update(), VLO.id, THURSDAY)):
        with pytest.raises(Outdated):
            updates.taken_back(update, officer, at)


def test_every_event_has_words() -> None:
    assert set(EVENT_WORDS) == set(UpdateEvent)
