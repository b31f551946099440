"""The steps of a reminder's life: each is kept once a round, the first counts; when it was sent stands in the outbox."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import BindParameter, and_, bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.contact_life import Life, Step
from domain.contacts import ContactPlan
from domain.outbox import State
from storage.among import among
from storage.dialects import insert_new
from storage.tables.contacts import contact_plan
from storage.tables.outbox import outbox
from storage.tables.safe_contacts import contact_step

_KEY = ("force", "plan", "round", "step")
_FORCE: BindParameter[str] = bindparam("force")
# Of the round that each plan is in, as it is kept.
_NOW = and_(
    contact_plan.c.force == contact_step.c.force, contact_plan.c.id == contact_step.c.plan, contact_plan.c.round == contact_step.c.round
)
_STEPS = (
    select(contact_step.c.plan, contact_step.c.step, contact_step.c.at)
    .join(contact_plan, _NOW)
    .where(contact_step.c.force == _FORCE, among(contact_step.c.plan, "plans"))
)
_SENT = (
    select(outbox.c.plan, func.min(outbox.c.sent_at).label("at"))
    .join(contact_step, and_(contact_step.c.force == outbox.c.force, contact_step.c.plan == outbox.c.plan))
    .join(contact_plan, _NOW)
    .where(
        outbox.c.force == _FORCE,
        among(outbox.c.plan, "plans"),
        outbox.c.state == State.SENT.value,
        contact_step.c.step == Step.PLANNED.value,
        outbox.c.sent_at >= contact_step.c.at,
    )
    .group_by(outbox.c.plan)
)
_SENT_TO = _SENT.where(outbox.c.recipient == bindparam("who"))


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

    async def of_plans(self, plans: Sequence[ContactPlan]) -> dict[UUID, Life]:
        wanted = {"force": self._force, "plans": [plan.id for plan in plans]}
        steps: dict[UUID, dict[str, datetime]] = defaultdict(dict)
        for row in await self._connection.execute(_STEPS, wanted):
            steps[row.plan][row.step] = row.at
        sent = {row.plan: row.at for row in await self._connection.execute(_SENT, wanted)}
        return {plan.id: _life_of(plan, steps[plan.id], sent.get(plan.id)) for plan in plans}

    async def was_sent(self, plan: ContactPlan, who: UUID) -> bool:
        """Whether a reminder of the round that it is in has gone to that officer."""
        wanted = {"force": self._force, "plans": [plan.id], "who": who}
        return (await self._connection.execute(_SENT_TO, wanted)).first() is not None


def _life_of(plan: ContactPlan, steps: Mapping[str, datetime], sent: datetime | None) -> Life:
    planned, done = steps.get(Step.PLANNED.value), steps.get(Step.DONE.value)
    return Life(plan.remind_at, planned, sent, steps.get(Step.SEEN.value), steps.get(Step.ACKNOWLEDGED.value), done)
