"""A record of a breach taken away as a file: permission, one transaction, and a disclosure on the trail."""

from enum import StrEnum
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import NotFound
from domain.officers import Officer, Permission
from services.breach_matters import NO_RECORD
from services.breaches import Sent
from storage.work import Work


class Form(StrEnum):
    PDF = "pdf"
    MARKDOWN = "markdown"


async def take_file(work: Work, clock: Clock, officer: Officer, breach_id: UUID, form: Form, channel: str = "") -> Sent:
    """What the file is made of. That it was given out, to whom and in which form, is on the trail before it is made."""
    officer.must(Permission.LOOK_UP_ORDER)
    event, recipient = f"breach:{form}:downloaded", str(officer.id)
    async with work() as uow:
        record = await uow.breaches.get(breach_id)
        order = None if record is None else await uow.orders.get(record.order_id)
        if record is not None and order is not None:
            subjects = ";".join(map(str, (record.id, order.id, *await uow.orders.party_ids(order.id))))
            await uow.audit.note(AuditEntry(clock(), officer.id, AuditKind.DISCLOSURE, event, subjects, "done", channel, recipient))
            evidence, earlier = await uow.evidence.of_order(order.id), await uow.orders.versions(order.id)
            signing = await uow.signing.of(record.id)
            return Sent(record, order, evidence=tuple(evidence), earlier=tuple(earlier), signing=signing)
        missing = AuditEntry(clock(), officer.id, AuditKind.DISCLOSURE, event, str(breach_id), "not_found", channel, recipient)
        await uow.audit.note(missing)
    raise NotFound(NO_RECORD)
