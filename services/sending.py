"""The sending protocol, one small transaction a step: claim, intent before the wire, result with the next stage, sweep."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

import structlog

from domain.audit import AuditEntry, AuditKind
from domain.breaches.drafts import Breach
from domain.clock import Clock
from domain.contacts import ContactPlan, follows_a_breach
from domain.conversations import Message
from domain.officers import Actor, Officer, Permission
from domain.orders import Order
from domain.outbox import (
    DIGEST,
    LEASE,
    NO_ANSWER,
    NOBODY,
    NOTICES,
    TAKE_AWAY,
    TASK_STAGES,
    UNREACHABLE,
    Ambiguous,
    Delivered,
    NoConversation,
    NotSent,
    Outgoing,
    State,
    Throttled,
    Unreachable,
    after_trouble,
    is_stale,
    outgoing,
)
from domain.protected import most_telling_first
from services.breach_tasks import address_anew
from services.contact_beside import ContactBeside, beside_contacts
from services.digests import digest_told
from services.notices import Notice, read_notice, tell_others
from services.recipients import recipient_now, rows_after, supervisor_of
from services.reminders import subject_of
from storage.work import UnitOfWork, Work

PAUSE = "outbox.paused_until"
LONGEST_PAUSE = timedelta(minutes=5)
NOBODY_YET = timedelta(minutes=1)
NO_ORDER = timedelta(minutes=15)
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


async def claim(work: Work, clock: Clock, actor: Actor, worker: str, limit: int, lease: timedelta = LEASE) -> list[Outgoing]:
    """Up to `limit` due rows, leased to this worker; what is stale is cancelled and what is for somebody gone is addressed anew."""
    actor.must(Permission.SEND_REMINDERS)
    async with work() as uow:
        now = clock()
        if await _paused(uow, now):
            return []
        rows = await uow.outbox.claimable(now, limit)
        plans = await uow.contacts.some({row.plan for row in rows})
        await uow.outbox.cancel([row.id for row in rows if is_stale(row, plans.get(row.plan))])
        live = [row for row in rows if not is_stale(row, plans.get(row.plan))]
        good = [row for row in live if await _still_wanted(uow, actor, row, plans.get(row.plan), now)]
        until = await uow.outbox.lease_clock(now) + lease
        await uow.outbox.lease([row.id for row in good], worker, until)
    return good


async def intend(work: Work, clock: Clock, actor: Actor, worker: str, ids: Sequence[UUID], lease: timedelta = LEASE) -> list[Sending]:
    """Commits the intent to send, and hands out what to send as it stands now; a row that is no longer this worker's is left out.

    What is to be taken away is gone from the registry with this commit, whatever becomes of it on the wire.
    """
    actor.must(Permission.SEND_REMINDERS)
    async with work() as uow:
        now = clock()
        until = await uow.outbox.lease_clock(now) + lease
        rows = [row for id in ids if (row := await uow.outbox.intend(id, worker, until))]
        read = [await _read_again(uow, actor, row, now) for row in rows]
        going = await _with_beside(uow, actor, [one for one in read if one is not None], now)
        await uow.audit.note(*(_disclosed(now, actor, one, "intended") for one in going))
    return going


async def give_back(work: Work, actor: Actor, worker: str, ids: Sequence[UUID]) -> None:
    """Returns what was claimed and will not be sent by this worker."""
    actor.must(Permission.SEND_REMINDERS)
    async with work() as uow:
        await uow.outbox.give_back(ids, worker)


async def record_sent(work: Work, clock: Clock, actor: Actor, reminder: Sending, delivered: Delivered) -> bool:
    """The result and the next stage's row in one transaction; False where somebody else has tried since."""
    actor.must(Permission.SEND_REMINDERS)
    async with work() as uow:
        now = clock()
        if not await uow.outbox.sent(reminder.row, delivered, now):
            log.warning("reminder_fenced_off", reminder=str(reminder.row.id))
            return False
        if reminder.row.stage == DIGEST:
            await digest_told(uow, actor, reminder.row, now)
        await _plan_next(uow, actor, reminder, now)
        await uow.audit.note(_disclosed(now, actor, reminder, "sent", delivered.channel))
    return True


async def record_failure(work: Work, clock: Clock, actor: Actor, reminder: Sending, trouble: NotSent) -> None:
    """Surely unsent is tried again in silence, perhaps sent as a repeat; what will never arrive goes to a supervisor in the same commit."""
    actor.must(Permission.SEND_REMINDERS)
    row = reminder.row
    async with work() as uow:
        now = clock()
        state, at = after_trouble(row, trouble, now)
        repeat = row.repeat or isinstance(trouble, Ambiguous)
        if not await uow.outbox.failed(row, state, trouble.code, at, repeat=repeat):
            return
        if isinstance(trouble, Throttled):
            await uow.marks.put(PAUSE, (now + min(trouble.retry_after, LONGEST_PAUSE)).isoformat())
        if isinstance(trouble, Unreachable):
            await _escalate(uow, actor, reminder, now)
        if isinstance(trouble, Unreachable | NoConversation):
            await tell_others(uow, actor, row, now)
        if row.stage in TASK_STAGES and isinstance(trouble, Unreachable):
            await address_anew(uow, actor, row, now)
        if isinstance(trouble, NoConversation):
            await _plan_next(uow, actor, reminder, now)
        await uow.audit.note(_disclosed(now, actor, reminder, trouble.code))
    log.warning("reminder_not_sent", reminder=str(row.id), plan=str(row.plan), code=trouble.code)


