"""Orders on a beat: which of them somebody asks to see, how long each still runs, and what is told of it beside its state."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

from domain.london import long_date, long_moment, to_london
from domain.mornings import clock_at
from domain.orders import Order, PartyRole

RUNGS = (7, 14, 28)
BREACHES_IN = timedelta(days=90)
ALWAYS, NEVER = datetime(1970, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)
NOBODYS = UUID(int=0)
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class BeatAsked:
    """`area` as it was said, empty for one's own beat. `first` and `last` are the days between which the order ends, both of them in it; `unvisited` are those whose respondent was never met."""

    area: str = ""
    first: date | None = None
    last: date | None = None
    unvisited: bool = False


@dataclass(frozen=True)
class Ends:
    """An order is listed that ends after `since` and by `until`; one without a known end only where the list has no end either."""

    since: datetime = ALWAYS
    until: datetime = NEVER


@dataclass(frozen=True)
class Cursor:
    """The last one that was shown: the next page goes on after it."""

    ends: datetime = ALWAYS
    id: UUID = NOBODYS


@dataclass(frozen=True)
class Ladder:
    """How many orders end within 7, 14 and 28 days, each counted once, later, and at a time that is not known."""

    rungs: tuple[int, ...] = (0, 0, 0)
    later: int = 0
    unknown: int = 0

    @property
    def all(self) -> int:
        return sum(self.rungs) + self.later + self.unknown


@dataclass(frozen=True)
class Beside:
    """What stands beside an order on a list: when the protected person was last spoken to, when the respondent was last met on a visit and by when that is owed again, and breaches of the last 90 days."""

    contacted_at: datetime | None = None
    visited_at: datetime | None = None
    visit_by: datetime | None = None
    breaches: int = 0


def ends_of(asked: BeatAsked) -> Ends:
    if asked.first is None or asked.last is None:
        return Ends()
    return Ends(clock_at(asked.first, time()), clock_at(asked.last + _DAY, time()))


def days_left(order: Order, now: datetime) -> int | None:
    """Midnights in London until the day on which it ends; an order that ends at midnight runs out with the day before."""
    if order.expires_at is None:
        return None
    ends = to_london(order.expires_at)
    last = ends.date() - _DAY if ends.time() == time() else ends.date()
    return (last - to_london(now).date()).days


def rung_of(order: Order, now: datetime) -> int | None:
    """The step of the expiry ladder that an order is on: 7, 14 or 28 days; None while it runs longer, or its end is not known."""
    left = days_left(order, now)
    return None if left is None or left < 0 else next((rung for rung in RUNGS if left <= rung), None)


def rung_ends(now: datetime) -> tuple[datetime, ...]:
    """By which instant an order ends that is on each step: the midnight after its last day."""
    today = to_london(now).date()
    return tuple(clock_at(today + timedelta(days=rung + 1), time()) for rung in RUNGS)


def end_words(order: Order, now: datetime) -> str:
    if order.expires_at is None:
        return "no end date known"
    left, rung = days_left(order, now), rung_of(order, now)
    said = long_moment(order.expires_at)
    if left is None or left < 0:
        return said
    runs = "today" if left == 0 else "tomorrow" if left == 1 else f"in {left} days"
    return f"{said}, {runs}" + (f" (on the {rung}-day watch)" if rung else "")


def day_words(at: datetime | None, none: str) -> str:
    return none if at is None else long_date(to_london(at).date())


def visit_words(beside: Beside, now: datetime) -> str:
    """The last compliance visit that met the respondent, and by when the next is owed."""
    last = day_words(beside.visited_at, "none recorded here")
    if beside.visit_by is None:
        return f"{last}; none planned"
    overdue = ", overdue" if now > beside.visit_by else ""
    return f"{last}; the next by {day_words(beside.visit_by - timedelta(microseconds=1), '')}{overdue}"


def here_words(role: PartyRole) -> str:
    return "the respondent lives here" if role is PartyRole.RESPONDENT else "the protected person lives here: not for the respondent's ears"


def title_of(asked: BeatAsked, where: str, now: datetime) -> str:
    """`Orders ending by Sat 28 November 2026, Riverside`."""
    today = to_london(now).date()
    span = ""
    if asked.first is not None and asked.last is not None:
        last = f"{asked.last:%a} {long_date(asked.last)}"
        begins = "" if asked.first <= today else f"from {asked.first:%a} {long_date(asked.first)} "
        span = f" ending {begins}{'to' if begins else 'by'} {last}"
    met = ", respondent not met yet" if asked.unvisited else ""
    return f"Orders{span}, {where}{met}"


def ending_soon(asked: BeatAsked, now: datetime) -> BeatAsked:
    """The expiry watch of the same area."""
    today = to_london(now).date()
    return BeatAsked(asked.area, today, today + timedelta(days=RUNGS[-1]))


def as_details(asked: BeatAsked, after: Cursor | None = None) -> dict[str, str]:
    """As a press keeps it."""
    kept = {"area": asked.area} | ({"unvisited": "yes"} if asked.unvisited else {})
    kept |= {name: day.isoformat() for name, day in (("first", asked.first), ("last", asked.last)) if day is not None}
    return kept if after is None else kept | {"after": after.ends.isoformat(), "after_id": str(after.id)}


def asked_in(details: Mapping[str, str]) -> BeatAsked:
    first, last = (date.fromisoformat(details[name]) if name in details else None for name in ("first", "last"))
    return BeatAsked(details.get("area", ""), first, last, unvisited="unvisited" in details)


def cursor_in(details: Mapping[str, str]) -> Cursor | None:
    return Cursor(datetime.fromisoformat(details["after"]), UUID(details["after_id"])) if "after" in details else None
