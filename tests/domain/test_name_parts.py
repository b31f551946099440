"""Words of a name that are typed apart and held as one, and the parts that a held name falls into."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.folding import forms, surname_forms, typed_tokens
from domain.name_parts import first_and_further, parts_of, runs_held_as_one

WORDS = st.lists(st.sampled_from(["al", "haj", "ud", "din", "salah", "o"]), min_size=1, max_size=5).map(tuple)
HELD = st.frozensets(st.sampled_from(["alhaj", "uddin", "salahuddin", "alal", "oal", "odin", "hajud"]))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("O Jones", ("o", "jones")),
        ("Mac Porter", ("mac", "porter")),
        ("Mc Porter", ("mcporter",)),
        ("Sean O Brien", ("sean", "obrien")),
        ("O'Jones", ("ojones",)),
        ("Jones", ("jones",)),
        ("O", ("o",)),
    ],
)
def test_o_and_mac_may_be_the_forename_of_two_words_that_are_typed(typed: str, words: tuple[str, ...]) -> None:
    assert typed_tokens(typed) == words


@pytest.mark.parametrize(
    ("typed", "held", "runs"),
    [
        (("amir", "al", "haj"), {"alhaj"}, [slice(1, 3)]),
        (("salah", "ud", "din", "karim"), {"salahuddin", "uddin"}, [slice(1, 3), slice(0, 3)]),
        (("al", "haj"), {"alhaj"}, []),
        (("o", "brien"), {"obrien"}, [slice(0, 2)]),
        (("amir", "haj"), {"alhaj"}, []),
    ],
)
def test_words_side_by_side_are_one_where_somebody_bears_the_whole(typed: tuple[str, ...], held: set[str], runs: list[slice]) -> None:
    assert runs_held_as_one(typed, held) == runs


@given(WORDS, HELD)
def test_every_run_is_a_word_that_is_held_and_every_such_word_is_a_run(typed: tuple[str, ...], held: frozenset[str]) -> None:
    found = {"".join(typed[run]) for run in runs_held_as_one(typed, held)}
    two = {one + other for one, other in pairwise(typed) if len(typed) > 2 or typed[0] == "o"}
    three = {one + other + third for (one, other), (_, third) in pairwise(pairwise(typed)) if len(typed) > 3 or typed[0] == "o"}
    assert found == held & (two | three)


@pytest.mark.parametrize(
    ("forenames", "first", "further"),
    [
        ("Olivia", ("olivia",), ()),
        ("Olivia Joan", ("olivia",), ("joan",)),
        ("Anne-Marie Joan", ("anne", "annemarie"), ("marie", "joan")),
        (None, (), ()),
    ],
)
def test_the_first_forename_stands_with_its_joined_form_and_apart_from_the_further_ones(
    forenames: str | None, first: tuple[str, ...], further: tuple[str, ...]
) -> None:
    assert first_and_further(forms(forenames)) == (first, further)


@pytest.mark.parametrize(("surname", "parts"), [("Smith", 1), ("Scott-Riley", 2), ("Al Adawi", 2), ("Abd El Rahman", 3)])
def test_a_surname_has_as_many_parts_as_words(surname: str, parts: int) -> None:
    assert parts_of(surname_forms(surname)) == parts
