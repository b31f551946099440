"""One order, and all that hangs on it, erased: at once in the register, and on every card that was sent about it; the trail keeps who, when and which id."""

from dataclasses import dataclass

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import NotFound, Unreadable
from domain.officers import Actor, Permission
from domain.orders import Order
from domain.retention import GROUND, Ground, KeptRecord, demand_erasable
from services.held_records import kept_record
from storage.retention import Tombstone
from storage.work import UnitOfWork, Work

ERASED = "retention:case:erased"
ERASED_AGAIN = "retention:case:erased_again"
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
    stone = Tombstone(kept.order.id, kept.order.reference, ground.value, actor.id, clock())
    return await _take_out(uow, clock, actor, kept.order, stone, ERASED)


async def erase_as_before(uow: UnitOfWork, clock: Clock, actor: Actor, stone: Tombstone) -> bool:
    """What somebody erased and an older backup brought back: on the ground that was given then, whatever stood in the backup. False where it is in no table."""
    actor.must(Permission.ERASE_RECORDS)
    order = await uow.orders.get(stone.id)
    if order is None:
        await uow.retention.bury_again(stone)
        return False
    await _take_out(uow, clock, actor, order, stone, ERASED_AGAIN)
    return True


async def _take_out(uow: UnitOfWork, clock: Clock, actor: Actor, order: Order, stone: Tombstone, event: str) -> Erasure:
    now = clock()
    reach = await uow.erasing.reach(order)
    shown = await uow.erasing.shown(reach)
    await uow.search.remove(order)
    await uow.intake.forget(order)
    await uow.erasing.erase(order, reach)
    lines = await uow.erasing.silence(reach)
    await uow.redacting.lines(shown, actor.id, now)
    await uow.retention.bury(stone, order.case_no, order.file_name)
    subject = ";".join(map(str, reach.all))
    await uow.audit.note(AuditEntry(now, actor.id, AuditKind.ERASURE, event, subject, stone.ground))
    return Erasure(order.reference, len(reach.breaches), len(reach.plans), len(shown), lines)
