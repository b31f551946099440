"""What a force has promised a protected person, reckoned a second time: from the history alone, hour by hour in London, without the plan's own arithmetic."""

from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from domain import contacts
from domain.contacts import CADENCE, Cadence, ContactPlan, Event, Outcome, Risk, Timetable, Why
from domain.contacts.plans import TASKS
from domain.errors import AssistantError
from tests.orders import an_order

LONDON = ZoneInfo("Europe/London")
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
LEAST = 2 * HOUR
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
ORDER = an_order(expires_at=datetime(2028, 6, 1, 12, tzinfo=UTC))
SEVERITY = [Risk.HIGH, Risk.MEDIUM, Risk.STANDARD]

# Hours around the changes of the clocks, and any other.
near_a_change = st.builds(
    lambda change, minutes: change + timedelta(minutes=minutes),
    st.sampled_from([datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC), datetime(2027, 3, 28, 1, tzinfo=UTC)]),
    st.integers(-8 * 24 * 60, 2 * 24 * 60),
)
moments = st.one_of(near_a_change, st.integers(0, 365 * 24 * 60).map(lambda minutes: EPOCH + timedelta(minutes=minutes)))
hours = st.lists(st.integers(1, 24 * 20), min_size=1, max_size=3, unique=True).map(
    lambda found: tuple(timedelta(hours=one) for one in sorted(found))
)
steps = st.one_of(hours, hours.map(lambda found: (None, *(one + DAY for one in found[1:]))))
cadences = st.builds(
    Cadence,
    order_known=steps,
    routine_days=st.integers(1, 40),
    breach=hours,
    near_expiry_days=st.just((28, 14, 7)),
    try_again=st.integers(1, 24).map(lambda found: timedelta(hours=found)),
    events=st.fixed_dictionaries(dict.fromkeys(Event, steps)),
    agreed_days=st.integers(1, 60).map(lambda most: (1, most)),
    longest_pause_days=st.integers(1, 40),
    decline_review_days=st.integers(1, 60),
    skips_closed_days=st.booleans(),
)
bank_holidays = st.frozensets(st.integers(0, 900).map(lambda day: date(2026, 1, 1) + timedelta(days=day)), max_size=40)


def timetable(found: tuple[Cadence, Cadence, Cadence], closed: frozenset[date]) -> Timetable:
    """High risk never skips a day."""
    high, medium, standard = found
    by_risk = {Risk.HIGH: replace(high, skips_closed_days=False), Risk.MEDIUM: medium, Risk.STANDARD: standard}
    return Timetable(by_risk, lambda day: day.weekday() >= 5 or day in closed)


timetables = st.one_of(
    st.just(Timetable(CADENCE)),
    st.builds(timetable, st.tuples(cadences, cadences, cadences), bank_holidays),
)
ACTS = (
    "known",
    "breach",
    "event",
    "spoke",
    "silence",
    "found",
    "told",
    "agreed",
    "paused",
    "resumed",
    "declined",
    "wanted",
    "assessed",
    "renewed",
)
# What seldom comes by chance, since the plan refuses it out of turn.
RUNS = (
    ("spoke", "spoke"),
    ("spoke", "spoke", "agreed"),
    ("spoke", "declined"),
    ("spoke", "paused"),
    ("declined", "wanted"),
    ("paused", "resumed"),
)
runs = st.sampled_from([*((act,) for act in ACTS), *RUNS, *RUNS])
histories = st.lists(runs, max_size=6).flatmap(
    lambda names: st.tuples(
        *(
            st.tuples(
                st.just(name), st.integers(0, 10 * 24 * 60), st.integers(0, 400), st.sampled_from(list(Event)), st.sampled_from(list(Risk))
            )
            for run in names
            for name in run
        )
    ).map(list)
)
Act = tuple[str, int, int, Event, Risk]


def midnight_after(moment: datetime) -> datetime:
    """Hour by hour until London's clock shows midnight."""
    at = moment.replace(minute=0, second=0, microsecond=0) + HOUR
    while at.astimezone(LONDON).hour != 0:
        at += HOUR
    return at


def end_of(day: date) -> datetime:
    """Midnight in London after that day."""
    return midnight_after(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))


def today(now: datetime) -> date:
    return now.astimezone(LONDON).date()


def promise(step: timedelta | None, happened_at: datetime, now: datetime) -> datetime:
    """By when a contact is promised that is owed since it happened, noted now."""
    counted = midnight_after(happened_at) if step is None else happened_at + step
    at_least = now + (LEAST if step is None or step > LEAST else step)
    return max(at_least, counted)


def next_contact(plan: ContactPlan) -> datetime:
    """By when the next contact must be made; tasks are none."""
    return min(due.must_by for due in plan.ahead if due.why not in TASKS)


