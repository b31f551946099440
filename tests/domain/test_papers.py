"""An order's paper is read into a draft: word for word, and nothing that it does not plainly say."""

import pytest

from domain.paper_reading import read_paper
from domain.papers import Draft, NotRead, Term
from tests.domain.papers import BY_CONSENT, COUNSELS, DECIMAL, FORM, PLAIN_ENGLISH, ROWS, TWO_LANGUAGES, WITH_CLAUSES


def read(text: str) -> Draft:
    return read_paper([text.splitlines()])


def values(draft: Draft) -> dict[str, str]:
    return {term.value: one.value for term, one in draft.terms.items()}


def an_order(*sentences: str) -> str:
    return "\n\n".join(
        (
            "In the Family Court at Ambermere",
            "IT IS ORDERED THAT",
            "1. The respondent must not use or threaten violence against the applicant.",
            *sentences,
        )
    )


def test_an_order_of_counsel_is_read_after_its_recitals() -> None:
    draft = read(COUNSELS)
    assert values(draft) == {
        "case_no": "AM26F00123",
        "court": "Family Court sitting at Ambermere",
        "applicant": "Jane Marlow",
        "respondent": "John Smith",
        "made_on": "2026-03-03",
        "notice": "without",
        "end": "fixed",
        "ends_on": "2027-03-02",
        "ends_at": "23:59",
        "hearing_on": "2026-03-24",
        "hearing_at": "10:30",
        "hearing_court": "Family Court at Ambermere",
        "penal_notice": "yes",
    }
    assert [one.number for one in draft.conditions] == ["3", "4", "5"]
    assert draft.conditions[2].words == (
        "The respondent must not go to, enter or attempt to enter 3 Cobbler's Yard, Ambermere (shown on the plan) or any road within "
        "100 metres of it, except that the respondent may: a. attend the family court; b. collect his belongings with a police officer."
    )
    assert draft.exceptions == (draft.conditions[2].words,)


def test_the_courts_own_form_is_read_with_its_day_and_no_time_that_it_does_not_give() -> None:
    draft = read(FORM)
    found = values(draft)
    assert (found["made_on"], found["ends_on"], found["hearing_on"], found["hearing_at"]) == (
        "2026-03-12",
        "2027-03-12",
        "2026-03-24",
        "10:00",
    )
    assert "ends_at" not in found
    assert "notice" not in found
    assert [one.number for one in draft.conditions] == ["3", "4"]
    assert draft.doubts == ("Condition 3 does not end like a sentence.",)


@pytest.mark.parametrize(
    ("paper", "found", "numbers"),
    [
        (ROWS, {"made_on": "2026-03-12", "notice": "without", "ends_on": "2027-03-12", "ends_at": "23:59", "hearing_at": "10:00"}, "1 2 3"),
        (TWO_LANGUAGES, {"applicant": "Jane Marlow", "made_on": "2026-03-03", "ends_on": "2027-03-03", "ends_at": "16:00"}, "1 2"),
        (BY_CONSENT, {"court": "FAMILY COURT SITTING AT WENFOLD", "notice": "on", "made_on": "2026-03-03"}, "1 2"),
        (PLAIN_ENGLISH, {"ends_on": "2026-09-04", "hearing_on": "2026-03-24", "hearing_court": "Family Court at Ambermere"}, "1 2 3"),
        (DECIMAL, {"made_on": "2026-05-05", "notice": "without", "ends_at": "23:59", "hearing_on": "2026-05-26"}, "2.1 2.2 2.3"),
    ],
    ids=["rows", "two languages", "by consent", "plain English", "decimal"],
)
def test_courts_word_and_number_it_in_many_ways(paper: str, found: dict[str, str], numbers: str) -> None:
    draft = read(paper)
    assert {name: values(draft).get(name) for name in found} == found
    assert [one.number for one in draft.conditions] == numbers.split()


def test_of_two_languages_the_english_words_are_kept_under_the_number_that_stands_before_the_welsh() -> None:
    assert [one.words for one in read(TWO_LANGUAGES).conditions] == [
        "The respondent must not use violence against the applicant.",
        "The respondent must not harass the applicant.",
    ]


def test_a_box_that_says_no_to_without_notice_says_on_notice() -> None:
    assert values(read(ROWS.replace("notice?          Yes", "notice?          No")))["notice"] == "on"


