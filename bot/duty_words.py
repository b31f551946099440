"""Reads a line that puts a contact off, hands one on, or tells who is away and who works when."""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.apostrophes import straight
from domain.duty import Kind
from domain.errors import Unreadable
from domain.moments.coming import PASSED, read_coming, read_coming_day
from domain.officers import Officer, Permission
from domain.references import LOOSE_NMO


class Duty(StrEnum):
    ACKNOWLEDGE = "acknowledge"
    PUT_OFF = "put_off"
    GIVE = "give"
    GIVE_ALL = "give_all"
    ABSENCE = "absence"
    BACK = "back"
    AWAY = "away"
    SHIFTS = "shifts"
    ESCALATED = "escalated"


@dataclass(frozen=True)
class DutyAsked:
    """`what` names the contact where one is named, `who` the officer, `when` the time or the first day and `until` the last; all as typed.

    `plain` lines are never the answer to an open question.
    """

    asked: Duty
    what: str = ""
    who: str = ""
    when: str = ""
    until: str = ""
    why: str = ""
    kind: Kind = Kind.LEAVE
    plain: bool = True


_DAY_OR_TIME = r"(?:til|till|until|for|in|at|on|after|by|to|tomorrow|tmrw|tmw|tomoz|today|tonight|this|next|first thing|not|mon|tue|wed|thu|fri|sat|sun|half|\d)"
_WHY = r"(?:[ ,;:-]+(?:because|cos|cuz|reason(?: is|:)?)\s+(?P<why>.+))?"
_PUT_OFF = re.compile(
    rf"(?:please )?(?:snooze|put off|remind me(?: again)?(?: (?:about|of|to (?:call|ring|contact|phone|see)))?|put (?:it|this|that) off"
    rf"|push (?:it|this|that) (?:back|off))(?:\s+(?P<what>(?!{_DAY_OR_TIME}\b).+?))??(?:\s+(?P<when>{_DAY_OR_TIME}\b.*?))?{_WHY}",
    re.IGNORECASE,
)
_BARE_PUT_OFF = re.compile(
    rf"(?P<when>(?:til|till|until)\s+.+?|for (?:an?|half|another|\d+|one|two|three|a couple of)\b.{{0,20}}?(?:min|hour|hr|day).{{0,12}}?|not (?:today|now)[ ,]+.+?){_WHY}",
    re.IGNORECASE,
)
_IT = r"(?:it|this|that|this one|that one|the contact|this contact|that contact)"
_ANY = r"(?:an?|one|some|any|another|the|these|those)?(?: ?of)?(?: ?(?:my|our|their|the|the team'?s|my team'?s))? ?contacts?"
_SOMEBODY = r"(?:some(?:body|one)(?: else)?|another officer|a colleague|one of (?:my|the) team)"
_MINE = r"(?:(?:all|everything)(?: (?:of )?(?:mine|my (?:contacts?|reminders?|victims?|plans?)|i have|i've got))?|all (?:the )?(?:contacts?|reminders?)|my (?:contacts|reminders|list))"
_GIVE_ALL = re.compile(
    rf"(?:please )?(?:give|hand|pass|reassign|assign|move)\s+{_MINE}\s+(?:over )?(?:on )?to\s+(?P<who>.+)", re.IGNORECASE
)
_GIVE = re.compile(
    r"(?:please )?(?:give|reassign|assign|pass(?: on)?)\s+(?:(?P<what>(?!me\b|us\b).{1,60}?)\s+)?(?:on )?to\s+(?P<who>(?!the\b|him\b|her\b|them\b).{2,60})",
    re.IGNORECASE,
)
_GIVE_ANY = re.compile(
    rf"(?:please )?(?:i (?:want|need|would like) to )?(?:give|reassign|assign|hand|pass)(?: (?:on|over|away))? {_ANY}(?: (?:on|over|away))?(?: to {_SOMEBODY})?",
    re.IGNORECASE,
)
_TO_ANYBODY = re.compile(_SOMEBODY, re.IGNORECASE)
_REFERENCE = re.compile(rf"\b{LOOSE_NMO}\b", re.IGNORECASE)
_KINDS = (
    (re.compile(r"sick|ill\b|poorly", re.IGNORECASE), Kind.SICK),
    (re.compile(r"course|training", re.IGNORECASE), Kind.COURSE),
    (re.compile(r"leave|off|holiday|a/?l\b", re.IGNORECASE), Kind.LEAVE),
)
_ABSENCE = re.compile(
    r"(?:i(?:'?m| am|'?ll be| will be)|(?P<who>(?!he\b|she\b|they\b|it\b|who\b|what\b)[^,]{2,60}?) (?:is|will be|'s))\s+"
    r"(?P<kind>off sick|off|away|sick|ill|on (?:annual |a )?(?:leave|holiday|course|training(?: course)?|a/?l))"
    r"(?:\s+(?:from\s+|on\s+|starting\s+|for\s+(?=today))?(?P<when>(?:today|tomorrow|tmrw|tonight|mon|tue|wed|thu|fri|sat|sun|next|this|the|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[^,]*?))?"
    r"(?:\s*(?:-|\bto\b|\btil\b|\btill\b|\buntil\b)\s*(?P<until>[^,]+?))?"
    r"(?:[ ,;]+(?:and )?(?:my )?cover(?:ed by|ing)?(?: is| by|:)?\s+(?P<cover>.+))?",
    re.IGNORECASE,
)
_BACK = re.compile(r"(?:i(?:'?m| am)) back(?: (?:at work|in|now|today|from (?:leave|sick|holiday)))*", re.IGNORECASE)
_AWAY = re.compile(
    r"(?:show |list )?(?:who(?:'?s| is) (?:away|off|on leave|off sick)(?: (?:today|now|this week))?|my (?:leave|absences?)|(?:team )?(?:leave|absences?)(?: list)?)",
    re.IGNORECASE,
)
_SHIFTS = re.compile(
    r"(?:(?:my (?:shifts?|working hours|hours)(?: are| is)?|i work|set my (?:shifts?|hours)(?: to)?)[ :]+(?P<when>.{5,160})|(?P<none>(?:clear|delete|remove) my (?:shifts?|hours)))",
    re.IGNORECASE,
)
_ESCALATED = re.compile(
    r"(?:(?:show|list|what(?:'?s| is| was| has been)?)(?: me)? )?(?:been )?escalat(?:ed|ions)(?: to me)?|my escalations", re.IGNORECASE
)
_ACKNOWLEDGE = re.compile(
    rf"(?:i have (?:it|this)|i'?ve (?:got|seen) (?:it|this)|i'?ll do it|ack(?:nowledged?)?(?: (?:it|this))?)(?:[ ,:]+(?P<what>{LOOSE_NMO}|[^,]{{3,40}}))?",
    re.IGNORECASE,
)
_READ = 300


