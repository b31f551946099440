"""A measure is registered in the chat as an order is: guided or by form, from what a line tells, kept through a restart, held against the register, and checked by a second person."""

from datetime import date

import pytest
from sqlalchemy import select

from dialogs.registering import CHOOSE, DROPPED, GOES_ON, KEPT_MEASURE, NEEDED
from domain.measure_questions import BESIDE, measure_questions
from domain.measures import Kind
from domain.provenance import Provenance
from storage.tables.core import message
from storage.work import Database
from tests.measures import ENTERED, FROM_COURT, PEOPLE, Desk, filled_in, reference_in
from tests.orders import an_order
from tests.people import NEIGHBOUR

TOLD = "enter a dvpn on piers quillfeather dob 4/5/88 given yesterday at 22:30 by Supt Example protecting wren applegarth"


@pytest.fixture
async def desk(embedded: Database) -> Desk:
    desk = Desk(embedded)
    await desk.holds()
    return desk


async def test_question_by_question_survives_a_restart(desk: Desk) -> None:
    chat = desk.chat()
    assert "Which measure?" in await chat.say("enter a measure")
    assert "Which measure?" in await chat.press("Ask me one at a time")
    assert "Where does it come from?" in await chat.say("dvpn")
    assert "When was it made or given? Day and time" in await chat.say("officer")
    again = desk.chat(first=100)
    again.buttons = chat.buttons
    assert "Day of its hearing, where one is set" in await again.say("yesterday at 22:30")
    assert "When was it made or given? Day and time" in await again.say("back")
    await again.say("yesterday at 22:30")
    assert "Which court made it, or who gave it?" in await again.press("Not known")
    for line in ("Supt Example", "not known", "Piers", "Quillfeather", "4/5/88", "skip", "zz1 4ab", "unknown"):
        await again.say(line)
    assert "Protected person: surname" in await again.say("Wren")
    for line in ("Applegarth", "not known", "not known", "not known", "not known", "not known"):
        await again.say(line)
    await again.press("No")
    said = await again.say("1. not to go to the house\n2. not to contact the protected person")
    assert "Save this: Domestic violence protection notice (DVPN)?" in said
    assert "21 November 2026 22:30" in said
    reference = reference_in(await again.press("Save"))
    order = await desk.order(reference)
    assert (order.kind, order.made_on, order.court_name, order.provenance) == (
        Kind.DVPN,
        date(2026, 11, 21),
        "Supt Example",
        Provenance.OFFICER,
    )
    assert (order.respondent.name, order.respondent.postcode, order.applicant.name) == ("Piers Quillfeather", "ZZ1 4AB", "Wren Applegarth")
    async with desk.database.reading() as uow:
        terms = await uow.terms.newest_checked(order.id)
    assert terms is not None
    assert [one.words for one in terms.draft.conditions] == ["not to go to the house", "not to contact the protected person"]


@pytest.mark.parametrize("kind", list(ENTERED))
async def test_every_kind_is_registered_question_by_question(desk: Desk, kind: Kind) -> None:
    answers = {"made": ENTERED[kind]["made"], "learned": "e-mail from the court", "respondent_surname": "Quillfeather"}
    chat = desk.chat()
    await chat.say("enter a measure")
    await chat.press("Ask me one at a time")
    said = await chat.say(kind.value)
    for asked in measure_questions({BESIDE: "", "kind": kind.value})[1:]:
        assert asked.ask in said
        said = await chat.say(answers.get(asked.id, "not known"))
    order = await desk.order(reference_in(await chat.press("Save")))
    assert (order.kind, order.respondent.surname, order.provenance) == (kind, "Quillfeather", Provenance.COURT_EMAIL)


