"""What is typed and what is ticked come to the same answer, and nothing typed is thrown away."""

import pytest

from domain.breaches.questions import AWARENESS, CONDITIONS, DANGER, EVIDENCE, SAFE, WHEN
from domain.breaches.reading import WHICH_LETTERS, arrest_line, evidence_lines, from_form, lacks_reason, read_answer
from domain.errors import Unreadable
from tests.breaches import NOW


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("C", ("condition_3",)),
        ("conditions C and F, he texted then went to the house", ("condition_3", "condition_6", "contact", "place")),
        ("c, he sent 2 texts through his mother", ("condition_3", "third_party")),
        ("J school", ("condition_10", "place")),
        ("c, i contact", ("condition_3", "condition_9", "contact")),
        ("A", ("condition_1",)),
        ("a and e", ("condition_1", "condition_5")),
        ("I: rang the child", ("condition_9", "contact")),
        ("2 texts to her", ("condition_3",)),
        ("not sure", ("not_sure",)),
        ("don’t know, threats", ("not_sure", "violence")),
        ("condition_1,condition_7,violence", ("condition_1", "condition_7", "violence")),
    ],
)
def test_conditions_are_read_by_their_stock_letters(said: str, read: tuple[str, ...]) -> None:
    assert read_answer(CONDITIONS, said, NOW).values == read


@pytest.mark.parametrize(
    "said", ["k", "k he was drunk", "he was drunk", "facebook", "?", "c-a", "not c", "c-z", "a and e looked at her", "a night out"]
)
def test_a_condition_that_is_not_on_the_list_is_asked_again(said: str) -> None:
    with pytest.raises(Unreadable, match="A to J: 'C, F contact'"):
        read_answer(CONDITIONS, said, NOW)


