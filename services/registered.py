"""The order that comes of a draft which was registered by hand: saved whole, with its paper, its terms as typed and the contact that follows."""

from collections.abc import Callable
from dataclasses import replace
from random import SystemRandom
from uuid import UUID, uuid4

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.documents import Document, DocumentKind
from domain.feed import SECOND_ORDER
from domain.feed_merge import queued
from domain.officers import Officer, Permission, SystemJob
from domain.order_changes import ChangeKind, Recorded
from domain.order_drafts import REGISTER, DraftPaper, OrderDraft
from domain.orders import Order
from domain.outbox import reminders_job
from domain.policies import Policy
from domain.references import fresh_references
from domain.registered_orders import SECOND_CHECK, draft_of_typed, registered
from domain.terms import OrderTerms, TermsState
from services.planned import Planned
from services.registering import demand_saveable
from services.timetables import PolicyNow
from services.watches import tell_of_changes
from storage.work import UnitOfWork, Work

RANDOM = SystemRandom()


def registering_job(force: str) -> SystemJob:
    """Opens the contact plan of an order that was registered by hand, as the feed does for those that it brings."""
    return SystemJob("registered-orders", force, frozenset({Permission.IMPORT_FEED}))


async def save_registration(
    work: Work,
    clock: Clock,
    officer: Officer,
    draft_id: UUID,
    seen: int,
    planned: Planned,
    policy: PolicyNow = Policy,
    draw: Callable[[], float] = RANDOM.random,
) -> Order:
    """Searchable, with its paper and the first contact of its protected person, in one transaction. `seen` is the draft that was shown whole. Raises Unreadable with what is missing."""
    officer.must(Permission.REGISTER_ORDER)
    async with work() as uow:
        draft = await demand_saveable(uow, clock, officer, draft_id, seen, REGISTER)
        paper = await uow.order_drafts.paper(draft.id)
        order = await _made(uow, clock, draft, paper)
        if policy().register.wants_second(order.provenance, draw()):
            order = queued(order, SECOND_CHECK)
        await uow.orders.save_many([order])
        await uow.orders.add_documents(_documents(order, paper, clock))
        await uow.search.add([order])
        await _terms(uow, clock, officer, order, draft, paper)
        await planned(uow, clock, registering_job(uow.force), [order])
        await uow.order_changes.add(recorded_as_registered(order, officer, clock))
        await uow.order_drafts.drop(draft.id)
        await uow.audit.note(_entry(clock, officer, AuditKind.COLLECTION, "saved", order.id, order.respondent.id, order.applicant.id))
    return order


async def typed_terms(work: Work, clock: Clock, officer: Officer, order_id: UUID) -> OrderTerms | None:
    """What was typed of the conditions of an order whose paper nobody holds: it counts for nothing, and is told as that."""
    officer.must(Permission.LOOK_UP_ORDER)
    async with work() as uow:
        order = await uow.orders.demand(order_id)
        terms = None if order.has_document or order.conditions_checked else await uow.terms.newest(order_id)
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "typed_shown", order_id))
    return terms


async def _made(uow: UnitOfWork, clock: Clock, draft: OrderDraft, paper: DraftPaper | None) -> Order:
    """A second order of its case waits for the orders desk, and so do those that the register holds of it already. It bears the draft's id, so that an erasure reaches what was shown of the draft."""
    (reference,) = await fresh_references("NMO", 1, uow.orders.taken)
    ids = (draft.id, uuid4(), uuid4())
    order = registered(draft.values, ids, uow.force, reference, clock(), paper.name if paper else "")
    on_case = [one for one in await uow.orders.by_case(order.case_no) if one.case_no == order.case_no]
    if any(one.file_name == order.file_name for one in on_case):
        order = replace(order, file_name=f"by-hand-{reference}.pdf")
    for other in on_case:
        if queued(other, SECOND_ORDER) != other:
            waits = await uow.orders.update(queued(other, SECOND_ORDER), clock())
            await uow.order_origins.note(draft.officer, clock(), [waits])
            await tell_of_changes(uow, clock, reminders_job(uow.force), [waits])
    return queued(order, SECOND_ORDER) if on_case else order


def _documents(order: Order, paper: DraftPaper | None, clock: Clock) -> list[Document]:
    if paper is None:
        return []
    return [Document(uuid4(), order.id, DocumentKind.ORDER, paper.name, paper.sha256, clock(), paper.content)]


async def _terms(uow: UnitOfWork, clock: Clock, officer: Officer, order: Order, draft: OrderDraft, paper: DraftPaper | None) -> None:
    """What was typed or read of the conditions is a draft of the order's terms, and nothing more until somebody checks it."""
    typed = draft_of_typed(draft.values)
    if typed is not None:
        sha256 = paper.sha256 if paper else ""
        await uow.terms.note(OrderTerms(order.id, 1, TermsState.DRAFT, sha256, officer.id, clock(), typed))


def recorded_as_registered(order: Order, officer: Officer, clock: Clock) -> Recorded:
    return Recorded(uuid4(), order.id, order.version, ChangeKind.REGISTERED, officer.id, clock(), order.provenance)


def _entry(clock: Clock, officer: Officer, kind: AuditKind, what: str, *subjects: UUID) -> AuditEntry:
    return AuditEntry(clock(), officer.id, kind, f"register:order:{what}", ";".join(map(str, subjects)), recipient=str(officer.id))
