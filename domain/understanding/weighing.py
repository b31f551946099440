"""How much each clue speaks for each intent: fitted to lines of every kind by tools/fit_understanding.py, in hundredths."""

import json
from functools import cache
from pathlib import Path

from domain.understanding.clues import Clues
from domain.understanding.intents import Intent

WEIGHTS = Path(__file__).with_name("clue_weights.json")
HUNDREDTHS = 100
_INTENTS = list(Intent)


def weighed(clues: Clues) -> dict[Intent, float]:
    """A clue that was in no line speaks for none."""
    table = _table()
    rows = [
        row if strength == 1 else [strength * one for one in row]
        for clue, strength in clues.items()
        if (row := table.get(clue)) is not None
    ]
    totals: list[float] = [sum(column) for column in zip(*rows, strict=True)] or [0.0] * len(_INTENTS)
    return dict(zip(_INTENTS, totals, strict=True))


@cache
def _table() -> dict[str, list[int]]:
    table: dict[str, list[int]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return table