def duty_asked(text: str, now: datetime) -> DutyAsked | None:
    """None where the whole line is not that, or its time or days are none."""
    said = " ".join(straight(text).split()).rstrip("?!. ")
    if not said or len(said) > _READ:
        return None
    found = _told_of_people(said) or _of_a_contact(said)
    return found if found is None or found.plain or _is_one(found, now) else None


def may_say(asked: DutyAsked, officer: Officer, *, in_the_midst: bool) -> bool:
    """Whoever makes no contacts says something else by it; so does an officer in the midst of a record, unless it is plain, and one who names another as away."""
    names_another = asked.asked is Duty.ABSENCE and asked.what and not officer.may(Permission.SEE_TEAM_CONTACTS)
    return officer.may(Permission.PLAN_CONTACT) and (asked.plain or not in_the_midst) and not names_another


def _told_of_people(said: str) -> DutyAsked | None:
    for asked, sign in ((Duty.BACK, _BACK), (Duty.AWAY, _AWAY), (Duty.ESCALATED, _ESCALATED)):
        if sign.fullmatch(said):
            return DutyAsked(asked)
    shifts = _SHIFTS.fullmatch(said)
    if shifts is not None:
        return DutyAsked(Duty.SHIFTS, when=shifts["when"] or "")
    away = _ABSENCE.fullmatch(said)
    if away is None or not (away["when"] or away["until"] or "sick" in away["kind"].casefold()):
        return None
    kind = next(kind for sign, kind in (*_KINDS, (re.compile(""), Kind.OTHER)) if sign.search(away["kind"]))
    return DutyAsked(Duty.ABSENCE, away["who"] or "", away["cover"] or "", away["when"] or "", away["until"] or "", kind=kind, plain=False)


def _of_a_contact(said: str) -> DutyAsked | None:
    acknowledged = _ACKNOWLEDGE.fullmatch(said)
    if acknowledged is not None:
        return DutyAsked(Duty.ACKNOWLEDGE, acknowledged["what"] or "", plain=False)
    everything = _GIVE_ALL.fullmatch(said)
    if everything is not None:
        return DutyAsked(Duty.GIVE_ALL, who=everything["who"])
    if _GIVE_ANY.fullmatch(said):
        return DutyAsked(Duty.GIVE, plain=False)
    given = _GIVE.fullmatch(said)
    if given is not None:
        who = "" if _TO_ANYBODY.fullmatch(given["who"]) else given["who"]
        return DutyAsked(Duty.GIVE, _named(given["what"] or ""), who, plain=_REFERENCE.search(said) is not None)
    off = _PUT_OFF.fullmatch(said)
    if off is not None:
        return DutyAsked(Duty.PUT_OFF, _named(off["what"] or ""), when=off["when"] or "", why=off["why"] or "")
    bare = _BARE_PUT_OFF.fullmatch(said)
    return None if bare is None else DutyAsked(Duty.PUT_OFF, when=bare["when"], why=bare["why"] or "", plain=False)


def _is_one(found: DutyAsked, now: datetime) -> bool:
    """Words that could be of something else are taken for this only where their times are times."""
    try:
        if found.asked is Duty.PUT_OFF:
            read_coming(found.when, now)
        for day in (found.when, found.until) if found.asked is Duty.ABSENCE else ():
            read_coming_day(day or "today", now)
    except Unreadable as wrong:
        return wrong.advice == PASSED
    return True


def _named(what: str) -> str:
    """Empty where `it`, or any contact, is all that is said."""
    return "" if re.fullmatch(rf"{_IT}|{_ANY}", what, re.IGNORECASE) else what
