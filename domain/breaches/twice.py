"""Whether the same breach may be recorded twice: by which days records are compared, and what is said where there is another."""

from collections.abc import Iterator
from datetime import date, timedelta

from domain.breaches.drafts import Told
from domain.london import to_london
from domain.moments import Span

ONLY_IF_ANOTHER = "Send this only if it is another breach."
BEGUN_BESIDE = "A colleague has begun a record of a breach of this order and has not sent it. Ask whether it is the same breach."
GROWN = "Since this was shown to you another record of the same days was sent: {references}. Look at the check again, and send only if this is another breach."
# A draft that was left lying says nothing about what is told now.
BEGUN_LATELY = timedelta(days=7)
_DAY = timedelta(days=1)


def days_compared(when: Span) -> tuple[date, date]:
    """The first and the last London day of records that may tell of it: a day on either side of its own."""
    return to_london(when.start).date() - _DAY, to_london(when.end).date() + _DAY


def alike_words(told: Told) -> Iterator[str]:
    """What is said beside the draft as soon as its time is known."""
    if told.alike:
        yield f"There is a record of this order for the same time, or a day before or after: {', '.join(told.alike)}. {ONLY_IF_ANOTHER}"
    if told.begun_beside:
        yield BEGUN_BESIDE
