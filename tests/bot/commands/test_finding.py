"""What `find` says beside the matches: the words that an officer would have seen on the card."""

from bot.bodies import MAX_TEXT, TOO_LONG
from bot.commands.finding import found, found_line
from domain.lookups import ELSEWHERE, RESTRICTED_LINE, Found
from domain.matching import Verdict
from storage.work import Database
from tests.fakes.clock import NOON, FrozenClock
from tests.people import RESPONSE


def test_nothing_found_says_what_was_searched_and_where_else_to_look() -> None:
    found = Found(Verdict.NONE, "Nothing agrees.", searched="Searched by name.")
    assert found_line(found) == {
        "verdict": "none",
        "why": f"Nothing agrees. Searched by name. {RESTRICTED_LINE} {ELSEWHERE}",
        "matches": [],
    }


def test_what_is_only_possible_asks_for_one_more_particular() -> None:
    found = Found(Verdict.POSSIBLE, "One record may fit.", searched="Searched by name.", ask="date of birth")
    assert found_line(found)["why"] == "One record may fit. Add the date of birth."


def test_a_match_is_only_that() -> None:
    assert found_line(Found(Verdict.MATCH, "All agree.", searched="Searched by name."))["why"] == "All agree."


async def test_parts_of_a_person_that_the_register_cannot_be_searched_by_are_named(embedded: Database) -> None:
    one = found(embedded.work, FrozenClock(NOON), RESPONSE)
    phone = await one({"person": {"phone": "07700 900123"}})
    assert (phone["verdict"], phone["why"][:61]) == ("refused", "The register cannot be searched by telephone number yet. Type")
    address = await one({"person": {"name": "John Smith", "dob": "1985-03-12", "address": "14 Larkfield Row"}})
    assert "Not searched by house and street." in address["why"]


async def test_more_text_than_is_read_is_refused_and_not_cut(embedded: Database) -> None:
    one = found(embedded.work, FrozenClock(NOON), RESPONSE)
    assert await one({"text": "john smith " + "x" * MAX_TEXT}) == {"verdict": "refused", "why": TOO_LONG, "matches": []}
