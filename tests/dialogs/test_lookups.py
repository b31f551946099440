"""Looking up orders as a conversation."""

from datetime import date

import pytest

from bot.cards.order_parts import UNCHECKED
from bot.cards.orders import A_NAME, COMPARE, NO_NAME, PROTECTED
from dialogs.lookups import NOT_THIS, LookupDialog
from domain.lookups import NO_PLACE, ONE_NAME, RESTRICTED_LINE, UNREAD_NAME
from domain.orders import Order, PartyRole
from domain.places import Place, PlaceKind
from domain.policies import Policy
from domain.sweeping import ONE_AT_A_TIME
from guidance.danger import IN_DANGER
from storage.work import Database
from tests.fakes.chat import Chat
from tests.fakes.clock import FrozenClock
from tests.fakes.talk import Talk
from tests.orders import a_party, an_order
from tests.people import AUDITOR, EVERYONE, RESPONSE
from tests.policies import unasked

FATHER = a_party(dob=date(1958, 7, 1))


@pytest.fixture
def talk(database: Database) -> Talk:
    clock = FrozenClock()
    return Talk(LookupDialog(database.work, clock, unasked), RESPONSE, database, clock)


async def hold(database: Database, *orders: Order) -> None:
    async with database.work() as uow:
        await uow.orders.save_many(orders)
        await uow.search.add(orders)


async def test_one_misheard_line_gives_the_card_to_act_on(database: Database, talk: Talk) -> None:
    await hold(database, an_order(has_document=True))
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


async def test_after_an_answer_nothing_is_kept_and_after_a_list_ids_alone(database: Database, talk: Talk) -> None:
    await hold(database, an_order())
    for typed in ("smith", "john smith 12/3/85", "peter wetherby 1/2/70"):
        await talk.say(typed)
        assert await talk.state() == {"stack": []}
    await talk.say("john smith")
    kept = await talk.state()
    assert (kept["stack"], list(kept["listed"])) == ([], ["id", "at", "shown"])
    assert kept["listed"]["shown"] == [id for title, id in talk.buttons if title == "Choose 1"]
    assert "smith" not in str(kept).casefold()


async def test_a_name_of_one_word_asks_for_more(database: Database, talk: Talk) -> None:
    await hold(database, an_order())
    assert await talk.say("has john got a non mol") == [
        "One name alone is not searched. Type forename and surname, and the date of birth if you have it."
    ]


async def test_a_date_that_cannot_be_is_said_beside_a_name_of_one_word(talk: Talk) -> None:
    assert await talk.say("taylor 31/2/1990") == [f"{ONE_NAME} There is no day 31/2/1990."]


async def test_nothing_found_is_never_a_bare_no(talk: Talk) -> None:
    said = await talk.say("peter wetherby 1/2/70")
    assert said[1] == "Nothing found in this register"
    assert RESTRICTED_LINE in said


@pytest.mark.parametrize(
    ("typed", "searched"),
    [
        ("does john smith have an nmo against his wife jane", "John Smith"),
        ("stopped john smith in a car, any non mol on him?", "John Smith"),
        ("john smith 12/3/85", "John Smith, born 12 March 1985"),
        ("john smith ZZ1 4AB", "John Smith, ZZ1 4AB"),
        ("wilf quill at the desk asks about john smith", "John Smith"),
        ("john smith told us, on wilf quill", "John Smith"),
        ("any nmo on peter wetherby 1985", "Peter Wetherby, born 1985"),
        ("any nmo on john smith, about 40", "John Smith, aged 35 to 45"),
    ],
)
async def test_every_answer_says_on_the_card_whom_it_searched_for(database: Database, talk: Talk, typed: str, searched: str) -> None:
    await hold(database, an_order())
    assert f"Searched for: {searched}" in await talk.say(typed)
    assert searched.split(",", maxsplit=1)[0] not in talk.cards[-1]["speak"]


async def test_a_second_person_is_not_dropped_in_silence(database: Database, talk: Talk) -> None:
    await hold(database, an_order())
    said = await talk.say("john smith dob 12/3/85 and darren pike 17/5/79")
    assert said[1] == "In force on what the court last told us"
    assert "One person at a time: also typed: Darren Pike." in said
    assert "17/5/79 was not used: one date of birth at a time." in said


async def test_another_name_that_finds_somebody_confirms_nobody(database: Database, talk: Talk) -> None:
    await hold(database, an_order())
    said = await talk.say("john smith is here about an nmo on wilf quill")
    assert (said[1], "One person at a time: also typed: Wilf Quill." in said) == ("Possible, not confirmed", True)


@pytest.mark.parametrize("typed", ["wetherby, got one for pete", "zebulon wetherby got zorro", "ozzy in the bar with wetherby"])
async def test_a_name_that_cannot_be_read_is_never_answered_with_none(talk: Talk, typed: str) -> None:
    assert await talk.say(typed) == [UNREAD_NAME]


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("john smith 31/2/85", "There is no day 31/2/85: only the year 1985 was used."),
        ("john smith 45/3/85", "There is no day 45/3/85: only the year 1985 was used."),
        ("john smith 12/3", "12/3 was not used: it has no year."),
        ("john smith 1/1/2025", "1/1/2025 was not used: it cannot be read as a date of birth."),
    ],
)
async def test_a_date_that_is_none_is_said_not_to_be_used(database: Database, talk: Talk, typed: str, note: str) -> None:
    await hold(database, an_order())
    assert note in await talk.say(typed)


