"""How one protected person may be reached without harm: the record of it, what a change makes of it, and what it forbids."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from domain.contacts import ContactPlan, Outcome
from domain.errors import Outdated, Unreadable
from domain.london import to_london
from domain.safe_windows import Window, is_within
from domain.safe_windows_read import LONGEST, read_windows
from domain.undoing import WITHIN_WORDS, is_past_undoing

LONGEST_FIELD = 300
CHANGED_SINCE = "Somebody has changed this safe contact since. Press Show safe contact to see how it stands."
NOTHING_TO_CONFIRM = "There are no days and times here that wait to be confirmed."
TOO_LATE = f"More than {WITHIN_WORDS} have passed, so this stays. Change the safe contact instead: every version is kept."
TOO_LONG = f"That is too long: at most {LONGEST_FIELD} characters in each field."
OUTSIDE = "That is outside the times which the protected person has called safe."
NO_VISITS = "The safe contact says: do not visit."


class Channel(StrEnum):
    PHONE = "phone"
    TEXT = "text"
    EMAIL = "email"
    VISIT = "visit"
    THIRD_PARTY = "third_party"


@dataclass(frozen=True)
class SafeWays:
    """One version of the record. None and empty are "not said", which is never "yes".

    `windows` count: a person has confirmed them. `said` are the words about days and times that were given last; while they `wait` they count for nothing.
    `note` is what was said beside days and times, word for word.
    `wrong_number` is the number that was found to be somebody else's.
    """

    plan: UUID
    version: int = 0
    at: datetime | None = None
    by: UUID | None = None
    windows: tuple[Window, ...] = ()
    said: str = ""
    waits: bool = False
    note: str = ""
    channel: Channel | None = None
    number: str = ""
    email: str = ""
    who_may_answer: str = ""
    voicemail: bool | None = None
    text: bool | None = None
    withheld: bool | None = None
    code_word: str = ""
    interpreter: bool | None = None
    language: str = ""
    needs: str = ""
    do_not_visit: bool | None = None
    fallback: str = ""
    wrong_number: str = ""
    confirmed_on: date | None = None

    @property
    def is_enough(self) -> bool:
        """Whether somebody could be reached by it: a way that is not known to be wrong, and when."""
        way = (self.number and self.number != self.wrong_number) or self.email or self.channel in (Channel.VISIT, Channel.THIRD_PARTY)
        return bool(way and self.windows)


@dataclass(frozen=True)
class FormField:
    """One question of the form: `kind` is text, yes or channel."""

    id: str
    label: str
    kind: str = "text"


@dataclass(frozen=True)
class FormPage:
    title: str
    fields: tuple[FormField, ...]


FORM: tuple[FormPage, ...] = (
    FormPage(
        "How to reach the person",
        (
            FormField("channel", "The way that is safe", "channel"),
            FormField("number", "Safe telephone number"),
            FormField("email", "Safe e-mail address"),
            FormField("withheld", "Ring with the number withheld?", "yes"),
            FormField("voicemail", "May a voicemail be left?", "yes"),
            FormField("text", "May a text be sent?", "yes"),
        ),
    ),
    FormPage(
        "When, and who may answer",
        (
            FormField("said", "Safe days and times, in words: weekdays after 6pm; Saturday 10am to noon; not Sundays"),
            FormField("note", "What else was said about how to reach the person"),
            FormField("who_may_answer", "Who may answer"),
            FormField("code_word", "Code word, and what it means"),
            FormField("do_not_visit", "Do not visit?", "yes"),
        ),
    ),
    FormPage(
        "Language and help",
        (
            FormField("interpreter", "Is an interpreter needed?", "yes"),
            FormField("language", "Language and dialect"),
            FormField("needs", "What helps in speaking: hearing, reading, a supporter"),
            FormField("fallback", "Who can be asked where the person cannot be reached"),
        ),
    ),
)
KINDS = {one.id: one.kind for page in FORM for one in page.fields}
KEEP, CLEAR = "keep", "-"
_YES_OR_NO = {"yes": True, "no": False, "unknown": None}


def changed(ways: SafeWays, given: Mapping[str, str], by: UUID, now: datetime) -> SafeWays:
    """The next version; a field left empty is kept as it is, and a dash empties it. Words about days and times wait to be confirmed. Raises Unreadable."""
    wanted = {name: value.strip() for name, value in given.items() if name in KINDS and value.strip() not in ("", KEEP)}
    values = {name: _value(name, value) for name, value in wanted.items() if name != "said"}
    found = bool(values.get("number")) and values["number"] != ways.wrong_number
    told = ways if "said" not in wanted else _with_words(ways, wanted["said"])
    return _next(replace(told, **values, wrong_number="" if found else ways.wrong_number), by, now)


def confirmed_words(ways: SafeWays, by: UUID, now: datetime) -> SafeWays:
    """The words that wait, as they are read, count from now on; what they say beside days and times is added to the note."""
    if not ways.waits:
        raise Outdated(NOTHING_TO_CONFIRM)
    read = read_windows(ways.said, ways.windows)
    note = "; ".join([*filter(None, [ways.note]), *(one for one in read.notes if one not in ways.note)])
    return _next(replace(ways, windows=read.windows, waits=False, note=note, confirmed_on=_today(now)), by, now)


def words_put_by(ways: SafeWays, words: str, by: UUID, now: datetime) -> SafeWays:
    """Words about days and times that wait to be confirmed, typed or taken from the court's; what they replace counts until then."""
    return _next(_with_words(ways, words), by, now)


