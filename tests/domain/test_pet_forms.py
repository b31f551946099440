"""Pet forms that no table knows: how one is made of a name, and which names are looked for besides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.forenames import FORENAMES
from domain.name_odds import odds_of_pet_form
from domain.pet_forms import Made, made, may_be

NAMES = st.sampled_from(sorted(FORENAMES))


@pytest.mark.parametrize(
    ("one", "other", "so"),
    [
        ("stu", "stuart", Made.BEGINNING),
        ("stevie", "steven", Made.BEGINNING),
        ("jenny", "jennifer", Made.BEGINNING),
        ("al", "alan", Made.BEGINNING),
        ("sandra", "cassandra", Made.END),
        ("tilly", "matilda", Made.WITHIN),
        ("andie", "alexandra", Made.WITHIN),
        ("kathleen", "katrina", Made.THREE_LETTERS),
        ("mickey", "michelle", Made.THREE_LETTERS),
        ("dorrit", "dolores", Made.TWO_LETTERS),
        ("bobbie", "barbara", Made.ONE_LETTER),
        ("nettie", "harold", Made.OTHERWISE),
        ("lexie", "alexa", Made.END),
        ("kristy", "christine", Made.BEGINNING),
    ],
)
def test_each_is_told_by_what_the_two_have_in_common(one: str, other: str, so: Made) -> None:
    assert (made(one, other), made(other, one)) == (so, so)


def test_what_is_likelier_says_more() -> None:
    odds = [odds_of_pet_form(one) for one in Made]
    assert odds == sorted(odds)
    assert odds[0] < 0 < odds[-1]


@given(NAMES, st.integers(2, 4))
def test_a_name_is_looked_for_by_its_first_letters_and_is_made_of_them(name: str, letters: int) -> None:
    short = name[:letters]
    longer = {one for one in may_be(short) if one in FORENAMES and one.startswith(short)}
    assert longer >= {one for one in FORENAMES if one.startswith(short)} - {short}
    assert {made(short, one) for one in longer} <= {Made.BEGINNING}


@pytest.mark.parametrize(("typed", "name"), [("kristy", "christine"), ("lexie", "alexa"), ("rina", "katherine")])
def test_a_pet_form_is_looked_for_by_ear_and_by_its_end(typed: str, name: str) -> None:
    assert name in may_be(typed)


def test_of_a_word_that_is_no_forename_only_longer_names_are_looked_for() -> None:
    assert not may_be("marchbank")
    assert "alex" in may_be("alexander")
