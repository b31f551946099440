"""Whoever asked is told when an order changes, in words that are the same for every order; and nobody else is."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from bot.cards.notices import CHANGED_HEADING, OPEN_IT
from demo.feed import write_feed
from demo.force import demo_orders
from demo.orders import MadeOrder
from domain.clock import Clock
from domain.errors import NotAllowed, NotFound
from domain.officers import Actor, Officer
from domain.orders import Order
from domain.outbox import CHANGED, LINKED, Outgoing, State, Unreachable
from domain.reviews import Relation
from services import reviews
from services.feed import import_feed
from services.watches import unwatch, watch
from storage.feed_source import open_feed
from storage.work import Database, UnitOfWork
from tests.fakes.clock import FrozenClock
from tests.fakes.talk import buttons, words
from tests.orders import an_order
from tests.people import ADMIN, AUDITOR, DESK, EVERYONE, LEFT, NEIGHBOUR, RESPONSE
from tests.reminding import Register
from tests.trail import trail_of

CLOCK = FrozenClock()
DAY = date(2026, 11, 18)


async def no_plans(uow: UnitOfWork, clock: Clock, actor: Actor, orders: Sequence[Order]) -> None:
    """These tests are about the notices alone."""


async def hold(database: Database, *orders: Order) -> None:
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many(orders)


async def planned(database: Database, order: UUID) -> list[Outgoing]:
    async with database.reading() as uow:
        return await uow.outbox.of_plan(order)


async def bring_in(database: Database, folder: Path, day: int, *orders: MadeOrder) -> None:
    write_feed(folder / str(day), orders, 0, DAY + timedelta(days=day))
    with open_feed(folder / str(day)) as source:
        await import_feed(database.work, CLOCK, DESK, source, no_plans)


async def the_order(database: Database, case_no: str) -> Order:
    async with database.work() as uow:
        return (await uow.orders.by_case(case_no))[0]


async def test_a_change_by_the_court_feed_is_planned_for_each_officer_who_asked_in_the_same_transaction(
    database: Database, tmp_path: Path
) -> None:
    made, other = demo_orders(DAY, 2)
    await bring_in(database, tmp_path, 0, made, other)
    order = await the_order(database, made.case_no)
    for officer in (RESPONSE, NEIGHBOUR):
        await watch(database.work, CLOCK, officer, order.id)
    await bring_in(database, tmp_path, 1, made, other)
    assert await planned(database, order.id) == []
    await bring_in(database, tmp_path, 2, replace(made, court="Family Court at Otherham"), other)
    rows = await planned(database, order.id)
    assert {(row.stage, row.occurrence, row.recipient, row.state) for row in rows} == {
        (CHANGED, 2, officer.id, State.PENDING) for officer in (RESPONSE, NEIGHBOUR)
    }
    assert await planned(database, (await the_order(database, other.case_no)).id) == []


async def test_what_is_decided_of_two_orders_of_a_case_is_told_each_time(database: Database) -> None:
    earlier = an_order()
    later = an_order(case_no=earlier.case_no, made_on=date(2026, 9, 1))
    await hold(database, earlier, later)
    await watch(database.work, CLOCK, RESPONSE, earlier.id)
    await reviews.decide(database.work, CLOCK, DESK, later.id, earlier.id, Relation.REPLACES)
    await reviews.decide(database.work, CLOCK, DESK, later.id, earlier.id, Relation.EXTENDS, "replaces")
    assert [(row.stage, row.recipient) for row in await planned(database, earlier.id)] == 2 * [(LINKED, RESPONSE.id)]
    assert await planned(database, later.id) == []


async def test_whoever_stopped_it_is_told_nothing_more(database: Database) -> None:
    earlier = an_order()
    later = an_order(case_no=earlier.case_no, made_on=date(2026, 9, 1))
    await hold(database, earlier, later)
    await watch(database.work, CLOCK, RESPONSE, earlier.id)
    await unwatch(database.work, CLOCK, RESPONSE, earlier.id)
    await reviews.decide(database.work, CLOCK, DESK, later.id, earlier.id, Relation.REPLACES)
    assert await planned(database, earlier.id) == []
    events = [(entry.event, entry.subject) for entry in await trail_of(database)]
    assert events[:2] == [("watch:order:started", str(earlier.id)), ("watch:order:ended", str(earlier.id))]


async def test_an_order_that_is_gone_cannot_be_watched(database: Database) -> None:
    with pytest.raises(NotFound):
        await watch(database.work, CLOCK, RESPONSE, uuid4())


@pytest.mark.parametrize("officer", [AUDITOR, ADMIN, LEFT])
async def test_a_role_that_may_not_look_up_is_told_of_nothing(database: Database, officer: Officer) -> None:
    with pytest.raises(NotAllowed):
        await watch(database.work, CLOCK, officer, uuid4())
    with pytest.raises(NotAllowed):
        await unwatch(database.work, CLOCK, officer, uuid4())


async def decided(register: Register) -> tuple[Order, Order]:
    """An order that RESPONSE watches, and a decision about it; no contact plan stands in the way."""
    earlier = an_order(expires_at=datetime(2027, 5, 1, tzinfo=UTC))
    later = an_order(case_no=earlier.case_no, made_on=date(2026, 9, 1))
    await hold(register.database, earlier, later)
    await watch(register.database.work, register.clock, RESPONSE, earlier.id)
    await reviews.decide(register.database.work, register.clock, DESK, later.id, earlier.id, Relation.REPLACES)
    return earlier, later


async def test_the_notice_arrives_once_and_names_nobody(database: Database) -> None:
    register = Register(database)
    earlier, _ = await decided(register)
    await register.dispatched()
    await register.dispatched()
    (arrived,) = register.messenger.arrived
    assert (arrived.recipient, arrived.drawn.about) == (RESPONSE.id, frozenset({str(earlier.id)}))
    (attachment,) = arrived.drawn.activity["attachments"]
    assert list(words(attachment["content"])) == ["OFFICIAL-SENSITIVE", CHANGED_HEADING, earlier.reference, OPEN_IT]
    assert [title for title, _ in buttons(attachment["content"])] == ["Show the order", "Stop telling me"]
    assert [word for word in ("Smith", "Marlow", earlier.case_no) if word in str(arrived.drawn.activity)] == []
    on_a_locked_phone = (arrived.drawn.activity["summary"], attachment["content"]["speak"], attachment["content"]["fallbackText"])
    assert earlier.reference not in str(on_a_locked_phone)
    assert [(action.verb, action.object) for action in arrived.drawn.actions] == [
        ("order:open", str(earlier.id)),
        ("order:unwatch", str(earlier.id)),
    ]
    assert [row.state for row in await planned(database, earlier.id)] == [State.SENT]


async def test_the_sending_is_on_the_trail_before_and_after(database: Database) -> None:
    register = Register(database)
    earlier, _ = await decided(register)
    await register.dispatched()
    sent = [entry for entry in await trail_of(database) if entry.event == "notice:order:send"]
    assert [(one.subject, one.outcome, one.recipient) for one in sent] == [
        (str(earlier.id), "intended", str(RESPONSE.id)),
        (str(earlier.id), "sent", str(RESPONSE.id)),
    ]


async def test_a_notice_to_somebody_who_has_left_is_dropped(database: Database) -> None:
    register = Register(database)
    earlier, _ = await decided(register)
    await register.leave(RESPONSE)
    await register.dispatched()
    assert (register.messenger.arrived, [row.state for row in await planned(database, earlier.id)]) == ([], [State.CANCELLED])


async def test_a_notice_that_cannot_be_delivered_is_no_supervisors_matter(database: Database) -> None:
    register = Register(database)
    earlier, _ = await decided(register)
    register.messenger.trouble[RESPONSE.id] = [Unreachable("blocked")]
    await register.dispatched()
    await register.dispatched()
    assert (register.messenger.arrived, [row.state for row in await planned(database, earlier.id)]) == ([], [State.DEAD])
