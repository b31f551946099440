"""Everything held on one person, gathered for a file: a disclosure on the trail before anything is read."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.disclosed import breach_told, change_told, decision_told, evidence_told, link_told, version_told, visits_told
from domain.documents import Document
from domain.errors import Unreadable
from domain.officers import Officer, Permission
from domain.orders import Order, Party, PartyRole
from domain.same_person import PersonLink, Record, linked_with
from domain.transfers import Direction
from domain.visits import visit_id
from domain.withholding import without_whereabouts
from services.held_records import kept_record
from storage.work import UnitOfWork, Work

EXPORTED = "retention:person:exported"
WHO = "Say on whom: the respondent or the protected person."
ALL_OF_THEM = 10_000


@dataclass(frozen=True)
class PersonExport:
    """`reference` is the order that it was asked from; `records` are plain, one for each order of the person; `papers` are the court's own, on the protected person alone."""

    reference: str
    role: PartyRole
    records: tuple[dict[str, Any], ...]
    papers: tuple[Document, ...]


async def take_person(work: Work, clock: Clock, officer: Officer, order_id: UUID, role: str, channel: str = "") -> PersonExport:
    """In every order in which a person's word says that it is them. Nothing on the respondent says where the protected person is, how to reach them, or what they said."""
    officer.must(Permission.REVIEW_RETENTION)
    if role not in set(PartyRole):
        raise Unreadable(WHO)
    whose = PartyRole(role)
    if whose is PartyRole.APPLICANT:
        officer.must(Permission.SEE_SAFE_CONTACT)
    async with work() as uow:
        order = await uow.orders.demand(order_id)
        orders = await _theirs(uow, order, whose)
        subject = ";".join(str(id) for one in orders for id in (one.id, _party(one, whose).id))
        entry = AuditEntry(clock(), officer.id, AuditKind.DISCLOSURE, EXPORTED, subject, channel=channel, recipient=str(officer.id))
        await uow.audit.note(entry)
        records = [await _record(uow, officer, one, whose, orders) for one in orders]
        papers = await _papers(uow, orders, whose)
    return PersonExport(order.reference, whose, tuple(records), tuple(papers))


async def _theirs(uow: UnitOfWork, order: Order, whose: PartyRole) -> list[Order]:
    """This order, and those in which somebody linked the same person in the same role."""
    others = linked_with(Record(order.id, whose), (await uow.same_person.beside([order])).links)
    return await uow.orders.many([order.id, *(one.order for one in others if one.role is whose)])


async def _papers(uow: UnitOfWork, orders: Sequence[Order], whose: PartyRole) -> list[Document]:
    """None on the respondent: an address stands in a paper where nobody can take it out."""
    if whose is PartyRole.RESPONDENT:
        return []
    return [paper for one in orders for paper in await uow.orders.documents(one.id)]


async def _record(uow: UnitOfWork, officer: Officer, order: Order, whose: PartyRole, orders: Sequence[Order]) -> dict[str, Any]:
    versions = [*await uow.orders.versions(order.id), order]
    kept = await kept_record(uow, officer, order)
    breaches = await uow.breaches.of_order(order.id)
    shown: dict[str, Any] = {"versions": [asdict(_of_person(one, whose)) for one in versions]}
    evidence = await uow.evidence.of_order(order.id)
    if whose is PartyRole.RESPONDENT:
        shown |= {
            "evidence": [evidence_told(one) for one in evidence],
            "breaches": [breach_told(one) for one in breaches],
            "retention": [decision_told(one) for one in kept.decisions],
            "order_changes": [change_told(one) for one in await uow.order_changes.of_order(order.id)],
            "versions_told": [version_told(one) for one in await uow.versions_told.of_order(order.id)],
            "person_links": [link_told(one) for one in await _links(uow, order, whose)],
            **await _of_visits(uow, order),
        }
        return {name: _scrubbed(part, [one.applicant for one in (*versions, *orders)]) for name, part in shown.items()}
    shown |= {
        "terms": [asdict(one) for one in await uow.terms.versions(order.id)],
        "evidence": [asdict(one) for one in evidence],
        "breaches": [asdict(one) for one in breaches],
        "signing": [asdict(await uow.signing.of(one.id)) for one in breaches],
        "retention": [asdict(one) for one in kept.decisions],
        **_scrubbed(await _of_changes(uow, order), [one.respondent for one in versions]),
        "person_links": [asdict(one) for one in await _links(uow, order, whose)],
        "tasks": [asdict(task) for id in (order.id, *(one.id for one in breaches)) for task in await uow.breach_tasks.of_breach(id)],
        "victim_updates": [asdict(update) for one in breaches for update in await uow.victim_updates.of_breach(one.id)],
    }
    return shown | await _of_contact(uow, order) | await _of_transfers(uow, order)


