"""For how long what was done by a slip can be taken back by whoever did it."""

from datetime import datetime, timedelta

UNDO_WITHIN = timedelta(minutes=10)
WITHIN_WORDS = "10 minutes"


def is_past_undoing(done_at: datetime, now: datetime) -> bool:
    return now >= done_at + UNDO_WITHIN
