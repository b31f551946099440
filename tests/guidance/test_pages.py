"""What every published page must carry, and what a bad page is told."""

import re
from datetime import date
from pathlib import Path

import pytest

from guidance.library import CONTENT, Library, load
from guidance.pages import Page, PageError, read_page, read_pages
from guidance.wording import LONGEST_ANSWER

PAGES = read_pages(CONTENT)
TODAY = date(2026, 11, 22)

GOOD = """---
title: "A page"
summary: "What it is for."
topic: breach_offence
aliases: ["page"]
questions: ["what is on the page"]
sources:
  - {title: "An Act", url: "https://law.example/act", key: S1}
mark: law
reviewed: 2026-11-22
owner: "Policy lead"
---
Words.
"""


def written(folder: Path, text: str, name: str = "page.md") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_says_who_owns_it_when_it_was_reviewed_and_where_it_comes_from(page: Page) -> None:
    assert page.owner
    assert page.reviewed <= TODAY
    assert page.sources
    assert all(source.url.startswith("https://") for source in page.sources)
    assert all(re.fullmatch(r"S\d+a?", source.key) for source in page.sources)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_fits_one_screen(page: Page) -> None:
    assert len(page.body) <= 1_100
    assert max(map(len, page.body.splitlines())) <= 320


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_that_is_not_settled_says_so_in_its_answer(page: Page) -> None:
    text = load().answer(page.title, TODAY).text
    assert re.search("Law|National guidance|Force practice, not national|Partly not confirmed nationally", text.splitlines()[-1])
    assert "Sources read 22 November 2026; not yet reviewed by your force." in text
    assert all(source.title in text for source in page.sources)


def test_no_page_sends_the_victim_for_an_order_in_place_of_police_action() -> None:
    advice = re.compile(r"\b(?:tell|advise|ask) (?:her|the victim|them) to (?:get|apply for) an? (?:nmo|order)", re.IGNORECASE)
    assert [page.name for page in PAGES if advice.search(page.body)] == []


def test_no_page_makes_a_party_a_man_or_a_woman() -> None:
    gendered = re.compile(r"\b(?:he|him|his|she|her|hers|himself|herself)\b", re.IGNORECASE)
    assert [page.name for page in PAGES if gendered.search(f"{page.title} {page.summary} {page.body}")] == []


def test_the_breach_page_gives_the_offence_and_the_power_an_officer_acts_on() -> None:
    page = next(page for page in PAGES if page.name == "breach-is-a-crime")
    assert "s.42A Family Law Act 1996" in page.body
    assert "PACE s.24" in page.body
    assert "carries no power of arrest" in page.body


def test_a_good_page_is_read_whole(tmp_path: Path) -> None:
    page = read_page(written(tmp_path, GOOD))
    assert (page.name, page.title, page.body, page.valid_from) == ("page", "A page", "Words.", None)
    assert page.sources[0].url == "https://law.example/act"


def test_a_page_may_say_from_when_it_holds(tmp_path: Path) -> None:
    page = read_page(written(tmp_path, GOOD.replace("mark: law", "mark: law\nvalid_from: 2027-01-12")))
    assert page.valid_from == date(2027, 1, 12)


def test_a_page_names_its_reviewer_where_it_has_one(tmp_path: Path) -> None:
    assert read_page(written(tmp_path, GOOD)).reviewer is None
    assert (
        read_page(written(tmp_path, GOOD.replace("mark: law", "mark: law\nreviewer: Force legal services"))).reviewer
        == "Force legal services"
    )


def test_the_law_is_cited_from_where_it_is_published() -> None:
    cited = {source.url for page in PAGES for source in page.sources}
    assert [url for url in cited if "mckenziefriend" in url] == []


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ('title: "A page"\n', "", "page.md: title: is missing"),
        ('title: "A page"', "title: 42", "page.md: title: must be words"),
        ('aliases: ["page"]', "aliases: []", "page.md: aliases: must be a list with at least one entry"),
        ('questions: ["what is on the page"]', "questions: one", "page.md: questions: must be a list with at least one entry"),
        ("mark: law", "mark: gospel", "page.md: mark: must be one of: law, national guidance, force practice, unverified"),
        ("mark: law", "mark: [law]", "page.md: mark: must be one of: law, national guidance, force practice, unverified"),
        ("reviewed: 2026-11-22", "reviewed: last week", "page.md: reviewed: must be a date such as 2026-11-22"),
        ("reviewed: 2026-11-22", "reviewed: 2026-11-22 10:00:00", "page.md: reviewed: must be a date such as 2026-11-22"),
        ("https://law.example/act", "law.example/act", "page.md: sources[1].url: must be a whole https address"),
        ("https://law.example/act", "https://[law/act", "page.md: sources[1].url: must be a whole https address"),
        (", key: S1", "", "page.md: sources[1]: must have a title, a url and a key, and nothing else"),
        ("mark: law", "mark: law\nmood: good", "page.md: mood: is not a field of a guidance page"),
        ("title:", "title: [", "page.md: front matter: cannot be read"),
        ("Words.", "", "page.md: body: is empty"),
    ],
)
def test_a_bad_page_is_named_with_the_field_at_fault(tmp_path: Path, good: str, bad: str, told: str) -> None:
    path = written(tmp_path, GOOD.replace(good, bad, 1))
    with pytest.raises(PageError) as error:
        read_page(path)
    assert str(error.value) == told


def test_a_file_that_is_not_text_is_named(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_bytes(b"---\ntitle: \xff\xfe\n---\n")
    with pytest.raises(PageError, match=r"page\.md: file: is not UTF-8 text"):
        read_page(path)


def test_a_folder_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PageError, match="holds no pages"):
        read_pages(tmp_path)


def test_two_pages_may_not_share_a_title(tmp_path: Path) -> None:
    written(tmp_path, GOOD, "first.md")
    written(tmp_path, GOOD, "second.md")
    with pytest.raises(PageError, match=r"second\.md: title: is the title of first\.md too"):
        read_pages(tmp_path)


def test_a_page_too_long_for_a_phone_is_refused(tmp_path: Path) -> None:
    written(tmp_path, GOOD.replace("Words.", "long " * 300))
    with pytest.raises(PageError, match=rf"page\.md: body: makes an answer of \d+ characters; {LONGEST_ANSWER} is the most"):
        load(tmp_path)


def test_a_library_of_one_page_answers(tmp_path: Path) -> None:
    written(tmp_path, GOOD)
    library: Library = load(tmp_path)
    assert library.answer("what is on the page", TODAY).page == "page"
