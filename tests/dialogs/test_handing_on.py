"""An officer gives a contact, or all of them, to another; that one takes it or says why not; and a slip can be undone."""

from dataclasses import replace

import pytest

from bot.cards.duty import GIVE
from bot.cards.parts import MARKING
from dialogs.handing_on import NONE_OF_TEAMS, REFUSED, WITHDRAWN
from domain.duty_offers import NOTHING_LEFT, OWN, SAY_WHY
from domain.london import deadline
from domain.officers import Role
from domain.orders import PartyRole
from services.handing_on import NOT_YOURS
from storage.work import Database
from tests.duty import arrived, chat_with
from tests.fakes.chat import Chat
from tests.orders import a_party, an_order
from tests.people import SUPERVISOR, VLO, officer
from tests.reminding import Register

OTHER = replace(officer("Val Second", Role.VLO, team="south"), collar="4201")
THIRD = replace(officer("Kit Second", Role.VLO, team="south"), collar="4202")
SECOND = an_order(applicant=a_party(role=PartyRole.APPLICANT, surname="Quillfeather", forenames="Una"))
SAID_OF_OTHER = "Val Second, 4201, south"


@pytest.fixture
async def register(database: Database) -> Register:
    register = Register(database)
    await register.open()
    async with database.work() as uow:
        await uow.officers.save([OTHER, THIRD])
    return register


async def owner(register: Register) -> object:
    return (await register.plan()).owner


async def opened(register: Register) -> Chat:
    chat = chat_with(register, VLO)
    await arrived(register, chat, VLO)
    return chat


async def test_a_contact_is_offered_taken_and_shown_and_stays_until_then(register: Register) -> None:
    giver, taker = await opened(register), chat_with(register, OTHER)
    card = await giver.press(GIVE)
    assert "Give this contact to whom?" in card
    assert "Until it is taken it stays with the officer who has it now." in card
    said = await giver.press(SAID_OF_OTHER)
    assert "1 contact is offered to Val Second, who is told." in said
    assert await owner(register) == VLO.id
    asked = await arrived(register, taker, OTHER)
    assert {"A contact is offered to you", "Vic Liaison"} <= set(asked)
    assert "Marlow" not in " ".join(asked)
    taken = await taker.press("Take it")
    assert {"1 contact is yours now. Vic Liaison is told. What is due comes here by itself.", "Jane Marlow"} <= set(taken)
    assert await owner(register) == OTHER.id
    assert "Your contacts were taken" in await arrived(register, giver, VLO)


async def test_whoever_will_not_says_why_and_the_giver_reads_it(register: Register) -> None:
    giver, taker = await opened(register), chat_with(register, OTHER)
    await giver.say("give it to 4201")
    await arrived(register, taker, OTHER)
    assert await taker.press("Not me") == [SAY_WHY]
    assert await taker.press("Not me", reason="on leave from tomorrow") == [REFUSED]
    assert "Their reason: on leave from tomorrow" in await arrived(register, giver, VLO)
    assert await owner(register) == VLO.id


async def test_an_offer_is_taken_back_by_whoever_made_it(register: Register) -> None:
    giver, taker = await opened(register), chat_with(register, OTHER)
    await giver.say("give jane marlow to val second")
    await arrived(register, taker, OTHER)
    assert await giver.press("Take the offer back") == [WITHDRAWN]
    assert "taken the offer back" in (await taker.press("Take it"))[0]


async def test_all_of_ones_own_are_counted_before_they_are_offered(register: Register) -> None:
    giver, taker = await opened(register), chat_with(register, OTHER)
    card = await giver.say("give all mine to Val Second")
    assert {
        "Give all your contacts?",
        f"1 contact of yours would be offered to {SAID_OF_OTHER}. Until they are taken they stay with you.",
    } <= set(card)
    await giver.press("Offer all 1")
    await arrived(register, taker, OTHER)
    await taker.press("Take it")
    assert await owner(register) == OTHER.id
    assert await giver.say("give all mine to val second") == [NOTHING_LEFT]


async def test_of_many_the_taker_takes_all_and_may_give_all_back_for_ten_minutes(database: Database) -> None:
    register = Register(database)
    await register.open(SECOND)
    async with database.work() as uow:
        await uow.officers.save([OTHER])
    giver, taker = chat_with(register, VLO), chat_with(register, OTHER)
    await giver.say("give all mine to val second")
    await giver.press("Offer all 2")
    assert "2 contacts are offered to you" in await arrived(register, taker, OTHER)
    assert "2 contacts are yours now. Vic Liaison is told. What is due comes here by itself." in await taker.press("Take all 2")
    assert (await owner(register), (await register.plan(SECOND)).owner) == (OTHER.id, OTHER.id)
    assert await taker.press("Wrong? Give back") == ["Undone: 2 contacts are back where they were."]
    assert (await owner(register), (await register.plan(SECOND)).owner) == (VLO.id, VLO.id)


async def test_of_two_officers_of_one_name_it_is_asked_which(register: Register) -> None:
    giver = await opened(register)
    card = await giver.say("give it to second")
    assert "Which officer?" in card
    await giver.press("Kit Second, 4202, south")
    assert "A contact is offered to you" in await arrived(register, chat_with(register, THIRD), THIRD)


