"""The text for the crime report says what is held and what is lacking, decides nothing, and tells nobody where the protected person is."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import reduce
from typing import Any
from uuid import uuid4

from domain.breaches.answers import NOTHING_READ, TITLES, answer_words, said_back_words, title_of
from domain.breaches.drafts import Answer, Breach, page_of, standing
from domain.breaches.flow import change, said_back
from domain.breaches.signing import Addendum, Decision, Signing, Verdict
from domain.breaches.summary import TELL_THE_VICTIM, arrest_words, danger_words, happened_words, summary
from domain.evidence import Evidence, EvidenceKind, How, Source, told_in
from domain.orders import Order, PartyRole
from domain.withholding import ADDRESS, CONTACT
from tests.breaches import ACCOUNT, DECIDED, KNOWN, NOW, SIMPLE, a_draft, changed, filed, kept, left_out, stepped, told_record
from tests.orders import a_party, an_order
from tests.people import NEIGHBOUR, RESPONSE


def test_the_summary_holds_what_a_crime_report_asks() -> None:
    breach, order = told_record(*SIMPLE)
    whole = summary(breach, order)
    lines = whole.splitlines()
    assert lines[0] == "OFFICIAL-SENSITIVE"
    assert lines[-1] == TELL_THE_VICTIM
    assert "Breach of a non-molestation order: BR-7F3K2D" in lines
    assert "Recorded Sun 22 November 2026 at 10:50 by 0000" in lines
    assert f"Order: {order.reference}, version 1, case {order.case_no}, Family Court at Ambermere" in lines
    assert "Respondent: John Smith, born 12 March 1985" in lines
    assert "Protected person: Jane Marlow" in lines
    assert "State of the order then: In force on what the court last told us." in lines
    assert "What happened:\nHe texted her three times." in whole
    assert 'When:\nSat 21 November 2026 at about 22:00 (as typed: "last night about ten")' in whole
    assert "Condition broken:\nC. Telephone, text, email or other contact with the protected person" in whole
    assert "How the respondent knew of the order:\nServed with the papers" in whole
    assert "Evidence there is:\nWhole message threads or call log" in whole
    assert "Will be lost soon:\nPhone: messages, calls, voicemail" in whole
    assert "Arrest decision:\nNot found yet: to be arrested" in whole
    assert "Reason for no arrest:\nnot found yet" in whole
    assert "Risk after:\nHigh" in whole


def test_every_page_that_was_asked_is_on_it_and_nothing_that_was_not() -> None:
    breach, order = told_record(*SIMPLE)
    told = [line.rstrip(":") for line in summary(breach, order).splitlines() if line.rstrip(":") in TITLES]
    assert len(told) == sum(len(given) for given in SIMPLE if not isinstance(given, str)) + 1
    assert {"Time of arrest", "Custody number", "Who was used", "Released"}.isdisjoint(told)


def test_what_another_officer_answered_is_said_to_be() -> None:
    breach, order = told_record(*SIMPLE)
    other = replace(breach, answers=tuple(replace(one, by=NEIGHBOUR.id) if one.question == "where" else one for one in breach.answers))
    assert summary(other, order).count("Where (answered Sun 22 November 2026 at 10:50 by another officer):") == 1
    assert summary(other, order).count(" (answered ") == 1


def test_when_it_was_answered_is_said_once_and_beside_an_answer_of_another_day_alone() -> None:
    breach, order = told_record(*SIMPLE)
    assert "Answers given: Sun 22 November 2026 at 10:50\n" in summary(breach, order)
    later = replace(breach, answers=(*breach.answers[:-1], replace(breach.answers[-1], at=NOW + timedelta(hours=2))))
    assert "Answers given: Sun 22 November 2026 at 10:50 to 12:50\n" in summary(later, order)
    assert " (answered " not in summary(later, order)
    earlier = replace(breach, answers=tuple(replace(one, at=NOW - timedelta(days=1)) for one in breach.answers))
    assert "Answers given" not in summary(earlier, order)
    assert "What happened (answered Sat 21 November 2026 at 10:50):\nHe texted her three times." in summary(earlier, order)


def test_where_the_protected_person_can_be_found_is_never_on_it() -> None:
    order = an_order()
    person = order.applicant
    typed = f"He came to {str(person.address1).upper()}, zz27qd, and rang 07700900456. Her mail is {person.email}."
    account = {"happened": typed, "when": "yday", "where": str(person.address1), "manner": "place", "witnesses": str(person.phone)}
    text = summary(*told_record("no", account, *SIMPLE[2:], order=order)).casefold()
    known = (person.address1, person.postcode, person.phone, person.email, person.safe_time_raw)
    assert [part for part in known if part is None or part.casefold() in text] == []
    assert f"he came to {ADDRESS}, and rang {CONTACT}. her mail is {CONTACT}." in text


def test_where_the_protected_person_was_by_an_earlier_version_is_not_on_it_either() -> None:
    earlier = an_order(applicant=a_party(role=PartyRole.APPLICANT, address1="9 Tanner's Bank"))
    breach, order = told_record("no", ACCOUNT | {"where": "9 Tanner's Bank"}, *SIMPLE[2:])
    assert "Tanner" in summary(breach, order)
    assert "Tanner" not in summary(breach, order, earlier=[earlier])


def test_a_short_address_takes_nothing_else_out_of_the_text() -> None:
    order = an_order(applicant=a_party(role=PartyRole.APPLICANT, address1="4", postcode=None, phone=None, email=None))
    assert "[protected" not in summary(*told_record(*SIMPLE, order=order))


def test_everything_left_out_is_said_to_be() -> None:
    breach, order = filed(reduce(lambda draft, _: left_out(draft), range(7), a_draft("no")), an_order(made_on=None, court_name=None))
    text = summary(breach, order)
    assert text.count("left out: not asked") == len(breach.answers) - 1
    assert "Arrest decision:\nleft out: not asked" in text
    assert "State of the order then: not reckoned" in text
    assert "Held: nothing yet" in text
    assert f"case {order.case_no}\n" in text


def an_evidence(order: Order, kind: EvidenceKind, how: How, **more: Any) -> Evidence:
    return Evidence(uuid4(), order.id, kind, how, Source.OFFICER, RESPONSE.id, NOW, **more)


def of_awareness(said: str, order: Order | None = None) -> tuple[Breach, Order]:
    return told_record(*changed(KNOWN | {"awareness": said}, at=3), order=order)


def test_awareness_holds_what_the_register_holds_service_and_awareness_apart() -> None:
    breach, order = of_awareness("not known yet", an_order(served_file=True))
    told = an_evidence(order, EvidenceKind.AWARENESS, How.TOLD_BY_OFFICER, on=date(2026, 6, 3))
    served = an_evidence(order, EvidenceKind.SERVICE, How.PERSONAL, on=date(2026, 6, 2))
    text = summary(breach, order, [told, served])
    assert (
        "Held: in the register: Service: a served copy came with the feed. Ask the court for the day and the manner. "
        "Service: in person, on 2 June 2026; recorded by an officer, 22 November 2026. That was before the act. "
        "Awareness: told by an officer, on 3 June 2026; recorded by an officer, 22 November 2026. That was before the act. "
        "Lacking: the statement, recording or message that shows it, and its time\n"
    ) in text


def test_a_served_copy_alone_is_held_and_its_own_answer_is_not_counted_twice() -> None:
    breach, order = told_record(*SIMPLE, order=an_order(served_file=True))
    text = summary(breach, order, told_in(breach))
    assert "Held: Served with the papers; in the register: Service: a served copy came with the feed." in text
    assert "from the record of a breach" not in text


def test_what_came_after_the_act_is_said_to() -> None:
    breach, order = told_record(*SIMPLE)
    later = an_evidence(order, EvidenceKind.AWARENESS, How.TOLD_BY_OFFICER, on=date(2026, 11, 22))
    at = an_evidence(order, EvidenceKind.AWARENESS, How.TOLD_BY_PHONE, at=NOW)
    before = an_evidence(order, EvidenceKind.AWARENESS, How.IN_COURT, on=date(2026, 11, 21))
    undated = an_evidence(order, EvidenceKind.AWARENESS, How.OWN_WORDS)
    assert summary(breach, order, [later, at]).count("That was after the act.") == 2
    assert "after the act" not in summary(breach, order, [before, undated])


def test_that_the_respondent_knew_before_the_act_is_lacking_until_something_is_dated_before_it() -> None:
    breach, order = told_record(*SIMPLE)
    day_before = an_evidence(order, EvidenceKind.AWARENESS, How.TOLD_BY_PHONE, on=date(2026, 11, 20))
    that_day = replace(day_before, on=date(2026, 11, 21))
    lacking = "and its time; that this was before the act\n"
    assert [lacking in summary(breach, order, held) for held in ([], [that_day], [day_before])] == [True, True, False]


def test_an_about_time_of_the_act_is_before_nothing_of_the_same_day() -> None:
    breach, order = told_record(*SIMPLE)
    at = an_evidence(order, EvidenceKind.AWARENESS, How.TOLD_BY_PHONE, at=datetime(2026, 11, 21, 21, 50, tzinfo=UTC))
    assert "before the act." not in summary(breach, order, [at])
    assert "That was before the act." in summary(breach, order, [replace(at, at=datetime(2026, 11, 20, 21, 50, tzinfo=UTC))])
    sharp, _ = told_record("no", ACCOUNT | {"when": "21/11 22:00"}, *SIMPLE[2:], order=order)
    assert "That was before the act." in summary(sharp, order, [at])


def test_what_another_record_of_a_breach_says_is_told_with_when_that_was_recorded() -> None:
    breach, order = told_record(*SIMPLE)
    (other,) = told_in(told_record(*SIMPLE, order=order)[0])
    assert "22 November 2026. Recorded after the act." in summary(breach, order, [other])
    earlier = replace(other, recorded_at=NOW.replace(day=1))
    assert "1 November 2026. That was before the act." in summary(breach, order, [earlier])


def test_without_any_service_or_awareness_it_is_lacking_and_no_reason_to_stop() -> None:
    text = summary(*of_awareness("not known yet"))
    assert "Held: nothing yet. Lacking: how and when the respondent came to know that it exists" in text
    assert [words for words in ("not served", "no offence", "not confirmed") if words in text.casefold()] == []


def test_what_was_said_of_awareness_stands_in_the_text_as_said() -> None:
    draft, _ = kept(a_draft(*SIMPLE[:3]), "awareness: he was not served")
    given = standing(draft.answers)["awareness"]
    assert answer_words(given) == f'{NOTHING_READ}.\nSaid: "he was not served"'


def test_an_order_that_had_ended_is_recorded_with_that_said() -> None:
    breach, order = told_record(*SIMPLE, order=an_order(discharged_at=NOW.replace(day=1)))
    assert "was not live then (Discharged: history only). Keep recording" in summary(breach, order)


def test_the_court_is_to_be_asked_for_the_hour_where_the_order_was_made_that_day() -> None:
    breach, order = told_record(*SIMPLE, order=an_order(made_on=date(2026, 11, 21)))
    assert f"Held: not certain: order {order.reference}; Made that day, time not known: ask the court for the hour. Lacking:" in summary(
        breach, order
    )


def test_how_an_order_stood_is_told_as_it_was_recorded_where_the_register_says_otherwise_by_now() -> None:
    breach, order = told_record(*SIMPLE, order=an_order(made_on=date(2026, 11, 21)))
    discharged = replace(order, discharged_at=NOW.replace(day=20))
    assert "Made that day" not in summary(breach, discharged)
    assert f"Held: order {order.reference}; State of the order then: In force on what the court last told us." in summary(
        breach, discharged
    )


def test_what_was_added_since_stands_in_the_text_with_who_and_when_and_how_the_sign_off_stands() -> None:
    breach, order = told_record(*SIMPLE)
    added = Addendum(1, f"They met at {order.applicant.address1}.", RESPONSE.id, "0000", NOW, "evidence")
    returned = Decision(1, Verdict.RETURNED, NEIGHBOUR.id, "0000", NOW, 1, "which phone?")
    lines = summary(breach, order, signing=Signing((returned,), (added,))).splitlines()
    assert lines[lines.index("Added since it was sent:") - 1 :] == [
        "Sign off: Returned by a supervisor: add to this record what the note asks for.",
        "Added since it was sent:",
        "1. Added by 0000 on Sun 22 November 2026 at 10:50, about 'Evidence', word for word:",
        f"They met at {ADDRESS}.",
        "Returned by 0000 on Sun 22 November 2026 at 10:50, word for word:",
        "which phone?",
        "",
        TELL_THE_VICTIM,
    ]
    assert "Sign off: Awaits a supervisor's sign-off." in summary(breach, order).splitlines()


def test_the_arrest_is_told_in_one_line_without_where_the_protected_person_is() -> None:
    breach, order = told_record(*changed(DECIDED | {"arrest_why": f"ran off\nfrom {an_order().applicant.address1}"}, at=4))
    assert arrest_words(breach, [order.applicant]) == f"Not found yet: to be arrested; ran off from {ADDRESS}"
    arrested = DECIDED | {"arrest": "arrested", "arrest_when": "at 9am"}
    assert arrest_words(told_record(*changed(arrested, at=4))[0], [order.applicant]) == "Arrested"
    assert arrest_words(replace(breach, answers=breach.answers[:2]), []).startswith("not recorded yet; record it, with the reason")


def test_danger_once_told_is_told_on() -> None:
    breach, order = told_record("yes", "ok", *SIMPLE[1:])
    passed = stepped(change(a_draft("yes", "ok", *SIMPLE[1:]), page_of("danger")), "no")
    assert [danger_words(one) for one in (told_record(*SIMPLE)[0], breach, filed(passed, order)[0])] == [
        "",
        "yes",
        "yes at first, then answered no",
    ]


def test_when_it_was_is_told_as_far_as_it_is_known() -> None:
    breach, _ = told_record(*SIMPLE)
    assert happened_words(breach) == "Sat 21 November 2026 at about 22:00"
    assert happened_words(replace(breach, answers=())) == "time not known"


def test_a_time_kept_as_typed_is_flagged() -> None:
    draft = a_draft(*SIMPLE)
    raw = next(one for one in draft.answers if one.question == "when")
    assert "time as typed, not read" in answer_words(replace(raw, text="bin day", values=()))


def test_an_answer_to_a_question_that_is_asked_no_more_is_still_told() -> None:
    assert (title_of("shoe_size"), answer_words(Answer("shoe_size", "nine", RESPONSE.id, NOW))) == ("Also said", "nine")
    assert title_of("when") == "When"


def test_what_was_read_from_typed_words_is_said_back_and_what_was_ticked_is_not() -> None:
    before = a_draft(*SIMPLE[:2])
    after, _ = kept(before, "text and came to the house")
    read = said_back(before, after, page_of("conditions"))
    assert said_back_words(read).startswith("I read that as: Condition broken: C. Telephone, text, email or other contact")
    assert said_back_words(read).endswith("Your words are kept beside it. If it is not right, or not all, type 'change 3'.")
    assert said_back(before, kept(before, "C")[0], page_of("conditions")) == []
    assert said_back(after, after, page_of("conditions")) == []


def test_a_time_that_was_read_is_said_back() -> None:
    before = a_draft("no")
    after, _ = kept(before, "when: last night about ten; where: the gate")
    assert "I read that as: When: Sat 21 November 2026 at about 22:00." in said_back_words(said_back(before, after, page_of("happened")))


def test_a_record_keeps_who_and_when_of_each_answer_and_its_order() -> None:
    breach, order = told_record(*SIMPLE)
    assert {(one.by, one.at) for one in breach.answers} == {(breach.recorded_by, NOW)}
    assert (breach.order_id, breach.order_version, breach.happened_on) == (order.id, 1, date(2026, 11, 21))
    assert breach.recorded_at == NOW


def test_the_tool_by_which_the_force_assesses_risk_is_named() -> None:
    breach, order = told_record(*SIMPLE)
    assert "Risk is assessed with DARA." in summary(replace(breach, risk_tool="DARA"), order).splitlines()
    assert "Risk is assessed with" not in summary(breach, order)
