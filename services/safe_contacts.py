"""How a protected person may safely be reached: shown, changed page by page, confirmed, and every version kept."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain import safe_contacts
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contacts import ContactPlan, Outcome, PlanState, Timetable, Why, contacted, moved, still_lacks_safe_contact
from domain.errors import NotFound, Outdated
from domain.officers import Officer, Permission
from domain.orders import Order, Party
from domain.outbox import reminders_job
from domain.safe_contacts import CHANGED_SINCE, SafeWays
from domain.safe_planning import as_first_planned, in_window
from services.held_plans import CLOSED, read
from services.reminders import plan_after_card, subject_of
from services.timetables import timetable_of
from storage.contacts import ContactMade
from storage.work import UnitOfWork, Work

NO_COURT_WORDS = "The court sent no words about when it is safe to call."
Change = Callable[[SafeWays, datetime], SafeWays]
Settling = Callable[[UnitOfWork, ContactPlan, SafeWays, SafeWays, datetime, Timetable], Awaitable[ContactPlan]]


@dataclass(frozen=True)
class SafeContact:
    """The ways to reach the protected person: as the court gave them, and as officers have kept them since. `changed` by the use case that returns this."""

    plan: ContactPlan
    order: Order
    others: tuple[Order, ...] = ()
    ways: SafeWays | None = None
    changed: bool = False

    @property
    def person(self) -> Party:
        return self.order.applicant

    @property
    def court_words(self) -> str:
        """The newest that any order of the person brings."""
        return next((one.applicant.safe_time_raw for one in (self.order, *self.others) if one.applicant.safe_time_raw), "")


async def show_contact(work: Work, clock: Clock, officer: Officer, plan_id: UUID) -> SafeContact:
    """The ways to reach the protected person, read now and audited; what the court withheld is not among them."""
    officer.must(Permission.SEE_SAFE_CONTACT)
    async with work() as uow:
        found = await _found(uow, clock, officer, plan_id)
        await _note(uow, clock, officer, AuditKind.DISCLOSURE, "contact:plan:safe_contact_shown", found.plan)
    return found


async def change(work: Work, clock: Clock, officer: Officer, plan_id: UUID, given: Mapping[str, str], of_version: int) -> SafeContact:
    """One page of the form: what is left empty stays as it is. Words about days and times wait to be confirmed."""
    officer.must(Permission.SEE_SAFE_CONTACT)
    return await _change(
        work, clock, officer, plan_id, "changed", lambda ways, now: safe_contacts.changed(ways, given, officer.id, now), of_version
    )


async def put_words(work: Work, clock: Clock, officer: Officer, plan_id: UUID, words: str) -> SafeContact:
    """Days and times typed in a line; they wait to be confirmed."""
    officer.must(Permission.SEE_SAFE_CONTACT)
    return await _change(
        work, clock, officer, plan_id, "changed", lambda ways, now: safe_contacts.words_put_by(ways, words, officer.id, now)
    )


async def confirm_words(work: Work, clock: Clock, officer: Officer, plan_id: UUID, of_version: int) -> SafeContact:
    """The days and times count from now on, and what is owed next is planned by them."""
    officer.must(Permission.SEE_SAFE_CONTACT)
    return await _change(
        work, clock, officer, plan_id, "confirmed", lambda ways, now: safe_contacts.confirmed_words(ways, officer.id, now), of_version
    )


async def take_court_words(work: Work, clock: Clock, officer: Officer, plan_id: UUID, of_version: int) -> SafeContact:
    """The court's words as they were read and shown; they themselves stay as the court sent them."""
    officer.must(Permission.SEE_SAFE_CONTACT)
    async with work() as uow:
        words = (await _found(uow, clock, officer, plan_id)).court_words
    if not words:
        raise Outdated(NO_COURT_WORDS)

    def taken(ways: SafeWays, now: datetime) -> SafeWays:
        waiting = safe_contacts.words_put_by(ways, words, officer.id, now)
        return replace(safe_contacts.confirmed_words(waiting, officer.id, now), version=waiting.version)

    return await _change(work, clock, officer, plan_id, "confirmed", taken, of_version)


async def still_safe(work: Work, clock: Clock, officer: Officer, plan_id: UUID) -> SafeContact:
    """Asked again at a contact: nothing has changed."""
    officer.must(Permission.SEE_SAFE_CONTACT)
    return await _change(work, clock, officer, plan_id, "confirmed", lambda ways, now: safe_contacts.still_safe(ways, officer.id, now))


