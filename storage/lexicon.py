"""The distinct name tokens of a register, numbered, with the keys that find their look-alikes and how many bear each."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sqlalchemy import bindparam, delete, func, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.names import far_keys, is_near, key_of, keys
from domain.nickname_joins import related
from domain.pet_forms import may_be
from storage.among import among
from storage.bulk import put
from storage.search_rows import EVERYBODY, borne
from storage.tables.search import lexicon, lexicon_key

_FORCE = bindparam("force", type_=lexicon.c.force.type)
_LOCK = 6_201_962_001
_EVERYBODY_S_KEY = 0
_LONG = 6
# A key with its token's number behind it, which sorts much faster than the two side by side.
_NUMBER = 32
_LAST = (1 << _NUMBER) - 1
_NUMBERS = select(lexicon.c.token, lexicon.c.no).where(lexicon.c.force == _FORCE, among(lexicon.c.token, "tokens"))
_HIGHEST = select(func.max(lexicon.c.no)).where(lexicon.c.force == _FORCE)
# A token has many keys in common with one that is near, and is read once.
_FOUND = select(lexicon_key.c.token).where(lexicon_key.c.force == _FORCE, among(lexicon_key.c.key, "keys"))
_NEAR = select(lexicon.c.no, lexicon.c.token, lexicon.c.as_surname, lexicon.c.as_forename).where(
    lexicon.c.force == _FORCE, lexicon.c.no.in_(_FOUND)
)
_COUNT = (
    update(lexicon)
    .where(lexicon.c.force == bindparam("of"), lexicon.c.no == bindparam("which"))
    .values(as_surname=lexicon.c.as_surname + bindparam("surnames"), as_forename=lexicon.c.as_forename + bindparam("forenames"))
)
# By number: asked by token and by counts, SQLite reads the whole lexicon.
_UNUSED = select(lexicon.c.token, lexicon.c.no).where(
    lexicon.c.force == _FORCE, among(lexicon.c.no, "numbers"), lexicon.c.as_surname <= 0, lexicon.c.as_forename <= 0
)
_FORGET_KEYS = delete(lexicon_key).where(
    lexicon_key.c.force == _FORCE, among(lexicon_key.c.key, "keys"), among(lexicon_key.c.token, "numbers")
)
_FORGET = delete(lexicon).where(lexicon.c.force == _FORCE, among(lexicon.c.no, "numbers"))


@dataclass(frozen=True)
class Near:
    """The tokens near those typed: the number of each, and how many bear it as surname and as forename."""

    numbers: Mapping[str, int]
    counts: Mapping[str, tuple[int, int]]

    @property
    def parties(self) -> int:
        return self.counts.get(EVERYBODY, (0, 0))[0]

    def mended(self, typed: tuple[str, ...]) -> tuple[str, ...]:
        """A name that a space has cut in two is one again, where somebody bears the whole and nobody one of the halves: `morr ison`.

        A letter by itself is an initial, where it is not one word of three.
        """
        for at, (one, other) in enumerate(pairwise(typed)):
            shorter, longer = sorted((len(one), len(other)))
            is_cut = shorter > 1 or (longer > 2 and len(typed) > 2)
            if is_cut and one + other in self.counts and not (one in self.counts and other in self.counts):
                return (*typed[:at], one + other, *self.mended(typed[at + 2 :]))
        return typed


class Lexicon:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def near(self, typed: Sequence[str]) -> Near:
        also = (f"{token}*" if len(token) == 1 else token[0] for token in typed)
        wanted = {key for token in (*typed, *also) for key in keys(token)} | {_EVERYBODY_S_KEY}
        wanted |= {key_of(one) for token in typed for one in related(token) | may_be(token)}
        wanted |= {key_of(one + other) for one, other in pairwise(typed)}
        wanted |= {key_of("".join(typed[at : at + 3])) for at in range(len(typed) - 2)}
        rows = await self._near(wanted)
        if far := _far({token for _, token, *_ in rows}, typed):
            rows = list({*rows, *await self._near(far)})
        return Near({token: no for no, token, *_ in rows}, {token: (surnames, forenames) for _, token, surnames, forenames in rows})

    async def _near(self, wanted: Collection[int]) -> list[tuple[int, str, int, int]]:
        rows = await self._connection.execute(_NEAR, {"force": self._force, "keys": sorted(wanted)})
        return [(no, token, surnames, forenames) for no, token, surnames, forenames in rows]

    async def count(self, come: Iterable[str], gone: Iterable[str]) -> Mapping[str, int]:
        """Takes in the `names` of parties that came and of those that went; gives the number of every token of either."""
        change = Counter(borne(come))
        came = {token for _, token in change}
        lost = Counter(borne(gone))
        change.subtract(lost)
        tokens = sorted({token for _, token in change})
        if not tokens:
            return {}
        known, fresh = await self._taken_in(tokens, change)
        numbers = known | fresh
        rows = [
            self._change(numbers[token], change[0, token], change[1, token])
            for token in tokens
            if token in known and (change[0, token] or change[1, token])
        ]
        if rows:
            await self._connection.execute(_COUNT, rows)
        await self._forget_unused(sorted(numbers[token] for token in {token for _, token in lost} - came - {EVERYBODY}))
        return numbers

    def _change(self, number: int, surnames: int, forenames: int) -> dict[str, object]:
        return {"of": self._force, "which": number, "surnames": surnames, "forenames": forenames}

    async def numbers(self, tokens: Sequence[str]) -> dict[str, int]:
        rows = await self._connection.execute(_NUMBERS, {"force": self._force, "tokens": list(tokens)})
        return {row.token: row.no for row in rows}

    async def _taken_in(self, tokens: Sequence[str], change: Counter[tuple[int, str]]) -> tuple[dict[str, int], dict[str, int]]:
        """The numbers of the tokens that were known, and of those that are new: they get a row that counts them, and their keys."""
        known = await self.numbers(tokens)
        if len(known) == len(tokens):
            return known, {}
        if self._connection.dialect.name == "postgresql":
            await self._connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            known = await self.numbers(tokens)
        highest = await self._connection.scalar(_HIGHEST, {"force": self._force})
        following = 1 if highest is None else highest + 1
        fresh = {token: number for number, token in enumerate((token for token in tokens if token not in known and token), following)}
        fresh |= {} if EVERYBODY in known or EVERYBODY not in tokens else {EVERYBODY: 0}
        if fresh:
            await put(self._connection, lexicon, [(self._force, no, one, change[0, one], change[1, one]) for one, no in fresh.items()])
            found_by = sorted(key << _NUMBER | number for token, number in fresh.items() for key in _keys(token))
            await put(self._connection, lexicon_key, [(self._force, one >> _NUMBER, one & _LAST) for one in found_by])
        return known, fresh

    async def _forget_unused(self, numbers: Sequence[int]) -> None:
        """A name that nobody bears any more leaves the lexicon too."""
        if not numbers:
            return
        unused = (await self._connection.execute(_UNUSED, {"force": self._force, "numbers": numbers})).all()
        if unused:
            which = {"force": self._force, "numbers": [row.no for row in unused]}
            await self._connection.execute(_FORGET_KEYS, which | {"keys": sorted({key for row in unused for key in _keys(row.token)})})
            await self._connection.execute(_FORGET, which)


def _far(found: Collection[str], typed: Iterable[str]) -> set[int]:
    """Further keys of the long words that are more than a slip away from all that was found."""
    return {key for token in typed if len(token) >= _LONG and not is_near(token, found) for key in far_keys(token)}


def _keys(token: str) -> Iterable[int]:
    return (_EVERYBODY_S_KEY,) if token == EVERYBODY else keys(token)
