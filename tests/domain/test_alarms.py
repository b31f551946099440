"""An alarm is said at first, hourly while it stands, and at once where something is found beside it."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.alarms import Alarm, Finding, Kind, late_after, late_jobs, raised
from tests.fakes.clock import NOON

MINUTE = timedelta(minutes=1)
FOUND = st.lists(st.sets(st.sampled_from(Kind)), min_size=1, max_size=150)


def said_in(minutes: list[set[Kind]]) -> list[int]:
    """The minutes at which the alarm is said, where these kinds are found in each."""
    standing: Alarm | None = None
    said = []
    for minute, kinds in enumerate(minutes):
        now = NOON + minute * MINUTE
        standing = raised(standing, [Finding(kind, 1) for kind in sorted(kinds)], now)
        if standing is not None and standing.told_at == now:
            said.append(minute)
    return said


def reckoned(minutes: list[set[Kind]]) -> list[int]:
    """The same from the whole course: where a kind was not there a minute before, or an hour has passed since it was said."""
    said: list[int] = []
    for minute, kinds in enumerate(minutes):
        before = minutes[minute - 1] if minute else set()
        if kinds and (kinds - before or minute - said[-1] >= 60):
            said.append(minute)
    return said


@given(FOUND)
def test_it_is_said_when_something_new_is_found_and_hourly_after(minutes: list[set[Kind]]) -> None:
    assert said_in(minutes) == reckoned(minutes)


@given(FOUND)
def test_it_stands_exactly_while_something_is_found_and_is_one_alarm_until_nothing_is(minutes: list[set[Kind]]) -> None:
    standing, ids = None, []
    for minute, kinds in enumerate(minutes):
        standing = raised(standing, [Finding(kind, 1) for kind in kinds], NOON + minute * MINUTE)
        ids.append(None if standing is None else standing.id)
    assert [id is not None for id in ids] == [bool(kinds) for kinds in minutes]
    assert all((ids[at] == ids[at + 1]) is bool(minutes[at]) for at in range(len(ids) - 1) if minutes[at + 1])


def test_a_job_is_late_after_three_of_its_rounds_and_a_minute() -> None:
    patience = {"tick": late_after(1), "plan": late_after(60)}
    heard = {"tick": NOON, "plan": NOON}
    assert late_jobs(patience, heard, NOON, NOON + timedelta(seconds=63)) == []
    assert late_jobs(patience, heard, NOON, NOON + timedelta(seconds=64)) == [Finding(Kind.JOB_LATE, 1, NOON)]
    assert late_jobs(patience, heard, NOON, NOON + timedelta(seconds=241)) == [Finding(Kind.JOB_LATE, 2, NOON)]


def test_a_job_that_never_ran_is_late_once_it_was_waited_for() -> None:
    assert late_jobs({"tick": late_after(1)}, {}, NOON, NOON + MINUTE) == []
    assert late_jobs({"tick": late_after(1)}, {}, NOON, NOON + 2 * MINUTE) == [Finding(Kind.JOB_LATE, 1, NOON)]
