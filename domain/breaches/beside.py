"""What an answer says by another one of the same page: the same risk as before, and the explanation in the words that say there was one."""

from collections.abc import Mapping

from domain.breaches.drafts import Answer
from domain.breaches.naming import tells_explanation
from domain.breaches.questions import EXPLAINED_AT_ALL, EXPLANATION, RISK_AFTER, RISK_BEFORE, Question
from domain.breaches.reading import Reading
from domain.denials import words_in

_SAME = frozenset({"same", "the same", "still the same", "same as before", "the same as before", "unchanged", "no change", "as before"})


def same_as_before(question: Question, typed: str, given: Mapping[str, Answer]) -> Reading | None:
    """The risk before, where the risk now is said to be the same."""
    before = given.get(RISK_BEFORE.id)
    if question != RISK_AFTER or before is None or not before.settled or not before.values:
        return None
    return Reading(before.values, typed) if words_in(typed).strip() in _SAME else None


def explained_in(question: Question, reading: Reading, given: Mapping[str, Answer]) -> Reading | None:
    """`Said it was agreed` is the explanation as well, unless one is given already."""
    if question != EXPLAINED_AT_ALL or EXPLANATION.id in given or reading.values != ("explained",):
        return None
    return Reading(text=reading.text) if tells_explanation(reading.text) else None
