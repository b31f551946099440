"""Reads a line that tells what happened to an order that is held: served, told of, varied, extended, discharged, an undertaking, a return hearing."""

import re
from dataclasses import dataclass, field
from datetime import datetime

from bot.intents import asks_nothing, only_tells
from bot.typed import line_of
from domain.breaches.spotting import tells_of_conduct
from domain.change_reading import ChangeRead, change_read, is_of_another_matter, unasked
from domain.evidence import How
from domain.moments import find_moment
from domain.order_changes import EVIDENCE_OF, ChangeKind
from domain.provenance import Provenance
from domain.references import find_reference
from domain.understanding import Understood, is_surely, understand
from domain.understanding.intents import Intent

LONGEST = 200
# "order ..." at the beginning of a line is otherwise a look-up.
_OPENING = re.compile(r"^(?:the |this )?order\s+", re.IGNORECASE)
_BY = re.compile(
    r"\bby\s+(?P<by>.{2,80}?)(?=\s+(?:at|on|today|yesterday|this|last|in|to|until|proof|per|after|before|by)\b|[,;.]|$)", re.IGNORECASE
)
_NOT_A_PERSON = re.compile(r"(?:hand|post|phone|telephone|e-?mail|text|whatsapp|order|the court order|return|\d)", re.IGNORECASE)
_AN_OFFICER = re.compile(r"(?:pc|ps|dc|ds|di|insp\w*|sgt|sergeant|pcso|officer|vlo|wpc)\b", re.IGNORECASE)
_ME = re.compile(r"(?:me|myself|us)", re.IGNORECASE)
_IN_COURT = re.compile(r"\b(?:in court|at court|at the hearing)\b", re.IGNORECASE)
# As the form of each change has them; the first that is said.
_HOW: dict[ChangeKind, tuple[tuple[How, re.Pattern[str]], ...]] = {
    ChangeKind.SERVED: (
        (How.EMAIL_BY_ORDER, re.compile(r"\bby e-?mail\b", re.IGNORECASE)),
        (How.IN_COURT, _IN_COURT),
        (How.PERSONAL, re.compile(r"\b(?:on (?:him|her|them)|in person|personally|handed|by hand)\b", re.IGNORECASE)),
    ),
    ChangeKind.TOLD: (
        (How.TOLD_BY_PHONE, re.compile(r"\b(?:phone|telephone|rang|call)\b", re.IGNORECASE)),
        (How.TOLD_BY_SOLICITOR, re.compile(r"\bsolicitor (?:has |had )?told\b|\bby (?:his|her|their|the) solicitor\b", re.IGNORECASE)),
        (How.TOLD_BY_COURT, re.compile(r"\bby the court\b|\bcourt (?:has |had )?told\b", re.IGNORECASE)),
        (How.IN_COURT, _IN_COURT),
        (How.OWN_WORDS, re.compile(r"^(?:he|she|they|(?:the )?resp\w*) (?:says|said|admits|admitted|confirms|confirmed)\b", re.IGNORECASE)),
    ),
}
_PLAINLY = (
    (
        ChangeKind.ATTEMPTED,
        re.compile(r"\b(?:unable|not in|no ?(?:one|body) in|no answer|no reply|failed|refused to open|would not open)\b", re.IGNORECASE),
    ),
    (
        ChangeKind.TOLD,
        re.compile(
            r"\b(?:told|aware|phone|went (?:thru|through)|solicitor gave|says|knows)\b(?=.*\b(?:order|nmo|non[- ]?mol\w*|papers?)\b)"
            r"|\btold (?:\w+ )?(?:about|of) it\b|\btold (?:him|them|(?:the )?resp\w*)(?:,| on\b|$)"
            r"|\b(?:order|nmo|non[- ]?mol\w*|papers?)\b.*\b(?:told|aware|phone|went (?:thru|through)|says|knows)\b",
            re.IGNORECASE,
        ),
    ),
    (
        ChangeKind.SERVED,
        re.compile(
            r"\b(?:serv(?:e[ds]?|d|ing)|handed|gave|given|deliver\w*|left|posted|papers?|paperwork|got)\b.* \w|\w .*\bserv(?:e[ds]?|d|ing)\b",
            re.IGNORECASE,
        ),
    ),
)
# A way of serving, and no message to anybody.
_BY_EMAIL = re.compile(r"\bserved by e-?mail\b", re.IGNORECASE)
_LEARNED = (
    (Provenance.COURT_EMAIL, re.compile(r"\b(?:court|hmcts)\b.{0,20}\be-?mail|e-?mail(?:ed)? (?:from|by) (?:the )?court", re.IGNORECASE)),
    (Provenance.COURT_PHONE, re.compile(r"\bcourt\b.{0,20}\b(?:rang|called|phoned|telephone)", re.IGNORECASE)),
    (Provenance.SOLICITOR, re.compile(r"\bsolicitors?\b", re.IGNORECASE)),
)


