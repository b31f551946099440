"""What a card tells of the same people in other orders, with each other order opened by one button."""

from dataclasses import replace
from uuid import uuid4

import pytest

from bot.cards.orders import answer_card
from bot.offers import Offer
from domain.glances import Glance, OnCase
from domain.lookups import Match, Namesake
from domain.officers import Officer
from domain.orders import OrderState, PartyRole
from domain.same_person import FIRM, SAME_CASE, AlsoIn, Mutual, Record
from tests.fakes.clock import NOON
from tests.fakes.talk import DRAWN_AT_MOST, buttons, fullest, words
from tests.orders import an_order
from tests.people import DESK, NEIGHBOUR, RESPONSE, SUPERVISOR, VLO

OTHER, THIRD = uuid4(), uuid4()
LINK = AlsoIn(Record(OTHER, PartyRole.RESPONDENT), "NMO-23456P", PartyRole.RESPONDENT, NOON, 3)
MUTUAL = Mutual(THIRD, "NMO-98765R", FIRM)


def match(glance: Glance) -> Match:
    return Match(an_order(), PartyRole.RESPONDENT, 30.0, ("date of birth the same",), OrderState.IN_FORCE, glance=glance)


def read(glance: Glance, officer: Officer = RESPONSE, also: tuple[Namesake, ...] = ()) -> tuple[list[str], list[str], Offer]:
    offer = Offer(officer.id, "talk", NOON)
    card = answer_card(match(glance), officer, NOON, offer, also)
    return list(words(card)), [title for title, _ in buttons(card)], offer


def test_a_link_is_told_with_its_day_and_opened_or_taken_back_by_a_button() -> None:
    said, titles, offer = read(Glance(also_in=(LINK,)))
    assert "Also in: NMO-23456P (respondent), linked by a person on 20 November 2026." in said
    assert {"Open NMO-23456P", "Undo link to NMO-23456P"} <= set(titles)
    (undo,) = [one for one in offer.actions if one.verb == "person:undo"]
    assert (undo.once, undo.details["other"], undo.details["seen"]) == (True, str(OTHER), "3")


def test_links_of_both_people_to_one_order_are_told_apart() -> None:
    _, titles, _ = read(Glance(also_in=(LINK, replace(LINK, whose=PartyRole.APPLICANT, number=4))))
    undoing = [one for one in titles if one.startswith("Undo")]
    assert undoing == ["Undo link to NMO-23456P", "Undo link of the protected person to NMO-23456P"]


@pytest.mark.parametrize("officer", [RESPONSE, VLO, SUPERVISOR, DESK])
def test_however_many_records_are_linked_the_card_is_drawn_with_its_buttons(officer: Officer) -> None:
    links = tuple(replace(LINK, record=replace(LINK.record, order=uuid4()), reference=f"NMO-23456{at}", number=at) for at in range(9))
    held = replace(match(Glance(also_in=links)), order=an_order(has_document=True))
    card = answer_card(held, officer, NOON, Offer(officer.id, "talk", NOON))
    assert fullest(card) <= DRAWN_AT_MOST
    assert len([title for title, _ in buttons(card) if title.startswith("Undo link")]) == len(links)


def test_whoever_may_not_link_opens_and_takes_nothing_back() -> None:
    _, titles, _ = read(Glance(also_in=(LINK,)), NEIGHBOUR)
    assert "Open NMO-23456P" in titles
    assert "Undo link to NMO-23456P" not in titles


@pytest.mark.parametrize("how", [FIRM, SAME_CASE])
def test_a_mutual_order_says_both_roles_and_why_and_that_each_binds_its_own_respondent(how: str) -> None:
    said, titles, offer = read(Glance(mutual=(replace(MUTUAL, how=how),)))
    (told,) = [one for one in said if one.startswith("Mutual order: ")]
    assert "the respondent here is also the protected person in NMO-98765R" in told
    assert told.endswith(f"({how}). Each order binds only its own respondent.")
    assert "Open NMO-98765R" in titles
    (opened,) = [one for one in offer.actions if one.object == str(THIRD)]
    assert opened.details["role"] == "applicant"


def test_an_order_that_is_told_of_once_is_not_told_of_again_as_a_namesake_or_by_its_case() -> None:
    glance = Glance(also_in=(LINK,), mutual=(MUTUAL,), on_case=(OnCase(THIRD, "NMO-98765R"), OnCase(OTHER, "NMO-23456P")))
    said, titles, _ = read(glance, also=(Namesake(THIRD, "NMO-98765R", PartyRole.APPLICANT, ("surname the same",)),))
    assert [titles.count(f"Open {reference}") for reference in ("NMO-98765R", "NMO-23456P")] == [1, 1]
    assert not [one for one in said if one.startswith("Somebody of this name")]