async def test_of_two_officers_it_is_asked_which_before_all_are_offered(register: Register) -> None:
    giver = await opened(register)
    assert "Which officer?" in await giver.say("give all mine to second")
    assert "Give all your contacts?" in await giver.press("Kit Second, 4202, south")


async def test_of_two_contacts_it_is_asked_which_one(database: Database) -> None:
    register = Register(database)
    await register.open(SECOND)
    async with database.work() as uow:
        await uow.officers.save([OTHER, THIRD])
    giver = chat_with(register, VLO)
    said = await giver.say("give it to 4201")
    assert {"Which contact do you mean?", MARKING} <= set(said)
    assert "1 contact is offered to Val Second, who is told." in await giver.press(f"{SECOND.reference}, Una Quillfeather")
    assert "Which contact do you mean?" in await giver.say("give it to second")
    assert "Give this contact to whom?" in await giver.press(f"{register.order.reference}, Jane Marlow")


async def test_a_name_typed_beside_the_list_is_read_and_nobody_is_guessed(register: Register) -> None:
    giver = await opened(register)
    await giver.press(GIVE)
    assert "Say whom" in (await giver.press("To the officer named above"))[0]
    assert "Nobody of this force" in (await giver.press("To the officer named above", to="robin response"))[0]
    assert "Which officer?" in await giver.press("To the officer named above", to="second")
    assert "Offered" in await giver.press("To the officer named above", to="val second")


async def test_a_supervisor_assigns_and_undoes_it(register: Register) -> None:
    chief = chat_with(register, SUPERVISOR)
    await register.breach()
    await chief.say("my contacts")
    await chief.press(f"Open {register.order.reference}")
    assert "Assign this contact to whom?" in await chief.press(GIVE)
    assert "1 contact is now with Val Second. Vic Liaison is told." in await chief.press(SAID_OF_OTHER)
    assert await owner(register) == OTHER.id
    assert await chief.press("Wrong? Undo") == ["Undone: 1 contact is back where it was."]
    assert await owner(register) == VLO.id


async def test_a_supervisor_who_has_none_chooses_among_those_of_the_team(database: Database) -> None:
    register = Register(database)
    await register.open(SECOND)
    async with database.work() as uow:
        await uow.officers.save([OTHER])
    chief, by = chat_with(register, SUPERVISOR), deadline((await register.plan(SECOND)).due.must_by)
    for typed in ("give contacts", "give a contact to somebody", "give all mine to val second", "give contacts to 4201"):
        card = await chief.say(typed)
        told = [one for one in card if one.startswith("Una Quillfeather: ")]
        assert "Which contact do you mean?" in card
        assert told[0].endswith(f"Must be done by {by}. With Vic Liaison now.")
    assert "1 contact is now with Val Second. Vic Liaison is told." in await chief.press(f"{SECOND.reference}, Una Quillfeather")
    assert (await owner(register), (await register.plan(SECOND)).owner) == (VLO.id, OTHER.id)


async def test_a_supervisor_who_types_the_reference_assigns_it_and_who_names_none_is_asked(register: Register) -> None:
    chief = chat_with(register, SUPERVISOR)
    assert "Which contact do you mean?" in await chief.say("give it to 4201")
    assert await owner(register) == VLO.id
    assert await chief.say("give angela ross to 4201") == [NONE_OF_TEAMS]
    assert await chief.say(f"give {register.order.reference} to Vic Liaison") == [OWN]
    assert "Assign this contact to whom?" in await chief.say(f"give {register.order.reference} to somebody")
    assert "1 contact is now with Val Second. Vic Liaison is told." in await chief.say(f"give {register.order.reference} to 4201")
    assert await owner(register) == OTHER.id
    await chief.press("Wrong? Undo")
    assert await owner(register) == VLO.id


async def test_of_many_the_most_pressing_are_offered_and_the_others_named_by_reference(database: Database) -> None:
    register = Register(database)
    await register.open(*(an_order() for _ in range(8)))
    async with database.work() as uow:
        await uow.officers.save([OTHER])
    card = await chat_with(register, VLO).say("give a contact to 4201")
    assert "3 more are not shown here. Any other is given by its reference: give NMO-XXXXXX to PC Example." in card
    assert len([one for one in card if "Must be done by" in one]) == 6


async def test_whoever_can_neither_give_nor_assign_it_is_told_so_before_choosing_anybody(register: Register) -> None:
    giver, other = await opened(register), chat_with(register, OTHER)
    await giver.say("give it to 4201")
    await arrived(register, other, OTHER)
    await other.press("Take it")
    assert await giver.press(GIVE) == [NOT_YOURS]


async def test_words_that_name_no_contact_are_told_so(register: Register) -> None:
    await register.contact()
    assert "None of your open contacts is meant by that." in (await chat_with(register, VLO).say("give it to 4201"))[0]


async def test_the_chat_keeps_no_name_of_a_protected_person(register: Register) -> None:
    giver = await opened(register)
    await giver.say("give jane marlow to val second")
    assert "marlow" not in str(await giver.state()).casefold()
