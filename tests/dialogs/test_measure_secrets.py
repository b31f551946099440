"""Where the protected person of a measure can be found is kept back unless the officer who has the paper says that it is no secret."""

import pytest

from domain.measures import Kind
from domain.orders import Party
from storage.work import Database
from tests.measures import ENTERED, PEOPLE, Desk, filled_in, reference_in
from tests.orders import an_order

FOUND = "piers quillfeather dob 4/5/88"
WHERE = {"applicant_address1": "9 Bramble Walk", "applicant_postcode": "ZZ3 1AA"}
ASKED = {name: value for name, value in (PEOPLE | WHERE | ENTERED[Kind.DVPO]).items() if name != "confidential"}


@pytest.fixture
async def desk(embedded: Database) -> Desk:
    desk = Desk(embedded)
    await desk.holds()
    return desk


async def protected(desk: Desk, **said: str) -> Party:
    chat = desk.chat()
    await chat.say("enter a dvpo")
    return (await desk.order(reference_in(await filled_in(chat, **ASKED, **said)))).applicant


async def test_the_form_asks_and_takes_it_as_confidential_until_it_is_said_otherwise(desk: Desk) -> None:
    chat = desk.chat()
    assert "Are the protected person's address and telephone confidential?" in await chat.say("enter a dvpo")
    (field,) = [one for card in chat.cards for one in card["body"] if one.get("id") == "confidential"]
    assert field["value"] == "yes"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        *(({"confidential": one}, {"address1", "postcode"}) for one in ("", "yes")),
        ({}, {"address1", "postcode"}),
        ({"confidential": "no"}, set()),
    ],
)
async def test_what_was_not_said_to_be_no_secret_is_one(desk: Desk, said: dict[str, str], kept: set[str]) -> None:
    assert (await protected(desk, **said)).confidential == kept


async def test_no_card_of_the_measure_tells_where_they_are(desk: Desk) -> None:
    await protected(desk)
    said = " ".join(await desk.chat(window="other").say(FOUND))
    assert "Applegarth" in said
    assert "Bramble" not in said


async def test_another_protected_person_on_an_order_is_asked_about_too(desk: Desk) -> None:
    order = an_order()
    await desk.holds(order)
    chat = desk.chat()
    await chat.say(f"add a dvpo to {order.reference}")
    said = await filled_in(chat, applicant_surname="Applegarth", **WHERE, **ENTERED[Kind.DVPO])
    assert (await desk.order(reference_in(said))).applicant.confidential == {"address1", "postcode"}
