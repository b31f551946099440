"""Whether breaches of one respondent make a pattern: reckoned from the records each time, and kept nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from domain.breaches.choices import YES
from domain.breaches.drafts import Breach, standing
from domain.breaches.questions import EARLIER
from domain.london import long_date, to_london

PATTERN_DAYS = 90
FEWEST = 2
CONSIDER = "Look at the pattern and not at one breach alone: consider stalking, harassment, and controlling or coercive behaviour."


@dataclass(frozen=True)
class BreachSeen:
    """One record as it counts: of which order, on which day, and whether it tells of earlier breaches that nobody had reported."""

    order: UUID
    recorded_at: datetime
    happened_on: date | None = None
    unreported: int = 0

    @property
    def day(self) -> date:
        """The London day on which it was recorded stands for one that is not known."""
        return self.happened_on or to_london(self.recorded_at).date()


@dataclass(frozen=True)
class Pattern:
    """`recorded` counts the records of 90 days, `here` those of the order that is looked at; `unreported` is the most that any of them tells of."""

    recorded: int
    here: int
    newest: date
    unreported: int = 0


def unreported_in(record: Breach) -> int:
    """One where the record tells of earlier breaches that nobody had reported: how many is in its words alone."""
    given = standing(record.answers).get(EARLIER.id)
    return int(given is not None and given.values == (YES,))


def counted_since(now: datetime) -> date:
    """The first London day that counts."""
    return to_london(now - timedelta(days=PATTERN_DAYS)).date()


def pattern_of(order: UUID, happened: Sequence[BreachSeen], now: datetime) -> Pattern | None:
    """None where there is no pattern: fewer than two breaches in all. Two records may tell of the same unreported ones, so they are not added up."""
    since = counted_since(now)
    lately = [one for one in happened if one.day >= since]
    unreported = max((one.unreported for one in lately), default=0)
    if not lately or len(lately) + unreported < FEWEST:
        return None
    here = sum(one.order == order for one in lately)
    return Pattern(len(lately), here, max(one.day for one in lately), unreported)


def pattern_words(pattern: Pattern) -> str:
    elsewhere = "" if pattern.here == pattern.recorded else f" ({pattern.here} of this order)"
    told = ", and earlier ones told of that were not reported then" if pattern.unreported else ""
    recorded = f"{pattern.recorded} recorded in {PATTERN_DAYS} days{elsewhere}, the newest on {long_date(pattern.newest)}{told}"
    return f"Repeat breaches: {recorded}. {CONSIDER}"
