"""What the people of the made-up force do: they answer cards, open digests, forget, go on leave, leave, and tell the ledger what they changed."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial
from random import Random
from uuid import UUID

from benchmarks.year.agenda import Act, Agenda
from benchmarks.year.clock import YearClock
from benchmarks.year.connector import Arrival, soon
from benchmarks.year.ledger import Ledger
from benchmarks.year.safe_times import SAID, SafeTimes, is_outside
from benchmarks.year.seams import leave_force
from benchmarks.year.world import RISKS, People
from bot.cards.digests import REPORT, TITLE
from domain.contact_lists import Listing
from domain.contacts import JUST_NOW, ContactPlan, Event, HowMade, Outcome, PlanState, Risk, Why, plan_id
from domain.duty import Kind
from domain.errors import AssistantError
from domain.london import to_london
from domain.mornings import clock_at
from domain.officers import Officer, Role
from domain.orders import Order
from services.contact_lists import list_page
from services.contact_plans import ContactPlans
from services.contact_reports import report_week
from services.contacts import breach_reported, close_plan, open_plans, record_contact
from services.digests import open_digest
from services.duty_roster import enter_absence
from services.putting_off import put_off
from services.safe_contacts import change, confirm_words, show_contact
from storage.work import Database

OPENS, SHUTS = time(8), time(18)
FORGETS, SNOOZES, NO_ANSWER, OPENS_DIGEST, SAYS_NOTHING = 0.03, 0.06, 0.25, 0.4, 0.3
_DAY = timedelta(days=1)


@dataclass
class Office:
    """`plans` is what the people know of each plan: what the services gave back last."""

    database: Database
    clock: YearClock
    ledger: Ledger
    agenda: Agenda
    people: People
    random: Random
    plans: dict[UUID, ContactPlan] = field(default_factory=dict)
    orders: dict[UUID, Order] = field(default_factory=dict)
    by_reference: dict[str, UUID] = field(default_factory=dict)
    away: dict[UUID, datetime] = field(default_factory=dict)
    on_leave: dict[UUID, datetime] = field(default_factory=dict)
    left: set[UUID] = field(default_factory=set)
    safe: dict[UUID, SafeTimes] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._officers = {one.id: one for one in self.people.all}
        self._kept = ContactPlans(self.database.work, self.clock)

    async def take_in(self, orders: list[Order]) -> None:
        ids = {plan_id(one.applicant): one for one in orders}
        async with self.database.work() as uow:
            await uow.orders.save_many(orders)
            await open_plans(uow, self.clock, self.people.admin, orders)
            plans = await uow.contacts.some(list(ids))
        for id, plan in plans.items():
            self.orders[id], self.by_reference[ids[id].reference] = ids[id], id
            self._changed(plan)

    async def event(self) -> None:
        """A release, a change of bail: whatever a supervisor hears of."""
        plan = self.random.choice(list(self.plans.values()))
        event, officer = self.random.choice((Event.RELEASE, Event.BAIL_CHANGE, Event.SERVICE, Event.VARIATION)), self.people.supervisors[0]
        self.ledger.counts["events"] += 1
        self._changed((await self._kept.record_event(officer, plan.id, event, self.clock())).plan)

    async def breach(self) -> None:
        plan = self.random.choice(list(self.plans.values()))
        risk = self.random.choice((Risk.UNASSESSED, Risk.MEDIUM, Risk.HIGH))
        async with self.database.work() as uow:
            plans = await breach_reported(uow, self.clock, self.people.response, self.orders[plan.id], UUID(int=self._bits()), risk)
        self.ledger.counts["breaches"] += 1
        for one in plans:
            self._changed(one)

    async def leaves(self, officer: Officer) -> None:
        """For good."""
        self.left.add(officer.id)
        self._officers[officer.id] = await leave_force(self.database, self.clock, self.people.admin, officer)
        self.ledger.counts["officers who left"] += 1

    async def goes_away(self, officer: Officer, days: int) -> None:
        """On leave, which is entered, with somebody who covers or without; or ill without a word, when cards come all the same and are not answered."""
        today = to_london(self.clock.true).date()
        self.away[officer.id] = clock_at(today + days * _DAY, time())
        self.ledger.counts["absences"] += 1
        if officer.id in self.left or self.random.random() < SAYS_NOTHING:
            return
        covers = self.random.choice([None, *(one.id for one in self.people.liaison if one.id != officer.id and one.id not in self.left)])
        self.ledger.counts["absences entered"] += 1
        self.on_leave[officer.id] = self.away[officer.id]
        last = today + (days - 1) * _DAY
        self.ledger.covered(officer.id, covers)
        await enter_absence(self.database.work, self.clock, self._chief(officer), officer.id, today, last, Kind.LEAVE, covers)

    def _chief(self, officer: Officer) -> Officer:
        return next(one for one in self.people.supervisors if one.id == officer.supervisor)

    def came(self, card: Arrival) -> None:
        """What the connector calls: a card stands in this officer's chat."""
        plan = None if card.reference is None else self.plans.get(self.by_reference[card.reference])
        if plan is None:
            self.ledger.told(card.officer, card.title, card.at, labelled=card.is_repeat)
            self._no_contact(card)
            return
        self.ledger.arrived(card.officer, plan.id, f"{plan.id} {plan.version} {card.said}", card.at, labelled=card.is_repeat)
        officer = self._officers[card.officer]
        if Role.SUPERVISOR in officer.roles or self.random.random() > FORGETS:
            urgent = plan.due.why is Why.BREACH
            self._later(officer, (2, 20) if urgent else (5, 150), partial(self._answer, officer, plan.id, plan.round))

    def _no_contact(self, card: Arrival) -> None:
        officer = self._officers[card.officer]
        if TITLE in card.title and self.random.random() < OPENS_DIGEST:
            self._later(officer, (1, 40), partial(self._open_digest, officer, to_london(card.at).date()))
        elif REPORT in card.title:
            self._later(officer, (1, 90), partial(report_week, self.database.work, self.clock, officer))

    async def _open_digest(self, officer: Officer, day: date) -> None:
        if not self._there(officer):
            return
        await open_digest(self.database.work, self.clock, officer, day)
        page = await list_page(self.database.work, self.clock, officer, Listing(own=True))
        plans = [one.plan.id for one in page.rows]
        while page.after is not None:
            page = await list_page(self.database.work, self.clock, officer, Listing(own=True), page.after)
            plans += [one.plan.id for one in page.rows]
        self.ledger.opened_digest(plans, self.clock.true)

    async def _answer(self, officer: Officer, id: UUID, of_round: int) -> None:
        """Whoever reads a card of a round that is over finds so and does nothing."""
        plan = self.plans[id]
        if plan.round != of_round or plan.state is not PlanState.OPEN or not self._there(officer):
            return
        safely = self._next_safe(plan)
        if safely is not None:
            self.agenda.at(safely, partial(self._answer, officer, id, of_round))
            return
        try:
            await self._press(officer, plan)
        except AssistantError as refused:
            self.ledger.counts[f"refused: {type(refused).__name__}"] += 1

    async def _press(self, officer: Officer, plan: ContactPlan) -> None:
        work, clock, now = self.database.work, self.clock, self.clock()
        ends = self.orders[plan.id].expires_at
        if ends is not None and ends < now:
            self._changed((await close_plan(work, clock, officer, plan.id, plan.round)).plan)
        elif now < plan.due.must_by and self.random.random() < SNOOZES:
            self.ledger.counts["snoozes"] += 1
            until = min(now + timedelta(hours=1), plan.due.must_by)
            self._changed((await put_off(work, clock, officer, plan.id, until, "Made-up reason.", plan.round)).plan)
        elif plan.due.why is Why.GET_SAFE_CONTACT:
            await self._learn(officer, plan)
        else:
            await self._contact(officer, plan)

    async def _contact(self, officer: Officer, plan: ContactPlan) -> None:
        work, made = self.database.work, JUST_NOW if self._is_safe(plan) else HowMade(because="It could not wait until then.")
        done = (await record_contact(work, self.clock, officer, plan.id, self._outcome(), of_round=plan.round, made=made)).plan
        self.ledger.counts["contacts recorded"] += 1
        self._changed(done)
        self._look_outside(done)
        if done.risk is Risk.UNASSESSED and done.last_outcome is Outcome.SPOKE_SAFE:
            self._shown(officer, (await self._kept.assess(officer, plan.id, self._risk(), "Assessed with the force's own tool.")).plan)

    async def _learn(self, officer: Officer, plan: ContactPlan) -> None:
        """How the person may safely be reached: kept in the record, which settles the task."""
        work, said = self.database.work, self.random.choice(SAID)
        seen = (await show_contact(work, self.clock, officer, plan.id)).ways
        given = {"number": "01632 960123", "said": said.words}
        kept = (await change(work, self.clock, officer, plan.id, given, 0 if seen is None else seen.version)).ways
        assert kept is not None
        self.safe[plan.id] = said
        self.ledger.counts["safe times kept"] += 1
        self._shown(officer, (await confirm_words(work, self.clock, officer, plan.id, kept.version)).plan)

    def _shown(self, officer: Officer, plan: ContactPlan) -> None:
        """The answer to the press is the plan as it stands now: an owner to whom it is due, or whoever stands in while the owner is on leave, has been told by that."""
        self._changed(plan)
        self._look_outside(plan)
        on_leave = plan.owner is not None and self.clock.true < self.on_leave.get(plan.owner, self.clock.true)
        if (officer.id == plan.owner or on_leave) and plan.remind_at <= self.clock():
            self.ledger.listed([plan.id], self.clock.true)
            self._later(officer, (5, 150), partial(self._answer, officer, plan.id, plan.round))

    def _outcome(self) -> Outcome:
        return Outcome.NO_ANSWER if self.random.random() < NO_ANSWER else Outcome.SPOKE_SAFE

    def _risk(self) -> Risk:
        return self.random.choices([risk for risk, _ in RISKS], [share for _, share in RISKS])[0]

    def _changed(self, plan: ContactPlan) -> None:
        self.plans[plan.id] = plan
        if plan.state is PlanState.OPEN:
            self.ledger.promise(plan, self.clock.true, self.clock.off_by)
        else:
            self.ledger.close(plan.id, self.clock.true)

    def _is_safe(self, plan: ContactPlan) -> bool:
        return plan.id not in self.safe or self.safe[plan.id].holds(self.clock())

    def _next_safe(self, plan: ContactPlan) -> datetime | None:
        """When it is worth waiting for: none where it is safe now, or never in time."""
        if self._is_safe(plan) or plan.due.why is Why.GET_SAFE_CONTACT:
            return None
        shown = self.safe[plan.id].next_between(self.clock(), plan.due.must_by)
        return None if shown is None else self.clock.when_shown(shown)

    def _look_outside(self, plan: ContactPlan) -> None:
        """Of what the rule proposes; a reminder that is put off comes when its officer chose."""
        times = self.safe.get(plan.id)
        if times is not None:
            self.ledger.counts["plans of people with safe times"] += 1
            self.ledger.outside += is_outside(plan, times, self.clock())

    def _later(self, officer: Officer, minutes: tuple[int, int], act: Act) -> None:
        """Within so many minutes of the time at which the officer is next at work."""
        self.agenda.at(self._at_work(officer, self.clock.true) + soon(self.random, *minutes), act)

    def _at_work(self, officer: Officer, now: datetime) -> datetime:
        day = to_london(now).date()
        while True:
            works = Role.SUPERVISOR in officer.roles or day.weekday() < 5 or (officer.id.int + day.toordinal()) % 4 == 0
            if works and now < clock_at(day, SHUTS):
                return max(now, clock_at(day, OPENS))
            day += _DAY

    def _there(self, officer: Officer) -> bool:
        return officer.id not in self.left and not self.clock.true < self.away.get(officer.id, self.clock.true)

    def _bits(self) -> int:
        return self.random.getrandbits(128)