def test_clauses_stay_with_their_paragraph_and_headings_do_not() -> None:
    draft = read(WITH_CLAUSES)
    first, second = draft.conditions
    assert first.words.endswith("1.2 communicate with the Applicant save through solicitors; 1.3 come within 100m of the Applicant's home.")
    assert (
        second.words == "The Respondent is prohibited from contacting the children except in accordance with an order of the Family Court."
    )
    found = values(draft)
    assert (found["ends_on"], found["ends_at"], found["notice"], found["applicant"]) == ("2027-03-05", "16:00", "on", "JANE MARLOW")


@pytest.mark.parametrize(
    ("sentence", "term", "value"),
    [
        ("This order shall remain in force until further order.", "end", "further_order"),
        ("This order continues in force until the next hearing.", "end", "next_hearing"),
        ("This order has no fixed end date.", "end", "no_fixed"),
        ("This order expires on 5.3.2027 at noon.", "ends_at", "12:00"),
        ("This order was made ex parte.", "notice", "without"),
        ("The respondent was given short notice of this hearing.", "notice", "on"),
        ("An occupation order is made as well. No power of arrest is attached to it.", "occupation", "no_power"),
        ("An occupation order is made as well. A power of arrest is attached to paragraph 2.", "occupation", "power"),
        ("Dated the twenty-first day of March two thousand and twenty-six", "made_on", "2026-03-21"),
        ("Certificate of service. The respondent was served in person.", "service", "yes"),
    ],
)
def test_what_a_sentence_plainly_says_is_read_with_its_words(sentence: str, term: str, value: str) -> None:
    found = read(an_order(sentence)).terms[Term(term)]
    assert found.value == value
    assert found.words in sentence


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("This order lasts until midnight on 5 March 2027.", Term.ENDS_AT),
        ("This order lasts for twelve months.", Term.ENDS_ON),
        ("This order lasts until 31 February 2027.", Term.ENDS_ON),
        ("This order lasts until 5 March 2027. Paragraph 2 remains in force until 6 April 2027.", Term.ENDS_ON),
        ("If this order was made without notice you may apply to change it.", Term.NOTICE),
        ("[ ] Without notice   [ ] On notice", Term.NOTICE),
        ("This order was made without notice. This order was made on notice.", Term.NOTICE),
        ("The application was made on 3 March 2026.", Term.MADE_ON),
        ("This order was made on 3 March 2026. This order was made on 4 March 2026.", Term.MADE_ON),
        ("No occupation order is made. A power of arrest cannot be attached to this order.", Term.OCCUPATION),
        ("An occupation order is made as well.", Term.OCCUPATION),
        ("A blank statement of service follows.", Term.SERVICE),
    ],
)
def test_what_is_not_plain_is_not_read(sentence: str, term: Term) -> None:
    assert term not in read(an_order(sentence)).terms


def test_a_ticked_box_is_read_and_the_other_is_not() -> None:
    assert values(read(an_order("[ ] Without notice   [x] On notice")))["notice"] == "on"


def test_a_prohibition_that_runs_over_the_page_is_whole_and_what_stands_on_every_page_is_not_in_it() -> None:
    first = ["Family Court", *an_order("2. The respondent must not telephone, text, email or").splitlines(), "", "Page 1 of 2"]
    second = ["Family Court", "otherwise contact the applicant.", "", "Dated 3 March 2026", "", "Page 2 of 2"]
    draft = read_paper([first, second])
    assert draft.conditions[1].words == "The respondent must not telephone, text, email or otherwise contact the applicant."


def test_stock_words_that_end_two_pages_alike_are_kept() -> None:
    last = "suggest that anyone else do so."
    first = [*an_order("2. The respondent must not pester the applicant and must not").splitlines(), last]
    second = ["3. The respondent must not contact the applicant and must not", last]
    assert [one.words.endswith(last) for one in read_paper([first, second]).conditions] == [False, True, True]


def test_a_paper_in_welsh_alone_goes_to_manual_entry() -> None:
    welsh = "Gorchymyn peidio ag ymyrryd yw hwn\nRhaid i'r atebydd beidio ag ymyrryd\nGwnaed y gorchymyn hwn gan y llys\n"
    assert read(welsh).not_read is NotRead.WELSH


def test_a_paper_without_prohibitions_says_so() -> None:
    draft = read("In the Family Court at Ambermere\nThis is a letter about fees and nothing else at all, dated 3 March 2026.")
    assert draft.conditions == ()
    assert draft.doubts == ("The place where the prohibitions begin was not found.",)


def test_why_a_file_could_not_be_read_is_carried_on() -> None:
    assert read_paper(NotRead.ENCRYPTED) == Draft(not_read=NotRead.ENCRYPTED)
