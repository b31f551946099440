"""What an import of the court feed did, in figures and in lines a person can act on."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta

OLDER = "older than what the register holds of this order: not applied"
ERASED_HERE = "the record of this order was erased here: not taken in again"
WINDOW_DAYS = 28


@dataclass(frozen=True)
class FeedLine:
    """Something about one line of one manifest; `reason` never holds a value of the row."""

    manifest: str
    line: int
    reason: str


@dataclass(frozen=True)
class FeedReport:
    """Rows of every manifest read, each counted once; `mended` are rows rejected in an earlier run that now came in."""

    imported: int = 0
    updated: int = 0
    unchanged: int = 0
    mended: int = 0
    rejected: tuple[FeedLine, ...] = ()
    warnings: tuple[FeedLine, ...] = ()
    days_without: tuple[date, ...] = ()

    def plain(self) -> dict[str, object]:
        """The report as it is printed with `--json`."""
        return {
            "imported": self.imported,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "rejected": len(self.rejected),
            "mended": self.mended,
            "rejected_rows": [_line(one) for one in self.rejected],
            "warnings": [_line(one) for one in self.warnings],
            "days_without_file": [day.isoformat() for day in self.days_without],
        }


def days_without_file(came: Collection[date], first: date | None, today: date) -> tuple[date, ...]:
    """The days of the last four weeks, today left out, for which no file came; none before the first that ever did.

    The court sends a file each day, one without an order too, so that a day without a file is a day whose orders are not known here.
    """
    days = (today - timedelta(days=back) for back in range(WINDOW_DAYS, 0, -1))
    return tuple(day for day in days if first is not None and first < day and day not in came)


def _line(one: FeedLine) -> dict[str, object]:
    return {"file": one.manifest, "line": one.line, "reason": one.reason}


def summed(*reports: FeedReport) -> FeedReport:
    return FeedReport(
        imported=sum(one.imported for one in reports),
        updated=sum(one.updated for one in reports),
        unchanged=sum(one.unchanged for one in reports),
        mended=sum(one.mended for one in reports),
        rejected=tuple(line for one in reports for line in one.rejected),
        warnings=tuple(line for one in reports for line in one.warnings),
    )
