"""Which contacts somebody asks to see: how pressing they are, of which days, risk and team, or without an owner."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from uuid import UUID

from domain.contacts import ContactPlan, Outcome, Risk, end_of_day
from domain.london import long_date, long_moment, to_london
from domain.mornings import clock_at

ALWAYS, FOR_EVER = datetime(1970, 1, 1, tzinfo=UTC), datetime(9000, 1, 1, tzinfo=UTC)
NOBODYS = UUID(int=0)
_DAY = timedelta(days=1)
_INSTANT = timedelta(microseconds=1)


class Span(StrEnum):
    DUE = "due"
    OVERDUE = "overdue"
    DAYS = "days"
    OPEN = "open"


@dataclass(frozen=True)
class Listing:
    """`first` and `last` are the days of a span of days, both of them in it; `open` is every contact that is owed at all. No `risks` are all of them, and no `team` is every team of the asker's.

    `own` leaves the teams out, `unowned` takes what nobody has or whose owner has left.
    """

    span: Span = Span.DUE
    first: date | None = None
    last: date | None = None
    risks: frozenset[Risk] = frozenset()
    team: str = ""
    unowned: bool = False
    own: bool = False


@dataclass(frozen=True)
class Window:
    """A contact is in it that must be made after `since` and by `must_by`, or after `since` and is brought up before `brought_up`."""

    since: datetime
    must_by: datetime
    brought_up: datetime

    def holds(self, plan: ContactPlan) -> bool:
        must_by = plan.due.must_by
        return must_by > self.since and (must_by <= self.must_by or plan.remind_at < self.brought_up)


@dataclass(frozen=True)
class Cursor:
    """The last one that was shown: the next page goes on after it, whatever has been dealt with meanwhile."""

    must_by: datetime = ALWAYS
    id: UUID = NOBODYS


def window_of(listing: Listing, now: datetime) -> Window:
    """What is overdue belongs to today and to every span of days that begins with it; a contact owed by midnight belongs to the day that ends then."""
    if listing.span is Span.OVERDUE:
        return Window(ALWAYS, now - _INSTANT, ALWAYS)
    if listing.span is Span.OPEN:
        return Window(ALWAYS, FOR_EVER, ALWAYS)
    if listing.span is Span.DUE or listing.first is None or listing.last is None:
        tonight = end_of_day(now)
        return Window(ALWAYS, tonight, tonight)
    first, until = clock_at(listing.first, time()), clock_at(listing.last + _DAY, time())
    if listing.first <= to_london(now).date():
        return Window(ALWAYS, until, until)
    return Window(first, until, ALWAYS)


def risks_of(listing: Listing) -> frozenset[Risk]:
    """Unassessed risk counts as high until it is assessed."""
    asked = listing.risks or frozenset(Risk)
    return asked | {Risk.UNASSESSED} if Risk.HIGH in asked else asked


def title_of(listing: Listing, now: datetime) -> str:
    """What the list is of, in words: `High risk, due this week, north team`."""
    risks = [f"{risk.value} risk" for risk in Risk if risk in listing.risks]
    parts = [
        *risks,
        _span_words(listing, now),
        *([f"{listing.team} team"] if listing.team else []),
        *(["no owner"] if listing.unowned else []),
    ]
    words = ", ".join(parts)
    return words[0].upper() + words[1:]


def _span_words(listing: Listing, now: datetime) -> str:
    if listing.span is Span.OVERDUE:
        return "overdue"
    if listing.span is Span.OPEN:
        return "open"
    if listing.span is Span.DUE or listing.first is None or listing.last is None:
        return "due today"
    if listing.first == listing.last:
        return f"due on {listing.first:%a} {long_date(listing.first)}"
    by = f"{listing.last:%a} {long_date(listing.last)}"
    return f"due by {by}" if listing.first <= to_london(now).date() else f"due from {listing.first:%a} {long_date(listing.first)} to {by}"


def standing_words(plan: ContactPlan, now: datetime) -> str:
    """How one contact stands, for a list."""
    tried = f", no answer {plan.no_answers} times" if plan.no_answers > 1 else ", no answer once" if plan.no_answers else ""
    if now > plan.due.must_by:
        return f"overdue{tried}"
    if plan.remind_at > now:
        later = plan.last_outcome is Outcome.NO_ANSWER and bool(plan.no_answers)
        return f"to be tried again{tried}" if later else "planned"
    return f"due now{tried}"


def as_details(listing: Listing, after: Cursor | None = None) -> dict[str, str]:
    """As a press keeps it."""
    kept = {"span": listing.span.value, "team": listing.team, "risks": ";".join(sorted(listing.risks))}
    kept |= {name: day.isoformat() for name, day in (("first", listing.first), ("last", listing.last)) if day is not None}
    kept |= {name: "yes" for name, is_so in (("unowned", listing.unowned), ("own", listing.own)) if is_so}
    return kept if after is None else kept | {"after": after.must_by.isoformat(), "after_id": str(after.id)}


def listing_in(details: Mapping[str, str]) -> Listing:
    return Listing(
        Span(details.get("span", Span.DUE)),
        date.fromisoformat(details["first"]) if "first" in details else None,
        date.fromisoformat(details["last"]) if "last" in details else None,
        frozenset(Risk(one) for one in details.get("risks", "").split(";") if one),
        details.get("team", ""),
        unowned="unowned" in details,
        own="own" in details,
    )


def cursor_in(details: Mapping[str, str]) -> Cursor | None:
    return Cursor(datetime.fromisoformat(details["after"]), UUID(details["after_id"])) if "after" in details else None


def standing_told(plan: ContactPlan, now: datetime) -> str:
    """How it stands on a card, with when its reminder comes where it was put off or is tried again: it is due all the same."""
    words = standing_words(plan, now)
    return f"{words}, reminder on {long_moment(plan.remind_at)}" if plan.remind_at > now else words
