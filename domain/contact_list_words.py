"""Reads which list of contacts a line asks for; every word of the line must be one that speaks of lists, or it is read as something else."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from domain.contact_lists import Listing, Span
from domain.contacts import Risk

LONGEST, MOST_WORDS = 200, 24
_WORD = re.compile(r"[^\W_]+(?:[/-][^\W_]+)*")
_ROUND_A_LIST = (
    "who whos is are what whats anything owt which ones one show list lists me the all any anyone everyone everything please pls contacts contact calls call "
    "visits visit victims people for of in to be with still now and at do does have got i we need that there cases up on a by has as "
    "see give get us sarge sgt skip only just as well"
)
_PASSED_OVER = frozenset(_ROUND_A_LIST.split())
_OF_DUE = frozenset(["due", "outstanding", "owed", "pending", "left", "waiting"])
_OF_OVERDUE = frozenset(["overdue", "late", "missed", "od"])
_UNOWNED = frozenset(["unowned", "unassigned", "ownerless", "orphaned", "orphans"])
_RISKS = {
    "high": Risk.HIGH,
    "medium": Risk.MEDIUM,
    "med": Risk.MEDIUM,
    "standard": Risk.STANDARD,
    "std": Risk.STANDARD,
    "low": Risk.STANDARD,
}
_OF_RISK = frozenset(["risk", "risks", "grade", "level"])
_OWN = frozenset(["my", "mine"])
_TODAY = frozenset(["today", "todays", "tonight"])
_TOMORROW = frozenset(["tomorrow", "tomorrows"])
_WEEKDAYS = {name: at for at, names in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun")) for name in (names,)}
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "fourteen": 14}
_COMPASS = frozenset(["east", "west", "central", "town", "city"])
_DATE = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{2}|\d{4}))?|(\d{4})-(\d{2})-(\d{2})")
_LONGEST_SPAN = 366


class Board(StrEnum):
    """What is asked for by name and has no days or teams of its own."""

    WAITING = "waiting"
    REPORT = "report"
    CALENDAR = "calendar"


_BOARDS = (
    (
        Board.WAITING,
        re.compile(
            r"(?:show (?:me )?)?(?:who(?: is|s| has been)? (?:still )?(?:waiting|waits)(?: (?:longest|now|most))?|(?:the |my |team )*board)"
        ),
    ),
    (
        Board.REPORT,
        re.compile(
            r"(?:show (?:me )?)?(?:the |last |my |our |team )*(?:weekly|weeks?|contacts?) (?:contacts? )?report(?: for (?:the |my )?team)?(?: please)?|on time rates?"
        ),
    ),
    (
        Board.CALENDAR,
        re.compile(
            r"(?:(?:show|download|get|give|save) (?:me )?)?(?:my |the |a )*(?:contacts? )?(?:as a )?(?:calendar|ics)(?: file)?(?: of my contacts)?(?: please)?"
        ),
    ),
)


@dataclass
class _Heard:
    """`said` is whether any word asked for a list, `plain` whether one did that can be no answer to a question."""

    listing: Listing
    said: bool = False
    plain: bool = False


def board_asked(text: str) -> Board | None:
    line = " ".join(_words(text))
    return next((board for board, sign in _BOARDS if sign.fullmatch(line)), None)


def list_asked(text: str, today: date) -> Listing | None:
    """The list that the whole line asks for; None where it asks for none, or for no more than one's contacts of today."""
    heard = _heard(text, today)
    if heard is None or not heard.said:
        return None
    all_of_them = heard.listing.unowned and heard.listing.span is Span.DUE
    return replace(heard.listing, span=Span.OPEN) if all_of_them else heard.listing


def asks_plainly(text: str, today: date) -> bool:
    """Whether a line in the midst of something else can only be meant for a list: "high risk" or "today" may be an answer."""
    if board_asked(text) is not None:
        return True
    heard = _heard(text, today)
    return heard is not None and heard.said and heard.plain and len(_words(text)) > 1


def list_of(entities: Mapping[str, Any], today: date) -> Listing | None:
    """The list that these facts of a longer line speak of (`team`, `risk_level`, `status`, `date`, `date_raw`)."""
    risk, team = entities.get("risk_level"), entities.get("team")
    status = str(entities.get("status", ""))
    parts = [status if status in _OF_OVERDUE | _OF_DUE else "", f"{risk} risk" if risk else "", f"team {team}" if team else ""]
    parts.append(str(entities.get("date") or entities.get("date_raw") or ""))
    return list_asked(" ".join(parts), today) if team or risk or status in _OF_OVERDUE or parts[-1] else None


def _words(text: str) -> list[str]:
    """None of a line that is longer than any that asks for a list."""
    line = text.replace("\u2019", "").replace("'", "").casefold()
    words = _WORD.findall(line) if len(text) <= LONGEST else []
    return words if len(words) <= MOST_WORDS else []


def _heard(text: str, today: date) -> _Heard | None:
    words = _words(text)
    heard, at = _Heard(Listing()), 0
    while at < len(words):
        taken = _take(words, at, heard, today)
        if not taken:
            return None
        at += taken
    return heard if words else None


def _take(words: list[str], at: int, heard: _Heard, today: date) -> int:
    """How many words from this one on were understood."""
    for reader in (_no_owner, _team, _risk, _days, _plain_word):
        if taken := reader(words, at, heard, today):
            return taken
    return 0


def _plain_word(words: list[str], at: int, heard: _Heard, _: date) -> int:
    word = words[at]
    if word in _OF_OVERDUE:
        _note(heard, replace(heard.listing, span=Span.OVERDUE, first=None, last=None), plain=True)
    elif word in _OF_DUE:
        heard.said = heard.plain = True
    elif word in _OWN:
        heard.listing = replace(heard.listing, own=True)
    else:
        return int(word in _PASSED_OVER)
    return 1


