"""R21: the look-up's answer names the kind of measure and the power that goes with it, and guidance covers each kind."""

import pytest

from domain.measure_table import ENTERED, MEASURES, measure_of
from domain.measures import Consequence, Kind, Power
from storage.work import Database
from tests.fakes.chat import LIBRARY
from tests.measures import ENTERED as PAPERS
from tests.measures import Desk, entered, filled_in, reference_in
from tests.orders import an_order

# By another hand than the table's: what the answer has to say of a breach of each kind, and of the power.
SAYS = {
    Kind.OCCUPATION: ("Occupation order", "not an offence", "Attached to: 2, 3, until Tue 2 February 2027 at 23:59: it runs."),
    Kind.UNDERTAKING: ("Undertaking", "contempt of court", "There is no power of arrest for it."),
    Kind.DVPN: ("Domestic violence protection notice (DVPN)", "not an offence", "s.26"),
    Kind.DVPO: ("Domestic violence protection order (DVPO)", "civil contempt", "s.28(9)"),
    Kind.DAPN: ("Domestic abuse protection notice (DAPN)", "not an offence", "s.26"),
    Kind.DAPO: ("Domestic abuse protection order (DAPO)", "s.39", "PACE s.24"),
    Kind.RESTRAINING: ("Restraining order", "s.363", "PACE s.24"),
    Kind.SPO: ("Stalking protection order (SPO)", "offence, up to 5 years", "PACE s.24"),
    Kind.FMPO: ("Forced marriage protection order (FMPO)", "s.63CA", "PACE s.24"),
    Kind.FGMPO: ("Female genital mutilation protection order (FGMPO)", "not verified", "not verified"),
    Kind.PHA: ("Injunction under the Protection from Harassment Act (PHA injunction)", "not verified", "not verified"),
    Kind.BAIL: ("Pre-charge bail with conditions", "not an offence", "PACE s.46A"),
}


@pytest.fixture
def desk(embedded: Database) -> Desk:
    return Desk(embedded)


def line_with(said: list[str], beginning: str) -> str:
    return next(words for words in said if words.startswith(beginning))


@pytest.mark.parametrize("kind", list(SAYS))
async def test_r21_the_answer_names_the_kind_and_the_power_that_goes_with_it(desk: Desk, kind: Kind) -> None:
    name, breach, power = SAYS[kind]
    await desk.holds()
    chat = desk.chat()
    await entered(chat, kind)
    said = await chat.say("piers quillfeather dob 4/5/88")
    assert name in said
    assert breach in line_with(said, "Breach: ")
    assert power in line_with(said, "Power: ")


async def test_r21_a_non_molestation_order_is_named_with_its_power_too(desk: Desk) -> None:
    order = an_order()
    await desk.holds(order)
    said = await desk.chat().say(order.reference)
    assert "Non-molestation order (NMO)" in said
    assert any("s.42A" in words and "PACE" in words for words in said)


async def test_r21_a_list_names_kind_and_power_of_each(desk: Desk) -> None:
    await desk.holds()
    chat = desk.chat()
    await entered(chat, Kind.DVPO)
    await entered(chat, Kind.UNDERTAKING)
    said = await chat.say("piers quillfeather dob 4/5/88")
    assert "Domestic violence protection order (DVPO): breach is contempt, not an offence; arrest for breach." in said
    assert "Undertaking: breach is contempt, not an offence; no power of arrest for it." in said


async def test_r21_an_occupation_order_says_so_where_no_clause_has_the_power(desk: Desk) -> None:
    await desk.holds()
    chat = desk.chat()
    said = await entered(chat, Kind.OCCUPATION, power_clauses="none", power_until="")
    assert "No power of arrest is attached" in line_with(said, "Power: ")


async def test_r21_an_occupation_order_never_guesses_its_power(desk: Desk) -> None:
    await desk.holds()
    chat = desk.chat()
    await chat.say("enter an occupation order")
    said = await filled_in(chat, respondent_surname="Quillfeather", made="2 November 2026")
    assert "ask for form FL406" in line_with(said, "Power: ")


@pytest.mark.parametrize("kind", list(SAYS))
async def test_r21_guidance_of_its_own_kind_is_one_press_away(desk: Desk, kind: Kind) -> None:
    await desk.holds()
    chat = desk.chat()
    await entered(chat, kind)
    await chat.say("piers quillfeather dob 4/5/88")
    said = " ".join(await chat.press("Guidance"))
    assert next(page.title for page in LIBRARY.pages if page.name == measure_of(kind).page) in said


def test_r21_every_kind_of_the_requirement_has_its_row() -> None:
    assert set(MEASURES) == set(Kind)
    assert {row.kind for row in ENTERED} == set(PAPERS) == set(SAYS)


def test_r21_only_an_offence_is_arrested_for_under_pace() -> None:
    assert [row.kind for row in MEASURES.values() if (row.consequence is Consequence.OFFENCE) is not (row.power is Power.PACE)] == []


async def test_r21_what_was_entered_is_found_by_its_reference(desk: Desk) -> None:
    await desk.holds()
    chat = desk.chat()
    reference = reference_in(await entered(chat, Kind.SPO))
    assert "Stalking protection order (SPO)" in await chat.say(reference)
