"""One look-up's way through the index: cheap numbers first, whole parties only of those that come near."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, bindparam, literal_column, or_, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.agreements import dob_points
from domain.faint import SMALL_REGISTER
from domain.name_matching import Register
from domain.name_odds import FORENAME, SURNAME
from domain.particulars import Particulars
from domain.scoring import Candidate, Hit
from storage.among import among
from storage.lexicon import Near
from storage.near_names import NO_LISTS, NearNames
from storage.search_rows import candidate_of, day_number, found_by_of, words
from storage.tables.search import indexed_party, party_name

_SHORT_LIST = 48
# Of those who share an initial and a surname no more is known until the other forenames are read.
_BY_INITIALS = 400
_TOO_FAR = 18.0
# In a register so small whoever bears one of the names is looked for by a walk through all of it, which takes a millisecond or two, where nobody nearer is held.
_HARDLY = 10.0
_GOOD_ENOUGH = 22.0
_FORCE = bindparam("force", type_=party_name.c.force.type)
# A limit that is bound makes SQLite plan the statement anew at every run, which costs more than the run.
_MOST_NAMES: ColumnElement[int] = literal_column("4000")
_MOST_BY_DAY: ColumnElement[int] = literal_column("400")
_BEARERS = select(party_name.c.surname, party_name.c.forename, party_name.c.no, party_name.c.dob).where(party_name.c.force == _FORCE)
# Whoever was born on a day, whatever the name: in the shape of the bearers of a name, so that one statement asks for both.
_BORN = select(indexed_party.c.last, indexed_party.c.first, indexed_party.c.no, indexed_party.c.dob).where(indexed_party.c.force == _FORCE)
_YEAR, _MONTH, _DAY = (bindparam(name, type_=Integer()) for name in ("year", "month", "day"))
_BORN_ON = party_name.c.dob
# Two parts of the date agree, or it is one of the days typed, or none is held: all that a slip in the date can be.
_SLIP_AWAY = or_(
    and_(_BORN_ON % 100 == _DAY, _BORN_ON // 100 % 100 == _MONTH),
    and_(_BORN_ON // 10_000 == _YEAR, or_(_BORN_ON % 100 == _DAY, _BORN_ON // 100 % 100 == _MONTH)),
    among(_BORN_ON, "days"),
    _BORN_ON.is_(None),
)


def _near(*about_dob: ColumnElement[bool]) -> tuple[Any, ...]:
    bearers = _BEARERS.where(*about_dob)
    return (
        bearers.where(among(party_name.c.surname, "further_forenames"), among(party_name.c.forename, "first_forenames")),
        bearers.where(among(party_name.c.surname, "nearest_surnames"), among(party_name.c.forename, "near_forenames")),
        bearers.where(among(party_name.c.surname, "further_surnames"), among(party_name.c.forename, "nearest_forenames")),
        bearers.where(among(party_name.c.surname, "turned_surnames"), among(party_name.c.forename, "turned_forenames")),
        bearers.where(among(party_name.c.surname, "rare_surnames")),
        _BORN.where(among(indexed_party.c.dob, "days")),
    )


# Those born on the day typed are found without their names.
_FAR_NAMES = (
    _BEARERS.where(among(party_name.c.surname, "far_surnames"), among(party_name.c.forename, "likeliest_forenames")),
    _BEARERS.where(among(party_name.c.surname, "likeliest_surnames"), among(party_name.c.forename, "far_forenames")),
)
_BY_NAME, _BY_NAME_AND_DAY = (union_all(*some).limit(_MOST_NAMES) for some in ((*_near(), *_FAR_NAMES), _near(_SLIP_AWAY)))
_EITHER_NAME = or_(among(indexed_party.c.first, "forenames"), among(indexed_party.c.last, "surnames"))
_BY_NEAR_DAY = _BORN.where(among(indexed_party.c.dob, "days"), _EITHER_NAME).limit(_MOST_BY_DAY)
_BY_EITHER_NAME = _BORN.where(_EITHER_NAME).limit(_MOST_BY_DAY)
_NUMBERS = select(indexed_party.c.no).where(indexed_party.c.force == _FORCE)


def _by_whole(particular: str) -> Any:
    """`by` is the column that agrees."""
    column = indexed_party.c[particular]
    by: ColumnElement[str] = literal_column(f"'{particular}'").label("by")
    return _NUMBERS.add_columns(by).where(column == bindparam(particular, type_=column.type))


_BY_WHOLE = union_all(*map(_by_whole, ("home", "phone", "email", "postcode"))).limit(_MOST_BY_DAY)
# The postcode is compared besides, so it is no hit of its own.
_HITS = {"home": {Hit.HOME}, "phone": {Hit.PHONE}, "email": {Hit.EMAIL}, "postcode": set[Hit]()}
_PARTIES = select(indexed_party.c.no, indexed_party.c.names, indexed_party.c.dob, indexed_party.c.postcode).where(
    indexed_party.c.force == _FORCE, among(indexed_party.c.no, "numbers")
)


class Asking:
    def __init__(self, connection: AsyncConnection, force: str, asked: Particulars, near: Near, register: Register) -> None:
        self._connection = connection
        self._force = force
        self._asked = asked
        self._near = near
        self._register = register
        self._names = NearNames(register, near)
        self._worth: dict[int, float] = {}
        self._hits: dict[int, set[Hit]] = {}

    async def everybody(self) -> tuple[Candidate, ...]:
        await self._by_name_and_day()
        await self._by_whole_particulars()
        if self._names.forenames and self._best < _GOOD_ENOUGH:
            await self._by_near_day()
        if self._near.parties <= SMALL_REGISTER and self._best < _HARDLY:
            await self._by_one_name()
        chosen = self._short_list()
        rows = await self._rows(_PARTIES, numbers=sorted({*chosen, *self._hits}))
        known = set(chosen)
        return tuple(candidate_of(row, frozenset(self._hits.get(row[0], ()))) for row in rows if row[0] in known or self._may_be_meant(row))

    def _may_be_meant(self, row: Any) -> bool:
        """A postcode is shared by a hundred: whoever is found by it alone must have a name near one that was typed, if any was."""
        return bool(self._hits[row[0]]) or not self._asked.name_tokens or not self._names.alike.isdisjoint(words(row.names))

    def _short_list(self) -> list[int]:
        """Whoever is so far behind the best that nothing read later would bring them near is not read at all."""
        least = self._best - _TOO_FAR
        near = [no for no, worth in self._worth.items() if worth >= least]
        most = _BY_INITIALS if self._names.by_initials else _SHORT_LIST
        return sorted(near, key=lambda no: (-self._worth[no], no))[:most]

    async def _by_name_and_day(self) -> None:
        """Of many who bear a common name, those born on another day altogether are read only where nobody nearer is found."""
        dob, named = self._asked.dob, len(self._asked.name_tokens) > 1
        lists = self._names.lists if named else NO_LISTS
        days = [] if dob is None else [day_number(day) for day in (dob.day, dob.swapped) if day is not None]
        if dob is not None and dob.day is not None:
            parts = {"year": dob.day.year, "month": dob.day.month, "day": dob.day.day}
            self._weigh(await self._rows(_BY_NAME_AND_DAY, **lists, **parts, days=days))
        if named and self._best < _GOOD_ENOUGH:
            self._weigh(await self._rows(_BY_NAME, **lists, days=[]))

    @property
    def _best(self) -> float:
        return max(self._worth.values(), default=0.0)

    async def _by_near_day(self) -> None:
        """A married name or an unknown pet form, and a wrong date: whoever has one of the names and was born on a day of which one part agrees."""
        dob = self._asked.dob
        if dob is not None and dob.day is not None:
            names = {"forenames": self._names.forenames[:8], "surnames": self._names.surnames[:4]}
            self._weigh(await self._rows(_BY_NEAR_DAY, days=near_days(dob.day), **names))

    async def _by_one_name(self) -> None:
        """The other name may be another altogether: forenames and surnames are exchanged, borrowed and left out."""
        surnames, forenames = (self._names.borne_by_few(side) for side in (SURNAME, FORENAME))
        if surnames or forenames:
            self._weigh(await self._rows(_BY_EITHER_NAME, surnames=surnames, forenames=forenames))

    def _weigh(self, rows: Sequence[Any]) -> None:
        """There may be thousands, of few names and days: each is reckoned once."""
        names, asked, worth = self._names, self._asked, self._worth
        paired = self._paired(rows)
        by_name: dict[tuple[int | None, int | None], float] = {}
        by_day: dict[int | None, float] = {}
        for surname, forename, no, dob in rows:
            name, day = by_name.get((surname, forename)), by_day.get(dob)
            if name is None:
                name = by_name[surname, forename] = names.worth(surname or 0, forename or 0)
            if no in paired:
                name = max(name, names.family(surname or 0) + paired[no])
            if day is None:
                day = by_day[dob] = asked.age.points(dob) if asked.age else dob_points(asked.dob, dob)
            if name + day > worth.get(no, -99.0):
                worth[no] = name + day

    def _paired(self, rows: Sequence[Any]) -> dict[int, float]:
        """What two forenames that agree are worth, of whoever bears both."""
        if not self._names.pairs:
            return {}
        pairs = ((no, self._names.paired(-surname, forename)) for surname, forename, no, _ in rows if (surname or 0) < 0)
        return dict(sorted(pairs, key=lambda pair: pair[1]))

    async def _by_whole_particulars(self) -> None:
        asked = self._asked
        found_by = found_by_of(asked.postcode, asked.home, asked.phone, asked.email)
        if any(found_by):
            for no, by in await self._rows(_BY_WHOLE, **found_by._asdict()):
                self._hits.setdefault(no, set()).update(_HITS[by])

    async def _rows(self, statement: Any, **values: Any) -> Sequence[Any]:
        return (await self._connection.execute(statement, {"force": self._force, **values})).all()


def near_days(day: date) -> list[int]:
    """Every day of which one part differs, as numbers; a few of them are no days, and nobody was born on those."""
    number = day.year * 10_000 + day.month * 100 + day.day
    years = [(day.year + step) * 10_000 + number % 10_000 for step in range(-50, 51) if step]
    months = [day.year * 10_000 + month * 100 + day.day for month in range(1, 13) if month != day.month]
    days = [number - day.day + one for one in range(1, 32) if one != day.day]
    return sorted(years + months + days)
