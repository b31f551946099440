"""Tasks of evidence: made with the record, done or not obtainable, and told of when nothing was done."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

import structlog

from domain.audit import AuditEntry, AuditKind
from domain.breaches import tasks
from domain.breaches.drafts import Breach
from domain.breaches.tasks import DAY, DUTY, HOUR_UNDONE, LONGEST_LABEL, BreachTask
from domain.clock import Clock
from domain.errors import NotFound
from domain.measure_duties import Owed, duties_when_made
from domain.officers import Actor, Officer, Permission
from domain.orders import Order
from domain.outbox import NOBODY, TASK_DUE, TASK_LATE, Outgoing, notice
from domain.policies import Policy
from storage.work import UnitOfWork, Work

NO_TASK = "That task is no longer here. Type 'my tasks' to see those that are open."
NOBODY_YET = timedelta(minutes=1)
log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class TasksHeld:
    """Most pressing first. `changed` is the one that this call changed; `reference` the record that they are of, where they are of one."""

    tasks: tuple[BreachTask, ...]
    reference: str = ""
    changed: BreachTask | None = None


class BreachTasks:
    def __init__(self, work: Work, clock: Clock, policy: Callable[[], Policy]) -> None:
        self._work = work
        self._clock = clock
        self._policy = policy

    async def start(
        self, uow: UnitOfWork, clock: Clock, actor: Actor, order: Order, breach: Breach, kinds: Sequence[tuple[str, str, bool]]
    ) -> list[BreachTask]:
        """In the transaction that makes the record. `kinds` are (kind, label, whether it will be lost soon); a kind that has its task keeps it."""
        actor.must(Permission.RECORD_BREACH)
        now, policy = clock(), self._policy()
        made = [_made(order, breach, kind, label, now, policy, soon_lost=soon_lost) for kind, label, soon_lost in kinds]
        return await self._begun(uow, actor, made)

    async def owe(
        self, uow: UnitOfWork, clock: Clock, actor: Actor, order: Order, breach: Breach | None, owner: UUID, owed: Sequence[Owed]
    ) -> list[BreachTask]:
        """In the transaction that makes the record, or enters the measure: a task for each duty that the law gives a time for."""
        actor.must(Permission.RECORD_BREACH)
        return await self._begun(uow, actor, [_duty(order, breach, owner, one, clock()) for one in owed])

    async def mine(self, officer: Officer) -> TasksHeld:
        """The officer's own that are open."""
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            found = await uow.breach_tasks.open_of(officer.id)
            await self._note(uow, officer, AuditKind.CONSULTATION, "listed", found)
        return TasksHeld(tuple(found))

    async def of_breach(self, officer: Officer, breach_id: UUID) -> TasksHeld:
        """Those of one record, whosever they are and however they stand."""
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            found = await uow.breach_tasks.of_breach(breach_id)
            await self._note(uow, officer, AuditKind.CONSULTATION, "listed", found)
        return TasksHeld(tuple(found), found[0].reference if found else "")

    async def find(self, officer: Officer, task_id: UUID) -> BreachTask:
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            found = await _held(uow, task_id)
            await self._note(uow, officer, AuditKind.CONSULTATION, "read", [found])
        return found

    async def done(self, officer: Officer, task_id: UUID) -> TasksHeld:
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            closed = tasks.done(await _held(uow, task_id), officer.id, self._clock())
            return await self._saved(uow, officer, closed, "done")

    async def not_obtainable(self, officer: Officer, task_id: UUID, reason: str) -> TasksHeld:
        """Raises Unreadable without a reason."""
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            closed = tasks.not_obtainable(await _held(uow, task_id), officer.id, reason, self._clock())
            return await self._saved(uow, officer, closed, "not_obtainable")

    async def reopen(self, officer: Officer, task_id: UUID) -> TasksHeld:
        """Undoes either; where its time has passed a supervisor is told in a day."""
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            opened = tasks.reopened(await _held(uow, task_id))
            saved = await self._saved(uow, officer, opened, "reopened")
            await _plan_notices(uow, self._clock(), [opened])
            return saved

    async def _begun(self, uow: UnitOfWork, actor: Actor, made: list[BreachTask]) -> list[BreachTask]:
        if made:
            await uow.breach_tasks.add(made)
            await _plan_notices(uow, self._clock(), made)
            await self._note(uow, actor, AuditKind.COLLECTION, "made", made)
        return made

    async def _saved(self, uow: UnitOfWork, officer: Officer, task: BreachTask, what: str) -> TasksHeld:
        await uow.breach_tasks.save(task)
        await self._note(uow, officer, AuditKind.ALTERATION, what, [task])
        return TasksHeld(tuple(await uow.breach_tasks.of_breach(task.breach_id)), task.reference, task)

    async def _note(self, uow: UnitOfWork, actor: Actor, kind: AuditKind, what: str, about: Sequence[BreachTask]) -> None:
        subject = await _subject(uow, about) or str(actor.id)
        await uow.audit.note(AuditEntry(self._clock(), actor.id, kind, f"breach:task:{what}", subject))


