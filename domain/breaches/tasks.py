"""What evidence of a breach is still to be got, who gets it and by when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from domain.breaches.choices import LOSABLE
from domain.breaches.drafts import Breach, standing
from domain.breaches.outcomes import EVIDENCE_KINDS
from domain.breaches.questions import LOST, MISSING
from domain.errors import Outdated, Unreadable
from domain.london import deadline
from domain.officers import Officer, Permission, Role
from domain.policies import Policy

DAY = timedelta(days=1)
DUTY = "duty_"
LONGEST_LABEL = 200
LONGEST_REASON = 1_000
SOON_LOST_WORDS = "will be lost soon"
CLOSED = "Somebody has dealt with that task already. Here is how it stands."
OPEN_ALREADY = "That task is open already."
REASON_NEEDED = "Say why it cannot be obtained: a few words are enough."
HOUR_UNDONE = "The hour from which its time ran was undone as a slip, and no other is known."

_KIND_LOST = {"lost_cctv": "ev_cctv", "lost_phone": "ev_phone", "lost_999": "ev_999"}


class TaskState(StrEnum):
    OPEN = "open"
    DONE = "done"
    NOT_OBTAINABLE = "not_obtainable"


STATE_WORDS = {TaskState.OPEN: "open", TaskState.DONE: "done", TaskState.NOT_OBTAINABLE: "not obtainable"}


@dataclass(frozen=True)
class BreachTask:
    """One kind of evidence of one breach. `reference` is the breach's; `label` what the kind is called; `reason` why it cannot be obtained."""

    id: UUID
    force: str
    breach_id: UUID
    order_id: UUID
    reference: str
    kind: str
    label: str
    soon_lost: bool
    owner: UUID
    made_at: datetime
    due_at: datetime
    state: TaskState = TaskState.OPEN
    reason: str = ""
    closed_at: datetime | None = None
    closed_by: UUID | None = None
    version: int = 1

    @property
    def is_open(self) -> bool:
        return self.state is TaskState.OPEN

    @property
    def is_duty(self) -> bool:
        """A duty that the law gives a time for, of a measure or of an arrest for its breach; else evidence."""
        return self.kind.startswith(DUTY)

    @property
    def is_of_a_measure(self) -> bool:
        """It comes with the measure itself and not with a breach of it."""
        return self.breach_id == self.order_id

    @property
    def remind_at(self) -> datetime:
        """Of a duty its owner hears while a quarter of its time is left: at its end it would be too late."""
        return self.due_at - (self.due_at - self.made_at) / 4 if self.is_duty else self.due_at

    @property
    def late_at(self) -> datetime:
        """When a supervisor is told that nothing was done."""
        return self.due_at if self.is_duty else self.due_at + DAY


def task_id(breach_id: UUID, kind: str) -> UUID:
    """A kind of evidence has one task of a breach, however often it is asked for."""
    return uuid5(breach_id, f"evidence-task:{kind}")


def due_at(now: datetime, policy: Policy, *, soon_lost: bool) -> datetime:
    return now + (policy.soon_lost if soon_lost else policy.other_evidence)


def done(task: BreachTask, by: UUID, now: datetime) -> BreachTask:
    return _closed(task, TaskState.DONE, by, now)


def not_obtainable(task: BreachTask, by: UUID, reason: str, now: datetime) -> BreachTask:
    said = " ".join(reason.split())[:LONGEST_REASON]
    if not said:
        raise Unreadable(REASON_NEEDED)
    return replace(_closed(task, TaskState.NOT_OBTAINABLE, by, now), reason=said)


def reopened(task: BreachTask) -> BreachTask:
    if task.is_open:
        raise Outdated(OPEN_ALREADY)
    return replace(task, state=TaskState.OPEN, reason="", closed_at=None, closed_by=None, version=task.version + 1)


def at_hour(task: BreachTask, due_at: datetime) -> BreachTask:
    """A duty of a measure by the hour that is known now; one that ended when its hour was undone is owed again."""
    if task.reason == HOUR_UNDONE:
        return replace(reopened(task), due_at=due_at)
    moves = task.is_open and task.due_at != due_at
    return replace(task, due_at=due_at, version=task.version + 1) if moves else task


def task_words(task: BreachTask, now: datetime) -> str:
    """One task in a line; it names nobody."""
    if not task.is_open:
        return f"{task.label}: {settled_words(task)}."
    lost = f" ({SOON_LOST_WORDS})" if task.soon_lost else ""
    overdue = ", overdue" if now > task.due_at else ""
    return f"{task.label}{lost}: by {deadline(task.due_at)}{overdue}."


def settled_words(task: BreachTask) -> str:
    """How it stands; a duty is not needed where evidence is not obtainable."""
    return "not needed" if task.is_duty and task.state is TaskState.NOT_OBTAINABLE else STATE_WORDS[task.state]


def supervisor_of(owner: UUID, people: Iterable[Officer], apart_from: frozenset[UUID] = frozenset()) -> UUID | None:
    """The owner's own supervisor, else one of the owner's team, else any; nobody is told of themselves."""
    known = {one.id: one for one in people}
    free = [
        one
        for one in sorted(known.values(), key=lambda one: one.id)
        if Role.SUPERVISOR in one.roles and one.may(Permission.LOOK_UP_ORDER) and one.id not in {owner, *apart_from}
    ]
    mine = known.get(owner)
    own = [one for one in free if mine and one.id == mine.supervisor]
    team = [one for one in free if mine and one.team == mine.team]
    return next((one.id for one in (*own, *team, *free)), None)


def _closed(task: BreachTask, state: TaskState, by: UUID, now: datetime) -> BreachTask:
    if not task.is_open:
        raise Outdated(CLOSED)
    return replace(task, state=state, closed_at=now, closed_by=by, version=task.version + 1)


def evidence_to_get(breach: Breach) -> list[tuple[str, str, bool]]:
    """Each kind that the record says is still to get or will be lost soon: its id, its name, and whether it will be lost soon."""
    given = standing(breach.answers)
    missing, lost = (set(given[one.id].values) if one.id in given else set() for one in (MISSING, LOST))
    soon = {_KIND_LOST[one.id] for one in LOSABLE if one.id in lost}
    return [(one.id, one.label, one.id in soon) for one in EVIDENCE_KINDS if one.id in missing | soon]
