"""How like a text is to the examples of each page: the cosine of their runs of words or letters, the small words that a search leaves out included."""

import math
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from itertools import chain, pairwise

LETTERS = 4
COMMON = 0.2
WORDS_WEIGHT = 12.0
LETTERS_WEIGHT = 8.0

Run = str | int
Runs = Callable[[Sequence[str]], Collection[Run]]


def word_runs(words: Sequence[str]) -> tuple[str, ...]:
    """Words and pairs, each once and in the sequence of the words, so that every process adds them up alike; how a question begins is a pair too."""
    return tuple(dict.fromkeys((*words, *map(" ".join, pairwise(("", *words))))))


def letter_runs(words: Sequence[str]) -> frozenset[int]:
    """Each four letters in a row, as the number that they make: words are plain letters and digits, of a byte each."""
    line = f" {' '.join(words)} ".encode()
    seen = memoryview(line)
    return frozenset(chain.from_iterable([seen[at : at + (len(line) - at) // LETTERS * LETTERS].cast("I") for at in range(LETTERS)]))


class Likeness:
    """Built once from each page's examples, given as words."""

    def __init__(self, examples: Sequence[tuple[str, Sequence[str]]], runs: Runs) -> None:
        self._runs = runs
        self._names = [name for name, _ in examples]
        held = [runs(words) for _, words in examples]
        postings: defaultdict[Run, list[int]] = defaultdict(list)
        for number, each in enumerate(held):
            for run in each:
                postings[run].append(number)
        self._postings = postings
        self._unheld = self._weight(0)
        weight_of = {count: self._weight(count) for count in set(map(len, postings.values()))}
        self._weights = {run: weight_of[len(holders)] for run, holders in postings.items()}
        self._lengths = [math.sqrt(sum(map(self._weights.__getitem__, each))) or 1.0 for each in held]
        self._most = max(1, int(COMMON * len(held)))

    def __len__(self) -> int:
        return len(self._names)

    def holding(self, run: str) -> int:
        """How many examples hold it."""
        return len(self._postings.get(run, ()))

    def of(self, words: Sequence[str]) -> dict[str, float]:
        """For each page that shares a run, how like its nearest example is: up to 1."""
        asked = self._runs(words)
        alike = [0.0] * len(self._names)
        for run in asked:
            holders = self._postings.get(run, ())
            if len(holders) <= self._most:
                weight = self._weights.get(run, 0.0)
                for number in holders:
                    alike[number] += weight
        length = math.sqrt(sum(self._weights.get(run, self._unheld) for run in asked)) or 1.0
        best: dict[str, float] = {}
        for name, common, whole in zip(self._names, alike, self._lengths, strict=True):
            if common and common / whole > best.get(name, 0.0):
                best[name] = common / whole
        return {name: value / length for name, value in best.items()}

    def _weight(self, holders: int) -> float:
        """The rarer, the more: the square of how seldom it is held."""
        return (math.log((len(self._names) + 1) / (holders + 1)) + 1) ** 2


class Nearest:
    """By how much the nearest example of each page is like a question, whole words and runs of letters together."""

    def __init__(self, examples: Sequence[tuple[str, Sequence[str]]]) -> None:
        self.words = Likeness(examples, word_runs)
        self._letters = Likeness(examples, letter_runs)

    def of(self, words: Sequence[str]) -> dict[str, float]:
        alike = {name: WORDS_WEIGHT * value for name, value in self.words.of(words).items()}
        for name, value in self._letters.of(words).items():
            alike[name] = alike.get(name, 0.0) + LETTERS_WEIGHT * value
        return alike


def leaning(words: Sequence[str], inside: Likeness, outside: Likeness) -> float:
    """Above nought when words and pairs are used in `outside` rather than `inside`: the odds of each, added up, tempered for length."""
    runs = word_runs(words)
    share = len(outside) / max(len(inside) + len(outside), 1)
    usual = len(inside) / max(len(outside), 1)
    odds = (usual * (outside.holding(run) + share) / (inside.holding(run) + 1 - share) for run in runs)
    return sum(map(math.log, odds)) / math.sqrt(len(runs) or 1)
