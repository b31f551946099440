"""The folder of a force's pages as the disk has it, and what is too much of it."""

from pathlib import Path

import pytest

from domain.errors import Unreadable
from storage.guidance_folder import LARGEST, MOST_PAGES, guidance_folder, read_guidance_folder, stamp_of


def test_a_force_without_a_folder_has_no_pages(tmp_path: Path) -> None:
    folder = guidance_folder(tmp_path, "demo")
    assert (folder, read_guidance_folder(folder), stamp_of(folder)) == (tmp_path / "demo" / "guidance", {}, ())


def test_pages_alone_are_read_and_of_a_large_one_just_enough_to_tell(tmp_path: Path) -> None:
    (tmp_path / "tea.md").write_bytes(b"x" * (LARGEST + 9))
    (tmp_path / "notes.txt").write_text("no page")
    assert {name: len(content) for name, content in read_guidance_folder(tmp_path).items()} == {"tea": LARGEST + 1}


def test_any_change_of_a_page_changes_the_stamp(tmp_path: Path) -> None:
    page, seen = tmp_path / "tea.md", [stamp_of(tmp_path)]
    page.write_text("one")
    seen.append(stamp_of(tmp_path))
    page.write_text("three")
    seen.append(stamp_of(tmp_path))
    page.rename(tmp_path / "rota.md")
    seen.append(stamp_of(tmp_path))
    assert len(set(seen)) == 4


def test_more_pages_than_anybody_reads_are_refused(tmp_path: Path) -> None:
    for number in range(MOST_PAGES + 1):
        (tmp_path / f"p{number}.md").touch()
    for attempt in (read_guidance_folder, stamp_of):
        with pytest.raises(Unreadable, match="holds 201 pages; 200 is the most"):
            attempt(tmp_path)


def test_a_page_that_cannot_be_opened_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "tea.md").mkdir()
    with pytest.raises(Unreadable, match="cannot be read"):
        read_guidance_folder(tmp_path)
