"""Contacts as an iCalendar file: a reference and a time each, and nothing of anybody."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta
from uuid import uuid5

from icalendar import Calendar, Event

from bot.files.breach import RecordFile
from domain.london import to_london
from services.contact_calendar import CalendarEntry

NAME = "contacts.ics"
_DAY = timedelta(days=1)


def calendar_of(entries: Iterable[CalendarEntry], at: datetime) -> RecordFile:
    calendar = Calendar()
    calendar.add("prodid", "-//NMO Bot//Contacts due//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for one in entries:
        calendar.add_component(_event(one, at))
    return RecordFile(NAME, "text/calendar", calendar.to_ical(), "utf-8")


def _event(one: CalendarEntry, at: datetime) -> Event:
    """What is owed by midnight is an event of the whole day that ends then; any other stands at its moment, in UTC, which no change of the clocks can move."""
    event = Event()
    event.add("uid", f"{uuid5(one.plan, f'{one.why}:{one.must_by.isoformat()}')}@nmo-bot.example")
    event.add("dtstamp", at)
    event.add("summary", f"{one.reference}: contact due")
    event.add("class", "PRIVATE")
    event.add("transp", "TRANSPARENT")
    local = to_london(one.must_by)
    event.add("dtstart", local.date() - _DAY if local.time() == time() else one.must_by.astimezone(UTC))
    return event
