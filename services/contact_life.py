"""The life of a contact's reminder: planned, with the opening of the safe window, and seen."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contact_life import Step
from domain.contact_matters import Matter
from domain.contacts import ContactPlan
from domain.officers import Actor, Officer, Permission
from domain.outbox import OPENING, outgoing
from domain.safe_planning import needs_deciding, opening_after
from services.contact_matters import raise_matter
from storage.work import UnitOfWork, Work

# A read receipt is about what was sent lately: older reminders are long over.
LATELY = timedelta(days=7)


async def planned(uow: UnitOfWork, clock: Clock, actor: Actor, plan: ContactPlan, owner: UUID, reminded_at: datetime) -> None:
    """In the transaction that plans the reminder: the owner is told again when the safe window opens; where none opens in time a supervisor decides now."""
    actor.must(Permission.SEND_REMINDERS)
    now = clock()
    await uow.contact_life.note(plan, Step.PLANNED, now)
    ways = await uow.safe_contacts.current(plan.id)
    if ways is None:
        return
    opening = opening_after(plan, ways.windows, reminded_at)
    if opening is not None:
        await uow.outbox.plan([outgoing(plan, OPENING, owner, opening)])
    if needs_deciding(plan, ways.windows, now):
        await raise_matter(uow, now, actor, plan, Matter.NO_WINDOW)


async def planned_first(uow: UnitOfWork, clock: Clock, actor: Actor, plans: Sequence[ContactPlan], owners: Sequence[UUID]) -> None:
    """As `planned`, for the plans of an import: most are new, and nothing is known of them yet."""
    actor.must(Permission.SEND_REMINDERS)
    for plan, owner in zip(plans, owners, strict=True):
        if plan.version > 1:
            await planned(uow, clock, actor, plan, owner, max(clock(), plan.remind_at))
    await uow.contact_life.note_new([plan for plan in plans if plan.version == 1], clock())


async def seen(work: Work, clock: Clock, officer: Officer, plan_id: UUID) -> None:
    """Whoever was sent the reminder and presses anything on it has seen it; the first press counts."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        plan = await uow.contacts.get(plan_id)
        if plan is not None and await uow.contact_life.was_sent(plan, officer.id):
            await uow.contact_life.note(plan, Step.SEEN, clock(), officer.id)


async def read_receipt(work: Work, clock: Clock, officer: Officer, last_read: str) -> int:
    """The channel says that the officer has read up to this message: every reminder sent to them by then has been seen. Tells how many."""
    officer.must(Permission.OPEN_CONVERSATION)
    async with work() as uow:
        now = clock()
        sent = await uow.contact_life.read_by_then(officer.id, now - LATELY, _moment_of(last_read, now), last_read)
        plans = await uow.contacts.some(sent)
        fresh = [one for one in plans.values() if await uow.contact_life.was_sent(one, officer.id)]
        noted = [one for one in fresh if await uow.contact_life.note(one, Step.SEEN, now, officer.id)]
        if noted:
            subject = ";".join(str(one.id) for one in noted)
            await uow.audit.note(AuditEntry(now, officer.id, AuditKind.CONSULTATION, "contact:reminder:read", subject))
    return len(noted)


def _moment_of(message: str, now: datetime) -> datetime:
    """A message's id is its moment in milliseconds where the channel is Teams; of any other nothing is known but the id itself."""
    if not message.isdecimal() or len(message) > 15:
        return now - LATELY
    return min(now, datetime.fromtimestamp(int(message) / 1000, UTC))
