"""What happens to an order that is held is told in the chat, shown before and after, confirmed, told to those who asked, and undone."""

from datetime import UTC, date, datetime
from uuid import UUID

import pytest

from bot.cards.order_changes import CHECK_FIRST
from dialogs.order_changes import LEFT, UNDONE, WHICH_ORDER
from domain.contacts import Why
from domain.evidence import EvidenceKind
from domain.order_changes import ANOTHER_END, NEXT_IS_LATER, ChangeKind, Recorded
from domain.orders import Change, Order, OrderState, state_at
from domain.outbox import CHANGED
from domain.provenance import Provenance
from services.contacts import open_plans
from services.order_changes import DRAFT_MOVED_ON, changes_job
from services.watches import watch
from storage.work import Database
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import DESK, NEIGHBOUR, RESPONSE, VLO
from tests.registering import CLOCK, hold_orders, register_chat


@pytest.fixture
async def order(database: Database) -> Order:
    order = an_order(made_on=date(2026, 11, 1))
    await hold_orders(database, [order])
    return order


async def held(database: Database, id: UUID) -> Order:
    async with database.reading() as uow:
        return await uow.orders.demand(id)


async def changes(database: Database, id: UUID) -> list[Recorded]:
    async with database.reading() as uow:
        return await uow.order_changes.of_order(id)


async def test_served_in_one_line_is_confirmed_before_it_counts(database: Database, order: Order) -> None:
    chat = register_chat(database, RESPONSE)
    await chat.say(order.reference)
    said = await chat.say("served on him today by pc 4417")
    assert CHECK_FIRST in said
    assert "Service not confirmed" in said
    assert "in person, on 20 November 2026, by pc 4417" in said
    assert await changes(database, order.id) == []
    await chat.press("Confirm")
    (change,) = await changes(database, order.id)
    assert (change.kind, change.version, change.officer, change.at, change.learned) == (
        ChangeKind.SERVED, 2, RESPONSE.id, NOON, Provenance.OFFICER,
    )  # fmt: skip
    assert (await held(database, order.id)).version == 2
    assert "Service: in person, on 20 November 2026; recorded by an officer, 20 November 2026." in await chat.say(order.reference)


async def test_a_slip_is_undone_by_a_version_more_and_nothing_is_forgotten(database: Database, order: Order) -> None:
    chat = register_chat(database, RESPONSE)
    await chat.say(order.reference)
    await chat.say("served on him today by pc 4417")
    await chat.press("Confirm")
    assert await chat.press("Undo") == [UNDONE]
    assert [one.kind for one in await changes(database, order.id)] == [ChangeKind.SERVED, ChangeKind.UNDONE]
    assert (await held(database, order.id)).version == 3
    said = await chat.say(order.reference)
    assert not any(words.startswith("Service: in person") for words in said)


async def test_what_was_recorded_before_something_else_happened_is_not_undone_by_itself(database: Database, order: Order) -> None:
    chat = register_chat(database, VLO)
    await chat.say(order.reference)
    await chat.say("served on him today by pc 4417")
    await chat.press("Confirm")
    first = chat.buttons["Undo"]
    await chat.say("extended to 3 march 2027")
    await chat.press("Show before and after", when="today", learned="court_email")
    await chat.press("Confirm")
    chat.buttons["Undo"] = first
    assert "can no longer be undone by itself" in (await chat.press("Undo"))[0]


async def test_an_extension_is_asked_for_what_is_missing_and_kept_with_where_it_was_learned(database: Database, order: Order) -> None:
    chat = register_chat(database, DESK)
    await chat.say(order.reference)
    said = await chat.say("extended to 3 march 2027")
    assert any(words.startswith("Still to say: When did the court extend it") for words in said)
    said = await chat.press("Show before and after", when="yesterday", learned="court_email")
    assert [words for words in said if "2027" in words] == ["Sun 31 January 2027 at 23:59", "Wed 3 March 2027 at 23:59"]
    assert "e-mail from the court" in said
    await chat.press("Confirm")
    now = await held(database, order.id)
    assert (now.expires_at, now.variation, now.change) == (datetime(2027, 3, 3, 23, 59, tzinfo=UTC), 1, Change.EXTENDED)
    assert now.changed_on == date(2026, 11, 19)
    async with database.reading() as uow:
        assert [one.expires_at for one in await uow.orders.versions(order.id)] == [order.expires_at]


