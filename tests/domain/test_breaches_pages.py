"""What a page asks and when: a question that follows from an answer only then, some left empty, and nothing that was sent is lost."""

from collections import Counter
from dataclasses import replace

import pytest

from domain.breaches import choices, outcomes, questions
from domain.breaches.choices import LABELS, Choice
from domain.breaches.drafts import BreachDraft, answered, asked, next_page, page_of, pending, standing, when_of
from domain.breaches.flow import TOO_LONG, back, change
from domain.breaches.questions import BY_ID, PAGES, Page, Question
from domain.moments import in_words
from tests.breaches import ACCOUNT, BROKEN, DECIDED, KNOWN, NEXT, SIMPLE, Given, a_draft, changed, kept, needed, stepped
from tests.story_parts import MOST_FIELDS

ARRESTED = DECIDED | {"arrest": "arrested", "arrest_why": "", "arrest_when": "last night at 23:10"}


def lacking(draft: BreachDraft) -> list[str]:
    page = next_page(draft)
    return [one.id for one in pending(draft, page)] if page else []


def shown(draft: BreachDraft) -> list[str]:
    return [question.id for question, _ in answered(draft.answers)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
def test_a_page_fits_on_a_card_and_follows_in_order(page: Page) -> None:
    assert 1 <= len(page.questions) <= MOST_FIELDS
    assert page.number in (PAGES[PAGES.index(page) - 1].number, PAGES[PAGES.index(page) - 1].number + 1) or page is PAGES[0]


def test_a_question_follows_only_from_one_before_it_and_from_its_own_choices() -> None:
    place = {question.id: at for at, question in enumerate(BY_ID.values())}
    follows = [(one, one.follows) for one in BY_ID.values() if one.follows is not None]
    assert [one.id for one, after in follows if place[after.question] >= place[one.id]] == []
    assert [one.id for one, after in follows if not after.values <= {choice.id for choice in BY_ID[after.question].choices}] == []


def test_no_two_questions_have_one_name_and_every_choice_has_its_label() -> None:
    assert [id for id, times in Counter(one.id for page in PAGES for one in page.questions).items() if times > 1] == []
    assert [choice.id for one in BY_ID.values() for choice in one.choices if LABELS[choice.id] != choice.label] == []


TEXTS = [
    *(text for page in PAGES for text in (page.title, page.help)),
    *(text for one in BY_ID.values() for text in (one.title, one.words)),
    *(text for one in BY_ID.values() for choice in one.choices for text in (choice.label, *choice.words, *choice.alone)),
    *(text for room in (choices, outcomes, questions) for text in vars(room).values() if isinstance(text, str)),
]


def test_no_text_makes_the_respondent_or_the_protected_person_a_man_or_a_woman() -> None:
    assert [text for text in TEXTS if {"he", "she", "his", "her", "him", "hers"} & set(text.casefold().replace("'", " ").split())] == []


@pytest.mark.parametrize(
    ("page", "given", "lacks"),
    [
        ("arrest", DECIDED | {"arrest": "arrest_planned", "arrest_why": ""}, ["arrest_why"]),
        ("arrest", DECIDED | {"arrest": "arrest_voluntary", "arrest_why": ""}, ["arrest_why"]),
        ("arrest", DECIDED | {"arrest": "arrest_no", "arrest_why": ""}, ["arrest_why"]),
        ("arrest", ARRESTED | {"arrest_when": ""}, ["arrest_when"]),
        ("arrest", DECIDED | {"arrest": ""}, ["arrest"]),
        ("knowledge", KNOWN | {"explained": "explained"}, ["explanation"]),
        ("conditions", {"third_party": "no"}, ["conditions", "exception"]),
        ("happened", {"when": "yday"}, ["happened", "where", "manner"]),
    ],
)
def test_a_page_sent_with_something_lacking_keeps_what_it_has_and_says_what_is_needed(
    page: str, given: dict[str, str], lacks: list[str]
) -> None:
    before = [one.id for one in asked(a_draft())].index(page)
    draft, advice = kept(a_draft(*SIMPLE[:before]), given)
    assert (next_page(draft), lacking(draft)) == (page_of(page), lacks)
    assert advice == needed(*lacks)
    assert {id for id, value in given.items() if value} <= set(standing(draft.answers))


@pytest.mark.parametrize(
    ("at", "other", "told", "untold"),
    [
        (4, ARRESTED, "arrest_when", "arrest_why"),
        (4, DECIDED, "arrest_why", "arrest_when"),
        (3, KNOWN | {"explained": "explained", "explanation": "a slip"}, "explanation", "arrest_when"),
        (2, BROKEN | {"third_party": "yes", "third_party_who": "the brother"}, "third_party_who", "exception_which"),
        (2, BROKEN | {"exception": "exception_may", "exception_which": "handover"}, "exception_which", "third_party_who"),
        (4, DECIDED | {"earlier": "yes", "earlier_more": "in May"}, "earlier_more", "arrest_when"),
        (7, NEXT | {"victim_told": "told_yes", "victim_told_how": "by me"}, "victim_told_how", "custody_no"),
    ],
)
def test_a_question_that_follows_from_an_answer_is_asked_only_then(at: int, other: Given, told: str, untold: str) -> None:
    draft = a_draft(*changed(other, at=at))
    assert next_page(draft) is None
    assert (told in shown(draft), untold in shown(draft)) == (True, False)


def test_who_was_used_may_stay_empty() -> None:
    assert next_page(a_draft(*changed(BROKEN | {"third_party": "yes"}, at=2))) is None


def test_a_custody_number_is_told_only_of_an_arrest_and_kept_all_the_same() -> None:
    numbers = NEXT | {"custody_no": "DP/17/26", "crime_no": "17/26"}
    assert "custody_no" in shown(a_draft(*changed(ARRESTED, at=4)[:7], numbers))
    draft = a_draft(*SIMPLE[:7], numbers)
    assert shown(draft)[-1] == "crime_no"
    assert standing(draft.answers)["custody_no"].text == "DP/17/26"


def test_only_the_times_of_what_has_happened_are_asked() -> None:
    draft = a_draft(*SIMPLE[:7], NEXT | {"events": "interview,bail"})
    assert (next_page(draft), lacking(draft)) == (page_of("times"), ["interview_when", "bail_when"])
    draft = stepped(draft, {"interview_when": "yday 3pm", "bail_when": "this morning"})
    assert next_page(draft) is None
    assert shown(draft)[-2:] == ["interview_when", "bail_when"]


def test_an_answer_whose_parent_was_changed_drops_out_and_comes_back_with_it() -> None:
    draft = a_draft(*changed(ARRESTED, at=4))
    other = stepped(change(draft, page_of("arrest")), DECIDED)
    assert ("arrest_when" in shown(other), "arrest_when" in standing(other.answers)) == (False, True)
    again = stepped(change(other, page_of("arrest")), {"arrest": "arrested"})
    assert {"arrest_when"} == set(shown(again)) - set(shown(other))
    assert "arrest_why" not in shown(again)


def test_a_page_that_followed_from_an_answer_goes_with_it() -> None:
    draft = a_draft(*SIMPLE[:7], NEXT | {"events": "release"})
    assert next_page(draft) == page_of("times")
    assert next_page(stepped(back(draft), {"events": "event_none"})) is None


def test_an_optional_answer_may_be_cleared_and_the_old_one_is_kept() -> None:
    draft = a_draft("no", ACCOUNT | {"witnesses": "the neighbour"}, *SIMPLE[2:])
    cleared = stepped(change(draft, page_of("happened")), ACCOUNT | {"witnesses": " "})
    assert ("witnesses" in shown(draft), "witnesses" in shown(cleared)) == (True, False)
    assert [one.text for one in cleared.answers if one.question == "witnesses"] == ["the neighbour", ""]
    assert stepped(change(cleared, page_of("happened")), ACCOUNT | {"witnesses": ""}).answers == cleared.answers


def test_who_is_not_found_yet_needs_no_other_reason_and_one_that_is_given_is_kept_or_taken_back() -> None:
    draft = a_draft(*SIMPLE[:4], DECIDED | {"arrest_why": ""})
    assert (next_page(draft), "arrest_why" in shown(draft)) == (page_of("evidence"), False)
    given = stepped(change(draft, page_of("arrest")), {"arrest_why": "ran off over the fields"})
    assert "arrest_why" in shown(given)
    assert "arrest_why" not in shown(stepped(change(given, page_of("arrest")), DECIDED | {"arrest_why": ""}))
    decided, _ = kept(change(given, page_of("arrest")), {"arrest": "arrest_no", "arrest_why": ""})
    assert standing(decided.answers)["arrest_why"].text == "ran off over the fields"


def test_what_must_be_answered_is_not_cleared() -> None:
    whole = a_draft(*SIMPLE)
    assert stepped(change(whole, page_of("happened")), dict.fromkeys(ACCOUNT, "")).answers == whole.answers


def test_a_time_kept_of_a_question_that_is_not_asked_holds_nobody_up() -> None:
    draft = a_draft(*SIMPLE[:4], DECIDED | {"arrest_when": "n/a"})
    assert next_page(draft) == page_of("evidence")
    assert standing(draft.answers)["arrest_when"].text == "n/a"
    arrested, advice = kept(change(draft, page_of("arrest")), {"arrest": "arrested"})
    assert (lacking(arrested), advice) == (["arrest_when"], needed("arrest_when"))


def test_all_that_is_wrong_with_a_page_is_said_at_once_and_the_rest_is_kept() -> None:
    draft, advice = kept(a_draft("no"), ACCOUNT | {"when": "bin day", "manner": "odd", "where": "x" * 4_001})
    assert 'I could not read that as an answer to "How"' in advice
    assert "time" in advice
    assert TOO_LONG in advice
    assert [one.question for one in draft.answers] == ["danger", "happened", "when"]
    assert lacking(draft) == ["when", "where", "manner"]


def test_a_time_that_cannot_be_read_is_asked_again_once_and_then_kept_as_typed() -> None:
    draft, advice = kept(a_draft("no"), ACCOUNT | {"when": "when the bins went out"})
    assert "could not read" in advice
    settled = stepped(draft, ACCOUNT | {"when": "bin day, I said"})
    assert (when_of(standing(settled.answers)), standing(settled.answers)["when"].text) == (None, "bin day, I said")
    assert [one.text for one in settled.answers if one.question == "when"] == ["when the bins went out", "bin day, I said"]
    assert next_page(settled) == page_of("conditions")


def test_a_time_that_is_read_the_second_time_is_the_time() -> None:
    draft, _ = kept(a_draft("no"), ACCOUNT | {"when": "when the bins went out"})
    when = when_of(standing(stepped(draft, ACCOUNT).answers))
    assert when is not None
    assert in_words(when) == "Sat 21 November 2026 at about 22:00"


def test_a_time_still_to_come_never_stands() -> None:
    draft, advice = kept(a_draft("no"), ACCOUNT | {"when": "tomorrow"})
    assert kept(draft, ACCOUNT | {"when": "tomorrow"})[1] == advice == "That is still to come. When did it happen?"


def test_a_good_time_stands_while_its_change_cannot_be_read() -> None:
    whole = a_draft(*SIMPLE)
    draft, _ = kept(change(whole, page_of("happened")), ACCOUNT | {"when": "when the bins went out"})
    assert when_of(standing(draft.answers)) == when_of(standing(whole.answers))
    assert next_page(draft) == page_of("happened")


BEFORE = {"safe": a_draft("yes")}
TICKED = [(one, choice) for one in BY_ID.values() for choice in one.choices]


@pytest.mark.parametrize(("question", "choice"), TICKED, ids=lambda one: one.id)
def test_every_choice_that_is_ticked_is_taken(question: Question, choice: Choice) -> None:
    draft = replace(a_draft(), revisiting=page_of(question.id).id)
    sent, _ = kept(BEFORE.get(question.id, draft), {question.id: choice.id})
    given = standing(sent.answers)[question.id]
    assert (given.values, given.text) == ((choice.id,), "")


def test_two_ticks_are_two_answers_only_where_more_than_one_is_asked() -> None:
    draft, _ = kept(a_draft(*SIMPLE[:5]), {"evidence": "ev_cctv, ev_bwv,ev_none", "contempt": "contempt_no,contempt_yes"})
    assert standing(draft.answers)["evidence"].values == ("ev_bwv", "ev_cctv")
    assert "contempt" not in standing(draft.answers)
    draft, advice = kept(a_draft(), {"danger": "yes,no"})
    assert (next_page(draft), advice) == (page_of("safe"), "")
    assert "yes or no" in kept(a_draft(), {"danger": "no,yes,no,maybe"})[1]


@pytest.mark.parametrize("nothing", [",", " , ,", "?"])
def test_ticks_of_nothing_are_no_answer(nothing: str) -> None:
    whole = a_draft(*SIMPLE)
    draft, advice = kept(change(whole, page_of("people")), {"children": nothing, "safeguarding": nothing})
    assert (draft.answers, "I could not read that" in advice) == (whole.answers, True)