async def set_clocks(uow: UnitOfWork, clock: Clock, actor: Actor, order: Order) -> None:
    """The duties of a measure go by when it was made as that is known now: after a correction, and after that was undone."""
    actor.must(Permission.RECORD_BREACH)
    owed = {tasks.task_id(order.id, f"{DUTY}{one.id}"): one.due_at for one in duties_when_made(order)}
    held = [one for one in await uow.breach_tasks.of_breach(order.id) if one.id in owed]
    moved = [after for one in held if (after := tasks.at_hour(one, owed[one.id])) != one]
    await _change(uow, clock, actor, moved, "moved")
    if moved:
        await _plan_notices(uow, clock(), moved)


async def end_clocks(uow: UnitOfWork, clock: Clock, actor: Actor, order: Order) -> None:
    """Where the hour from which they ran was a slip and was undone, and no other is known."""
    actor.must(Permission.RECORD_BREACH)
    held = [one for one in await uow.breach_tasks.of_breach(order.id) if one.is_open]
    ended = [tasks.not_obtainable(one, actor.id, HOUR_UNDONE, clock()) for one in held]
    await _change(uow, clock, actor, ended, "not_obtainable")


async def _change(uow: UnitOfWork, clock: Clock, actor: Actor, some: Sequence[BreachTask], what: str) -> None:
    for one in some:
        await uow.breach_tasks.save(one)
    if some:
        await uow.audit.note(AuditEntry(clock(), actor.id, AuditKind.ALTERATION, f"breach:task:{what}", await _subject(uow, some)))


async def _plan_notices(uow: UnitOfWork, now: datetime, some: Sequence[BreachTask]) -> None:
    """What falls due together is one notice, and what is done by then is not told of."""
    people = await uow.officers.all()
    rows: list[Outgoing] = []
    for task in {one.due_at: one for one in some}.values():
        chief = tasks.supervisor_of(task.owner, people) or NOBODY
        due = [replace(_notice(task, TASK_DUE, task.owner, task.due_at), next_at=max(now, task.remind_at))] if task.due_at > now else []
        rows += [*due, _notice(task, TASK_LATE, chief, max(task.late_at, now + DAY))]
    await uow.outbox.plan(rows)


async def still_owed(uow: UnitOfWork, actor: Actor, row: Outgoing) -> tuple[list[BreachTask], str]:
    """Of the record that a notice is about, what is open now and was due by then; and what its line on the trail names."""
    actor.must(Permission.SEND_REMINDERS)
    of_breach = await uow.breach_tasks.of_breach(row.plan)
    owed = [one for one in of_breach if one.is_open and (one.late_at if row.stage == TASK_LATE else one.due_at) <= row.due_at]
    return owed, await _subject(uow, owed)


async def address_anew(uow: UnitOfWork, actor: Actor, row: Outgoing, now: datetime) -> None:
    """A notice for somebody who cannot be told goes to a supervisor; while there is none it waits in sight."""
    actor.must(Permission.SEND_REMINDERS)
    of_breach = await uow.breach_tasks.of_breach(row.plan)
    owner = of_breach[0].owner if of_breach else row.recipient
    refused = await uow.outbox.dead_recipients(row.plan)
    found = tasks.supervisor_of(owner, await uow.officers.all(), refused | {row.recipient})
    if found is None:
        await uow.outbox.postpone(row.id, now + NOBODY_YET)
        log.error("task_for_nobody", breach=str(row.plan))
        return
    await uow.outbox.cancel([row.id])
    await uow.outbox.plan([replace(notice(row.force, row.plan, row.occurrence, row.stage, found, row.due_at), next_at=now)])


def _made(order: Order, breach: Breach, kind: str, label: str, now: datetime, policy: Policy, *, soon_lost: bool) -> BreachTask:
    id, due_at = tasks.task_id(breach.id, kind), tasks.due_at(now, policy, soon_lost=soon_lost)
    said = label.strip()[:LONGEST_LABEL]
    return BreachTask(id, order.force, breach.id, order.id, breach.reference, kind, said, soon_lost, breach.recorded_by, now, due_at)


def _duty(order: Order, breach: Breach | None, owner: UUID, one: Owed, now: datetime) -> BreachTask:
    """Of the breach that somebody was arrested for, or of the measure itself."""
    about, reference = (breach.id, breach.reference) if breach else (order.id, order.reference)
    kind = f"{DUTY}{one.id}"
    return BreachTask(
        id=tasks.task_id(about, kind),
        force=order.force,
        breach_id=about,
        order_id=order.id,
        reference=reference,
        kind=kind,
        label=one.words[:LONGEST_LABEL],
        soon_lost=True,
        owner=owner,
        made_at=now,
        due_at=one.due_at,
    )


def _notice(task: BreachTask, stage: str, recipient: UUID, at: datetime) -> Outgoing:
    """Numbered by the minute, so that what falls due together is told of once."""
    return notice(task.force, task.breach_id, int(at.timestamp()) // 60, stage, recipient, at)


async def _held(uow: UnitOfWork, task_id: UUID) -> BreachTask:
    held = await uow.breach_tasks.hold(task_id)
    if held is None:
        raise NotFound(NO_TASK)
    return held


async def _subject(uow: UnitOfWork, some: Iterable[BreachTask]) -> str:
    """The tasks, their records, the orders of these and the parties, so that the trail of each of them holds the line."""
    about = list(some)
    orders = dict.fromkeys(one.order_id for one in about)
    parties = [party for id in orders for party in await uow.orders.party_ids(id)]
    return ";".join(map(str, dict.fromkeys((*(one.id for one in about), *(one.breach_id for one in about), *orders, *parties))))