async def test_a_discharge_ends_the_order_and_its_undoing_gives_it_back(database: Database, order: Order) -> None:
    chat = register_chat(database, VLO)
    await chat.say(order.reference)
    await chat.say("order discharged today at 10:30, solicitor says")
    await chat.press("Confirm")
    discharged = await held(database, order.id)
    assert state_at(discharged, NOON) is OrderState.DISCHARGED
    assert discharged.discharged_at == datetime(2026, 11, 20, 10, 30, tzinfo=UTC)
    await chat.press("Undo")
    assert state_at(await held(database, order.id), NOON) is OrderState.IN_FORCE


async def test_every_change_tells_those_who_asked_once(database: Database, order: Order) -> None:
    await watch(database.work, CLOCK, NEIGHBOUR, order.id)
    chat = register_chat(database, VLO)
    await chat.say(order.reference)
    await chat.say("served on him today by pc 4417")
    await chat.press("Confirm")
    async with database.reading() as uow:
        told = [one for one in await uow.outbox.of_plan(order.id) if one.stage == CHANGED]
    assert [(one.recipient, one.occurrence) for one in told] == [(NEIGHBOUR.id, 2)]


async def test_an_attempt_is_no_service(database: Database, order: Order) -> None:
    chat = register_chat(database, NEIGHBOUR)
    await chat.say(order.reference)
    await chat.say("tried to serve today at 9am")
    await chat.press("Show before and after", by_whom="PC 12", words="No answer, curtains moved", learned="officer")
    await chat.press("Confirm")
    async with database.reading() as uow:
        assert [one.kind for one in await uow.evidence.of_order(order.id)] == [EvidenceKind.ATTEMPT]
    said = await chat.say(order.reference)
    assert any(words.startswith("Service not confirmed") for words in said)
    assert "Attempted service: Fri 20 November 2026 at 09:00; recorded by an officer, 20 November 2026." in said


async def test_a_response_officer_changes_nothing_that_the_court_did(database: Database, order: Order) -> None:
    chat = register_chat(database, RESPONSE)
    await chat.say(order.reference)
    assert (await chat.say("order discharged today"))[0].startswith("Your role does not include this.")
    await chat.press("Change this order")
    assert "Told of the order" in chat.buttons
    assert "Discharged by the court" not in chat.buttons


async def test_a_line_without_an_order_shown_says_which_is_needed(database: Database, order: Order) -> None:
    assert await register_chat(database, VLO).say("order discharged") == [WHICH_ORDER]


async def test_the_order_is_named_in_the_line_itself(database: Database, order: Order) -> None:
    said = await register_chat(database, VLO).say(f"discharged {order.reference} yesterday")
    assert f"Discharged by the court: {order.reference}" in said


async def test_a_change_is_left_and_nothing_was_changed(database: Database, order: Order) -> None:
    chat = register_chat(database, VLO)
    await chat.say(order.reference)
    await chat.say("undertaking accepted today")
    assert await chat.press("Leave it") == [LEFT]
    assert (await held(database, order.id)).version == 1


async def test_an_order_that_moved_on_is_shown_again_before_it_changes(database: Database, order: Order) -> None:
    first, second = register_chat(database, VLO), register_chat(database, DESK)
    for chat in (first, second):
        await chat.say(order.reference)
        await chat.say("served on him today by pc 4417")
    await first.press("Confirm")
    assert (await second.press("Confirm"))[0].startswith("The order has changed since this was shown")
    assert (await held(database, order.id)).version == 2


async def test_a_return_hearing_that_changed_nothing_is_recorded_and_the_order_no_longer_may_have_ended(database: Database) -> None:
    ends = datetime(2027, 3, 3, 16, 0, tzinfo=UTC)
    order = an_order(made_on=date(2026, 11, 1), return_hearing_on=date(2026, 11, 18), expires_at=ends)
    await hold_orders(database, [order])
    assert state_at(order, NOON) is OrderState.RETURN_HEARING_PASSED
    chat = register_chat(database, VLO)
    await chat.say(order.reference)
    await chat.say("the return hearing was held on 18 november, goes on until 3 march 2027")
    said = await chat.press("Show before and after", learned="court_email")
    told = "held on 18 November 2026, order goes on until Wed 3 March 2027 at 16:00"
    assert told in said
    await chat.press("Confirm")
    after = await held(database, order.id)
    assert (state_at(after, NOON), after.expires_at, after.variation) == (OrderState.IN_FORCE, ends, order.variation)
    assert "Change this order" in chat.buttons
    assert any(told in words for words in await chat.say("timeline"))
    assert not any("May have ended" in words for words in await chat.say(order.reference))