@dataclass(frozen=True)
class ChangeSaid:
    """`values` are what the line tells, as the form takes them; `reference` the order's, where one stands in it; `person` whom it names."""

    kind: ChangeKind
    values: dict[str, str] = field(default_factory=dict)
    reference: str = ""
    person: str = ""


def change_said(text: str, now: datetime, by: str = "") -> ChangeSaid | None:
    """None where the line is none, asks, or tells of a breach. `by` is how the officer who types signs: "by me" is they."""
    line = line_of(text)
    if len(text) > LONGEST or "?" in text or tells_of_conduct(_BY_EMAIL.sub("", line)):
        return None
    read = change_read(line) if asks_nothing(unasked(line)) else None
    understood = understand(line, now)
    if read is None and only_tells(_OPENING.sub("", line)) and is_surely(Intent.RECORD_SERVICE, line, now):
        read = _of_service(line)
    if read is None:
        return None
    values = {name: value for name, value in _told(read, line, now, by).items() if value}
    return ChangeSaid(read.kind, values, find_reference(line) or "", _person(understood))


def _of_service(line: str) -> ChangeRead | None:
    """Of a line that is surely about service, and says it in none of the ways that are read."""
    if is_of_another_matter(line):
        return None
    return next((ChangeRead(kind) for kind, sign in _PLAINLY if sign.search(line)), None)


def _told(read: ChangeRead, line: str, now: datetime, by: str) -> dict[str, str]:
    if read.kind is ChangeKind.HEARING:
        return {"hearing": read.hearing} | _learned(line)
    how = _how(read.kind, line)
    when = _when(read.before if read.end else line, now)
    by_whom = _by_whom(line, by) if read.kind in EVIDENCE_OF else {}
    return {"when": when, "how": how, "new_end": read.end} | by_whom | _learned(line)


def _how(kind: ChangeKind, line: str) -> str:
    ways = _HOW.get(kind, ())
    return next((how.value for how, sign in ways if sign.search(line)), "")


def _when(line: str, now: datetime) -> str:
    """Without whoever did it, whose number is no time."""
    found = find_moment(_BY.sub("", line), now)
    return "" if found is None else found.words


def _by_whom(line: str, by: str) -> dict[str, str]:
    named = next((found["by"] for found in _BY.finditer(line) if not _NOT_A_PERSON.match(found["by"])), "")
    if not named:
        return {}
    whom = by if _ME.fullmatch(named) else named
    return {"by_whom": whom, **({"learned": Provenance.OFFICER.value} if _AN_OFFICER.match(whom) or whom == by else {})}


def _learned(line: str) -> dict[str, str]:
    return next(({"learned": source.value} for source, sign in _LEARNED if sign.search(line)), {})


def _person(understood: Understood) -> str:
    """Whoever is named: as whom depends on what else the line is taken for, and the register says it."""
    names = (understood.entities.get(entity) for entity in ("person_name", "victim_name"))
    return next((name for name in names if isinstance(name, str)), "")
