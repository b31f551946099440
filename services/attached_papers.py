"""A PDF that belongs to an order that is held: kept with it by whoever may check its wording, and kept aside for them where another sends it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.documents import Document, DocumentKind
from domain.errors import NotFound, Outdated, Unreadable
from domain.feed_merge import queued, unqueued
from domain.officers import Officer, Permission
from domain.order_changes import ChangeKind, Recorded
from domain.order_drafts import ASIDE, REGISTER, DraftPaper, OrderDraft
from domain.orders import Order
from domain.outbox import reminders_job
from domain.provenance import Provenance
from domain.registered_orders import PAPER_CASE, PAPER_WAITS
from services.kept_changes import keep_change
from services.registering import DRAFT_GONE
from storage.work import UnitOfWork, Work

HELD_ALREADY = "That very paper is held with this order already."
ANOTHERS = (
    "The PDF has another case number than that order, so it was not added to it. Register it as an order of its own, or compare both."
)
OPENED_WAITING = "paper:waiting:opened"
SETTLED = "That paper was taken or left out already. Ask for intake again to see what waits."


@dataclass(frozen=True)
class Waiting:
    """A paper that waits: `values` are what was read of it, as the sender left it; empty of a scan."""

    id: UUID
    name: str
    since: datetime
    values: Mapping[str, str]


@dataclass(frozen=True)
class Attached:
    """`change` where the paper is the order's from now on; without it the paper waits."""

    order: Order
    change: Recorded | None = None


async def attach_paper(work: Work, clock: Clock, officer: Officer, draft_id: UUID, order_id: UUID) -> Attached:
    """Of an officer who may not check its wording the paper only waits: nothing that is told of the order changes by it. Raises NotFound."""
    officer.must(Permission.REGISTER_ORDER)
    async with work() as uow:
        draft, paper = await uow.order_drafts.get(draft_id), await uow.order_drafts.paper(draft_id)
        if draft is None or paper is None or draft.officer != officer.id or draft.kind != REGISTER:
            raise NotFound(DRAFT_GONE)
        order = await uow.orders.demand(order_id)
        if draft.values.get(PAPER_CASE) not in (None, "", order.case_no):
            raise Unreadable(ANOTHERS)
        if await _is_held(uow, order, paper):
            raise Unreadable(HELD_ALREADY)
        # An erasure of the order would not reach what the chat shows of a draft that the order does not bear the id of.
        await uow.order_drafts.drop(draft_id)
        await uow.redacting.draft(draft_id, {officer.id}, officer.id, clock())
        if officer.may(Permission.CHECK_CONDITIONS):
            return await _kept(uow, clock, officer, order, paper)
        return await _put_aside(uow, clock, officer, order, paper, draft.values)


async def show_aside(work: Work, clock: Clock, officer: Officer, order_id: UUID) -> tuple[Order, tuple[Waiting, ...]]:
    """The papers that wait for this order, with what was read of each when it was sent."""
    officer.must(Permission.CHECK_CONDITIONS)
    async with work() as uow:
        order = await uow.orders.demand(order_id)
        waiting = []
        for draft in await uow.order_drafts.of_order(order_id, ASIDE):
            paper = await uow.order_drafts.paper(draft.id)
            waiting += [Waiting(draft.id, paper.name, draft.at, draft.values)] if paper is not None else []
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "waiting_shown", order_id, *(one.id for one in waiting)))
    return order, tuple(waiting)


async def open_aside(work: Work, clock: Clock, officer: Officer, draft_id: UUID, channel: str = "") -> Document:
    """The PDF as it was sent, before anybody takes it. Whoever it is shown to is on the trail."""
    officer.must(Permission.CHECK_CONDITIONS)
    async with work() as uow:
        order, paper = await _waiting(uow, draft_id)
        subject, to = f"{order.id};{draft_id}", str(officer.id)
        await uow.audit.note(AuditEntry(clock(), officer.id, AuditKind.DISCLOSURE, OPENED_WAITING, subject, "done", channel, to))
    return Document(draft_id, order.id, DocumentKind.ORDER, paper.name, paper.sha256, clock(), paper.content)


