"""Names are folded, cut into tokens and compared as officers hear and spell them."""

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from domain.folding import forms, surname_forms, tokens
from domain.names import Agreement, agreement, agreements, far_keys, is_near, keys
from domain.nicknames import FORMS, long_forms
from domain.spellings import SPELLINGS, classes, of_one_class

Slip = Callable[[str, int, str], str]
LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=3, max_size=12)


def _dropped(name: str, at: int, _letter: str) -> str:
    return name[:at] + name[at + 1 :]


def _turned(name: str, at: int, _letter: str) -> str:
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def _added(name: str, at: int, letter: str) -> str:
    return name[:at] + letter + name[at:]


def _exchanged(name: str, at: int, letter: str) -> str:
    return name[:at] + letter + name[at + 1 :]


DROPPED, TURNED = _dropped, _turned
SLIPS = [_dropped, _turned, _added, _exchanged]


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("O'Brien", ("obrien",)),
        ("O\u2019 Brien", ("obrien",)),
        ("Mc Donald", ("mcdonald",)),
        ("Anderson-Hughes", ("anderson", "hughes")),
        ("Zo\u00eb", ("zoe",)),
        ("\u0141ukasz S\u00f8rensen", ("lukasz", "sorensen")),
        ("Ng\U0001f600 2nd", ("ng", "nd")),
        ("", ()),
        ("-", ()),
    ],
)
def test_a_name_falls_into_folded_parts(name: str, parts: tuple[str, ...]) -> None:
    assert tokens(name) == parts


def test_a_hyphenated_name_is_also_found_as_one_word() -> None:
    assert forms("Anne-Marie Jo") == ("anne", "marie", "jo", "annemarie")
    assert forms(None) == ()


def test_a_surname_of_two_words_is_found_as_one_and_a_longer_one_by_its_words() -> None:
    assert surname_forms("Al Adawi") == ("al", "adawi", "aladawi")
    assert surname_forms("Scott-Riley") == ("scott", "riley", "scottriley")
    assert surname_forms("Smith") == ("smith",)
    assert surname_forms("Abd El Rahman") == ("abd", "el", "rahman")
    assert surname_forms(None) == ()


@pytest.mark.parametrize(
    ("typed", "held", "level"),
    [
        ("smith", "smith", Agreement.EXACT),
        ("smiht", "smith", Agreement.ONE_EDIT),
        ("smth", "smith", Agreement.ONE_EDIT),
        ("bill", "william", Agreement.NICKNAME),
        ("bill", "will", Agreement.NICKNAME),
        ("mohamed", "muhammad", Agreement.NICKNAME),
        ("kathryn", "katharine", Agreement.SOUNDS_ALIKE),
        ("pilips", "phillips", Agreement.TWO_EDITS),
        ("andreson", "andresson", Agreement.ONE_EDIT),
        ("petersun", "petersan", Agreement.ONE_EDIT),
        ("hendricks", "hendrixson", Agreement.NONE),
        ("johnston", "johnsin", Agreement.TWO_EDITS),
        ("j", "john", Agreement.INITIAL),
        ("john", "j", Agreement.INITIAL),
        ("j", "peter", Agreement.NONE),
        ("alexander", "alexandra", Agreement.SOUNDS_ALIKE),
        ("ed", "ted", Agreement.NICKNAME),
        ("al", "ol", Agreement.NONE),
        ("ay", "amy", Agreement.ONE_EDIT),
        ("lii", "li", Agreement.ONE_EDIT),
        ("my", "amy", Agreement.NONE),
        ("asho", "ashton", Agreement.TWO_EDITS),
        ("asho", "asher", Agreement.NONE),
        ("smith", "jones", Agreement.NONE),
    ],
)
def test_two_tokens_agree_as_far_as_an_officer_would_say(typed: str, held: str, level: Agreement) -> None:
    assert agreement(typed, held) is level


def test_a_pet_form_of_two_names_does_not_make_them_one() -> None:
    assert long_forms("alex") == {"alexander", "alexandra"}
    assert agreement("alex", "alexandra") is agreement("alex", "alexander") is Agreement.NICKNAME


BORNE = st.sampled_from(sorted(FORMS | SPELLINGS | {"rosalind", "marchmont", "j"}))


@given(BORNE | LETTERS, st.sets(BORNE | LETTERS, max_size=30))
def test_many_names_agree_each_as_it_does_alone(typed: str, held: set[str]) -> None:
    alone = {one: agreement(typed, one) for one in held}
    assert agreements(typed, sorted(held)) == {one: level for one, level in alone.items() if level}


@given(BORNE | LETTERS, BORNE | LETTERS)
def test_spellings_are_of_one_class_where_they_may_stand_for_one_name(one: str, other: str) -> None:
    assert (other in of_one_class(one)) == bool(classes(one) & classes(other))


@given(LETTERS, st.data())
def test_one_slip_always_leaves_a_key_in_common(name: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(name) - 2))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    left_out, put_in = name[:at] + name[at + 1 :], name[:at] + letter + name[at:]
    changed, turned = name[:at] + letter + name[at + 1 :], name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    assume(len(left_out) > 2)
    assert all(keys(name) & keys(slip) for slip in (left_out, put_in, changed, turned))


@given(st.data())
def test_a_long_word_a_letter_short_or_turned_round_and_with_one_slip_more_leaves_a_far_key_in_common(data: st.DataObject) -> None:
    name = data.draw(st.text("abcdefghijklmnopqrstuvwxyz", min_size=7, max_size=14))
    typed = a_slip(data, a_slip(data, name, data.draw(st.sampled_from([DROPPED, TURNED]))), data.draw(st.sampled_from(SLIPS)))
    assert (far_keys(typed) | keys(typed)) & keys(name), typed


def a_slip(data: st.DataObject, name: str, slip: Slip) -> str:
    """Anywhere but in the first letter."""
    at = data.draw(st.integers(1, len(name) - 2))
    return slip(name, at, data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz")))


def test_a_name_is_near_that_is_the_same_or_a_letter_off() -> None:
    assert is_near("kozlowska", {"smith", "kozlowska"})
    assert is_near("kozlwska", {"smith", "kozlowska"})
    assert not is_near("kozlwka", {"smith", "kozlowska"})
    assert not is_near("kozlowska", set())


@given(LETTERS)
def test_keys_fit_a_signed_column_of_64_bits(name: str) -> None:
    assert all(-(2**63) <= key < 2**63 for key in keys(name))


@given(st.sampled_from(["bill william", "kate katherine", "mo mohammed", "ste stephen", "dai david"]))
def test_a_pet_form_leaves_a_key_in_common_with_its_name(pair: str) -> None:
    short, long = pair.split()
    assert keys(short) & keys(long)
