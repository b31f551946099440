"""The entities of a reminder put off, of work handed on, and of the lists of what is due."""

import re

from domain.understanding import facts
from domain.understanding.beside_names import As
from domain.understanding.parts import NUMBERS, WHERE, Entities, best_time, pick, put, put_marks, put_time, put_victim
from domain.understanding.people import Named
from domain.understanding.seeing import Seen

_TAKES = re.compile(
    r"[\w'-]+ (?:is |will |can |to |be |going )*(?:tak(?:e|es|ing)|cover(?:s|ing)?|pick(?:s|ing)? up|hav(?:e|ing)|(?:down )?(?:as )?(?:the )?(?:new )?(?:owner|contact) (?:of|for))\b"
)


_OWN_WORK = re.compile(r"[\w'-]+ (?:\w+ )?(?:victims|list|cases|caseload|workload|stuff|ones|jobs)\b")
_ALL_OF = re.compile(r"\ball (?:of )?$")
_COLLAR = re.compile(
    r"\b(?:to|collar|with) (?:(?:collar|number|no|officer|pc|dc|ds|sgt|ps) )*(?P<collar>[a-z]{0,2}\d{3,6})\b(?! ?(?:hrs?|hours?))"
)


def snooze(filled: Entities, seen: Seen) -> None:
    put_victim(filled, seen, As.OWNER, As.SPOKEN_TO, As.ABOUT, As.ALONE, As.RECEIVER)
    put_marks(filled, seen, (*WHERE, *NUMBERS))
    until = [one for one in seen.times if one.raw != "now" and not re.search(r"\bnot $", seen.said[: one.start][-4:])]
    if seen.durations:
        filled["duration"] = seen.durations[0][0]
        until = [one for one in until if one.clock or one.day]
    put_time(filled, best_time([one.planned for one in until]), "until")
    if not {"victim_name", "order_no", "person_name"} & filled.keys():
        filled["target_ref"] = "last_reminder"


def reassign(filled: Entities, seen: Seen) -> None:
    people = list(seen.people)
    to = (
        next((one for one in people if _TAKES.match(seen.said[one.end :][:40])), None)
        or pick(people, As.RECEIVER)
        or next((one for one in people if one.role is As.OFFICER), None)
    )
    if to is None:
        to = next((one for one in reversed(people) if one.title), None) or pick(people, As.SPOKEN_TO)
    if to is not None:
        filled["to"] = to.name
        if to.title:
            filled["to_role"] = to.title.upper()
    else:
        collar = _COLLAR.search(seen.marks.rest)
        put(filled, "to", collar["collar"].upper() if collar else None)
    rest = [one for one in people if one is not to]
    giver = pick(rest, As.GIVER) or next((one for one in rest if one.role is As.OWNER and _owns_work(one, seen)), None)
    if giver is not None:
        filled["from"] = giver.name
    victim = pick([one for one in rest if one is not giver], As.APPLICANT, As.OWNER, As.ABOUT, As.ALONE, As.SPOKEN_TO)
    if victim is not None:
        filled["victim_name"] = victim.name
    put_marks(filled, seen, (*WHERE, *NUMBERS))
    put(filled, "risk_level", facts.risk_in(seen.said))
    if seen.team is not None:
        filled["team"] = seen.line.typed(*_value_of(seen)) or seen.team[0]


def _owns_work(one: Named, seen: Seen) -> bool:
    """`kate's caseload` and `all of kate's contacts` are an officer's."""
    if _OWN_WORK.match(seen.said[one.end :][:60]):
        return True
    return _ALL_OF.search(seen.said[: one.start][-8:]) is not None and re.match(r"[\w'-]+ contacts\b", seen.said[one.end :]) is not None


def contacts(filled: Entities, seen: Seen) -> None:
    put(filled, "risk_level", facts.risk_in(seen.said))
    if seen.team is not None:
        filled["team"] = seen.line.typed(*_value_of(seen)) or seen.team[0]
    put_marks(filled, seen, ("postcode_area", "postcode", "order_no"))
    expiring = re.search(r"\b(?:expir|run\w* out|ending|laps|renew)", seen.said)
    if expiring is not None:
        filled["kind"] = "order_expiry"
    else:
        put(filled, "status", facts.first_of("status", seen.said))
    ahead = re.search(
        r"\b(?:next|coming|within|in) (?:the )?(?:next |coming )?(?:\d+|two|three|four|few|couple of)? ?(?:hours?|days?|weeks?|months?|fortnight)\b",
        seen.said,
    )
    if ahead is not None:
        filled["date_raw"] = re.sub(r"^(?:in|within|the) (?:the )?", "", ahead[0])
    else:
        put_time(filled, best_time([one.planned for one in seen.times]), "date")
    area = re.search(r"\b(?:my|our) (?:beat|patch|area|ward)\b", seen.said)
    put(filled, "area", area[0] if area else None)
    put_victim(filled, seen, As.OWNER, As.ABOUT, As.ALONE)


def _value_of(seen: Seen) -> tuple[int, int]:
    """Where the team's own name stands within the words that told of it."""
    if seen.team is None:
        return 0, 0
    value, start, end = seen.team
    found = re.search(rf"\b{re.escape(value)}\b", seen.said[start:end])
    return (start + found.start(), start + found.end()) if found else (0, 0)
