"""How much each clue speaks for each intent: fitted to lines of every kind by tools/fit_understanding.py, in hundredths."""

import json
from functools import cache
from pathlib import Path

from domain.understanding.clues import Clues
from domain.understanding.intents import Intent

WEIGHTS = Path(__file__).with_name("clue_weights.json")
_INTENTS = list(Intent)


def weighed(clues: Clues) -> dict[Intent, float]:
    """A clue that was in no line speaks for none."""
    table = _table()
    totals = [0.0] * len(_INTENTS)
    for clue, strength in clues.items():
        row = table.get(clue)
        if row is not None:
            totals = [total + strength * weight for total, weight in zip(totals, row, strict=True)]
    return dict(zip(_INTENTS, totals, strict=True))


@cache
def _table() -> dict[str, list[int]]:
    table: dict[str, list[int]] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return table
