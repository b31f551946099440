"""What is typed without a thought is told from a name, and no name is taken for it."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from demo.names import made_up_name
from domain.folding import tokens
from domain.forenames import FORENAMES
from domain.name_runs import Names
from domain.nickname_joins import related
from domain.nonsense import looks_like_no_name, names_nobody
from domain.particulars import read_particulars
from domain.spellings import SPELLINGS

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "typed",
    [
        "asdf qwer zxcv",
        "dfghj lkjhg",
        "sdfghjk qrtpl",
        "asdasd asdasd",
        "xxxx xxxx",
        "qwerty asdfgh",
        "asdf qwer 12/3/85",
        "poiuy mnbvc",
        "zzzz dkfjg",
    ],
)
def test_runs_of_the_keyboard_name_nobody(typed: str) -> None:
    assert names_nobody(read_particulars(typed, TODAY))


REAL = (
    *(
        "Mai Ng",
        "Ng Nguyen",
        "Nguyen Van Ng",
        "Jan Szczepanski",
        "Mbwg Llwyd",
        "Ivan Hrvat",
        "Petr Vlk",
        "Vlk Krc",
        "Jan Smrz",
        "Smrz Srb",
        "Bwlch Cwm",
        "Krzysztof Brzezinski",
    ),
    *(
        "J K",
        "J. R. Smith",
        "JK Zxcvb",
        "Wert Trew Poole",
        "Qwer Smith",
        "Asdf Khan",
        "Skrtl Martin",
        "Sri Srth",
        "Tkr Mc Brd",
        "Zz Xx",
        "Hrhl Nwg",
        "Yvytr Krkyn",
    ),
    *("Hng Kvgd", "Nguy\u1ec5n Ph\u1ea1m", "\u0160\u010ders Brdn", "\u0418\u0432\u0430\u043d \u0412\u043b\u043a"),
)


@pytest.mark.parametrize("typed", REAL)
def test_no_real_name_is_taken_for_nonsense_however_few_vowels_it_has(typed: str) -> None:
    assert not looks_like_no_name(tokens(typed))


def test_no_name_of_the_tables_is_taken_for_nonsense_beside_any_other_word() -> None:
    """Forenames, their pet forms of the wide table, spellings from abroad, and the names of the demonstration."""
    made = [part for seed in range(2_000) for part in made_up_name(Random(seed))]
    pet_forms = [one for name in FORENAMES for one in related(name)]
    parts = {part for name in (*FORENAMES, *pet_forms, *SPELLINGS, *made) for part in tokens(name)}
    assert len(parts) > 1_500
    assert [part for part in parts if looks_like_no_name((part, "zxcvb"))] == []


@given(st.sampled_from(["zxcvb", "asdf"]), st.text("aeiouwy", min_size=1, max_size=3), st.text("bcdfghklmnprst", max_size=8))
def test_one_word_with_a_vowel_that_is_no_run_makes_it_a_name(nonsense: str, vowels: str, rest: str) -> None:
    names: Names = (nonsense, f"m{vowels}b{rest}")
    assert not looks_like_no_name(names)


@pytest.mark.parametrize(
    "typed", ["asdf qwer M6 3QP", "asdf qwer 07700 900123", "case 1711912467163534 asdf qwer", "asdf", "john smith", ""]
)
def test_what_was_searched_by_more_than_such_words_names_somebody(typed: str) -> None:
    assert not names_nobody(read_particulars(typed, TODAY))
