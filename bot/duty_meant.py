"""What an officer means of contacts in words that no fixed line has: whatever the reader of the public contract takes for it."""

import re
from datetime import datetime
from typing import Any

from bot.duty_words import Duty, DutyAsked, duty_asked, may_say
from domain.errors import Unreadable
from domain.london import to_london
from domain.moments.coming import PASSED, read_coming
from domain.officers import Officer, Permission
from domain.understanding import Intent, shares, understand

_ALL = re.compile(r"\b(?:all|everything|my (?:list|contacts|cases|reminders|victims|plans|lot))\b", re.IGNORECASE)
_SPAN = re.compile(r"P(?:(?P<weeks>\d+)W|(?P<days>\d+)D)?(?:T(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?)?")
_NAMED = ("order_no", "reference", "victim_name", "person_name")
_ASKS = re.compile(r"\s*(?:what|when|who|whose|why|how|which|where|do|does|did|is|are|should|must|may)\b", re.IGNORECASE)
_PUTS_OFF = re.compile(r"^(?:later|not now)\b|\b(?:snooze|remind|postpone|delay|push|hold off|put (?:it|this|that) off)\b", re.IGNORECASE)
# What moves a contact is done at once, so the reader must be all but certain; what it is less sure of is asked for elsewhere.
_SURE = 0.97
_READ = 300


def duty_heard(text: str, now: datetime, officer: Officer, *, in_the_midst: bool) -> DutyAsked | None:
    """None where the line is of something else, or is nothing that this officer may say here."""
    if not officer.may(Permission.PLAN_CONTACT):
        return None
    asked = duty_asked(text, now)
    if asked is None and not in_the_midst and len(text) <= _READ and not _ASKS.match(text):
        asked = _meant(text, now)
    return asked if asked is not None and may_say(asked, officer, in_the_midst=in_the_midst) else None


def _meant(text: str, now: datetime) -> DutyAsked | None:
    """A time that is none is asked for; whom it goes to must be said, and so must whose it is, or that it is all of one's own."""
    read = understand(text, to_london(now))
    if shares(text, now)[read.intent] < _SURE:
        return None
    what = next((str(read.entities[name]) for name in _NAMED if name in read.entities), "")
    if read.intent is Intent.SNOOZE:
        until = _when(read.entities, now)
        return DutyAsked(Duty.PUT_OFF, what, when=until, plain=False) if until or _PUTS_OFF.search(text) else None
    to = read.entities.get("to")
    if read.intent is not Intent.REASSIGN or not to or {"from", "team", "risk_level"} & read.entities.keys():
        return None
    if what:
        return DutyAsked(Duty.GIVE, what, str(to), plain=False)
    return DutyAsked(Duty.GIVE_ALL, who=str(to), plain=False) if _ALL.search(text) else None


def _when(entities: dict[str, Any], now: datetime) -> str:
    said = _span(str(entities["duration"])) if "duration" in entities else str(entities.get("until_raw") or entities.get("until") or "")
    try:
        read_coming(said, now)
    except Unreadable as wrong:
        return said if wrong.advice == PASSED else ""
    return said


def _span(duration: str) -> str:
    """`PT1H30M` is `in 1 hours and 30 minutes`."""
    parts = _SPAN.fullmatch(duration)
    return "" if parts is None else "in " + " and ".join(f"{number} {unit}" for unit, number in parts.groupdict().items() if number)
