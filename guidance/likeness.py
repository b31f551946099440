"""How like a text is to the examples of each page: the cosine of their runs of words or letters, the small words that a search leaves out included."""

from __future__ import annotations

import math
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

LETTERS = 4
COMMON = 0.2
WORDS_WEIGHT = 12.0
LETTERS_WEIGHT = 8.0

Runs = Callable[[Sequence[str]], list[str]]


def word_runs(words: Sequence[str]) -> list[str]:
    return [*words, *(f"{one} {next_one}" for one, next_one in pairwise(words))]


def letter_runs(words: Sequence[str]) -> list[str]:
    line = f" {' '.join(words)} "
    return [line[at : at + LETTERS] for at in range(len(line) - LETTERS + 1)]


@dataclass
class _Posting:
    """The examples that hold a run, and how much it says in each."""

    examples: array[int] = field(default_factory=lambda: array("H"))
    shares: array[float] = field(default_factory=lambda: array("f"))


class Likeness:
    """Built once from each page's examples, given as words."""

    def __init__(self, examples: Iterable[tuple[str, Sequence[str]]], runs: Runs) -> None:
        self._runs = runs
        counted = [(name, Counter(runs(words))) for name, words in examples]
        self._names = [name for name, _ in counted]
        held = Counter(run for _, counts in counted for run in counts)
        self._unheld = math.log(len(counted) + 1) + 1
        self._rarity = {run: math.log((len(counted) + 1) / (count + 1)) + 1 for run, count in held.items()}
        self._most = max(1, int(COMMON * len(counted)))
        self._postings: dict[str, _Posting] = defaultdict(_Posting)
        for number, (_, counts) in enumerate(counted):
            for run, share in self._shares(counts).items():
                posting = self._postings[run]
                posting.examples.append(number)
                posting.shares.append(share)

    def of(self, words: Sequence[str]) -> dict[str, float]:
        """For each page that shares a run, how like its nearest example is: up to 1."""
        alike = [0.0] * len(self._names)
        for run, share in self._shares(Counter(self._runs(words))).items():
            posting = self._postings.get(run)
            if posting is not None and len(posting.examples) <= self._most:
                for number, other in zip(posting.examples, posting.shares, strict=True):
                    alike[number] += share * other
        best: dict[str, float] = {}
        for name, value in zip(self._names, alike, strict=True):
            if value > best.get(name, 0.0):
                best[name] = value
        return best

    def _shares(self, counts: Counter[str]) -> dict[str, float]:
        weights = {run: (1 + math.log(count)) * self._rarity.get(run, self._unheld) for run, count in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {run: weight / length for run, weight in weights.items()}


class Nearest:
    """By how much the nearest example of each page is like a question, whole words and runs of letters together."""

    def __init__(self, examples: Sequence[tuple[str, Sequence[str]]]) -> None:
        self._words = Likeness(examples, word_runs)
        self._letters = Likeness(examples, letter_runs)

    def of(self, words: Sequence[str]) -> dict[str, float]:
        alike = {name: WORDS_WEIGHT * value for name, value in self._words.of(words).items()}
        for name, value in self._letters.of(words).items():
            alike[name] = alike.get(name, 0.0) + LETTERS_WEIGHT * value
        return alike
