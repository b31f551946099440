"""Service and awareness are kept as they come to be known, apart from each other, and nothing that was said stands open."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from demo.feed import write_feed
from demo.force import demo_orders
from domain.clock import Clock
from domain.errors import NotAllowed, NotFound, Unreadable
from domain.evidence import Evidence, EvidenceKind, Given, How, Source
from domain.officers import Actor, Officer
from domain.orders import Order
from services.breaches import Breaches
from services.evidence import add, of_order
from services.feed import import_feed
from storage.feed_source import open_feed
from storage.work import Database, UnitOfWork
from tests.breaches import KNOWN, NOW, FollowUpSeen, changed
from tests.fakes.clock import FrozenClock
from tests.orders import an_order
from tests.people import ADMIN, AUDITOR, DESK, LEFT, RESPONSE
from tests.telling import told

CLOCK = FrozenClock(NOW)
TOLD = Given(EvidenceKind.AWARENESS, How.TOLD_BY_OFFICER, at=NOW - timedelta(days=1), by_whom="PC Loom", words="He said he had read it.")


async def no_plans(uow: UnitOfWork, clock: Clock, actor: Actor, orders: Sequence[Order]) -> None:
    """These tests are about the evidence alone."""


async def an_order_held(database: Database) -> Order:
    order = an_order()
    async with database.work() as uow:
        await uow.orders.save_many([order])
    return order


async def read(database: Database, order: UUID) -> list[Evidence]:
    return await of_order(database.work, CLOCK, RESPONSE, order)


async def test_what_an_officer_adds_is_read_back_with_who_when_and_source(database: Database) -> None:
    order = await an_order_held(database)
    service = replace(TOLD, kind=EvidenceKind.SERVICE, how=How.PERSONAL, at=None, on=date(2026, 6, 3))
    made = [await add(database.work, CLOCK, RESPONSE, order.id, one) for one in (TOLD, service)]
    assert sorted(await read(database, order.id), key=lambda one: one.id) == sorted(made, key=lambda one: one.id)
    assert [(one.source, one.recorded_by, one.recorded_at, one.by_whom) for one in made] == 2 * [
        (Source.OFFICER, RESPONSE.id, NOW, "PC Loom")
    ]


async def test_what_was_said_does_not_stand_open_in_the_rows_nor_on_the_trail(database: Database) -> None:
    order = await an_order_held(database)
    made = await add(database.work, CLOCK, RESPONSE, order.id, TOLD)
    async with database.work() as uow:
        assert "Loom" not in str((await uow.connection.execute(text("SELECT * FROM evidence"))).all())
        trail = [(entry.event, entry.subject) for entry in await uow.audit.since()]
    assert trail == [("evidence:awareness:added", f"{made.id};{order.id};{order.respondent.id};{order.applicant.id}")]


async def test_reading_it_leaves_a_line_that_names_order_and_evidence(database: Database) -> None:
    order = await an_order_held(database)
    made = await add(database.work, CLOCK, RESPONSE, order.id, TOLD)
    await read(database, order.id)
    async with database.reading() as uow:
        last = (await uow.audit.since())[-1]
    assert (last.event, last.subject) == ("evidence:order:read", f"{order.id};{made.id}")


async def test_the_court_feeds_served_copy_is_evidence_of_service_once(database: Database, tmp_path: Path) -> None:
    made = [replace(one, served=False) for one in demo_orders(date(2026, 11, 18), 2)]
    for day, orders in enumerate([made, [replace(made[0], served=True), made[1]], [replace(made[0], served=True), made[1]]]):
        write_feed(tmp_path / str(day), orders, 0, date(2026, 11, 18 + day))
        with open_feed(tmp_path / str(day)) as source:
            await import_feed(database.work, CLOCK, DESK, source, no_plans)
    async with database.work() as uow:
        held = [await uow.evidence.of_order(order.id) for one in made for order in await uow.orders.by_case(one.case_no)]
    assert [[(one.kind, one.source, one.how, one.on) for one in some] for some in held] == [
        [(EvidenceKind.SERVICE, Source.COURT_FEED, How.OTHER, None)],
        [],
    ]


async def test_how_he_knew_as_a_breach_tells_it_is_evidence_from_then_on(database: Database) -> None:
    order = await an_order_held(database)
    breaches = Breaches(database.work, CLOCK, FollowUpSeen())
    draft = await told(breaches, RESPONSE, order.id, *changed({**KNOWN, "awareness": "served,own_words"}, at=3))
    assert await read(database, order.id) == []
    await breaches.confirm(RESPONSE, draft.id, draft.etag)
    held = {(one.kind, one.how, one.source, one.words) for one in await read(database, order.id)}
    assert held == {
        (EvidenceKind.SERVICE, How.OTHER, Source.BREACH_RECORD, ""),
        (EvidenceKind.AWARENESS, How.OWN_WORDS, Source.BREACH_RECORD, ""),
    }


@pytest.mark.parametrize("given", [replace(TOLD, at=NOW + timedelta(minutes=1)), replace(TOLD, at=None, on=date(2026, 11, 23))])
async def test_a_time_still_to_come_is_refused(database: Database, given: Given) -> None:
    order = await an_order_held(database)
    with pytest.raises(Unreadable):
        await add(database.work, CLOCK, RESPONSE, order.id, given)
    assert await read(database, order.id) == []


async def test_an_order_that_is_gone_takes_no_evidence(database: Database) -> None:
    with pytest.raises(NotFound):
        await add(database.work, CLOCK, RESPONSE, uuid4(), TOLD)


@pytest.mark.parametrize("officer", [ADMIN, AUDITOR, LEFT])
async def test_a_role_without_the_permission_neither_reads_nor_adds(database: Database, officer: Officer) -> None:
    with pytest.raises(NotAllowed):
        await add(database.work, CLOCK, officer, uuid4(), TOLD)
    with pytest.raises(NotAllowed):
        await of_order(database.work, CLOCK, officer, uuid4())
