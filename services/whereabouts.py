"""Discloses where a protected person lives, for a minute, and plans that it is taken away again."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.access import Access
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.conversations import Message
from domain.errors import NotFound
from domain.officers import Actor, Officer, Permission
from domain.orders import Order
from domain.outbox import taking_away
from domain.whereabouts import whereabouts
from storage.work import UnitOfWork, Work

GONE = "That order is no longer in the register. Please look it up again."


@dataclass(frozen=True)
class Revealed:
    """`lines` are none where there is nothing that may be shown."""

    order: Order
    lines: tuple[str, ...]


async def reveal(work: Work, clock: Clock, officer: Officer, order_id: UUID, access: Access, channel: str = "") -> Revealed:
    """The address of the applicant; whoever it is shown to, and why, is on the trail."""
    officer.must(Permission.SEE_SAFE_CONTACT)
    async with work() as uow:
        order = await uow.orders.get(order_id)
        if order is None:
            raise NotFound(GONE)
        lines = whereabouts(order, officer)
        subject, outcome = f"{order.id};{order.applicant.id}", "done" if lines else "not_shown"
        kind, event, recipient = AuditKind.DISCLOSURE, "address:applicant:shown", str(officer.id)
        await uow.audit.note(AuditEntry(clock(), officer.id, kind, event, subject, outcome, channel, recipient, reason=access.reason))
    return Revealed(order, lines)


async def plan_taking_away(uow: UnitOfWork, actor: Actor, messages: Sequence[Message]) -> None:
    """In the transaction that keeps these messages: a row for each that is shown for a while only, so that no restart forgets it."""
    actor.must(Permission.OPEN_CONVERSATION)
    passing = [(one.id, one.until) for one in messages if one.until is not None]
    await uow.outbox.plan([taking_away(uow.force, id, actor.id, until) for id, until in passing])
