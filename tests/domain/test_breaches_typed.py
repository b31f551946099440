"""What is typed while a page is open: answers by their names, a sentence that answers several, and nothing of it lost."""

import pytest

from domain.breaches.drafts import BreachDraft, next_page, page_of, standing
from domain.breaches.flow import EMPTY, LONGEST_ANSWER, TOO_LONG, WHICH, change
from domain.breaches.questions import BY_ID, PAGES, Page
from domain.breaches.saying import labelled
from domain.errors import Unreadable
from tests.breaches import ACCOUNT, BROKEN, DECIDED, KNOWN, SIMPLE, Given, a_draft, changed, kept, needed, stepped

HAPPENED, ARREST = page_of("happened"), page_of("arrest")


def open_page(draft: BreachDraft) -> str:
    page = next_page(draft)
    return "none" if page is None else page.id


def read(draft: BreachDraft) -> dict[str, tuple[tuple[str, ...], str]]:
    return {id: (one.values, one.text) for id, one in standing(draft.answers).items()}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_each_question_of_a_page_has_names_of_its_own(page: Page) -> None:
    names = [(one.id, name) for one in page.questions for name in (one.id, one.title, one.title.upper())]
    assert [(id, name) for id, name in names if labelled(page, f"{name}: it\n{name} : that") != ({id: "it, that"}, "")] == []


@pytest.mark.parametrize(
    ("page", "said", "parts", "rest"),
    [
        (HAPPENED, "where: the gate; how: contact", {"where": "the gate", "manner": "contact"}, ""),
        (
            HAPPENED,
            "He rang.\nWhen: yday 9pm\nwhere:the gate, how: place.",
            {"when": "yday 9pm", "where": "the gate", "manner": "place."},
            "He rang",
        ),
        (HAPPENED, "time: 21:30, reported by: the neighbour", {"when": "21:30", "reported": "the neighbour"}, ""),
        (HAPPENED, "he said where: nobody knows", {}, "he said where: nobody knows"),
        (HAPPENED, "where:", {}, ""),
        (HAPPENED, "where: ; how: contact", {"manner": "contact"}, ""),
        (HAPPENED, "where: the gate. where: the path", {"where": "the gate, the path"}, ""),
        (ARREST, "reason  for no   arrest: ran off", {"arrest_why": "ran off"}, ""),
        (ARREST, "arrested: no; why not: ran off", {"arrest": "no", "arrest_why": "ran off"}, ""),
        (page_of("next"), "crime: 17/26; log: 123; custody: DP1", {"crime_no": "17/26", "incident_no": "123", "custody_no": "DP1"}, ""),
        (page_of("people"), "before: medium, now: high", {"risk_before": "medium", "risk_after": "high"}, ""),
        (page_of("times"), "nfa: yday; bail changed: today", {"nfa_when": "yday", "bail_when": "today"}, ""),
    ],
)
def test_what_stands_behind_a_name_is_that_answer(page: Page, said: str, parts: dict[str, str], rest: str) -> None:
    assert labelled(page, said) == (parts, rest)


def test_a_whole_page_is_answered_in_one_message() -> None:
    said = "He texted her three times. when: last night about ten; where: on her phone; how: contact; witnesses: the neighbour"
    draft = stepped(a_draft("no"), said)
    assert open_page(draft) == "conditions"
    assert read(draft)["happened"] == ((), "He texted her three times")
    assert (read(draft)["where"], read(draft)["witnesses"]) == (((), "on her phone"), ((), "the neighbour"))


def test_a_record_is_told_from_end_to_end_in_typed_words() -> None:
    said = (
        "no",
        "He texted her three times. when: last night about ten; where: her phone",
        "C; third party: no; exception: none apply",
        "identity: known number; awareness: served; explained: not asked yet",
        "none. earlier: no; arrest: not found yet; reason: ran off",
        "screenshots; missing: phone; lost: phone; contempt: not checked",
        "no children; before: medium; now: high; safeguarding: safety plan",
        "none; told: not yet",
    )
    draft = a_draft(*said)
    assert open_page(draft) == "none"
    chosen = {id: values for id, (values, _) in read(draft).items()}
    assert (chosen["conditions"], chosen["awareness"], chosen["arrest"]) == (("condition_3",), ("served",), ("arrest_outstanding",))
    assert (chosen["evidence"], chosen["events"], chosen["risk_after"]) == (("ev_messages",), ("event_none",), ("risk_high",))


