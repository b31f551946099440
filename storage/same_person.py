"""What officers said of two records, nothing overwritten; and which other orders may be of the same people, found by what is indexed."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Integer, Row, String, and_, bindparam, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.orders import Order, Party, PartyRole
from domain.references import number_of, reference_of
from domain.same_person import Neighbours, PersonLink, Record, Sides, Word, pair_of
from storage.among import among
from storage.beside import columns
from storage.dialects import insert_new
from storage.metadata import Id
from storage.order_rows import words_of
from storage.tables.orders import nmo, party
from storage.tables.same_person import person_link
from storage.tables.search import indexed_party

_WORDS = frozenset(Word)
_KEY = ("force", "one_order", "one_role", "other_order", "other_role", "number")
_FORCE = bindparam("force", type_=String())
# The order asked about is `of` with its role in `first`; the other is `id` with `second`, `third` is its reference.
_AS_ONE = (
    select(
        *columns(
            person_link.c.word,
            of=person_link.c.one_order,
            first=person_link.c.one_role,
            id=person_link.c.other_order,
            second=person_link.c.other_role,
            third=nmo.c.reference,
            number=person_link.c.number,
            at=person_link.c.at,
            by=person_link.c.officer,
        )
    )
    .join(nmo, and_(nmo.c.force == person_link.c.force, nmo.c.id == person_link.c.other_order))
    .where(nmo.c.force == _FORCE, person_link.c.force == _FORCE)
)
_AS_OTHER = (
    select(
        *columns(
            person_link.c.word,
            of=person_link.c.other_order,
            first=person_link.c.other_role,
            id=person_link.c.one_order,
            second=person_link.c.one_role,
            third=nmo.c.reference,
            number=person_link.c.number,
            at=person_link.c.at,
            by=person_link.c.officer,
        )
    )
    .join(nmo, and_(nmo.c.force == person_link.c.force, nmo.c.id == person_link.c.one_order))
    .where(nmo.c.force == _FORCE, person_link.c.force == _FORCE)
)
_MINE, _HIS = indexed_party.alias("mine_indexed_party"), indexed_party.alias("his_indexed_party")
_HERS, _THEIRS = indexed_party.alias("hers_indexed_party"), indexed_party.alias("theirs_indexed_party")
# Applicants of the respondent's forename and date of birth whose respondent has those of the applicant here; the surnames are compared when they are read.
# Of `his` no column stands here that its index by date of birth does not hold: else SQLite, which is told nothing of this table's size, goes through all of it.
_TURNED = select(*columns("turned", number=_HIS.c.no)).where(
    _MINE.c.force == _FORCE,
    _HERS.c.force == _FORCE,
    _HERS.c.no == _MINE.c.no + 1,
    _HIS.c.force == _FORCE,
    _HIS.c.dob == _MINE.c.dob,
    _HIS.c.first == _MINE.c.first,
    _HIS.c.no % 2 == 1,
    _THEIRS.c.force == _FORCE,
    _THEIRS.c.no == _HIS.c.no - 1,
    _THEIRS.c.dob == _HERS.c.dob,
    _THEIRS.c.first == _HERS.c.first,
)
# For the one order `order_id` whose respondent is `respondent` in the index: what asks for a list costs four times as much.
OF_ONE = (
    _AS_ONE.where(person_link.c.one_order == bindparam("order_id", type_=Id())),
    _AS_OTHER.where(person_link.c.other_order == bindparam("order_id", type_=Id())),
    _TURNED.where(_MINE.c.no == bindparam("respondent", type_=Integer())),
)
_ON_CASES = select(*columns("case", id=nmo.c.id, third=nmo.c.reference)).where(nmo.c.force == _FORCE, among(nmo.c.case_no, "cases"))
_BESIDE = union_all(
    _AS_ONE.where(among(person_link.c.one_order, "ids")),
    _AS_OTHER.where(among(person_link.c.other_order, "ids")),
    _TURNED.where(among(_MINE.c.no, "respondents")),
    _ON_CASES,
)
_SIDES = (
    select(
        party.c.order_id,
        nmo.c.reference,
        nmo.c.case_no,
        party.c.role,
        party.c.id,
        party.c.surname,
        party.c.forenames,
        party.c.dob,
        party.c.withheld,
        party.c.confidential,
    )
    .join(nmo, and_(nmo.c.force == party.c.force, nmo.c.id == party.c.order_id))
    .where(nmo.c.force == _FORCE, party.c.force == _FORCE, among(nmo.c.reference, "references"))
)


class SamePerson:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def note(self, link: PersonLink) -> bool:
        """False where somebody else has given this pair the same number."""
        one, other = pair_of(link.one, link.other)
        row = {
            "force": self._force,
            "one_order": one.order,
            "one_role": one.role.value,
            "other_order": other.order,
            "other_role": other.role.value,
        }
        row |= {"number": link.number, "word": link.word.value, "officer": link.officer, "at": link.at}
        return bool((await self._connection.execute(insert_new(self._connection, person_link, _KEY), row)).rowcount)

    async def beside(self, orders: Collection[Order]) -> Neighbours:
        """What was said of the people of these orders, and the orders that share a case or two people with one of them."""
        if not orders:
            return Neighbours()
        given = {"ids": [one.id for one in orders], "respondents": [respondent_of(one) for one in orders]}
        cases = sorted({one.case_no for one in orders})
        rows = (await self._connection.execute(_BESIDE, {"force": self._force, "cases": cases, **given})).all()
        return neighbours_of(rows, orders)

    async def sides(self, references: Collection[str]) -> tuple[Sides, ...]:
        """Names and dates of birth alone: where somebody is, and how to reach them, is not read."""
        if not references:
            return ()
        rows = await self._connection.execute(_SIDES, {"force": self._force, "references": sorted(references)})
        found: dict[UUID, list[Any]] = defaultdict(list)
        for row in rows.all():
            found[row.order_id].append(row)
        return tuple(_sides_of(some) for some in found.values() if len(some) == 2)


def respondent_of(order: Order) -> int:
    """The number of an order's respondent in the search index."""
    return 2 * number_of(order.reference)


def neighbours_of(rows: Iterable[Row[Any]], orders: Iterable[Order]) -> Neighbours:
    """Of rows in the shape of `storage.beside`, those that came from here."""
    told = {one.id: one.reference for one in orders}
    links, references = [], set[str]()
    for row in rows:
        if row.what in _WORDS:
            links.append(_link_of(row, told))
            references.add(row.third)
        elif row.what == "turned":
            references.add(reference_of(row.number >> 1, "NMO"))
        elif row.what == "case":
            references.add(row.third)
    return Neighbours(tuple(dict.fromkeys(links)), frozenset(references - set(told.values())))


def _link_of(row: Any, told: dict[UUID, str]) -> PersonLink:
    mine, theirs = Record(row.of, PartyRole(row.first)), Record(row.id, PartyRole(row.second))
    names = {mine: told[row.of], theirs: row.third}
    one, other = pair_of(mine, theirs)
    return PersonLink(one, other, Word(row.what), row.by, row.at, row.number, names[one], names[other])


def _sides_of(rows: Sequence[Any]) -> Sides:
    people = {row.role: _person_of(row) for row in rows}
    return Sides(rows[0].order_id, rows[0].reference, rows[0].case_no, people["respondent"], people["applicant"])


def _person_of(row: Any) -> Party:
    return Party(
        id=row.id,
        role=PartyRole(row.role),
        surname=row.surname,
        forenames=row.forenames,
        dob=row.dob,
        withheld=words_of(row.withheld),
        confidential=words_of(row.confidential),
    )
