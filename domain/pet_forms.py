"""Pet forms that no table knows: what a short form and the name that it is made of have in common."""

import re
from enum import IntEnum
from functools import cache, lru_cache

from domain.forenames import FORENAMES, is_forename
from domain.spellings import by_ear

_HARD = re.compile("C(?=[rl])")
_ENDINGS = ("ie", "ey", "y", "i", "o", "a", "e")
_LETTERS, _SHORTEST, _SHORTEST_END, _LONGEST = 2, 3, 4, 7


class Made(IntEnum):
    """How one forename may be made of the other, likeliest last."""

    OTHERWISE = 0
    ONE_LETTER = 1
    TWO_LETTERS = 2
    WITHIN = 3
    THREE_LETTERS = 4
    BEGINNING = 5
    END = 6


def made(one: str, other: str) -> Made:
    """Of two folded forenames: Stu and Stuart begin alike to the ending, Sandra ends Cassandra; so do Kristy and Christine to the ear, where they begin otherwise as written."""
    as_written = _made(one, other)
    if as_written >= Made.TWO_LETTERS:
        return as_written
    if _heard_stem(one) not in _heard(other) and _heard_stem(other) not in _heard(one):
        return as_written
    to_the_ear = _made(_heard(one), _heard(other))
    return to_the_ear if to_the_ear >= Made.BEGINNING else as_written


def _made(one: str, other: str) -> Made:
    stem, stem_of_other = _stem(one), _stem(other)
    shorter, longer = one, other
    if len(stem) > len(stem_of_other):
        stem, shorter, longer = stem_of_other, other, one
    if len(stem) >= _LETTERS and stem in longer:
        if longer.startswith(stem):
            return Made.BEGINNING
        if len(stem) >= _SHORTEST:
            return Made.END if len(shorter) >= _SHORTEST_END and _stem(longer).endswith(stem) else Made.WITHIN
    if one[:1] != other[:1]:
        return Made.OTHERWISE
    if one[:2] != other[:2]:
        return Made.ONE_LETTER
    return Made.THREE_LETTERS if one[:3] == other[:3] else Made.TWO_LETTERS


@lru_cache(maxsize=2_000)
def may_be(typed: str) -> frozenset[str]:
    """The forenames that are looked for besides, where a typed one may be a pet form of them or they of it."""
    stem, (beginning, end) = _stem(_heard(typed)), _by_letters()
    longer = {name for name in beginning.get(stem[:_LETTERS], ()) if _heard(name).startswith(stem)}
    longer |= {name for name in beginning.get(typed[:_LETTERS], ()) if name.startswith(_stem(typed))}
    if len(typed) >= _SHORTEST_END and len(stem) >= _SHORTEST:
        longer |= {name for name in end.get(stem[-_SHORTEST:], ()) if _stem(_heard(name)).endswith(stem)}
    shorter = {typed[-length:] for length in range(_SHORTEST_END, len(typed))}
    for length in range(_SHORTEST, min(len(typed), _LONGEST)):
        shorter |= {typed[:length] + ending for ending in ("", "ie", "y", typed[length - 1])}
    return frozenset((longer | shorter if is_forename(typed) else longer) - {typed})


@cache
def _by_letters() -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """Forenames by their first letters, as written and as heard, and by the last ones of their stems."""
    beginning: dict[str, list[str]] = {}
    end: dict[str, list[str]] = {}
    for name in sorted(FORENAMES):
        for letters in {name[:_LETTERS], _heard(name)[:_LETTERS]}:
            beginning.setdefault(letters, []).append(name)
        end.setdefault(_stem(_heard(name))[-_SHORTEST:], []).append(name)
    return beginning, end


@lru_cache(maxsize=20_000)
def _heard(name: str) -> str:
    """By ear; Ch before a consonant is a K."""
    return _HARD.sub("k", by_ear(name)).lower()


@lru_cache(maxsize=20_000)
def _heard_stem(name: str) -> str:
    return _stem(_heard(name))


@lru_cache(maxsize=20_000)
def _stem(name: str) -> str:
    """Without its ending and a doubled letter before it: Stevie and Steve are stev, Jenny is jen."""
    for ending in _ENDINGS:
        if name.endswith(ending) and len(name) >= len(ending) + _SHORTEST:
            name = name[: -len(ending)]
            break
    return name[:-1] if len(name) > _SHORTEST and name[-1] == name[-2] else name
