"""The digest of an officer's day: who gets one and when, and how long what stands in it may wait before it is brought up by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from domain.contacts import ContactPlan, Risk, Why
from domain.contacts.plans import OF_AN_EVENT
from domain.errors import Unreadable
from domain.mornings import clock_at

# A bot that comes back later than this tells no digest: by then the reminders have come by themselves.
CATCHES_UP = timedelta(hours=4)
# However a reminder waits, so much is left before the contact must be made.
LEFT_AT_LEAST = timedelta(hours=2)
SPREAD_MS = 120_000
URGENT = OF_AN_EVENT | {Why.BREACH, Why.AFTER_BREACH, Why.AFTER_CONCERN, Why.VICTIM_UPDATE, Why.GET_SAFE_CONTACT}


@dataclass(frozen=True)
class DigestTimes:
    """London times: the digest; when what it tells of is brought up by itself where it was not opened, sooner for high risk; and where it was."""

    at: time = time(8, 30)
    again_high: time = time(10)
    again: time = time(13)
    opened: time = time(15)


USUAL = DigestTimes()


@dataclass(frozen=True)
class Digest:
    """One officer's, of one day; the moments are UTC."""

    officer: UUID
    day: date
    at: datetime
    again_high: datetime
    again: datetime
    opened: datetime
    told_at: datetime | None = None
    opened_at: datetime | None = None


@dataclass(frozen=True)
class Counts:
    """Of one's own contacts: overdue, to be made by tonight, and how many of these two are of high risk or not assessed."""

    overdue: int = 0
    today: int = 0
    high: int = 0

    @property
    def all(self) -> int:
        return self.overdue + self.today


def digest_of(officer: UUID, day: date, times: DigestTimes) -> Digest:
    at, again_high, again, opened = (clock_at(day, one) for one in (times.at, times.again_high, times.again, times.opened))
    return Digest(officer, day, at, again_high, again, opened)


def gets_one(counts: Counts, *, working: bool) -> bool:
    """Whoever owes a contact on a working day, and on every other day whoever owes one of high risk."""
    return counts.all > 0 if working else counts.high > 0


def waits_until(plan: ContactPlan, planned: datetime, digest: Digest) -> datetime | None:
    """When the reminder of a contact that the digest told of is brought up instead; None where it stays as it was planned.

    Nothing urgent waits, nor what its owner put off until then; nothing is brought up sooner than it was planned, and at least two hours are left before the
    contact must be made.
    """
    high = plan.risk in (Risk.HIGH, Risk.UNASSESSED)
    if plan.due.why in URGENT or plan.snoozes or not digest.at <= planned < digest.again_high:
        return None
    return _later(plan, planned, digest.again_high if high else digest.again)


def waits_once_opened(plan: ContactPlan, planned: datetime, digest: Digest) -> datetime | None:
    """The same once its officer has opened the list: of what the digest had made wait, and of nothing that was planned since."""
    if plan.due.why in URGENT or planned not in {_brought_up(plan, at) for at in (digest.again_high, digest.again)}:
        return None
    return _later(plan, planned, digest.opened)


def read_digest(given: Mapping[str, Any]) -> DigestTimes:
    """The `[digest]` section of a force's file; raises Unreadable with the one thing that is wrong."""
    times = DigestTimes(**{name: _time(given.get(name, getattr(USUAL, name)), f"digest.{name}") for name in DIGEST})
    if not times.at < times.again_high <= times.again <= times.opened:
        raise Unreadable("digest: at must be before again_high, and again_high, again and opened must not go back")
    return times


DIGEST = ("at", "again_high", "again", "opened")


def _later(plan: ContactPlan, planned: datetime, at: datetime) -> datetime | None:
    later = min(_brought_up(plan, at), plan.due.must_by - LEFT_AT_LEAST)
    return later if later > planned else None


def _brought_up(plan: ContactPlan, at: datetime) -> datetime:
    """Spread over two minutes as the reminders of a morning are, each always at its own moment."""
    return at + plan.id.int % SPREAD_MS * timedelta(milliseconds=1)


def _time(given: object, name: str) -> time:
    """A time of TOML, or its words: "08:30"."""
    if isinstance(given, time):
        return given
    try:
        return time.fromisoformat(given) if isinstance(given, str) and len(given) == 5 else time.fromisoformat("")
    except ValueError:
        raise Unreadable(f'{name} must be a time of day, such as "08:30"') from None
