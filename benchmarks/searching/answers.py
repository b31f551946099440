"""What came of each question, and the figures that are told of many."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import comb

from benchmarks.figures import Figure, percentile
from benchmarks.searching.calibration import Said, calibration_figures, who
from benchmarks.searching.faults import FORMS, Query
from domain.matching import Verdict


@dataclass(frozen=True)
class Answered:
    """`chance` is what the matcher gives the first shown; None where it shows nobody, and of a peer."""

    query: Query
    verdict: Verdict
    shown: list[int]
    ms: float
    chance: float | None = None

    @property
    def first(self) -> bool:
        return self.shown[:1] == [self.query.truth]

    @property
    def among_five(self) -> bool:
        return self.query.truth in self.shown

    @property
    def is_match(self) -> bool:
        return self.verdict is Verdict.MATCH


def found_figures(answers: Sequence[Answered]) -> list[Figure]:
    figures = []
    for form in FORMS:
        mine = [one for one in answers if one.query.form == form]
        matches = [one for one in mine if one.is_match]
        figures += [
            Figure(f"{form}: recall at 1", "", (share(one.first for one in mine),)),
            Figure(f"{form}: recall at 5", "", (share(one.among_five for one in mine),)),
            Figure(f"{form}: the right one said to be a match", "", (share(one.is_match and one.first for one in mine),)),
            Figure(f"{form}: matches that are right", "", (share(one.first for one in matches),)),
            Figure(f"{form}: p50", "ms", (percentile([one.ms for one in mine], 0.5),)),
            Figure(f"{form}: p99", "ms", (percentile([one.ms for one in mine], 0.99),)),
            *(figure for kind, some in by_kind(mine).items() for figure in _figures_of_kind(f"{form}, {kind}", some)),
        ]
    return figures


def another_hand_figures(answers: Sequence[Answered]) -> list[Figure]:
    """The same kinds of error by another hand, whose pet forms, slips and ear are in no table that the matcher reads."""
    every = {form: [one for one in answers if one.query.form == form] for form in FORMS}
    some = {
        f"{form}{f', {kind}' if kind else ''}": mine for form in FORMS for kind, mine in {"": every[form], **by_kind(every[form])}.items()
    }
    return [
        figure
        for what, mine in some.items()
        for figure in (
            Figure(f"{what} by another hand: recall at 1", "", (share(one.first for one in mine),)),
            Figure(f"{what} by another hand: recall at 5", "", (share(one.among_five for one in mine),)),
        )
    ]


def _figures_of_kind(what: str, answers: Sequence[Answered]) -> list[Figure]:
    taken = [one.ms for one in answers]
    return [
        Figure(f"{what}: recall at 1", "", (share(one.first for one in answers),)),
        Figure(f"{what}: recall at 5", "", (share(one.among_five for one in answers),)),
        Figure(f"{what}: p50", "ms", (percentile(taken, 0.5),)),
        Figure(f"{what}: p99", "ms", (percentile(taken, 0.99),)),
    ]


def alarm_figures(answers: Sequence[Answered]) -> list[Figure]:
    """The share itself, and how high it may be in truth: the upper end of what 95 in 100 such samples allow (Clopper and Pearson, one side)."""
    figures = []
    for form in FORMS:
        for kind, some in by_kind([one for one in answers if one.query.form == form]).items():
            wrong = sum(one.is_match for one in some)
            figures.append(Figure(f"{form}: {kind} called a match", "", (wrong / len(some),)))
            figures.append(Figure(f"{form}: {kind} called a match, at most", "", (upper_bound(wrong, len(some)),)))
    return figures


def chance_figures(answers: Sequence[Answered]) -> list[Figure]:
    """Strangers of whom nobody could tell that they are not somebody registered belong here: a chance that is right has them in it."""
    figures = []
    for form in FORMS:
        mine = (one for one in answers if one.query.form == form)
        told = [Said(who(one.query.kind, registered=one.query.truth is not None), one.chance, one.first, one.is_match) for one in mine]
        figures += calibration_figures(form, told)
    return figures


def upper_bound(wrong: int, of: int, doubt: float = 0.05) -> float:
    """The share at which so few would be seen in one sample of twenty."""
    low, high = wrong / of, 1.0
    while high - low > 1e-7:
        middle = (low + high) / 2
        few = sum(comb(of, one) * middle**one * (1 - middle) ** (of - one) for one in range(wrong + 1))
        low, high = (middle, high) if few > doubt else (low, middle)
    return high


def by_kind(answers: Sequence[Answered]) -> dict[str, list[Answered]]:
    kinds: defaultdict[str, list[Answered]] = defaultdict(list)
    for one in answers:
        kinds[one.query.kind].append(one)
    return kinds


def share(true: Iterable[bool]) -> float:
    """Of nothing, everything is true: no match was wrong where none was said."""
    all_of_them = list(true)
    return sum(all_of_them) / len(all_of_them) if all_of_them else 1.0


def peer_figures(ours: Sequence[Answered], theirs: Sequence[Answered]) -> list[Figure]:
    figures = []
    for form in FORMS:
        mine, other = ([one for one in some if one.query.form == form] for some in (ours, theirs))
        p50, peers_p50 = (percentile([one.ms for one in some], 0.5) for some in (mine, other))
        figures += [
            Figure(f"{form}: FTS5 trigram and rapidfuzz, recall at 1", "", (share(one.first for one in other),)),
            Figure(f"{form}: FTS5 trigram and rapidfuzz, recall at 5", "", (share(one.among_five for one in other),)),
            Figure(f"{form}: ours on those questions, recall at 1", "", (share(one.first for one in mine),)),
            Figure(f"{form}: FTS5 trigram and rapidfuzz, p50", "ms", (peers_p50,)),
            Figure(f"{form}: our p50 over theirs", "times", (p50 / peers_p50,)),
        ]
    return figures
