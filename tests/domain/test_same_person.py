"""Records are of one person because somebody said so; two orders are mutual where both people are surely the same."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.lookups import NOT_SHOWN, safe_particulars
from domain.orders import Order, PartyRole
from domain.same_person import (
    FIRM,
    LINKED,
    SAME_CASE,
    AlsoIn,
    PersonLink,
    Record,
    Sides,
    Word,
    also_in,
    linked_words,
    may_be_told,
    mutuals,
    pair_of,
    sides_of,
    standing,
    walled,
)
from tests.fakes.clock import NOON
from tests.orders import a_party, an_order
from tests.people import DESK, RESPONSE, VLO
from tests.same_people import bound, her_order, his_order, protected

HIS, HERS = his_order(), her_order()
RESPONDENT, APPLICANT = PartyRole.RESPONDENT, PartyRole.APPLICANT


def said(first: Record, second: Record, word: Word = Word.SAME, number: int = 1, references: tuple[str, str] = ("", "")) -> PersonLink:
    return PersonLink(*pair_of(first, second), word, DESK.id, NOON, number, *references)


def how(order: Order, other: Order, *links: PersonLink) -> list[str]:
    return [one.how for one in mutuals(order, [sides_of(other)], links)]


def of(order: Order, role: PartyRole) -> Record:
    return Record(order.id, role)


@given(st.lists(st.sampled_from(list(Word)), max_size=6))
def test_the_last_word_on_a_pair_counts(words: list[Word]) -> None:
    one, other = of(HIS, RESPONDENT), of(HERS, APPLICANT)
    links = [said(one, other, word, at) for at, word in enumerate(words, 1)]
    assert bool(standing(reversed(links))) is (words[-1:] == [Word.SAME])


def test_a_link_is_told_from_both_sides_and_goes_no_further() -> None:
    third = an_order()
    first_link, second_link = said(of(HIS, RESPONDENT), of(HERS, APPLICANT)), said(of(HERS, APPLICANT), of(third, RESPONDENT))
    seen = {order.id: {one.record.order for one in also_in(order.id, [first_link, second_link])} for order in (HIS, HERS, third)}
    assert seen == {HIS.id: {HERS.id}, HERS.id: {HIS.id, third.id}, third.id: {HERS.id}}


def test_what_is_told_says_whose_record_it_is_in_which_part_and_since_when() -> None:
    theirs = Record(uuid4(), RESPONDENT)
    assert [linked_words(AlsoIn(theirs, "NMO-23456P", whose, NOON)) for whose in (RESPONDENT, APPLICANT)] == [
        "Also in: NMO-23456P (respondent), linked by a person on 20 November 2026.",
        "The protected person is also in: NMO-23456P (respondent), linked by a person on 20 November 2026.",
    ]


def test_the_same_two_people_turned_round_are_mutual_from_both_sides() -> None:
    assert (how(HIS, HERS), how(HERS, HIS)) == ([FIRM], [FIRM])
    assert mutuals(HIS, [sides_of(HERS)], ())[0].reference == HERS.reference


@pytest.mark.parametrize(
    "other",
    [
        her_order(applicant=protected(dob=date(1985, 3, 13))),
        her_order(applicant=protected(dob=None)),
        her_order(respondent=bound(dob=None)),
        her_order(applicant=protected(forenames="Jon")),
        her_order(respondent=bound(surname="Marlowe")),
        her_order(respondent=bound(surname=None)),
        his_order(),
        HIS,
    ],
)
def test_anything_less_than_both_names_and_both_dates_makes_nobody_mutual_across_cases(other: Order) -> None:
    assert how(HIS, other) == how(other, HIS) == []


def test_on_one_case_the_names_are_enough_where_a_date_of_birth_is_missing_and_never_where_one_contradicts() -> None:
    case = HIS.case_no
    assert how(HIS, her_order(case_no=case, applicant=protected(dob=None))) == [SAME_CASE]
    assert how(HIS, her_order(case_no=case, applicant=protected(dob=date(1960, 1, 1)))) == []
    assert how(HIS, her_order(case_no=case, applicant=protected(surname=None, withheld=frozenset({"surname"})))) == []
    nameless = replace(HIS, respondent=a_party(surname=None), applicant=a_party(role=APPLICANT, surname=None))
    assert how(nameless, her_order(case_no=case, applicant=protected(surname=None), respondent=bound(surname=None))) == []


def test_a_persons_word_stands_in_for_a_name_that_differs_but_only_for_the_record_it_was_said_of() -> None:
    married = her_order(respondent=bound(surname="Quill"))
    word = said(of(HIS, APPLICANT), of(married, RESPONDENT))
    assert how(HIS, married, word) == [LINKED]
    assert how(HIS, married, said(of(HIS, RESPONDENT), of(married, RESPONDENT))) == []
    assert how(HIS, married, word, replace(word, word=Word.TAKEN_BACK, number=2)) == []


@pytest.mark.parametrize("other", [HERS, her_order(case_no=HIS.case_no, applicant=protected(dob=None))])
def test_whoever_another_order_protects_is_not_found_through_the_order_against_them(other: Order) -> None:
    behind = walled(HIS, [sides_of(other)], ())
    areas = [safe_particulars(behind, officer).respondent.area for officer in (RESPONSE, VLO)]
    assert areas == [NOT_SHOWN, "Ambermere, ZZ1"]
    assert safe_particulars(HIS, RESPONSE).respondent.area == "Ambermere, ZZ1"
    assert safe_particulars(behind, RESPONSE).respondent.dob == "12 March 1985"


def test_a_link_to_a_record_that_is_protected_walls_too_and_one_to_a_respondent_does_not() -> None:
    stranger = an_order(applicant=a_party(role=APPLICANT, forenames="J", surname="Smythe", dob=None))
    for role, area in ((APPLICANT, NOT_SHOWN), (RESPONDENT, "Ambermere, ZZ1")):
        behind = walled(HIS, [sides_of(stranger)], [said(of(HIS, RESPONDENT), of(stranger, role))])
        assert safe_particulars(behind, RESPONSE).respondent.area == area
    assert walled(HIS, [sides_of(stranger)], [said(of(HIS, APPLICANT), of(stranger, APPLICANT))]) == HIS


def test_what_is_confidential_of_the_protected_person_there_is_confidential_of_the_respondent_here() -> None:
    flagged = sides_of(her_order(applicant=protected(confidential=frozenset({"dob"}), withheld=frozenset({"forenames2"}))))
    assert safe_particulars(walled(HIS, [flagged], ()), RESPONSE).respondent.dob == NOT_SHOWN


@pytest.mark.parametrize("party", ["respondent", "applicant"])
def test_an_order_with_a_confidential_name_is_told_only_to_who_may_see_it(party: str) -> None:
    order = replace(HERS, **{party: replace(getattr(HERS, party), confidential=frozenset({"name"}))})
    assert [may_be_told(sides_of(order), officer) for officer in (RESPONSE, VLO)] == [False, True]
    assert may_be_told(sides_of(HERS), RESPONSE)


def test_the_day_of_a_link_is_the_day_in_london() -> None:
    late = AlsoIn(Record(uuid4(), RESPONDENT), "NMO-23456P", RESPONDENT, NOON - timedelta(days=150, hours=-11, minutes=-30))
    assert linked_words(late).endswith("on 24 June 2026.")
    assert Sides.__dataclass_fields__.keys() == {"id", "reference", "case_no", "respondent", "applicant"}
