"""Tries at contacts, as they are reckoned in a report."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, delete, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.contact_reports import ContactTry
from domain.contacts import Outcome, PlanState, Risk, Why
from storage.among import among
from storage.dialects import insert_new
from storage.exercises import is_of_a_real_one, is_real
from storage.tables.contact_tries import contact_try as made
from storage.tables.contacts import contact_plan

_KEY = ("force", "plan", "why", "must_by", "at", "officer")
_STRIKE = delete(made).where(
    made.c.force == bindparam("of"), made.c.plan == bindparam("which"), made.c.officer == bindparam("who"), made.c.at == bindparam("when")
)
_DUE_WITHIN = select(made).where(
    made.c.force == bindparam("force"),
    made.c.must_by > bindparam("since"),
    made.c.must_by <= bindparam("until"),
    is_of_a_real_one(made.c.plan),
)
_COUNTED = (
    select(made.c.owner, func.count().label("number"))
    .where(
        made.c.force == bindparam("force"),
        made.c.at >= bindparam("since"),
        made.c.at < bindparam("until"),
        made.c.outcome == bindparam("outcome"),
        is_of_a_real_one(made.c.plan),
    )
    .group_by(made.c.owner)
)
_STILL_OWED = (
    select(contact_plan.c.id)
    .where(
        contact_plan.c.force == bindparam("force"),
        contact_plan.c.state == PlanState.OPEN.value,
        or_(among(contact_plan.c.owner, "owners"), contact_plan.c.owner.is_(None)),
        contact_plan.c.must_by <= bindparam("until"),
        is_real(contact_plan.c.order_id),
    )
    .order_by(contact_plan.c.must_by, contact_plan.c.id)
)


class ContactTries:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def add(self, tries: Sequence[ContactTry]) -> None:
        if tries:
            await self._connection.execute(insert_new(self._connection, made, _KEY), [self._row(one) for one in tries])

    async def strike(self, plan: UUID, officer: UUID, at: datetime) -> None:
        """Takes out what this officer recorded at that moment: it never was so."""
        await self._connection.execute(_STRIKE, {"of": self._force, "which": plan, "who": officer, "when": at})

    async def due_within(self, since: datetime, until: datetime) -> list[ContactTry]:
        """Every try at a contact that had to be made after `since` and by `until`."""
        rows = await self._connection.execute(_DUE_WITHIN, {"force": self._force, "since": since, "until": until})
        return [
            ContactTry(row.plan, row.at, row.officer, Why(row.why), row.must_by, Risk(row.risk), Outcome(row.outcome), row.owner)
            for row in rows
        ]

    async def outcomes(self, outcome: Outcome, since: datetime, until: datetime) -> dict[UUID | None, int]:
        """How many tries between these moments ended so, by the owner of the contact."""
        bound = {"force": self._force, "since": since, "until": until, "outcome": outcome.value}
        return {row.owner: row.number for row in await self._connection.execute(_COUNTED, bound)}

    async def still_owed(self, owners: Collection[UUID], until: datetime) -> list[UUID]:
        """Open plans of these owners, and those of nobody, that owe something by `until`; who waits longest first."""
        bound = {"force": self._force, "owners": list(owners), "until": until}
        return list(await self._connection.scalars(_STILL_OWED, bound))

    def _row(self, one: ContactTry) -> dict[str, object]:
        return {
            "force": self._force,
            "plan": one.plan,
            "why": one.why.value,
            "must_by": one.must_by,
            "at": one.at,
            "officer": one.officer,
            "risk": one.risk.value,
            "outcome": one.outcome.value,
            "owner": one.owner,
        }
