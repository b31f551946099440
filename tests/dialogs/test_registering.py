"""An order is registered by hand: by one form or question by question, kept through a restart, held against the register, and checked by a second person."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from bot.cards.registering import MAY_BE
from dialogs.order_changes import UNDONE
from dialogs.registering import DROPPED, GOES_ON, KEPT, NEEDED
from domain.errors import Unreadable
from domain.feed import SECOND_ORDER
from domain.order_changes import ChangeKind
from domain.order_corrections import corrected
from domain.orders import Order
from domain.outbox import CHANGED
from domain.provenance import Provenance
from domain.registered_orders import NOT_CONFIRMED, SECOND_CHECK
from services.watches import watch
from storage.tables.core import message
from storage.work import Database
from tests.fakes.chat import Chat
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import ADMIN, DESK, NEIGHBOUR, RESPONSE
from tests.registering import CLOCK, FORM, hold_orders, register_chat


async def the_only(database: Database, case_no: str = "1712345678901234") -> Order:
    async with database.reading() as uow:
        (order,) = await uow.orders.by_case(case_no)
    return order


CORRECTIONS = {"Fennimore", "Fenimoor", "12 March 1985", "21 March 1985"}


@pytest.fixture
async def chat(database: Database) -> Chat:
    await hold_orders(database, [])
    return register_chat(database, RESPONSE)


async def test_one_form_registers_an_order_that_is_found_at_once(database: Database, chat: Chat) -> None:
    assert "Register an order" in await chat.say("register an order")
    said = await chat.press("Next: check and save", **FORM)
    assert "Register this order?" in said
    assert "12 March 1985" in said
    await chat.press("Save")
    order = await the_only(database)
    assert (order.provenance, order.received_at == order.confirmed_at, order.version) == (Provenance.APPLICANT_COPY, True, 1)
    assert (order.made_on, order.expires_at) == (date(2026, 11, 18), datetime(2027, 5, 18, 22, 59, tzinfo=UTC))
    assert (order.respondent.name, order.applicant.name) == ("Gareth Fennimore", "Some Body")
    said = await register_chat(database, NEIGHBOUR).say("any nmo on gareth fennimore dob 12/3/85")
    assert any(order.reference in words for words in said)
    assert "Never confirmed with the court. Registered on 20 November 2026, from: the applicant's own copy." in " ".join(said)


async def test_what_was_typed_into_a_draft_is_redacted_with_the_order_that_it_became(database: Database, chat: Chat) -> None:
    await chat.say("register an order")
    await chat.press("Next: check and save", **{**FORM, "respondent_dob": "the other day"})
    await chat.press("Next: check and save", **FORM)
    await chat.press("Save")
    order = await the_only(database)
    async with database.work() as uow:
        await uow.messages.redact(await uow.erasing.shown(await uow.erasing.reach(order)))
        shown = (await uow.connection.execute(select(message))).all()
        left = [str(uow.messages._message(row).activity) for row in shown]
    assert len(left) > 3
    assert [one for one in left if "Fennimore" in one] == []


async def test_what_is_missing_is_said_and_nothing_is_saved(database: Database, chat: Chat) -> None:
    await chat.say("register an order")
    said = await chat.press("Next: check and save", **{**FORM, "case_no": "", "respondent_dob": "the other day"})
    assert "Still missing: Case number on the paper." in said
    assert "Respondent: date of birth: I cannot read that date of birth: write it like 12/3/1985, day first." in said
    async with database.reading() as uow:
        assert await uow.order_queues.taken_in(datetime(2026, 1, 1, tzinfo=UTC)) == []


@pytest.mark.parametrize("typed", ["not go to 2 Nowhere Mews", "12/3/1985", "07700 900111"])
async def test_words_that_are_no_postcode_are_asked_again(database: Database, chat: Chat, typed: str) -> None:
    await chat.say("register an order")
    said = await chat.press("Next: check and save", **{**FORM, "respondent_postcode": typed})
    assert "Respondent: postcode: That is no postcode. Write it like LS6 2CK, or its first part like LS6." in said
    assert "Save" not in chat.buttons


async def test_who_may_not_register_is_told_so(database: Database) -> None:
    await hold_orders(database, [])
    (said,) = await register_chat(database, ADMIN).say("register an order")
    assert said.startswith("Your role does not include this.")


async def test_an_answer_of_a_list_may_be_any_words_that_stand_in_one_of_its_answers_alone(chat: Chat) -> None:
    await chat.say("register an order")
    await chat.press("Ask me one at a time")
    assert any(words.startswith("Where does this order come from? Say one of: 1 ") for words in await chat.say("court"))
    assert "Case number on the paper" in await chat.say("shown the paper")


async def test_question_by_question_survives_a_restart(database: Database, chat: Chat) -> None:
    await chat.say("register an order")
    assert "Where does this order come from?" in await chat.press("Ask me one at a time")
    assert "Case number on the paper" in await chat.say("solicitor")
    assert "Court" in await chat.say("1712 3456 7890 1234")
    again = register_chat(database, RESPONSE, first=100)
    again.buttons = chat.buttons
    assert "The day it was made" in await again.say("Family Court at Ambermere")
    assert "Court" in await again.say("back")
    await again.say("Family Court at Ambermere")
    await again.say("yesterday")
    await again.press("Without notice")
    assert "The end: day and time (where it ends on a day)" in await again.say("on a day")
    await again.say("18 May 2027 23:59")
    for line in ("skip", "Made", "Up", "12/3/85", "skip", "zz1 4ab", "skip", "Some", "Body", "skip", "skip", "skip", "skip", "skip", "yes"):
        await again.say(line)
    said = await again.say("The respondent must not telephone the applicant.")
    assert "Register this order?" in said
    assert "19 November 2026" in said
    await again.press("Save")
    order = await the_only(database)
    assert (order.provenance, order.made_on, order.respondent.postcode) == (Provenance.SOLICITOR, date(2026, 11, 19), "ZZ1 4AB")


async def test_conversation_state_holds_the_id_alone(chat: Chat) -> None:
    await chat.say("register order against tunde bello dob 09/09/1987")
    await chat.press("Ask me one at a time")
    await chat.say("solicitor")
    state = str(await chat.state()).casefold()
    assert [word for word in ("bello", "tunde", "1987", "solicitor") if word in state] == []


async def test_a_needed_answer_is_not_left_out(chat: Chat) -> None:
    await chat.say("register an order")
    await chat.press("Ask me one at a time")
    assert NEEDED in await chat.say("skip")


async def test_a_draft_is_kept_and_taken_up_again_and_dropped(chat: Chat) -> None:
    await chat.say("register an order")
    await chat.press("Ask me one at a time")
    await chat.say("solicitor")
    assert await chat.say("stop") == [KEPT]
    assert GOES_ON in await chat.say("register an order")
    assert await chat.press("Drop the draft") == [DROPPED]
    assert GOES_ON not in await chat.say("register an order")


async def test_what_the_line_tells_stands_in_the_form(chat: Chat) -> None:
    await chat.say("register order against tunde bello dob 09/09/1987 until 1 june 2027")
    held = {one["id"]: one.get("value") for one in chat.cards[-1]["body"] if "id" in one}
    assert (held["respondent_forenames"], held["respondent_surname"], held["respondent_dob"]) == ("Tunde", "Bello", "9 September 1987")
    assert (held["end"], held["ends"]) == ("fixed", "1 June 2027 23:59")


async def test_nothing_of_somebody_else_is_put_to_a_draft_that_is_open(chat: Chat) -> None:
    await chat.say("register order against tunde bello until 1 june 2027")
    assert GOES_ON in await chat.say("register order against gareth fennimore dob 12/3/85")
    held = {one["id"]: one.get("value") for one in chat.cards[-1]["body"] if "id" in one}
    assert (held["respondent_surname"], held.get("respondent_dob") or "") == ("Bello", "")


async def test_orders_that_may_be_the_same_are_shown_before_it_is_saved(database: Database, chat: Chat) -> None:
    held = an_order(case_no="1712345678901234")
    await hold_orders(database, [held])
    await chat.say("register an order")
    said = await chat.press("Next: check and save", **{**FORM, "respondent_forenames": "John", "respondent_surname": "Smith"})
    assert MAY_BE.format(thing="order") in said
    assert any(words.startswith(held.reference) for words in said)
    await chat.press("Save: it is a new order")
    async with database.reading() as uow:
        orders = await uow.orders.by_case(held.case_no)
    assert [SECOND_ORDER in (one.needs_review or "") for one in orders] == [True, True]


async def test_whoever_asked_of_an_order_is_told_when_a_second_one_of_its_case_makes_it_wait(database: Database, chat: Chat) -> None:
    held = an_order(case_no="1712345678901234")
    await hold_orders(database, [held])
    await watch(database.work, CLOCK, NEIGHBOUR, held.id)
    await chat.say("register an order")
    await chat.press("Next: check and save", **FORM)
    await chat.press("Save: it is a new order")
    async with database.reading() as uow:
        told = [(one.stage, one.recipient, one.occurrence) for one in await uow.outbox.of_plan(held.id)]
    assert told == [(CHANGED, NEIGHBOUR.id, 2)]


async def test_what_an_officer_was_shown_is_checked_by_a_second_person(database: Database, chat: Chat) -> None:
    await chat.say("register an order")
    await chat.press("Next: check and save", **FORM)
    await chat.press("Save")
    order = await the_only(database)
    assert set((order.needs_review or "").split("; ")) == {NOT_CONFIRMED, SECOND_CHECK}


async def test_the_first_contact_is_planned_from_that_minute_and_the_record_says_who_made_it(database: Database, chat: Chat) -> None:
    await chat.say("register an order")
    await chat.press("Next: check and save", **FORM)
    await chat.press("Save")
    order = await the_only(database)
    async with database.reading() as uow:
        assert len(await uow.contacts.of_orders([order.id])) == 1
        (made,) = await uow.order_changes.of_order(order.id)
    assert (made.kind, made.officer, made.learned) == (ChangeKind.REGISTERED, RESPONSE.id, Provenance.APPLICANT_COPY)


async def test_a_draft_that_moved_on_is_not_saved_unseen(database: Database, chat: Chat) -> None:
    desk = register_chat(database, DESK)
    await desk.say("register an order")
    await desk.press("Next: check and save", **FORM)
    save = desk.buttons["Save"]
    await desk.press("Change it")
    await desk.press("Next: check and save", **{**FORM, "court": "Another Court"})
    desk.buttons["Save"] = save
    assert (await desk.press("Save"))[0].startswith("The draft has changed since this was shown")


async def test_conditions_that_were_typed_are_shown_as_that_and_never_as_the_order(database: Database, chat: Chat) -> None:
    await chat.say("register an order")
    await chat.press("Next: check and save", **FORM)
    await chat.press("Save")
    await chat.press("Open the order")
    said = await chat.press("Conditions")
    assert "Nobody has checked it: it is not the order." in " ".join(said)
    assert said[-3:-1] == ["The respondent must not telephone the applicant.", "The respondent must not go to the named house."]
    assert said[-1].startswith("The order's PDF is not held here, so I cannot tell you its conditions.")


async def test_a_slip_in_what_was_typed_is_corrected_found_by_the_right_name_and_undone(database: Database, chat: Chat) -> None:
    await chat.say("register an order")
    await chat.press("Next: check and save", **FORM)
    await chat.press("Save")
    order = await the_only(database)
    desk = register_chat(database, DESK)
    await desk.say(order.reference)
    await desk.press("Change this order")
    await desk.press("Correct a slip in what was typed")
    held = {one["id"]: one["value"] for one in desk.cards[-1]["body"] if "value" in one}
    assert (held["respondent_surname"], held["respondent_dob"]) == ("Fennimore", "12 March 1985")
    told = {**held, "respondent_surname": "Fenimoor", "respondent_dob": "21/3/85", "learned": "sealed_order"}
    said = await desk.press("Show before and after", **told)
    assert [words for words in said if words in CORRECTIONS] == ["Fennimore", "Fenimoor", "12 March 1985", "21 March 1985"]
    await desk.press("Confirm")
    assert order.reference in " ".join(await desk.say("fenimoor gareth dob 21/3/85"))
    assert await desk.press("Undo") == [UNDONE]
    again = await the_only(database)
    assert (again.respondent, again.version) == (order.respondent, 3)


async def test_what_the_court_feed_brought_is_not_corrected_here(database: Database) -> None:
    order = an_order(provenance=Provenance.COURT_FEED)
    await hold_orders(database, [order])
    desk = register_chat(database, DESK)
    await desk.say(order.reference)
    await desk.press("Change this order")
    assert "Correct a slip in what was typed" not in desk.buttons
    with pytest.raises(Unreadable, match="ask the court to send it right"):
        corrected(order, {"respondent_surname": "Other"}, NOON)
