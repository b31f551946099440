"""The cards of a look-up, read as an officer reads them at two in the morning."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

import pytest

from bot.cards.order_parts import BREACH_IS, CHILDREN, UNDERTAKING_IS
from bot.cards.orders import NEAREST, PROTECTED, answer_card, list_card, nothing_card, rows_of
from bot.offers import Offer
from domain.evidence import FEED_SERVED, LAW, NOT_CONFIRMED, NOTHING_OF_AWARENESS, NOTICE_UNKNOWN, Evidence, EvidenceKind, How, Source
from domain.glances import Glance, OnCase
from domain.lookups import ELSEWHERE, RESTRICTED_LINE, Found, Match
from domain.matching import Verdict
from domain.order_states import standing_at
from domain.orders import LIVE, Order, OrderState, PartyRole, state_at
from tests.fakes.clock import NOON
from tests.fakes.talk import buttons, words
from tests.orders import a_party, an_order
from tests.people import RESPONSE, VLO

OFFER = Offer(RESPONSE.id, "talk", NOON)
WHY = ("surname the same", "forename the same", "date of birth the same")
KNOWN = (NOT_CONFIRMED, LAW, FEED_SERVED, NOTHING_OF_AWARENESS, NOTICE_UNKNOWN)


def beside(glance: Glance) -> Match:
    return replace(a_match(an_order()), glance=glance)


def a_match(order: Order, role: PartyRole = PartyRole.RESPONDENT) -> Match:
    return Match(order, role, 30.0, WHY, state_at(order, NOON))


def read(order: Order) -> list[str]:
    return list(words(answer_card(a_match(order), RESPONSE, NOON, OFFER)))


def whole(card: dict[str, Any]) -> str:
    return " ".join(words(card))


def test_the_state_comes_first_and_never_without_when_it_was_last_confirmed() -> None:
    assert read(an_order())[:3] == [
        "OFFICIAL-SENSITIVE",
        "In force on what the court last told us",
        "As at Fri 20 November 2026 at 12:00. Last confirmed with the court on 2 June 2026.",
    ]


@pytest.mark.parametrize(
    ("order", "state"),
    [
        (an_order(expires_at=None), "No end date known: treat as live and check with the court"),
        (an_order(return_hearing_on=date(2026, 7, 1)), "May have ended at the hearing of 1 July 2026: check with the court"),
        (an_order(expires_at=datetime(2026, 11, 1, tzinfo=UTC)), "Expired: history only"),
        (an_order(discharged_at=datetime(2026, 11, 1, tzinfo=UTC)), "Discharged: history only"),
        (an_order(undertaking_at=datetime(2026, 11, 1, tzinfo=UTC)), "Replaced by an undertaking: not this offence"),
    ],
)
def test_each_state_is_said_in_words(order: Order, state: str) -> None:
    assert read(order)[1] == state


def test_nobody_takes_the_protected_person_for_the_respondent() -> None:
    asked_for_her = whole(answer_card(a_match(an_order(), PartyRole.APPLICANT), RESPONSE, NOON, OFFER))
    assert PROTECTED in asked_for_her
    assert PROTECTED not in whole(answer_card(a_match(an_order()), RESPONSE, NOON, OFFER))


def test_the_card_names_the_people_the_court_and_the_paper() -> None:
    order = an_order(
        case_no="1712345678901234", familyman_no="FM24F00123", reference="NMO-23456P", has_document=True, file_name="FL404A-1-2.pdf"
    )
    text = " | ".join(read(order))
    for part in (
        "Respondent | John Smith | Date of birth | 12 March 1985 | Area | Ambermere, ZZ1 | Protected person (applicant) | Jane Marlow",
        "Court | Family Court at Ambermere | Case number | 1712345678901234 | FamilyMan number | FM24F00123 | Reference | NMO-23456P",
        "Made on | 1 June 2026 | Ends | Sun 31 January 2027 at 23:59",
        "Document | sealed order held: press Open the order",
    ):
        assert part in text


def test_an_order_without_an_end_says_so() -> None:
    assert "no end date given" in read(an_order(expires_at=None))
    assert "could not be read, the court wrote: until further notice" in read(an_order(expires_at=None, end_raw="until further notice"))


def test_where_the_applicant_is_and_how_to_reach_her_is_not_on_the_card() -> None:
    order = an_order(applicant=a_party(role=PartyRole.APPLICANT, address2="Farmouth"))
    for officer in (RESPONSE, VLO):
        text = whole(answer_card(a_match(order), officer, NOON, OFFER)) + whole(
            list_card(listed(order, PartyRole.APPLICANT), officer, OFFER)
        )
        assert not [part for part in ("Cobbler", "Farmouth", "ZZ2", "07700 900456", "jane.marlow", "after 6pm") if part in text]


def test_service_and_awareness_stand_apart_and_not_served_is_no_end_of_it() -> None:
    assert [text for text in read(an_order()) if text in KNOWN] == [NOT_CONFIRMED, LAW, NOTHING_OF_AWARENESS, NOTICE_UNKNOWN]
    assert [text for text in read(an_order(served_file=True)) if text in KNOWN] == [FEED_SERVED, NOTHING_OF_AWARENESS, NOTICE_UNKNOWN]


def test_what_is_held_of_his_knowledge_is_said_without_the_words_of_it() -> None:
    told = Evidence(
        uuid4(), uuid4(), EvidenceKind.AWARENESS, How.TOLD_BY_OFFICER, Source.OFFICER, VLO.id, NOON, date(2026, 11, 2), by_whom="PC Loom"
    )
    text = list(words(answer_card(beside(Glance(evidence=(told,))), RESPONSE, NOON, OFFER)))
    assert "Awareness: told by an officer, on 2 November 2026; recorded by an officer, 20 November 2026." in text
    assert (NOTHING_OF_AWARENESS in text, NOT_CONFIRMED in text) == (False, True)


def test_an_end_at_midnight_is_the_beginning_of_its_day() -> None:
    ends = an_order(expires_at=datetime(2027, 1, 31, tzinfo=UTC))
    assert "Ends | Sun 31 January 2027 at 00:00, as that day begins" in " | ".join(read(ends))


def test_the_children_are_left_to_the_paper() -> None:
    assert f"Protected person (applicant) | Jane Marlow | Children | {CHILDREN}" in " | ".join(read(an_order()))


def test_what_happened_lately_is_told_by_day_and_number_alone() -> None:
    glance = Glance(contacted_on=date(2026, 11, 18), breaches=2, newest_breach=date(2026, 11, 1))
    text = " | ".join(words(answer_card(beside(glance), RESPONSE, NOON, OFFER)))
    assert "Last contact | protected person spoken to on 18 November 2026" in text
    assert "Breaches in 90 days | 2, the newest on 1 November 2026" in text
    nothing = " | ".join(words(answer_card(beside(Glance()), RESPONSE, NOON, OFFER)))
    assert (
        "Last contact | none recorded here | Compliance visit | none recorded here; none planned | Breaches in 90 days | none recorded here"
        in nothing
    )


def test_other_orders_of_the_case_are_named_and_opened_in_one_press() -> None:
    offer, other = Offer(RESPONSE.id, "talk", NOON), OnCase(uuid4(), "NMO-4", "Occupation order (FL404)")
    card = answer_card(beside(Glance(on_case=(OnCase(uuid4(), "NMO-3", "FL401"), other))), RESPONSE, NOON, offer)
    text = list(words(card))
    assert "Same case: NMO-3." in text
    assert [line for line in text if line.startswith("Same case: NMO-4, an occupation order.") and "power of arrest" in line] != []
    assert [title for title, _ in buttons(card["body"])] == ["Open NMO-3", "Open NMO-4"]
    assert ("order:open", str(other.id)) in [(action.verb, action.object) for action in offer.actions]


def test_the_state_is_said_as_finely_as_it_is_known() -> None:
    order = an_order(return_hearing_on=date(2026, 12, 1))
    match = replace(a_match(order), standing=standing_at([order], NOON))
    assert list(words(answer_card(match, RESPONSE, NOON, OFFER)))[1] == (
        "In force on what the court last told us, return hearing on 1 December 2026"
    )


def test_the_card_says_where_the_record_comes_from_and_how_old_it_is() -> None:
    assert "court feed, taken in on 2 June 2026, last confirmed 2 June 2026" in read(an_order())


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (None, "treat awareness as needed."),
        (True, "an offence only once the respondent knew of the order."),
        (False, "Made on notice to the respondent."),
    ],
)
def test_notice_that_is_not_known_is_taken_as_needing_awareness(known: bool | None, words: str) -> None:
    assert words in " ".join(read(an_order(without_notice=known)))


def test_the_paper_is_offered_where_it_is_held_and_its_check_to_who_may_until_it_is_done() -> None:
    held, done = an_order(has_document=True), an_order(has_document=True, conditions_checked=True)
    titles = [
        [title for title, _ in buttons(answer_card(a_match(order), who, NOON, OFFER)) if title in {"Open the order", "Check the wording"}]
        for order, who in ((an_order(), VLO), (held, RESPONSE), (held, VLO), (done, VLO))
    ]
    assert titles == [[], ["Open the order"], ["Open the order", "Check the wording"], ["Open the order"]]


@pytest.mark.parametrize("state", list(OrderState))
def test_what_a_breach_means_is_said_of_a_live_order_only(state: OrderState) -> None:
    text = list(words(answer_card(replace(a_match(an_order()), state=state), RESPONSE, NOON, OFFER)))
    assert (BREACH_IS in text) is (state in LIVE)
    assert (UNDERTAKING_IS in text) is (state is OrderState.UNDERTAKING)


def test_a_record_in_doubt_says_that_it_is_being_checked() -> None:
    assert "This record is being checked: the end could not be read." in read(an_order(needs_review="the end could not be read"))


def test_what_is_not_the_same_is_a_warning_under_the_state_and_not_a_small_line() -> None:
    reasons = ("surname the same", "forename initial the same", "date of birth the same")
    unlike = replace(a_match(an_order()), reasons=reasons, plain=False)
    assert (
        whole(answer_card(unlike, RESPONSE, NOON, OFFER)).count("Not every particular is the same: surname the same, forename initial") == 1
    )
    assert "Not every particular" not in whole(answer_card(a_match(an_order()), RESPONSE, NOON, OFFER))


def test_the_next_steps_are_offered_for_this_order() -> None:
    order, offer = an_order(), Offer(RESPONSE.id, "talk", NOON)
    card = answer_card(a_match(order), RESPONSE, NOON, offer)
    assert [title for title, _ in buttons(card)] == [
        "Record a breach",
        "Conditions",
        "Guidance",
        "Measures",
        "History",
        "Change this order",
        "Tell me when it changes",
        "Not this person",
    ]
    assert [(action.verb, action.object, action.once) for action in offer.actions] == [
        ("breach:start", str(order.id), False),
        ("order:conditions", str(order.id), False),
        ("guidance:page", "breach-is-a-crime", False),
        ("measure:beside", str(order.id), False),
        ("order:history", str(order.id), False),
        ("change:menu", str(order.id), False),
        ("order:watch", str(order.id), False),
        ("order:not_this", str(order.id), False),
    ]
    assert [id for _, id in buttons(card)] == [action.id for action in offer.actions]


def test_whoever_is_told_of_changes_can_stop_it() -> None:
    offer = Offer(RESPONSE.id, "talk", NOON)
    titles = [title for title, _ in buttons(answer_card(beside(Glance(watched=True)), RESPONSE, NOON, offer))]
    assert ("Stop telling me" in titles, "Tell me when it changes" in titles) == (True, False)
    assert "order:unwatch" in [action.verb for action in offer.actions]


def test_what_a_phone_reads_out_names_nobody() -> None:
    cards = (answer_card(a_match(an_order()), RESPONSE, NOON, OFFER), list_card(listed(an_order()), RESPONSE, OFFER))
    assert [name for name in ("Smith", "Marlow", "1985") for card in cards if name in card["speak"] + card["fallbackText"]] == []


def test_a_name_cannot_write_markdown_into_the_card() -> None:
    order = an_order(respondent=a_party(surname="[Smith](https://bad.example)", forenames="**John**"))
    assert "[Smith](" not in str(answer_card(a_match(order), RESPONSE, NOON, OFFER))


def listed(order: Order, role: PartyRole = PartyRole.RESPONDENT, *more: Order) -> Found:
    matches = tuple(a_match(one, role) for one in (order, *more))
    return Found(Verdict.POSSIBLE, "They may fit.", matches, "Searched by name.", None, "date of birth or postcode")


def test_a_list_gives_each_record_a_button_and_picks_none() -> None:
    first, second = an_order(), an_order(respondent=a_party(dob=date(1958, 7, 1)))
    offer = Offer(RESPONSE.id, "talk", NOON)
    card = list_card(listed(first, PartyRole.RESPONDENT, second), RESPONSE, offer)
    assert [title for title, _ in buttons(card)] == ["Choose 1", "Same person 1", "Choose 2", "Same person 2"]
    assert [(action.verb, action.object) for action in offer.actions] == [
        (verb, str(one.id)) for one in (first, second) for verb in ("order:open", "person:start")
    ]
    text = list(words(card))
    assert text[1] == "Possible, not confirmed"
    assert "1. John Smith (respondent)" in text
    assert "Date of birth: 1 July 1958. Area: Ambermere, ZZ1." in text
    assert "Last confirmed with the court on 2 June 2026." in whole(card)


def test_a_row_about_an_applicant_names_the_respondent_too_and_one_about_a_respondent_names_nobody_twice() -> None:
    said = whole(list_card(listed(an_order(), PartyRole.APPLICANT), RESPONSE, OFFER))
    assert "1. Jane Marlow (applicant)" in said
    assert "Respondent: John Smith, date of birth 12 March 1985." in said
    assert "Respondent: " not in whole(list_card(listed(an_order(), PartyRole.RESPONDENT), RESPONSE, OFFER))


def test_a_list_asks_for_the_one_particular_that_would_help() -> None:
    assert "Do you have the date of birth or postcode?" in whole(list_card(listed(an_order()), RESPONSE, OFFER))


def test_nothing_found_says_how_far_the_search_went_and_where_else_to_look() -> None:
    found = Found(Verdict.NONE, "Nothing agrees.", (), "Searched by name.", datetime(2026, 11, 20, 5, 0, tzinfo=UTC))
    text = list(words(nothing_card(found)))
    assert "Searched by name. The last court feed was taken in on Fri 20 November 2026 at 05:00." in text
    assert RESTRICTED_LINE in text
    assert ELSEWHERE in text
    assert RESTRICTED_LINE == "A restricted record may exist: ring the duty desk."


def test_the_nearest_held_stand_below_all_that_is_said_of_nothing_found() -> None:
    found = replace(listed(an_order()), verdict=Verdict.NONE, why="Nobody agrees.")
    drawn = nothing_card(found, rows_of(found, RESPONSE, OFFER))
    text = list(words(drawn))
    assert text[1] == "Nothing found in this register"
    assert text.index(RESTRICTED_LINE) < text.index(NEAREST) < text.index("1. John Smith (respondent)")
    assert drawn["speak"] == "Nothing found in this register."


def test_an_unknown_age_of_the_register_is_said_too() -> None:
    assert "It is not known when the last court feed was taken in." in whole(nothing_card(Found(Verdict.NONE, "Nothing agrees.")))
