"""The court feed day by day: what came beside what was to be expected, so that a day that is missing or thin is seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

WINDOW_DAYS = 14
USUAL_WEEKS = 8
ENOUGH = 3


@dataclass(frozen=True)
class Came:
    """The manifests of one day together; `rows` is None where they were taken in before their rows were counted."""

    rows: int | None
    rejected: int = 0


@dataclass(frozen=True)
class FeedDay:
    """`came` is None where no file did; `usual` is the middle of the same weekday before, None where too little is known."""

    day: date
    came: Came | None
    usual: int | None = None

    @property
    def is_missing(self) -> bool:
        return self.came is None

    @property
    def is_thin(self) -> bool:
        """Less than half of what is usual, and not by one or two alone."""
        if self.came is None or self.came.rows is None or self.usual is None:
            return False
        return self.usual - self.came.rows >= ENOUGH and 2 * self.came.rows < self.usual


def reconcile(came: Mapping[date, Came], first: date | None, today: date) -> list[FeedDay]:
    """The days before today, the oldest first; none before the first file that ever came."""
    days = [today - timedelta(days=back) for back in range(WINDOW_DAYS, 0, -1)]
    return [FeedDay(day, came.get(day), usual_of(came, day)) for day in days if first is not None and day >= first]


def usual_of(came: Mapping[date, Came], day: date) -> int | None:
    before = [came.get(day - timedelta(days=7 * back)) for back in range(1, USUAL_WEEKS + 1)]
    rows = [one.rows for one in before if one is not None and one.rows is not None]
    return round(median(rows)) if len(rows) >= ENOUGH else None


def day_words(one: FeedDay) -> str:
    if one.came is None:
        return "no file came"
    if one.came.rows is None:
        return "came, rows not counted"
    rejected = f", {one.came.rejected} to be mended" if one.came.rejected else ""
    usual = "" if one.usual is None else f"; {one.usual} is usual"
    thin = ": far fewer than usual" if one.is_thin else ""
    return f"{one.came.rows} rows{rejected}{usual}{thin}"


def gap_words(days: Sequence[FeedDay]) -> str:
    """What a person should ask the court about, in figures."""
    missing, thin = sum(one.is_missing for one in days), sum(one.is_thin for one in days)
    if not days:
        return "no file came before today"
    if not missing and not thin:
        return f"a file for each of the last {len(days)} days"
    return f"{missing} of the last {len(days)} days without a file, {thin} with far fewer rows than usual"
