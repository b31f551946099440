"""The statements of the outbox. States stand in them as they are, since an index over some states answers nothing else."""

from sqlalchemy import ColumnElement, bindparam, func, literal_column, select, update

from domain.outbox import LIVE_STATES, NO_ANSWER, State
from storage.among import among, one_of
from storage.tables.outbox import outbox


def _in_state(state: State) -> ColumnElement[bool]:
    return outbox.c.state == literal_column(f"'{state.value}'")


PENDING = _in_state(State.PENDING)
LIVE = outbox.c.state.in_([literal_column(f"'{state.value}'") for state in LIVE_STATES])
CLAIMABLE = (
    select(outbox)
    .where(
        outbox.c.force == bindparam("force"),
        PENDING,
        outbox.c.urgency == bindparam("urgency"),
        outbox.c.next_at <= bindparam("now"),
        ~among(outbox.c.recipient, "busy"),
    )
    .order_by(outbox.c.next_at)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
ONE = select(outbox).where(outbox.c.force == bindparam("force"), outbox.c.id == bindparam("id"))
OF_PLAN = (
    select(outbox).where(outbox.c.force == bindparam("force"), outbox.c.plan == bindparam("plan")).order_by(outbox.c.due_at, outbox.c.id)
)
DEAD_OF = select(outbox.c.plan, outbox.c.recipient).where(
    outbox.c.force == bindparam("force"), among(outbox.c.plan, "plans"), _in_state(State.DEAD)
)
WAITING = (
    select(outbox.c.recipient, func.count().label("number"))
    .where(
        outbox.c.force == bindparam("force"),
        PENDING,
        outbox.c.urgency == 1,
        outbox.c.next_at.between(bindparam("now"), bindparam("until")),
    )
    .group_by(outbox.c.recipient)
)
NEXT = select(func.min(outbox.c.next_at)).where(outbox.c.force == bindparam("force"), PENDING, outbox.c.urgency == bindparam("urgency"))
# A thousand rows of an index at most, however many wait.
_SOON = (
    select(outbox.c.next_at)
    .where(outbox.c.force == bindparam("force"), PENDING, outbox.c.urgency == bindparam("urgency"), outbox.c.next_at <= bindparam("until"))
    .limit(literal_column("1000"))
)
SOON = select(func.count()).select_from(_SOON.subquery())
OLDEST = select(func.min(outbox.c.due_at)).where(outbox.c.force == bindparam("force"), LIVE)
_THIS = (outbox.c.force == bindparam("of"), outbox.c.id == bindparam("which"))
_OF_THESE = (outbox.c.force == bindparam("of"), among(outbox.c.id, "ids"))
LEASE = update(outbox).where(*_OF_THESE, PENDING).values(state=State.LEASED.value, worker=bindparam("by"), lease_until=bindparam("until"))
# A row is taken and told of in one: one that is no longer this worker's is left as it is.
INTEND = (
    update(outbox)
    .where(*_OF_THESE, _in_state(State.LEASED), outbox.c.worker == bindparam("by"))
    .values(state=State.SENDING.value, lease_until=bindparam("until"), attempts=outbox.c.attempts + 1)
    .returning(outbox)
)
# What stands now of rows whose sending is over: only the last attempt may record how it ended.
TRIED = (
    select(outbox.c.id, outbox.c.attempts).where(outbox.c.force == bindparam("force"), among(outbox.c.id, "ids"), LIVE).with_for_update()
)
GIVE_BACK = (
    update(outbox)
    .where(*_OF_THESE, _in_state(State.LEASED), outbox.c.worker == bindparam("by"))
    .values(state=State.PENDING.value, worker=None, lease_until=None)
)
FAILED = (
    update(outbox)
    .where(*_THIS)
    .values(
        state=bindparam("now_in"), next_at=bindparam("at"), repeat=bindparam("again"), error=bindparam("why"), worker=None, lease_until=None
    )
)
POSTPONE = update(outbox).where(*_THIS).values(next_at=bindparam("at"))
CANCEL = update(outbox).where(*_OF_THESE, LIVE).values(state=State.CANCELLED.value, lease_until=None)
CANCEL_OLDER = (
    update(outbox)
    .where(
        outbox.c.force == bindparam("of"),
        outbox.c.plan == bindparam("which"),
        outbox.c.occurrence < bindparam("version"),
        outbox.c.stage != NO_ANSWER,
        one_of(outbox.c.state, [State.PENDING.value, State.LEASED.value]),
    )
    .values(state=State.CANCELLED.value, lease_until=None)
)
_LATE = (outbox.c.force == bindparam("of"), outbox.c.lease_until < bindparam("now"))
SWEEP = update(outbox).where(*_LATE, _in_state(State.LEASED)).values(state=State.PENDING.value, worker=None, lease_until=None)
SWEEP_SENDING = (
    update(outbox)
    .where(*_LATE, _in_state(State.SENDING))
    .values(state=State.PENDING.value, worker=None, lease_until=None, repeat=True, error="lease_expired")
)
WITHOUT_CHAT = (PENDING, outbox.c.error == literal_column("'no_conversation'"))
BRING = (
    update(outbox)
    .where(outbox.c.force == bindparam("of"), outbox.c.recipient == bindparam("who"), *WITHOUT_CHAT)
    .where(outbox.c.due_at <= bindparam("now"))
    .values(next_at=bindparam("now"))
)
