"""What is about to be sent, as it stands at the moment of the intent: of many rows together, one statement for each kind of thing."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

import structlog

from domain.contacts import ContactPlan, follows_a_breach
from domain.officers import Actor, Officer, Permission
from domain.orders import Order
from domain.outbox import NOTICES, TAKE_AWAY, Outgoing, State, is_stale
from domain.protected import most_telling_first
from services.contact_beside import beside_contacts
from services.notices import read_notice
from services.sending import Reminder, Sending, TakingAway
from storage.outbox import Failed
from storage.work import UnitOfWork

NO_ORDER = timedelta(minutes=15)
log = structlog.get_logger(__name__)


async def read_again(
    uow: UnitOfWork, actor: Actor, rows: Sequence[Outgoing], now: datetime, before: Mapping[UUID, ContactPlan]
) -> list[Sending]:
    """In the order of the rows; what has moved on is cancelled and left out. Of the plans read `before` only those that have changed are read whole."""
    actor.must(Permission.SEND_REMINDERS)
    of_plans = await _reminders(uow, [row for row in rows if row.stage not in NOTICES and row.stage != TAKE_AWAY], now, before)
    read = [of_plans.get(row.id) or await _other(uow, actor, row) for row in rows]
    return await _with_beside(uow, actor, [one for one in read if one is not None], now)


async def _with_beside(uow: UnitOfWork, actor: Actor, read: Sequence[Sending], now: datetime) -> list[Sending]:
    """What is known of when contact is safe is read at the moment of sending too, of all of them together."""
    found = await beside_contacts(uow, actor, [one.plan for one in read if isinstance(one, Reminder)], now)
    return [replace(one, beside=found[one.plan.id]) if isinstance(one, Reminder) else one for one in read]


async def _other(uow: UnitOfWork, actor: Actor, row: Outgoing) -> Sending | None:
    if row.stage == TAKE_AWAY:
        shown = await uow.messages.get(row.plan)
        return None if shown is None else TakingAway(row, await uow.messages.take_away(shown))
    return await read_notice(uow, actor, row) if row.stage in NOTICES else None


async def _reminders(uow: UnitOfWork, rows: Sequence[Outgoing], now: datetime, before: Mapping[UUID, ContactPlan]) -> dict[UUID, Reminder]:
    plans = await _plans(uow, {row.plan for row in rows}, before)
    await uow.outbox.cancel([row.id for row in rows if is_stale(row, plans.get(row.plan))])
    live = [(row, plans[row.plan]) for row in rows if not is_stale(row, plans.get(row.plan))]
    orders = await uow.orders.of_plans({plan.id for _, plan in live})
    owners = await uow.officers.some({plan.owner for _, plan in live if plan.owner is not None})
    await _postpone_orderless(uow, [row for row, plan in live if plan.id not in orders], now)
    return {row.id: await _reminder(uow, row, plan, orders[plan.id], owners, now) for row, plan in live if plan.id in orders}


async def _plans(uow: UnitOfWork, ids: set[UUID], before: Mapping[UUID, ContactPlan]) -> dict[UUID, ContactPlan]:
    known = [before[id] for id in ids if id in before]
    unknown = {id for id in ids if id not in before}
    found = await uow.contacts.as_they_stand(known) if known else {}
    return found | await uow.contacts.some(unknown) if unknown else found


async def _reminder(
    uow: UnitOfWork, row: Outgoing, plan: ContactPlan, orders: Sequence[Order], owners: dict[UUID, Officer], now: datetime
) -> Reminder:
    first, *others = most_telling_first(orders, now)
    breach = await uow.breaches.newest_of(one.id for one in orders) if follows_a_breach(plan) else None
    return Reminder(row, plan, first, None if plan.owner is None else owners.get(plan.owner), tuple(others), breach)


async def _postpone_orderless(uow: UnitOfWork, rows: Sequence[Outgoing], now: datetime) -> None:
    await uow.outbox.failed([Failed(row, State.PENDING, "no_order", now + NO_ORDER, row.repeat) for row in rows])
    for row in rows:
        log.error("reminder_without_order", plan=str(row.plan))
