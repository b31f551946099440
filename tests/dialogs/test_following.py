"""Straight after a list the officer may choose by number, or add one particular; a turn later nothing is at hand."""

from datetime import date

import pytest

from dialogs.following import choice_of
from dialogs.lookups import LookupDialog
from storage.work import Database
from tests.fakes.chat import Chat
from tests.fakes.clock import FrozenClock
from tests.orders import a_party, an_order
from tests.people import EVERYONE, RESPONSE
from tests.policies import unasked

SON, FATHER = date(1985, 3, 12), date(1958, 7, 1)


@pytest.fixture
async def chat(embedded: Database) -> Chat:
    """With father and son of one name in the register, at two addresses."""
    orders = [an_order(), an_order(respondent=a_party(dob=FATHER, postcode="ZZ9 9ZZ"))]
    async with embedded.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many(orders)
        await uow.search.add(orders)
    return Chat(embedded, RESPONSE, real_lookups=LookupDialog(embedded.work, FrozenClock(), unasked))


@pytest.mark.parametrize("typed", ["12/3/85", "dob 12/3/85", "born 12 March 1985", "yes, its 12.03.1985", "DOB: 12/03/85"])
async def test_a_date_of_birth_after_a_list_is_read_with_the_name(chat: Chat, typed: str) -> None:
    await chat.say("any nmo on john smith")
    said = await chat.say(typed)
    assert said[1] == "In force on what the court last told us"
    assert "Searched for: John Smith, born 12 March 1985" in said


@pytest.mark.parametrize("typed", ["ZZ9 9ZZ", "zz99zz", "postcode is ZZ9 9ZZ", "he lives at ZZ9 9ZZ"])
async def test_a_postcode_after_a_list_is_read_with_the_name(chat: Chat, typed: str) -> None:
    await chat.say("john smith")
    said = await chat.say(typed)
    assert "Searched for: John Smith, ZZ9 9ZZ" in said
    assert said.index("Date of birth: 1 July 1958. Area: Ambermere, ZZ9.") < said.index(
        "Date of birth: 12 March 1985. Area: Ambermere, ZZ1."
    )


@pytest.mark.parametrize("typed", ["about 40", "he looks about 40", "40ish", "in his early forties", "aged 41"])
async def test_an_age_after_a_list_is_read_with_the_name(chat: Chat, typed: str) -> None:
    await chat.say("any nmo on john smith")
    said = await chat.say(typed)
    assert [line for line in said if line.startswith("Searched for: John Smith, aged ")]
    assert said.index("Date of birth: 12 March 1985. Area: Ambermere, ZZ1.") < said.index(
        "Date of birth: 1 July 1958. Area: Ambermere, ZZ9."
    )


@pytest.mark.parametrize("typed", ["2", "choose 2", "the second one", "number 2 please", "2nd", "Two."])
async def test_a_number_after_a_list_opens_that_record(chat: Chat, typed: str) -> None:
    listed = await chat.say("john smith")
    born = [line for line in listed if line.startswith("Date of birth: ")][1].removeprefix("Date of birth: ").split(".")[0]
    assert born in await chat.say(typed)


async def test_a_number_beyond_the_list_is_said_to_be_beyond_it_and_the_list_stays_open(chat: Chat) -> None:
    await chat.say("john smith")
    assert (await chat.say("7"))[0].startswith("The list ends at 2.")
    assert (await chat.say("1"))[1] == "In force on what the court last told us"


async def test_a_turn_later_nothing_of_the_list_is_at_hand(chat: Chat) -> None:
    await chat.say("john smith")
    await chat.say("thanks")
    assert await chat.say("12/3/85") == ["A date alone is not searched. Type the name and the date of birth together."]
    assert await chat.state() == {"stack": []}


async def test_a_new_name_after_a_list_is_a_new_look_up(chat: Chat) -> None:
    await chat.say("john smith")
    assert "Searched for: Peter Wetherby, born 12 March 1985" in await chat.say("peter wetherby 12/3/85")


async def test_a_list_may_be_narrowed_step_by_step(chat: Chat) -> None:
    await chat.say("john smith")
    await chat.say("ZZ1 4AB")
    assert "Searched for: John Smith, born 12 March 1985, ZZ1 4AB" in await chat.say("12/3/85")


@pytest.mark.parametrize("typed", ["yes", "no", "2 days ago", "she rang 3 times", "", "choose", "12/3/85", "M6 3QP", "second hand car"])
def test_other_words_choose_nothing(typed: str) -> None:
    assert choice_of(typed) is None
