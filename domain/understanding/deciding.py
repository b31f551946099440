"""Which intent a line has: its signs weighed beside what stands in it."""

import re

from domain.understanding.intents import Intent
from domain.understanding.parts import doer_in
from domain.understanding.people import As, Named
from domain.understanding.seeing import Seen
from domain.understanding.signs import heaviest, weights
from domain.understanding.topics import topic_of

_ORDER = re.compile(r"\b(?:orders?|nmos?|non[ -]?mol\w*|injunctions?|protected|breach\w*)\b")
_ASKS = re.compile(
    r"^(?:(?:so|and|hi|hiya|hey|hello|morning|please|quick question|quick one|question|ok|just|also|but|erm)[ ,:.-]+){0,3}"
    r"(?:what|when|who|why|how|which|where|can|cannot|could|does|did|is|are|am|should|shall|must|has|have|will|would|do|any|was|were)\b"
)
_I_MAY = re.compile(
    r"^(?:please |hi |hello )*(?:can|could|would|will) (?:i|you|we|someone|u)\b|^how do i (?:record|log|report|register|upload|snooze|reassign|transfer)\b"
)
# A question about anything in the world weighs no more than this.
_ANY_QUESTION = 8
_TRADE = re.compile(
    r"\b(?:victims?|respondents?|applicants?|police|officers?|sergeant|supervisor|custody|domestic|abuse|safeguard\w*|refer\w*|advice|action|court|hearing|solicitor|suspect|she|he|children|kids|house|address|force|bot|case)\b"
)
_LOOKED_UP_BY = {
    "order_no": 5.0,
    "postcode": 5.0,
    "dob": 5.0,
    "birth_year": 4.0,
    "phone": 4.0,
    "email": 4.0,
    "address": 4.0,
    "postcode_area": 4.0,
}
# A question tells of nothing that was done; what is asked with `can i` may be asked to be done.
_TOLD = (Intent.RECORD_SERVICE, Intent.RECORD_BREACH, Intent.REGISTER_ORDER, Intent.LOG_CONTACT)
_ACTS = (*_TOLD, Intent.SNOOZE, Intent.REASSIGN, Intent.TRANSFER)
_LIKES_ACTS = re.compile(r"\b(?:hand|give|pass|move|send|swap|transfer|put|switch|allocate|assign|change)\b")


def intent_of(seen: Seen) -> Intent:
    total = weights(seen.said)
    _weigh_marks(total, seen)
    _weigh_people(total, seen)
    if _ASKS.search(seen.said):
        _weigh_question(total, seen)
    if _ORDER.search(seen.said) and Intent.SMALLTALK in total and total[Intent.SMALLTALK] < 20:
        total[Intent.SMALLTALK] *= 0.3
    best = heaviest(total)
    if best is Intent.GUIDANCE and total[best] <= _ANY_QUESTION and topic_of(seen.said) is None and _TRADE.search(seen.said) is None:
        return Intent.SMALLTALK
    if best is not None:
        return best
    return Intent.LOOKUP_ORDER if seen.people else Intent.SMALLTALK


def _weigh_marks(total: dict[Intent, float], seen: Seen) -> None:
    _add(total, Intent.LOOKUP_ORDER, max((_LOOKED_UP_BY.get(mark, 0.0) for mark in seen.marks.values), default=0.0))
    if "custody_no" in seen.marks.values:
        _add(total, Intent.RECORD_BREACH, 4)
    if "vehicle_reg" in seen.marks.values:
        _add(total, Intent.SMALLTALK, 9)
    if any(force.way for force in seen.forces):
        _add(total, Intent.TRANSFER, 7)
    elif seen.forces:
        _add(total, Intent.TRANSFER, 2)


def _weigh_people(total: dict[Intent, float], seen: Seen) -> None:
    if any(_looked_up(one) for one in seen.people):
        _add(total, Intent.LOOKUP_ORDER, 3)
    to_somebody = any(one.role is As.RECEIVER or (one.role is As.OFFICER and one.title) for one in seen.people)
    if to_somebody and not seen.forces and _LIKES_ACTS.search(seen.said):
        _add(total, Intent.REASSIGN, 8)
    if doer_in(seen) is not None:
        _add(total, Intent.RECORD_BREACH, 14)
    if any(one.role is As.SPOKEN_TO for one in seen.people):
        _add(total, Intent.LOG_CONTACT, 3)
    if any(one.role is As.ALONE and one.sure for one in seen.people) and not total:
        _add(total, Intent.LOOKUP_ORDER, 2)


def _looked_up(one: Named) -> bool:
    return one.sure and (one.role in (As.RESPONDENT, As.APPLICANT, As.ABOUT) or one.words > 1)


def _weigh_question(total: dict[Intent, float], seen: Seen) -> None:
    asked = _I_MAY.search(seen.said) is not None
    for intent in _TOLD:
        if intent in total:
            total[intent] *= 0.7 if asked else 0.3
    named = any(mark in seen.marks.values for mark in _LOOKED_UP_BY) or any(one.words > 1 and one.known for one in seen.people)
    if named and Intent.GUIDANCE in total:
        total[Intent.GUIDANCE] *= 0.3
        _add(total, Intent.LOOKUP_ORDER, 3)


def _add(total: dict[Intent, float], intent: Intent, weight: float) -> None:
    if weight:
        total[intent] = total.get(intent, 0) + weight
