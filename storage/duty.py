"""Leave, sickness, cover and shifts; read whole, since a force has few of them."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import Row, bindparam, delete, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.duty import Absence, Kind, Roster, Shift
from domain.london import to_london
from storage.duty_offers import DutyOffers
from storage.duty_told import DutyTold
from storage.sealing import Sealer
from storage.tables.duty import duty_absence, duty_shift

# A sent card, or a plan's history, may be about the last days.
_KEPT_DAYS = timedelta(days=2)
_ADD = insert(duty_absence)
_STANDING = select(duty_absence).where(
    duty_absence.c.force == bindparam("force"),
    duty_absence.c.cancelled_at.is_(None),
    or_(duty_absence.c.last_day.is_(None), duty_absence.c.last_day >= bindparam("since")),
)
_ONE = select(duty_absence).where(
    duty_absence.c.force == bindparam("force"), duty_absence.c.id == bindparam("id"), duty_absence.c.cancelled_at.is_(None)
)
_END = (
    update(duty_absence)
    .where(duty_absence.c.force == bindparam("of"), duty_absence.c.id == bindparam("which"), duty_absence.c.cancelled_at.is_(None))
    .values(last_day=bindparam("last"), cancelled_at=bindparam("cancelled"))
)
_SHIFTS = select(duty_shift).where(duty_shift.c.force == bindparam("force"))
_DROP_SHIFTS = delete(duty_shift).where(duty_shift.c.force == bindparam("of"), duty_shift.c.officer == bindparam("who"))
_ADD_SHIFT = insert(duty_shift)


class DutyRows:
    """`offers` are the contacts that are handed on, `told` what was sent about them."""

    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self.offers = DutyOffers(connection, force, sealer)
        self.told = DutyTold(connection, force)
        self._roster: Roster | None = None

    async def roster(self, now: datetime) -> Roster:
        """As it stands and as it is planned; read once in a transaction."""
        if self._roster is None:
            self._roster = Roster(await self.absences(now), await self.shifts())
        return self._roster

    async def absences(self, now: datetime) -> list[Absence]:
        """Those that hold, or will, or did until a day or two ago."""
        since = to_london(now).date() - _KEPT_DAYS
        return [_absence_of(row) for row in await self._connection.execute(_STANDING, {"force": self._force, "since": since})]

    async def shifts(self) -> dict[UUID, list[Shift]]:
        found: dict[UUID, list[Shift]] = defaultdict(list)
        for row in await self._connection.execute(_SHIFTS, {"force": self._force}):
            found[row.officer].append(Shift(row.weekday, time.fromisoformat(row.begins), time.fromisoformat(row.ends)))
        return dict(found)

    async def absence(self, id: UUID) -> Absence | None:
        row = (await self._connection.execute(_ONE, {"force": self._force, "id": id})).first()
        return None if row is None else _absence_of(row)

    async def add(self, one: Absence) -> None:
        self._roster = None
        row = {
            "force": self._force,
            "id": one.id,
            "officer": one.officer,
            "first_day": one.first,
            "last_day": one.last,
            "kind": one.kind.value,
            "cover": one.cover,
            "entered_by": one.by,
            "entered_at": one.at,
            "cancelled_at": None,
        }
        await self._connection.execute(_ADD, row)

    async def end(self, id: UUID, last: date | None, cancelled: datetime | None) -> bool:
        """It ends with that day, or, where it had not begun, it never was; False where it stands no more."""
        self._roster = None
        values = {"of": self._force, "which": id, "last": last, "cancelled": cancelled}
        return bool((await self._connection.execute(_END, values)).rowcount)

    async def set_shifts(self, officer: UUID, shifts: Sequence[Shift]) -> None:
        """In the place of those before."""
        self._roster = None
        await self._connection.execute(_DROP_SHIFTS, {"of": self._force, "who": officer})
        rows = [
            {
                "force": self._force,
                "officer": officer,
                "weekday": one.weekday,
                "begins": one.begins.isoformat("minutes"),
                "ends": one.ends.isoformat("minutes"),
            }
            for one in shifts
        ]
        if rows:
            await self._connection.execute(_ADD_SHIFT, rows)


def _absence_of(row: Row[tuple[object, ...]]) -> Absence:
    return Absence(row.id, row.officer, row.first_day, row.last_day, Kind(row.kind), row.cover, row.entered_by, row.entered_at)
