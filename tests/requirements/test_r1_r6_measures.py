"""R1, R4, R6 and R7 hold for measures as for orders: versions with who and what, terms word for word, whose word it is, and what waits at intake."""

import pytest

from domain.measure_table import measure_of
from domain.measures import Kind
from domain.provenance import Provenance
from storage.work import Database
from tests.measures import ENTERED, Desk, entered, reference_in
from tests.people import DESK, NEIGHBOUR, VLO

FOUND = "piers quillfeather dob 4/5/88"


@pytest.fixture
async def desk(embedded: Database) -> Desk:
    desk = Desk(embedded)
    await desk.holds()
    return desk


@pytest.mark.parametrize("kind", list(ENTERED))
async def test_r1_a_correction_and_an_end_are_versions_more_and_nothing_is_overwritten(desk: Desk, kind: Kind) -> None:
    chat = desk.chat(officer=VLO)
    reference = reference_in(await entered(chat, kind))
    first = await desk.order(reference)
    await chat.press("Change the measure")
    await chat.press("Save the change", what="corrected", made_by="Another Court", reason="misread")
    second = await desk.order(reference)
    await chat.say(FOUND)
    await chat.press("End")
    (how,) = [one for one in chat.cards[-1]["body"] if one.get("id") == "how"]
    await chat.press("End it", how=how["choices"][0]["value"], reason="said by who made it")
    newest = await desk.order(reference)
    async with desk.database.reading() as uow:
        assert await uow.orders.versions(newest.id) == [first, second]
        changes = await uow.order_changes.of_order(newest.id)
    assert [(one.version, one.officer) for one in changes] == [(1, VLO.id), (2, VLO.id), (3, VLO.id)]
    await chat.say(FOUND)
    history = " ".join(await chat.press("History"))
    assert "Version 2: corrected. Made by: nothing recorded -> Another Court." in history
    assert f"Version 3: {measure_of(kind).endings[0].words}. " in history


async def test_r4_its_terms_are_told_word_for_word_as_they_were_typed(desk: Desk) -> None:
    chat = desk.chat()
    await entered(chat, Kind.BAIL, conditions="1. to live and sleep at the address given to custody")
    assert any("to live and sleep at the address given to custody" in words for words in await chat.say(FOUND))


async def test_r6_any_officer_who_is_shown_its_paper_registers_it_and_the_record_says_whose_word_it_is(desk: Desk) -> None:
    chat = desk.chat(officer=NEIGHBOUR)
    order = await desk.order(reference_in(await entered(chat, Kind.RESTRAINING, learned="applicant_copy")))
    assert order.provenance is Provenance.APPLICANT_COPY
    assert any("entered by an officer from the court's order (the applicant's own copy)" in words for words in await chat.say(FOUND))
    assert "learned from: the applicant's own copy" in " ".join(await chat.press("History"))


async def test_r7_what_the_court_has_not_confirmed_waits_at_intake(desk: Desk) -> None:
    reference = reference_in(await entered(desk.chat(officer=NEIGHBOUR), Kind.RESTRAINING, learned="applicant_copy"))
    chat = desk.chat(officer=DESK)
    assert any(words.startswith(reference) for words in await chat.say("intake"))
    await chat.press("Open 1")
    await chat.press("The court confirms it: e-mail")
    assert (await desk.order(reference)).needs_review is None
