"""Fit how much each clue speaks for each intent, from the lines in tools/lines, and write domain/understanding/clue_weights.json.

The same lines give the same file to the letter. A line of `lines/*.txt` that begins with # names the intent of those below it.
"""

import json
import math
import random
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from domain.understanding.clues import Clues, clues_of
from domain.understanding.intents import Intent
from domain.understanding.seeing import see
from domain.understanding.weighing import HUNDREDTHS, WEIGHTS

LINES = Path(__file__).parent / "lines"
TODAY = date(2026, 11, 20)
ROUNDS, PACE, PULL, SEED = 8, 0.1, 1e-3, 7
# Three words together that stand in one line only say little of others.
LEAST_LINES, TOGETHER = 2, 3
_INTENTS = list(Intent)
Row = list[float]


def lines() -> Iterator[tuple[Intent, str]]:
    for path in sorted(LINES.glob("*.txt")):
        intent = Intent.SMALLTALK
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# "):
                intent = Intent(line[2:])
            elif line:
                yield intent, line


def fitted(told: list[tuple[Intent, Clues]]) -> dict[str, Row]:
    """By steps that shorten for each clue as it is seen again, over the lines in an order that is always the same."""
    weights: dict[str, Row] = {}
    paces: dict[str, Row] = {}
    for _, clues in told:
        for clue in clues:
            weights.setdefault(clue, [0.0] * len(_INTENTS))
            paces.setdefault(clue, [1e-3] * len(_INTENTS))
    order = list(range(len(told)))
    shuffled = random.Random(SEED)  # noqa: S311 - an order, no secret
    for _ in range(ROUNDS):
        shuffled.shuffle(order)
        for place in order:
            _step(*told[place], weights, paces)
    return weights


def _step(intent: Intent, clues: Clues, weights: dict[str, Row], paces: dict[str, Row]) -> None:
    totals = [0.0] * len(_INTENTS)
    for clue, strength in clues.items():
        totals = [total + strength * weight for total, weight in zip(totals, weights[clue], strict=True)]
    most = max(totals)
    parts = [math.exp(total - most) for total in totals]
    whole = sum(parts)
    wrong = [part / whole - (one is intent) for part, one in zip(parts, _INTENTS, strict=True)]
    for clue, strength in clues.items():
        row, pace = weights[clue], paces[clue]
        for at, error in enumerate(wrong):
            slope = strength * error + PULL * row[at]
            pace[at] += slope * slope
            row[at] -= PACE * slope / math.sqrt(pace[at])


def told_lines() -> list[tuple[Intent, Clues]]:
    told = [(intent, clues_of(see(line, TODAY))) for intent, line in lines()]
    often = Counter(clue for _, clues in told for clue in clues)
    return [
        (intent, {clue: one for clue, one in clues.items() if often[clue] >= LEAST_LINES or len(clue.split()) < TOGETHER})
        for intent, clues in told
    ]


def written(weights: dict[str, Row]) -> str:
    rows = (
        f"{json.dumps(clue)}:{json.dumps([round(HUNDREDTHS * one) for one in weights[clue]], separators=(',', ':'))}"
        for clue in sorted(weights)
    )
    return "{\n" + ",\n".join(rows) + "\n}\n"


def main() -> None:
    WEIGHTS.write_text(written(fitted(told_lines())), encoding="utf-8")


if __name__ == "__main__":
    main()
