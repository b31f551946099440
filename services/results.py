"""How sending ended, of many rows in one transaction: what is recorded, what follows from it, and who else is told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import structlog

from domain.conversations import TEAMS
from domain.officers import Actor, Permission
from domain.outbox import (
    DIGEST,
    NO_ANSWER,
    TASK_STAGES,
    UNREACHABLE,
    VISIT_STAGES,
    Ambiguous,
    Delivered,
    NoConversation,
    NotSent,
    Throttled,
    Unreachable,
    after_trouble,
    is_stale,
    outgoing,
)
from domain.pacing import Pace, throttled
from services.breach_tasks import address_anew
from services.digests import digest_told
from services.messaging import Parcel
from services.notices import tell_others
from services.recipients import rows_after_all, supervisor_of
from services.sending import Reminder, Sending
from services.sending_trail import disclosed
from services.visit_notices import address_visit_anew
from storage.outbox import Failed
from storage.work import UnitOfWork

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Result:
    """`parcel` is none where it could not even be packed, and `answered_at` where nobody was asked."""

    sending: Sending
    parcel: Parcel | None
    outcome: Delivered | NotSent
    answered_at: datetime | None = None


async def record(uow: UnitOfWork, actor: Actor, results: Sequence[Result], now: datetime, pace: Pace) -> None:
    """The results and the next stages' rows together; of a row that somebody else has tried since nothing is recorded."""
    actor.must(Permission.SEND_REMINDERS)
    last = await uow.outbox.last_tries([one.sending.row for one in results])
    mine = [one for one in results if one.sending.row.id in last]
    for one in results:
        if one.sending.row.id not in last:
            log.warning("reminder_fenced_off", reminder=str(one.sending.row.id))
    arrived = [(one, one.outcome) for one in mine if isinstance(one.outcome, Delivered)]
    troubled = [(one, one.outcome) for one in mine if isinstance(one.outcome, NotSent)]
    await uow.outbox.sent([(one.sending.row.id, delivered) for one, delivered in arrived], now)
    await uow.messages.all_delivered([(id, now, sent) for one, delivered in arrived for id, sent in _noted(one.parcel, delivered)])
    for one, _ in arrived:
        if one.sending.row.stage == DIGEST:
            await digest_told(uow, actor, one.sending.row, now)
    await _failed(uow, actor, troubled, now, pace)
    followed = [one.sending for one in mine if isinstance(one.outcome, Delivered | NoConversation)]
    await _plan_next(uow, actor, [one for one in followed if isinstance(one, Reminder)], now)
    await uow.audit.note(*(disclosed(now, actor, one.sending, *_outcome(one.outcome)) for one in mine))


def _outcome(outcome: Delivered | NotSent) -> tuple[str, str]:
    return ("sent", outcome.channel) if isinstance(outcome, Delivered) else (outcome.code, "")


def _noted(parcel: Parcel | None, delivered: Delivered) -> list[tuple[UUID, str | None]]:
    """A message to the web chat was noted as it was kept, and one that is put anew has its id."""
    if parcel is None or parcel.anew or delivered.channel != TEAMS:
        return []
    id = parcel.message.id
    return [(id, None if delivered.message_id == str(id) else delivered.message_id)]


async def _failed(uow: UnitOfWork, actor: Actor, troubled: Sequence[tuple[Result, NotSent]], now: datetime, pace: Pace) -> None:
    """Surely unsent is tried again in silence, perhaps sent as a repeat; what will never arrive goes to a supervisor in the same commit."""
    if not troubled:
        return
    rows = []
    for one, trouble in troubled:
        row = one.sending.row
        state, at = after_trouble(row, trouble, now)
        rows.append(Failed(row, state, trouble.code, at, row.repeat or isinstance(trouble, Ambiguous)))
        log.warning("reminder_not_sent", reminder=str(row.id), plan=str(row.plan), code=trouble.code)
    await uow.outbox.failed(rows)
    waits = {one.sending.row.recipient: trouble.retry_after for one, trouble in troubled if isinstance(trouble, Throttled)}
    if waits:
        await uow.waits.keep(throttled(await uow.waits.hold(now), waits, now, pace))
    await _forget(uow, [one.parcel for one, trouble in troubled if one.parcel is not None and not isinstance(trouble, Ambiguous)])
    for one, trouble in troubled:
        await _tell(uow, actor, one, trouble, now)


async def _forget(uow: UnitOfWork, parcels: Sequence[Parcel]) -> None:
    """Nobody saw them, and each further try draws its own."""
    new = [one for one in parcels if not one.anew]
    await uow.messages.forget([one.message.id for one in new])
    await uow.actions.withdraw([action for one in new for action in one.actions])


async def _tell(uow: UnitOfWork, actor: Actor, one: Result, trouble: NotSent, now: datetime) -> None:
    row = one.sending.row
    if isinstance(trouble, Unreachable):
        if trouble.gone and one.parcel is not None:
            await uow.conversations.lost(one.parcel.address)
        await _escalate(uow, actor, one.sending, now)
    if isinstance(trouble, Unreachable | NoConversation):
        await tell_others(uow, actor, row, now)
    if row.stage in TASK_STAGES and isinstance(trouble, Unreachable):
        await address_anew(uow, actor, row, now)
    if row.stage in VISIT_STAGES and isinstance(trouble, Unreachable):
        await address_visit_anew(uow, actor, row, now)


async def _plan_next(uow: UnitOfWork, actor: Actor, sent: Sequence[Reminder], now: datetime) -> None:
    """Somebody else is told when nothing is done by then; a matter that has moved on has a row of its own already, and a notice asks for nothing."""
    followed = [one for one in sent if one.row.stage != NO_ANSWER]
    if not followed:
        return
    plans = await uow.contacts.as_they_stand(one.plan for one in followed)
    open_still = [(one.row, plans[one.plan.id]) for one in followed if not is_stale(one.row, plans.get(one.plan.id))]
    await uow.outbox.plan(await rows_after_all(uow, actor, open_still, now))


async def _escalate(uow: UnitOfWork, actor: Actor, sending: Sending, now: datetime) -> None:
    stage = NO_ANSWER if sending.row.stage == NO_ANSWER else UNREACHABLE
    plan = await uow.contacts.get(sending.row.plan)
    if plan is None or is_stale(sending.row, plan):
        return
    await uow.outbox.plan([outgoing(plan, stage, await supervisor_of(uow, actor, plan, now), now)])
