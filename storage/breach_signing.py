"""Additions to records of breaches and decisions on them, sealed; a number is given once and nothing is altered."""

from uuid import UUID

from sqlalchemy import BindParameter, ColumnElement, Integer, Row, String, Table, and_, bindparam, case, exists, func, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.breaches.signing import MOVED_ON, Addendum, Decision, Signing, Verdict, Waiting
from domain.errors import Outdated
from domain.officers import Officer
from storage.dialects import insert_new
from storage.metadata import Id
from storage.sealing import Sealer
from storage.tables.breach_signing import breach_addendum, breach_decision
from storage.tables.breaches import breach
from storage.tables.core import officer

_KEY = ("force", "breach_id", "number")
_NOTE_PLACE, _TEXT_PLACE = "breach_decision.note", "breach_addendum.text"
_FORCE: BindParameter[str] = bindparam("force")
_DECISIONS = (
    select(breach_decision)
    .where(breach_decision.c.force == _FORCE, breach_decision.c.breach_id == bindparam("id"))
    .order_by(breach_decision.c.number)
)
_ADDENDA = (
    select(breach_addendum)
    .where(breach_addendum.c.force == _FORCE, breach_addendum.c.breach_id == bindparam("id"))
    .order_by(breach_addendum.c.number)
)
_ADDED = (
    select(func.count())
    .select_from(breach_addendum)
    .where(breach_addendum.c.force == _FORCE, breach_addendum.c.breach_id == breach.c.id)
    .correlate(breach)
    .scalar_subquery()
)
_DECIDED: ColumnElement[bool] = exists().where(
    breach_decision.c.force == _FORCE, breach_decision.c.breach_id == breach.c.id, breach_decision.c.covers >= _ADDED
)
_SUPERVISOR = bindparam("supervisor", type_=Id())
_THEIRS = select(officer.c.id).where(
    officer.c.force == _FORCE,
    or_(officer.c.supervisor == _SUPERVISOR, and_(officer.c.team == bindparam("team", type_=String()), officer.c.team != "")),
)
_ADDED_TO: ColumnElement[bool] = exists().where(
    breach_addendum.c.force == _FORCE, breach_addendum.c.breach_id == breach.c.id, breach_addendum.c.by == _SUPERVISOR
)
_AWAITING = (
    select(breach.c.id, breach.c.order_id, breach.c.reference, breach.c.recorder, breach.c.recorded_at)
    .where(
        breach.c.force == _FORCE,
        breach.c.recorded_by != _SUPERVISOR,
        breach.c.answered_by.notlike(bindparam("answered", type_=String())),
        ~_ADDED_TO,
        ~_DECIDED,
    )
    .order_by(case((breach.c.recorded_by.in_(_THEIRS), 0), else_=1), breach.c.recorded_at, breach.c.id)
    .limit(bindparam("limit", type_=Integer()))
    .offset(bindparam("offset", type_=Integer()))
)
_HOLD = select(breach.c.id).where(breach.c.force == _FORCE, breach.c.id == bindparam("id")).with_for_update()


class BreachSigning:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def of(self, breach_id: UUID) -> Signing:
        wanted = {"force": self._force, "id": breach_id}
        decisions = (await self._connection.execute(_DECISIONS, wanted)).all()
        addenda = (await self._connection.execute(_ADDENDA, wanted)).all()
        return Signing(tuple(self._decision_of(row) for row in decisions), tuple(self._addendum_of(row) for row in addenda))

    async def hold(self, breach_id: UUID) -> Signing:
        """As `of`, and nobody else adds or decides until the transaction ends."""
        await self._connection.execute(_HOLD, {"force": self._force, "id": breach_id})
        return await self.of(breach_id)

    async def decide(self, breach_id: UUID, one: Decision) -> None:
        """Raises Outdated where somebody else has made the decision of that number."""
        sealed = self._sealer.seal(one.note.encode(), _NOTE_PLACE, _row_name(breach_id, one.number)) if one.note else None
        row: dict[str, object] = {"verdict": one.verdict.value, "covers": one.covers, "note": sealed}
        await self._insert(breach_decision, breach_id, one, row)

    async def add(self, breach_id: UUID, one: Addendum) -> None:
        """Raises Outdated where another addendum has that number."""
        sealed = self._sealer.seal(one.text.encode(), _TEXT_PLACE, _row_name(breach_id, one.number))
        await self._insert(breach_addendum, breach_id, one, {"question": one.question, "text": sealed})

    async def awaiting(self, supervisor: Officer, limit: int, offset: int = 0) -> list[Waiting]:
        """Records that nobody has decided on since anything was last added: those of the supervisor's own team first, then the oldest.

        Without those of which this supervisor gave any part.
        """
        wanted = {"supervisor": supervisor.id, "team": supervisor.team, "answered": f"%{supervisor.id}%", "limit": limit, "offset": offset}
        rows = await self._connection.execute(_AWAITING, {"force": self._force, **wanted})
        return [Waiting(row.id, row.order_id, row.reference, row.recorder, row.recorded_at) for row in rows]

    async def _insert(self, table: Table, breach_id: UUID, one: Decision | Addendum, values: dict[str, object]) -> None:
        row = {"force": self._force, "breach_id": breach_id, "number": one.number, "by": one.by, "who": one.who, "at": one.at, **values}
        if not (await self._connection.execute(insert_new(self._connection, table, _KEY), row)).rowcount:
            raise Outdated(MOVED_ON)

    def _decision_of(self, row: Row[tuple[object, ...]]) -> Decision:
        note = "" if row.note is None else self._sealer.open(row.note, _NOTE_PLACE, _row_name(row.breach_id, row.number)).decode()
        return Decision(row.number, Verdict(row.verdict), row.by, row.who, row.at, row.covers, note)

    def _addendum_of(self, row: Row[tuple[object, ...]]) -> Addendum:
        text = self._sealer.open(row.text, _TEXT_PLACE, _row_name(row.breach_id, row.number)).decode()
        return Addendum(row.number, text, row.by, row.who, row.at, row.question)


def _row_name(breach_id: UUID, number: int) -> str:
    return f"{breach_id}:{number}"
