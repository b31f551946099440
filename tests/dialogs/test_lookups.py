"""Looking up orders as a conversation."""

from datetime import date

import pytest

from bot.cards.orders import UNCHECKED
from dialogs.lookups import NOT_THIS, LookupDialog
from domain.lookups import RESTRICTED_LINE
from domain.orders import Order, PartyRole
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.fakes.talk import Talk
from tests.orders import a_party, an_order
from tests.people import AUDITOR, RESPONSE

FATHER = a_party(dob=date(1958, 7, 1))


@pytest.fixture
def talk(database: Database) -> Talk:
    clock = FrozenClock()
    return Talk(LookupDialog(database.work, clock), RESPONSE, database, clock)


async def hold(database: Database, *orders: Order) -> None:
    async with database.work() as uow:
        await uow.orders.save_many(orders)
        await uow.search.add(orders)


async def test_one_misheard_line_gives_the_card_to_act_on(database: Database, talk: Talk) -> None:
    await hold(database, an_order())
    said = await talk.say("any nmo on john smiht dob 12/3/85")
    assert said[1] == "In force on what the court last told us"
    assert UNCHECKED in said


async def test_of_father_and_son_the_officer_chooses(database: Database, talk: Talk) -> None:
    await hold(database, an_order(), an_order(respondent=FATHER))
    listed = await talk.say("john smith")
    assert "Possible, not confirmed" in listed
    chosen = await talk.press("Choose 1")
    other = await talk.press("Choose 2")
    assert {next(day for day in said if day.endswith(("1985", "1958"))) for said in (chosen, other)} == {"12 March 1985", "1 July 1958"}
    assert chosen[1] == "In force on what the court last told us"


async def test_an_order_that_protects_somebody_of_the_same_name_is_not_hidden_by_a_date_of_birth(database: Database, talk: Talk) -> None:
    protecting = an_order(
        applicant=a_party(role=PartyRole.APPLICANT, forenames="John", surname="Smith", dob=None), respondent=a_party(surname="Quill")
    )
    await hold(database, an_order(), protecting)
    said = await talk.say("john smith 12/3/85")
    assert said[1] == "In force on what the court last told us"
    assert (
        f"Somebody of this name is the applicant (protected person) in {protecting.reference}. "
        "No date of birth is held there: it may be the same person." in said
    )
    assert protecting.reference in await talk.press(f"Open {protecting.reference}")


async def test_a_single_namesake_is_still_only_possible(database: Database, talk: Talk) -> None:
    await hold(database, an_order())
    assert "Possible, not confirmed" in await talk.say("john smith")
    assert [title for title, _ in talk.buttons] == ["Choose 1"]


async def test_the_date_of_birth_with_the_name_settles_it(database: Database, talk: Talk) -> None:
    await hold(database, an_order(), an_order(respondent=FATHER))
    await talk.say("john smith")
    assert "1 July 1958" in await talk.say("john smith 1/7/58")


async def test_nothing_that_was_typed_is_kept_between_turns(database: Database, talk: Talk) -> None:
    await hold(database, an_order())
    for typed in ("john smith", "smith", "john smith 12/3/85"):
        await talk.say(typed)
        assert await talk.state() == {"stack": []}


async def test_a_name_of_one_word_asks_for_more(database: Database, talk: Talk) -> None:
    await hold(database, an_order())
    assert await talk.say("has john got a non mol") == [
        "One name alone is not searched. Type forename and surname, and the date of birth if you have it."
    ]


async def test_nothing_found_is_never_a_bare_no(talk: Talk) -> None:
    said = await talk.say("peter wetherby 1/2/70")
    assert said[1] == "Nothing found in this register"
    assert RESTRICTED_LINE in said


async def test_the_conditions_are_left_to_the_sealed_order(database: Database, talk: Talk) -> None:
    order = an_order(has_document=True)
    await hold(database, order)
    await talk.say("john smith 12/3/85")
    assert await talk.press("Conditions") == [
        (
            "The conditions have not yet been checked by a person: open the order and go by its words. "
            f"The register holds it as {order.file_name}. Or go by the applicant's own copy, or ask the court; never by a summary."
        )
    ]


async def test_a_missing_paper_is_owned_up_to(database: Database, talk: Talk) -> None:
    await hold(database, an_order())
    await talk.say("john smith 12/3/85")
    assert (await talk.press("Conditions"))[0].startswith("The order's PDF is not held here")


async def test_not_this_person_says_how_to_go_on(database: Database, talk: Talk) -> None:
    await hold(database, an_order())
    await talk.say("john smith 12/3/85")
    assert await talk.press("Not this person") == [NOT_THIS]


async def test_whoever_may_not_look_up_is_told_so_and_sees_nothing(database: Database) -> None:
    clock = FrozenClock()
    await hold(database, an_order())
    said = await Talk(LookupDialog(database.work, clock), AUDITOR, database, clock).say("john smith 12/3/85")
    assert said == ["Your role does not include this. If it should, ask your supervisor or the force's administrator."]
