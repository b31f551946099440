"""Every page stands in one chapter, and no chapter is more than a card can hold."""

from guidance.chapters import CHAPTERS, chapter_of, pages_in
from guidance.library import CONTENT
from guidance.pages import read_pages

PAGES = read_pages(CONTENT)


def test_every_page_is_in_exactly_one_chapter() -> None:
    listed = [page.name for chapter in CHAPTERS for page in pages_in(chapter, PAGES)]
    assert sorted(listed) == sorted(page.name for page in PAGES)


def test_no_chapter_has_a_topic_without_a_page_or_more_pages_than_are_read() -> None:
    topics = {page.topic for page in PAGES}
    assert [topic for chapter in CHAPTERS for topic in chapter.topics if topic not in topics] == []
    assert [chapter.id for chapter in CHAPTERS if not 0 < len(pages_in(chapter, PAGES)) <= 24] == []


def test_a_chapter_is_found_by_its_id_alone() -> None:
    assert chapter_of("evidence") in CHAPTERS
    assert chapter_of("nothing of ours") is None
