"""Which question of a page hears typed words: what was filled in from the first words is no longer needed, and nothing is glued to it that is not of it."""

import pytest

from domain.breaches.drafts import BreachDraft, next_page, standing
from domain.breaches.flow import told_at_first
from domain.breaches.lacking import FILLED_IN
from domain.breaches.questions import PAGES
from domain.breaches.spotting import first_told
from domain.errors import Unreadable
from tests.breaches import NOW, SIMPLE, Given, a_draft, kept, needed, stepped
from tests.people import RESPONSE

FIRST = "he texted her three times last night about ten"


def begun(*given: Given, first: str = FIRST) -> BreachDraft:
    """A draft in which the first words were filled in before these answers."""
    draft = told_at_first(a_draft(), first_told(PAGES, first, NOW), RESPONSE.id, NOW)
    for one in given:
        draft, _ = kept(draft, one)
    return draft


def texts(draft: BreachDraft) -> dict[str, str]:
    return {id: one.text for id, one in standing(draft.answers).items()}


def test_what_was_filled_in_waits_for_its_next_and_is_not_called_needed() -> None:
    draft, advice = kept(begun("no"), "where: her phone")
    assert advice == FILLED_IN
    assert kept(begun("no"), "when: last night about eleven")[1] == f"{FILLED_IN} {needed('where')}"
    assert next_page(stepped(draft, "ok")) == PAGES[3]


@pytest.mark.parametrize("said", ["her phone", "on her phone", "the caff in Larkfield Row"])
def test_words_for_the_place_go_there_and_not_into_the_account(said: str) -> None:
    told = texts(kept(begun("no"), said)[0])
    assert (told["where"], told["happened"]) == (said, FIRST)


@pytest.mark.parametrize("said", ["he was shouting through the letter box too", "she was in tears"])
def test_words_of_somebody_are_more_of_the_account(said: str) -> None:
    assert texts(kept(begun("no"), said)[0])["happened"] == f"{FIRST}\n{said}"


def test_words_that_nothing_lacks_are_more_of_the_account_and_what_is_said_over_again_is_not() -> None:
    whole = kept(begun("no"), "where: her phone")[0]
    assert texts(kept(whole, "rain all night")[0])["happened"] == f"{FIRST}\nrain all night"
    assert texts(kept(whole, "he texted her")[0])["happened"] == "he texted her"


def test_words_that_may_be_anything_are_more_of_the_account_where_only_the_time_lacks() -> None:
    draft = begun("no", "where: her phone", first="he texted her three times")
    assert texts(kept(draft, "rain all night")[0])["happened"] == "he texted her three times\nrain all night"


def test_another_place_takes_the_place_of_the_one_that_was_filled_in() -> None:
    told = texts(kept(begun("no", first="he came to her house last night"), "at the school gate")[0])
    assert (told["where"], told["happened"]) == ("at the school gate", "he came to her house last night")


def test_a_time_typed_alone_puts_right_the_time_that_was_filled_in() -> None:
    told = texts(kept(begun("no"), "last night about eleven")[0])
    assert (told["when"], told["happened"]) == ("last night about eleven", FIRST)


@pytest.mark.parametrize("said", ["no one else", "Nobody else.", "nobody", "no-one else saw it"])
def test_nobody_else_says_who_saw_it_and_nothing_of_where(said: str) -> None:
    told = texts(kept(begun("no"), said)[0])
    assert (told["witnesses"], told["happened"]) == (said, FIRST)
    assert "where" not in told


@pytest.mark.parametrize("said", ["no one else", "nobody else", "no", "none", "they acted alone"])
def test_nobody_else_was_used_where_that_is_what_is_asked(said: str) -> None:
    draft, _ = kept(begun("no", SIMPLE[1]), said)
    given = standing(draft.answers)
    assert (given["third_party"].values, given["conditions"].values) == (("no",), ("condition_3",))


def test_a_refusal_names_the_question_as_the_page_asks_it_and_leaves_what_was_filled_in() -> None:
    draft = begun("no", SIMPLE[1], "third party: no")
    with pytest.raises(Unreadable) as refusal:
        stepped(draft, "bus ticket")
    assert refusal.value.advice == (
        'I could not read that as an answer to "Does an exception in the order allow it?" '
        "Tick, or say it in words such as: none; may apply; not checked."
    )


def test_words_that_plainly_answer_a_later_question_are_taken_for_it() -> None:
    draft, advice = kept(a_draft(*SIMPLE[:3]), "not asked yet")
    assert standing(draft.answers)["explained"].values == ("explained_later",)
    assert advice == needed("identity", "awareness")


@pytest.mark.parametrize("said", ["no", "not sure", "none"])
def test_a_bare_no_is_never_taken_for_a_later_question(said: str) -> None:
    draft, _ = kept(a_draft(*SIMPLE[:2]), said)
    assert {one.question for one in draft.answers[5:]} == {"conditions"}


def test_a_bare_no_is_not_said_against_what_was_filled_in() -> None:
    draft = begun("no", SIMPLE[1], "none", first="he got his brother to text her last night")
    given = standing(draft.answers)
    assert (given["third_party"].values, given["exception"].values) == (("yes",), ("exception_none",))


def test_where_all_was_filled_in_and_nothing_can_read_the_words_the_first_says_why() -> None:
    draft = begun("no", SIMPLE[1], "none", first="he got his brother to text her last night")
    after, advice = kept(draft, "bus ticket")
    assert standing(after.answers)["third_party"].values == ("yes",)
    assert "could not read a condition" in advice
