"""The register keeps every version, opens only for its own force, and holds the papers."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from domain.documents import Document, DocumentKind
from domain.errors import Outdated
from domain.orders import Change, PartyRole
from storage.work import Database
from tests.orders import a_party, an_order

LATER = datetime(2026, 6, 9, 6, 0, tzinfo=UTC)


async def test_an_order_comes_back_as_it_was_saved(database: Database) -> None:
    applicant = a_party(
        role=PartyRole.APPLICANT,
        phone=None,
        withheld=frozenset({"phone"}),
        confidential=frozenset({"postcode"}),
        dob=None,
        dob_raw="12 Mar '87",
    )
    order = an_order(
        applicant=applicant, return_hearing_on=date(2026, 6, 29), discharged_at=LATER, needs_review="look", familyman_no="LS25F00442"
    )
    async with database.work() as uow:
        await uow.orders.save_many([order, an_order()])
    async with database.work() as uow:
        assert await uow.orders.get(order.id) == order
        assert await uow.orders.by_reference(order.reference) == order
        assert await uow.orders.by_case(order.case_no) == [order]
        assert await uow.orders.by_case("LS25F00442") == [order]
        assert await uow.orders.get(uuid4()) is None


async def test_orders_come_in_the_sequence_they_are_asked_for(database: Database) -> None:
    first, second = an_order(), an_order()
    async with database.work() as uow:
        await uow.orders.save_many([first, second])
        assert await uow.orders.many([second.id, uuid4(), first.id]) == [second, first]


async def test_a_change_keeps_the_version_before_it(database: Database) -> None:
    order = an_order()
    moved = replace(order, respondent=replace(order.respondent, address1="9 Pound Lane"), expires_at=LATER)
    async with database.work() as uow:
        await uow.orders.save_many([order])
        after = await uow.orders.update(moved, LATER)
        last = await uow.orders.update(replace(after, court_name=None), LATER)
    async with database.work() as uow:
        assert await uow.orders.get(order.id) == last
        assert last.version == 3
        assert await uow.orders.versions(order.id) == [order, after]


async def test_a_variation_comes_back_with_when_it_began_to_govern(database: Database) -> None:
    order = an_order()
    varied = replace(order, variation=1, change=Change.VARIED, changed_on=date(2026, 7, 1), changed_at=LATER)
    async with database.work() as uow:
        await uow.orders.save_many([order])
        second = await uow.orders.update(varied, LATER)
        await uow.orders.update(replace(second, variation=2, change=Change.EXTENDED, changed_at=None), LATER)
    async with database.work() as uow:
        assert await uow.orders.versions(order.id) == [order, second]
        assert await uow.orders.get(order.id) == replace(second, version=3, variation=2, change=Change.EXTENDED, changed_at=None)


async def test_a_change_to_what_somebody_else_changed_first_is_refused(database: Database) -> None:
    order = an_order()
    async with database.work() as uow:
        await uow.orders.save_many([order])
        await uow.orders.update(replace(order, court_name="Family Court at Otherham"), LATER)
    with pytest.raises(Outdated):
        async with database.work() as uow:
            await uow.orders.update(replace(order, court_name="Family Court at Thirdham"), LATER)


async def test_one_identity_is_one_order(database: Database) -> None:
    order = an_order()
    async with database.work() as uow:
        await uow.orders.save_many([order])
    with pytest.raises(IntegrityError):
        async with database.work() as uow:
            await uow.orders.save_many([an_order(case_no=order.case_no, file_name=order.file_name)])


async def test_where_a_person_lives_does_not_stand_open_in_the_rows(database: Database) -> None:
    async with database.work() as uow:
        await uow.orders.save_many([an_order()])
        rows = (await uow.connection.execute(text("SELECT * FROM party"))).all()
    assert "Marlow" in str(rows)
    assert "Cobbler" not in str(rows)
    assert "900456" not in str(rows)


async def test_the_order_s_paper_does_not_stand_open_in_the_rows(database: Database) -> None:
    order, content = an_order(), b"%PDF-1.7 must not go to Cobbler's Yard %%EOF"
    paper = Document(uuid4(), order.id, DocumentKind.ORDER, order.file_name, sha256(content).hexdigest(), LATER, content)
    async with database.work() as uow:
        await uow.orders.save_many([order])
        await uow.orders.add_documents([paper])
        (row,) = (await uow.connection.execute(text("SELECT * FROM document"))).all()
        opened = await uow.orders.document(order.id)
    held = bytes(row.content)
    assert opened == paper
    assert len(held) > len(content)
    assert not [part for part in content.split() if part in held and len(part) > len(b"not")]
    assert "Cobbler" not in str(row)


async def test_the_newest_paper_is_the_one_shown(database: Database) -> None:
    order = an_order()
    old = Document(uuid4(), order.id, DocumentKind.ORDER, order.file_name, sha256(b"%PDF-old").hexdigest(), LATER, b"%PDF-old")
    new = replace(old, id=uuid4(), sha256=sha256(b"%PDF-new").hexdigest(), at=LATER + timedelta(days=1), content=b"%PDF-new")
    welsh = replace(old, id=uuid4(), kind=DocumentKind.WELSH, sha256=sha256(b"%PDF-cy").hexdigest(), content=b"%PDF-cy")
    async with database.work() as uow:
        await uow.orders.save_many([order])
        await uow.orders.add_documents([old, welsh])
        await uow.orders.add_documents([new, replace(old, id=uuid4())])
        assert await uow.orders.document(order.id) == new
        assert await uow.orders.document(order.id, DocumentKind.WELSH) == welsh
        assert await uow.orders.document(uuid4()) is None


async def test_what_is_held_of_a_case_tells_its_papers_and_the_row_it_came_from(database: Database) -> None:
    order = an_order()
    paper = Document(uuid4(), order.id, DocumentKind.ORDER, order.file_name, "ab" * 32, LATER, b"%PDF")
    async with database.work() as uow:
        await uow.orders.save_many([order], {order.id: b"digest"})
        await uow.orders.add_documents([paper])
        known = await uow.orders.known([order.case_no, "nothing"])
        assert await uow.orders.taken([order.reference, "NMO-222222"]) == {order.reference}
    assert list(known) == [(order.case_no, order.file_name)]
    found = known[order.case_no, order.file_name]
    assert (found.id, found.digest, found.papers) == (order.id, b"digest", frozenset({"ab" * 32}))


async def test_a_confirmation_never_goes_back_in_time(database: Database) -> None:
    order = an_order()
    async with database.work() as uow:
        await uow.orders.save_many([order])
        await uow.orders.confirm([order.id], LATER)
        await uow.orders.confirm([order.id], LATER - timedelta(days=3))
        confirmed = await uow.orders.get(order.id)
    assert confirmed == replace(order, confirmed_at=LATER)
