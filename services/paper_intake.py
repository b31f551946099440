"""A court's paper that an officer sends in the chat: read into a draft of an order, and never saved unseen."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from hashlib import sha256
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import Unreadable
from domain.feed_values import clean
from domain.officers import Officer, Permission
from domain.order_drafts import DraftPaper
from domain.papers import Draft, NotRead
from domain.registered_orders import PAPER_CASE, PAPER_NOTE, values_of_paper
from domain.registration import kept
from services.registering import begin_registration
from storage.paper_text import LARGEST as LARGEST_PAPER
from storage.work import Work

Reader = Callable[[bytes], Awaitable[Draft]]
NO_PDF = 'That is no PDF. Send the order as a PDF file, or type "register an order" and take it from the paper.'
TOO_LARGE = f"That file is larger than {LARGEST_PAPER // (1024 * 1024)} MB and was not taken. Ask the court for a smaller one, or type the order in."
LONGEST_NAME = 200


async def take_paper(work: Work, clock: Clock, officer: Officer, name: str, content: bytes, reader: Reader) -> UUID:
    """The draft that the paper was read into; a scan without text is a draft to be typed in. Raises Unreadable for what is no PDF."""
    officer.must(Permission.REGISTER_ORDER)
    if len(content) > LARGEST_PAPER:
        raise Unreadable(TOO_LARGE)
    if not content.startswith(b"%PDF-"):
        raise Unreadable(NO_PDF)
    read = await reader(content)
    paper = DraftPaper(_plain(name), sha256(content).hexdigest(), content)
    told = values_of_paper(read)
    told |= {PAPER_NOTE: _note(read), PAPER_CASE: kept({}, "case_no", told.get("case_no", ""), clock())}
    stands = await begin_registration(work, clock, officer, told, paper)
    async with work() as uow:
        entry = AuditEntry(
            clock(), officer.id, AuditKind.COLLECTION, "register:paper:read", str(stands.draft.id), recipient=str(officer.id)
        )
        await uow.audit.note(replace(entry, outcome="read" if read.not_read is None else read.not_read.name.lower()))
    return stands.draft.id


def _note(read: Draft) -> str:
    """What the form says on top: why nothing could be read, or what to look at first."""
    if read.not_read is not None:
        return NotRead(read.not_read).value
    return " ".join(read.doubts)


def _plain(name: str) -> str:
    """A file's name without folders and signs that are none of a name."""
    last = clean(name).replace("\\", "/").rpartition("/")[2]
    return (last if last.casefold().endswith(".pdf") else f"{last or 'order'}.pdf")[-LONGEST_NAME:]
