"""The search index: who bears a name like the typed one, found by keys on the distinct name tokens and never by a scan."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.matching import Pool
from domain.name_matching import Register
from domain.orders import Order
from domain.particulars import Particulars
from storage.among import among
from storage.bulk import put
from storage.lexicon import Lexicon
from storage.search_asking import Asking
from storage.search_rows import EVERYBODY, Indexed, day_number, indexed, initial, numbers_of, packed, parts, unpacked
from storage.tables.orders import feed_file
from storage.tables.search import indexed_party, party_key, party_name

_CHUNK = 500
_FORCE = bindparam("force", type_=party_name.c.force.type)
_HELD = select(indexed_party.c.no, indexed_party.c.names, indexed_party.c.found_by).where(
    indexed_party.c.force == _FORCE, among(indexed_party.c.no, "numbers")
)
_FORGET = delete(indexed_party).where(indexed_party.c.force == _FORCE, among(indexed_party.c.no, "numbers"))
_FORGET_NAMES = delete(party_name).where(
    party_name.c.force == _FORCE,
    among(party_name.c.surname, "surnames"),
    among(party_name.c.forename, "forenames"),
    among(party_name.c.no, "numbers"),
)
_FORGET_KEYS = delete(party_key).where(party_key.c.force == _FORCE, among(party_key.c.key, "keys"), among(party_key.c.no, "numbers"))
_AS_OF = select(func.max(feed_file.c.at)).where(feed_file.c.force == bindparam("force"))


class Search:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force
        self._lexicon = Lexicon(connection, force)

    async def add(self, orders: Sequence[Order]) -> None:
        """Makes orders findable in this transaction; what the index held of them before is replaced."""
        for start in range(0, len(orders), _CHUNK):
            await self.add_parties([one for order in orders[start : start + _CHUNK] for one in indexed(order)])
            await asyncio.sleep(0)

    async def replace(self, order: Order) -> None:
        await self.add((order,))

    async def remove(self, order: Order) -> None:
        await self._lexicon.count((), await self._take_out(numbers_of(order)))

    async def add_parties(self, parties: Sequence[Indexed]) -> None:
        gone = await self._take_out([one.no for one in parties])
        numbers = await self._lexicon.count([one.names for one in parties], gone)
        await self._put(parties, numbers)

    async def candidates(self, asked: Particulars) -> Pool:
        """Everybody worth comparing: by two names that are near, by date of birth either way round, by a home, a telephone or an address."""
        near = await self._lexicon.near(asked.name_tokens)
        asked = replace(asked, name_tokens=near.mended(asked.name_tokens))
        register = Register(asked.name_tokens, near.counts, near.parties)
        found = await Asking(self._connection, self._force, asked, near, register).everybody()
        return Pool(found, near.counts, near.parties, register)

    async def as_of(self) -> datetime | None:
        """When the newest court feed was taken in."""
        found: datetime | None = await self._connection.scalar(_AS_OF, {"force": self._force})
        return found

    async def _put(self, parties: Sequence[Indexed], numbers: Mapping[str, int]) -> None:
        people = sorted(
            (
                self._force,
                one.no,
                one.names,
                day_number(one.dob),
                numbers[one.forenames[0]] if one.forenames else None,
                numbers[one.surnames[0]] if one.surnames else None,
                one.postcode,
                packed(one.keys),
            )
            for one in parties
        )
        names = {(self._force, numbers[last], numbers[first], one.no, day_number(one.dob)) for one in parties for last, first in one.pairs}
        await put(self._connection, indexed_party, people)
        await put(self._connection, party_name, sorted(names, key=lambda row: row[:4]))
        await put(self._connection, party_key, sorted({(self._force, key, one.no) for one in parties for key in one.keys}))

    async def _take_out(self, numbers: Sequence[int]) -> list[str]:
        """The `names` of the parties that were indexed under these numbers and no longer are."""
        which = {"force": self._force, "numbers": list(numbers)}
        held = (await self._connection.execute(_HELD, which)).all()
        if not held:
            return []
        read = [parts(row.names) for row in held]
        surnames = {EVERYBODY, *(token for family, _ in read for token in family)}
        forenames = {EVERYBODY, *(token for _, given in read for token in given), *(initial(given) for _, given in read if given)}
        known = await self._lexicon.numbers(sorted(surnames | forenames))
        sides = {
            "surnames": sorted(known[one] for one in surnames & known.keys()),
            "forenames": sorted(known[one] for one in forenames & known.keys()),
        }
        keys = sorted({key for row in held for key in unpacked(row.found_by)})
        await self._connection.execute(_FORGET_NAMES, which | sides)
        await self._connection.execute(_FORGET_KEYS, which | {"keys": keys})
        await self._connection.execute(_FORGET, which)
        return [row.names for row in held]
