"""What is on its way to an officer: the states of a reminder, who it goes to, when it is tried, and how sending may end."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any
from uuid import UUID

from domain.contacts import ContactPlan, PlanState, Why
from domain.conversations import Action
from domain.ids import id_at
from domain.london import to_london
from domain.mornings import MORNING
from domain.officers import Officer, Permission, Role, SystemJob

LEASE = timedelta(seconds=30)
NOBODY = UUID(int=0)
TENANT_RATE = 48
OWN_GAP = timedelta(seconds=2)
MORNING_SPREAD_MS = 120_000
REMIND = "remind"
REPEAT = "repeat"
STILL_OPEN = "still_open"
NUDGE = "nudge"
DEPUTY = "deputy"
SUPERVISOR = "supervisor"
INSPECTOR = "inspector"
OVERDUE = "overdue"
UNREACHABLE = "unreachable"
NO_ANSWER = "no_answer"
HANDED_OVER = "handed_over"
OPENING = "opening"
CHANGED = "changed"
LINKED = "linked"
MANY = "many_look_ups"
TAKE_AWAY = "take_away"
AWAITS_SIGN_OFF = "awaits_sign_off"
SIGNED_OFF = "signed_off"
RETURNED = "returned"
DRAFT_OFFERED = "draft_offered"
DRAFT_TAKEN = "draft_taken"
TASK_DUE = "task_due"
TASK_LATE = "task_late"
QUESTION_ASKED = "question_asked"
QUESTION_ANSWERED = "question_answered"
QUESTION_LATE = "question_late"
DUTY_OFFERED = "duty_offered"
DUTY_ANSWERED = "duty_answered"
DUTY_LAPSED = "duty_lapsed"
DUTY_MOVED = "duty_moved"
OF_DUTY = (DUTY_OFFERED, DUTY_ANSWERED, DUTY_LAPSED, DUTY_MOVED)
# Sent to the plan's owner, or to whoever stands in: all others tell somebody above or beside.
TO_THE_OWNER = (REMIND, REPEAT, STILL_OPEN, HANDED_OVER, NUDGE, OPENING)
ALARM = "alarm"
ALARM_OVER = "alarm_over"
OF_AN_ALARM = (ALARM, ALARM_OVER)
MATTER_RAISED = "matter_raised"
MATTER_LATE = "matter_late"
OF_A_MATTER = (MATTER_RAISED, MATTER_LATE)
TRANSFER_CAME = "transfer_came"
TRANSFER_LATE = "transfer_late"
TRANSFER_ANSWERED = "transfer_answered"
TRANSFER_NOT_TAKEN = "transfer_not_taken"
# Accepted there though it ended otherwise here.
TRANSFER_BOTH = "transfer_both_keep"
OF_A_TRANSFER = (TRANSFER_CAME, TRANSFER_LATE, TRANSFER_ANSWERED, TRANSFER_NOT_TAKEN, TRANSFER_BOTH)
DIGEST = "digest"
WEEKLY_REPORT = "weekly_report"
FEED_GAP = "feed_gap"
REVIEWS_DUE = "reviews_due"
OF_A_QUESTION = (QUESTION_ASKED, QUESTION_ANSWERED, QUESTION_LATE)
TASK_STAGES = (TASK_DUE, TASK_LATE)
VISIT_DUE = "visit_due"
VISIT_LATE = "visit_late"
VISIT_STAGES = (VISIT_DUE, VISIT_LATE)
# What one must be allowed to be sent each.
NOTICES = {
    CHANGED: Permission.LOOK_UP_ORDER,
    LINKED: Permission.LOOK_UP_ORDER,
    MANY: Permission.SEE_LOOK_UPS,
    AWAITS_SIGN_OFF: Permission.SIGN_OFF_BREACH,
    SIGNED_OFF: Permission.LOOK_UP_ORDER,
    RETURNED: Permission.LOOK_UP_ORDER,
    DRAFT_OFFERED: Permission.RECORD_BREACH,
    DRAFT_TAKEN: Permission.LOOK_UP_ORDER,
    TASK_DUE: Permission.LOOK_UP_ORDER,
    TASK_LATE: Permission.LOOK_UP_ORDER,
    **dict.fromkeys(OF_A_QUESTION, Permission.READ_GUIDANCE),
    **dict.fromkeys(OF_DUTY, Permission.PLAN_CONTACT),
    **dict.fromkeys(OF_AN_ALARM, Permission.HEAR_ALARMS),
    **dict.fromkeys(OF_A_MATTER, Permission.DECIDE_CONTACT),
    **dict.fromkeys(OF_A_TRANSFER, Permission.TRANSFER),
    DIGEST: Permission.PLAN_CONTACT,
    WEEKLY_REPORT: Permission.SEE_TEAM_CONTACTS,
    **dict.fromkeys(VISIT_STAGES, Permission.VISIT_RESPONDENT),
    FEED_GAP: Permission.KEEP_QUALITY,
    REVIEWS_DUE: Permission.REVIEW_RETENTION,
}
OF_A_RECORD = (AWAITS_SIGN_OFF, SIGNED_OFF, RETURNED)
OF_A_DRAFT = (DRAFT_OFFERED, DRAFT_TAKEN)
# Where the one who was to be told cannot be, somebody else is.
FOR_ANOTHER = (MANY, AWAITS_SIGN_OFF, QUESTION_ASKED, QUESTION_LATE, *OF_A_MATTER)
# Those asked to wait at one moment come back a little apart, each always by as much.
APART_AGAIN_MS = 250
_AGAIN = (timedelta(seconds=5), timedelta(minutes=10))
_NO_CHAT = (timedelta(seconds=30), timedelta(minutes=15))


class State(StrEnum):
    PENDING = "pending"
    LEASED = "leased"
    SENDING = "sending"
    SENT = "sent"
    DEAD = "dead"
    CANCELLED = "cancelled"


LIVE_STATES = (State.PENDING, State.LEASED, State.SENDING)


@dataclass(frozen=True)
class Outgoing:
    """One reminder to one officer. Its key is plan, occurrence (the plan's version), stage and recipient; of a notice the plan is the order, the
    record or its draft, the officer it is about, or the alarm; of what is taken away, the message.

    `due_at` is the planned time and never moves; `next_at` is the next try. `attempts` counts intents and fences: only who made the last may record.
    `urgency` is 0 for what cannot wait behind anything else.
    """

    id: UUID
    force: str
    plan: UUID
    occurrence: int
    stage: str
    recipient: UUID
    due_at: datetime
    next_at: datetime
    urgency: int = 1
    state: State = State.PENDING
    worker: str | None = None
    lease_until: datetime | None = None
    attempts: int = 0
    repeat: bool = False
    error: str | None = None


@dataclass(frozen=True)
class Delivered:
    """The channel took it, under this id."""

    message_id: str
    channel: str


@dataclass(frozen=True)
class Drawn:
    """An activity with its presses, drawn for one conversation; `about` holds the ids of the records it shows, `needs` what one must be allowed to see it."""

    activity: dict[str, Any]
    about: frozenset[str]
    actions: Sequence[Action]
    needs: Permission = Permission.LOOK_UP_ORDER


Draw = Callable[[str], Drawn]


class NotSent(Exception):
    """A reminder did not, or may not have, reached its officer. `code` is a constant word, fit for a log."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Throttled(NotSent):
    """The channel asks us to wait; surely not sent."""

    def __init__(self, retry_after: timedelta) -> None:
        super().__init__("throttled")
        self.retry_after = retry_after


class Unreachable(NotSent):
    """The channel will never take it for this officer; surely not sent. `gone` says that the chat itself is: blocked, taken away, or not there."""

    def __init__(self, code: str, *, gone: bool = False) -> None:
        super().__init__(code)
        self.gone = gone


class Refused(Unreachable):
    """The channel does not take what we send, whoever it is for: the fault is ours; surely not sent."""


class Ambiguous(NotSent):
    """Cut off, timed out or failed at the other end: it may have been sent."""


class NoConversation(NotSent):
    """The officer never opened a chat with the bot; surely not sent."""

    def __init__(self) -> None:
        super().__init__("no_conversation")


def outgoing(plan: ContactPlan, stage: str, recipient: UUID, at: datetime) -> Outgoing:
    """A new row; breaches go before everything else, and so does what tells a supervisor."""
    urgent = stage not in (REMIND, REPEAT, STILL_OPEN) or plan.due.why is Why.BREACH
    return Outgoing(id_at(at), plan.force, plan.id, plan.version, stage, recipient, at, at, urgency=0 if urgent else 1)


def notice(force: str, about: UUID, occurrence: int, stage: str, recipient: UUID, at: datetime) -> Outgoing:
    """That an order has changed, for an officer who asked to be told; how a record of a breach stands; or of what an officer has done, for a supervisor; or that evidence is due."""
    return Outgoing(id_at(at), force, about, occurrence, stage, recipient, at, at)


def taking_away(force: str, message: UUID, recipient: UUID, at: datetime) -> Outgoing:
    """That a message shown for a while only is taken away again; nothing may keep it waiting."""
    return Outgoing(id_at(at), force, message, 0, TAKE_AWAY, recipient, at, at, urgency=0)


def reminder_at(plan: ContactPlan) -> datetime:
    """When the plan's reminder is tried; those of the morning are spread over two minutes, each always at its own moment."""
    at = plan.remind_at
    return at + plan.id.int % MORNING_SPREAD_MS * timedelta(milliseconds=1) if to_london(at).time() == MORNING else at


def is_stale(row: Outgoing, plan: ContactPlan | None) -> bool:
    """Whether the matter has moved on since the row was planned. That nobody answered twice stays true until somebody does, and a change stays one."""
    if row.stage in NOTICES or row.stage == TAKE_AWAY:
        return False
    if plan is None or plan.state is not PlanState.OPEN:
        return True
    if row.stage == NO_ANSWER:
        return not plan.tell_supervisor
    return row.occurrence != plan.version


def reminders_job(force: str) -> SystemJob:
    """The system's own actor for reminders; it may do nothing else."""
    return SystemJob("reminders", force, frozenset({Permission.SEND_REMINDERS, Permission.RUN_JOBS, Permission.VISIT_RESPONDENT}))


class Rota:
    """Who can be given what, as the people of the force stand now; whoever may not plan contacts is given none."""

    def __init__(self, officers: Iterable[Officer]) -> None:
        self._active = {one.id: one for one in sorted(officers, key=lambda one: one.id) if one.may(Permission.PLAN_CONTACT)}
        self._holders = {role: [one.id for one in self._active.values() if role in one.roles] for role in Role}

    def named_owner(self, plan: ContactPlan) -> UUID | None:
        """An active holder of the owning role, always the same one for a plan while the holders stay the same."""
        holders = self._holders[plan.role]
        return holders[plan.id.int % len(holders)] if holders else None

    def owner(self, plan: ContactPlan) -> UUID:
        """The plan's owner while active, else one with the owning role, else a supervisor, else nobody yet."""
        if plan.owner is not None and plan.owner in self._active:
            return plan.owner
        return self.named_owner(plan) or self.supervisor(plan)

    def supervisor(self, plan: ContactPlan, apart_from: frozenset[UUID] = frozenset()) -> UUID:
        """The owner's own supervisor, else one of the owner's team, else any, else nobody yet."""
        owner = None if plan.owner is None else self._active.get(plan.owner)
        free = [self._active[id] for id in self._holders[Role.SUPERVISOR] if id not in apart_from]
        near = (
            [one for one in free if owner and one.id == owner.supervisor]
            or [one for one in free if owner and one.team == owner.team]
            or free
        )
        return near[0].id if near else NOBODY


def after_trouble(row: Outgoing, trouble: NotSent, now: datetime) -> tuple[State, datetime]:
    """What becomes of a row that was not, or may not have been, sent, and when it is tried again."""
    if isinstance(trouble, Unreachable):
        return State.DEAD, row.next_at
    if isinstance(trouble, Throttled):
        return State.PENDING, now + trouble.retry_after + row.id.int % APART_AGAIN_MS * timedelta(milliseconds=1)
    first, longest = _NO_CHAT if isinstance(trouble, NoConversation) else _AGAIN
    return State.PENDING, now + backoff(row.attempts - 1, first, longest)


def backoff(attempts: int, first: timedelta, longest: timedelta) -> timedelta:
    return min(longest, first * (1 << min(attempts, 16)))


def paced(at: datetime, rank: int, own_rank: int) -> datetime:
    """A place in a burst: 48 a second for the force, and no conversation more often than every two seconds (the channel takes 1,800 an hour)."""
    return at + max(timedelta(seconds=rank / TENANT_RATE), OWN_GAP * own_rank)
