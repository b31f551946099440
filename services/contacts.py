"""Reassurance contact: plans open with their orders, breaches bring them forward, and officers record what came of each contact."""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Self
from uuid import UUID

from domain import contacts
from domain.audit import AuditEntry, AuditKind
from domain.breaches.drafts import Breach
from domain.clock import Clock
from domain.contact_life import Life
from domain.contact_reports import tries_of
from domain.contact_undo import Undoable
from domain.contacts import JUST_NOW, ContactPlan, HowMade, Outcome, PlanState, Risk, Timetable
from domain.errors import Outdated
from domain.followed import followed
from domain.officers import Actor, Officer, Permission, Role
from domain.orders import Order, OrderState, Party, state_at
from domain.outbox import NOBODY, Rota, reminders_job
from domain.policies import Policy
from domain.protected import is_over, plan_among
from domain.safe_contacts import SafeWays
from domain.safe_planning import after_outcome
from services.contact_beside import ContactBeside, beside_contact
from services.contact_changes import note_changes
from services.contact_follow_ups import follow_outcome, keep_outcome, ways_for
from services.held_plans import HeldPlan, held, meant_plans, with_orders
from services.reminders import plan_first_reminders, plan_reminder, subject_of, tell_new_owner, tell_of_no_answer
from services.timetables import PolicyNow, timetable_of
from storage.work import UnitOfWork, Work

CHUNK = 500
LIST_LENGTH = 20
QUEUE_SEEN = timedelta(hours=6)
# Not so an undertaking: it is a promise to the court all the same, and whoever it protects is contacted on.
_OVER = frozenset({OrderState.EXPIRED, OrderState.DISCHARGED})


@dataclass(frozen=True)
class Recorded:
    """How the plan stands now; `already` where the card that was pressed belonged to a contact dealt with before, and nothing was changed.

    `breach` is the one that the contact follows, where one is shown; `undo` is what it takes to take the contact back that was just recorded.
    """

    plan: ContactPlan
    order: Order
    already: bool = False
    others: tuple[Order, ...] = ()
    breach: Breach | None = None
    undo: Undoable | None = None
    beside: ContactBeside | None = None
    ways: SafeWays | None = None
    life: Life | None = None


@dataclass(frozen=True)
class OwedContact:
    plan: ContactPlan
    order: Order
    owner: str | None
    others: tuple[Order, ...] = ()

    @classmethod
    def of(cls, one: HeldPlan, names: Mapping[UUID, str]) -> Self:
        """With the owner's name, where it is among them."""
        return cls(one.plan, one.order, names.get(one.plan.owner) if one.plan.owner else None, one.others)


async def open_plans(uow: UnitOfWork, clock: Clock, actor: Actor, orders: Sequence[Order], policy: PolicyNow = Policy) -> None:
    """In the transaction that takes the orders in: each protected person has one plan, an owner and a reminder from this minute.

    An order of somebody who has a plan on this case joins it, and a plan that waited at the orders desk for a postcode goes to a liaison officer.
    Reminders queue behind those that earlier calls have planned for the next hours, so that an import in parts is spread as one. What a newer version of an order tells brings the contact forward.
    """
    actor.must(Permission.IMPORT_FEED)
    rota, job, by = Rota(await uow.officers.all()), reminders_job(uow.force), timetable_of(policy())
    burst = Counter(await uow.outbox.waiting(clock(), clock() + QUEUE_SEEN))
    for start in range(0, len(orders), CHUNK):
        chunk = {one.id: one for one in orders[start : start + CHUNK] if state_at(one, clock()) not in _OVER}
        planned = await uow.contacts.of_orders(chunk)
        new, shared = await _sorted_out(uow, [one for id, one in chunk.items() if id not in planned])
        plans = [_with_owner(contacts.plan_for(one, clock(), by=by), rota) for one in new]
        await uow.contacts.add(plans)
        await uow.audit.note(*(_entry(clock(), actor, AuditKind.COLLECTION, "opened", plan) for plan in plans))
        joined = [await _join(uow, clock, actor, chunk[order_id], plan_id, by) for order_id, plan_id in shared.items()]
        newest = {plan.id: plan for plan in (*plans, *joined)}
        await plan_first_reminders(uow, clock, job, rota, list(newest.values()), burst)
        opened = {*shared, *(one.id for one in new)}
        await note_changes(uow, clock, actor, [one for one in orders[start : start + CHUNK] if one.id not in opened], by)
        await _give_home(uow, clock, actor, rota, [(chunk[order_id], plan_id) for order_id, plan_id in (planned | shared).items()])
        await asyncio.sleep(0)


