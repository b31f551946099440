"""The order that a typed line names by its reference."""

from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import NotFound
from domain.officers import Officer, Permission
from storage.work import Work


async def open_by_reference(work: Work, clock: Clock, officer: Officer, reference: str, channel: str = "") -> UUID:
    """The order that a line names by the bot's own reference. Raises NotFound."""
    officer.must(Permission.LOOK_UP_ORDER)
    async with work() as uow:
        order = await uow.orders.by_reference(reference)
        outcome = "done" if order else "not_found"
        named = str(order.id) if order else reference
        await uow.audit.note(AuditEntry(clock(), officer.id, AuditKind.CONSULTATION, "lookup:order:named", named, outcome, channel))
    if order is None:
        raise NotFound("No order in this register has that reference. Check it sign by sign.")
    return order.id