async def test_what_a_line_tells_stands_in_the_form(desk: Desk) -> None:
    chat = desk.chat()
    assert "Enter: Domestic violence protection notice (DVPN)" in await chat.say(TOLD)
    held = {one["id"]: one.get("value") for one in chat.cards[-1]["body"] if "id" in one}
    assert (held["respondent_forenames"], held["respondent_surname"], held["respondent_dob"]) == ("Piers", "Quillfeather", "4 May 1988")
    assert (held["made"], held["made_by"], held["applicant_surname"]) == ("21 November 2026 22:30", "Supt Example", "Applegarth")


async def test_guided_goes_on_from_what_the_line_told(desk: Desk) -> None:
    chat = desk.chat()
    await chat.say(TOLD)
    assert "Where does it come from?" in await chat.press("Ask me one at a time")
    assert "Day of its hearing, where one is set" in await chat.say("officer")


async def test_conversation_state_holds_no_word_of_it(desk: Desk) -> None:
    chat = desk.chat()
    await chat.say(TOLD)
    await chat.press("Ask me one at a time")
    await chat.say("officer")
    state = str(await chat.state()).casefold()
    assert [word for word in ("piers", "quillfeather", "applegarth", "1988", "supt", "dvpn") if word in state] == []


async def test_a_number_alone_is_the_answer_where_the_number_is_asked_for(desk: Desk) -> None:
    chat = desk.chat()
    await chat.say("enter a restraining order against piers quillfeather made 3 august 2026 by Ambermere Crown Court")
    await chat.press("Ask me one at a time")
    for line in ("the sealed order itself", "not known", "not known"):
        await chat.say(line)
    said = await chat.say("1712345678901234")
    assert "Was it made without notice to the respondent?" in said


async def test_what_was_typed_into_a_draft_is_redacted_with_the_measure_that_it_became(desk: Desk) -> None:
    chat = desk.chat()
    await chat.say(TOLD)
    await chat.press("Ask me one at a time")
    await chat.say("officer")
    await chat.press("The whole form")
    order = await desk.order(reference_in(await filled_in(chat, **PEOPLE, **ENTERED[Kind.DVPN])))
    async with desk.database.work() as uow:
        await uow.messages.redact(await uow.erasing.shown(await uow.erasing.reach(order)))
        shown = (await uow.connection.execute(select(message))).all()
        left = [str(uow.messages._message(row).activity) for row in shown]
    assert len(left) > 3
    assert [one for one in left if "Quillfeather" in one] == []


async def test_an_answer_is_changed_by_a_word_of_its_question(desk: Desk) -> None:
    chat = desk.chat()
    await chat.say(TOLD)
    await chat.press("Ask me one at a time")
    assert "Respondent: surname" in await chat.say("change the respondent's surname")
    assert "Where does it come from?" in await chat.say("Quillfether")
    said = await chat.say("change the surname")
    assert any(words.startswith("Which answer? Say one of: Respondent: surname; Protected person: surname") for words in said)


async def test_a_needed_answer_is_not_left_out_and_a_kind_is_chosen(desk: Desk) -> None:
    chat = desk.chat()
    await chat.say("enter a measure")
    assert await chat.press("Next", kind="") == [CHOOSE]
    await chat.press("Ask me one at a time")
    assert NEEDED in await chat.say("not known")
    assert any(words.startswith("Which measure? Say one of:") for words in await chat.say("a piece of paper"))


async def test_a_draft_is_kept_gone_on_with_and_dropped(desk: Desk) -> None:
    chat = desk.chat()
    await chat.say(TOLD)
    await chat.press("Ask me one at a time")
    assert await chat.say("stop") == [KEPT_MEASURE]
    said = await desk.chat(window="another").say("enter a measure")
    assert {GOES_ON, "Enter: Domestic violence protection notice (DVPN)"} <= set(said)
    assert GOES_ON in await chat.say("enter a dvpn")
    assert await chat.press("Drop the draft") == [DROPPED]
    assert GOES_ON not in await chat.say("enter a measure")


