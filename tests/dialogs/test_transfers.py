"""A person is handed over to another force in the chat: what goes along is seen first, and the duty moves with the acceptance alone."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cards import transfers as cards
from bot.offers import Offer
from dialogs.contacts_joined import contact_dialogs
from dialogs.transfers import REFUSED, SAY_WHOSE, SENT, UNDONE, WITHDRAWN
from domain.officers import Officer, Role
from domain.orders import Order
from domain.retention import Ground
from domain.transfer_pack import PackedBreach
from domain.transfers import ERASED_SAY_WHY, WHO_ACCEPTS
from services import transfers
from services.erasing import erase_by_reference
from storage.work import Database
from tests.duty import arrived, chat_with
from tests.fakes.chat import Chat
from tests.fakes.talk import buttons
from tests.orders import an_order
from tests.people import RESPONSE, VLO, officer
from tests.transferring import ACCEPTOR, HOME, THERE, WEST, TwoForces, two_forces

ADMIN_THERE = replace(officer("Ada Westward", Role.ADMIN, team="west"), force=WEST)
FORM = ACCEPTOR | {"to": WEST}


@pytest.fixture
async def forces(embedded: Database) -> AsyncIterator[TwoForces]:
    async with two_forces(embedded) as forces:
        yield forces


def chat_there(forces: TwoForces, officer: Officer) -> Chat:
    there = forces.there
    return Chat(there, officer, contact_dialogs(there.work, forces.here.clock, there.policy), clock=forces.here.clock, window="there")


async def ended_there(forces: TwoForces, **changes: object) -> Order:
    """The order as the receiver had it, ended by now as far as it knew."""
    ours = forces.here.order
    known = an_order(case_no=ours.case_no, file_name=ours.file_name, expires_at=forces.here.clock() - timedelta(days=1))
    order = replace(known, force=WEST, **changes)  # type: ignore[arg-type]  # any field of an order
    async with forces.there.work() as uow:
        await uow.officers.save([ADMIN_THERE])
        await uow.orders.save_many([order])
        await uow.search.add([order])
    return order


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
    assert f"{came.reference} from Made-up Police: waiting for our answer, since Fri 20 November 2026 at 12:00." in await chat.say(
        "transfers"
    )
    card = await chat.press(f"Open {came.reference}")
    assert {"Jane Marlow", "John Smith", "speaks Welsh", "two, aged 4 and 6", "2, with all before it"} <= set(card)
    assert "9 Made-Up Row" not in " ".join(card)
    accepted = await chat.press("Accept: contact is ours")
    assert {f"Transfer {came.reference} from Made-up Police", cards.OURS_NOW, cards.CARRY_ANSWER} <= set(accepted)
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
    assert {"Contact is Westward Police's now. Nobody is reminded here any more.", cards.UNDO_WORDS, cards.AFTERWARDS} <= set(said)
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


async def test_accepted_after_it_was_taken_back_the_sender_is_told_to_ring_since_both_keep_contact(forces: TwoForces) -> None:
    came = await forces.come()
    chat = chat_with(forces.here, VLO)
    await chat.say(f"transfer {came.reference}")
    await chat.press("Take it back")
    await forces.accept(came.id)
    await forces.answer(came.id)
    told = await arrived(forces.here, chat, VLO)
    assert {"The other force has accepted a transfer that was over here", came.reference, cards.RING_THEM} <= set(told)


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


async def test_what_was_erased_here_is_told_to_whoever_answers_and_taken_up_only_with_a_reason(forces: TwoForces) -> None:
    order = await ended_there(forces)
    await erase_by_reference(forces.there.work, forces.here.clock, ADMIN_THERE, order.reference, Ground.NOT_NEEDED.value)
    came = await forces.come()
    chat = chat_there(forces, THERE)
    card = await chat.say(came.reference)
    told = next(words for words in card if words.startswith("A record of this order"))
    assert f"was erased here as {order.reference} on Fri 20 November 2026 at 12:00 by Ada Westward" in told
    assert cards.HELD_BACK in card
    assert not [title for title in chat.buttons if title.startswith("Open NMO-")]
    assert await chat.press("Accept: contact is ours") == [ERASED_SAY_WHY]
    accepted = await chat.press("Accept: contact is ours", why="moved here")
    assert {"Taken up though erased before", "moved here"} <= set(accepted)
    assert [title for title in chat.buttons if title.startswith("Open NMO-")]


async def test_an_older_pack_and_one_that_an_erasure_shortened_say_what_is_not_in_them(forces: TwoForces) -> None:
    came = await forces.come()
    other = an_order(case_no="1899999999999999")
    async with forces.there.work() as uow:
        pack = await uow.transfers.pack(came.id)
        orders = (*pack.orders, replace(pack.orders[0], order=other))
        older = replace(pack, format=1, orders=orders, breaches=(PackedBreach("BR-1", None, ()),))
        await uow.transfers.put_anew(came.id, older)
    held = await ended_there(forces, case_no=other.case_no, file_name=other.file_name)
    await erase_by_reference(forces.there.work, forces.here.clock, ADMIN_THERE, held.reference, Ground.NOT_NEEDED.value)
    card = await chat_there(forces, THERE).say(came.reference)
    assert cards.NO_VERSIONS in card
    (told,) = [words for words in card if words.startswith(f"{held.reference} was erased here")]
    assert "by Ada Westward" in told
    assert told.endswith("and 1 record of a breach that came with it. Ask Made-up Police which breaches are still open.")
