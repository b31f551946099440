"""What is worded like questions asked in vain is refused, near to one of them or not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guidance.library import NOT_HELD, Library, load
from guidance.likeness import Likeness, leaning, word_runs
from tests.processes import said_by_each

TODAY = date(2026, 11, 22)
QUESTIONS = st.lists(
    st.lists(st.sampled_from(("can", "i", "arrest", "charge", "my", "radio", "shift")), min_size=1, max_size=5), min_size=1, max_size=6
)
# To the last figure: what stands on the edge must not be answered by one process and refused by the other.
LEANING = """
from guidance.likeness import Nearest, leaning
words = "can i arrest him for a text he sent last night who serves the order does like on photo count as contact how long is it in force".split()
lines = [words[at : at + 7 + at % 5] for at in range(20)]
inside, outside = (Nearest([("page", line) for line in some]) for some in (lines[:12], lines[8:]))
print(repr(inside.of(words)), repr(leaning(words, inside.words, outside.words)))
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


@given(QUESTIONS, QUESTIONS, st.lists(st.sampled_from(("can", "i", "radio", "arrest")), max_size=5))
def test_what_leans_to_one_side_leans_as_much_away_from_the_other(ours: list[list[str]], theirs: list[list[str]], asked: list[str]) -> None:
    inside = Likeness([("page", words) for words in ours], word_runs)
    outside = Likeness([("kind", words) for words in theirs], word_runs)
    assert leaning(asked, inside, outside) == pytest.approx(-leaning(asked, outside, inside))


def test_words_used_of_the_pages_alone_lean_to_the_pages() -> None:
    inside = Likeness([("page", ["can", "i", "arrest"])], word_runs)
    outside = Likeness([("kind", ["where", "is", "my", "radio"])], word_runs)
    assert leaning(["arrest"], inside, outside) < 0 < leaning(["my", "radio"], inside, outside)


def test_a_line_is_weighed_alike_in_every_process() -> None:
    assert len(said_by_each(LEANING)) == 1


@pytest.mark.parametrize(
    "question", ["how do i get a key for the stores", "how do i log a lost warrant card", "is the lad from the shop a decent sort"]
)
def test_a_question_of_a_kind_no_page_answers_is_refused_though_nobody_asked_it_before(library: Library, question: str) -> None:
    answer = library.answer(question, TODAY)
    assert not answer.answered
    assert "I cannot" in answer.text


@pytest.mark.parametrize(
    "question", ["what are the points to prove", "which order is right for this", "whats N117", "is mental health a reasonable excuse"]
)
def test_a_question_worded_much_like_one_asked_in_vain_is_answered_where_a_page_is_asked_it(library: Library, question: str) -> None:
    assert library.answer(question, TODAY).page is not None


def test_where_there_is_no_page_nothing_is_answered() -> None:
    assert Library(()).answer("can i arrest for breach", TODAY).title == NOT_HELD
