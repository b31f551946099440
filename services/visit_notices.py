"""What is on its way about compliance visits: to whoever makes one, and to a supervisor when nothing was done."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import structlog

from domain.breaches.tasks import supervisor_of
from domain.officers import Actor, Permission
from domain.orders import ENDED, Order, state_at
from domain.outbox import NOBODY, VISIT_DUE, VISIT_LATE, Outgoing, notice
from domain.visits import VisitPlan, reminds_at
from storage.work import UnitOfWork

NOBODY_YET = timedelta(minutes=1)
log = structlog.get_logger(__name__)


async def plan_visit_notices(uow: UnitOfWork, actor: Actor, plan: VisitPlan, now: datetime) -> None:
    """In the transaction that changed the plan: what stood for earlier versions is cancelled."""
    actor.must(Permission.SEND_REMINDERS)
    await uow.outbox.cancel_older(plan.id, plan.version)
    if not plan.is_open:
        return
    chief = supervisor_of(plan.owner or NOBODY, await uow.officers.all()) or NOBODY
    due = _notice(plan, VISIT_DUE, plan.owner or chief, reminds_at(plan, now))
    late = _notice(plan, VISIT_LATE, chief, max(plan.late_at, now + timedelta(hours=1)))
    await uow.outbox.plan([due, late])


async def visit_told_of(uow: UnitOfWork, actor: Actor, row: Outgoing, now: datetime) -> Order | None:
    """The order, while the visit that the row tells of is still owed and the order runs."""
    actor.must(Permission.SEND_REMINDERS)
    plan = await uow.visits.get(row.plan)
    if plan is None or not plan.is_open or plan.version != row.occurrence:
        return None
    order = await uow.orders.get(plan.order_id)
    return None if order is None or state_at(order, now) in ENDED else order


async def address_visit_anew(uow: UnitOfWork, actor: Actor, row: Outgoing, now: datetime) -> None:
    """A notice for somebody who cannot be told goes to a supervisor; while there is none it waits in sight."""
    actor.must(Permission.SEND_REMINDERS)
    plan = await uow.visits.get(row.plan)
    if plan is None:
        await uow.outbox.cancel([row.id])
        return
    refused = await uow.outbox.dead_recipients(row.plan)
    found = supervisor_of(plan.owner or NOBODY, await uow.officers.all(), refused | {row.recipient})
    if found is None:
        await uow.outbox.postpone(row.id, now + NOBODY_YET)
        log.error("visit_for_nobody", visit=str(row.plan))
        return
    await uow.outbox.cancel([row.id])
    await uow.outbox.plan([replace(notice(row.force, row.plan, row.occurrence, row.stage, found, row.due_at), next_at=now)])


def _notice(plan: VisitPlan, stage: str, recipient: UUID, at: datetime) -> Outgoing:
    return notice(plan.force, plan.id, plan.version, stage, recipient, at)
