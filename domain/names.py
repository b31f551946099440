"""Names as they are compared: folded tokens, the keys that find their look-alikes, and how far two of them agree."""

from collections.abc import Collection, Sequence
from enum import IntEnum
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from string import ascii_lowercase

from metaphone import doublemetaphone
from rapidfuzz import process
from rapidfuzz.distance import OSA

from domain.nickname_joins import related
from domain.spellings import by_ear, classes, of_one_class, skeleton

_FAR = 3


class Agreement(IntEnum):
    """How far a typed token agrees with one that is held, best last."""

    NONE = 0
    INITIAL = 1
    OTHER_NAME = 2
    TWO_EDITS = 3
    SOUNDS_ALIKE = 4
    RELATED = 5
    NICKNAME = 6
    ONE_EDIT = 7
    EXACT = 8


# A register of a million has a hundred thousand names, and those near one that is typed are many; a code takes as long as fifty look-ups of it.
@lru_cache(maxsize=20_000)
def sounds(token: str) -> frozenset[str]:
    """Double metaphone codes; very short tokens and codes of one sound say too little."""
    return frozenset(code for code in doublemetaphone(token) if len(code) > 1 and len(token) > 2)


@lru_cache(maxsize=2_000)
def keys(token: str) -> frozenset[int]:
    """Signed keys of 47 bits; two tokens that two slips, a sound, another form or a common beginning joins share at least one."""
    marked = [f"s{form}" for form in _deletions(token)]
    marked += [f"m{code}" for code in sounds(token)]
    marked += [f"n{one}" for one in classes(token)]
    bare = skeleton(token)
    if bare:
        marked.append(f"k{bare}")
    if len(token) > 4:
        marked.append(f"p{token[:4]}")
    return frozenset(map(_key, marked))


def far_keys(token: str) -> frozenset[int]:
    """Of a long word that nobody bears, the keys of whatever is a letter dropped or two turned round and one slip more away, wherever they are."""
    turned = {token[:at] + token[at + 1] + token[at] + token[at + 2 :] for at in range(len(token) - 1)}
    longer = {token[:at] + letter + token[at:] for at in range(1, len(token) + 1) for letter in ascii_lowercase}
    spelt = {one[:at] + one[at + 1 :] for one in (*turned, *longer) for at in range(1, len(one))}
    return frozenset(_key(f"s{form}") for form in spelt | turned | longer)


def key_of(token: str) -> int:
    """The key of the token as it stands, one of its `keys`."""
    return _key(f"s{token}")


def _key(form: str) -> int:
    return int.from_bytes(blake2b(form.encode(), digest_size=6).digest()) >> 1


def _deletions(token: str) -> set[str]:
    """The token, it without one letter, and a longer one without two of its first seven."""
    spelt = {token}
    if len(token) > 2:
        spelt.update(token[:at] + token[at + 1 :] for at in range(len(token)))
    if len(token) > 4:
        spelt.update(token[:one] + token[one + 1 : two] + token[two + 1 :] for one, two in combinations(range(min(len(token), 7)), 2))
    return spelt


def agreements(typed: str, held: Sequence[str]) -> dict[str, Agreement]:
    """Those of many folded tokens that agree at all, as `agreement` says of each; the library compares them all in one call."""
    asked, first = _Typed(typed), typed[:1]
    also, level_of = asked.related | asked.of_one_class, asked.agreement
    close = process.extract(typed, held, scorer=OSA.distance, score_cutoff=_FAR, limit=None)
    found = {one: level_of(one, edits) for one, edits, _ in close}
    # Most of them begin with another letter: the cheapest questions come first.
    far = [one for one in held if one not in found and (one in also or (one[0] == first and _begins(typed, one)))]
    found |= {one: level_of(one, _FAR + 1) for one in far}
    return {one: level for one, level in found.items() if level}


def agreement(typed: str, held: str) -> Agreement:
    """The best that can be said of two folded tokens."""
    return _Typed(typed).agreement(held, OSA.distance(typed, held, score_cutoff=_FAR))


def is_near(typed: str, held: Collection[str]) -> bool:
    """Whether one of them is the same or a letter off."""
    return process.extractOne(typed, held, scorer=OSA.distance, score_cutoff=1) is not None


def sound_alike(typed: str, held: str) -> bool:
    """Whether two folded tokens share the consonants or a code of their sound."""
    bare, _, *codes = _heard(typed)
    other_bare, _, *other_codes = _heard(held)
    return bare == other_bare != "" or not set(codes).isdisjoint(other_codes)


def _begins(typed: str, held: str) -> bool:
    shorter = min(len(typed), len(held))
    return typed[:shorter] == held[:shorter] and (shorter > 3 or shorter == 1)


@lru_cache(maxsize=100_000)
def _heard(token: str) -> tuple[str, ...]:
    """Its skeleton, it by ear and its codes, in one row of words: of a hundred thousand sets the collector of garbage would go through each."""
    return skeleton(token), by_ear(token), *sounds(token)


class _Typed:
    """What is asked of a typed token once, and not of each of the hundreds that it is compared with."""

    __slots__ = ("_bare", "_by_ear", "_codes", "_length", "_token", "of_one_class", "related")

    def __init__(self, token: str) -> None:
        self._token, self._length = token, len(token)
        self.of_one_class, self.related = of_one_class(token), related(token)
        self._bare, self._by_ear, *codes = _heard(token)
        self._codes = frozenset(codes)

    def agreement(self, held: str, edits: int) -> Agreement:
        typed = self._token
        if typed == held:
            return Agreement.EXACT
        shorter = min(len(held), self._length)
        if shorter == 1:
            return Agreement.INITIAL if typed[0] == held[0] else Agreement.NONE
        if held in self.of_one_class:
            return Agreement.NICKNAME
        if edits == 1 and (shorter > 2 or self._is_letter_off(held)):
            return Agreement.ONE_EDIT
        if held in self.related:
            return Agreement.RELATED
        if edits <= _FAR and shorter > 2 and self._sounds_like(held, shorter):
            return Agreement.SOUNDS_ALIKE
        close = (edits == 2 and (shorter > 4 or (shorter == 4 and abs(len(held) - self._length) == 2))) or (edits == _FAR and shorter > 7)
        return Agreement.TWO_EDITS if close or (typed[0] == held[0] and _begins(typed, held)) else Agreement.NONE

    def _is_letter_off(self, held: str) -> bool:
        """Of two letters and three, Ay for Amy: one was left out or came in, and never the first."""
        return self._length != len(held) and self._length + len(held) > 3 and self._token[0] == held[0]

    def _sounds_like(self, held: str, shorter: int) -> bool:
        heard = _heard(held)
        same = heard[1] == self._by_ear or heard[0] == self._bare != ""
        return (same and shorter > 3) or not self._codes.isdisjoint(heard[2:])
