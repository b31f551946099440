"""What is read of a line, as a test holds it: the intent and every entity."""

from datetime import datetime
from typing import Any

from domain.london import LONDON
from domain.understanding import understand

NOW = datetime(2026, 11, 20, 15, tzinfo=LONDON)
Line = tuple[str, str, dict[str, Any]]


def understood(typed: str) -> Line:
    read = understand(typed, NOW)
    return typed, read.intent.value, read.entities
