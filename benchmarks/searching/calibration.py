"""What the chance is worth that the matcher reckons for the first it shows: how often a first of such a chance was the one meant."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.figures import Figure
from benchmarks.searching.near import KINDS
from domain.matching import Pool, chance_of_first, rank
from domain.particulars import Particulars
from domain.scoring import Scored

EDGES = (0.0, 0.2, 0.5, 0.8, 0.9, 0.99, 1.0)
# Of all who are asked for, as the matcher presumes: so many are registered, near somebody registered, and strangers.
SHARES = {"registered": 0.4, "near": 0.1, "stranger": 0.5}
# The weight of a question, the chance said and whether the first was right.
_Weighed = tuple[float, float, bool]


@dataclass(frozen=True, slots=True)
class Said:
    """`chance` is None where nobody was shown, so that nothing was said; `who` is one of SHARES."""

    who: str
    chance: float | None
    is_right: bool
    is_match: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Sums over the questions whose first had a chance from `low` up to `high`."""

    low: float
    high: float
    weight: float
    said: float
    right: float

    @property
    def gap(self) -> float:
        return abs(self.said - self.right)


def who(kind: str, *, registered: bool) -> str:
    if registered:
        return "registered"
    return "near" if kind in KINDS else "stranger"


def chance_of_shown(asked: Particulars, pool: Pool, shown: Sequence[Scored]) -> float | None:
    """The posterior of the first shown, against everybody else that the index found: `judge` holds it to its limits for a match."""
    if not shown:
        return None
    first = shown[0]
    others = [one for one in rank(asked, pool) if one.candidate.no != first.candidate.no]
    return chance_of_first([first, *others], pool.parties)


def calibration_figures(form: str, told: Sequence[Said]) -> list[Figure]:
    """By bins of the chance, and of the matches alone: its mean, the share of firsts that were right, and how many of a hundred questions that is.

    Questions weigh so that their mix is the one presumed (SHARES), with the kinds of error and of nearness in equal parts among theirs.
    Whoever nobody is shown for is in no bin. The expected calibration error is the mean distance of the first two figures, each bin by its weight.
    """
    asked = Counter(one.who for one in told)
    weighed = [(one, SHARES[one.who] / asked[one.who]) for one in told]
    bins = _bins([(weight, one.chance, one.is_right) for one, weight in weighed if one.chance is not None])
    matches = [(weight, one.chance, one.is_right) for one, weight in weighed if one.is_match and one.chance is not None]
    named = [(f"chance from {one.low:g} to {one.high:g}", one) for one in bins]
    named += [("matches", _bin(0.0, 1.0, matches))] if matches else []
    error = sum(one.gap for one in bins) / sum(one.weight for one in bins)
    figures = [figure for name, one in named for figure in _figures(f"{form}: {name}", one)]
    return [*figures, Figure(f"{form}: expected calibration error", "", (error,))]


def _figures(name: str, one: Bin) -> list[Figure]:
    return [
        Figure(f"{name}, said on average", "", (one.said / one.weight,)),
        Figure(f"{name}, right", "", (one.right / one.weight,)),
        Figure(f"{name}, of all questions", "%", (100 * one.weight,)),
    ]


def _bins(weighed: Sequence[_Weighed]) -> list[Bin]:
    found = (
        _bin(low, high, [one for one in weighed if low <= one[1] < high or one[1] == high == EDGES[-1]]) for low, high in pairwise(EDGES)
    )
    return [one for one in found if one.weight]


def _bin(low: float, high: float, weighed: Iterable[_Weighed]) -> Bin:
    mine = list(weighed)
    weight = sum(one for one, _, _ in mine)
    return Bin(low, high, weight, sum(one * chance for one, chance, _ in mine), sum(one for one, _, is_right in mine if is_right))
