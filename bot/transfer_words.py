"""Reads a line about people who go over to another force: the list, one by its reference, or whom to send where."""

import re
from dataclasses import dataclass
from datetime import datetime

from bot.typed import line_of
from domain.london import to_london
from domain.references import LOOSE_NMO, LOOSE_TR, canonical, find_reference
from domain.understanding import Intent, shares, understand

_LIST = re.compile(
    r"(?:(?:show|list|see)(?: me)?(?: the| my)? |my |open |pending )*transfers(?: (?:in|out|pending|waiting))?", re.IGNORECASE
)
_ONE = re.compile(rf"(?:(?:open|show|see)\s+)?(?:(?:the\s+)?transfer\s+)?({LOOSE_TR})", re.IGNORECASE)
_FORCE = r"(?P<to>.{0,60}?\b(?:police|constabulary|force))"
_REFERENCE = rf"(?:(?:the\s+)?order\s+)?(?P<order>{LOOSE_NMO})"
_PERSON = r"(?:(?:her|him|them|this|it)\b|(?:this|the)\s+(?:victim|person|applicant|protected\s+person|case|order)\b)"
_PLAIN = (
    re.compile(rf"(?:please\s+)?transfer\s+{_REFERENCE}(?:\s+(?:out\s+)?to\s+(?P<to>.{{2,60}}))?", re.IGNORECASE),
    re.compile(rf"(?:please\s+)?transfer\s+{_PERSON}(?:\s+(?:out\s+)?to\s+{_FORCE})", re.IGNORECASE),
    re.compile(rf"(?:please\s+)?transfer\s+(?P<name>[^\d]{{2,60}}?)\s+(?:out\s+)?to\s+{_FORCE}", re.IGNORECASE),
    re.compile(r"(?:please\s+)?transfer(?:red)?\s+in(?:\s+from\s+(?P<since>.{2,60}?))?(?:\s+ref(?:erence)?\b.{0,40})?", re.IGNORECASE),
)
_ASKS = re.compile(r"\s*(?:what|when|who|whose|why|how|which|where|do|does|did|is|are|should|must|may|can|could)\b", re.IGNORECASE)
# The form that follows sends nothing by itself, yet a question must not open it.
_SURE = 0.9
_READ = 300


@dataclass(frozen=True)
class TransferAsked:
    """`reference` is a transfer's; `order` and `name` say whose, `to` and `since` are forces as typed. With none of them it is the list."""

    reference: str = ""
    order: str = ""
    name: str = ""
    to: str = ""
    since: str = ""
    is_list: bool = False


def transfer_asked(text: str, now: datetime) -> TransferAsked | None:
    line = line_of(text)
    if _LIST.fullmatch(line):
        return TransferAsked(is_list=True)
    if (one := _ONE.fullmatch(line)) is not None:
        return TransferAsked(reference=canonical(one[1]))
    for sign in _PLAIN:
        if (plain := sign.fullmatch(line)) is not None:
            return _as_typed({"order": "", "name": "", "to": "", "since": ""} | {k: v for k, v in plain.groupdict().items() if v}, line)
    if len(text) > _READ or text.rstrip().endswith("?") or _ASKS.match(text):
        return None
    read = understand(text, to_london(now))
    if read.intent is not Intent.TRANSFER or shares(text, now)[read.intent] < _SURE:
        return None
    found = {name: str(read.entities.get(name, "")) for name in ("to_force", "from_force", "order_no", "person_name", "victim_name")}
    return TransferAsked(
        order=find_reference(found["order_no"]) or "",
        name=found["person_name"] or found["victim_name"],
        to=found["to_force"],
        since=found["from_force"],
    )


def _as_typed(said: dict[str, str], line: str) -> TransferAsked:
    order = canonical(said["order"]) if said["order"] else ""
    comes = re.match(r"(?:please\s+)?transfer(?:red)?\s+in\b", line, re.IGNORECASE) is not None
    return TransferAsked(order=order, name=said["name"].strip(), to=said["to"], since=said["since"] or ("elsewhere" if comes else ""))
