"""What came in with the court feed: files taken in, and rows kept for a person to mend."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import BindParameter, and_, bindparam, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.feed_days import Came
from domain.feed_report import WINDOW_DAYS, days_without_file
from domain.orders import Order
from storage.among import among
from storage.dialects import insert_new
from storage.sealing import Sealer
from storage.tables.orders import feed_file, reject

_RAW = "reject.raw"
_CASE = re.compile(r"(?<![0-9])[0-9]{4}(?:[ -]?[0-9]{4}){3}(?![0-9])")
_FORCE: BindParameter[str] = bindparam("force")
_OPEN = select(reject).where(reject.c.force == _FORCE, reject.c.mended_at.is_(None)).order_by(reject.c.at, reject.c.manifest, reject.c.line)
_OPEN_KEYS = select(reject.c.key).where(reject.c.force == _FORCE, reject.c.mended_at.is_(None)).distinct()
_KEPT = select(reject.c.id).where(reject.c.force == _FORCE, among(reject.c.id, "ids")).order_by(reject.c.line)
_REPLACED = (
    select(reject.c.id)
    .where(
        reject.c.force == _FORCE,
        reject.c.mended_at.is_(None),
        or_(
            and_(reject.c.manifest_sha256 != bindparam("sha"), among(reject.c.key, "keys")),
            and_(reject.c.manifest_sha256 == bindparam("sha"), among(reject.c.line, "lines")),
        ),
    )
    .order_by(reject.c.at, reject.c.manifest, reject.c.line)
)
_MEND = update(reject).where(reject.c.force == bindparam("of"), among(reject.c.id, "ids")).values(mended_at=bindparam("now"))
# A row whose identity could not be read at all is known by its line alone, so that its words have to be opened.
_OF_ORDER = (
    delete(reject)
    .where(reject.c.force == bindparam("force"))
    .where(or_(reject.c.key == bindparam("by_file"), reject.c.key.like(bindparam("by_case")), among(reject.c.id, "ids")))
)
_BY_LINE = select(reject).where(reject.c.force == _FORCE, reject.c.key.like("line:%"))
_FIRST = select(func.min(feed_file.c.day)).where(feed_file.c.force == _FORCE)
_CAME = (
    select(
        feed_file.c.day,
        func.count().label("files"),
        func.count(feed_file.c["rows"]).label("counted"),
        func.sum(feed_file.c["rows"]).label("rows"),
        func.sum(feed_file.c.rejected).label("rejected"),
    )
    .where(feed_file.c.force == _FORCE, feed_file.c.day >= bindparam("since"))
    .group_by(feed_file.c.day)
)
_DAYS = select(feed_file.c.day).where(feed_file.c.force == _FORCE, feed_file.c.day >= bindparam("since"))


@dataclass(frozen=True)
class KeptReject:
    """A row that was not taken in, whole, until a good one takes its place."""

    id: UUID
    manifest: str
    manifest_sha256: str
    line: int
    key: str
    reason: str
    raw: str
    at: datetime

    @property
    def case_no(self) -> str | None:
        """The first number of sixteen digits in the row; the columns of a rejected row are not to be relied on."""
        found = _CASE.search(self.raw)
        return "".join(sign for sign in found[0] if sign.isdigit()) if found else None


class Intake:
    def __init__(self, connection: AsyncConnection, force: str, sealer: Sealer) -> None:
        self._connection = connection
        self._force = force
        self._sealer = sealer

    async def keep(self, rejects: Sequence[KeptReject]) -> list[UUID]:
        """Those that are new; a row of the same file and line that is kept already stays as it is."""
        if not rejects:
            return []
        rows = [self._row(one) for one in rejects]
        await self._connection.execute(insert_new(self._connection, reject, ("force", "manifest_sha256", "line")), rows)
        return list(await self._connection.scalars(_KEPT, {"force": self._force, "ids": [one.id for one in rejects]}))

    async def open_rejects(self) -> list[KeptReject]:
        """Rows that wait for a person, oldest first."""
        return [self._reject(row) for row in await self._connection.execute(_OPEN, {"force": self._force})]

    async def open_keys(self) -> frozenset[str]:
        return frozenset(await self._connection.scalars(_OPEN_KEYS, {"force": self._force}))

    async def mend(self, sha256: str, lines: Iterable[int], keys: Iterable[str], at: datetime) -> list[UUID]:
        """The kept rows that the good rows of this file take the place of: by their key in another file, by their line in this one."""
        wanted = {"force": self._force, "sha": sha256, "lines": list(lines), "keys": list(keys)}
        replaced = list(await self._connection.scalars(_REPLACED, wanted))
        if replaced:
            await self._connection.execute(_MEND, {"of": self._force, "ids": replaced, "now": at})
        return replaced

    async def forget(self, order: Order) -> None:
        """What was kept of this order's rows, mended or not."""
        read = [self._reject(row) for row in await self._connection.execute(_BY_LINE, {"force": self._force})]
        ids = [one.id for one in read if one.case_no == order.case_no or order.file_name in one.raw]
        keys = {"by_file": f"file:{order.file_name}", "by_case": f"case:%:{order.case_no}"}
        await self._connection.execute(_OF_ORDER, {"force": self._force, "ids": ids, **keys})

    async def note_file(
        self, sha256: str, name: str, day: date | None, at: datetime, rows: int | None = None, rejected: int | None = None
    ) -> bool:
        """False where the same file was taken in before."""
        row = {"force": self._force, "sha256": sha256, "name": name, "day": day, "at": at, "rows": rows, "rejected": rejected}
        return bool((await self._connection.execute(insert_new(self._connection, feed_file, ("force", "sha256")), row)).rowcount)

    async def days(self, since: date) -> frozenset[date]:
        """The days, from `since` on, for which a manifest has come."""
        return frozenset(await self._connection.scalars(_DAYS, {"force": self._force, "since": since}))

    async def came(self, since: date) -> dict[date, Came]:
        """What came for each day from `since` on; of several files of a day all their rows together."""
        found: dict[date, Came] = {}
        for row in await self._connection.execute(_CAME, {"force": self._force, "since": since}):
            counted = None if row.files != row.counted else int(row.rows)
            found[row.day] = Came(counted, int(row.rejected or 0))
        return found

    async def first_day(self) -> date | None:
        found: date | None = await self._connection.scalar(_FIRST, {"force": self._force})
        return found

    async def days_without(self, today: date, coming: Collection[date] = ()) -> tuple[date, ...]:
        """The days of the last weeks for which no manifest came; `coming` are those of files that are only looked at."""
        came = await self.days(today - timedelta(days=WINDOW_DAYS))
        first = await self._connection.scalar(_FIRST, {"force": self._force})
        known = [day for day in (first, *coming) if day is not None]
        return days_without_file({*came, *coming}, min(known, default=None), today)

    def _row(self, one: KeptReject) -> dict[str, object]:
        raw = self._sealer.seal(one.raw.encode("utf-8", "replace"), _RAW, str(one.id))
        return {"force": self._force, "mended_at": None, "raw": raw} | {
            name: getattr(one, name) for name in ("id", "manifest", "manifest_sha256", "line", "key", "reason", "at")
        }

    def _reject(self, row: Any) -> KeptReject:
        values = row._asdict()
        plain = {name: values[name] for name in ("id", "manifest", "manifest_sha256", "line", "key", "reason", "at")}
        return KeptReject(raw=self._sealer.open(values["raw"], _RAW, str(values["id"])).decode(), **plain)


def new_reject(manifest: str, manifest_sha256: str, line: int, key: str, reason: str, raw: str, at: datetime) -> KeptReject:
    return KeptReject(uuid4(), manifest, manifest_sha256, line, key, reason, raw, at)
