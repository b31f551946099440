"""Reads a line whole: what stands in it, what it asks for, and what each part is for."""

from dataclasses import dataclass, field
from datetime import datetime
from math import exp

from domain.london import to_london
from domain.understanding.deciding import intent_of, totals_of
from domain.understanding.filling import entities_of
from domain.understanding.intents import Intent
from domain.understanding.parts import Entities
from domain.understanding.seeing import see
from domain.understanding.weighing import HUNDREDTHS


@dataclass(frozen=True)
class Understood:
    intent: Intent
    entities: Entities = field(default_factory=dict)


def shares(text: str, now: datetime) -> dict[Intent, float]:
    """How likely each intent is, of one in all."""
    totals = totals_of(see(text, to_london(now).date()))
    most = max(totals.values())
    parts = {intent: exp((total - most) / HUNDREDTHS) for intent, total in totals.items()}
    whole = sum(parts.values())
    return {intent: part / whole for intent, part in parts.items()}


def is_surely(intent: Intent, text: str, now: datetime) -> bool:
    """Likelier than all others together: what acts upon a line asks for that, where `understand` names the likeliest of many."""
    return shares(text, now)[intent] > 0.5


def understand(text: str, now: datetime) -> Understood:
    """Never raises, takes time in proportion to the text, and looks at its first 4,000 characters only."""
    seen = see(text, to_london(now).date())
    intent = intent_of(seen)
    return Understood(intent, entities_of(intent, seen))
