"""Who is meant by a name, a collar number or an e-mail address; and when an unfinished record may go over."""

from dataclasses import replace
from datetime import timedelta

import pytest

from domain.breaches.drafts import DISCARDED, SENT, BreachDraft
from domain.breaches.handover import Handover, meant, offered, taken, withdrawn
from domain.errors import AssistantError, NotAllowed, Outdated, Unreadable
from domain.officers import Officer, Role
from tests.breaches import NOW, a_draft
from tests.people import ADMIN, LEFT, NEIGHBOUR, RESPONSE, VLO, officer

OKAFOR = replace(officer("PC Sam Okafor-Lane", Role.RESPONSE), collar="4101", email="sam.okafor-lane@force.example")
LANE = replace(officer("PC Ida Lane", Role.RESPONSE), collar="4107", email="ida.lane@force.example")
BRIEN = replace(officer("PC Fay O'Brien", Role.NEIGHBOURHOOD), collar="4110", email="fay@force.example")
PEOPLE = (OKAFOR, LANE, BRIEN, RESPONSE, ADMIN, LEFT)
DRAFT = a_draft("no", "He rang.")
OFFER = Handover(DRAFT.id, 1, RESPONSE.id, NOW, VLO.id)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("PC Okafor-Lane", [OKAFOR]),
        ("okafor lane", [OKAFOR]),
        ("Sam", [OKAFOR]),
        ("4101", [OKAFOR]),
        ("PC 4101", [OKAFOR]),
        ("PC Lane 4107", [LANE]),
        ("SAM.OKAFOR-LANE@force.example", [OKAFOR]),
        ("PC Lane", [OKAFOR, LANE]),
        ("PC O'Brien 4107", [LANE, BRIEN]),
        ("o\u2019brien.", [BRIEN]),
        ("o'brien please", [BRIEN]),
    ],
)
def test_a_name_a_collar_number_or_an_address_says_who_is_meant(words: str, found: list[Officer]) -> None:
    assert meant(PEOPLE, words, RESPONSE) == found


@pytest.mark.parametrize("words", ["PC Nobody", "9999", "PC", "Adi Admin", "Lee Left", RESPONSE.name])
def test_nobody_is_found_who_may_not_record_or_is_the_officer(words: str) -> None:
    with pytest.raises(Unreadable, match="Nobody of this force"):
        meant(PEOPLE, words, RESPONSE)


def test_no_words_ask_for_whom_and_a_name_of_many_for_a_number() -> None:
    with pytest.raises(Unreadable, match="Say whom"):
        meant(PEOPLE, " . ", RESPONSE)
    with pytest.raises(Unreadable, match="type the collar number"):
        meant([officer(f"PC {first} Lane", Role.RESPONSE) for first in ("Ann", "Bea", "Cat", "Dot", "Eve", "Flo", "Gia")], "Lane", RESPONSE)


def test_an_offer_names_the_receiver_and_is_numbered() -> None:
    first = offered(DRAFT, RESPONSE, VLO, None, NOW)
    assert first == OFFER
    assert offered(DRAFT, RESPONSE, NEIGHBOUR, first, NOW) == replace(first, number=2, to=NEIGHBOUR.id)


def test_taking_on_keeps_every_answer_with_who_gave_it() -> None:
    draft, used = taken(DRAFT, VLO, OFFER, NOW)
    assert draft == replace(DRAFT, officer=VLO.id)
    assert {one.by for one in draft.answers} == {RESPONSE.id}
    assert used.to is None


def test_after_a_while_danger_is_asked_about_anew() -> None:
    draft, _ = taken(DRAFT, VLO, OFFER, NOW + timedelta(hours=3))
    assert draft.revisiting == "danger"


def test_an_offer_is_taken_back() -> None:
    assert withdrawn(DRAFT, RESPONSE, OFFER).to is None


@pytest.mark.parametrize("offer", [None, replace(OFFER, to=None), replace(OFFER, to=NEIGHBOUR.id)])
def test_what_is_not_offered_to_one_is_not_taken(offer: Handover | None) -> None:
    with pytest.raises(Outdated, match="not offered to you"):
        taken(DRAFT, VLO, offer, NOW)


@pytest.mark.parametrize("offer", [None, replace(OFFER, to=None)])
def test_no_offer_cannot_be_taken_back(offer: Handover | None) -> None:
    with pytest.raises(Outdated, match="not offered to anybody"):
        withdrawn(DRAFT, RESPONSE, offer)


def test_only_the_officer_who_has_it_offers_it_or_takes_it_back() -> None:
    with pytest.raises(NotAllowed, match="another officer's"):
        offered(DRAFT, NEIGHBOUR, VLO, None, NOW)
    with pytest.raises(NotAllowed, match="another officer's"):
        withdrawn(DRAFT, VLO, OFFER)


def test_it_is_offered_only_to_another_who_may_record() -> None:
    with pytest.raises(NotAllowed, match="may not record"):
        offered(DRAFT, RESPONSE, ADMIN, None, NOW)
    with pytest.raises(Outdated, match="yours already"):
        offered(DRAFT, RESPONSE, RESPONSE, None, NOW)


@pytest.mark.parametrize(("status", "words"), [(SENT, "sent meanwhile"), (DISCARDED, "were discarded")])
def test_what_is_sent_or_discarded_goes_over_to_nobody(status: str, words: str) -> None:
    closed: BreachDraft = replace(DRAFT, status=status)
    with pytest.raises(AssistantError, match=words):
        offered(closed, RESPONSE, VLO, None, NOW)
    with pytest.raises(AssistantError, match=words):
        withdrawn(closed, RESPONSE, OFFER)
    with pytest.raises(AssistantError, match=words):
        taken(closed, VLO, OFFER, NOW)
