"""What is about to be sent, and the claim on it: due rows leased to one worker."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID

import structlog

from domain.breaches.drafts import Breach
from domain.clock import Clock
from domain.contacts import ContactPlan
from domain.conversations import Message
from domain.officers import Actor, Officer, Permission
from domain.orders import Order
from domain.outbox import LEASE, NOBODY, NOTICES, TAKE_AWAY, TASK_STAGES, VISIT_STAGES, Outgoing, is_stale, outgoing
from domain.pacing import UNPACED, Pace, room, room_in
from services.breach_tasks import address_anew
from services.contact_beside import ContactBeside
from services.notices import Notice, tell_others
from services.recipients import recipient_now
from services.visit_notices import address_visit_anew
from storage.work import UnitOfWork, Work

NOBODY_YET = timedelta(minutes=1)
# Of several forces the one that has most to send within this time comes in before others.
SOON = timedelta(minutes=5)
log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Reminder:
    """What is about to be sent, read again in the transaction of the intent."""

    row: Outgoing
    plan: ContactPlan
    order: Order
    owner: Officer | None = None
    others: tuple[Order, ...] = ()
    breach: Breach | None = None
    beside: ContactBeside | None = None


@dataclass(frozen=True)
class TakingAway:
    """What was shown for a while only, as it stands in the registry once its time is over: with nothing left of it."""

    row: Outgoing
    message: Message


Sending = Reminder | Notice | TakingAway


class Claimed(NamedTuple):
    """Whether there may be more; where the pace of the force has no room, when it is worth asking again. `plans` are the rows' own as they stood."""

    rows: list[Outgoing]
    more: bool = False
    room_in: timedelta = timedelta()
    plans: Mapping[UUID, ContactPlan] = MappingProxyType({})


async def claim(
    work: Work,
    clock: Clock,
    actor: Actor,
    worker: str,
    limit: int,
    lease: timedelta = LEASE,
    *,
    pace: Pace = UNPACED,
    busy: Collection[UUID] = (),
) -> Claimed:
    """Up to `limit` due rows, no more than may leave now, leased to this worker; what is stale is cancelled and what is for somebody gone is addressed anew.

    Rows for those whose conversation is `busy`, or was asked to wait, stay where they are.
    """
    actor.must(Permission.SEND_REMINDERS)
    async with work() as uow:
        now = clock()
        held, told = await uow.waits.look(now), await uow.outbox.lease_clock(now)
        if held.force is not None:
            return Claimed([])
        most = limit if pace.is_free else room(held, limit, told, pace)
        if not most:
            return Claimed([], more=True, room_in=room_in(held, limit, told, pace))
        rows = await uow.outbox.claimable(now, most, {*busy, *held.chats})
        plans = await uow.contacts.some({row.plan for row in rows if row.stage not in NOTICES})
        good = _a_few_each(await _wanted(uow, actor, rows, plans, now), pace)
        await uow.outbox.lease([row.id for row in good], worker, told + lease)
        if uow.has_to_do is not None:
            uow.has_to_do(await uow.outbox.soon(now + SOON) if len(rows) == most else 0)
    return Claimed(good, more=len(rows) == most, plans={row.plan: plans[row.plan] for row in good if row.plan in plans})


async def give_back(work: Work, actor: Actor, worker: str, ids: Sequence[UUID]) -> None:
    """Returns what was claimed and will not be sent by this worker."""
    actor.must(Permission.SEND_REMINDERS)
    async with work() as uow:
        await uow.outbox.give_back(ids, worker)


async def sweep(work: Work, clock: Clock, actor: Actor) -> tuple[int, int]:
    """What lost workers held becomes due again: (surely unsent, perhaps sent)."""
    actor.must(Permission.SEND_REMINDERS)
    async with work() as uow:
        leased, sending = await uow.outbox.sweep(await uow.outbox.lease_clock(clock()))
    if leased or sending:
        log.warning("reminders_reclaimed", unsent=leased, perhaps_sent=sending)
    return leased, sending


async def _wanted(
    uow: UnitOfWork, actor: Actor, rows: Sequence[Outgoing], plans: Mapping[UUID, ContactPlan], now: datetime
) -> list[Outgoing]:
    await uow.outbox.cancel([row.id for row in rows if is_stale(row, plans.get(row.plan))])
    live = [row for row in rows if not is_stale(row, plans.get(row.plan))]
    people = await uow.officers.some({row.recipient for row in live})
    return [row for row in live if await _still_wanted(uow, actor, row, plans.get(row.plan), people.get(row.recipient), now)]


def _a_few_each(rows: Sequence[Outgoing], pace: Pace) -> list[Outgoing]:
    """No more of one conversation than it takes at once; the others' are not kept waiting for it."""
    seen: Counter[UUID] = Counter()
    few = []
    for row in rows:
        seen[row.recipient] += 1
        if seen[row.recipient] <= pace.in_a_row:
            few.append(row)
    return few


async def _still_wanted(
    uow: UnitOfWork, actor: Actor, row: Outgoing, plan: ContactPlan | None, recipient: Officer | None, now: datetime
) -> bool:
    """What was shown is taken away from whomever it was shown to. A notice is for the officer who asked, while that officer may look orders up; what is for a supervisor finds its recipient anew, as a reminder does."""
    if row.stage == TAKE_AWAY:
        return True
    if plan is not None:
        return await _still_addressed(uow, actor, row, plan, recipient, now)
    if recipient is not None and recipient.may(NOTICES.get(row.stage, Permission.LOOK_UP_ORDER)):
        return True
    if row.stage in TASK_STAGES:
        await address_anew(uow, actor, row, now)
        return False
    if row.stage in VISIT_STAGES:
        await address_visit_anew(uow, actor, row, now)
        return False
    await uow.outbox.cancel([row.id])
    await tell_others(uow, actor, row, now)
    return False


async def _still_addressed(
    uow: UnitOfWork, actor: Actor, row: Outgoing, plan: ContactPlan, recipient: Officer | None, now: datetime
) -> bool:
    found = await recipient_now(uow, actor, plan, row, now)
    if recipient is not None and recipient.may(Permission.PLAN_CONTACT) and found == recipient.id:
        return True
    if found == row.recipient:
        await uow.outbox.postpone(row.id, now + NOBODY_YET)
        log.error("reminder_for_nobody", plan=str(plan.id))
        return False
    await uow.outbox.cancel([row.id])
    await uow.outbox.plan(
        [replace(outgoing(plan, row.stage, found, row.due_at), next_at=now + (NOBODY_YET if found == NOBODY else timedelta()))]
    )
    return False
