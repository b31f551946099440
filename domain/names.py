"""Names as they are compared: folded tokens, the keys that find their look-alikes, and how far two of them agree."""

import re
import unicodedata
from enum import IntEnum
from functools import lru_cache
from hashlib import blake2b

from metaphone import doublemetaphone
from rapidfuzz.distance import OSA

from domain.nicknames import long_forms

LONGEST_TOKEN = 40
MOST_TOKENS = 8
_FOLDED_OTHERWISE = str.maketrans({"ø": "o", "ł": "l", "æ": "ae", "œ": "oe", "ß": "ss", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_APOSTROPHES = re.compile(r"['\u2018\u2019\u02bc\u0060\u00b4]")
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010-\u2015][^\W\d_]+)*")
_PARTS = re.compile(r"[^\W\d_]+")
_LEADERS = frozenset({"o", "mc", "mac"})


class Agreement(IntEnum):
    """How far a typed token agrees with one that is held, best last."""

    NONE = 0
    INITIAL = 1
    TWO_EDITS = 2
    SOUNDS_ALIKE = 3
    NICKNAME = 4
    ONE_EDIT = 5
    EXACT = 6


def fold(text: str) -> str:
    """Case, accents and apostrophes taken off; letters of every script stay."""
    folded = unicodedata.normalize("NFKD", text).casefold().translate(_FOLDED_OTHERWISE)
    return _APOSTROPHES.sub("", "".join(sign for sign in folded if not unicodedata.combining(sign)))


def tokens(name: str) -> tuple[str, ...]:
    """The separate parts of a name in their order: `O'Brien-Mc Kay` is obrien, mckay."""
    parts = [part[:LONGEST_TOKEN] for part in _PARTS.findall(fold(name))]
    joined: list[str] = []
    for part in parts:
        if joined and joined[-1] in _LEADERS:
            joined[-1] += part
        else:
            joined.append(part)
    return tuple(joined[:MOST_TOKENS])


def forms(name: str | None) -> tuple[str, ...]:
    """What a held name is found by: its parts, then each hyphenated part written as one word."""
    if not name:
        return ()
    joined = (_PARTS.findall(word) for word in _WORD.findall(fold(name)) if not word.isalpha())
    return tuple(dict.fromkeys([*tokens(name), *("".join(parts)[:LONGEST_TOKEN] for parts in joined)]))


@lru_cache(maxsize=20_000)
def sounds(token: str) -> frozenset[str]:
    """Double metaphone codes; very short tokens and codes of one sound say too little."""
    return frozenset(code for code in doublemetaphone(token) if len(code) > 1 and len(token) > 2)


def keys(token: str) -> frozenset[int]:
    """Signed 64-bit keys; two tokens that one slip, a sound, a pet form or a common beginning joins share at least one."""
    spelt = {token}
    if len(token) > 2:
        spelt.update(token[:at] + token[at + 1 :] for at in range(len(token)))
    marked = [f"s{form}" for form in spelt]
    marked += [f"m{code}" for code in sounds(token)]
    marked += [f"n{long}" for long in long_forms(token)]
    if len(token) > 4:
        marked.append(f"p{token[:4]}")
    return frozenset(int.from_bytes(blake2b(form.encode(), digest_size=8).digest(), signed=True) for form in marked)


@lru_cache(maxsize=20_000)
def agreement(typed: str, held: str) -> Agreement:
    """The best that can be said of two folded tokens."""
    if typed == held:
        return Agreement.EXACT
    if len(typed) == 1 or len(held) == 1:
        return Agreement.INITIAL if typed[:1] == held[:1] else Agreement.NONE
    if long_forms(typed) & long_forms(held):
        return Agreement.NICKNAME
    edits = OSA.distance(typed, held, score_cutoff=2)
    shorter = min(len(typed), len(held))
    if edits == 1 and shorter > 2:
        return Agreement.ONE_EDIT
    if sounds(typed) & sounds(held):
        return Agreement.SOUNDS_ALIKE
    return Agreement.TWO_EDITS if edits == 2 and shorter > 5 and typed[:4] == held[:4] else Agreement.NONE
