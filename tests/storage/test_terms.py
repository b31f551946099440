"""Every version of an order's terms is kept sealed, and the newest counts."""

from dataclasses import replace
from uuid import uuid4

from sqlalchemy import text

from domain.papers import Condition, Draft, NotRead, Read, Term
from domain.terms import OrderTerms, TermsState
from storage.work import Database
from tests.databases import beside
from tests.fakes.clock import NOON
from tests.people import DESK

DRAFT = Draft(
    {Term.MADE_ON: Read("2026-06-01", "made on 1 June 2026")},
    (Condition("1", "The respondent must not go to Hollin Bank."),),
    ("except to church",),
    ("Condition 2 does not end like a sentence.",),
)


async def test_the_newest_version_counts_and_a_version_is_given_once(database: Database) -> None:
    order = uuid4()
    first = OrderTerms(order, 1, TermsState.DRAFT, "ab" * 32, DESK.id, NOON, DRAFT)
    checked = replace(first, version=2, state=TermsState.CHECKED)
    later = replace(first, version=3, draft=Draft(not_read=NotRead.IMAGES))
    async with database.work() as uow:
        assert [await uow.terms.note(one) for one in (first, checked, checked, later)] == [True, True, False, True]
        assert await uow.terms.versions(order) == [first, checked, later]
        assert await uow.terms.newest(order) == later
        assert await uow.terms.newest_checked(order) == checked
        assert await uow.terms.newest(uuid4()) is await uow.terms.newest_checked(uuid4()) is None
    async with beside(database, "next-door") as neighbour, neighbour.work() as uow:
        assert await uow.terms.newest(order) is None


async def test_no_word_of_the_terms_stands_in_the_open(database: Database) -> None:
    terms = OrderTerms(uuid4(), 1, TermsState.DRAFT, "ab" * 32, DESK.id, NOON, DRAFT)
    async with database.work() as uow:
        await uow.terms.note(terms)
        rows = (await uow.connection.execute(text("SELECT * FROM order_terms"))).all()
    assert b"Hollin" not in b"".join(bytes(value) for row in rows for value in row if isinstance(value, bytes | memoryview))
