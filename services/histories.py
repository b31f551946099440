"""The history of an order and of a person, read whole by an officer as far as their role goes, and put on the trail with everything it shows."""

from dataclasses import dataclass
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contact_words import OUTCOME_WORDS
from domain.contacts import Outcome
from domain.histories import Contacted, Event, Kept, events, together
from domain.lookups import safe_particulars
from domain.officers import Officer, Permission
from domain.orders import Order, PartyRole
from domain.same_person import also_in, may_be_told, sides_of
from domain.visits import visit_id
from storage.work import UnitOfWork, Work

MOST_VISITS = 200


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
        kept = await _kept(uow, officer, order)
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
        order = await uow.orders.demand(order_id)
        links = await uow.timelines.persons(order_id)
        ids = {one.record.order for one in also_in(order_id, links) if one.whose is role}
        orders = [order, *(one for one in await uow.orders.many(sorted(ids)) if may_be_told(sides_of(one), officer))]
        listed = [(one, events(await _kept(uow, officer, one))) for one in orders]
        subject = ";".join(str(id) for one in orders for id in (one.id, one.respondent.id, one.applicant.id))
        await uow.audit.note(
            AuditEntry(clock(), officer.id, AuditKind.CONSULTATION, "history:person:read", subject, recipient=str(officer.id))
        )
    safe = safe_particulars(order, officer)
    name = safe.respondent.name if role is PartyRole.RESPONDENT else safe.applicant.name
    return History(order, together(listed), name, role, tuple(one.reference for one in orders[1:]))


async def _kept(uow: UnitOfWork, officer: Officer, order: Order) -> Kept:
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
    by |= {one.by for one in transfers if one.by is not None} | {one.officer for one in visits}
    officers = [await uow.officers.get(id) for id in by]
    return Kept(
        order,
        await uow.orders.past(order.id),
        evidence,
        await uow.breaches.of_order(order.id),
        links,
        {one.id: one.collar or one.name for one in officers if one is not None},
        terms,
        changes,
        contacts,
        persons,
        await uow.timelines.papers(order.id),
        transfers,
        visits,
        await uow.versions_told.of_order(order.id),
    )
