"""What was decided of the keeping of records, what may be due for review, and the tombstones of what was erased."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Row, bindparam, func, insert, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.london import to_london
from domain.retention import Decided, Decision, Group
from storage.among import among
from storage.blinding import Blinder
from storage.dialects import insert_new
from storage.sealing import Sealer
from storage.tables.breaches import breach
from storage.tables.orders import nmo
from storage.tables.retention import retention_decision, tombstone

_PLACE = "retention_decision.reason"
_PURPOSE, _CASE = "tombstone", "tombstone-case"
_FORCE: BindParameter[str] = bindparam("force")
_OF = (
    select(retention_decision)
    .where(retention_decision.c.force == _FORCE, among(retention_decision.c.order_id, "ids"))
    .order_by(retention_decision.c.order_id, retention_decision.c.number)
)
_BREACHES = (
    select(
        breach.c.order_id,
        func.count().label("number"),
        func.max(breach.c.happened_on).label("day"),
        func.max(breach.c.recorded_at).label("at"),
    )
    .where(breach.c.force == _FORCE, among(breach.c.order_id, "ids"))
    .group_by(breach.c.order_id)
)
# What ended, or came in with no end known, so long ago that the soonest group may be due; what is later by its group, a breach or a decision is left out when it is read.
_ENDED = func.coalesce(nmo.c.discharged_at, nmo.c.undertaking_at, nmo.c.expires_at, nmo.c.received_at)
_PUT_OFF = select(retention_decision.c.order_id).where(
    retention_decision.c.force == _FORCE, retention_decision.c.next_review > bindparam("today")
)
_OLD = select(nmo.c.id).where(nmo.c.force == _FORCE, bindparam("before") >= _ENDED, nmo.c.id.not_in(_PUT_OFF)).order_by(_ENDED, nmo.c.id)
_MARKS = select(tombstone.c.mark).where(tombstone.c.force == _FORCE, among(tombstone.c.mark, "marks"))
_GRAVES = (
    select(tombstone)
    .where(tombstone.c.force == _FORCE, or_(tombstone.c.mark == bindparam("mark"), tombstone.c.case_mark == bindparam("case_mark")))
    .order_by(tombstone.c.at, tombstone.c.id)
)
_STONES = select(tombstone).where(tombstone.c.force == _FORCE).order_by(tombstone.c.at, tombstone.c.reference)
_BY_REFERENCE = select(tombstone).where(tombstone.c.force == _FORCE, tombstone.c.reference == bindparam("reference"))


@dataclass(frozen=True)
class Tombstone:
    """Of a record that was erased; `mark` is a keyed hash of the case number and file name by which the feed would bring it back, `case_mark` one of the case alone where it was known."""

    id: UUID
    reference: str
    ground: str
    officer: UUID
    at: datetime
    mark: int = 0
    case_mark: int | None = None


@dataclass(frozen=True)
class BreachesSeen:
    number: int
    newest: date


class Retention:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer, blinder: Blinder) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer
        self._blinder = blinder

    async def note(self, one: Decision) -> bool:
        """False where somebody else has decided since."""
        sealed = self._sealer.seal(one.reason.encode(), _PLACE, f"{one.order}|{one.number}")
        row = {"force": self._force, "order_id": one.order, "number": one.number, "what": one.what.value, "officer": one.officer}
        row |= {"at": one.at, "next_review": one.next_review, "review_group": one.group.value if one.group else None, "reason": sealed}
        key = ("force", "order_id", "number")
        return bool((await self._connection.execute(insert_new(self._connection, retention_decision, key), row)).rowcount)

    async def decisions(self, ids: Collection[UUID]) -> dict[UUID, tuple[Decision, ...]]:
        """By order, oldest first."""
        found: dict[UUID, tuple[Decision, ...]] = {}
        for row in await self._connection.execute(_OF, {"force": self._force, "ids": list(ids)}):
            found[row.order_id] = (*found.get(row.order_id, ()), self._decision(row))
        return found

    async def breaches(self, ids: Collection[UUID]) -> dict[UUID, BreachesSeen]:
        """How many each order has, and the London day of the newest, or of its recording where that is later."""
        rows = await self._connection.execute(_BREACHES, {"force": self._force, "ids": list(ids)})
        return {row.order_id: BreachesSeen(row.number, max(filter(None, (row.day, to_london(row.at).date())))) for row in rows}

    async def old(self, before: datetime, today: date) -> list[UUID]:
        """The longest ended first."""
        wanted = {"force": self._force, "before": before, "today": today}
        return list(await self._connection.scalars(_OLD, wanted))

    async def bury(self, one: Tombstone, case_no: str, file_name: str) -> None:
        await self.bury_again(replace(one, mark=self._mark(case_no, file_name), case_mark=self._case_mark(case_no)))

    async def bury_again(self, one: Tombstone) -> None:
        """As it stood in another copy of the register."""
        row = {name: getattr(one, name) for name in ("id", "reference", "mark", "case_mark", "ground", "officer", "at")}
        await self._connection.execute(insert(tombstone), {"force": self._force} | row)

    async def tombstones(self) -> list[Tombstone]:
        """Oldest first."""
        return [_stone(row) for row in await self._connection.execute(_STONES, {"force": self._force})]

    async def buried(self, identities: Sequence[tuple[str, str]]) -> frozenset[tuple[str, str]]:
        """Those of these case numbers and file names whose record was erased."""
        marks = {self._mark(*one): one for one in identities}
        held = await self._connection.scalars(_MARKS, {"force": self._force, "marks": list(marks)}) if marks else ()
        return frozenset(marks[mark] for mark in held)

    async def graves(self, case_no: str, file_name: str) -> list[Tombstone]:
        """Of that very order, and of any other of its case, as far as the case was kept; oldest first."""
        wanted = {"force": self._force, "mark": self._mark(case_no, file_name), "case_mark": self._case_mark(case_no)}
        rows = await self._connection.execute(_GRAVES, wanted)
        return [_stone(row) for row in rows]

    async def tombstone(self, reference: str) -> Tombstone | None:
        row = (await self._connection.execute(_BY_REFERENCE, {"force": self._force, "reference": reference})).first()
        return None if row is None else _stone(row)

    def _mark(self, case_no: str, file_name: str) -> int:
        return self._blinder.number(_PURPOSE, f"{case_no}|{file_name}")

    def _case_mark(self, case_no: str) -> int:
        return self._blinder.number(_CASE, case_no)

    def _decision(self, row: Row[Any]) -> Decision:
        reason = self._sealer.open(row.reason, _PLACE, f"{row.order_id}|{row.number}").decode()
        group = Group(row.review_group) if row.review_group else None
        return Decision(row.order_id, row.number, Decided(row.what), row.officer, row.at, reason, row.next_review, group)


def _stone(row: Row[Any]) -> Tombstone:
    return Tombstone(row.id, row.reference, row.ground, row.officer, row.at, row.mark, row.case_mark)
