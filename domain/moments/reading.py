"""Reads when something happened, as an officer types it: day first, London time, never a guess that is not said back."""

from datetime import datetime

from domain.errors import Unreadable
from domain.moments.found import HINT, STRANGE
from domain.moments.phrases import read_pieces
from domain.moments.spans import Span, span_of
from domain.moments.spelling import spelt

LONGEST = 120


def read_moment(text: str, now: datetime) -> Span:
    """Raises Unreadable, with words to show, for what cannot be read whole, is still to come, or could be two times."""
    if len(text) > LONGEST:
        raise Unreadable(f"That is long for a time: only the day and the time, please. {HINT}")
    typed = spelt(text).text.strip()
    if not typed:
        raise Unreadable(STRANGE)
    return span_of(read_pieces(typed, now))
