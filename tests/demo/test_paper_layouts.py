"""Made-up papers in many layouts are read back: nineteen fields of twenty right in each, every prohibition word for word."""

from datetime import date
from random import Random

import pytest

from demo.paper_layouts import LAYOUTS, Layout, made_up_paper, printed_conditions
from demo.paper_truth import Matter, made_up_matter
from demo.papers import MARK
from domain.paper_reading import read_paper
from domain.papers import Term
from storage.paper_text import text_of

EACH = 18
DAY = date(2026, 11, 20)


def fields_right(layout: Layout, matter: Matter) -> list[bool]:
    """Of one paper: each term, each prohibition, and that there are as many of them as on the paper."""
    draft = read_paper(text_of(made_up_paper(layout, matter)))
    terms = [draft.value(Term(name)) == value for name, value in matter.truth().items()]
    wanted, read = printed_conditions(layout, matter), [one.words for one in draft.conditions]
    return [*terms, *(words in read for words in wanted), len(read) == len(wanted)]


def test_there_are_ten_layouts_and_two_hundred_papers_at_least() -> None:
    assert len(LAYOUTS) >= 10
    assert len(LAYOUTS) * EACH >= 200


@pytest.mark.parametrize("name", LAYOUTS)
def test_nineteen_fields_of_twenty_are_read_right_in_each_layout(name: str) -> None:
    random = Random(f"made-up papers, {name}")
    right = [is_right for _ in range(EACH) for is_right in fields_right(LAYOUTS[name], made_up_matter(random, DAY))]
    assert sum(right) / len(right) >= 0.95


@pytest.mark.parametrize("name", LAYOUTS)
def test_every_page_says_that_it_is_made_up(name: str) -> None:
    pages = text_of(made_up_paper(LAYOUTS[name], made_up_matter(Random(1), DAY)))
    assert all(any(MARK in line for line in page) for page in pages)
