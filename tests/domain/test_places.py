"""Places are read from the wording of a condition, and people are not; an officer asks for one in plain words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.orders import PartyRole
from domain.papers import Condition, Draft
from domain.particulars import PLACE_NOT_USED, read_particulars
from domain.places import Place, PlaceKind, may_be_told, places_in, places_of
from domain.places_asked import place_asked
from tests.orders import a_party, an_order

TODAY = date(2026, 11, 20)
STREET, SCHOOL, WORK = PlaceKind.STREET, PlaceKind.SCHOOL, PlaceKind.WORK
PLACES = (
    "The respondent must not enter Harbour Street.",
    "The respondent must not go to Elmfield Primary School or come within 100 metres of it.",
    "The respondent must not go to her place of work, Brightside Bakery Ltd.",
)


def draft(*conditions: str) -> Draft:
    return Draft(conditions=tuple(Condition(str(at), words) for at, words in enumerate(conditions, 1)))


@pytest.mark.parametrize(
    ("words", "read"),
    [
        (PLACES[0], [Place(STREET, ("harbour",), "street")]),
        (PLACES[1], [Place(SCHOOL, ("elmfield",), "school")]),
        (PLACES[2], [Place(WORK, ("brightside",), "bakery")]),
        ("must not enter High Street or Old Mill Rise", [Place(STREET, ("high",), "street"), Place(STREET, ("old", "mill"), "rise")]),
        ("not to go along Hollin Bank between numbers 2 and 48", [Place(STREET, ("hollin",), "bank")]),
        ("must not enter St Mary\u2019s Catholic Primary School, Ambermere", [Place(SCHOOL, ("st", "mary"), "school")]),
        ("must not go to St Mary's school", [Place(SCHOOL, ("st", "mary"), "school")]),
        ("within 100 metres of the University of Ambermere", [Place(SCHOOL, ("ambermere",), "school")]),
        ("must not enter the Fox and Hounds pub", [Place(WORK, ("fox", "hound"), "pub")]),
        ("must not enter the Church of St Paul", [Place(WORK, ("st", "paul"), "church")]),
        ("must not go to her workplace at Tesco Express", [Place(WORK, ("tesco", "expres"))]),
        ("Harbour Street and Elmfield Nursery", [Place(STREET, ("harbour",), "street"), Place(SCHOOL, ("elmfield",), "school")]),
    ],
)
def test_a_place_is_read_by_its_names_and_what_it_is(words: str, read: list[Place]) -> None:
    assert list(places_in(words)) == read


@pytest.mark.parametrize(
    "words",
    [
        "must not contact the child Tom Marlow, by any means",
        "must not go to Tom Marlow's school",
        "must not collect Tom Marlow from Tom's nursery or from school",
        "must not go to her place of work or contact Tom Marlow",
        "must not approach her employer Tom Marlow",
        "must not contact Jane Marlow *at all*",
        "as the Family Court at Ambermere may allow on Monday",
        "must leave the property at once. The School must be told. The Respondent must go.",
        "",
    ],
)
def test_people_children_and_courts_are_no_places(words: str) -> None:
    assert list(places_in(words)) == []


def test_of_a_worker_of_the_parties_own_name_nothing_is_kept() -> None:
    order = an_order(applicant=a_party(role=PartyRole.APPLICANT, forenames="Wenlock", surname="Quill"))
    assert places_of(order, draft("must not go to her place of work, Wenlock Quill")) == frozenset()


@pytest.mark.parametrize("role", list(PartyRole))
@pytest.mark.parametrize("hidden", ["confidential", "withheld"])
@pytest.mark.parametrize("field", ["address1", "address2", "postcode"])
def test_no_street_is_kept_of_an_order_with_a_hidden_address(role: PartyRole, hidden: str, field: str) -> None:
    order = an_order(**{role.value: a_party(role=role, **{hidden: frozenset({field})})})
    assert {place.kind for place in places_of(order, draft(*PLACES))} == {SCHOOL, WORK}
    assert {place.kind for place in places_of(an_order(), draft(*PLACES))} == {SCHOOL, WORK, STREET}


def test_a_street_that_became_a_secret_and_a_wording_that_is_no_longer_checked_are_not_told() -> None:
    checked = an_order(conditions_checked=True)
    hidden = replace(checked, applicant=replace(checked.applicant, confidential=frozenset({"address1"})))
    assert [may_be_told(one, {STREET}) for one in (checked, hidden, an_order())] == [True, False, False]
    assert may_be_told(hidden, {STREET, SCHOOL})


@pytest.mark.parametrize(
    ("typed", "names", "sort"),
    [
        ("any order about Elmfield Primary", ("elmfield",), "school"),
        ("any nmo about elmfield primary school in ambermere", ("elmfield",), "school"),
        ("nmo mentioning Harbour Street", ("harbour",), "street"),
        ("nmo mentioning harbour st", ("harbour",), "street"),
        ("nmo mentioning 14 harbour st", ("harbour",), "street"),
        ("orders naming tesco express", ("tesco", "expres"), ""),
        ("conditions naming the royal oak pub", ("royal", "oak"), "pub"),
        ("who is banned from st marys school?", ("st", "mary"), "school"),
        ("any conditions about Cobbler's Yard please", ("cobbler",), "yard"),
        ("nmo mentioning brightside bakery ltd", ("brightside",), "bakery"),
        ("any order about high street", ("high",), "street"),
        ("any nmo keeping him from Ambermere Primary School", ("ambermere",), "school"),
        ("nmo keeping the respondent away from harbour street", ("harbour",), "street"),
        ("order that stops him going to Harbour Street", ("harbour",), "street"),
        ("any order banning her from St Mary's school", ("st", "mary"), "school"),
        ("any nmo keeping gary away from elmfield primary", ("elmfield",), "school"),
        ("order with Ambermere Primary School in it", ("ambermere",), "school"),
        ("order with elmfield road on it", ("elmfield",), "road"),
        ("nmo that covers Elmfield Road", ("elmfield",), "road"),
        ("does the nmo cover the high street?", ("high",), "street"),
        ("any order which includes elmfield road", ("elmfield",), "road"),
        ("conditions containing harbour street", ("harbour",), "street"),
    ],
)
def test_a_place_is_asked_for_in_plain_words(typed: str, names: tuple[str, ...], sort: str) -> None:
    asked = place_asked(typed)
    assert asked is not None
    assert (asked.names, asked.sort) == (names, sort)


@pytest.mark.parametrize(
    "typed",
    [
        "any order about john smith",
        "nmo mentioning john smith",
        "any nmo about john church",
        "any order about alice street",
        "what about the school",
        "any nmo mentioning the school",
        "is there an order about her work",
        "any order about a county court hearing",
        "any order about 14 larkfield row",
        "what do the conditions mention about alcohol",
        "what does the order about contact mean",
        "anything about the breach",
        "any nmo keeping tabs on john smith 12/3/85",
        "any nmo keeping him from jane marlow",
        "any order keeping john smith from jane church",
        "any nmo keeping jane street safe",
        "nmo keeping him from grace church 12/3/85",
        "nmo stopping dave lane from texting jane",
        "is there an order banning mark hill",
        "order with john smith in it",
        "order with jane hill in it",
        "nmo with alice street",
        "any order with john smith in harbour street",
        "nmo that covers john smith",
        "nmo that covers john church",
        "nmo that covers hill, john",
        "any nmo including alice street",
        "does the order cover her new school",
        "does the order cover the whole street",
        "does the nmo cover his kids' school",
        "does the order cover contact through the school",
        "does the order cover 14 larkfield row",
        "nmo keeping him from her street",
    ],
)
def test_a_person_a_home_and_talk_are_no_place(typed: str) -> None:
    assert place_asked(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "john smith 12/3/85, any order about elmfield primary",
        "john smith, any nmo mentioning harbour street",
        "any nmo keeping john smith away from elmfield primary",
    ],
)
def test_whoever_is_named_beside_a_place_is_searched_and_the_place_said_not_to_be(typed: str) -> None:
    read = read_particulars(typed, TODAY)
    assert (read.place, read.name_tokens, read.raw) == (None, ("john", "smith"), typed)
    assert PLACE_NOT_USED in read.doubts


@given(st.sampled_from(PLACES), st.sampled_from(["Any order about {}", "nmo mentioning {}", "orders about the {} please"]), st.booleans())
def test_what_a_condition_names_is_found_by_the_same_words_however_they_are_typed(words: str, asking: str, small: bool) -> None:
    (place,) = places_in(words)
    (named,) = [name for name in ("Harbour Street", "Elmfield Primary School", "Brightside Bakery") if name in words]
    asked = place_asked(asking.format(named.lower() if small else named))
    assert asked is not None
    assert asked.marks <= place.marks


@given(st.text(max_size=300))
def test_no_text_is_too_odd_to_look_for_places_in(text: str) -> None:
    assert all(place.names and place.marks for place in places_in(text))
    asked = place_asked(f"any order about {text}")
    assert asked is None or asked.marks
