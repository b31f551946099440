"""A calendar file tells when contacts are due, on both sides of each change of the clocks, and nothing of anybody."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from bot.files.calendar import calendar_of
from domain.contacts import Why
from services.contact_calendar import CalendarEntry
from tests.fakes.clock import NOON
from tests.people import VLO

LONDON = ZoneInfo("Europe/London")


def an_entry(must_by: datetime, reference: str = "NMO-7F3K2D") -> CalendarEntry:
    return CalendarEntry(VLO.id, reference, Why.ROUTINE, must_by)


def starts(*entries: CalendarEntry) -> list[date]:
    """As another reader of such files sees them; a moment is a date with its time."""
    read = Calendar.from_ical(calendar_of(entries, NOON).content)
    return [event.decoded("dtstart") for event in read.walk("VEVENT")]


@pytest.mark.parametrize(
    ("wall", "in_utc"),
    [
        (datetime(2026, 3, 29, 0, 59, tzinfo=LONDON), datetime(2026, 3, 29, 0, 59, tzinfo=UTC)),
        (datetime(2026, 3, 29, 2, 0, tzinfo=LONDON), datetime(2026, 3, 29, 1, 0, tzinfo=UTC)),
        (datetime(2026, 10, 25, 1, 30, tzinfo=LONDON), datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        (datetime(2026, 10, 25, 1, 30, fold=1, tzinfo=LONDON), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
        (datetime(2026, 10, 25, 9, 0, tzinfo=LONDON), datetime(2026, 10, 25, 9, 0, tzinfo=UTC)),
    ],
)
def test_a_moment_near_a_change_of_the_clocks_is_that_moment(wall: datetime, in_utc: datetime) -> None:
    (start,) = starts(an_entry(wall))
    assert start == in_utc


@pytest.mark.parametrize("day", [date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24), date(2026, 10, 25), date(2026, 12, 31)])
def test_what_is_owed_by_midnight_stands_on_the_day_that_ends_then(day: date) -> None:
    midnight = datetime.combine(date.fromordinal(day.toordinal() + 1), datetime.min.time(), LONDON)
    assert starts(an_entry(midnight)) == [day]


# Seconds from the beginning of 2026 to the end of 2037, and hours: midnights are among them.
MOMENTS = (st.integers(0, 12 * 365 * 24 * 3600) | st.integers(0, 12 * 365 * 24).map(lambda hours: hours * 3600)).map(
    lambda seconds: datetime(2026, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)


@given(moments=st.lists(MOMENTS, max_size=6))
def test_every_contact_is_read_back_at_its_moment_or_on_its_day(moments: list[datetime]) -> None:
    entries = [an_entry(one) for one in moments]
    for start, entry in zip(starts(*entries), entries, strict=True):
        local = entry.must_by.astimezone(LONDON)
        ends_a_day = (local.hour, local.minute, local.second) == (0, 0, 0)
        assert start == {False: entry.must_by, True: date.fromordinal(local.toordinal() - 1)}[ends_a_day]


def test_a_file_has_a_reference_and_contact_due_and_a_name_of_its_own_for_each() -> None:
    entries = [an_entry(NOON), an_entry(NOON.replace(hour=15)), an_entry(NOON, "NMO-9X2C4B")]
    made = calendar_of(entries, NOON)
    events = Calendar.from_ical(made.content).walk("VEVENT")
    assert (made.name, made.kind) == ("contacts.ics", "text/calendar")
    assert {str(one["summary"]) for one in events} == {"NMO-7F3K2D: contact due", "NMO-9X2C4B: contact due"}
    assert {str(one["class"]) for one in events} == {"PRIVATE"}
    assert {key for one in events for key in one} == {"UID", "DTSTAMP", "SUMMARY", "CLASS", "TRANSP", "DTSTART"}
    again = Calendar.from_ical(calendar_of(entries, NOON.replace(hour=18)).content).walk("VEVENT")
    assert [one["uid"] for one in again] == [one["uid"] for one in events]