async def _of_changes(uow: UnitOfWork, order: Order) -> dict[str, Any]:
    return {
        "order_changes": [asdict(one) for one in await uow.order_changes.of_order(order.id)],
        "versions_told": [asdict(one) for one in await uow.versions_told.of_order(order.id)],
    }


async def _links(uow: UnitOfWork, order: Order, whose: PartyRole) -> list[PersonLink]:
    """All that was said of this person and another record, what was taken back among it."""
    mine = Record(order.id, whose)
    return [link for link in (await uow.same_person.beside([order])).links if mine in link.pair]


async def _of_visits(uow: UnitOfWork, order: Order) -> dict[str, Any]:
    """Visits to the respondent, with what the respondent said; the protected person is not told of them."""
    plan = await uow.visits.get(visit_id(order.id))
    made = [] if plan is None else await uow.visits.made(plan.id, ALL_OF_THEM)
    return {"visit_plans": [] if plan is None else [visits_told(plan)], "visits": [asdict(one) for one in made]}


async def _of_transfers(uow: UnitOfWork, order: Order) -> dict[str, Any]:
    """To and from other forces; of one that came in, all that was sent with it."""
    found = (await uow.transfers.of_orders([order.id])).get(order.id, [])
    packs = [await uow.transfers.pack(one.id) for one in found if one.direction is Direction.IN]
    return {"transfers": [asdict(one) for one in found], "packs_received": [asdict(one) for one in packs]}


async def _of_contact(uow: UnitOfWork, order: Order) -> dict[str, Any]:
    """What is kept for the protected person alone."""
    plans = list((await uow.contacts.of_orders([order.id])).values())
    return {
        "contact_plans": [asdict(one) for one in (await uow.contacts.some(plans)).values()],
        "contacts": [asdict(one) for plan in plans for one in await uow.contacts.made(plan, ALL_OF_THEM)],
        "safe_contact": [asdict(one) for plan in plans for one in await uow.safe_contacts.versions(plan, ALL_OF_THEM)],
        "safeguarding": [asdict(one) for plan in plans for one in await uow.contact_records.versions(plan, ALL_OF_THEM)],
        "changes": [asdict(one) for plan in plans for one in await uow.contact_records.changes(plan, ALL_OF_THEM)],
        "matters": [asdict(one) for plan in plans for one in await uow.contact_matters.of_plan(plan, ALL_OF_THEM)],
    }


def _party(order: Order, whose: PartyRole) -> Party:
    return order.respondent if whose is PartyRole.RESPONDENT else order.applicant


def _of_person(order: Order, whose: PartyRole) -> Order:
    """The person whole; of the other, the name alone."""
    if whose is PartyRole.RESPONDENT:
        return replace(order, applicant=_named(order.applicant))
    return replace(order, respondent=_named(order.respondent))


def _named(one: Party) -> Party:
    return Party(one.id, one.role, one.surname, one.forenames)


def _scrubbed(part: Any, people: Sequence[Party]) -> Any:
    """Every word that was typed, without where any of these people is."""
    if isinstance(part, dict):
        return {key: _scrubbed(one, people) for key, one in part.items()}
    if isinstance(part, list | tuple):
        return [_scrubbed(one, people) for one in part]
    if isinstance(part, set | frozenset):
        return sorted(_scrubbed(one, people) for one in part)
    if not isinstance(part, str):
        return part
    words = part
    for person in people:
        words = without_whereabouts(words, person)
    return words
