"""Which intent a line has: the one that its clues speak for most."""

from domain.understanding.clues import clues_of
from domain.understanding.intents import Intent
from domain.understanding.seeing import Seen
from domain.understanding.weighing import weighed


def intent_of(seen: Seen) -> Intent:
    """A line without a letter or a figure asks for nothing."""
    if not any(sign.isalnum() for sign in seen.said):
        return Intent.HELP if "?" in seen.said else Intent.SMALLTALK
    totals = totals_of(seen)
    return max(totals, key=lambda intent: totals[intent])


def totals_of(seen: Seen) -> dict[Intent, float]:
    return weighed(clues_of(seen))
