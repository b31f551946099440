"""Where a protected person can be found does not stand in a text, however an officer typed it."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.orders import Party, PartyRole
from domain.withholding import ADDRESS, CONTACT, WITHHELD, with_words_instead, without_whereabouts
from tests.orders import a_party

JANE = a_party(role=PartyRole.APPLICANT)


def at(**changes: str | None) -> Party:
    return a_party(role=PartyRole.APPLICANT, **changes)


def bare(text: str) -> str:
    """Another way of reckoning: no accent, no sign, no space, no capital."""
    return re.sub(r"[\W_]+", "", "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))).lower()


@pytest.mark.parametrize(
    "typed",
    [
        *("3 Cobbler's Yard", "3 Cobblers Yard", "3 cobbler\u2019s yard", "3, COBBLERS YARD", "3 Cobblers-Yard", "no.3 Cobblers  Yard"),
        *("Cobblers Yard", "3 Cobblers Yd", "3\nCobblers\tYard", "3cobblersyard", "3 C\u00f3bblers Yard", "3 Cobblers Yard."),
        *("07700 900456", "07700900456", "+447700900456", "+44 7700 900 456", "0044 7700 900456", "+44 (0)7700-900-456", "(07700) 900456"),
        *("7700 900456", "447700900456", "07700.900.456", "077 00 90 04 56"),
        *("ZZ2 7QD", "zz27qd", "ZZ2-7QD", "zz2  7qd", "Z Z 2 7 Q D"),
        *("jane.marlow@mail.example", "Jane Marlow @ mail example", "JANE_MARLOW@MAIL.EXAMPLE"),
    ],
)
def test_it_is_withheld_in_whatever_way_it_is_typed(typed: str) -> None:
    text = without_whereabouts(f"He came to {typed} and rang.", JANE)
    assert WITHHELD in text
    assert [part for part in ("cobbler", "700900", "900456", "zz27", "marlow") if part in bare(text)] == []


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ("rang +44 7700 900456 twice", "rang [withheld] twice"),
        ("rang 0044 (0)7700 900456.", "rang [withheld]."),
        ("rang (07700) 900456", "rang [withheld]"),
        ("at 3 Cobbler's Yard, ZZ2 7QD, at 22:00", "at [withheld], [withheld], at 22:00"),
        ("at 3 Cobblers Yard, Ambermere", "at [withheld], Ambermere"),
    ],
)
def test_nothing_but_it_is_taken_out(typed: str, left: str) -> None:
    assert without_whereabouts(typed, JANE) == left


@pytest.mark.parametrize(
    ("held", "typed"),
    [
        ("3 Cobbler's Yard, Ambermere", "3 Cobblers Yard"),
        ("Flat 2, 3 Cobbler's Yard", "3 Cobblers Yard"),
        ("Flat 2, 3 Cobbler's Yard", "flat 2 3 cobblers yard"),
        ("12A High St", "12a high street"),
        ("12 High Street", "High St"),
        ("Rose Cottage", "rose-cottage"),
    ],
)
def test_house_and_street_are_known_apart_from_the_town(held: str, typed: str) -> None:
    text = bare(without_whereabouts(f"He came to {typed} drunk.", at(address1=held, address2=None)))
    assert re.fullmatch(r"hecameto(withheld)+drunk", text)


def test_a_short_way_of_writing_is_no_beginning_of_another_word() -> None:
    assert without_whereabouts("At church stood his car.", at(address1="5 Church Street")) == "At church stood his car."


def test_a_number_alone_in_the_first_line_is_read_with_the_street_in_the_second() -> None:
    assert without_whereabouts("at 3, Cobblers Yard", at(address1="3", address2="Cobbler's Yard")) == "at [withheld]"


@pytest.mark.parametrize(
    "person", [at(address1=None, address2=None, postcode=None, phone=None, email=None), at(address1="4", address2="", phone="999")]
)
def test_what_is_not_held_or_tells_nothing_takes_nothing_out(person: Party) -> None:
    assert without_whereabouts("At 4 in Ambermere she rang 999.", person) == "At 4 in Ambermere she rang 999."


GAPS = st.text(" \t\n.,;:-_/'\u2019()\u2013\u200b", max_size=3)
KNOWN = st.sampled_from(["3 Cobbler's Yard", "Cobblers Yard", "07700 900456", "7700900456", "ZZ2 7QD", "jane.marlow@mail.example"])


@given(KNOWN, st.lists(GAPS, min_size=30, max_size=30), st.booleans())
def test_no_spacing_or_sign_hides_it(known: str, gaps: list[str], capital: bool) -> None:
    typed = "".join(sign + gap for sign, gap in zip(bare(known), gaps, strict=False))
    text = without_whereabouts(f"He came to {typed.upper() if capital else typed} again", JANE)
    assert bare(known).removeprefix("0") not in bare(text)
    assert bare(text).startswith("hecameto")
    assert bare(text).endswith("again")


@given(st.text(max_size=300))
def test_a_text_without_it_stays_as_it_is(text: str) -> None:
    assert (
        without_whereabouts(text, at(address1="98765 Nowhere Yard", address2=None, postcode="ZZ9 9ZZ", phone="07700 900999", email=None))
        == text
    )


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("at 3 Cobbler's Yard, ZZ2 7QD, at 22:00", f"at {ADDRESS}, at 22:00"),
        ("rang 07700 900456 from ZZ2 7QD", f"rang {CONTACT} from {ADDRESS}"),
        ("ZZ2 7QD\nZZ2 7QD", f"{ADDRESS}\n{ADDRESS}"),
        ("at 9 Millrace Lane", "at 9 Millrace Lane"),
    ],
)
def test_words_say_what_was_kept_out_and_what_to_do(typed: str, shown: str) -> None:
    person = at(address1="3 Cobbler's Yard", address2="Ambermere", postcode="ZZ2 7QD", phone="07700 900456")
    assert with_words_instead(typed, [person]) == shown


def test_every_place_where_the_person_was_known_to_live_is_kept_out() -> None:
    people = [at(address1="3 Cobbler's Yard"), at(address1="9 Millrace Lane")]
    assert with_words_instead("3 Cobblers Yard, then 9 Millrace Ln", people) == f"{ADDRESS}, then {ADDRESS}"
