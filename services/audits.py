"""The audit trail for those who may read it."""

import re
from typing import Any
from uuid import UUID

from domain.audit import REGISTER, AuditEntry, AuditKind
from domain.case_numbers import normal_case
from domain.clock import Clock
from domain.errors import NotFound, Unreadable
from domain.officers import Actor, Permission
from domain.orders import Order
from domain.references import find_reference, is_reference
from storage.work import UnitOfWork, Work

PAGE = 500
EXPORTED = "audit:trail:exported"
NAMED_BY = f"Name the person, the case or the officer by an id (8-4-4-4-12), a reference or a case number, or say '{REGISTER}'."
# A UUID, one of our references, or a court's case number: never a name or free text.
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{4,58}[0-9A-Za-z]")


async def export(work: Work, clock: Clock, actor: Actor, id: str) -> list[dict[str, Any]]:
    """Every line about the person, the case or the register as a whole, or by the officer, oldest first, what was typed included; times are UTC.

    The export is in the trail before a line is read, and is the last line it finds. A page is a transaction of its own, so that a long trail holds
    nobody up; lines are only ever added, so nothing is missed between pages.
    """
    actor.must(Permission.READ_AUDIT)
    reference = find_reference(id) if is_reference(id) else None
    if id != REGISTER and reference is None and not (_ID.fullmatch(id) and any(sign.isdigit() for sign in id)):
        raise Unreadable(NAMED_BY)
    wanted = reference or (id.lower() if id.count("-") == 4 else id)
    async with work() as uow:
        await uow.audit.note(AuditEntry(clock(), actor.id, AuditKind.DISCLOSURE, EXPORTED, wanted, recipient=str(actor.id)))
        ids = {wanted, *await _records_of(uow, wanted)}
    lines: list[AuditEntry] = []
    more = True
    while more:
        async with work() as uow:
            page = await uow.audit.about(ids, (lines[-1].seq or 0) if lines else 0, PAGE)
        lines += page
        more = len(page) == PAGE
    if all((one.event, one.subject) == (EXPORTED, wanted) for one in lines):
        raise NotFound("The trail holds nothing under that id or word, apart from this question.")
    return [_line(one) for one in lines]


async def _records_of(uow: UnitOfWork, wanted: str) -> set[str]:
    """The trail names records by their ids: an order's are its own, its contact plans' and its breaches'; of its two parties a person's are theirs alone."""
    breach = await uow.breaches.by_reference(wanted)
    if breach is not None:
        return {str(breach.id)}
    erased = await uow.retention.tombstone(wanted)
    if erased is not None:
        return {str(erased.id)}
    orders, person = await _orders_of(uow, wanted), _uuid(wanted)
    parties = {party.id for order in orders for party in (order.respondent, order.applicant)}
    plans = [plan.id for order in orders for plan in await uow.contacts.hold_of_order(order.id)]
    breaches = [id for order in orders for id in await uow.breaches.ids_of_order(order.id)]
    people = {person} if person in parties else parties
    return {str(id) for id in (*(order.id for order in orders), *people, *plans, *breaches)}


async def _orders_of(uow: UnitOfWork, wanted: str) -> list[Order]:
    id = _uuid(wanted)
    if id is not None:
        return await uow.orders.many([id, *await uow.orders.ids_of_party(id)])
    by_reference = await uow.orders.by_reference(wanted)
    return [by_reference] if by_reference else await uow.orders.by_case(normal_case(wanted))


def _uuid(wanted: str) -> UUID | None:
    try:
        return UUID(wanted)
    except ValueError:
        return None


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
        "reason": one.reason,
    }
