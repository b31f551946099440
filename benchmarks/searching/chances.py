"""Drawing by weight, and the two halves that every table of variants is split into."""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import blake2b
from itertools import accumulate
from random import Random
from typing import Generic, Literal, TypeVar

Half = Literal["fit", "held"]
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Chances(Generic[Thing]):
    """Things with how likely each is, as a running total."""

    things: tuple[Thing, ...]
    upto: tuple[float, ...]

    def draw(self, random: Random) -> Thing:
        return self.things[bisect(self.upto, random.random() * self.upto[-1], hi=len(self.things) - 1)]


def chances(weighed: Iterable[tuple[Thing, float]]) -> Chances[Thing]:
    things, weights = zip(*weighed, strict=True)
    return Chances(things, tuple(accumulate(weights)))


def ranked(things: Iterable[Thing], start: float = 3.0, fall: float = 1.0) -> list[tuple[Thing, float]]:
    """Weights as names have them: the n-th is borne by about 1/n of those who bear the first."""
    return [(thing, (start + rank) ** -fall) for rank, thing in enumerate(things)]


def shared(weighed: Iterable[tuple[Thing, float]], share: float) -> list[tuple[Thing, float]]:
    """The same chances, brought to a sum of `share`."""
    pairs = list(weighed)
    whole = sum(weight for _, weight in pairs)
    return [(thing, weight * share / whole) for thing, weight in pairs]


def half_of(*entry: str) -> Half:
    """Which half an entry is in: the same on every machine and for every seed."""
    return "held" if blake2b("|".join(entry).encode(), digest_size=1).digest()[0] & 1 else "fit"
