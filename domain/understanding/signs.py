"""What speaks in a line for each intent: each sign has a weight, and the heaviest intent wins."""

import re
from typing import NamedTuple

from domain.understanding.intents import Intent
from domain.understanding.signs_asked import ROWS as ROWS_ASKED
from domain.understanding.signs_told import ROWS as ROWS_TOLD

LONGEST_READ = 500
_ENDS_OF_ORDERS = re.compile(r"\b(?:expir\w+|run\w* out|laps\w+|end(?:s|ing)?|orders?|nmos?)\b")
_ENOUGH, _AHEAD = 8, 2


class Sign(NamedTuple):
    intent: Intent
    weight: float
    pattern: re.Pattern[str]


SIGNS = tuple(Sign(intent, weight, re.compile(pattern)) for intent, weight, pattern in (*ROWS_ASKED, *ROWS_TOLD))


def weights(said: str) -> dict[Intent, float]:
    """The sum of what speaks for each, of the first words of the line."""
    read = said[:LONGEST_READ].strip(" .!?")
    total: dict[Intent, float] = {}
    for sign in SIGNS:
        if sign.pattern.search(read) is not None:
            total[sign.intent] = total.get(sign.intent, 0) + sign.weight
    return total


def asks_what_is_due(said: str) -> bool:
    """For contacts, and for nothing else as much; which orders end soon is another list."""
    total = weights(said)
    due = total.pop(Intent.CONTACTS_DUE, 0.0)
    return due >= _ENOUGH and due >= max(total.values(), default=0.0) + _AHEAD and _ENDS_OF_ORDERS.search(said) is None
