"""One contact plan as an officer keeps it: what has happened, the risk, and what the protected person wants; each change with its reason, and undone for some minutes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID, uuid4

from domain import contacts
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contact_records import CHANGED_SINCE, Changed, PlanChange, kept_whole, reason_of, whole_taken_back
from domain.contact_undo import MOVED_ON
from domain.contacts import Cadence, ContactPlan, Event, PlanState, Risk, Timetable
from domain.errors import NotFound, Outdated
from domain.officers import Actor, Officer, Permission
from domain.orders import Order
from domain.outbox import reminders_job
from domain.policies import Policy
from services.held_plans import held_even_closed
from services.reminders import plan_after_card, plan_reminder, subject_of
from services.timetables import PolicyNow, timetable_of
from storage.work import UnitOfWork, Work

NO_PLAN = "There is no contact plan for that. Look the order up: it may not be in the register, or its plan was never opened."
IS_CLOSED = "This plan is closed and nobody is reminded, so nothing was changed. Say what has happened: that opens it again."
_Step = Callable[[ContactPlan, Timetable, Sequence[Order]], ContactPlan]


@dataclass(frozen=True)
class PlanShown:
    """`orders` are those of the plan, the most telling first; `changes` the newest first, `names` of whoever made them. `before` and `at` undo the last one."""

    plan: ContactPlan
    orders: tuple[Order, ...]
    cadence: Cadence
    changes: tuple[PlanChange, ...] = ()
    names: tuple[tuple[UUID, str], ...] = ()
    before: str = ""
    at: datetime | None = None


class ContactPlans:
    def __init__(self, work: Work, clock: Clock, policy: PolicyNow = Policy) -> None:
        self._work = work
        self._clock = clock
        self._policy = policy

    async def show(self, officer: Officer, plan_id: UUID) -> PlanShown:
        officer.must(Permission.PLAN_CONTACT)
        async with self._work() as uow:
            plan, orders = await self._held(uow, officer, plan_id)
            await uow.audit.note(self._entry(officer, AuditKind.CONSULTATION, "shown", plan))
            return await self._shown(uow, plan, orders)

    async def find(self, officer: Officer, reference: str) -> PlanShown:
        """The plan of the order of that reference."""
        officer.must(Permission.PLAN_CONTACT)
        async with self._work() as uow:
            order = await uow.orders.by_reference(reference)
            plans = [] if order is None else await uow.contacts.hold_of_order(order.id)
            if not plans:
                line = AuditEntry(self._clock(), officer.id, AuditKind.CONSULTATION, "contact:plan:shown", reference, "not_found")
                await uow.audit.note(line)
            else:
                plan, orders = await self._held(uow, officer, plans[0].id)
                await uow.audit.note(self._entry(officer, AuditKind.CONSULTATION, "shown", plan))
                return await self._shown(uow, plan, orders)
        raise NotFound(NO_PLAN)

    async def record_event(self, officer: Officer, plan_id: UUID, event: Event, at: datetime, words: str = "") -> PlanShown:
        """What an officer knows has happened, or is about to; a closed plan opens again. Raises Unreadable."""
        officer.must(Permission.PLAN_CONTACT)
        said, now = reason_of(words, needed=False), self._clock()
        noted = PlanChange(uuid4(), plan_id, now, officer.id, Changed.EVENT, event.value, said, at)
        return await self._event(officer, noted, lambda plan, by, _: contacts.happened(plan, event, now, at, by))

    async def record_hearing(self, officer: Officer, plan_id: UUID, day: date, words: str = "") -> PlanShown:
        """A hearing of the case that the register may not know. Raises Unreadable."""
        officer.must(Permission.PLAN_CONTACT)
        said, now = reason_of(words, needed=False), self._clock()
        noted = PlanChange(uuid4(), plan_id, now, officer.id, Changed.HEARING, day.isoformat(), said)
        return await self._event(officer, noted, lambda plan, by, _: contacts.hearing_on(plan, day, now, by))

    async def assess(self, officer: Officer, plan_id: UUID, risk: Risk, words: str = "", seen: int | None = None) -> PlanShown:
        """A lower risk has its reason. Raises Unreadable."""
        officer.must(Permission.PLAN_CONTACT)
        said, now = reason_of(words, needed=False), self._clock()

        def assessed(plan: ContactPlan, by: Timetable, orders: Sequence[Order]) -> ContactPlan:
            return contacts.assessed(plan, risk, said, orders, now, by)

        noted = PlanChange(uuid4(), plan_id, now, officer.id, Changed.RISK, risk.value, said)
        return await self._change(officer, noted, assessed, seen)

    async def agree(self, officer: Officer, plan_id: UUID, days: int | None, words: str, seen: int | None = None) -> PlanShown:
        """How often the protected person wants to be contacted; without a number as the force has it. Raises Unreadable."""
        officer.must(Permission.PLAN_CONTACT)
        now = self._clock()
        noted = PlanChange(uuid4(), plan_id, now, officer.id, Changed.FREQUENCY, str(days or ""), reason_of(words, needed=True))
        return await self._change(officer, noted, lambda plan, by, _: contacts.agreed(plan, days, now, by), seen)

    async def pause(self, officer: Officer, plan_id: UUID, until: date, words: str, seen: int | None = None) -> PlanShown:
        """Raises Unreadable beyond the limit, and Outdated while a first contact is owed."""
        officer.must(Permission.PLAN_CONTACT)
        now = self._clock()
        noted = PlanChange(uuid4(), plan_id, now, officer.id, Changed.PAUSE, until.isoformat(), reason_of(words, needed=True))
        return await self._change(officer, noted, lambda plan, by, _: contacts.paused(plan, until, now, by), seen)

    async def resume(self, officer: Officer, plan_id: UUID) -> PlanShown:
        officer.must(Permission.PLAN_CONTACT)
        now = self._clock()
        noted = PlanChange(uuid4(), plan_id, now, officer.id, Changed.RESUMED, "")
        return await self._change(officer, noted, lambda plan, by, _: contacts.resumed(plan, now, by))

    async def decline(self, officer: Officer, plan_id: UUID, words: str, seen: int | None = None) -> PlanShown:
        """The protected person wants no contact: it is looked at again by the force's policy, and a breach ends it."""
        officer.must(Permission.PLAN_CONTACT)
        now = self._clock()
        noted = PlanChange(uuid4(), plan_id, now, officer.id, Changed.DECLINE, "", reason_of(words, needed=True))
        return await self._change(officer, noted, lambda plan, by, _: contacts.declined(plan, now, by), seen)

    async def want_again(self, officer: Officer, plan_id: UUID) -> PlanShown:
        officer.must(Permission.PLAN_CONTACT)
        now = self._clock()
        noted = PlanChange(uuid4(), plan_id, now, officer.id, Changed.WANTED, "")
        return await self._change(officer, noted, lambda plan, by, _: contacts.wanted_again(plan, now, by))

    async def undo(self, officer: Officer, plan_id: UUID, before: str, changed_at: datetime) -> PlanShown:
        """The plan as it was before that change of this officer's. Raises Outdated once anything else has happened with it."""
        officer.must(Permission.PLAN_CONTACT)
        async with self._work() as uow:
            plan, orders = await self._held(uow, officer, plan_id)
            made = [one for one in await uow.contact_records.changes(plan_id) if (one.at, one.officer) == (changed_at, officer.id)]
            if not made:
                raise Outdated(MOVED_ON)
            back = whole_taken_back(plan, before, changed_at, self._clock())
            await uow.contacts.save(back)
            await uow.contact_records.strike(made[0])
            await self._planned(uow, officer, back)
            await uow.audit.note(self._entry(officer, AuditKind.ALTERATION, "undone", back))
            return await self._shown(uow, back, orders)

    async def _event(self, officer: Officer, noted: PlanChange, step: _Step) -> PlanShown:
        """It is the owner's to make the contact, whoever says that it happened: they are reminded."""
        async with self._work() as uow:
            plan, orders = await self._held(uow, officer, noted.plan)
            told = step(plan, timetable_of(self._policy()), orders)
            await uow.contacts.save(told)
            await uow.contact_records.note(noted)
            await plan_reminder(uow, self._clock, reminders_job(uow.force), told)
            await uow.audit.note(self._entry(officer, AuditKind.ALTERATION, noted.what.value, told, noted.value))
            return replace(await self._shown(uow, told, orders), before=kept_whole(plan), at=noted.at)

    async def _change(self, officer: Officer, noted: PlanChange, step: _Step, seen: int | None = None) -> PlanShown:
        """`seen` is the version of the plan that the card showed: an older card changes nothing."""
        async with self._work() as uow:
            plan, orders = await self._held(uow, officer, noted.plan)
            if plan.state is not PlanState.OPEN or seen not in (None, plan.version):
                raise Outdated(CHANGED_SINCE if plan.state is PlanState.OPEN else IS_CLOSED)
            changed = step(plan, timetable_of(self._policy()), orders)
            await uow.contacts.save(changed)
            await uow.contact_records.note(noted)
            await self._planned(uow, officer, changed)
            await uow.audit.note(self._entry(officer, AuditKind.ALTERATION, noted.what.value, changed, noted.value))
            return replace(await self._shown(uow, changed, orders), before=kept_whole(plan), at=noted.at)

    async def _planned(self, uow: UnitOfWork, officer: Officer, plan: ContactPlan) -> None:
        """Whoever made the change is shown the plan; where that is the owner it stands for a reminder that is due."""
        if plan.state is PlanState.OPEN:
            await plan_after_card(uow, self._clock, reminders_job(uow.force), plan, officer.id)
        else:
            await uow.outbox.cancel_older(plan.id, plan.version)

    async def _held(self, uow: UnitOfWork, officer: Officer, plan_id: UUID) -> tuple[ContactPlan, tuple[Order, ...]]:
        one = await held_even_closed(uow, self._clock, officer, plan_id)
        if one is None:
            raise NotFound(NO_PLAN)
        return one.plan, one.orders

    async def _shown(self, uow: UnitOfWork, plan: ContactPlan, orders: tuple[Order, ...]) -> PlanShown:
        changes = tuple(await uow.contact_records.changes(plan.id))
        names = tuple((one.id, one.name) for one in await uow.officers.all()) if changes else ()
        return PlanShown(plan, orders, timetable_of(self._policy()).of(plan.risk), changes, names)

    def _entry(self, actor: Actor, kind: AuditKind, what: str, plan: ContactPlan, outcome: str = "done") -> AuditEntry:
        return AuditEntry(
            self._clock(), actor.id, kind, f"contact:plan:{what}", subject_of(plan), outcome or "done", recipient=str(actor.id)
        )
