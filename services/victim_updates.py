"""The clocks by which a victim is told: started with the record or by a later event, owed by the contact plan's owner, closed when somebody has told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain import contacts
from domain.audit import AuditEntry, AuditKind
from domain.breaches import updates
from domain.breaches.drafts import Breach
from domain.breaches.updates import UpdateEvent, VictimUpdate
from domain.clock import Clock
from domain.contacts import ContactPlan, Event, PlanState
from domain.errors import NotFound, Outdated, Unreadable
from domain.london import to_london
from domain.officers import Actor, Officer, Permission
from domain.orders import Order
from domain.outbox import reminders_job
from domain.policies import Policy
from services.closed_days import closed_days
from services.contact_changes import tell_plan
from services.contacts import held_of
from services.reminders import plan_reminder
from services.timetables import timetable_of
from storage.orders import ORDER_GONE
from storage.work import UnitOfWork, Work

LONGEST_HOW = 1_000
NO_RECORD = "There is no record of a breach under that reference."
NO_UPDATE = "That is no longer here. Open the record again to see how things stand."
NO_SUCH_EVENT = "Say which: arrest, interview, release, bail, or a decision not to investigate."
STILL_TO_COME = "That is still to come: give the time at which it happened."
BEFORE_IT = "That is before it happened: give the time at which the protected person was told."

# Beside being told, the protected person is spoken to.
_FREED = {UpdateEvent.RELEASE: Event.RELEASE, UpdateEvent.BAIL: Event.BAIL_CHANGE}


@dataclass(frozen=True)
class Clocks:
    """The clocks of one record, in the sequence of their events. `made` counts those that this call added, `closed` is the one that it closed."""

    breach_id: UUID
    reference: str
    order_id: UUID
    order_reference: str
    updates: tuple[VictimUpdate, ...]
    made: int = 0
    closed: VictimUpdate | None = None

    @property
    def open(self) -> tuple[VictimUpdate, ...]:
        return tuple(one for one in self.updates if one.is_open)


class VictimUpdates:
    def __init__(self, work: Work, clock: Clock, policy: Callable[[], Policy]) -> None:
        self._work = work
        self._clock = clock
        self._policy = policy

    async def start(
        self, uow: UnitOfWork, clock: Clock, actor: Actor, order: Order, breach_id: UUID, events: Sequence[tuple[str, datetime]]
    ) -> list[VictimUpdate]:
        """In the transaction that makes the record: a row for each event, and its reminder, or there is no record. An event told twice has one row."""
        actor.must(Permission.RECORD_BREACH)
        return await self._begin(uow, clock, actor, order, breach_id, events)

    async def note_event(self, officer: Officer, breach_id: UUID, event: str, at: datetime) -> Clocks:
        """Something that happened after the record was sent, which itself is never altered."""
        officer.must(Permission.RECORD_BREACH)
        if at > self._clock():
            raise Unreadable(STILL_TO_COME)
        async with self._work() as uow:
            record, order = await _record(uow, breach_id)
            made = await self._begin(uow, self._clock, officer, order, record.id, [(event, at)])
            if not made:
                await self._note(uow, officer, AuditKind.CONSULTATION, "noted", (record.id, order.id), "already_noted")
            return await _clocks(uow, record, order, made=len(made))

    async def told(self, officer: Officer, update_id: UUID, how: str = "", at: datetime | None = None) -> Clocks:
        """Somebody has told the protected person, by now or at the time given. Again, by the same officer, it adds how or puts the time right."""
        officer.must(Permission.RECORD_BREACH)
        now = self._clock()
        if at is not None and at > now:
            raise Unreadable(STILL_TO_COME)
        async with self._work() as uow:
            held = await _held(uow, update_id)
            if (at or now) < held.happened_at:
                raise Unreadable(BEFORE_IT)
            closed = updates.told(held, officer.id, how.strip()[:LONGEST_HOW], now, at)
            await uow.victim_updates.save(closed, was_open=held.is_open)
            if held.is_open:
                await self._settle(uow, closed.plan)
            await self._note(uow, officer, AuditKind.ALTERATION, "told", _ids(closed))
            return await _clocks(uow, *await _record(uow, closed.breach_id), closed=closed)

    async def take_back(self, officer: Officer, update_id: UUID) -> Clocks:
        """It was not told after all: owed as before. For some minutes, by whoever said so."""
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            held = await _held(uow, update_id)
            owed = updates.taken_back(held, officer.id, self._clock())
            await uow.victim_updates.save(owed, was_open=False)
            record, order = await _record(uow, owed.breach_id)
            (plan, *_) = await held_of(uow, self._clock, officer, order, self._policy)
            await self._bring_forward(uow, self._clock, plan, [owed])
            await self._note(uow, officer, AuditKind.ALTERATION, "taken_back", _ids(owed))
            return await _clocks(uow, record, order)

    async def of_breach(self, officer: Officer, breach_id: UUID) -> Clocks:
        officer.must(Permission.LOOK_UP_ORDER)
        async with self._work() as uow:
            record, order = await _record(uow, breach_id)
            await self._note(uow, officer, AuditKind.CONSULTATION, "read", (record.id, order.id))
            return await _clocks(uow, record, order)

    async def find(self, officer: Officer, reference: str) -> Clocks:
        """Those of the record of that reference."""
        officer.must(Permission.LOOK_UP_ORDER)
        async with self._work() as uow:
            found = await uow.breaches.by_reference(reference)
            if found is None:
                line = AuditEntry(self._clock(), officer.id, AuditKind.CONSULTATION, "breach:update:read", reference, "not_found")
                await uow.audit.note(line)
            else:
                record, order = await _record(uow, found.id)
                await self._note(uow, officer, AuditKind.CONSULTATION, "read", (record.id, order.id))
                return await _clocks(uow, record, order)
        raise NotFound(NO_RECORD)

    async def of_plan(self, officer: Officer, plan_id: UUID) -> list[Clocks]:
        """What the protected person of a contact plan has not been told yet, by record."""
        officer.must(Permission.PLAN_CONTACT)
        async with self._work() as uow:
            breaches = dict.fromkeys(one.breach_id for one in await uow.victim_updates.open_of_plan(plan_id))
            found = [await _clocks(uow, *await _record(uow, id)) for id in breaches]
            shown = tuple(id for one in found for id in (one.breach_id, one.order_id))
            await self._note(uow, officer, AuditKind.CONSULTATION, "read", (plan_id, *shown))
        return found

    async def _begin(
        self, uow: UnitOfWork, clock: Clock, actor: Actor, order: Order, breach_id: UUID, events: Sequence[tuple[str, datetime]]
    ) -> list[VictimUpdate]:
        if not events:
            return []
        (plan, *_) = await held_of(uow, clock, actor, order, self._policy)
        noted = [self._noted(plan, order, breach_id, _event(event), at, actor, clock) for event, at in events]
        made = [one for one in noted if await uow.victim_updates.add(one)]
        if made:
            freed = [(_FREED[one.event], one.happened_at) for one in made if one.event in _FREED]
            told = await tell_plan(uow, clock, actor, plan, order.id, freed, timetable_of(self._policy()))
            await self._bring_forward(uow, clock, told, made)
        for one in made:
            await self._note(uow, actor, AuditKind.COLLECTION, "noted", _ids(one), one.event.value)
        return made

    def _noted(
        self, plan: ContactPlan, order: Order, breach_id: UUID, event: UpdateEvent, at: datetime, actor: Actor, clock: Clock
    ) -> VictimUpdate:
        closed = closed_days(self._policy(), to_london(at).date())
        return updates.noted(breach_id, order.id, plan.id, order.force, event, at, closed, actor.id, clock())

    async def _bring_forward(self, uow: UnitOfWork, clock: Clock, plan: ContactPlan, owed: Sequence[VictimUpdate]) -> None:
        forward = contacts.update_owed(plan, [one.due_by for one in owed], clock())
        await uow.contacts.save(forward)
        await plan_reminder(uow, clock, reminders_job(uow.force), forward)

    async def _settle(self, uow: UnitOfWork, plan_id: UUID) -> None:
        plan = await uow.contacts.hold(plan_id)
        if plan is None or plan.state is not PlanState.OPEN:
            return
        after = contacts.updates_told(plan, await uow.victim_updates.owed(plan_id), self._clock(), timetable_of(self._policy()))
        if after.ahead == plan.ahead:
            return
        await uow.contacts.save(after)
        await plan_reminder(uow, self._clock, reminders_job(uow.force), after)

    async def _note(self, uow: UnitOfWork, actor: Actor, kind: AuditKind, what: str, ids: Sequence[UUID], outcome: str = "done") -> None:
        """The line names the order's parties too, so that the trail of each of them holds it."""
        parties = [party for id in ids for party in await uow.orders.party_ids(id)]
        subject = ";".join(map(str, dict.fromkeys((*ids, *parties))))
        await uow.audit.note(AuditEntry(self._clock(), actor.id, kind, f"breach:update:{what}", subject, outcome))


def _event(given: str) -> UpdateEvent:
    if given not in list(UpdateEvent):
        raise Unreadable(NO_SUCH_EVENT)
    return UpdateEvent(given)


def _ids(update: VictimUpdate) -> tuple[UUID, ...]:
    return update.id, update.breach_id, update.order_id, update.plan


async def _record(uow: UnitOfWork, breach_id: UUID) -> tuple[Breach, Order]:
    record = await uow.breaches.get(breach_id)
    if record is None:
        raise NotFound(NO_RECORD)
    order = await uow.orders.get(record.order_id)
    if order is None:
        raise NotFound(ORDER_GONE)
    return record, order


async def _held(uow: UnitOfWork, update_id: UUID) -> VictimUpdate:
    held = await uow.victim_updates.hold(update_id)
    if held is None:
        raise Outdated(NO_UPDATE)
    return held


async def _clocks(uow: UnitOfWork, record: Breach, order: Order, made: int = 0, closed: VictimUpdate | None = None) -> Clocks:
    found = tuple(await uow.victim_updates.of_breach(record.id))
    return Clocks(record.id, record.reference, order.id, order.reference, found, made, closed)
