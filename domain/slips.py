"""What one letter more, less or other says: which slip of the finger or the ear makes a typed word of a name that is held, and how likely that slip is."""

from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA


class Slip(StrEnum):
    KEY = "a neighbouring key"
    FIRST_KEY = "a neighbouring key for the first letter"
    TURNED = "two letters turned round"
    DOUBLED = "a letter doubled"
    UNDOUBLED = "a doubled letter once"
    DROPPED = "a letter dropped"
    FIRST_DROPPED = "the first letter dropped"
    LAST_DROPPED = "the last letter dropped"
    ENDING_DROPPED = "a last e or s dropped"
    ENDING_ADDED = "an e or s added at the end"
    ADDED = "another letter added"
    BREATHED = "an h added"
    LEADER = "an O' added, or Mac for Mc"
    VOWEL = "a vowel for a vowel"
    ALIKE = "a letter for another of a like sound"
    OTHER = "a letter for any other"


# The chance that a name comes typed with that very slip, at that place and with that letter (fitted, benchmarks/search.py).
CHANCES = {
    Slip.KEY: 0.0027,
    Slip.FIRST_KEY: 0.0014,
    Slip.TURNED: 0.0048,
    Slip.DOUBLED: 0.0067,
    Slip.UNDOUBLED: 0.055,
    Slip.DROPPED: 0.012,
    Slip.FIRST_DROPPED: 0.0055,
    Slip.LAST_DROPPED: 0.014,
    Slip.ENDING_DROPPED: 0.12,
    Slip.ENDING_ADDED: 0.01,
    Slip.ADDED: 0.00014,
    Slip.BREATHED: 0.002,
    Slip.LEADER: 0.006,
    Slip.VOWEL: 0.0043,
    Slip.ALIKE: 0.0044,
    Slip.OTHER: 0.00004,
}
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")
_LIKE_SOUNDS = ("bp", "dt", "mn", "ckgq", "jg", "szcx", "fv", "vw", "iy", "lr")


def _neighbours() -> frozenset[str]:
    """Pairs of keys: beside each other in a row, or leaning against each other in two."""
    beside = [row[at : at + 2] for row in _ROWS for at in range(len(row) - 1)]
    below = [
        upper[at] + lower[one]
        for upper, lower in pairwise(_ROWS)
        for at in range(len(upper))
        for one in (at - 1, at)
        if 0 <= one < len(lower)
    ]
    return frozenset(pair for one in (*beside, *below) for pair in (one, one[::-1]))


_NEIGHBOURS = _neighbours()
_ALIKE = frozenset(one + other for sounds in _LIKE_SOUNDS for one in sounds for other in sounds if one != other)


@lru_cache(maxsize=20_000)
def slip_of(typed: str, held: str) -> Slip:
    """Of two words that one edit parts: a letter other, more or less, or two letters turned round."""
    at = next((at for at, (one, other) in enumerate(zip(typed, held, strict=False)) if one != other), min(len(typed), len(held)))
    if len(typed) < len(held):
        return _dropped(held, at)
    if len(typed) > len(held):
        return _added(typed, at)
    if typed[at + 1 :] != held[at + 1 :]:
        return Slip.TURNED
    return _exchanged(typed[at], held[at], at)


def chance_of_two(typed: str, held: str) -> float:
    """That a name comes typed with two slips that make this very word of it, where two edits part them; the likelier way where there are several."""
    at = next((at for at, (one, other) in enumerate(zip(typed, held, strict=False)) if one != other), min(len(typed), len(held)))
    chances = [
        CHANCES[slip_of(half, held)] * CHANCES[slip_of(typed, half)]
        for half in _first_slips(typed, held, at)
        if OSA.distance(typed, half) == 1
    ]
    return max(chances, default=0.0)


def _first_slips(typed: str, held: str, at: int) -> set[str]:
    """What one slip where the two words begin to differ makes of the held one."""
    before, after = held[:at], held[at:]
    made = {
        before + after[1:],
        before + typed[at : at + 1] + after,
        before + typed[at : at + 1] + after[1:],
        before + after[1:2] + after[:1] + after[2:],
    }
    return made - {held}


def _dropped(held: str, at: int) -> Slip:
    if at and held[at] == held[at - 1]:
        return Slip.UNDOUBLED
    if at == len(held) - 1:
        return Slip.ENDING_DROPPED if held[at] in "es" else Slip.LAST_DROPPED
    return Slip.DROPPED if at else Slip.FIRST_DROPPED


def _added(typed: str, at: int) -> Slip:
    if (at == 0 and typed[0] == "o") or (at == 1 and typed.startswith("mac")):
        return Slip.LEADER
    if at and typed[at] == typed[at - 1]:
        return Slip.DOUBLED
    if at == len(typed) - 1 and typed[at] in "es":
        return Slip.ENDING_ADDED
    return Slip.BREATHED if typed[at] == "h" else Slip.ADDED


def _exchanged(typed: str, held: str, at: int) -> Slip:
    if typed + held in _NEIGHBOURS:
        return Slip.KEY if at else Slip.FIRST_KEY
    if typed in _VOWELS and held in _VOWELS:
        return Slip.VOWEL
    return Slip.ALIKE if typed + held in _ALIKE else Slip.OTHER