@dataclass
class Promises:
    """`owed` are the promises that no contact has kept yet, `regular` the end of the day by which the next one comes anyhow."""

    by: Timetable
    risk: Risk
    owed: list[datetime] = field(default_factory=list)
    regular: datetime | None = None
    last: datetime | None = None
    agreed: int | None = None
    declined: bool = False
    paused: bool = False

    @property
    def cadence(self) -> Cadence:
        return self.by.cadences[Risk.HIGH if self.risk is Risk.UNASSESSED else self.risk]

    @property
    def latest(self) -> datetime:
        return min([*self.owed, *([self.regular] if self.regular else [])])

    @property
    def days(self) -> int:
        return self.cadence.routine_days if self.agreed is None else min(self.agreed, self.cadence.agreed_days[1])

    def happens(self, step: timedelta | None, at: datetime, now: datetime) -> None:
        self.paused = False
        self.owed.append(promise(step, at, now))

    def contact(self, now: datetime) -> None:
        self.owed, self.last = [], now
        if not self.paused:
            self.regular = end_of(today(now) + timedelta(days=self.cadence.decline_review_days if self.declined else self.days))

    def goes_on(self, now: datetime) -> datetime:
        """The end of the day of the routine contact after the last one, tomorrow at the soonest."""
        return end_of(max(today(self.last or now) + timedelta(days=self.days), today(now) + DAY))


@dataclass
class Lived:
    """A plan and its promises, side by side."""

    plan: ContactPlan
    promises: Promises
    now: datetime
    by: Timetable

    def act(self, act: Act) -> None:
        """What the plan refuses leaves the promises as they were."""
        name, minutes, number, event, risk = act
        self.now += timedelta(minutes=minutes)
        pause_ends = self.promises.regular
        self.promises.paused = self.promises.paused and pause_ends is not None and self.now < pause_ends - 15 * HOUR
        with suppress(AssistantError):
            getattr(self, f"_{name}")(number, event, risk)

    def _known(self, *_: Any) -> None:
        self.plan = contacts.joined(self.plan, ORDER, self.now, self.by)
        self.promises.happens(self.promises.cadence.order_known[0], self.now, self.now)

    def _breach(self, _: int, __: Event, risk: Risk) -> None:
        self.plan = contacts.breached(self.plan, self.now, risk, self.by)
        ranks = [one for one in SEVERITY if one in (self.promises.risk, risk)]
        self.promises.risk, self.promises.declined = (ranks or [Risk.UNASSESSED])[0], False
        self.promises.happens(self.promises.cadence.breach[0], self.now, self.now)

    def _event(self, ago: int, event: Event, _: Risk) -> None:
        at = self.now - timedelta(hours=ago)
        self.plan = contacts.happened(self.plan, event, self.now, at, self.by)
        self.promises.happens(self.promises.cadence.events[event][0], at, self.now)

    def _spoke(self, *_: Any) -> None:
        self.plan = contacts.contacted(self.plan, Outcome.SPOKE_SAFE, self.now, self.by)
        self.promises.contact(self.now)

    def _silence(self, *_: Any) -> None:
        self.plan = contacts.contacted(self.plan, Outcome.NO_ANSWER, self.now, self.by)

    def _found(self, *_: Any) -> None:
        self.plan = contacts.contacted(self.plan, Outcome.GOT_SAFE_CONTACT, self.now, self.by)

    def _told(self, *_: Any) -> None:
        self.plan = contacts.update_owed(self.plan, [self.now + DAY], self.now)
        self.promises.paused = False

    def _renewed(self, *_: Any) -> None:
        self.plan = contacts.renewed(self.plan, self.now)

    def _agreed(self, days: int, *_: Any) -> None:
        routine = [due for due in self.plan.ahead if due.why is Why.ROUTINE and due.remind_at > self.now]
        self.plan = contacts.agreed(self.plan, days or None, self.now, self.by)
        self.promises.agreed = days or None
        self.promises.regular = self.promises.goes_on(self.now) if routine else self.promises.regular

    def _paused(self, days: int, *_: Any) -> None:
        until = today(self.now) + timedelta(days=days)
        self.plan = contacts.paused(self.plan, until, self.now, self.by)
        self.promises.regular, self.promises.paused = end_of(until), True

    def _resumed(self, *_: Any) -> None:
        self.plan = contacts.resumed(self.plan, self.now, self.by)
        self.promises.paused = False
        self._goes_on()

    def _declined(self, *_: Any) -> None:
        self.plan = contacts.declined(self.plan, self.now, self.by)
        self.promises.declined, self.promises.paused = True, False
        self.promises.regular = end_of(today(self.now) + timedelta(days=self.promises.cadence.decline_review_days))

    def _wanted(self, *_: Any) -> None:
        self.plan = contacts.wanted_again(self.plan, self.now, self.by)
        self.promises.declined = False
        self._goes_on()

    def _goes_on(self) -> None:
        kept = [self.promises.regular] if self.promises.regular else []
        self.promises.regular = min([*kept, self.promises.goes_on(self.now)])

    def _assessed(self, number: int, _: Event, risk: Risk) -> None:
        reason = "said so" * (number % 2)
        self.plan = contacts.assessed(self.plan, risk, reason, [ORDER], self.now, self.by)
        self.promises.risk = risk


def lived(risk: Risk, start: datetime, history: list[Act], by: Timetable) -> Lived:
    promises = Promises(by, risk)
    promises.happens(promises.cadence.order_known[0], start, start)
    life = Lived(contacts.plan_for(ORDER, start, risk, by), promises, start, by)
    for act in history:
        life.act(act)
    return life