@pytest.mark.parametrize(
    "said",
    ["3", "3 and 4", "3, 4 contact", "condition 3", "no. 3", "1-3", "6 he texted", "11", "99999999999999999999", "3.1", "C, 4", "(3)"],
)
def test_a_number_is_not_taken_for_a_line_of_the_stock_list(said: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        read_answer(CONDITIONS, said, NOW)
    assert refusal.value.advice == WHICH_LETTERS


@pytest.mark.parametrize(
    "said", ["a text to her", "I think he texted her", "e-mailed her", "e mail", "i texted him that she rang, he texted her"]
)
def test_a_word_that_looks_like_a_letter_is_a_word(said: str) -> None:
    assert read_answer(CONDITIONS, said, NOW).values[:1] == ("condition_3",)


@pytest.mark.parametrize(
    ("said", "values", "text"),
    [
        ("served", ("served",), ""),
        ("served,in_court", ("served", "in_court"), ""),
        ("told by an officer at the desk", ("told_by_police",), "told by an officer at the desk"),
        ("she showed him the letter", (), "she showed him the letter"),
        ("Not known yet", ("not_known",), ""),
    ],
)
def test_awareness_stops_nobody(said: str, values: tuple[str, ...], text: str) -> None:
    read = read_answer(AWARENESS, said, NOW)
    assert (read.values, read.text) == (values, text)


def test_evidence_takes_apart_what_will_be_lost_and_the_arrest() -> None:
    read = read_answer(
        EVIDENCE, "Screenshots\nbody-worn video\nlost: cctv at the shop, her phone\nlost: bus ticket\nArrest: no, not found yet", NOW
    )
    assert read.values == ("lost_cctv", "lost_phone")
    assert read.text == "Screenshots\nbody-worn video\nWill be lost soon: bus ticket\nArrest: no, not found yet"


@pytest.mark.parametrize(
    ("said", "values", "text"),
    [
        ("screenshots. lost: phone. arrest: no, he had gone", ("lost_phone",), "screenshots\nArrest: no, he had gone"),
        ("screenshots; LOST: cctv, phone; Arrest : yes", ("lost_cctv", "lost_phone"), "screenshots\nArrest: yes"),
        ("lost: cctv, arrest: no, he had gone. evidence: a photo", ("lost_cctv",), "a photo\nArrest: no, he had gone"),
        ("a photo, lost: bus ticket", (), "a photo\nWill be lost soon: bus ticket"),
        ("a photo.\nher note, arrest: yes", (), "a photo.\nher note\nArrest: yes"),
        ("house arrest: he said so, at no.lost:x", (), "house arrest: he said so, at no.lost:x"),
    ],
)
def test_evidence_is_taken_apart_in_one_message_too(said: str, values: tuple[str, ...], text: str) -> None:
    read = read_answer(EVIDENCE, said, NOW)
    assert (read.values, read.text) == (values, text)


def test_an_arrest_decision_that_an_older_record_kept_among_the_evidence_is_found() -> None:
    assert arrest_line("screenshots. lost: phone. arrest: no, he had gone") == "no, he had gone"
    assert arrest_line("a note. arrest: perhaps\nArrest: yes") == "yes"
    assert arrest_line("house arrest: he said so") == ""
    assert evidence_lines("a note. arrest: yes") == "a note. arrest: yes"


def test_a_form_comes_to_what_could_have_been_typed() -> None:
    assert from_form(WHEN, {"when": " yday "}) == "yday"
    assert from_form(CONDITIONS, {"conditions": "condition_3", "how": "contact"}) == "condition_3,contact"
    assert (
        from_form(EVIDENCE, {"evidence": "a\nb", "lost": "", "arrest": "no\nnot found"})
        == "evidence: a\nevidence: b\narrest: no\narrest: not found"
    )
    assert from_form(EVIDENCE, {}) == ""


DENIED = (
    "he was not served",
    "He wasn't served",
    "he wasn’t served",
    "cannot say that he was served",
    "not told by police",
    "he was not in court",
    "never told by court",
    "papers not served",
    "service was never effected",
    "service attempted",
    "served? no",
    "served: no",
    "was he served?",
    "unable to say he was present",
    "absent, not in court",
    "not served, told by police or in court",
    "neither served nor told by police",
    "he denies being served, told by the court or mentioned it",
    "nobody told him, no papers, not at the hearing",
    "she left without the papers",
    "might have been told by police",
    "if he was served I have not seen it",
)


@pytest.mark.parametrize("said", DENIED)
def test_a_denial_or_a_doubt_proves_nothing_and_is_kept_as_said(said: str) -> None:
    read = read_answer(AWARENESS, said, NOW)
    assert (read.values, read.text) == ((), said)


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("not served but told by police", ("told_by_police",)),
        ("not served at first, then told by an officer at the door", ("told_by_police",)),
        ("he was not served. In court on 3 June.", ("in_court",)),
        ("served, he would not sign", ("served",)),
        ("told by police and he never denied it", ("told_by_police",)),
        ("served, no doubt about it", ("served",)),
        ("don't know when he was served, told by police", ("not_known",)),
        ("told by police, don't know when", ("told_by_police",)),
    ],
)
def test_a_denial_reaches_as_far_as_its_own_sentence(said: str, values: tuple[str, ...]) -> None:
    read = read_answer(AWARENESS, said, NOW)
    assert (read.values, read.text) == (values, said)


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("he said I know about the order", ("own_words",)),
        ("she said i know about it", ("own_words",)),
        ("he admitted that he knew about it", ("own_words",)),
        ("the suspect told officers he was aware of it", ("own_words",)),
        ("pc told him", ("told_by_police",)),
        ("PC Loom has told him", ("told_by_police",)),
        ("I told him on the phone", ("told_by_police", "told_by_phone")),
        ("told on the phone", ("told_by_phone",)),
        ("told by the court over the phone", ("told_by_court", "told_by_phone")),
        ("was in court", ("in_court",)),
        ("he attended the hearing", ("in_court",)),
        ("served", ("served",)),
        ("solicitor told", ("told_by_solicitor",)),
        ("told about it by his solicitor", ("told_by_solicitor",)),
        ("the judge told him about the order", ("told_by_court",)),
    ],
)
def test_plain_words_tell_how_he_knew(said: str, values: tuple[str, ...]) -> None:
    assert read_answer(AWARENESS, said, NOW).values == values


@pytest.mark.parametrize(
    "said",
    [
        *("she said he knew about it", "victim said he knew about it", "victim says i told him", "he said he never knew about it"),
        *("pc told the victim", "pc told him he was under arrest", "pc did not tell him", "did pc loom tell him?", "i rang him"),
        *("he told her on the phone he would come", "told her on the phone that he would come", "pc may have told him"),
    ],
)
def test_what_somebody_else_says_he_knew_or_was_told_of_something_else_is_no_source(said: str) -> None:
    read = read_answer(AWARENESS, said, NOW)
    assert (read.values, read.text) == ((), said)


