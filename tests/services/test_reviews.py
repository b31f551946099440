"""The orders desk says how the orders of a case stand to each other; the papers stay as they are."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.audit import AuditKind
from domain.errors import NotAllowed, NotFound, Outdated
from domain.feed import SECOND_ORDER
from domain.officers import Officer
from domain.orders import Order
from domain.reviews import Relation
from services import lookups, reviews
from storage.work import Database
from tests.fakes.clock import NOON, FrozenClock
from tests.orders import an_order
from tests.people import ADMIN, AUDITOR, DESK, RESPONSE, SUPERVISOR, VLO
from tests.trail import trail_of

CLOCK = FrozenClock()
CASE = "1712345678901234"


async def held(database: Database, number: int = 2) -> list[Order]:
    """Orders of one case, made a month apart, as the feed leaves them."""
    made = an_order().made_on
    assert made is not None
    orders = [
        an_order(case_no=CASE, made_on=made + timedelta(days=30 * at), needs_review=SECOND_ORDER, applicant=an_order().applicant)
        for at in range(number)
    ]
    async with database.work() as uow:
        await uow.orders.save_many([*orders, an_order()])
    return orders


async def now(database: Database, *orders: Order) -> list[Order]:
    async with database.reading() as uow:
        return await uow.orders.many([one.id for one in orders])


async def decide(
    database: Database, later: Order, earlier: Order, said: Relation = Relation.REPLACES, seen: str = "", by: Officer = DESK
) -> None:
    await reviews.decide(database.work, CLOCK, by, later.id, earlier.id, said, seen)


async def test_cases_that_wait_are_listed_whole_and_once(database: Database) -> None:
    first, second = await held(database)
    queue = await reviews.waiting(database.work, CLOCK, DESK)
    assert [case.orders for case in queue.cases] == [(first, second)]
    assert (queue.feed_as_of, queue.days_without) == (None, ())


async def test_orders_in_force_whose_paper_nobody_has_checked_are_counted_and_listed_longest_known_first(database: Database) -> None:
    fresh = an_order(has_document=True, received_at=NOON)
    old = an_order(has_document=True, received_at=NOON - timedelta(days=9))
    checked, over = an_order(has_document=True, conditions_checked=True), an_order(has_document=True, expires_at=NOON)
    discharged = an_order(has_document=True, discharged_at=NOON)
    async with database.work() as uow:
        await uow.orders.save_many([fresh, old, checked, over, discharged, an_order()])
    found = await reviews.unchecked(database.work, CLOCK, DESK)
    assert ([one.id for one in found.orders], found.total) == ([old.id, fresh.id], 2)
    assert (await reviews.waiting(database.work, CLOCK, DESK)).unchecked == 2
    with pytest.raises(NotAllowed):
        await reviews.unchecked(database.work, CLOCK, RESPONSE)


async def test_the_queue_tells_how_the_feed_stands(database: Database) -> None:
    async with database.work() as uow:
        for back in (4, 1):
            await uow.intake.note_file(str(back) * 64, "m.csv", (NOON - timedelta(days=back)).date(), NOON)
    queue = await reviews.waiting(database.work, CLOCK, DESK)
    assert queue.feed_as_of == NOON
    assert [(NOON.date() - day).days for day in queue.days_without] == [3, 2]


async def test_an_answer_is_kept_with_who_and_when_and_both_orders_leave_the_queue(database: Database) -> None:
    first, second = await held(database)
    await decide(database, second, first)
    assert [one.needs_review for one in await now(database, first, second)] == [None, None]
    assert (await reviews.waiting(database.work, CLOCK, DESK)).cases == ()
    (link,) = (await reviews.show_case(database.work, CLOCK, DESK, first.id)).links
    assert (link.later, link.earlier, link.relation, link.officer, link.at) == (second.id, first.id, Relation.REPLACES, DESK.id, NOON)
    lines = [line for line in await trail_of(database) if line.kind is AuditKind.ALTERATION]
    assert [(line.event, line.subject, line.actor) for line in lines] == [("review:order:replaces", f"{second.id};{first.id}", DESK.id)]


@pytest.mark.parametrize("said", list(Relation))
async def test_no_answer_changes_what_the_papers_say(database: Database, said: Relation) -> None:
    orders = await held(database)
    await decide(database, orders[1], orders[0], said)
    for before, after in zip(orders, await now(database, *orders), strict=True):
        assert replace(after, needs_review=before.needs_review, version=before.version) == before


async def test_of_three_orders_each_waits_until_all_its_pairs_are_answered(database: Database) -> None:
    first, second, third = await held(database, 3)
    await decide(database, second, first)
    await decide(database, third, first, Relation.SEPARATE)
    assert [one.needs_review for one in await now(database, first, second, third)] == [None, SECOND_ORDER, SECOND_ORDER]
    await decide(database, third, second, Relation.EXTENDS)
    assert [one.needs_review for one in await now(database, first, second, third)] == [None, None, None]


async def test_another_reason_keeps_an_order_in_doubt(database: Database) -> None:
    first, second = await held(database)
    async with database.work() as uow:
        await uow.orders.update(replace(first, needs_review=f"{SECOND_ORDER}; the end date could not be read"), NOON)
    await decide(database, second, first)
    assert [one.needs_review for one in await now(database, first, second)] == ["the end date could not be read", None]


async def test_an_answer_can_be_changed_by_who_saw_it_and_not_by_who_did_not(database: Database) -> None:
    first, second = await held(database)
    await decide(database, second, first)
    with pytest.raises(Outdated, match="answered this just now"):
        await decide(database, second, first, Relation.SEPARATE)
    await decide(database, second, first, Relation.SEPARATE, seen="replaces")
    (link,) = (await reviews.show_case(database.work, CLOCK, DESK, second.id)).links
    assert link.relation is Relation.SEPARATE


async def test_orders_of_two_cases_are_not_compared(database: Database) -> None:
    first, _ = await held(database)
    elsewhere = an_order()
    async with database.work() as uow:
        await uow.orders.save_many([elsewhere])
    with pytest.raises(NotFound):
        await decide(database, first, elsewhere)
    with pytest.raises(NotFound):
        await reviews.show_case(database.work, CLOCK, DESK, DESK.id)


async def test_a_look_up_shows_what_was_said_of_the_order_and_the_other(database: Database) -> None:
    first, second = await held(database)
    await decide(database, second, first)
    found = await lookups.find(database.work, CLOCK, RESPONSE, CASE)
    assert {match.order.id for match in found.matches} == {first.id, second.id}
    assert {link.earlier_reference for match in found.matches for link in match.links} == {first.reference}
    opened = await lookups.open_order(database.work, CLOCK, RESPONSE, first.id)
    assert [link.later_reference for link in opened.links] == [second.reference]


@pytest.mark.parametrize("who", [RESPONSE, VLO, SUPERVISOR, AUDITOR], ids=lambda one: one.name)
async def test_only_the_orders_desk_and_the_administrator_review_orders(database: Database, who: Officer) -> None:
    first, second = await held(database)
    for asked in (
        reviews.waiting(database.work, CLOCK, who),
        reviews.show_case(database.work, CLOCK, who, first.id),
        reviews.decide(database.work, CLOCK, who, second.id, first.id, Relation.REPLACES),
    ):
        with pytest.raises(NotAllowed):
            await asked
    await decide(database, second, first, by=ADMIN)
