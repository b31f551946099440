"""One order, and all that hangs on it, erased: at once in the register, and on every card that was sent about it; the trail keeps who, when and which id."""

from dataclasses import dataclass, replace
from datetime import timedelta
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.conversations import TEAMS
from domain.errors import NotFound, Unreadable
from domain.officers import Actor, Permission
from domain.outbox import taking_away
from domain.retention import GROUND, Ground, KeptRecord, demand_erasable
from services.held_records import kept_record
from storage.retention import Tombstone
from storage.work import UnitOfWork, Work

ERASED = "retention:case:erased"
# What is just being brought to Teams has no place there yet that could be changed.
ON_THE_WAY = timedelta(minutes=5)
NO_RECORD = "There is no record under that reference."
GONE_ALREADY = "That record was erased already."


@dataclass(frozen=True)
class Erasure:
    """What went, in figures: `cards` shown in chats, of which Teams is asked to change those that stand there; `lines` of the trail that lost what was typed."""

    reference: str
    breaches: int
    plans: int
    cards: int
    lines: int


async def erase_by_reference(work: Work, clock: Clock, actor: Actor, reference: str, ground: str) -> Erasure:
    """Before or at its review, as ordered. Never under a hold, and never while it may be live."""
    actor.must(Permission.ERASE_RECORDS)
    if ground not in set(Ground):
        raise Unreadable(GROUND)
    async with work() as uow:
        order = await uow.orders.by_reference(reference)
        if order is None:
            gone = await uow.retention.tombstone(reference)
            raise NotFound(GONE_ALREADY if gone else NO_RECORD)
        kept = await kept_record(uow, actor, order)
        demand_erasable(kept, clock())
        return await erase_kept(uow, clock, actor, kept, Ground(ground))


async def erase_kept(uow: UnitOfWork, clock: Clock, actor: Actor, kept: KeptRecord, ground: Ground) -> Erasure:
    """In the transaction of the decision. Whoever may do it has been asked for by the caller, and again here."""
    actor.must(Permission.ERASE_RECORDS)
    order, now = kept.order, clock()
    reach = await uow.erasing.reach(order)
    shown = await uow.erasing.shown(reach)
    await uow.search.remove(order)
    await uow.erasing.erase(order, reach)
    lines = await uow.erasing.silence(reach)
    await _redact(uow, clock, actor, shown)
    await uow.retention.bury(Tombstone(order.id, order.reference, ground.value, actor.id, now), order.case_no, order.file_name)
    subject = ";".join(map(str, reach.all))
    await uow.audit.note(AuditEntry(now, actor.id, AuditKind.ERASURE, ERASED, subject, ground.value))
    return Erasure(order.reference, len(reach.breaches), len(reach.plans), len(shown), lines)


async def _redact(uow: UnitOfWork, clock: Clock, actor: Actor, ids: list[UUID]) -> None:
    """In the registry at once; what stands in Teams is put anew by the outbox, so that no restart forgets it."""
    left = await uow.messages.redact(ids)
    chats = {one.conversation: await uow.conversations.get(one.conversation, clock()) for one in left}
    now = clock()
    rows = [
        (taking_away(uow.force, one.id, chat.officer or actor.id, now), one.channel_id is None)
        for one in left
        if (chat := chats[one.conversation]) is not None and chat.channel == TEAMS
    ]
    await uow.outbox.plan([replace(row, next_at=now + ON_THE_WAY) if on_the_way else row for row, on_the_way in rows])
