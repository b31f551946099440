"""How often the protected person is contacted, by risk and by what happens; a force's own policy may say otherwise."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from domain.contacts.closed import AT_LEAST, IsClosed, before_closed, never_closed
from domain.contacts.plans import Due, Risk

HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
# The time within which a contact must be made; none means that day, London time.
Steps = tuple[timedelta | None, ...]
THAT_DAY: Steps = (None,)


class Event(StrEnum):
    """What happens in a case of which the protected person hears: each has a reason of the same name among the contacts owed."""

    VARIATION = "variation"
    EXTENSION = "extension"
    SERVICE = "service"
    SERVICE_FAILED = "service_failed"
    RELEASE = "release"
    BAIL_CHANGE = "bail_change"
    DISCHARGE = "discharge"
    MOVE = "move"


def events_within(court: Steps, told: Steps, freed: Steps) -> dict[Event, Steps]:
    """`court` is for what becomes of the order and of the person, `told` for service, `freed` for release and bail."""
    court_events = (Event.VARIATION, Event.EXTENSION, Event.SERVICE_FAILED, Event.DISCHARGE, Event.MOVE)
    return {**dict.fromkeys(court_events, court), Event.SERVICE: told, **dict.fromkeys((Event.RELEASE, Event.BAIL_CHANGE), freed)}


@dataclass(frozen=True)
class Cadence:
    """One risk's rhythm.

    `agreed_days` are the fewest and the most days that may be agreed with the person between routine contacts; `skips_closed_days` where a contact that
    would fall on a closed day is made before it.
    """

    order_known: Steps
    routine_days: int
    breach: tuple[timedelta, ...]
    near_expiry_days: tuple[int, ...]
    try_again: timedelta
    events: Mapping[Event, Steps] = field(default_factory=lambda: events_within(THAT_DAY, THAT_DAY, THAT_DAY))
    before_hearing_days: tuple[int, ...] = (1,)
    after_hearing_days: int = 1
    agreed_days: tuple[int, int] = (1, 14)
    longest_pause_days: int = 7
    decline_review_days: int = 28
    skips_closed_days: bool = False


# A design proposal, to be signed off locally: no national figure for how often to contact was found. The intervals are those of the project's
# notes on practice; "immediate" is read as within two hours, and the time to the next try after no answer, the times after an event other than a breach and
# the limits of what may be agreed are ours.
CADENCE: dict[Risk, Cadence] = {
    Risk.HIGH: Cadence(
        (None, 48 * HOUR),
        7,
        (AT_LEAST, 24 * HOUR, 72 * HOUR),
        (28, 14, 7),
        HOUR,
        events_within(THAT_DAY, (AT_LEAST,), (AT_LEAST,)),
    ),
    Risk.MEDIUM: Cadence(
        (24 * HOUR,),
        28,
        (24 * HOUR, 7 * _DAY),
        (28, 7),
        4 * HOUR,
        events_within((24 * HOUR,), (24 * HOUR,), THAT_DAY),
        agreed_days=(1, 56),
        longest_pause_days=28,
        decline_review_days=56,
    ),
    Risk.STANDARD: Cadence(
        (72 * HOUR,),
        60,
        (48 * HOUR, 14 * _DAY),
        (14,),
        24 * HOUR,
        events_within((72 * HOUR,), (24 * HOUR,), (24 * HOUR,)),
        agreed_days=(1, 90),
        longest_pause_days=60,
        decline_review_days=90,
    ),
}


@dataclass(frozen=True)
class Timetable:
    """The rhythms of one force, and the days on which it is closed."""

    cadences: Mapping[Risk, Cadence] = field(default_factory=lambda: CADENCE)
    is_closed: IsClosed = never_closed

    def of(self, risk: Risk) -> Cadence:
        """Unassessed risk counts as high until it is assessed."""
        return self.cadences[Risk.HIGH if risk is Risk.UNASSESSED else risk]

    def on_open_days(self, risk: Risk, dues: Iterable[Due], now: datetime) -> list[Due]:
        """High risk never skips a day."""
        return [before_closed(due, now, self.is_closed) for due in dues] if self.of(risk).skips_closed_days else list(dues)


HOUSE = Timetable()
