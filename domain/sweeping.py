"""Searches that name nobody and want everybody: none is run."""

import re
from itertools import pairwise

from domain.common_words import COMMON
from domain.folding import fold
from domain.trade_talk import TALK

ONE_AT_A_TIME = "One person at a time: everybody, and signs that stand for letters (*, %, _ or ? within a word), are not searched. Type a name and a date of birth, a postcode or a case number."
_ALL = re.compile(
    r"(?:please )?(?:(?:show|list|give|find|get|search|print|display|see|export|download|look up|fetch|open)(?: me)?(?: for)? )?"
    r"(?:(?:all|every|each|any)(?: of)?(?: the)?(?: (?:live|open|current|active|known|court))?"
    r" (?:orders?|nmos?|non[- ]mols?|persons?|people|names?|records?|respondents?|applicants?|victims?|cases|suspects|of them|one|body)"
    r"|everyone|everybody|everything|all)(?: (?:on|in) (?:here|(?:the )?(?:register|database|system|list|force|area|book)))?(?: please)?[.!? ]*",
    re.IGNORECASE,
)
_LONGEST = 120
_SIGNS, _SHORTEST = frozenset("*%_?"), 3
_LINE = re.compile("_{3,}")


def wants_everyone(text: str) -> bool:
    line = " ".join(text[: 2 * _LONGEST].split())
    return has_wildcard(text) or (len(line) <= _LONGEST and _ALL.fullmatch(line) is not None)


def has_wildcard(text: str) -> bool:
    """A sign that stands for letters, alone or in a word; `100%` is a figure, a row of `_` a drawn line, and `?` asks unless it is within a word."""
    if _SIGNS.isdisjoint(text):
        return False
    return any(_is_wild(word.strip('.,;:!?"()')) for word in text.split())


def _is_wild(word: str) -> bool:
    parts = [part for part in word.split("?") if part]
    if len(parts) > 1 and all(_goes_on_asking(fold(one), fold(after)) for one, after in pairwise(parts)):
        return any(_is_wild(part) for part in parts)
    without = "".join(sign for sign in word if sign not in _SIGNS)
    letters = without.replace("'", "").replace("\u2019", "").replace("-", "")
    return without != word and (letters.isalpha() or not letters) and not _LINE.fullmatch(word)


def _goes_on_asking(first: str, after: str) -> bool:
    """`smith?any` only lacks a space; what is shorter than that may be the letters of a name."""
    long = min(len(first), len(after)) >= _SHORTEST
    return _is_talk(after) and (long or _is_talk(first))


def _is_talk(word: str) -> bool:
    return len(word) > 1 and (word in TALK or word in COMMON)
