"""References read aloud: a slip of one character or of two neighbours is always caught."""

import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.references import ALPHABET, LOOSE_BR, LOOSE_NMO, canonical, find_reference, is_reference, new_reference

REFERENCES = st.builds(lambda prefix, seed: new_reference(prefix, Random(seed)), st.sampled_from(("NMO", "BR")), st.integers())
KELVIN = "\N{KELVIN SIGN}"


@given(REFERENCES)
def test_every_single_wrong_character_is_caught(reference: str) -> None:
    prefix, _, tail = reference.partition("-")
    slips = [tail[:at] + letter + tail[at + 1 :] for at in range(len(tail)) for letter in ALPHABET if letter != tail[at]]
    assert len(slips) == 6 * 22
    assert [slip for slip in slips if is_reference(f"{prefix}-{slip}")] == []


@given(REFERENCES)
def test_every_two_neighbours_that_changed_places_are_caught(reference: str) -> None:
    prefix, _, tail = reference.partition("-")
    swapped = {tail[:at] + tail[at + 1] + tail[at] + tail[at + 2 :] for at in range(len(tail) - 1)} - {tail}
    assert [slip for slip in swapped if is_reference(f"{prefix}-{slip}")] == []


@given(REFERENCES, st.sampled_from(("{}", "order {} please", "{}?", "({})", "is {} live")), st.sampled_from(("-", " ", "")))
def test_a_reference_is_found_as_people_type_it(reference: str, around: str, joint: str) -> None:
    typed = around.format(reference.replace("-", joint).lower())
    assert find_reference(typed) == reference


@given(REFERENCES, st.sampled_from(("-", " ", "", "\t")), st.sampled_from(ALPHABET))
def test_a_slip_is_kept_as_it_was_typed_for_the_officer_to_be_told_of(reference: str, joint: str, last: str) -> None:
    slipped = reference[:-1] + last
    found = re.search(f"{LOOSE_NMO}|{LOOSE_BR}", f"hand over {slipped.replace('-', joint).lower()} now", re.IGNORECASE)
    assert found is not None
    assert canonical(found[0]) == slipped


@given(st.text(alphabet=[*ALPHABET, *ALPHABET.lower(), *"NMOBR- ", KELVIN, "\N{LATIN SMALL LETTER LONG S}", "é"]))
def test_whatever_is_typed_is_read_without_a_fault_and_nothing_is_found_that_was_not_typed(text: str) -> None:
    found = find_reference(text)
    assert found is None or found.replace("-", "") in re.sub(r"[-\s]", "", text).upper()


def test_a_letter_that_only_looks_like_one_of_ours_is_no_reference() -> None:
    assert find_reference(f"NMO-{KELVIN}23456") is None


@pytest.mark.parametrize("text", ["", "NMO-", "NMO-222222222", "XNMO-222222", "NMO-AEIOUL", "NMO--22222"])
def test_what_has_another_shape_is_no_reference(text: str) -> None:
    assert find_reference(text) is None


def test_no_vowel_and_no_look_alike_is_ever_used() -> None:
    assert set(ALPHABET).isdisjoint("AEIOU01LSZBQ")
