"""One's own contacts as times for a calendar: references and moments, read in one transaction and audited; no name is in it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contact_lists import Cursor, Listing, Span, window_of
from domain.contacts import Risk, Why
from domain.officers import Officer, Permission
from services.held_plans import with_orders
from services.reminders import subject_of
from storage.contact_lists import Whose
from storage.work import Work

MOST_PLANS = 500


@dataclass(frozen=True)
class CalendarEntry:
    """One contact that is owed: of which plan and order, why (for its identity alone), and by when."""

    plan: UUID
    reference: str
    why: Why
    must_by: datetime


async def take_calendar(work: Work, clock: Clock, officer: Officer, channel: str = "") -> list[CalendarEntry]:
    """Everything that one's own plans owe, soonest first."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        now = clock()
        window = window_of(Listing(Span.OPEN), now)
        ids = await uow.contact_lists.page(Whose((officer.id,), ()), list(Risk), window, Cursor(), MOST_PLANS)
        plans = await uow.contacts.some(ids)
        held = await with_orders(uow, clock, officer, [plans[id] for id in ids if id in plans])
        subjects = ";".join(subject_of(one.plan) for one in held)
        event, recipient = "contact:calendar:downloaded", str(officer.id)
        await uow.audit.note(AuditEntry(now, officer.id, AuditKind.DISCLOSURE, event, subjects, "done", channel, recipient))
    entries = [CalendarEntry(one.plan.id, one.order.reference, due.why, due.must_by) for one in held for due in one.plan.ahead]
    return sorted(entries, key=lambda one: (one.must_by, one.reference))
