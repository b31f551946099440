"""Which question of an open page hears what is typed."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from domain.breaches.choice import NONE_ALONE
from domain.breaches.drafts import Answer
from domain.breaches.lacking import is_filled_in
from domain.breaches.questions import HAPPENED, WHEN, WITNESSES, Kind, Page, Question
from domain.breaches.reading import read_answer
from domain.breaches.spotting import names_somebody, spotted
from domain.denials import UNSURE_WORDS, words_in
from domain.errors import Unreadable

_NOBODY_ELSE = re.compile(r"(?:no ?one|nobody)(?: else)?(?: (?:at all|there|about|around|(?:saw|heard|saw or heard)(?: it| anything)?))?")
_BARE = frozenset({"yes", "y", "yeah", "yep", "n", "not yet", *NONE_ALONE, *UNSURE_WORDS})


def hearer(waiting: Sequence[Question], given: Mapping[str, Answer], typed: str, now: datetime) -> Question:
    """The first that waits, where it can read the words; else another that plainly can, else the first that has nothing yet.

    Of a bare `no` nobody can tell that it is meant for a later one, or against what is filled in.
    """
    first, empty = waiting[0], [one for one in waiting if not is_filled_in(one, given.get(one.id))]
    if first in empty[:1] and first.kind is Kind.WORDS:
        return first
    bare = words_in(typed).strip() in _BARE
    asked = empty[:1] or waiting if bare else waiting
    found = next((one for one in asked if _answers(one, typed, now)), None)
    if found is not None:
        return found
    rather = first == HAPPENED and (bare or empty[:1] == [WHEN])
    return first if rather or not empty else empty[0]


def tells_witnesses(page: Page, typed: str) -> bool:
    """`No one else` says who saw it, where that is asked, and nothing of what happened or where."""
    return WITNESSES in page.questions and _NOBODY_ELSE.fullmatch(words_in(typed).strip()) is not None


def added_to(given: Answer | None, question: Question, typed: str) -> str:
    """Words typed while the first ones still wait to be confirmed stand under them: they may add to them as well as correct them."""
    adds = given is not None and question.multiline and is_filled_in(question, given) and typed not in given.text
    return f"{given.text}\n{typed}" if given is not None and adds else typed


def _answers(question: Question, typed: str, now: datetime) -> bool:
    """Plainly: an account is of somebody, and a place is one that is known as such."""
    if question == HAPPENED:
        return names_somebody(typed)
    if question.kind is Kind.WORDS:
        return spotted(question, typed, now) is not None
    try:
        return bool(read_answer(question, typed, now).values)
    except Unreadable:
        return False
