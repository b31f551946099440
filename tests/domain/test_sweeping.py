"""A search that wants everybody is refused in one line; one that means somebody is not."""

from datetime import date

import pytest

from domain.lookups import too_little
from domain.particulars import given_particulars, read_particulars
from domain.sweeping import ONE_AT_A_TIME, wants_everyone

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "typed",
    [
        "*",
        "%",
        "a*",
        "sm*th john",
        "*smith 12/3/85",
        "o'br*",
        "sm?th john 1/1/80",
        "j?hn smith",
        "jo_n smith",
        "john sm_th?",
        "smit_ 12/3/85",
        "_ 12/3/85",
        "o\u2019br?en",
        "anderson-h?ghes",
        "(j?hn smith)",
        "sm?th?any nmo",
        "mar?in smith",
        "jan?is smith",
        "an?a smith",
        "%%",
        "find a* ZZ1 4AB",
        "all orders",
        "All orders.",
        "list everyone",
        "show me all the live orders",
        "every nmo please",
        "everybody on the register",
        "export all records",
        "any order",
        "all",
    ],
)
def test_everybody_is_not_searched(typed: str) -> None:
    assert wants_everyone(typed)
    assert too_little(read_particulars(typed, TODAY)) == ONE_AT_A_TIME


@pytest.mark.parametrize(
    "typed",
    [
        "john smith 12/3/85",
        "any nmo on john smith?",
        "all orders on john smith",
        "has john smith got an order?",
        "john smith?any nmo",
        "john smith?has he got one",
        "john smith?",
        "any nmo on john smith??",
        "(john smith?)",
        "smith ? john ?",
        "is he ok?he said so",
        "what??any order on john smith",
        "john smith?12/3/85",
        "john_smith@mail.example",
        "http://mail.example/look_up?who=john",
        "john smith\n________________\n12/3/85",
        "john smith and jane marlow?",
        "alle allman 12/3/85",
        "is he 100% covered",
        "everyone at 14 larkfield row",
        "",
    ],
)
def test_somebody_is(typed: str) -> None:
    assert not wants_everyone(typed)


@pytest.mark.parametrize("typed", ["a", "find a", "j s", "x 12/3/85"])
def test_one_letter_is_refused_with_what_is_needed(typed: str) -> None:
    refused = too_little(read_particulars(typed, TODAY))
    assert refused is not None
    assert len(refused.splitlines()) == 1


def test_a_name_that_came_apart_already_is_held_to_the_same() -> None:
    assert too_little(given_particulars("a*", None, "", None, "", "a*; ; ; ; ")) == ONE_AT_A_TIME


@pytest.mark.parametrize("typed", ["sm?th john 1/1/80", "jo_n smith"])
def test_the_refusal_names_the_signs_that_stand_for_letters(typed: str) -> None:
    assert "(*, %, _ or ? within a word)" in (too_little(read_particulars(typed, TODAY)) or "")


def test_long_text_costs_no_more_than_its_length() -> None:
    assert not wants_everyone("all of the " * 20_000)
    assert wants_everyone("*" * 200_000)
    assert not wants_everyone("any?" * 20_000 + "any")