async def put_back(work: Work, clock: Clock, officer: Officer, plan_id: UUID, of_version: int) -> SafeContact:
    """What was kept by a slip is as it was before, for some minutes, by whoever kept it."""
    officer.must(Permission.SEE_SAFE_CONTACT)
    async with work() as uow:
        before = await uow.safe_contacts.at_version(plan_id, of_version - 1) or SafeWays(plan_id)
    return await _change(
        work,
        clock,
        officer,
        plan_id,
        "undone",
        lambda ways, now: safe_contacts.put_back(ways, before, officer.id, now),
        of_version,
        settled=_unsettled,
    )


async def plan_of_order(work: Work, officer: Officer, order_id: UUID) -> UUID | None:
    """The contact plan that an order belongs to."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        return (await uow.contacts.of_orders([order_id])).get(order_id)


async def _settled(uow: UnitOfWork, plan: ContactPlan, _: SafeWays, after: SafeWays, now: datetime, by: Timetable) -> ContactPlan:
    """A task to find a safe contact is settled once there is one."""
    if after.by is None or not after.is_enough or all(due.why is not Why.GET_SAFE_CONTACT for due in plan.ahead):
        return plan
    await uow.contacts.record(ContactMade(plan.id, now, after.by, Why.GET_SAFE_CONTACT, Outcome.GOT_SAFE_CONTACT))
    return contacted(plan, Outcome.GOT_SAFE_CONTACT, now, by)


async def _unsettled(uow: UnitOfWork, plan: ContactPlan, before: SafeWays, _: SafeWays, now: datetime, __: Timetable) -> ContactPlan:
    """What is taken back had settled the task to find a safe contact: it never was found, and is owed again."""
    made = await uow.contacts.made(plan.id)
    if (
        before.at is None
        or before.by is None
        or all((one.outcome, one.at, one.officer) != (Outcome.GOT_SAFE_CONTACT, before.at, before.by) for one in made)
    ):
        return plan
    await uow.contacts.strike(plan.id, before.by, before.at)
    earlier = [one.outcome for one in made if one.at < before.at]
    return still_lacks_safe_contact(plan, next(iter(earlier), None), now)


async def _change(
    work: Work,
    clock: Clock,
    officer: Officer,
    plan_id: UUID,
    what: str,
    made: Change,
    of_version: int | None = None,
    settled: Settling = _settled,
) -> SafeContact:
    async with work() as uow:
        plan = await uow.contacts.hold(plan_id)
        found = await _found(uow, clock, officer, plan_id)
        before = found.ways or SafeWays(plan_id)
        if plan is None or (of_version is not None and before.version != of_version):
            raise Outdated(CHANGED_SINCE)
        now = clock()
        after = made(before, now)
        await uow.safe_contacts.keep(after)
        if plan.state is PlanState.OPEN:
            task = await settled(uow, plan, before, after, now, timetable_of(uow.policy()))
            plan = await _planned_anew(uow, clock, officer, plan, task, before, after)
        kind = AuditKind.COLLECTION if before.version == 0 else AuditKind.ALTERATION
        await _note(uow, clock, officer, kind, f"contact:safe:{what}", plan)
    return replace(found, plan=plan, ways=after, changed=True)


async def _planned_anew(
    uow: UnitOfWork, clock: Clock, officer: Officer, plan: ContactPlan, settled: ContactPlan, before: SafeWays, after: SafeWays
) -> ContactPlan:
    """By the new windows, and by the task that was `settled` or is owed again."""
    if settled is plan and after.windows == before.windows:
        return plan
    now = clock()
    planned = in_window(as_first_planned(moved(plan) if settled is plan else settled, now), after.windows, now)
    await uow.contacts.save(planned)
    await plan_after_card(uow, clock, reminders_job(uow.force), planned, officer.id)
    return planned


async def _found(uow: UnitOfWork, clock: Clock, officer: Officer, plan_id: UUID) -> SafeContact:
    one = await read(uow, clock, officer, plan_id)
    if one is None:
        raise NotFound(CLOSED)
    return SafeContact(one.plan, one.order, one.others, await uow.safe_contacts.current(plan_id))


async def _note(uow: UnitOfWork, clock: Clock, officer: Officer, kind: AuditKind, event: str, plan: ContactPlan) -> None:
    await uow.audit.note(AuditEntry(clock(), officer.id, kind, event, subject_of(plan), recipient=str(officer.id)))