async def breach_reported(
    uow: UnitOfWork, clock: Clock, actor: Actor, order: Order, breach_id: UUID, risk: Risk = Risk.UNASSESSED, policy: PolicyNow = Policy
) -> list[ContactPlan]:
    """In the breach's own transaction: contact is owed now, and its reminder's row is there or the breach is not. `risk` as the record has it."""
    actor.must(Permission.RECORD_BREACH)
    now, job, by = clock(), reminders_job(uow.force), timetable_of(policy())
    plans = [contacts.breached(plan, now, risk, by) for plan in await held_of(uow, clock, actor, order, policy)]
    for plan in plans:
        await uow.contacts.save(plan)
        await plan_reminder(uow, clock, job, plan)
        await uow.audit.note(_entry(now, actor, AuditKind.ALTERATION, "brought_forward", plan, beside=breach_id))
    return plans


async def held_of(uow: UnitOfWork, clock: Clock, actor: Actor, order: Order, policy: PolicyNow = Policy) -> list[ContactPlan]:
    """The plan of the order's protected person, found on the case or opened now, and kept from other writers until this transaction ends."""
    actor.must(Permission.RECORD_BREACH)
    if not await uow.contacts.of_orders([order.id]):
        new, shared = await _sorted_out(uow, [order])
        rota, by = Rota(await uow.officers.all()), timetable_of(policy())
        await uow.contacts.add([_with_owner(contacts.plan_for(one, clock(), by=by), rota) for one in new])
        for order_id, plan_id in shared.items():
            await uow.contacts.join(order_id, plan_id)
    return await uow.contacts.hold_of_order(order.id)


async def record_contact(
    work: Work,
    clock: Clock,
    officer: Officer,
    plan_id: UUID,
    outcome: Outcome,
    note: str = "",
    of_round: int | None = None,
    policy: PolicyNow = Policy,
    made: HowMade = JUST_NOW,
) -> Recorded:
    """Completes the reminder whichever copy was pressed; `of_round` is what the pressed card was about, and an older one changes nothing. Raises NotAsAgreed."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        one = await held(uow, clock, officer, plan_id)
        plan, now = one.plan, clock()
        if of_round is not None and of_round != plan.round:
            return await _dealt_with(uow, clock, officer, outcome.value, one)
        ways = await ways_for(uow, officer, plan, outcome, made, now)
        life = replace((await uow.contact_life.of_plans([plan]))[plan.id], done_at=now)
        done = after_outcome(plan, outcome, ways.windows if ways else (), now, timetable_of(policy()), made)
        await uow.contacts.save(done)
        await keep_outcome(uow, now, officer, plan, done, outcome, note, made)
        await uow.contact_tries.add(tries_of(plan, done, officer.id, outcome, now))
        await follow_outcome(uow, now, officer, done, outcome, ways, one.order)
        await plan_reminder(uow, clock, reminders_job(uow.force), done)
        if done.tell_supervisor:
            await tell_of_no_answer(uow, clock, reminders_job(uow.force), done)
        await uow.audit.note(_entry(clock(), officer, AuditKind.ALTERATION, outcome.value, done))
    return Recorded(done, one.order, others=one.others, undo=Undoable(plan, now), ways=ways, life=life)


async def close_plan(work: Work, clock: Clock, officer: Officer, plan_id: UUID, of_round: int) -> Recorded:
    """Ends the reminders of a plan whose orders have all ended; only a person does, and a new order or a breach opens it again."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        one = await held(uow, clock, officer, plan_id)
        if of_round != one.plan.round:
            return await _dealt_with(uow, clock, officer, "closed", one)
        if not is_over(one.orders, clock()):
            raise Outdated("An order of this plan has not ended, so the plan stays open. Look the order up to see how it stands.")
        ended = contacts.closed(one.plan)
        await uow.contacts.save(ended)
        await uow.outbox.cancel_older(ended.id, ended.version)
        await uow.audit.note(_entry(clock(), officer, AuditKind.ALTERATION, "closed", ended))
    return Recorded(ended, one.order, others=one.others)


async def due(work: Work, clock: Clock, officer: Officer) -> list[OwedContact]:
    """What is owed by the end of today, London time, most pressing first: one's own, and for a supervisor the teams' too."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        now = clock()
        seen = followed(officer, await uow.officers.all())
        plans = await uow.contacts.owed(seen.keys(), officer.roles, contacts.end_of_day(now), LIST_LENGTH)
        told = await with_orders(uow, clock, officer, plans)
        await uow.audit.note(_entry(now, officer, AuditKind.CONSULTATION, "listed", *plans))
    names = {id: one.name for id, one in seen.items()}
    return [OwedContact.of(one, names) for one in told]


async def show_plan(work: Work, clock: Clock, officer: Officer, plan_id: UUID) -> Recorded:
    """One plan as it stands."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        one = await held(uow, clock, officer, plan_id)
        breach = await uow.breaches.newest_of(order.id for order in one.orders) if contacts.follows_a_breach(one.plan) else None
        entry = _entry(clock(), officer, AuditKind.CONSULTATION, "shown", one.plan, beside=breach.id if breach else None)
        await uow.audit.note(entry)
        beside = await beside_contact(uow, reminders_job(uow.force), one.plan, clock())
    return Recorded(one.plan, one.order, others=one.others, breach=breach, beside=beside)


