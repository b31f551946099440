"""Every page can be read by anybody on duty: Flesch-Kincaid grade 9 or below, the words of the trade excepted; and no link inside leads nowhere."""

import re

import pytest
import textstat

from guidance.chapters import CHAPTERS, pages_in
from guidance.library import CONTENT
from guidance.pages import Page, read_pages

PAGES = read_pages(CONTENT)
HARDEST = 9
_MARKS = re.compile(r"[*`]")
_POINT = re.compile(r"^(?:- |\d+\. )")
_LINK = re.compile(r"\]\(([^)]+)\)")
# Words of docs/glossary.md that have no plain form: a reader of these pages knows them.
OF_THE_TRADE = re.compile(
    r"\b(?:non-molestation|molestation|respondent(?:'s|s)?|applicant(?:'s|s)?|occupation|undertaking|statutory|magistrates|associated|"
    r"superintendent|proportionate|necessity|Protection|Protective|harassment|oppressive|confidential|supervisor|safeguarding)\b"
)


def as_read(body: str) -> str:
    """The body as it is read aloud: no marks, each point a sentence, a word of the trade as short as the reader finds it."""
    lines = [_POINT.sub("", line.strip()) for line in _MARKS.sub("", body).splitlines() if line.strip()]
    return OF_THE_TRADE.sub("order", " ".join(line if line[-1] in ".?!" else f"{line}." for line in lines))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_reads_at_grade_nine_or_below(page: Page) -> None:
    assert textstat.flesch_kincaid_grade(as_read(page.body)) <= HARDEST


def test_a_hard_page_would_be_told_from_an_easy_one() -> None:
    hard = "Notwithstanding considerations regarding jurisdictional applicability, investigators necessarily demonstrate contemporaneous documentation."
    assert textstat.flesch_kincaid_grade(as_read(hard)) > HARDEST


def test_no_link_inside_the_pages_leads_nowhere() -> None:
    names = {page.name for page in PAGES}
    inside = [(page.name, link) for page in PAGES for link in _LINK.findall(page.body) if not link.startswith("https://")]
    assert [(page, link) for page, link in inside if link.removesuffix(".md") not in names] == []


def test_every_page_can_be_reached_from_the_list() -> None:
    listed = {page.name for chapter in CHAPTERS for page in pages_in(chapter, PAGES)}
    assert {page.name for page in PAGES} == listed
