"""Reads a line that tells what happened to an order that is held: served, told of, varied, extended, discharged, an undertaking, a return hearing."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from bot.intents import only_tells
from bot.typed import line_of
from domain.breaches.spotting import tells_of_conduct
from domain.evidence import How
from domain.measure_table import ENDINGS, ENTERED, NAMED
from domain.moments import find_moment
from domain.order_changes import ChangeKind
from domain.provenance import Provenance
from domain.references import find_reference
from domain.understanding import Understood, is_surely, understand
from domain.understanding.intents import Intent

LONGEST = 200
_THINGS = "|".join(
    re.escape(name).replace(r"\ ", r"\s+") for name in sorted({*NAMED, *(row.thing for row in ENTERED)}, key=len, reverse=True)
)
_IT = rf"(?:(?:the |this |his |her |their )?(?:order|nmo|non[- ]?mol\w*|papers?|paperwork|respondent|resp|copy|{_THINGS})\s+|(?:he|she|they|it)\s+|nmo[- ]?[a-z0-9]{6}\s+)?"
_BE = r"(?:(?:was|were|is|has|have|had|been|now|just|got|personally|finally)\s+)*"
_SIGNS: tuple[tuple[ChangeKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?:please |i |we |record(?: that)? )*{_IT}{_BE}(?:{words})\b", re.IGNORECASE))
    for kind, words in (
        (
            ChangeKind.ATTEMPTED,
            r"(?:(?:tried|attempted|unable|failed) to|could ?n[o']t(?: be)?|not) served?|(?:attempted|failed) service|service (?:failed|was tried)",
        ),
        (ChangeKind.SERVED, r"(?:served|service (?:done|effected|made|completed)|handed the (?:order|papers))"),
        (
            ChangeKind.TOLD,
            r"(?:told|informed|made aware)(?: him| her| them| the respondent| respondent)?(?: of| about)? (?:the|his|her|their) (?:order|nmo|non[- ]?mol\w*)",
        ),
        *((ChangeKind(one.what), "|".join(map(re.escape, one.heard))) for one in ENDINGS),
        (ChangeKind.EXTENDED, r"extended"),
        (ChangeKind.VARIED, r"varied"),
        (ChangeKind.UNDERTAKING, r"(?:gave|giving|replaced by|accepted) an undertaking"),
        (ChangeKind.HELD, r"(?:the )?(?:return )?hearing (?:(?:was|has been|is) )?held"),
        (ChangeKind.HEARING, r"(?:return hearing (?:is |now |moved |listed |set |changed |will be )*(?:on|for|to)?)"),
    )
)
# "order ..." at the beginning of a line is otherwise a look-up.
_OPENING = re.compile(r"^(?:the |this )?order\s+", re.IGNORECASE)
_BY = re.compile(
    r"\bby\s+(?P<by>.{2,80}?)(?=\s+(?:at|on|today|yesterday|this|last|in|to|until|proof|per|after|before)\b|[,;.]|$)", re.IGNORECASE
)
_NOT_A_PERSON = re.compile(r"(?:hand|post|phone|telephone|e-?mail|text|whatsapp|order|the court order|return|\d)", re.IGNORECASE)
_END = re.compile(r"\b(?:to|until|till|til|by)\s+(?:the\s+)?(?P<end>.{3,40})$", re.IGNORECASE)
_HEARING = re.compile(
    r"return hearing\s+(?:is\s+|now\s+|moved\s+|listed\s+|set\s+|changed\s+|will be\s+)*(?:on\s+|for\s+|to\s+)?(?P<day>.{3,40})$",
    re.IGNORECASE,
)
_AN_OFFICER = re.compile(r"(?:pc|ps|dc|ds|di|insp\w*|sgt|sergeant|pcso|officer|vlo|wpc)\b", re.IGNORECASE)
_ME = re.compile(r"(?:me|myself|us)", re.IGNORECASE)
_IN_PERSON = re.compile(r"\b(?:on (?:him|her|them)|in person|personally|handed|by hand)\b", re.IGNORECASE)
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
    if len(text) > LONGEST or not only_tells(_OPENING.sub("", line)) or tells_of_conduct(line):
        return None
    kind = next((kind for kind, sign in _SIGNS if sign.match(line)), None)
    understood = understand(line, now)
    if kind is None and is_surely(Intent.RECORD_SERVICE, line, now):
        kind = _of_service(line)
    if kind is None:
        return None
    values = {name: value for name, value in _told(kind, line, now, by).items() if value}
    return ChangeSaid(kind, values, find_reference(line) or "", _person(understood))


def _of_service(line: str) -> ChangeKind:
    if re.search(r"\b(?:unable|not in|no one in|nobody in|no answer|failed|refused to open)\b", line, re.IGNORECASE):
        return ChangeKind.ATTEMPTED
    return (
        ChangeKind.TOLD
        if re.search(r"\b(?:told|aware|phone|went (?:thru|through)|solicitor gave|says)\b", line, re.IGNORECASE)
        else ChangeKind.SERVED
    )


def _told(kind: ChangeKind, line: str, now: datetime, by: str) -> dict[str, str]:
    return _READERS.get(kind, _of_court)(line, now) | _by_whom(line, by) | _learned(line)


def _of_serving(line: str, now: datetime) -> dict[str, str]:
    how = How.PERSONAL.value if _IN_PERSON.search(line) else ""
    return {"when": _when(line, now), "how": how}


def _of_telling(line: str, now: datetime) -> dict[str, str]:
    phone = re.search(r"\b(?:phone|telephone|rang|call)\b", line, re.IGNORECASE)
    return {"when": _when(line, now), "how": How.TOLD_BY_PHONE.value if phone else ""}


def _of_court(line: str, now: datetime) -> dict[str, str]:
    return {"when": _when(line, now)}


def _of_extending(line: str, now: datetime) -> dict[str, str]:
    end = _END.search(line)
    if end is None:
        return {"when": _when(line, now)}
    return {"new_end": end["end"], "when": _when(line[: end.start()], now)}


def _of_hearing(line: str, _: datetime) -> dict[str, str]:
    day = _HEARING.search(line)
    return {"hearing": day["day"]} if day else {}


def _when(line: str, now: datetime) -> str:
    """Without whoever did it, whose number is no time."""
    found = find_moment(_BY.sub("", line), now)
    return "" if found is None else found.words


def _by_whom(line: str, by: str) -> dict[str, str]:
    found = _BY.search(line)
    if found is None or _NOT_A_PERSON.match(found["by"]):
        return {}
    whom = by if _ME.fullmatch(found["by"]) else found["by"]
    return {"by_whom": whom, **({"learned": Provenance.OFFICER.value} if _AN_OFFICER.match(whom) or whom == by else {})}


def _learned(line: str) -> dict[str, str]:
    return next(({"learned": source.value} for source, sign in _LEARNED if sign.search(line)), {})


def _person(understood: Understood) -> str:
    name = understood.entities.get("person_name")
    return name if isinstance(name, str) else ""


_READERS: dict[ChangeKind, Callable[[str, datetime], dict[str, str]]] = {
    ChangeKind.SERVED: _of_serving,
    ChangeKind.TOLD: _of_telling,
    ChangeKind.EXTENDED: _of_extending,
    ChangeKind.HELD: _of_extending,
    ChangeKind.HEARING: _of_hearing,
}
