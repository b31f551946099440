"""What of the outbox concerns duty: what somebody above was told, what was seen in a chat, and rows that go to another officer now."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import and_, bindparam, literal_column, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.contacts import NO_ANSWERS_TO_TELL, ContactPlan, PlanState
from domain.outbox import LIVE_STATES, NO_ANSWER, TO_THE_OWNER, Outgoing, State
from storage.among import among, one_of
from storage.contacts import plan_of
from storage.outbox import outgoing_of
from storage.tables.contacts import contact_plan
from storage.tables.outbox import outbox

# A chat is read from its end: what is older was seen, or was sent again.
_UNSEEN_FOR = timedelta(days=14)
# As it stands in the index of what was sent, which answers nothing else.
_SENT = outbox.c.state == literal_column(f"'{State.SENT.value}'")
_UNSEEN = select(outbox).where(
    outbox.c.force == bindparam("force"),
    outbox.c.recipient == bindparam("recipient"),
    _SENT,
    outbox.c.channel == bindparam("channel"),
    outbox.c.sent_at > bindparam("since"),
    outbox.c.seen_at.is_(None),
)
_SEE = update(outbox).where(outbox.c.force == bindparam("of"), outbox.c.id == bindparam("which")).values(seen_at=bindparam("when"))
_LIVE = select(outbox).where(
    outbox.c.force == bindparam("force"),
    among(outbox.c.plan, "plans"),
    among(outbox.c.stage, "stages"),
    one_of(outbox.c.state, [state.value for state in LIVE_STATES]),
)
_ESCALATED = (
    select(contact_plan)
    .join(
        outbox,
        and_(
            outbox.c.force == contact_plan.c.force,
            outbox.c.plan == contact_plan.c.id,
            outbox.c.recipient == bindparam("recipient"),
            _SENT,
            or_(
                (outbox.c.occurrence == contact_plan.c.version) & ~among(outbox.c.stage, "not_above") & outbox.c.stage.not_like("nudge%"),
                (outbox.c.stage == NO_ANSWER) & (contact_plan.c.no_answers >= NO_ANSWERS_TO_TELL),
            ),
        ),
    )
    .where(contact_plan.c.force == bindparam("force"), contact_plan.c.state == PlanState.OPEN.value)
    .distinct()
    .order_by(contact_plan.c.must_by, contact_plan.c.id)
    .limit(bindparam("limit"))
)


class DutyTold:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def unseen(self, recipient: UUID, channel: str, now: datetime) -> list[tuple[Outgoing, str]]:
        """What was sent to this officer there and has not been seen, each with the channel's own id of it."""
        wanted = {"force": self._force, "recipient": recipient, "channel": channel, "since": now - _UNSEEN_FOR}
        return [(outgoing_of(row), row.message_id) for row in await self._connection.execute(_UNSEEN, wanted)]

    async def see(self, ids: Collection[UUID], at: datetime) -> None:
        if ids:
            await self._connection.execute(_SEE, [{"of": self._force, "which": id, "when": at} for id in ids])

    async def live(self, plans: Collection[UUID], stages: Sequence[str]) -> list[Outgoing]:
        """What is still on its way about these plans."""
        rows = await self._connection.execute(_LIVE, {"force": self._force, "plans": list(plans), "stages": list(stages)})
        return [outgoing_of(row) for row in rows]

    async def escalated_to(self, recipient: UUID, limit: int) -> list[ContactPlan]:
        """Open plans of which this officer was told, and with which nothing has happened since; most pressing first."""
        wanted = {"force": self._force, "recipient": recipient, "not_above": list(TO_THE_OWNER), "limit": limit}
        return [plan_of(row) for row in await self._connection.execute(_ESCALATED, wanted)]