async def sweep(work: Work, clock: Clock, actor: Actor) -> tuple[int, int]:
    """What lost workers held becomes due again: (surely unsent, perhaps sent)."""
    actor.must(Permission.SEND_REMINDERS)
    async with work() as uow:
        leased, sending = await uow.outbox.sweep(await uow.outbox.lease_clock(clock()))
    if leased or sending:
        log.warning("reminders_reclaimed", unsent=leased, perhaps_sent=sending)
    return leased, sending


async def _paused(uow: UnitOfWork, now: datetime) -> bool:
    until = await uow.marks.get(PAUSE)
    return until is not None and now < datetime.fromisoformat(until)


async def _still_wanted(uow: UnitOfWork, actor: Actor, row: Outgoing, plan: ContactPlan | None, now: datetime) -> bool:
    """What was shown is taken away from whomever it was shown to. A notice is for the officer who asked, while that officer may look orders up; what is for a supervisor finds its recipient anew, as a reminder does."""
    if row.stage == TAKE_AWAY:
        return True
    if plan is not None:
        return await _still_addressed(uow, actor, row, plan, now)
    recipient = await uow.officers.get(row.recipient)
    if recipient is not None and recipient.may(NOTICES.get(row.stage, Permission.LOOK_UP_ORDER)):
        return True
    if row.stage in TASK_STAGES:
        await address_anew(uow, actor, row, now)
        return False
    await uow.outbox.cancel([row.id])
    await tell_others(uow, actor, row, now)
    return False


async def _still_addressed(uow: UnitOfWork, actor: Actor, row: Outgoing, plan: ContactPlan, now: datetime) -> bool:
    recipient, found = await uow.officers.get(row.recipient), await recipient_now(uow, actor, plan, row, now)
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


async def _read_again(uow: UnitOfWork, actor: Actor, row: Outgoing, now: datetime) -> Sending | None:
    if row.stage == TAKE_AWAY:
        shown = await uow.messages.get(row.plan)
        return None if shown is None else TakingAway(row, await uow.messages.take_away(shown))
    if row.stage in NOTICES:
        return await read_notice(uow, actor, row)
    plan = await uow.contacts.get(row.plan)
    if plan is None or is_stale(row, plan):
        await uow.outbox.cancel([row.id])
        return None
    orders = most_telling_first((await uow.orders.of_plans([plan.id])).get(plan.id, ()), now)
    if not orders:
        await uow.outbox.failed(row, State.PENDING, "no_order", now + NO_ORDER, repeat=row.repeat)
        log.error("reminder_without_order", plan=str(plan.id))
        return None
    owner = None if plan.owner is None else await uow.officers.get(plan.owner)
    breach = await uow.breaches.newest_of(one.id for one in orders) if follows_a_breach(plan) else None
    return Reminder(row, plan, orders[0], owner, orders[1:], breach)


async def _with_beside(uow: UnitOfWork, actor: Actor, read: Sequence[Sending], now: datetime) -> list[Sending]:
    """What is known of when contact is safe is read at the moment of sending too, of all of them together."""
    found = await beside_contacts(uow, actor, [one.plan for one in read if isinstance(one, Reminder)], now)
    return [replace(one, beside=found[one.plan.id]) if isinstance(one, Reminder) else one for one in read]


async def _plan_next(uow: UnitOfWork, actor: Actor, reminder: Sending, now: datetime) -> None:
    """Somebody else is told when nothing is done by then; a matter that has moved on has a row of its own already, and a notice asks for nothing."""
    row = reminder.row
    plan = await uow.contacts.get(row.plan)
    if row.stage == NO_ANSWER or plan is None or is_stale(row, plan):
        return
    await uow.outbox.plan(await rows_after(uow, actor, plan, row.stage, row.recipient, now))


async def _escalate(uow: UnitOfWork, actor: Actor, reminder: Sending, now: datetime) -> None:
    stage = NO_ANSWER if reminder.row.stage == NO_ANSWER else UNREACHABLE
    plan = await uow.contacts.get(reminder.row.plan)
    if plan is None or is_stale(reminder.row, plan):
        return
    await uow.outbox.plan([outgoing(plan, stage, await supervisor_of(uow, actor, plan, now), now)])


def _subject(one: Reminder) -> str:
    return ";".join([subject_of(one.plan), *([str(one.breach.id)] if one.breach else [])])


def _disclosed(now: datetime, actor: Actor, one: Sending, outcome: str, channel: str = "") -> AuditEntry:
    """The reminder names the protected person to its recipient, so both the intent and the result are in the trail; those of a notice are too."""
    if isinstance(one, TakingAway):
        subject, event, recipient = ";".join(sorted(one.message.about)), "address:applicant:taken_away", str(one.row.recipient)
        return AuditEntry(now, actor.id, AuditKind.ERASURE, event, subject, outcome[:40], channel, recipient)
    return AuditEntry(
        now,
        actor.id,
        AuditKind.DISCLOSURE,
        f"notice:{one.about}:send" if isinstance(one, Notice) else "reminder:plan:send",
        one.subjects if isinstance(one, Notice) else _subject(one),
        outcome=outcome[:40],
        channel=channel,
        recipient=str(one.row.recipient),
    )