@pytest.mark.parametrize("said", ["dunno", "no idea", "No.", "don't know", "dont know", "unsure", "not sure", "unknown", "not yet", "none"])
def test_what_nobody_knows_is_not_known_yet(said: str) -> None:
    read = read_answer(AWARENESS, said, NOW)
    assert (read.values, read.text) == (("not_known",), "")


@pytest.mark.parametrize(
    ("said", "values"),
    [
        ("F he didn't hit her", ("condition_6",)),
        ("f no violence", ("condition_6",)),
        ("f, never threatened her", ("condition_6",)),
        ("C, F no damage but he texted", ("condition_3", "condition_6", "contact")),
        ("c, not f", ("condition_3",)),
        ("A-C", ("condition_1", "condition_2", "condition_3")),
        ("a \u2013 c, f", ("condition_1", "condition_2", "condition_3", "condition_6")),
        ("conditions G to I", ("condition_7", "condition_8", "condition_9")),
        ("F - 8pm he came", ("condition_6",)),
        ("c not sure about f", ("condition_3",)),
        ("dunno", ("not_sure",)),
        ("no idea", ("not_sure",)),
    ],
)
def test_a_condition_is_read_where_it_is_affirmed_and_a_range_is_whole(said: str, values: tuple[str, ...]) -> None:
    assert read_answer(CONDITIONS, said, NOW).values == values


@pytest.mark.parametrize("said", ["C", "letter c", "A-C", "not sure", "C contact", "condition C and F"])
def test_a_bare_letter_is_not_shown_twice(said: str) -> None:
    assert read_answer(CONDITIONS, said, NOW).text == ""


@pytest.mark.parametrize(
    "said",
    [
        *("no danger", "no one", "No-one", "nobody", "nobody in danger now", "there's no danger", "not any more", "no longer", "none"),
        *(
            "no - he left",
            "no, he's gone",
            "no he has already left the scene",
            "no, she is safe now",
            "no, all safe",
            "no he's been arrested",
        ),
    ],
)
def test_a_no_with_words_that_can_only_mean_safety_is_a_no(said: str) -> None:
    assert read_answer(DANGER, said, NOW).values == ("no",)


@pytest.mark.parametrize(
    "said",
    [
        *("in danger", "no danger?", "no one is safe", "no he is here", "no he has not left", "no, not safe", "nope but he was"),
        *("no he left with a knife", "no she is not ok", "not sure", "danger", "no he left then came back"),
    ],
)
def test_a_no_that_may_mean_danger_is_asked_again(said: str) -> None:
    with pytest.raises(Unreadable, match="yes or no"):
        read_answer(DANGER, said, NOW)


@pytest.mark.parametrize("said", ["help is coming", "Help is coming: carry on", "help's on the way", "backup is coming"])
def test_help_that_is_coming_lets_the_officer_carry_on(said: str) -> None:
    assert read_answer(SAFE, said, NOW).values == ("carry_on",)


@pytest.mark.parametrize("said", ["no help is coming", "help is not coming", "is help coming?"])
def test_help_that_is_not_coming_does_not(said: str) -> None:
    with pytest.raises(Unreadable, match="emergency button"):
        read_answer(SAFE, said, NOW)


def test_what_will_not_be_lost_is_not_listed_and_what_will_be_is() -> None:
    read = read_answer(EVIDENCE, "lost: no cctv, her phone", NOW)
    assert (read.values, read.text) == (("lost_phone",), "Will be lost soon: no cctv, her phone")


@pytest.mark.parametrize(
    "said", ["no", "No.", "not arrested", "no arrest", "he was not arrested", "none made", "no, because", "not yet", "hasn't been"]
)
def test_a_decision_not_to_arrest_wants_its_reason(said: str) -> None:
    assert lacks_reason(said)


@pytest.mark.parametrize(
    "said", ["yes", "", "arrested", "no, not found yet", "not arrested: he is in hospital", "no - voluntary interview"]
)
def test_an_arrest_or_a_reason_is_enough(said: str) -> None:
    assert not lacks_reason(said)