def _no_owner(words: list[str], at: int, heard: _Heard, _: date) -> int:
    if words[at] in _UNOWNED:
        _note(heard, replace(heard.listing, unowned=True), plain=True)
        return 1
    if words[at] in ("no", "without") and words[at + 1 : at + 2] and words[at + 1] in ("owner", "owners", "officer"):
        _note(heard, replace(heard.listing, unowned=True), plain=True)
        return 2
    if words[at : at + 3] == ["without", "an", "owner"]:
        _note(heard, replace(heard.listing, unowned=True), plain=True)
        return 3
    return 0


def _team(words: list[str], at: int, heard: _Heard, _: date) -> int:
    """`north team`, `team north`, `in the north east team`; `my team` is every team of one's own."""
    if words[at] in ("team", "teams"):
        named = words[at + 1 : at + 2]
        if words[at] == "teams" or not named or (_is_known(named[0]) and not named[0].isdecimal()):
            heard.listing = replace(heard.listing, own=False)
            heard.said = True
            return 1
        return 1 + _named(words, at + 1, heard)
    if words[at] in ("my", "our", "the", "whole") and words[at + 1 : at + 2] in (["team"], ["teams"]):
        heard.listing, heard.said = replace(heard.listing, own=False), True
        return 2
    if _is_known(words[at]):
        return 0
    many = 2 if words[at + 1 : at + 2] and words[at + 1] in _COMPASS else 1
    if words[at + many : at + many + 1] in (["team"], ["teams"]):
        return _named(words, at, heard) + 1
    last = at + many == len(words)
    return _named(words, at, heard) if heard.said and last and at and words[at - 1] in ("for", "in", "of", "the", "at") else 0


def _named(words: list[str], at: int, heard: _Heard) -> int:
    many = 2 if words[at + 1 : at + 2] and words[at + 1] in _COMPASS else 1
    _note(heard, replace(heard.listing, team=" ".join(words[at : at + many]), own=False))
    return many


def _risk(words: list[str], at: int, heard: _Heard, _: date) -> int:
    risk, followed = _RISKS.get(words[at]), words[at + 1 : at + 2]
    if risk is None or not (heard.said or (followed and followed[0] in _OF_RISK | _OF_DUE | _OF_OVERDUE | {"and"})):
        return 0
    _note(heard, replace(heard.listing, risks=heard.listing.risks | {risk}))
    return 2 if followed and followed[0] in _OF_RISK else 1


def _days(words: list[str], at: int, heard: _Heard, today: date) -> int:
    word, then = words[at], words[at + 1] if at + 1 < len(words) else ""
    if word in _TODAY:
        heard.said = True
        return 1
    if word in _TOMORROW:
        return _between(heard, today + timedelta(days=1), today + timedelta(days=1), 1)
    if then in ("week", "weeks") and word in ("this", "next"):
        monday = today + timedelta(days=7 * (word == "next") - today.weekday())
        return _between(heard, max(today, monday), monday + timedelta(days=6), 2)
    if word in ("next", "coming", "within") and (found := _number(words, at + 1)):
        number, taken = found
        return _between(heard, today, today + timedelta(days=number), 1 + taken)
    day = _day(word, today)
    if day is None or not (heard.said or heard.listing.own or at):
        return 0
    return _between(heard, day, day, 1)


def _between(heard: _Heard, first: date, last: date, taken: int) -> int:
    _note(heard, replace(heard.listing, span=Span.DAYS, first=first, last=last))
    return taken


def _number(words: list[str], at: int) -> tuple[int, int] | None:
    """`7 days`, `two weeks`, `fortnight`: how many days, and of how many words."""
    if words[at : at + 1] in (["fortnight"], ["week"]):
        return (14 if words[at] == "fortnight" else 7), 1
    if len(words) < at + 2 or words[at + 1] not in ("day", "days", "week", "weeks"):
        return None
    number = int(words[at]) if words[at].isascii() and words[at].isdecimal() and len(words[at]) < 4 else _NUMBERS.get(words[at], 0)
    days = number * (7 if words[at + 1].startswith("week") else 1)
    return (days, 2) if 0 < days <= _LONGEST_SPAN else None


def _day(word: str, today: date) -> date | None:
    """The next such day: a weekday's name, or a date with or without its year."""
    short = word.removesuffix("day")
    weekday = _WEEKDAYS.get(word if len(word) == 3 else short[:3] if word.endswith("day") and short[:3] in _WEEKDAYS else "")
    if weekday is not None:
        return today + timedelta(days=(weekday - today.weekday()) % 7)
    found = _DATE.fullmatch(word)
    return None if found is None else _dated(found, today)


def _dated(found: re.Match[str], today: date) -> date | None:
    day, month, year, *iso = found.groups()
    try:
        if day is None:
            return date(*(int(part) for part in iso))
        if year is not None:
            return date(int(year) + 2000 * (len(year) == 2), int(month), int(day))
        this = date(today.year, int(month), int(day))
        return this if this >= today else this.replace(year=today.year + 1)
    except ValueError:
        return None


def _note(heard: _Heard, listing: Listing, *, plain: bool = False) -> None:
    heard.listing, heard.said = listing, True
    heard.plain = heard.plain or plain


def _is_known(word: str) -> bool:
    return (
        word in _PASSED_OVER | _OF_DUE | _OF_OVERDUE | _UNOWNED | _OWN | _TODAY | _TOMORROW | _OF_RISK
        or word in _RISKS
        or word in ("team", "teams", "this", "next", "week", "weeks", "no", "without")
        or not word[0].isalpha()
    )
