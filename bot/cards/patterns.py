"""The strip that says that breaches of one respondent make a pattern."""

from bot.cards.parts import Card, warning
from domain.breaches.patterns import Pattern, pattern_words


def pattern_strip(pattern: Pattern | None) -> list[Card]:
    return [warning(pattern_words(pattern))] if pattern else []
