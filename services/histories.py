"""The history of an order and of a person, read whole by an officer as far as their role goes, and put on the trail with everything it shows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.breaches.drafts import Breach
from domain.breaches.tasks import BreachTask
from domain.breaches.updates import VictimUpdate
from domain.clock import Clock
from domain.contact_words import OUTCOME_WORDS
from domain.contacts import Outcome
from domain.histories import events, together
from domain.history_kept import Contacted, Event, Kept, Noted, Origin
from domain.lookups import safe_particulars
from domain.officers import Officer, Permission
from domain.orders import Order, Party, PartyRole
from domain.retention import Decision
from domain.same_person import also_in, may_be_told, sides_of
from domain.visit_briefing import is_home_secret
from domain.visits import visit_id
from services.beats import walled_off
from services.history_noted import noted_beside
from storage.work import UnitOfWork, Work

MOST_VISITS = 200
THE_BOT = "the bot"


@dataclass(frozen=True)
class _Beside:
    """What is read of an order beside the order itself, and whom it names."""

    origins: Mapping[int, Origin]
    retention: Sequence[Decision]
    tasks: Sequence[BreachTask]
    updates: Sequence[VictimUpdate]
    noted: Sequence[Noted]

    @property
    def people(self) -> set[UUID]:
        told = [*(one.by for one in self.origins.values()), *(one.officer for one in self.retention), *(one.officer for one in self.noted)]
        told += [id for one in self.tasks for id in (one.owner, one.closed_by)]
        told += [id for one in self.updates for id in (one.noted_by, one.told_by)]
        return {id for id in told if id is not None}


@dataclass(frozen=True)
class History:
    """`events` are oldest first. Of a person: `name` as the role may see it, `role` in this order, and the other orders that a person's word joins with it."""

    order: Order
    events: tuple[Event, ...]
    name: str = ""
    role: PartyRole | None = None
    others: tuple[str, ...] = ()


async def history(work: Work, clock: Clock, officer: Officer, order_id: UUID) -> History:
    officer.must(Permission.LOOK_UP_ORDER)
    async with work() as uow:
        order = await uow.orders.demand(order_id)
        kept = await _kept(uow, officer, order, clock())
        shown = [*(one.id for one in kept.evidence), *(one.id for one in kept.breaches)]
        subject = ";".join(map(str, (order.id, order.respondent.id, order.applicant.id, *shown)))
        await uow.audit.note(
            AuditEntry(clock(), officer.id, AuditKind.CONSULTATION, "history:order:read", subject, recipient=str(officer.id))
        )
    return History(order, events(kept))


async def person_history(work: Work, clock: Clock, officer: Officer, order_id: UUID, role: PartyRole) -> History:
    """Of the order and of those in which an officer has said that the same person stands, each link by itself; an order whose names the role may not see is left out."""
    officer.must(Permission.LOOK_UP_ORDER)
    async with work() as uow:
        now, order = clock(), await uow.orders.demand(order_id)
        links = await uow.timelines.persons(order_id)
        ids = {one.record.order for one in also_in(order_id, links) if one.whose is role}
        orders = [order, *(one for one in await uow.orders.many(sorted(ids)) if may_be_told(sides_of(one), officer))]
        listed = [(one, events(await _kept(uow, officer, one, now))) for one in orders]
        subject = ";".join(str(id) for one in orders for id in (one.id, one.respondent.id, one.applicant.id))
        await uow.audit.note(
            AuditEntry(clock(), officer.id, AuditKind.CONSULTATION, "history:person:read", subject, recipient=str(officer.id))
        )
    safe = safe_particulars(order, officer)
    name = safe.respondent.name if role is PartyRole.RESPONDENT else safe.applicant.name
    return History(order, together(listed), name, role, tuple(one.reference for one in orders[1:]))


async def _kept(uow: UnitOfWork, officer: Officer, order: Order, now: datetime) -> Kept:
    """Contacts are told to a role that keeps contact, and to no other."""
    evidence, links = await uow.evidence.ever_of_order(order.id), await uow.reviews.of([order.id])
    terms, changes = await uow.terms.versions(order.id), await uow.order_changes.of_order(order.id)
    tries = await uow.timelines.tries(order.id) if officer.may(Permission.PLAN_CONTACT) else []
    contacts = [Contacted(at, by, OUTCOME_WORDS[Outcome(outcome)]) for at, by, outcome in tries]
    persons = await uow.timelines.persons(order.id)
    by = {one.recorded_by for one in evidence} | {one.officer for one in links} | {one.officer for one in terms}
    by |= {one.officer for one in changes} | {one.officer for one in contacts} | {one.officer for one in persons}
    transfers = (await uow.transfers.of_orders([order.id])).get(order.id, [])
    visits = await uow.visits.made(visit_id(order.id), MOST_VISITS)
    breaches = await uow.breaches.of_order(order.id)
    beside = await _beside(uow, officer, order, breaches)
    by |= {one.by for one in transfers if one.by is not None} | {one.officer for one in visits} | beside.people
    officers = await uow.officers.some(by)
    earlier = await uow.orders.past(order.id)
    return Kept(
        order,
        earlier,
        evidence=evidence,
        breaches=breaches,
        links=links,
        officers=dict.fromkeys(by, THE_BOT) | {id: one.collar or one.name for id, one in officers.items()},
        terms=terms,
        changes=changes,
        contacts=contacts,
        persons=persons,
        papers=await uow.timelines.papers(order.id),
        transfers=transfers,
        visits=visits,
        received=await uow.versions_told.of_order(order.id),
        origins=beside.origins,
        retention=beside.retention,
        tasks=beside.tasks,
        updates=beside.updates,
        signing={one.id: await uow.signing.of(one.id) for one in breaches},
        noted=beside.noted,
        now=now,
        secret=await _secret(uow, officer, order, earlier),
    )


async def _secret(uow: UnitOfWork, officer: Officer, order: Order, earlier: Sequence[tuple[Order, datetime]]) -> tuple[Party, ...]:
    """Where they live is told by no older version either."""
    (shown,) = await walled_off(uow, officer, [order])
    return tuple(one.respondent for one in (*(version for version, _ in earlier), order)) if is_home_secret(shown) else ()


async def _beside(uow: UnitOfWork, officer: Officer, order: Order, breaches: Sequence[Breach]) -> _Beside:
    """The duties of a measure stand under its own id, as those of a breach under the breach's."""
    return _Beside(
        await uow.order_origins.of_order(order.id),
        (await uow.retention.decisions([order.id])).get(order.id, ()),
        [task for id in (order.id, *(one.id for one in breaches)) for task in await uow.breach_tasks.of_breach(id)],
        [update for one in breaches for update in await uow.victim_updates.of_breach(one.id)],
        await noted_beside(uow, officer, order),
    )
