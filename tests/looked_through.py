"""A look through every column of every table for words that should be nowhere, also where they are sealed."""

import zlib
from contextlib import suppress

from sqlalchemy import select

from storage.metadata import metadata
from storage.sealing import Sealer
from storage.work import Database
from tests.databases import FORCE, KEYS
from tests.retention import CANARIES


class Remembering(Sealer):
    """Seals as the real one does, and knows afterwards what each sealed value says, in whatever column it comes to stand."""

    def __init__(self) -> None:
        super().__init__(KEYS.draw("columns"), FORCE)
        self.said: dict[bytes, bytes] = {}

    def seal(self, plain: bytes, place: str, row: str) -> bytes:
        sealed = super().seal(plain, place, row)
        self.said[sealed] = plain
        return sealed


class LookedThrough:
    """A register that was written with this sealer."""

    database: Database
    sealer: Remembering

    async def found_anywhere(self) -> list[tuple[str, str]]:
        """(table, column) of every value of every table that says a canary, sealed or not."""
        return [place for place, value in await self._values() if _says(self._readable(value))]

    async def unread(self) -> set[tuple[str, str]]:
        """Columns that hold bytes which nobody sealed in this test: they could not be looked through."""
        return {place for place, value in await self._values() if isinstance(value, bytes) and value not in self.sealer.said}

    async def _values(self) -> list[tuple[tuple[str, str], object]]:
        async with self.database.reading() as uow:
            rows = [(table, (await uow.connection.execute(select(table))).all()) for table in metadata.sorted_tables]
        return [((table.name, column), value) for table, some in rows for row in some for column, value in row._mapping.items()]

    def _readable(self, value: object) -> str:
        if not isinstance(value, bytes):
            return str(value)
        plain = self.sealer.said.get(value, value)
        with suppress(zlib.error):
            plain = zlib.decompress(plain)
        return plain.decode("utf-8", "replace")


def _says(words: str) -> bool:
    return any(one.casefold() in words.casefold() for one in CANARIES)
