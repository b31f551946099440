"""The people of the force."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from uuid import UUID

from sqlalchemy import Row, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.officers import Officer, Role
from storage.among import among
from storage.dialects import upsert
from storage.tables.core import officer

_ONE = select(officer).where(officer.c.force == bindparam("force"), officer.c.id == bindparam("id"))
_SOME = select(officer).where(officer.c.force == bindparam("force"), among(officer.c.id, "ids"))
_ALL = select(officer).where(officer.c.force == bindparam("force")).order_by(officer.c.name)


class Officers:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force
        self._everybody: list[Officer] = []
        self._met: dict[UUID, Officer | None] = {}

    async def get(self, id: UUID) -> Officer | None:
        row = (await self._connection.execute(_ONE, {"force": self._force, "id": id})).first()
        return None if row is None else officer_of(row)

    async def some(self, ids: Collection[UUID]) -> dict[UUID, Officer]:
        """Those of these people who exist; each is read once in a transaction."""
        # The difference of a set and a dictionary's keys walks through all the keys, of which there are a thousand.
        missing = {id for id in ids if id not in self._met}
        if missing:
            rows = await self._connection.execute(_SOME, {"force": self._force, "ids": list(missing)})
            self._met |= dict.fromkeys(missing) | {row.id: officer_of(row) for row in rows}
        return {id: one for id in ids if (one := self._met[id]) is not None}

    async def known(self, id: UUID) -> Officer | None:
        """As `some` of one, asked again and again of the same few."""
        if id not in self._met:
            await self.some([id])
        return self._met[id]

    async def all(self) -> list[Officer]:
        """Read once in a transaction."""
        if not self._everybody:
            self._everybody = [officer_of(row) for row in await self._connection.execute(_ALL, {"force": self._force})]
        return self._everybody

    async def save(self, people: Sequence[Officer]) -> None:
        self._everybody, self._met = [], {}
        if people:
            await self._connection.execute(upsert(self._connection, officer, ("force", "id")), [_row(one, self._force) for one in people])


def officer_of(row: Row[tuple[object, ...]]) -> Officer:
    return Officer(
        id=row.id,
        force=row.force,
        name=row.name,
        collar=row.collar,
        email=row.email,
        roles=_roles_of(row.roles),
        team=row.team,
        supervisor=row.supervisor,
        active=row.active,
    )


@lru_cache(maxsize=256)
def _roles_of(kept: str) -> frozenset[Role]:
    return frozenset(Role(role) for role in kept.split(";") if role)


def _row(one: Officer, force: str) -> dict[str, object]:
    return {
        "force": force,
        "id": one.id,
        "name": one.name,
        "collar": one.collar,
        "email": one.email,
        "roles": ";".join(sorted(one.roles)),
        "team": one.team,
        "supervisor": one.supervisor,
        "active": one.active,
    }
