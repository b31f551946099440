"""How the respondent knew of the order, as an officer says it: a denial or a doubt is no source, and nobody is stopped."""

import pytest

from domain.breaches.questions import AWARENESS
from domain.breaches.reading import read_answer
from tests.breaches import NOW


@pytest.mark.parametrize(
    ("said", "values", "text"),
    [
        ("served", ("served",), ""),
        ("served,in_court", ("served", "in_court"), ""),
        ("told by an officer at the desk", ("told_by_police",), "told by an officer at the desk"),
        ("she showed him the letter", (), "she showed him the letter"),
        ("Not known yet", ("not_known",), ""),
        ("עורך הדין אמר לו", (), "עורך הדין אמר לו"),
        ("served, אמר השוטר", ("served",), "served, אמר השוטר"),
        ("served \u2013 in court", ("served", "in_court"), "served \u2013 in court"),
    ],
)
def test_awareness_stops_nobody(said: str, values: tuple[str, ...], text: str) -> None:
    read = read_answer(AWARENESS, said, NOW)
    assert (read.values, read.text) == (values, text)


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
