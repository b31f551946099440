"""The search index: who bears a name like the typed one, found by keys on the distinct name tokens and never by a scan."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, func, select, union_all, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.matching import Pool
from domain.names import Agreement, agreement, keys
from domain.orders import Order
from domain.particulars import Particulars
from storage.among import among
from storage.dialects import insert_new
from storage.search_rows import EVERYBODY, candidate_of, counted, index_rows
from storage.tables.orders import feed_file
from storage.tables.search import lexicon, lexicon_key, party_name

_CHUNK = 500
_MOST_VARIANTS = 24
_MOST_ROWS = 1_000
_KEY_OF_EVERYBODY = 0
_FORCE = bindparam("force", type_=party_name.c.force.type)


_NEAR = select(lexicon_key.c.token).where(lexicon_key.c.force == _FORCE, among(lexicon_key.c.key, "keys"))
_VARIANTS = select(lexicon.c.token, lexicon.c.as_surname, lexicon.c.as_forename).where(
    lexicon.c.force == _FORCE, lexicon.c.token.in_(_NEAR)
)
_SHOWN = ("order_id", "party", "role", "names", "dob", "postcode")
_PEOPLE = select(*(party_name.c[name] for name in _SHOWN)).where(party_name.c.force == _FORCE)
_WAYS = {
    "name": _PEOPLE.where(among(party_name.c.surname_token, "surnames"), among(party_name.c.forename_token, "forenames")),
    "dob": _PEOPLE.where(among(party_name.c.dob, "days")),
    "postcode": _PEOPLE.where(party_name.c.postcode == bindparam("postcode")),
}
_INDEXED = (
    select(party_name.c.order_id, party_name.c.role, party_name.c.names)
    .where(party_name.c.force == _FORCE, among(party_name.c.order_id, "orders"))
    .distinct()
)
_FORGET = delete(party_name).where(party_name.c.force == _FORCE, among(party_name.c.order_id, "orders"))
_COUNT = (
    update(lexicon)
    .where(lexicon.c.force == bindparam("of"), lexicon.c.token == bindparam("which"))
    .values(as_surname=lexicon.c.as_surname + bindparam("surnames"), as_forename=lexicon.c.as_forename + bindparam("forenames"))
)
_UNUSED = select(lexicon.c.token).where(
    lexicon.c.force == _FORCE, among(lexicon.c.token, "tokens"), lexicon.c.as_surname <= 0, lexicon.c.as_forename <= 0
)
_FORGET_KEYS = delete(lexicon_key).where(
    lexicon_key.c.force == _FORCE, among(lexicon_key.c.key, "keys"), among(lexicon_key.c.token, "tokens")
)
_FORGET_TOKENS = delete(lexicon).where(lexicon.c.force == _FORCE, among(lexicon.c.token, "tokens"))
_AS_OF = select(func.max(feed_file.c.at)).where(feed_file.c.force == bindparam("force"))


@cache
def _people(ways: tuple[str, ...]) -> Any:
    return union_all(*(_WAYS[way] for way in ways)).limit(_MOST_ROWS) if len(ways) > 1 else _WAYS[ways[0]].limit(_MOST_ROWS)


class Search:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def add(self, orders: Sequence[Order]) -> None:
        """Makes orders findable in this transaction; what the index held of them before is replaced."""
        people: list[str] = []
        gone: list[str] = []
        for start in range(0, len(orders), _CHUNK):
            chunk = orders[start : start + _CHUNK]
            gone += await self._take_out([one.id for one in chunk])
            rows = [row for one in chunk for row in index_rows(self._force, one)]
            await self._connection.execute(insert_new(self._connection, party_name, list(party_name.primary_key.columns.keys())), rows)
            people += {(row["order_id"], row["role"]): str(row["names"]) for row in rows}.values()
            await asyncio.sleep(0)
        await self._count(people, gone)

    async def replace(self, order: Order) -> None:
        await self.add((order,))

    async def remove(self, order_id: UUID) -> None:
        await self._count((), await self._take_out((order_id,)))

    async def candidates(self, asked: Particulars) -> Pool:
        """Everybody worth comparing: by two names that are near, by date of birth either way round, by postcode."""
        near = await self._near(asked.name_tokens) if asked.name_tokens else {}
        ways = {
            "name": len(asked.name_tokens) > 1,
            "dob": asked.dob is not None and asked.dob.day is not None,
            "postcode": asked.postcode is not None,
        }
        chosen = tuple(way for way, open_ in ways.items() if open_)
        if not chosen:
            return Pool()
        values = {"force": self._force, **_values(asked, near)}
        rows = await self._connection.execute(_people(chosen), {name: values[name] for name in _needed(chosen)})
        found = {(row.order_id, row.role): candidate_of(row) for row in rows}
        return Pool(tuple(found.values()), near, near.get(EVERYBODY, (0, 0))[0])

    async def as_of(self) -> datetime | None:
        """When the newest court feed was taken in."""
        found: datetime | None = await self._connection.scalar(_AS_OF, {"force": self._force})
        return found

    async def _near(self, typed: Sequence[str]) -> Mapping[str, tuple[int, int]]:
        wanted = [_KEY_OF_EVERYBODY, *{key for token in typed for key in keys(token)}]
        rows = await self._connection.execute(_VARIANTS, {"force": self._force, "keys": wanted})
        return {row.token: (row.as_surname, row.as_forename) for row in rows}

    async def _take_out(self, orders: Sequence[UUID]) -> list[str]:
        """The `names` of the parties that were indexed for these orders and no longer are."""
        which = {"force": self._force, "orders": list(orders)}
        names = [row.names for row in await self._connection.execute(_INDEXED, which)]
        if names:
            await self._connection.execute(_FORGET, which)
        return names

    async def _count(self, come: Iterable[str], gone: Iterable[str]) -> None:
        surnames, forenames = counted(come)
        lost_surnames, lost_forenames = counted(gone)
        surnames.subtract(lost_surnames)
        forenames.subtract(lost_forenames)
        tokens = sorted({*surnames, *forenames})
        if not tokens:
            return
        await self._know(tokens)
        await self._connection.execute(_COUNT, [self._change(token, surnames, forenames) for token in tokens])
        await self._forget_unused(sorted({*lost_surnames, *lost_forenames} - {EVERYBODY}))

    async def _know(self, tokens: Sequence[str]) -> None:
        """A row and its keys for each token that is new."""
        rows = [{"force": self._force, "token": token, "as_surname": 0, "as_forename": 0} for token in tokens]
        await self._connection.execute(insert_new(self._connection, lexicon, ("force", "token")), rows)
        for start in range(0, len(tokens), _CHUNK):
            found_by = [
                {"force": self._force, "key": key, "token": token} for token in tokens[start : start + _CHUNK] for key in _keys(token)
            ]
            await self._connection.execute(insert_new(self._connection, lexicon_key, ("force", "key", "token")), found_by)
            await asyncio.sleep(0)

    async def _forget_unused(self, tokens: Sequence[str]) -> None:
        """A name that nobody bears any more leaves the lexicon too."""
        for start in range(0, len(tokens), _CHUNK):
            which = {"force": self._force, "tokens": tokens[start : start + _CHUNK]}
            unused = list(await self._connection.scalars(_UNUSED, which))
            if unused:
                found_by = [key for token in unused for key in _keys(token)]
                await self._connection.execute(_FORGET_KEYS, {"force": self._force, "tokens": unused, "keys": found_by})
                await self._connection.execute(_FORGET_TOKENS, {"force": self._force, "tokens": unused})

    def _change(self, token: str, surnames: Counter[str], forenames: Counter[str]) -> dict[str, object]:
        return {"of": self._force, "which": token, "surnames": surnames[token], "forenames": forenames[token]}


def _keys(token: str) -> Iterable[int]:
    return (_KEY_OF_EVERYBODY,) if token == EVERYBODY else keys(token)


def _needed(ways: tuple[str, ...]) -> list[str]:
    by_way = {"name": ["surnames", "forenames"], "dob": ["days"], "postcode": ["postcode"]}
    return ["force", *(name for way in ways for name in by_way[way])]


def _values(asked: Particulars, near: Mapping[str, tuple[int, int]]) -> dict[str, object]:
    days = [] if asked.dob is None else [day for day in (asked.dob.day, asked.dob.swapped) if day is not None]
    initials = [form for token in asked.name_tokens for form in ((f"{token}*", token) if len(token) == 1 else (token[0],))]
    return {
        "surnames": [EVERYBODY, *_variants(asked.name_tokens, near, 0)],
        "forenames": [EVERYBODY, *initials, *_variants(asked.name_tokens, near, 1)],
        "days": days,
        "postcode": asked.postcode,
    }


def _variants(typed: Sequence[str], near: Mapping[str, tuple[int, int]], side: int) -> set[str]:
    """For each typed token the nearest tokens that somebody bears on that side of the name."""
    chosen: set[str] = set()
    for token in typed:
        borne = [(agreement(token, held), counts[side], held) for held, counts in near.items() if held and counts[side] > 0]
        ranked = sorted((one for one in borne if one[0] > Agreement.INITIAL), reverse=True)
        chosen.update(held for _, _, held in ranked[:_MOST_VARIANTS])
    return chosen