async def find_aside(work: Work, clock: Clock, officer: Officer, draft_id: UUID) -> Order:
    """The order whose waiting paper somebody asks for where it cannot be shown."""
    officer.must(Permission.CHECK_CONDITIONS)
    async with work() as uow:
        order, _ = await _waiting(uow, draft_id)
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "waiting_asked_for", order.id, draft_id))
    return order


async def take_aside(work: Work, clock: Clock, officer: Officer, draft_id: UUID) -> Attached:
    """It is the order's newest paper from now on, and its wording is to be checked anew."""
    officer.must(Permission.CHECK_CONDITIONS)
    async with work() as uow:
        order, paper = await _waiting(uow, draft_id)
        if await _is_held(uow, order, paper):
            raise Unreadable(HELD_ALREADY)
        order = await _settled(uow, order, draft_id)
        return await _kept(uow, clock, officer, order, paper)


async def leave_aside(work: Work, clock: Clock, officer: Officer, draft_id: UUID) -> Order:
    """It is not the order's: nothing of it is kept but that it was sent and left out."""
    officer.must(Permission.CHECK_CONDITIONS)
    async with work() as uow:
        order, _ = await _waiting(uow, draft_id)
        saved = await uow.orders.update(await _settled(uow, order, draft_id), clock())
        await uow.order_origins.note(officer.id, clock(), [saved])
        await uow.audit.note(_entry(clock, officer, AuditKind.ERASURE, "left_out", order.id, draft_id))
    return saved


async def _is_held(uow: UnitOfWork, order: Order, paper: DraftPaper) -> bool:
    known = (await uow.orders.known([order.case_no]))[order.case_no, order.file_name]
    return paper.sha256 in known.papers


async def _kept(uow: UnitOfWork, clock: Clock, officer: Officer, order: Order, paper: DraftPaper) -> Attached:
    """The change bears the document's id, so that taking the change back takes the paper back too."""
    now = clock()
    document = Document(uuid4(), order.id, DocumentKind.ORDER, paper.name, paper.sha256, now, paper.content)
    await uow.orders.add_documents([document])
    saved = await uow.orders.update(replace(order, has_document=True, conditions_checked=False), now)
    lines = (("The PDF", "held" if order.has_document else "not held", "a paper sent in the chat"),)
    change = Recorded(document.id, order.id, saved.version, ChangeKind.PAPER, officer.id, now, Provenance.OFFICER, lines)
    await keep_change(uow, clock, reminders_job(uow.force), saved, change)
    await uow.audit.note(_entry(clock, officer, AuditKind.COLLECTION, "attached", order.id, document.id))
    return Attached(saved, change)


async def _put_aside(uow: UnitOfWork, clock: Clock, officer: Officer, order: Order, paper: DraftPaper, read: Mapping[str, str]) -> Attached:
    now = clock()
    aside = OrderDraft(uuid4(), officer.id, ASIDE, now, now, order.id, values=read, has_paper=True)
    await uow.order_drafts.begin(aside, paper)
    waits = queued(order, PAPER_WAITS)
    saved = order if waits == order else await uow.orders.update(waits, now)
    if saved != order:
        await uow.order_origins.note(officer.id, now, [saved])
    await uow.audit.note(_entry(clock, officer, AuditKind.COLLECTION, "put_aside", order.id, aside.id))
    return Attached(saved)


async def _waiting(uow: UnitOfWork, draft_id: UUID) -> tuple[Order, DraftPaper]:
    draft, paper = await uow.order_drafts.get(draft_id), await uow.order_drafts.paper(draft_id)
    if draft is None or paper is None or draft.kind != ASIDE or draft.order_id is None:
        raise Outdated(SETTLED)
    return await uow.orders.demand(draft.order_id), paper


async def _settled(uow: UnitOfWork, order: Order, draft_id: UUID) -> Order:
    """Out of the queue once no other paper waits for it."""
    await uow.order_drafts.drop(draft_id)
    left = await uow.order_drafts.of_order(order.id, ASIDE)
    return order if left else unqueued(order, PAPER_WAITS)


def _entry(clock: Clock, officer: Officer, kind: AuditKind, what: str, *subjects: UUID) -> AuditEntry:
    subject = ";".join(map(str, subjects))
    return AuditEntry(clock(), officer.id, kind, f"register:paper:{what}", subject, recipient=str(officer.id))
