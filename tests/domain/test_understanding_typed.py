"""Lines as officers type them, each with its intent and every entity that the public contract holds to account."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from domain.london import LONDON
from domain.understanding import Intent, understand
from domain.understanding.weighing import WEIGHTS
from tools.fit_understanding import fitted, told_lines, written

NOW = datetime(2026, 11, 28, 10, tzinfo=LONDON)
HELD = (
    *("person_name", "role", "dob", "birth_year", "address", "postcode", "postcode_area", "phone", "order_no", "when", "victim_name"),
    *("attempts", "to", "to_force", "from_force", "duration", "risk_level", "team", "end_at", "custody_no", "reference"),
)
LINES = json.loads(Path(__file__).with_name("utterances.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("line", LINES, ids=lambda line: line["text"])
def test_a_line_is_read_as_it_was_meant(line: dict[str, Any]) -> None:
    read = understand(line["text"], NOW)
    held = {name: value for name, value in read.entities.items() if name in HELD}
    assert (read.intent.value, held) == (line["intent"], line["entities"])


def test_what_speaks_for_an_intent_is_fitted_from_lines_and_the_same_lines_give_the_same_weights() -> None:
    told = [(Intent.SNOOZE, {"later": 1.0, "it": 1.0}), (Intent.CANCEL, {"stop": 1.0, "it": 1.0})] * 4
    weights = fitted(told)
    assert weights["later"][list(Intent).index(Intent.SNOOZE)] > weights["later"][list(Intent).index(Intent.CANCEL)]
    assert weights["stop"][list(Intent).index(Intent.CANCEL)] > weights["stop"][list(Intent).index(Intent.SNOOZE)]
    assert written(weights) == written(fitted(told))


def test_the_weights_are_fitted_anew_when_lines_or_clues_change() -> None:
    clues = {clue for _, clues in told_lines() for clue in clues}
    assert json.loads(WEIGHTS.read_text(encoding="utf-8")).keys() == clues
