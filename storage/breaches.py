"""Drafts of breaches with their e-tag, and the records made of them, which nothing alters."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

import orjson
from sqlalchemy import Row, bindparam, func, or_, select, union, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.breaches.drafts import DISCARDED, OPEN, SENT, Answer, Breach, BreachDraft, standing, when_of
from domain.breaches.patterns import BreachSeen, unreported_in
from domain.errors import Outdated
from domain.london import to_london
from domain.orders import OrderState
from storage.among import among
from storage.dialects import insert_new
from storage.sealing import Sealer
from storage.tables.breaches import breach, breach_draft

_DRAFT_PLACE = "breach_draft.answers"
_RECORD_PLACE = "breach.answers"
_MOVED_ON = "This record moved on in another window. Here is where it stands."
_DRAFT = select(breach_draft).where(breach_draft.c.force == bindparam("force"), breach_draft.c.id == bindparam("id")).with_for_update()
_OPEN_DRAFT = select(breach_draft).where(breach_draft.c.force == bindparam("force"), breach_draft.c.slot == bindparam("slot"))
_PARKED = (
    select(breach_draft)
    .where(
        breach_draft.c.force == bindparam("force"),
        breach_draft.c.officer == bindparam("officer"),
        breach_draft.c.order_id == bindparam("order_id"),
        breach_draft.c.status == OPEN,
    )
    .order_by(breach_draft.c.started_at, breach_draft.c.id)
)
_CHANGED = ("officer", "answers", "skipping", "revisiting", "status", "etag", "slot")
_CHANGE = (
    update(breach_draft)
    .where(
        breach_draft.c.force == bindparam("of"),
        breach_draft.c.id == bindparam("which"),
        breach_draft.c.etag == bindparam("was"),
        breach_draft.c.status == OPEN,
    )
    .values({name: bindparam(f"new_{name}") for name in _CHANGED})
)
_RECORD = select(breach).where(breach.c.force == bindparam("force"), breach.c.id == bindparam("id"))
_BY_REFERENCE = select(breach).where(breach.c.force == bindparam("force"), breach.c.reference == bindparam("reference"))
_OF_ORDER = (
    select(breach).where(breach.c.force == bindparam("force"), breach.c.order_id == bindparam("order_id")).order_by(breach.c.recorded_at)
)
_NEWEST = (
    select(breach)
    .where(breach.c.force == bindparam("force"), among(breach.c.order_id, "orders"))
    .order_by(breach.c.recorded_at.desc(), breach.c.id)
    .limit(1)
)
_SEEN = select(breach.c.order_id, breach.c.recorded_at, breach.c.happened_on, breach.c.unreported).where(
    breach.c.force == bindparam("force"),
    among(breach.c.order_id, "orders"),
    or_(breach.c.happened_on >= bindparam("since"), breach.c.happened_on.is_(None)),
)
_IDS_OF_ORDER = union(
    select(breach_draft.c.id).where(breach_draft.c.force == bindparam("force"), breach_draft.c.order_id == bindparam("order_id")),
    select(breach.c.id).where(breach.c.force == bindparam("force"), breach.c.order_id == bindparam("order_id")),
)
_THOSE_DAYS = (
    select(breach.c.reference)
    .where(
        breach.c.force == bindparam("force"),
        breach.c.order_id == bindparam("order_id"),
        breach.c.happened_on <= bindparam("last"),
        func.coalesce(breach.c.ended_on, breach.c.happened_on) >= bindparam("first"),
    )
    .order_by(breach.c.recorded_at, breach.c.id)
)
_BEGUN_BESIDE = (
    select(breach_draft.c.id)
    .where(
        breach_draft.c.force == bindparam("force"),
        breach_draft.c.order_id == bindparam("order_id"),
        breach_draft.c.officer != bindparam("officer"),
        breach_draft.c.status == OPEN,
        breach_draft.c.started_at >= bindparam("since"),
    )
    .limit(1)
)


class Breaches:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def draft(self, id: UUID) -> BreachDraft | None:
        """The draft, held until the transaction ends, so that of two who send it at once the second finds it sent."""
        row = (await self._connection.execute(_DRAFT, {"force": self._force, "id": id})).first()
        return None if row is None else self._draft_of(row)

    async def begin(self, draft: BreachDraft) -> BreachDraft:
        """The officer's open draft for that order: this one, or the one that was begun before it."""
        row = {
            "force": self._force,
            "id": draft.id,
            "order_id": draft.order_id,
            "started_at": draft.started_at,
            **self._state(draft),
        }
        await self._connection.execute(insert_new(self._connection, breach_draft, ("force", "slot")), row)
        kept = (await self._connection.execute(_OPEN_DRAFT, {"force": self._force, "slot": _slot(draft.officer, draft.order_id)})).one()
        return self._draft_of(kept)

    async def parked(self, officer: UUID, order_id: UUID) -> list[BreachDraft]:
        """The officer's open drafts of the order beside the one that is gone on with, the oldest first."""
        rows = await self._connection.execute(_PARKED, {"force": self._force, "officer": officer, "order_id": order_id})
        return [one for one in map(self._draft_of, rows) if one.parked]

    async def save(self, draft: BreachDraft) -> BreachDraft:
        """Raises Outdated where the draft was saved since it was read, or has been sent."""
        saved = replace(draft, etag=draft.etag + 1)
        changes = {f"new_{name}": value for name, value in self._state(saved).items()}
        done = await self._connection.execute(_CHANGE, {"of": self._force, "which": draft.id, "was": draft.etag, **changes})
        if not done.rowcount:
            raise Outdated(_MOVED_ON)
        return saved

    async def close(self, draft: BreachDraft) -> None:
        """The answers live on in the record alone. Raises Outdated as `save` does."""
        await self.save(replace(draft, answers=(), skipping=None, revisiting=None, status=SENT))

    async def discard(self, draft: BreachDraft) -> None:
        """Nothing that was answered stays. Raises Outdated as `save` does."""
        await self.save(replace(draft, answers=(), skipping=None, revisiting=None, status=DISCARDED))

    async def add(self, record: Breach) -> bool:
        """False where the reference is taken."""
        statement = insert_new(self._connection, breach, ("force", "reference"))
        return bool((await self._connection.execute(statement, self._record_row(record))).rowcount)

    async def get(self, id: UUID) -> Breach | None:
        row = (await self._connection.execute(_RECORD, {"force": self._force, "id": id})).first()
        return None if row is None else self._record_of(row)

    async def by_reference(self, reference: str) -> Breach | None:
        row = (await self._connection.execute(_BY_REFERENCE, {"force": self._force, "reference": reference})).first()
        return None if row is None else self._record_of(row)

    async def ids_of_order(self, order_id: UUID) -> list[UUID]:
        """Of the records and of the drafts alike, whatever became of them."""
        return list(await self._connection.scalars(_IDS_OF_ORDER, {"force": self._force, "order_id": order_id}))

    async def of_order(self, order_id: UUID) -> list[Breach]:
        rows = await self._connection.execute(_OF_ORDER, {"force": self._force, "order_id": order_id})
        return [self._record_of(row) for row in rows]

    async def newest_of(self, order_ids: Iterable[UUID]) -> Breach | None:
        """The record of any of these orders that was made last."""
        row = (await self._connection.execute(_NEWEST, {"force": self._force, "orders": list(order_ids)})).first()
        return None if row is None else self._record_of(row)

    async def seen_of(self, order_ids: Iterable[UUID], since: date) -> list[BreachSeen]:
        """As they count for a pattern: no answer is opened. A record of which the day is not known counts by the day it was made, whenever that was."""
        wanted = {"force": self._force, "orders": list(order_ids), "since": since}
        rows = await self._connection.execute(_SEEN, wanted)
        return [BreachSeen(row.order_id, row.recorded_at, row.happened_on, int(row.unreported)) for row in rows]

    async def references_of_days(self, order_id: UUID, first: date, last: date) -> list[str]:
        """Records of the order for a time that touches those London days."""
        wanted = {"force": self._force, "order_id": order_id, "first": first, "last": last}
        return list(await self._connection.scalars(_THOSE_DAYS, wanted))

    async def is_begun_beside(self, draft: BreachDraft, since: datetime) -> bool:
        """Whether another officer has an open draft of the same order, begun since then."""
        wanted = {"force": self._force, "order_id": draft.order_id, "officer": draft.officer, "since": since}
        return (await self._connection.execute(_BEGUN_BESIDE, wanted)).first() is not None

    def _state(self, draft: BreachDraft) -> dict[str, object]:
        return {
            "officer": draft.officer,
            "answers": self._sealer.seal(_packed(draft.answers), _DRAFT_PLACE, str(draft.id)),
            "skipping": draft.skipping,
            "revisiting": draft.revisiting,
            "status": draft.status,
            "etag": draft.etag,
            "slot": _slot(draft.officer, draft.order_id) if draft.status == OPEN and not draft.parked else str(draft.id),
        }

    def _draft_of(self, row: Row[tuple[object, ...]]) -> BreachDraft:
        return BreachDraft(
            id=row.id,
            force=row.force,
            officer=row.officer,
            order_id=row.order_id,
            started_at=row.started_at,
            answers=_unpacked(self._sealer.open(row.answers, _DRAFT_PLACE, str(row.id))),
            skipping=row.skipping,
            revisiting=row.revisiting,
            status=row.status,
            etag=row.etag,
            parked=row.status == OPEN and row.slot == str(row.id),
        )

    def _record_row(self, record: Breach) -> dict[str, object]:
        return {
            "force": self._force,
            "id": record.id,
            "reference": record.reference,
            "order_id": record.order_id,
            "order_version": record.order_version,
            "recorded_by": record.recorded_by,
            "recorder": record.recorder,
            "recorded_at": record.recorded_at,
            "happened_on": record.happened_on,
            "ended_on": _last_day(record),
            "states": ";".join(record.states),
            "risk_tool": record.risk_tool,
            "answers": self._sealer.seal(_packed(record.answers), _RECORD_PLACE, str(record.id)),
            "answered_by": ";".join(sorted({str(one.by) for one in record.answers})),
            "unreported": bool(unreported_in(record)),
        }

    def _record_of(self, row: Row[tuple[object, ...]]) -> Breach:
        return Breach(
            id=row.id,
            force=row.force,
            reference=row.reference,
            order_id=row.order_id,
            order_version=row.order_version,
            recorded_by=row.recorded_by,
            recorder=row.recorder,
            recorded_at=row.recorded_at,
            happened_on=row.happened_on,
            states=tuple(OrderState(state) for state in row.states.split(";") if state),
            risk_tool=row.risk_tool,
            answers=_unpacked(self._sealer.open(row.answers, _RECORD_PLACE, str(row.id))),
        )


def _slot(officer: UUID, order_id: UUID) -> str:
    return f"{officer}:{order_id}"


def _last_day(record: Breach) -> date | None:
    when = when_of(standing(record.answers))
    return None if when is None else to_london(when.end).date()


def _packed(answers: tuple[Answer, ...]) -> bytes:
    return orjson.dumps(answers)


def _unpacked(packed: bytes) -> tuple[Answer, ...]:
    return tuple(
        Answer(
            **{
                **one,
                "by": UUID(one["by"]),
                "at": datetime.fromisoformat(one["at"]),
                "values": tuple(one["values"]),
                "quoted": tuple(one.get("quoted", ())),
            }
        )
        for one in orjson.loads(packed)
    )
