"""A court's paper that an officer sends in the chat: read into a draft of an order, never saved unseen, or kept with the order that it belongs to."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from hashlib import sha256
from uuid import UUID, uuid4

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.documents import Document, DocumentKind
from domain.errors import NotFound, Unreadable
from domain.feed_values import clean
from domain.officers import Officer, Permission
from domain.order_changes import ChangeKind, Recorded
from domain.order_drafts import REGISTER, DraftPaper
from domain.orders import Order
from domain.outbox import reminders_job
from domain.papers import Draft, NotRead
from domain.provenance import Provenance
from domain.registered_orders import PAPER_NOTE, values_of_paper
from services.registering import DRAFT_GONE, begin_registration
from services.watches import tell_of_changes
from storage.paper_text import LARGEST as LARGEST_PAPER
from storage.work import Work

Reader = Callable[[bytes], Awaitable[Draft]]
NO_PDF = 'That is no PDF. Send the order as a PDF file, or type "register an order" and take it from the paper.'
TOO_LARGE = f"That file is larger than {LARGEST_PAPER // (1024 * 1024)} MB and was not taken. Ask the court for a smaller one, or type the order in."
LONGEST_NAME = 200
HELD_ALREADY = "That very paper is held with this order already."


async def take_paper(work: Work, clock: Clock, officer: Officer, name: str, content: bytes, reader: Reader) -> UUID:
    """The draft that the paper was read into; a scan without text is a draft to be typed in. Raises Unreadable for what is no PDF."""
    officer.must(Permission.REGISTER_ORDER)
    if len(content) > LARGEST_PAPER:
        raise Unreadable(TOO_LARGE)
    if not content.startswith(b"%PDF-"):
        raise Unreadable(NO_PDF)
    read = await reader(content)
    paper = DraftPaper(_plain(name), sha256(content).hexdigest(), content)
    told = values_of_paper(read) | {PAPER_NOTE: _note(read)}
    stands = await begin_registration(work, clock, officer, told, paper)
    async with work() as uow:
        entry = AuditEntry(
            clock(), officer.id, AuditKind.COLLECTION, "register:paper:read", str(stands.draft.id), recipient=str(officer.id)
        )
        await uow.audit.note(replace(entry, outcome="read" if read.not_read is None else read.not_read.name.lower()))
    return stands.draft.id


async def attach_paper(work: Work, clock: Clock, officer: Officer, draft_id: UUID, order_id: UUID) -> Order:
    """The paper of the draft is kept, sealed, with an order that is held already; its wording is to be checked anew. Raises NotFound."""
    officer.must(Permission.REGISTER_ORDER)
    async with work() as uow:
        draft, paper = await uow.order_drafts.get(draft_id), await uow.order_drafts.paper(draft_id)
        if draft is None or paper is None or draft.officer != officer.id or draft.kind != REGISTER:
            raise NotFound(DRAFT_GONE)
        order, now = await uow.orders.demand(order_id), clock()
        held = await uow.orders.document(order_id)
        if held is not None and held.sha256 == paper.sha256:
            raise Unreadable(HELD_ALREADY)
        document = Document(uuid4(), order_id, DocumentKind.ORDER, paper.name, paper.sha256, now, paper.content)
        await uow.orders.add_documents([document])
        saved = await uow.orders.update(replace(order, has_document=True, conditions_checked=False), now)
        lines = (("The PDF", "held" if order.has_document else "not held", "a paper sent in the chat"),)
        await uow.order_changes.add(
            Recorded(uuid4(), order_id, saved.version, ChangeKind.PAPER, officer.id, now, Provenance.OFFICER, lines)
        )
        await uow.order_drafts.drop(draft_id)
        await tell_of_changes(uow, clock, reminders_job(uow.force), [saved])
        subject = f"{order_id};{document.id}"
        await uow.audit.note(
            AuditEntry(now, officer.id, AuditKind.COLLECTION, "register:paper:attached", subject, recipient=str(officer.id))
        )
    return saved


def _note(read: Draft) -> str:
    """What the form says on top: why nothing could be read, or what to look at first."""
    if read.not_read is not None:
        return NotRead(read.not_read).value
    return " ".join(read.doubts)


def _plain(name: str) -> str:
    """A file's name without folders and signs that are none of a name."""
    last = clean(name).replace("\\", "/").rpartition("/")[2]
    return (last if last.casefold().endswith(".pdf") else f"{last or 'order'}.pdf")[-LONGEST_NAME:]