@pytest.mark.parametrize(
    ("told", "refusal"),
    [({"new_end": "3 may 2027"}, ANOTHER_END), ({"hearing": "17 november 2026"}, NEXT_IS_LATER)],
)
async def test_a_hearing_that_changed_the_end_is_no_hearing_that_changed_nothing(
    database: Database, told: dict[str, str], refusal: str
) -> None:
    order = an_order(made_on=date(2026, 11, 1), return_hearing_on=date(2026, 11, 18))
    await hold_orders(database, [order])
    chat = register_chat(database, VLO)
    await chat.say(order.reference)
    await chat.press("Change this order")
    await chat.press("Hearing held, nothing changed")
    assert refusal in await chat.press("Show before and after", when="18 november", learned="court_email", **told)
    assert await held(database, order.id) == order


async def test_the_next_hearing_takes_the_place_of_the_one_that_was_held(database: Database) -> None:
    order = an_order(made_on=date(2026, 11, 1), return_hearing_on=date(2026, 11, 18), expires_at=None)
    await hold_orders(database, [order])
    chat = register_chat(database, VLO)
    await chat.say(order.reference)
    await chat.say("hearing held on 18 november")
    said = await chat.press("Show before and after", hearing="9 december 2026", learned="court_phone")
    assert "held on 18 November 2026, order goes on with no end named, next hearing on 9 December 2026" in said
    await chat.press("Confirm")
    assert (await held(database, order.id)).return_hearing_on == date(2026, 12, 9)
    await chat.press("Undo")
    assert (await held(database, order.id)).return_hearing_on == date(2026, 11, 18)


async def test_confirm_on_an_older_card_saves_nothing_that_was_typed_later(database: Database, order: Order) -> None:
    chat = register_chat(database, VLO)
    await chat.say(order.reference)
    await chat.say("extended to 3 march 2027")
    await chat.press("Show before and after", when="today", learned="court_email")
    older = chat.buttons["Confirm"]
    await chat.press("Change it")
    await chat.press("Show before and after", when="today", new_end="3 may 2027", learned="court_email")
    newer, chat.buttons["Confirm"] = chat.buttons["Confirm"], older
    assert (await chat.press("Confirm"))[0] == DRAFT_MOVED_ON
    assert (await held(database, order.id)).version == 1
    chat.buttons["Confirm"] = newer
    await chat.press("Confirm")
    assert (await held(database, order.id)).expires_at == datetime(2027, 5, 3, 22, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "told", "why"),
    [
        ("served today at 10am", {"how": "personal", "by_whom": "PC 1", "learned": "officer"}, Why.SERVICE),
        ("told him of the order today", {"how": "told_by_officer", "by_whom": "PC 1", "learned": "officer"}, Why.SERVICE),
        ("tried to serve today at 9am", {"by_whom": "PC 1", "words": "no answer", "learned": "officer"}, Why.SERVICE_FAILED),
        ("order varied today", {"what": "conditions", "learned": "court_email"}, Why.VARIATION),
        ("extended to 3 march 2027", {"when": "today", "learned": "court_email"}, Why.EXTENSION),
        ("order discharged today at 11am", {"learned": "court_phone"}, Why.DISCHARGE),
    ],
)
async def test_what_happened_plans_the_contact_that_follows(
    database: Database, order: Order, line: str, told: dict[str, str], why: Why
) -> None:
    async with database.work() as uow:
        await open_plans(uow, CLOCK, changes_job("demo"), [order])
    chat = register_chat(database, VLO)
    await chat.say(order.reference)
    await chat.say(line)
    await chat.press("Show before and after", **told)
    await chat.press("Confirm")
    async with database.reading() as uow:
        (plan_id,) = (await uow.contacts.of_orders([order.id])).values()
        plan = await uow.contacts.get(plan_id)
    assert plan is not None
    assert why in {due.why for due in plan.ahead}


async def test_a_line_that_begins_with_the_order_is_the_change_and_no_look_up(database: Database, order: Order) -> None:
    chat = register_chat(database, VLO)
    await chat.say(order.reference)
    await chat.say("order goes on until 3 may 2027")
    await chat.press("Show before and after", when="yesterday", learned="court_email")
    await chat.press("Confirm")
    await chat.say("order extended by the court till 4 june 2027, court email")
    await chat.press("Show before and after", when="today")
    await chat.press("Confirm")
    assert [one.kind for one in await changes(database, order.id)] == [ChangeKind.EXTENDED, ChangeKind.EXTENDED]
    assert (await held(database, order.id)).expires_at == datetime(2027, 6, 4, 22, 59, tzinfo=UTC)
