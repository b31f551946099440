"""The text for the crime report says what is held and what is lacking, and decides nothing."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from domain.breaches.drafts import Breach, Told, recorded, standing, states_then, when_of
from domain.breaches.summary import TELL_THE_VICTIM, answer_words, points_to_prove, summary
from domain.evidence import Evidence, EvidenceKind, How, Source, told_in
from domain.orders import Order, PartyRole
from domain.withholding import ADDRESS, CONTACT
from tests.breaches import NOW, SIMPLE, a_draft
from tests.orders import a_party, an_order
from tests.people import RESPONSE


def a_record(*said: str, order: Order | None = None) -> tuple[Breach, Order]:
    order = order or an_order()
    draft = a_draft(*said, order_id=order.id)
    states = states_then(order, when_of(standing(draft.answers)))
    return recorded(Told(draft, order, states), "BR-7F3K2D", "0000", NOW), order


def lacking(breach: Breach, order: Order, title: str) -> str:
    points = points_to_prove(order, standing(breach.answers), breach.states)
    return next(point.lacking for point in points if title in point.title)


def test_the_summary_holds_what_a_crime_report_asks() -> None:
    breach, order = a_record(*SIMPLE)
    lines = summary(breach, order).splitlines()
    assert lines[0] == "OFFICIAL-SENSITIVE"
    assert lines[-1] == TELL_THE_VICTIM
    assert "Breach of a non-molestation order: BR-7F3K2D" in lines
    assert "Recorded Sun 22 November 2026 at 10:50 by 0000" in lines
    assert f"Order: {order.reference}, version 1, case {order.case_no}, Family Court at Ambermere" in lines
    assert "Respondent: John Smith, born 12 March 1985" in lines
    assert "State of the order then: In force on what the court last told us." in lines
    assert "He texted her three times." in lines
    assert 'Sat 21 November 2026 at about 22:00 (as typed: "last night about ten")' in lines
    assert "C. Telephone, text, email or other contact with the protected person; Contact" in lines
    assert "Served with the papers" in lines
    assert "Screenshots" in lines
    assert "Will be lost soon: Phone: messages, calls, voicemail" in lines
    assert "Arrest decision: no, not found yet" in lines


def test_where_the_protected_person_can_be_found_is_never_on_it() -> None:
    order = an_order()
    person = order.applicant
    typed = f"He came to {str(person.address1).upper()}, zz27qd, and rang 07700900456. Her mail is {person.email}."
    text = summary(*a_record("no", typed, *SIMPLE[2:], order=order)).casefold()
    known = (person.address1, person.postcode, person.phone, person.email, person.safe_time_raw)
    assert [part for part in known if part is None or part.casefold() in text] == []
    assert f"he came to {ADDRESS}, and rang {CONTACT}. her mail is {CONTACT}." in text


def test_a_short_address_takes_nothing_else_out_of_the_text() -> None:
    order = an_order(applicant=a_party(role=PartyRole.APPLICANT, address1="4", postcode=None, phone=None, email=None))
    assert "[protected" not in summary(*a_record(*SIMPLE, order=order))


def test_everything_left_out_is_said_to_be_lacking() -> None:
    breach, order = a_record("no", *["skip: not asked"] * 5, order=an_order(made_on=None, court_name=None))
    text = summary(breach, order)
    assert text.count("left out: not asked") == 5
    assert "Arrest decision: not recorded yet" in text
    assert "State of the order then: not reckoned" in text
    assert "the time of the act; the date on which it was made" in lacking(breach, order, "in force")
    assert "how and when the respondent came to know" in lacking(breach, order, "Knew")
    assert "Held: nothing yet" in text


def test_awareness_not_known_yet_is_lacking_and_stops_nothing() -> None:
    breach, order = a_record("no", "He rang.", "yday", "not sure", "not known yet", "arrest: yes")
    assert "how and when the respondent came to know" in lacking(breach, order, "Knew")


def held(breach: Breach, order: Order, title: str) -> str:
    return next(point.held for point in points_to_prove(order, standing(breach.answers), breach.states) if title in point.title)


@pytest.mark.parametrize("said", ["he was not served", "no idea", "dunno", "not known", "she showed him a letter", "skip: not asked"])
def test_words_that_name_no_source_are_said_and_never_held(said: str) -> None:
    breach, order = a_record(*SIMPLE[:4], said, SIMPLE[5])
    assert held(breach, order, "Knew") == ""
    assert "how and when the respondent came to know" in lacking(breach, order, "Knew")


def test_what_was_said_of_awareness_stands_in_the_text_as_said() -> None:
    text = summary(*a_record(*SIMPLE[:4], "he was not served", SIMPLE[5]))
    assert 'Nothing ticked.\nSaid: "he was not served"\n' in text
    assert 'Held: nothing yet. Said: "he was not served". Lacking: how and when' in text


def an_evidence(order: Order, kind: EvidenceKind, how: How, **more: Any) -> Evidence:
    return Evidence(uuid4(), order.id, kind, how, Source.OFFICER, RESPONSE.id, NOW, **more)


def test_awareness_holds_what_the_register_holds_service_and_awareness_apart() -> None:
    breach, order = a_record(*SIMPLE[:4], "not known yet", SIMPLE[5], order=an_order(served_file=True))
    told = an_evidence(order, EvidenceKind.AWARENESS, How.TOLD_BY_OFFICER, on=date(2026, 6, 3))
    served = an_evidence(order, EvidenceKind.SERVICE, How.PERSONAL, on=date(2026, 6, 2))
    text = summary(breach, order, [told, served])
    assert (
        "Held: in the register: Service: a served copy came with the feed. Ask the court for the day and the manner. "
        "Service: in person, on 2 June 2026; recorded by an officer, 22 November 2026. "
        "Awareness: told by an officer, on 3 June 2026; recorded by an officer, 22 November 2026. "
        "Lacking: the statement, recording or message that shows it, and its time"
    ) in text


def test_a_served_copy_alone_is_held_and_its_own_answer_is_not_counted_twice() -> None:
    breach, order = a_record(*SIMPLE, order=an_order(served_file=True))
    text = summary(breach, order, told_in(breach))
    assert "Held: Served with the papers; in the register: Service: a served copy came with the feed." in text
    assert "from the record of a breach" not in text


def test_what_came_after_the_act_is_said_to() -> None:
    breach, order = a_record(*SIMPLE)
    later = an_evidence(order, EvidenceKind.AWARENESS, How.TOLD_BY_OFFICER, on=date(2026, 11, 22))
    at = an_evidence(order, EvidenceKind.AWARENESS, How.TOLD_BY_PHONE, at=NOW)
    before = an_evidence(order, EvidenceKind.AWARENESS, How.IN_COURT, on=date(2026, 11, 21))
    undated = an_evidence(order, EvidenceKind.AWARENESS, How.OWN_WORDS)
    assert summary(breach, order, [later, at]).count("That was after the act.") == 2
    assert "after the act" not in summary(breach, order, [before, undated])


def test_without_any_service_or_awareness_it_is_lacking_and_no_reason_to_stop() -> None:
    breach, order = a_record(*SIMPLE[:4], "not known yet", SIMPLE[5])
    text = summary(breach, order)
    assert "Held: nothing yet. Lacking: how and when the respondent came to know that it exists" in text
    assert [words for words in ("not served", "no offence", "not confirmed") if words in text.casefold()] == []


@pytest.mark.parametrize("said", ["not sure", "dunno"])
def test_a_condition_nobody_is_sure_of_is_not_held(said: str) -> None:
    breach, order = a_record(*SIMPLE[:3], said, *SIMPLE[4:])
    assert held(breach, order, "forbids") == "the account given; the evidence given"
    assert "which condition it breaks" in lacking(breach, order, "forbids")


def test_the_account_and_the_evidence_given_are_held_and_more_is_asked_for() -> None:
    breach, order = a_record(*SIMPLE)
    assert held(breach, order, "forbids").endswith("; Contact; the account given; the evidence given")
    assert "what else supports the account" in lacking(breach, order, "forbids")


@pytest.mark.parametrize(
    "said", ["none", "no evidence yet", "arrest: yes", "none. lost: phone. arrest: yes", "lost: bus ticket", "CCTV?", "skip: not asked"]
)
def test_evidence_that_is_not_there_is_not_held(said: str) -> None:
    breach, order = a_record(*SIMPLE[:5], said)
    assert held(breach, order, "forbids").endswith("; Contact; the account given")
    assert "; what supports the account" in lacking(breach, order, "forbids")


@pytest.mark.parametrize("said", ["Body-worn video", "no cctv but screenshots", "none yet\nscreenshots"])
def test_evidence_that_is_there_is_held_beside_what_is_not(said: str) -> None:
    breach, order = a_record("no", "skip: not asked", *SIMPLE[2:5], said)
    assert held(breach, order, "forbids").endswith("; Contact; the evidence given")


def test_no_arrest_without_a_reason_is_said_to_lack_it() -> None:
    assert "Arrest decision: no (the reason is missing)" in summary(*a_record(*SIMPLE[:5], "arrest: no"))


def test_an_order_that_had_ended_is_recorded_with_that_said() -> None:
    breach, order = a_record(*SIMPLE, order=an_order(discharged_at=NOW.replace(day=1)))
    assert "was not live then (Discharged: history only). Keep recording" in summary(breach, order)
    assert "proof that it was in force" in lacking(breach, order, "in force")


def test_an_act_on_the_day_the_order_was_made_asks_for_the_hour() -> None:
    breach, order = a_record(*SIMPLE, order=an_order(made_on=date(2026, 11, 21)))
    assert "the hour at which it was made" in lacking(breach, order, "in force")


@pytest.mark.parametrize(
    ("has_document", "asked"),
    [
        (True, "a copy of the sealed order in the file, and the court's confirmation for that date"),
        (False, "the sealed order, and the court's confirmation for that date"),
    ],
)
def test_a_sealed_order_that_the_register_holds_is_not_lacking_only_its_copy_in_the_file_is(has_document: bool, asked: str) -> None:
    breach, order = a_record(*SIMPLE, order=an_order(has_document=has_document))
    assert lacking(breach, order, "in force") == asked


@pytest.mark.parametrize(("condition", "asked"), [("B", True), ("H", True), ("C", False)])
def test_harassment_has_to_be_oppressive(condition: str, asked: bool) -> None:
    breach, order = a_record(*SIMPLE[:3], condition, *SIMPLE[4:])
    assert ("oppressive and unreasonable" in lacking(breach, order, "forbids")) is asked


def test_a_time_kept_as_typed_is_flagged() -> None:
    draft = a_draft(*SIMPLE)
    raw = next(one for one in draft.answers if one.question == "when")
    assert "time as typed, not read" in answer_words(replace(raw, text="bin day", values=()))


def test_a_record_keeps_who_and_when_of_each_answer_and_its_order() -> None:
    breach, order = a_record(*SIMPLE)
    assert {(one.by, one.at) for one in breach.answers} == {(breach.recorded_by, NOW)}
    assert (breach.order_id, breach.order_version, breach.happened_on) == (order.id, 1, date(2026, 11, 21))
