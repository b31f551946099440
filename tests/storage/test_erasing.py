"""Erasing one order leaves no row of it in any table but what says, in ids alone, that something was done."""

from uuid import UUID

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError

import storage.tables
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.orders import PartyRole
from domain.retention import Ground
from services.erasing import Erasure, erase_by_reference
from storage.erasing import DELETIONS, ERASED_BY, STAYS
from storage.metadata import metadata
from storage.tables.contacts import contact_plan
from storage.work import Database
from tests.fakes.clock import NOON
from tests.orders import a_party
from tests.people import ADMIN
from tests.retention import DUE, Office, an_old_order
from tests.trail import trail_of

# Rows of the whole register, of officers and of jobs: nothing in them is about an order.
NOT_OF_AN_ORDER = {
    *("officer", "conversation", "inbox", "action", "mark", "feed_file", "heartbeat", "slot", "alarm", "digest", "duty_absence"),
    *("duty_shift", "duty_offer", "guidance_approval", "guidance_question", "lexicon", "lexicon_key", "indexed_party", "party_name"),
    "quality_figure",
}
# Taken out by what names the order otherwise: itself, its pairs, and rows of the feed that were never taken in.
BY_NAME = {"nmo", "order_link", "person_link", "reject"}
assert storage.tables.__name__


async def erased(database: Database, reference: str, clock: Clock) -> Erasure:
    return await erase_by_reference(database.work, clock, ADMIN, reference, Ground.ORDERED.value)


def test_every_table_is_reached_or_says_why_not() -> None:
    assert set(metadata.tables) - ERASED_BY.keys() - STAYS - NOT_OF_AN_ORDER == BY_NAME


def test_every_deletion_is_of_one_force() -> None:
    assert [name for name, one in DELETIONS.items() if f"{name}.force = " not in str(one)] == []


async def test_nothing_readable_is_left_and_no_id_but_in_what_stays(database: Database) -> None:
    office, order = Office(database), an_old_order()
    await office.holds(order)
    await office.lived(order)
    before = {table for table, _ in await office.left()}
    office.clock.now = DUE
    async with database.work() as uow:
        reach = await uow.erasing.reach(order)
    done = await erased(database, order.reference, office.clock)
    assert {"party", "message", "audit", "indexed_party", "lexicon"} <= before
    assert await office.left() == []
    # A chat may still stand at a question about it: an id, which leads nowhere now.
    assert await tables_naming(database, [*reach.all]) <= STAYS | {"conversation"}
    assert (done.breaches, done.plans) == (1, 1)
    assert min(done.cards, done.lines) > 1


async def tables_naming(database: Database, ids: list[UUID]) -> set[str]:
    async with database.work() as uow:
        rows = {name: (await uow.connection.execute(select(table))).all() for name, table in metadata.tables.items()}
    return {name for name, some in rows.items() if any(str(id) in str(tuple(row)) for row in some for id in ids)}


async def test_the_trail_is_whole_but_for_what_was_typed(database: Database) -> None:
    office, order = Office(database), an_old_order()
    await office.holds(order)
    await office.lived(order)
    before = await trail_of(database)
    office.clock.now = DUE
    await erased(database, order.reference, office.clock)
    after = await trail_of(database)
    assert [(one.seq, one.at, one.actor, one.event, one.subject, one.outcome) for one in after[: len(before)]] == [
        (one.seq, one.at, one.actor, one.event, one.subject, one.outcome) for one in before
    ]
    (last,) = after[len(before) :]
    assert (last.kind, last.event, last.outcome, last.typed) == (AuditKind.ERASURE, "retention:case:erased", "ordered", None)
    assert str(order.id) in last.subject


async def test_the_trail_takes_no_other_change(database: Database) -> None:
    async with database.work() as uow:
        await uow.audit.note(AuditEntry(NOON, ADMIN.id, AuditKind.CONSULTATION, "lookup:orders:searched", "x", typed="words"))
    for change in ("typed = NULL, outcome = 'other'", "actor = id", "subject = ''", "typed = 'x'"):
        with pytest.raises(DBAPIError, match="append-only"):
            async with database.work() as uow:
                await uow.connection.execute(text(f"UPDATE audit SET {change}"))  # noqa: S608 - the test's own words
    with pytest.raises(DBAPIError, match="append-only"):
        async with database.work() as uow:
            await uow.connection.execute(text("DELETE FROM audit"))


async def test_another_order_of_the_same_people_keeps_its_own(database: Database) -> None:
    office = Office(database)
    gone = an_old_order()
    stays = an_old_order(case_no=gone.case_no, applicant=a_party(role=PartyRole.APPLICANT, surname="Applegarth", forenames="Wren"))
    await office.holds(gone)
    await office.holds(stays)
    async with database.work() as uow:
        (plan,) = {*(await uow.contacts.of_orders([gone.id, stays.id])).values()}
    office.clock.now = DUE
    await erased(database, gone.reference, office.clock)
    assert await office.order(gone.reference) is None
    assert await office.order(stays.reference) == stays
    async with database.work() as uow:
        row = (await uow.connection.execute(select(contact_plan.c.order_id, contact_plan.c.party_id))).one()
        assert set((await uow.contacts.of_orders([stays.id])).values()) == {plan}
    assert tuple(row) == (stays.id, stays.applicant.id)


async def test_what_was_found_by_its_name_is_found_no_more(database: Database) -> None:
    office, order = Office(database), an_old_order()
    await office.holds(order)
    office.clock.now = DUE
    await erased(database, order.reference, office.clock)
    said = await office.chat().say("piers quillfeather dob 12/3/85")
    assert "Nothing found in this register" in said
