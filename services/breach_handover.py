"""Handing an unfinished record over to another officer: offered, taken on or taken back; until it is taken on it stays whose it was."""

from dataclasses import dataclass
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.breaches.drafts import BreachDraft
from domain.breaches.handover import MAY_NOT, meant, offered, taken, withdrawn
from domain.clock import Clock
from domain.errors import NotFound
from domain.officers import Officer, Permission
from domain.outbox import DRAFT_OFFERED, DRAFT_TAKEN, notice
from storage.work import UnitOfWork, Work

NO_DRAFT = "That record is no longer here. Look the order up and press Record a breach."


@dataclass(frozen=True)
class Offered:
    draft: BreachDraft
    to: Officer


async def whom(work: Work, officer: Officer, words: str) -> list[Officer]:
    """Everybody of the force whom the words may mean and who may record a breach. Raises Unreadable where they mean nobody, or too many."""
    officer.must(Permission.RECORD_BREACH)
    async with work() as uow:
        return meant(await uow.officers.all(), words, officer)


async def offer_to(work: Work, clock: Clock, officer: Officer, draft_id: UUID, other: UUID) -> Offered:
    """In the place of an offer made before. The other is told; offered again to the same officer while it stands, nobody is told twice."""
    officer.must(Permission.RECORD_BREACH)
    async with work() as uow:
        draft, before = await _held(uow, draft_id), await uow.handover.of(draft_id)
        receiver = await uow.officers.get(other)
        if receiver is None:
            raise NotFound(MAY_NOT)
        offer = offered(draft, officer, receiver, before, clock())
        if before is None or before.to != receiver.id:
            await uow.handover.put(offer)
            await uow.outbox.plan([notice(uow.force, draft.id, offer.number, DRAFT_OFFERED, receiver.id, offer.at)])
            await _note(uow, clock, officer, "breach:draft:offered", draft, receiver.id)
    return Offered(draft, receiver)


async def take(work: Work, clock: Clock, officer: Officer, draft_id: UUID) -> BreachDraft:
    """Makes it this officer's, whole. Pressed again it is theirs already; one open draft of the same order stands in the way and is said."""
    officer.must(Permission.RECORD_BREACH)
    async with work() as uow:
        draft, offer = await _held(uow, draft_id), await uow.handover.of(draft_id)
        if draft.officer == officer.id and offer is not None and offer.to is None:
            return draft
        moved, used = taken(draft, officer, offer, clock())
        kept = await uow.handover.move(moved)
        await uow.handover.put(used)
        await uow.outbox.plan([notice(uow.force, draft.id, used.number, DRAFT_TAKEN, draft.officer, clock())])
        await _note(uow, clock, officer, "breach:draft:taken", draft, officer.id)
    return kept


async def withdraw(work: Work, clock: Clock, officer: Officer, draft_id: UUID) -> BreachDraft:
    officer.must(Permission.RECORD_BREACH)
    async with work() as uow:
        draft, offer = await _held(uow, draft_id), await uow.handover.of(draft_id)
        await uow.handover.put(withdrawn(draft, officer, offer))
        await _note(uow, clock, officer, "breach:draft:withdrawn", draft, officer.id)
    return draft


async def _held(uow: UnitOfWork, draft_id: UUID) -> BreachDraft:
    draft = await uow.breaches.draft(draft_id)
    if draft is None:
        raise NotFound(NO_DRAFT)
    return draft


async def _note(uow: UnitOfWork, clock: Clock, officer: Officer, event: str, draft: BreachDraft, recipient: UUID) -> None:
    """The line stands in the trail of the order and its parties, and of both officers: whose the draft was, and who has it or may have it then."""
    named = (draft.id, draft.order_id, *await uow.orders.party_ids(draft.order_id), draft.officer, recipient)
    subjects = ";".join(dict.fromkeys(map(str, named)))
    await uow.audit.note(AuditEntry(clock(), officer.id, AuditKind.ALTERATION, event, subjects, recipient=str(recipient)))