def still_safe(ways: SafeWays, by: UUID, now: datetime) -> SafeWays:
    return _next(replace(ways, confirmed_on=_today(now)), by, now)


def number_is_wrong(ways: SafeWays, number: str, by: UUID, now: datetime) -> SafeWays:
    """Whoever answered is somebody else: the number is marked, and shown as wrong until there is another."""
    return _next(replace(ways, wrong_number=number), by, now)


def put_back(ways: SafeWays, before: SafeWays, by: UUID, now: datetime) -> SafeWays:
    """As it was in the version before, as a version of its own. Raises Outdated."""
    if ways.by != by or ways.at is None or before.version != ways.version - 1:
        raise Outdated(CHANGED_SINCE)
    if is_past_undoing(ways.at, now):
        raise Outdated(TOO_LATE)
    return _next(replace(before, version=ways.version), by, now)


def asks_why(ways: SafeWays | None, outcome: Outcome, at: datetime) -> str:
    """What the person had ruled out and was done all the same; empty where it was as agreed, or nothing is known."""
    if ways is None or outcome is Outcome.GOT_SAFE_CONTACT:
        return ""
    if outcome is Outcome.VISITED and ways.do_not_visit:
        return NO_VISITS
    return OUTSIDE if ways.windows and not is_within(ways.windows, at) else ""


def number_tried(plan: ContactPlan, ways: SafeWays | None, given_by_court: str | None) -> SafeWays:
    """The record with the number that was rung, where none was kept yet."""
    held = ways or SafeWays(plan.id)
    return held if held.number else replace(held, number=given_by_court or "")


def _next(ways: SafeWays, by: UUID, now: datetime) -> SafeWays:
    return replace(ways, version=ways.version + 1, by=by, at=now)


def _with_words(ways: SafeWays, said: str) -> SafeWays:
    if said == CLEAR:
        return replace(ways, said="", waits=False, windows=())
    if len(said) > LONGEST:
        raise Unreadable(TOO_LONG)
    return replace(ways, said=said, waits=True)


def _value(name: str, typed: str) -> Any:
    """What was typed, as the field of that name holds it."""
    if KINDS[name] == "yes":
        return _YES_OR_NO.get(typed)
    if KINDS[name] == "channel":
        return Channel(typed) if typed in list(Channel) else None
    if len(typed) > LONGEST_FIELD:
        raise Unreadable(TOO_LONG)
    return "" if typed == CLEAR else typed


def _today(now: datetime) -> date:
    return to_london(now).date()