@pytest.mark.parametrize(
    ("before", "said", "told"),
    [
        (SIMPLE[:1], "He texted her and came to the house", {"happened", "manner"}),
        (SIMPLE[:2], "got his brother to text her", {"conditions", "third_party"}),
        (SIMPLE[:3], "seen on the doorbell, told by police at the door", {"identity", "awareness"}),
        (SIMPLE[:4], "criminal damage, nicked at the scene", {"offences", "arrest"}),
        (SIMPLE[:5], "cctv, it will be overwritten on friday", {"evidence", "lost"}),
        (SIMPLE[:6], "no children. Was standard now high, marac referral made", {"children", "risk_before", "risk_after", "safeguarding"}),
        (SIMPLE[:7], "interviewed, then released on bail", {"events"}),
    ],
)
def test_one_sentence_answers_every_question_of_the_page_that_it_plainly_tells_of(
    before: tuple[Given, ...], said: str, told: set[str]
) -> None:
    draft = a_draft(*before)
    after, _ = kept(draft, said)
    assert {one.question for one in after.answers[len(draft.answers) :]} == told
    assert {one.text for one in after.answers[len(draft.answers) :]} == {said}


def test_a_sentence_for_another_question_of_the_page_is_taken_for_that_one() -> None:
    draft, advice = kept(a_draft(*SIMPLE[:4]), "nicked at the scene")
    assert set(read(draft)) - set(read(a_draft(*SIMPLE[:4]))) == {"arrest"}
    assert advice == needed("offences", "earlier", "arrest_when")


def test_words_that_answer_nothing_are_refused_and_nothing_is_kept_of_them() -> None:
    with pytest.raises(Unreadable, match='I could not read that as an answer to "Other offences seen in this"') as refusal:
        stepped(a_draft(*SIMPLE[:4]), "it was raining")
    assert type(refusal.value) is Unreadable


@pytest.mark.parametrize(
    "said",
    [
        "offences: none; earlier: perhaps; arrest: nicked",
        "earlier: perhaps; offences: none; arrest: nicked",
        "nicked; offences: none; earlier: eh",
    ],
)
def test_a_part_that_cannot_be_read_loses_none_of_the_others(said: str) -> None:
    draft, advice = kept(a_draft(*SIMPLE[:4]), said)
    assert (read(draft)["offences"][0], read(draft)["arrest"][0]) == (("offence_none",), ("arrested",))
    assert 'an answer to "Earlier breaches that were never reported?"' in advice
    assert open_page(draft) == "arrest"


def test_words_beside_a_name_that_cannot_be_read_lose_nothing_of_it_either() -> None:
    draft, advice = kept(a_draft(*SIMPLE[:4]), "it was raining; arrest: nicked")
    assert read(draft)["arrest"][0] == ("arrested",)
    assert 'an answer to "Other offences seen in this"' in advice


@pytest.mark.parametrize(
    ("said", "changed_to"),
    [
        ("not arrested as he is in hospital", {"arrest": ("arrest_no",), "arrest_why": ()}),
        ("nicked", {"arrest": ("arrested",)}),
        ("threats to kill", {"offences": ("threats",)}),
    ],
)
def test_on_a_page_gone_back_to_the_words_go_where_they_plainly_belong(said: str, changed_to: dict[str, tuple[str, ...]]) -> None:
    draft = change(a_draft(*SIMPLE), ARREST)
    after, _ = kept(draft, said)
    assert {one.question: one.values for one in after.answers[len(draft.answers) :]} == changed_to


