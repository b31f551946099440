"""A person is handed over to another force in the chat: what goes along is seen first, and the duty moves with the acceptance alone."""

from collections.abc import AsyncIterator

import pytest

from bot.cards import transfers as cards
from bot.offers import Offer
from dialogs.contacts_joined import contact_dialogs
from dialogs.transfers import REFUSED, SAY_WHOSE, SENT, UNDONE, WITHDRAWN
from domain.officers import Officer
from domain.transfers import WHO_ACCEPTS
from services import transfers
from storage.work import Database
from tests.duty import arrived, chat_with
from tests.fakes.chat import Chat
from tests.fakes.talk import buttons
from tests.people import RESPONSE, VLO
from tests.transferring import ACCEPTOR, HOME, THERE, WEST, TwoForces, two_forces

FORM = ACCEPTOR | {"to": WEST}


@pytest.fixture
async def forces(embedded: Database) -> AsyncIterator[TwoForces]:
    async with two_forces(embedded) as forces:
        yield forces


def chat_there(forces: TwoForces, officer: Officer) -> Chat:
    there = forces.there
    return Chat(there, officer, contact_dialogs(there.work, forces.here.clock, there.policy), clock=forces.here.clock, window="there")


async def test_what_goes_along_and_what_does_not_is_seen_before_it_is_sent(forces: TwoForces) -> None:
    chat = chat_with(forces.here, VLO)
    card = await chat.say(f"transfer {forces.here.order.reference} to westward police")
    assert {"Transfer this person to another force?", cards.DUTY, cards.ADDRESS} <= set(card)
    assert f"Not in the pack: {forces.here.order.reference}: nobody has checked its conditions yet." in card
    assert await chat.press("Seal and send", to=WEST) == [WHO_ACCEPTS]
    said = await chat.press("Seal and send", **FORM)
    assert SENT.format("Westward Police") in said
    assert "Contact is Westward Police's now. Nobody is reminded here any more." not in said
    assert await forces.owners() == [VLO.id]


async def test_the_other_force_reads_the_pack_and_accepts_it(forces: TwoForces) -> None:
    came = await forces.come(note="speaks Welsh", **HOME)
    chat = chat_there(forces, THERE)
    assert f"{came.reference} from Made-up Police: waiting for their answer, since Fri 20 November 2026 at 12:00." in await chat.say(
        "transfers"
    )
    card = await chat.press(f"Open {came.reference}")
    assert {"Jane Marlow", "speaks Welsh", "two, aged 4 and 6"} <= set(card)
    assert "9 Made-Up Row" not in " ".join(card)
    accepted = await chat.press("Accept: contact is ours")
    assert f"Transfer {came.reference} from Made-up Police" in accepted
    assert await forces.owners() == [VLO.id, THERE.id]


async def test_who_does_not_accept_says_why(forces: TwoForces) -> None:
    came = await forces.come()
    chat = chat_there(forces, THERE)
    await chat.say(came.reference)
    assert await chat.press("Do not accept") == ["Say in a few words why not. Nothing was changed."]
    assert await chat.press("Do not accept", reason="lives elsewhere") == [REFUSED]
    await forces.answer(came.id)
    mine = chat_with(forces.here, VLO)
    assert "The other force has answered a transfer" in await arrived(forces.here, mine, VLO)
    assert "lives elsewhere" in await mine.press("Open it")


async def test_an_answer_by_telephone_is_recorded_and_a_slip_undone(forces: TwoForces) -> None:
    sent = await forces.send()
    chat = chat_with(forces.here, VLO)
    await chat.say(f"transfer {sent.reference}")
    await chat.press("Record their answer")
    said = await chat.press("They accepted", who="DS Example")
    assert {"Contact is Westward Police's now. Nobody is reminded here any more.", cards.UNDO_WORDS} <= set(said)
    assert UNDONE in await chat.press("Wrong? Undo")
    assert await forces.owners() == [VLO.id]
    await chat.press("Record their answer")
    assert "Contact stays here." in await chat.press("They declined", who="DS Example", reason="no such address")


async def test_it_is_taken_back(forces: TwoForces) -> None:
    sent = await forces.send()
    chat = chat_with(forces.here, VLO)
    await chat.say(sent.reference)
    assert WITHDRAWN in await chat.press("Take it back")


async def test_one_that_waits_already_is_shown_instead_of_a_second(forces: TwoForces) -> None:
    sent = await forces.send()
    chat = chat_with(forces.here, VLO)
    assert f"Transfer {sent.reference} to Westward Police" in await chat.say("transfer jane marlow to westward police")


async def test_a_notice_names_nobody(forces: TwoForces) -> None:
    sent = await forces.send()
    forces.here.clock.advance(sent.accept_by - forces.here.clock())
    told = await arrived(forces.here, chat_with(forces.here, VLO), VLO)
    assert "A transfer still waits for the other force" in told
    assert "Marlow" not in " ".join(told)


async def test_the_file_is_saved_at_the_chat_page_alone(forces: TwoForces) -> None:
    sent = await forces.send()
    chat = chat_with(forces.here, VLO)
    await chat.say(sent.reference)
    assert "Sealed file" in chat.buttons
    shown = await transfers.show(forces.here.database.work, forces.here.clock, VLO, sent.id)
    elsewhere = cards.transfer_card(shown, Offer(VLO.id, "a:teams", forces.here.clock()), brings=False, at_page=False)
    assert "Sealed file" not in dict(buttons([elsewhere]))


async def test_of_nobody_it_is_asked_whose(forces: TwoForces) -> None:
    assert await chat_with(forces.here, VLO).say("transfer her to westward police") == [SAY_WHOSE]


async def test_a_transfer_in_without_a_file_is_told_what_to_do(forces: TwoForces) -> None:
    assert cards.BY_HAND in await chat_with(forces.here, VLO).say("transfer in from westward police ref WW/NMO/77")


async def test_a_response_officer_cannot_transfer(forces: TwoForces) -> None:
    said = await chat_with(forces.here, RESPONSE).say(f"transfer {forces.here.order.reference} to westward police")
    assert "Transfer this person to another force?" not in said
