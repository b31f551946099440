"""Short references that people read aloud: no vowels, no look-alikes, a check character."""

import re
from collections.abc import Awaitable, Callable, Collection
from random import Random, SystemRandom

ALPHABET = "23456789CDFGHJKMNPRTVWX"
BODY = 5
# As people type one, a slip in it included: whoever reads it so asks `is_reference` before anything is done.
LOOSE_NMO = r"NMO[-\s]?[A-Z0-9]{6}"
LOOSE_BR = r"BR[-\s]?[A-Z0-9]{6}"
LOOSE_TR = r"TR[-\s]?[A-Z0-9]{6}"
Taken = Callable[[Collection[str]], Awaitable[frozenset[str]]]
_CHANCE = SystemRandom()
_SHAPE = re.compile(rf"\b(NMO|BR|TR)[-\s]?([{ALPHABET}]{{{BODY + 1}}})\b", re.IGNORECASE | re.ASCII)


def check_character(body: str) -> str:
    """Weighted sum modulo 23 (a prime): any one wrong character and any swapped pair is caught."""
    total = sum(weight * ALPHABET.index(letter) for weight, letter in enumerate(body, start=1))
    return ALPHABET[total % len(ALPHABET)]


def new_reference(prefix: str, random: Random) -> str:
    body = "".join(random.choice(ALPHABET) for _ in range(BODY))
    return f"{prefix}-{body}{check_character(body)}"


def is_reference(text: str) -> bool:
    found = _SHAPE.fullmatch(text.strip())
    return found is not None and check_character(found[2][:BODY].upper()) == found[2][BODY].upper()


def find_reference(text: str) -> str | None:
    """The first well-formed reference in what was typed, in its canonical form."""
    for found in _SHAPE.finditer(text):
        if is_reference(found[0]):
            return f"{found[1].upper()}-{found[2].upper()}"
    return None


def canonical(loose: str) -> str:
    """Of what one of the loose shapes found, whether or not its check character is right."""
    prefix, body = loose[: -BODY - 1].strip().rstrip("-"), loose[-BODY - 1 :]
    return f"{prefix.upper()}-{body.upper()}"


def number_of(reference: str) -> int:
    """A well-formed reference's own number: each body of five characters has another, below 23 to the fifth."""
    number = 0
    for letter in reference[-BODY - 1 : -1].upper():
        number = number * len(ALPHABET) + ALPHABET.index(letter)
    return number


def reference_of(number: int, prefix: str) -> str:
    body = ""
    for _ in range(BODY):
        number, place = divmod(number, len(ALPHABET))
        body = ALPHABET[place] + body
    return f"{prefix}-{body}{check_character(body)}"


async def fresh_references(kind: str, number: int, taken: Taken, random: Random = _CHANCE) -> list[str]:
    """So many that are in use nowhere; `taken` tells which of those offered are."""
    fresh: set[str] = set()
    while len(fresh) < number:
        offered = {new_reference(kind, random) for _ in range(number - len(fresh))}
        fresh |= offered - await taken(offered)
    return sorted(fresh)
