"""The steps of a reminder's life: each is kept once a round, the first counts; when it was sent stands in the outbox."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.contact_life import Life, Step
from domain.contacts import ContactPlan
from domain.outbox import State
from storage.dialects import insert_new
from storage.tables.outbox import outbox
from storage.tables.safe_contacts import contact_step

_KEY = ("force", "plan", "round", "step")
_FORCE: BindParameter[str] = bindparam("force")
_STEPS = select(contact_step.c.step, contact_step.c.at).where(
    contact_step.c.force == _FORCE, contact_step.c.plan == bindparam("plan"), contact_step.c.round == bindparam("round")
)
_SENT_SINCE = select(func.min(outbox.c.sent_at)).where(
    outbox.c.force == _FORCE,
    outbox.c.plan == bindparam("plan"),
    outbox.c.state == State.SENT.value,
    outbox.c.sent_at >= bindparam("since"),
)
_SENT_TO = _SENT_SINCE.where(outbox.c.recipient == bindparam("who"))


class ContactLife:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def note(self, plan: ContactPlan, step: Step, at: datetime, by: UUID | None = None) -> bool:
        """False where this round had come to that step already."""
        row = {"force": self._force, "plan": plan.id, "round": plan.round, "step": step.value, "at": at, "by": by}
        return bool((await self._connection.execute(insert_new(self._connection, contact_step, _KEY), row)).rowcount)

    async def note_new(self, plans: Sequence[ContactPlan], at: datetime) -> None:
        """That these are planned."""
        rows = [
            {"force": self._force, "plan": one.id, "round": one.round, "step": Step.PLANNED.value, "at": at, "by": None} for one in plans
        ]
        if rows:
            await self._connection.execute(insert_new(self._connection, contact_step, _KEY), rows)

    async def of(self, plan: ContactPlan) -> Life:
        """Of the round that the plan is in."""
        rows = await self._connection.execute(_STEPS, {"force": self._force, "plan": plan.id, "round": plan.round})
        steps = {row.step: row.at for row in rows}
        planned = steps.get(Step.PLANNED.value)
        sent = None if planned is None else await self._connection.scalar(_SENT_SINCE, self._since(plan.id, planned))
        return Life(
            due_at=plan.remind_at,
            planned_at=planned,
            sent_at=sent,
            seen_at=steps.get(Step.SEEN.value),
            acknowledged_at=steps.get(Step.ACKNOWLEDGED.value),
            done_at=steps.get(Step.DONE.value),
        )

    async def was_sent(self, plan: ContactPlan, who: UUID) -> bool:
        """Whether a reminder of this round has gone to that officer."""
        rows = await self._connection.execute(_STEPS, {"force": self._force, "plan": plan.id, "round": plan.round})
        planned = next((row.at for row in rows if row.step == Step.PLANNED.value), None)
        return planned is not None and await self._connection.scalar(_SENT_TO, self._since(plan.id, planned) | {"who": who}) is not None

    def _since(self, plan: UUID, since: datetime) -> dict[str, object]:
        return {"force": self._force, "plan": plan, "since": since}