async def orders_meant(work: Work, clock: Clock, officer: Officer, words: str) -> list[UUID]:
    """By a reference any order, by a name those of the officer's own contacts: one for each contact that may be meant."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        order = await uow.orders.by_reference(words)
        found = [] if order is not None else await meant_plans(uow, clock, officer, words, brought_up=False)
        ids = [one.order.id for one in found] if order is None else [order.id]
        await uow.audit.note(
            AuditEntry(clock(), officer.id, AuditKind.CONSULTATION, "contact:order:meant", ";".join(map(str, ids)) or "none")
        )
    return ids


async def _dealt_with(uow: UnitOfWork, clock: Clock, officer: Officer, what: str, one: HeldPlan) -> Recorded:
    """The card that was pressed is of a round that is over: it shows how the plan stands, and changes nothing."""
    await uow.audit.note(_entry(clock(), officer, AuditKind.CONSULTATION, what, one.plan, said="already_dealt_with"))
    return Recorded(one.plan, one.order, already=True, others=one.others)


async def _sorted_out(uow: UnitOfWork, orders: Sequence[Order]) -> tuple[list[Order], dict[UUID, UUID]]:
    """Those whose protected person has no plan yet, and the plan on the case that each of the others joins."""
    people = await _people_with_plans(uow, {one.case_no for one in orders})
    new, shared = [], {}
    for one in orders:
        plan = plan_among(one.applicant, people[one.case_no])
        if plan is None:
            new.append(one)
        else:
            shared[one.id] = plan
        people[one.case_no][plan or contacts.plan_id(one.applicant)].append(one.applicant)
    return new, shared


async def _people_with_plans(uow: UnitOfWork, cases: Collection[str]) -> dict[str, dict[UUID, list[Party]]]:
    """By case and plan, everybody whom the orders of the plan name as its protected person."""
    people: dict[str, dict[UUID, list[Party]]] = defaultdict(lambda: defaultdict(list))
    plans = await uow.contacts.on_cases(cases)
    for order in await uow.orders.many(list(plans)):
        people[order.case_no][plans[order.id]].append(order.applicant)
    return people


async def _join(uow: UnitOfWork, clock: Clock, actor: Actor, order: Order, plan_id: UUID, by: Timetable) -> ContactPlan:
    """The plan with one more order; the reminder of what it now owes is its caller's to plan."""
    await uow.contacts.join(order.id, plan_id)
    (held,) = await uow.contacts.hold_of_order(order.id)
    joined = contacts.joined(held, order, clock(), by)
    await uow.contacts.save(joined)
    await uow.outbox.cancel_older(joined.id, joined.version)
    await uow.audit.note(_entry(clock(), actor, AuditKind.COMBINATION, "joined", joined, beside=order.id))
    return joined


async def _give_home(uow: UnitOfWork, clock: Clock, actor: Actor, rota: Rota, orders: Iterable[tuple[Order, UUID]]) -> None:
    """With the first postcode a plan leaves the orders desk for a liaison officer, where there is one."""
    for plan_id in dict.fromkeys(plan_id for order, plan_id in orders if contacts.owning_role(order.applicant) is Role.VLO):
        plan = await uow.contacts.hold(plan_id)
        owner = None if plan is None else rota.named_owner(replace(plan, role=Role.VLO))
        if plan is None or owner is None or plan.role is not Role.ORDERS_DESK or plan.state is not PlanState.OPEN:
            continue
        homed = contacts.homed(plan, owner)
        await uow.contacts.save(homed)
        await tell_new_owner(uow, clock, reminders_job(uow.force), homed)
        await uow.audit.note(_entry(clock(), actor, AuditKind.ALTERATION, "handed_over", homed, beside=owner))


def _with_owner(plan: ContactPlan, rota: Rota) -> ContactPlan:
    """Where nobody has the owning role it is a supervisor's: a plan without an owner is one that nobody answers for."""
    found = rota.owner(plan)
    return replace(plan, owner=None if found == NOBODY else found)


def _entry(
    at: datetime, actor: Actor, kind: AuditKind, what: str, *plans: ContactPlan, beside: UUID | None = None, said: str = "done"
) -> AuditEntry:
    subject = ";".join([*map(subject_of, plans), *([str(beside)] if beside else [])])
    return AuditEntry(at, actor.id, kind, f"contact:plan:{what}", subject, outcome=said, recipient=str(actor.id))
