"""The search index: who bears a name like the typed one, found by keys on the distinct name tokens and never by a scan."""

import asyncio
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import Delete, bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.matching import Pool
from domain.name_matching import Register
from domain.orders import Order
from domain.particulars import Particulars
from storage.among import among
from storage.bulk import put
from storage.lexicon import Lexicon
from storage.search_asking import Asking
from storage.search_rows import Indexed, as_indexed, day_number, indexed, numbers_of
from storage.tables.orders import feed_file
from storage.tables.search import indexed_party, party_name

_Row = tuple[Any, ...]
_Person = dict[str, Any]
_CHUNK = 500
_FORCE = bindparam("force", type_=party_name.c.force.type)
_HELD = select(
    indexed_party.c.no,
    indexed_party.c.dob,
    indexed_party.c.home,
    indexed_party.c.phone,
    indexed_party.c.email,
    indexed_party.c.names,
    indexed_party.c.postcode,
).where(indexed_party.c.force == _FORCE, among(indexed_party.c.no, "numbers"))
_FORGET = delete(indexed_party).where(indexed_party.c.force == _FORCE, among(indexed_party.c.no, "numbers"))
_FORGET_NAME = delete(party_name).where(
    party_name.c.force == _FORCE,
    party_name.c.surname == bindparam("surname"),
    party_name.c.forename == bindparam("forename"),
    party_name.c.no == bindparam("no"),
)
_CORRECT = update(indexed_party).where(indexed_party.c.force == bindparam("of"), indexed_party.c.no == bindparam("which"))
# What changes by itself is written by itself: SQLite writes every index anew of which a column is set, be it to what it was.
_NAMED, _MOVED, _REACHED = ("dob", "first", "last", "names"), ("home", "postcode"), ("phone", "email")
_SET_NAMED, _SET_MOVED, _SET_REACHED = (
    _CORRECT.values({name: bindparam(f"new_{name}") for name in columns}) for columns in (_NAMED, _MOVED, _REACHED)
)
_CHANGES = ((_SET_NAMED, _NAMED), (_SET_MOVED, _MOVED), (_SET_REACHED, _REACHED))
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
        await self._exchange(await self._held(numbers_of(order)), ())

    async def add_parties(self, parties: Sequence[Indexed]) -> None:
        held, come = await self._held([one.no for one in parties]), set(parties)
        await self._exchange(held - come, [one for one in parties if one not in held])

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

    async def _held(self, numbers: Sequence[int]) -> set[Indexed]:
        rows = await self._connection.execute(_HELD, {"force": self._force, "numbers": list(numbers)})
        return {as_indexed(row) for row in rows.all()}

    async def _exchange(self, gone: Collection[Indexed], come: Collection[Indexed]) -> None:
        """Writes the rows that differ and no others: each touches a page of the file that is encrypted and flushed anew."""
        numbers = await self._lexicon.count([one.names for one in come], [one.names for one in gone])
        named, names = self._names(gone, numbers), self._names(come, numbers)
        before, after = ({one.no: self._person(one, numbers) for one in some} for some in (gone, come))
        if before:
            if away := sorted(before.keys() - after.keys()):
                await self._connection.execute(_FORGET, {"force": self._force, "numbers": away})
            await self._forget(_FORGET_NAME, named - names)
            await self._correct(before, after)
        await put(self._connection, indexed_party, [tuple(after[no].values()) for no in sorted(after.keys() - before.keys())])
        await put(self._connection, party_name, sorted(names - named))

    async def _correct(self, before: Mapping[int, _Person], after: Mapping[int, _Person]) -> None:
        for statement, columns in _CHANGES:
            rows = [
                {"of": self._force, "which": no, **{f"new_{name}": after[no][name] for name in columns}}
                for no in sorted(before.keys() & after.keys())
                if any(before[no][name] != after[no][name] for name in columns)
            ]
            if rows:
                await self._connection.execute(statement, rows)

    async def _forget(self, statement: Delete, rows: Iterable[_Row]) -> None:
        """One by one, by the first columns of their table, which are its key."""
        if which := [dict(zip(statement.table.columns.keys(), row, strict=True)) for row in rows]:
            await self._connection.execute(statement, which)

    def _person(self, one: Indexed, numbers: Mapping[str, int]) -> _Person:
        """In the order of the table's columns."""
        first, last = (numbers[names[0]] if names else None for names in (one.forenames, one.surnames))
        by = one.found_by
        return {
            "force": self._force,
            "no": one.no,
            "dob": day_number(one.dob),
            "first": first,
            "last": last,
            "home": by.home,
            "phone": by.phone,
            "email": by.email,
            "names": one.names,
            "postcode": by.postcode,
        }

    def _names(self, parties: Collection[Indexed], numbers: Mapping[str, int]) -> set[_Row]:
        by_surname = ((numbers[last], numbers[first], one) for one in parties for last, first in one.pairs)
        by_forenames = ((-numbers[further], numbers[first], one) for one in parties for further, first in one.forename_pairs)
        return {(self._force, *by, one.no, day_number(one.dob)) for *by, one in chain(by_surname, by_forenames)}
