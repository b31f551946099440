"""Terms that one officer typed are told as that wherever they are shown, and never as checked against the paper."""

import pytest

from dialogs.order_changes import UNDONE
from domain.measures import Kind
from domain.visit_briefing import terms_to_take
from storage.work import Database
from tests.breaches import ACCOUNT
from tests.measures import TERMS, Desk, entered, reference_in
from tests.people import VLO

FOUND = "piers quillfeather dob 4/5/88"
TYPED = "as one officer typed them from the court's order: nobody has checked them"


@pytest.fixture
async def desk(embedded: Database) -> Desk:
    desk = Desk(embedded)
    await desk.holds()
    return desk


async def test_the_card_says_whose_word_the_terms_are(desk: Desk) -> None:
    chat = desk.chat()
    await entered(chat, Kind.RESTRAINING, conditions=TERMS)
    said = " ".join(await chat.say(FOUND))
    assert f"Terms, {TYPED}:" in said
    assert "checked against" not in said


async def test_so_does_the_card_where_they_are_read_by_themselves(desk: Desk) -> None:
    chat = desk.chat()
    await entered(chat, Kind.RESTRAINING, conditions=TERMS, confidential="yes", applicant_address1="9 Bramble Walk")
    assert any(TYPED in words for words in await chat.say(FOUND))
    said = " ".join(await chat.press("Conditions"))
    assert TYPED in said
    assert "Checked against" not in said


async def test_so_does_the_guide_of_a_breach_and_its_points_to_prove(desk: Desk) -> None:
    chat = desk.chat()
    await entered(chat, Kind.RESTRAINING, conditions=TERMS)
    await chat.say(FOUND)
    await chat.press("Record a breach")
    said = [*await chat.press("No"), *await chat.press("Next", **ACCOUNT)]
    said += await chat.press("Next", conditions="term_1_2", third_party="no", exception="exception_none")
    assert any(TYPED in words for words in said)
    assert not any("checked against" in words for words in said)


async def test_so_does_the_answer_to_whoever_asks_for_them_amid_a_record(desk: Desk) -> None:
    chat = desk.chat()
    await entered(chat, Kind.RESTRAINING, conditions=TERMS)
    await chat.say(FOUND)
    await chat.press("Record a breach")
    await chat.press("No")
    said = " ".join(await chat.say("what are the conditions"))
    assert TYPED in said


async def test_so_do_the_sheet_that_is_taken_along_and_the_history(desk: Desk) -> None:
    chat = desk.chat(officer=VLO)
    order = await desk.order(reference_in(await entered(chat, Kind.RESTRAINING, conditions=TERMS)))
    async with desk.database.reading() as uow:
        terms = await uow.terms.newest_checked(order.id)
    assert TYPED in terms_to_take(order, terms)[0]
    await chat.press("Change the measure")
    await chat.press("Save the change", what="varied", reason="by the court", conditions="1. to leave by noon")
    assert await chat.press("Wrong? Undo") == [UNDONE]
    await chat.say(FOUND)
    told = [words for words in await chat.press("History") if "Its terms were entered" in words]
    assert told
    assert all("as one officer typed them" in words for words in told)