async def test_a_postcode_that_agrees_is_said_to_agree(database: Database, talk: Talk) -> None:
    await hold(database, an_order())
    assert "One record may fit: name and postcode agree. Compare the date of birth before you act." in await talk.say("jane marlow ZZ2 7QD")


async def test_a_postcode_district_puts_the_nearest_first_and_says_why(database: Database, talk: Talk) -> None:
    near, far = an_order(respondent=a_party(postcode="ZZ6 1AA")), an_order(respondent=a_party(dob=date(1958, 7, 1)))
    await hold(database, far, near)
    said = " ".join(await talk.say("john smith ZZ6"))
    assert said.index(near.reference) < said.index(far.reference)
    assert "forename the same, same postcode district." in said


@pytest.mark.parametrize("forename", ["joan", "juan", "jonah"])
async def test_another_forename_is_never_a_match_however_near(database: Database, talk: Talk, forename: str) -> None:
    await hold(database, an_order())
    assert (await talk.say(f"{forename} smith 12/3/85"))[1] == "Possible, not confirmed"


async def test_a_record_chosen_from_a_list_is_not_as_sure_as_a_match(database: Database, talk: Talk) -> None:
    await hold(database, an_order(), an_order(respondent=FATHER))
    await talk.say("john smith")
    chosen = await talk.press("Choose 1")
    assert COMPARE in chosen
    assert "Why this record: surname the same, forename the same." in chosen
    assert COMPARE not in await talk.say("john smith 12/3/85")


async def test_a_protected_person_chosen_from_a_list_is_still_called_that(database: Database, talk: Talk) -> None:
    await hold(database, an_order())
    await talk.say("jane marlow")
    assert PROTECTED in await talk.press("Choose 1")


async def test_a_place_in_a_condition_lists_orders_and_confirms_nobody(database: Database, talk: Talk) -> None:
    order = an_order(conditions_checked=True)
    await hold(database, order)
    async with database.work() as uow:
        await uow.places.replace(order.id, {Place(PlaceKind.SCHOOL, ("elmfield",), "school")})
    said = await talk.say("any order about Elmfield Primary")
    assert said[1:3] == [
        "Named in a condition",
        "One order has a checked condition that names this place. That says nothing of who your person is.",
    ]
    assert "Searched for: a place named in a condition: Elmfield Primary" in said
    assert "Elmfield" not in talk.cards[-1]["speak"]
    assert COMPARE in await talk.press("Choose 1")
    assert {"Nothing found in this register", NO_PLACE, RESTRICTED_LINE} <= set(await talk.say("any order about Wenfold Primary"))


@pytest.mark.parametrize("typed", ["peter wetherby knife 1/2/70", "wetherby stabbed"])
async def test_a_word_of_danger_is_not_answered_with_a_miss_alone(talk: Talk, typed: str) -> None:
    assert any(line.startswith(IN_DANGER) for line in await talk.say(typed))


async def test_the_conditions_are_left_to_the_sealed_order(database: Database, talk: Talk) -> None:
    order = an_order(has_document=True)
    await hold(database, order)
    await talk.say("john smith 12/3/85")
    assert await talk.press("Conditions") == [
        (
            "The conditions have not yet been checked by a person: press Open the order on its card and go by its words. "
            "Or go by the applicant's own copy, or ask the court; never by a summary."
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
    said = await Talk(LookupDialog(database.work, clock, unasked), AUDITOR, database, clock).say("john smith 12/3/85")
    assert said == ["Your role does not include this. If it should, ask your supervisor or the force's administrator."]


async def test_words_that_are_no_name_are_searched_and_it_is_asked_whether_a_name_was_meant(database: Database, talk: Talk) -> None:
    await hold(database, an_order())
    said = await talk.say("asdf qwer zxcv")
    assert said[1:3] == [A_NAME, NO_NAME]
    assert "Searched for: Asdf Qwer Zxcv" in said
    assert RESTRICTED_LINE in said
    assert (await talk.say("mbwg hrvat"))[1] == "Nothing found in this register"


async def test_a_name_that_looks_like_none_is_found_where_the_register_holds_it(database: Database, talk: Talk) -> None:
    await hold(database, an_order(respondent=a_party(forenames="Asdf", surname="Qwer")))
    assert A_NAME not in await talk.say("asdf qwer 12/3/85")


@pytest.mark.parametrize("typed", ["*", "a*", "list everyone", "all orders"])
async def test_everybody_is_refused_in_one_line_without_a_reason_and_logged(database: Database, typed: str) -> None:
    clock = FrozenClock()
    chat = Chat(database, RESPONSE, real_lookups=LookupDialog(database.work, clock, Policy))
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
    await hold(database, an_order())
    assert await chat.say(typed) == [ONE_AT_A_TIME]
    async with database.reading() as uow:
        assert [(one.outcome, one.typed) for one in await uow.audit.since()] == [("refused", typed)]