async def test_a_draft_of_another_kind_or_on_other_people_stays_for_itself(desk: Desk) -> None:
    order = an_order()
    await desk.holds(order)
    chat = desk.chat()
    await chat.say(TOLD)
    said = await chat.say("enter a dvpo")
    assert GOES_ON not in said
    assert "Quillfeather" not in str(chat.cards[-1])
    assert GOES_ON not in await chat.say(f"enter a dvpn on {order.reference}")
    assert GOES_ON in await chat.say("enter a dvpn")
    assert "Quillfeather" in str(chat.cards[-1])


async def test_a_line_about_somebody_else_begins_a_draft_of_its_own(desk: Desk) -> None:
    chat = desk.chat()
    await chat.say(TOLD)
    assert GOES_ON not in await chat.say("enter a dvpn on tunde otherwise dob 9/9/1987")
    assert "Quillfeather" not in str(chat.cards[-1])
    assert GOES_ON in await chat.say("enter a dvpn on piers quillfeather hearing tomorrow")
    held = {one["id"]: one.get("value") for one in chat.cards[-1]["body"] if "id" in one}
    assert (held["respondent_dob"], held["hearing"]) == ("4 May 1988", "23 November 2026")


async def test_a_draft_is_nobody_elses(desk: Desk) -> None:
    mine = desk.chat()
    await mine.say(TOLD)
    other = desk.chat(window="other", officer=NEIGHBOUR)
    assert GOES_ON not in await other.say("enter a dvpn")
    assert "Quillfeather" not in str(other.cards[-1])


async def test_the_kind_is_changed_and_what_was_told_stays(desk: Desk) -> None:
    chat = desk.chat()
    await chat.say(TOLD)
    await chat.press("It is another kind")
    assert "Enter: Domestic abuse protection notice (DAPN)" in await chat.press("Next", kind="dapn")
    assert "Quillfeather" in str(chat.cards[-1])


async def test_on_the_people_of_an_order_only_another_protected_person_is_asked_about(desk: Desk) -> None:
    order = an_order()
    await desk.holds(order)
    chat = desk.chat()
    await chat.say(f"enter a restraining order on {order.reference}")
    await chat.press("Ask me one at a time")
    for line in ("the sealed order itself", "3 August 2026", "not known", "not known", "not known", "not known"):
        await chat.say(line)
    assert "Whom does it protect?" in await chat.press("Not known")
    assert "Its terms word for word, one a line, with their numbers" in await chat.press("The protected person of that order")
    said = await chat.press("Not known")
    assert order.reference in said
    measure = await desk.order(reference_in(await chat.press("Save")))
    assert (measure.respondent.name, measure.applicant.name) == (order.respondent.name, order.applicant.name)


async def test_another_protected_person_is_named_or_nothing_is_saved(desk: Desk) -> None:
    order = an_order()
    await desk.holds(order)
    chat = desk.chat()
    await chat.say(f"enter a restraining order on {order.reference}")
    said = await chat.press("Next: check and save", protects="other", made="3 August 2026", **FROM_COURT)
    assert "Still missing: Protected person: surname." in said


async def test_what_is_not_as_its_kind_has_it_is_told_before_it_is_saved(desk: Desk) -> None:
    chat = desk.chat()
    await chat.say("enter a dvpo")
    said = await chat.press("Next: check and save", **PEOPLE, **FROM_COURT, made="20 November 2026 11:00", ends="25 November 2026 11:00")
    assert any(words.startswith("It runs 5 days as entered.") for words in said)


async def test_a_draft_that_moved_on_is_not_saved_unseen(desk: Desk) -> None:
    chat = desk.chat()
    await chat.say("enter a dvpn")
    await chat.press("Next: check and save", **PEOPLE, **ENTERED[Kind.DVPN], **FROM_COURT)
    save = chat.buttons["Save"]
    await chat.press("Change it")
    await chat.press("Next: check and save", **PEOPLE, **FROM_COURT, made="20 November 2026 11:00")
    chat.buttons["Save"] = save
    assert (await chat.press("Save"))[0].startswith("The draft has changed since this was shown")