def test_on_a_page_gone_back_to_words_that_may_belong_anywhere_ask_for_a_name() -> None:
    with pytest.raises(Unreadable) as refusal:
        stepped(change(a_draft(*SIMPLE), HAPPENED), "it was raining")
    assert refusal.value.advice == WHICH.format(name="what happened")
    assert read(stepped(change(a_draft(*SIMPLE), HAPPENED), "account: it was raining"))["happened"] == ((), "it was raining")


def test_the_reason_why_there_was_no_arrest_is_asked_for_and_then_taken_as_it_is() -> None:
    draft, advice = kept(
        a_draft(
            *SIMPLE[:4],
        ),
        "offences: none; earlier: no; arrest: no",
    )
    assert advice == needed("arrest_why")
    assert read(stepped(draft, "in hospital"))["arrest_why"] == ((), "in hospital")


def test_a_time_of_arrest_is_asked_for_and_read() -> None:
    draft, advice = kept(a_draft(*SIMPLE[:4]), "offences: none; earlier: no; arrest: yes")
    assert advice == needed("arrest_when")
    assert len(read(stepped(draft, "9am today"))["arrest_when"][0]) == 2


@pytest.mark.parametrize("said", ["where:", " ; ", ",,", "where: ;"])
def test_a_name_with_nothing_behind_it_is_empty(said: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        stepped(a_draft("no"), said)
    assert refusal.value.advice == EMPTY


@pytest.mark.parametrize(("said", "why"), [("   ", EMPTY), ("x" * (LONGEST_ANSWER + 1), TOO_LONG)])
def test_an_answer_has_a_measure(said: str, why: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        stepped(a_draft("no"), said)
    assert refusal.value.advice == why


def test_words_are_kept_as_typed_to_the_last_sign() -> None:
    said = "He texted her, then; 'I know where you live';"
    assert read(kept(a_draft("no"), said)[0])["happened"] == ((), said)


def test_what_follows_while_the_time_is_lacking_is_tried_as_the_time_and_kept() -> None:
    draft, _ = kept(a_draft("no"), {"happened": "He shouted."})
    after, advice = kept(draft, "bin day")
    assert [(one.question, one.settled, one.text) for one in after.answers[2:]] == [("when", False, "bin day")]
    assert "could not read" in advice


def test_what_is_plainly_a_place_is_the_place_while_the_time_is_lacking() -> None:
    draft, _ = kept(a_draft("no"), {"happened": "He shouted."})
    after, advice = kept(draft, "by the gate")
    assert (read(after)["where"], advice) == (((), "by the gate"), needed("when", "manner"))


def test_all_names_lead_to_questions_that_are_asked() -> None:
    assert {id for page in PAGES for one in page.questions for id in labelled(page, f"{one.id}: x")[0]} == set(BY_ID)
    assert {*ACCOUNT, *BROKEN, *KNOWN, *DECIDED} <= set(BY_ID)
    assert open_page(a_draft(*changed(BROKEN, at=2))) == "none"


def test_an_explanation_that_is_told_is_the_explanation_as_well() -> None:
    draft, _ = kept(a_draft(*SIMPLE[:3]), "identity: known number; awareness: served; explained: said she invited him")
    assert open_page(draft) == "arrest"
    assert (read(draft)["explained"][0], read(draft)["explanation"]) == (("explained",), ((), "said she invited him"))


def test_an_explanation_that_was_given_stands_beside_later_words() -> None:
    draft = stepped(a_draft(*SIMPLE[:3]), "identity: known number; awareness: served; explanation: 'She rang me'; explained: yes")
    assert read(draft)["explanation"] == ((), "'She rang me'")


@pytest.mark.parametrize("said", ["same", "Still the same.", "no change"])
def test_the_same_risk_is_the_risk_before(said: str) -> None:
    draft, _ = kept(a_draft(*SIMPLE[:6]), f"children: no kids; before: med; now: {said}")
    assert read(draft)["risk_after"][0] == ("risk_medium",)


def test_the_same_risk_says_nothing_where_none_is_known_before() -> None:
    draft, advice = kept(a_draft(*SIMPLE[:6]), "children: no kids; now: same")
    assert ("risk_after" in read(draft), 'an answer to "Risk now"' in advice) == (False, True)
