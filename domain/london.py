"""London wall time at the edges; UTC everywhere else."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def to_london(moment: datetime) -> datetime:
    return moment.astimezone(LONDON)


def at_london(day: date, clock_time: time) -> datetime:
    """The UTC instant of a London wall time: a doubled hour takes the first, a missing one moves just after the gap."""
    wall = datetime.combine(day, clock_time.replace(fold=0), tzinfo=LONDON)
    instant = wall.astimezone(UTC)
    if instant.astimezone(LONDON).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return instant
    return _end_of_gap(wall)


def _end_of_gap(wall: datetime) -> datetime:
    before = (wall - timedelta(hours=3)).utcoffset()
    after = (wall + timedelta(hours=3)).utcoffset()
    if before is None or after is None:
        raise ValueError("a London time without an offset")
    naive = wall.replace(tzinfo=None, minute=0, second=0, microsecond=0)
    return (naive - before).replace(tzinfo=UTC)


@lru_cache(maxsize=512)
def long_date(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


@lru_cache(maxsize=512)
def deadline(moment: datetime) -> str:
    """As `long_moment`, but midnight is the end of the day before: nobody must read "Monday at 00:00" as Monday."""
    local = to_london(moment)
    if local.time() != time():
        return long_moment(moment)
    day = local.date() - timedelta(days=1)
    return f"the end of {day:%a} {long_date(day)}"


@lru_cache(maxsize=512)
def long_moment(moment: datetime) -> str:
    """`Thu 12 March 2026 at 09:05`, London time."""
    local = to_london(moment)
    return f"{local:%a} {long_date(local.date())} at {local:%H:%M}"
