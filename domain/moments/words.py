"""Says a time back, in London time, so that it can be nothing else."""

from datetime import UTC, datetime, time

from domain.london import long_date, to_london
from domain.moments.spans import Span


def in_words(span: Span) -> str:
    """The reading said back: weekday, day, month, year and time; of the hour that was twice, which one."""
    start, end = to_london(span.start), to_london(span.end)
    about = "about " if span.about else ""
    day = f"{start:%a} {long_date(start.date())}"
    if span.start == span.end:
        return f"{day} at {about}{start:%H:%M}{_which(start)}"
    if start.replace(fold=0) == end.replace(fold=0):
        return f"{day} at {about}{start:%H:%M}, when the clocks went back (first or second not known)"
    if start.date() == end.date() and start.time() == time.min and end.time() == time(23, 59, 59):
        return f"{about}{day}, time not known"
    return f"{about}between {_moment(start)} and {_moment(end)}"


def _moment(local: datetime) -> str:
    return f"{local:%a} {long_date(local.date())} at {local:%H:%M}{_which(local)}"


def _which(local: datetime) -> str:
    first, second = (local.replace(fold=fold).astimezone(UTC) for fold in (0, 1))
    if first == second:
        return ""
    return " (GMT, after the clocks went back)" if local.fold else " (BST, before the clocks went back)"
