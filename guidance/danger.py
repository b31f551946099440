"""Words that mean somebody is in danger now: they are answered before any question is."""

import re
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from domain.apostrophes import without_apostrophes
from guidance.danger_signs import BEGINNING, BEGINNINGS, KINDS, ORDINARY, SLIPS, SPELT, WORDS_OF_DANGER

TITLE = "Danger now"
IN_DANGER = "In danger now? Press your emergency button or call control on the radio. Off air: 999."
NOBODY_WATCHES = "This bot is no emergency channel: nobody is watching it."
WORDS = f"**{IN_DANGER}**\n\n{NOBODY_WATCHES}"
LENGTH_READ = 4_000
LONG_WORD = 10

_LOOKING_BACK = re.compile(r"(?:\\b)?(?:\(\?<![^)]*\))+(?:\\b)?")
_WORD = re.compile(r"[a-z]+(?![a-z?*+{])")


def _looking_back_late(pattern: str) -> str:
    """The same sign, which looks at the words before only where its own first words stand: half the time on a long text."""
    before = _LOOKING_BACK.match(pattern)
    first = "" if before is None else _first(pattern[before.end() :])
    if before is None or not first or "|" in _outside_of_groups(pattern):
        return pattern
    word = r"\b" if r"\b" in before[0] else ""
    return f"{word}(?={first}){pattern}"


def _first(pattern: str) -> str:
    """The group or the word that a pattern begins with."""
    if not pattern.startswith("(?:"):
        word = _WORD.match(pattern)
        return word[0] if word else ""
    depth = 0
    for at, letter in enumerate(pattern, 1):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return pattern[:at]
    return ""


def _outside_of_groups(pattern: str) -> str:
    depth, found = 0, ""
    for letter in pattern:
        depth += (letter == "(") - (letter == ")")
        found += letter if depth == 0 else ""
    return found


_SIGNS = tuple(re.compile(_looking_back_late(pattern)) for patterns in KINDS.values() for pattern in patterns)
_THEY_ARE = re.compile("\\b(we|they|you)['\N{RIGHT SINGLE QUOTATION MARK}]re\\b")
_GAPS = re.compile(r"[^a-z0-9]+")


def is_danger(text: str) -> bool:
    """Whether the words speak of danger at this moment; a false alarm costs a line, a miss costs more."""
    plain = _plain(text)
    if BEGINNINGS.isdisjoint(word[:BEGINNING] for word in plain.split()):
        return False
    return any(sign.search(plain) for sign in _SIGNS)


def mentions_danger(text: str) -> bool:
    """Whether a word of danger stands in the text at all, of whatever time."""
    return not WORDS_OF_DANGER.isdisjoint(_plain(text).split())


def _plain(text: str) -> str:
    """In small letters, without signs, the slips in danger's own words mended."""
    shown = _THEY_ARE.sub(r"\1 are", text[:LENGTH_READ].casefold())
    return " ".join(map(_mended, _GAPS.sub(" ", without_apostrophes(shown)).split()))


@lru_cache(maxsize=20_000)
def _mended(word: str) -> str:
    """One slip in a word of danger, two in a long one, the first letter right."""
    if word in SLIPS:
        return SLIPS[word]
    if len(word) < 6 or len(word) > 20 or word in SPELT or word in ORDINARY:
        return word
    found = process.extractOne(word, SPELT, scorer=OSA.distance, score_cutoff=1 if len(word) < LONG_WORD else 2)
    return word if found is None or found[0][0] != word[0] else found[0]
