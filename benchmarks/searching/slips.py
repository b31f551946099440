"""Slips of the finger: a neighbouring key, two letters the wrong way round, one doubled, one dropped."""

from collections.abc import Callable
from random import Random

_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_FIRST_KEPT = 0.85


def _neighbours() -> dict[str, str]:
    """The keys left and right of each, and those above and below that lean against it."""
    near: dict[str, str] = {}
    for at, row in enumerate(_ROWS):
        for column, key in enumerate(row):
            beside = row[max(column - 1, 0) : column] + row[column + 1 : column + 2]
            above = _ROWS[at - 1][column : column + 2] if at > 1 else ""
            below = _ROWS[at + 1][max(column - 1, 0) : column + 1] if 0 < at < 3 else ""
            near[key] = beside + above + below
    return near


NEIGHBOURS = _neighbours()


def slip(random: Random, word: str) -> str:
    """The word with one slip, which leaves another word; most slips spare the first letter."""
    places = [at for at, sign in enumerate(word) if sign.lower() in NEIGHBOURS]
    if len(places) < 3:
        return word
    while True:
        at = random.choice(places[1:] if random.random() < _FIRST_KEPT else places)
        typed = _KINDS[int(random.random() * len(_KINDS))](random, word, at)
        if typed.casefold() != word.casefold():
            return typed[:1].upper() + typed[1:]


def slip_in_code(random: Random, code: str) -> str:
    """One sign of a postcode or a number mistaken for its neighbour on the keyboard, or two signs turned round."""
    places = [at for at, sign in enumerate(code) if sign.isalnum()]
    while True:
        at = random.choice(places)
        typed = (_turned(random, code, at) if random.random() < 0.3 else _neighbour(random, code, at)).upper()
        if typed != code:
            return typed


def _neighbour(random: Random, word: str, at: int) -> str:
    return word[:at] + random.choice(NEIGHBOURS[word[at].lower()]) + word[at + 1 :]


def _turned(random: Random, word: str, at: int) -> str:  # noqa: ARG001 - one of a table of slips
    at = min(at, len(word) - 2)
    turned = word[at : at + 2]
    return word if not turned.isalnum() else word[:at] + turned[::-1].lower() + word[at + 2 :]


def _doubled(random: Random, word: str, at: int) -> str:  # noqa: ARG001 - one of a table of slips
    return word[:at] + word[at] + word[at].lower() + word[at + 1 :]


def _dropped(random: Random, word: str, at: int) -> str:  # noqa: ARG001 - one of a table of slips
    return word[:at] + word[at + 1 :]


_KINDS: tuple[Callable[[Random, str, int], str], ...] = (_neighbour, _neighbour, _turned, _doubled, _dropped, _dropped)
