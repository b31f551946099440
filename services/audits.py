"""The audit trail for those who may read it."""

import re
from typing import Any

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import Unreadable
from domain.feed import normal_case
from domain.officers import Actor, Permission
from storage.work import UnitOfWork, Work

PAGE = 500
# A UUID, one of our references, or a court's case number: never a name or free text.
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{4,58}[0-9A-Za-z]")


async def export(work: Work, clock: Clock, actor: Actor, id: str) -> list[dict[str, Any]]:
    """Every line about the person or case, or by the officer, oldest first, what was typed included; times are UTC.

    The export is in the trail before a line is read, and is the last line it finds. A page is a transaction of its own, so that a long trail holds
    nobody up; lines are only ever added, so nothing is missed between pages.
    """
    actor.must(Permission.READ_AUDIT)
    if not _ID.fullmatch(id) or not any(sign.isdigit() for sign in id):
        raise Unreadable("Name the person, the case or the officer by an id (8-4-4-4-12), a reference or a case number.")
    wanted = id.lower() if id.count("-") == 4 else id
    async with work() as uow:
        await uow.audit.note(AuditEntry(clock(), actor.id, AuditKind.DISCLOSURE, "audit:trail:exported", wanted, recipient=str(actor.id)))
        ids = {wanted, *await _records_of(uow, wanted)}
    lines: list[AuditEntry] = []
    more = True
    while more:
        async with work() as uow:
            page = await uow.audit.about(ids, (lines[-1].seq or 0) if lines else 0, PAGE)
        lines += page
        more = len(page) == PAGE
    return [_line(one) for one in lines]


async def _records_of(uow: UnitOfWork, wanted: str) -> set[str]:
    """The trail names records by their ids: those of a case or reference are its orders, both parties and their contact plans."""
    by_reference = await uow.orders.by_reference(wanted.upper())
    orders = [by_reference] if by_reference else await uow.orders.by_case(normal_case(wanted))
    plans = [plan.id for order in orders for plan in await uow.contacts.hold_of_order(order.id)]
    parties = [party.id for order in orders for party in (order.respondent, order.applicant)]
    return {str(id) for id in (*(order.id for order in orders), *parties, *plans)}


def _line(one: AuditEntry) -> dict[str, Any]:
    return {
        "seq": one.seq,
        "at": one.at.isoformat(),
        "actor": str(one.actor),
        "kind": one.kind.value,
        "event": one.event,
        "subject": one.subject,
        "outcome": one.outcome,
        "channel": one.channel,
        "recipient": one.recipient,
        "typed": one.typed,
    }
