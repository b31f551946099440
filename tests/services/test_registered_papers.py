"""An order registered from a PDF that was sent: whoever checks its wording sees what was typed beside all that its paper says."""

from datetime import date
from uuid import UUID

import pytest

from domain.papers import Notice, Term
from domain.registered_orders import TYPED_BY_HAND
from services import papers
from services.contacts import open_plans
from services.paper_intake import take_paper
from services.registered import save_registration
from services.registering import fill_registration, show_registration
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.papers import SENTENCES, a_pdf, at_once
from tests.people import DESK
from tests.registering import FORM, hold_orders

CLOCK = FrozenClock()
CASE = "1712345678901234"
PAPER = a_pdf(f"Case number: {CASE}", *SENTENCES)
SCAN = a_pdf()
FIRST = "The respondent must not use or threaten violence against the applicant."
SECOND = "The respondent must not telephone, text or email the applicant, except through solicitors."


@pytest.fixture(autouse=True)
async def _(database: Database) -> None:
    await hold_orders(database, [])


async def registered_from(database: Database, content: bytes, **typed: str) -> UUID:
    draft = await take_paper(database.work, CLOCK, DESK, "order.pdf", content, at_once)
    read = (await show_registration(database.work, CLOCK, DESK, draft)).draft.values
    told = {**read, "learned": "sealed_order", "confidential": "yes", **typed}
    await fill_registration(database.work, CLOCK, DESK, draft, told)
    seen = (await show_registration(database.work, CLOCK, DESK, draft)).draft.seen
    return (await save_registration(database.work, CLOCK, DESK, draft, seen, open_plans)).id


async def test_the_paper_s_own_numbers_and_names_are_there_to_be_checked(database: Database) -> None:
    id = await registered_from(database, PAPER)
    checking = await papers.read_terms(database.work, CLOCK, DESK, id, at_once)
    draft = checking.terms.draft
    assert [(one.number, one.words) for one in draft.conditions] == [("1", FIRST), ("2", SECOND)]
    assert (draft.value(Term.RESPONDENT), draft.value(Term.CASE_NO), checking.differs) == ("John Smith", CASE, ())
    assert draft.terms[Term.NOTICE].words.startswith("This order was made on 2 June 2026 without notice")


async def test_the_paper_is_read_for_that_once(database: Database) -> None:
    id = await registered_from(database, PAPER)
    first = await papers.read_terms(database.work, CLOCK, DESK, id, at_once)
    assert await papers.read_terms(database.work, CLOCK, DESK, id, at_once) == first


async def test_what_the_officer_put_right_at_registering_stands_and_a_name_that_differs_is_told(database: Database) -> None:
    changed = {"conditions": f"{FIRST}\nThe respondent must not go to the named house.", "notice": "on", "respondent_surname": "Smyth"}
    id = await registered_from(database, PAPER, **changed)
    checking = await papers.read_terms(database.work, CLOCK, DESK, id, at_once)
    draft = checking.terms.draft
    assert [(one.number, one.words) for one in draft.conditions] == [("1", FIRST), ("", "The respondent must not go to the named house.")]
    assert (draft.value(Term.NOTICE), draft.terms[Term.NOTICE].words) == (Notice.ON, TYPED_BY_HAND)
    assert checking.differs == ("The name of the respondent on the paper is not the one in the register.",)


async def test_of_a_scan_what_was_typed_is_all_there_is(database: Database) -> None:
    id = await registered_from(database, SCAN, **FORM)
    draft = (await papers.read_terms(database.work, CLOCK, DESK, id, at_once)).terms.draft
    assert [one.number for one in draft.conditions] == ["", ""]
    assert draft.value(Term.MADE_ON) == date(2026, 11, 18).isoformat()


async def test_the_date_of_birth_on_the_paper_stands_in_the_form_and_is_held_against_the_register(database: Database) -> None:
    paper = a_pdf(f"Case number: {CASE}", *SENTENCES[:2], "Respondent: John Smith    Date of birth: 12/03/1985", *SENTENCES[3:])
    draft = await take_paper(database.work, CLOCK, DESK, "order.pdf", paper, at_once)
    assert (await show_registration(database.work, CLOCK, DESK, draft)).draft.values["respondent_dob"] == "1985-03-12"
    id = await registered_from(database, paper, respondent_dob="13/3/1985")
    checking = await papers.read_terms(database.work, CLOCK, DESK, id, at_once)
    assert checking.differs == ("The respondent's date of birth on the paper is not the one in the register.",)


@pytest.mark.parametrize(
    ("asked", "typed"),
    [
        ("respondent_dob", "31/2/1990"),
        ("applicant_dob", "the other day"),
        ("respondent_postcode", "Nowhere Mews"),
        ("made_on", "31/2/2026"),
        ("ends", "next time"),
        ("hearing", "some day"),
        ("case_no", "none"),
    ],
)
async def test_what_cannot_be_read_in_the_form_of_a_paper_is_told_of_its_question(database: Database, asked: str, typed: str) -> None:
    draft = await take_paper(database.work, CLOCK, DESK, "order.pdf", PAPER, at_once)
    read = (await show_registration(database.work, CLOCK, DESK, draft)).draft.values
    told = {**read, "learned": "sealed_order", "confidential": "yes", asked: typed}
    await fill_registration(database.work, CLOCK, DESK, draft, told)
    stands = await show_registration(database.work, CLOCK, DESK, draft)
    assert [one.field.id for one in stands.problems if one.field] == [asked]
