"""The master key file: made private, refused in one line when it is not what it should be."""

import os
from pathlib import Path

import pytest

from storage.keys import SIZE, Keys, KeyTrouble, new_key, read_key
from storage.secret_files import SecretTrouble


def kept(path: Path, content: bytes, mode: int = 0o600) -> Path:
    path.write_bytes(content)
    path.chmod(mode)
    return path


def test_a_new_key_is_32_random_bytes_that_only_its_owner_can_read(tmp_path: Path) -> None:
    new_key(tmp_path / "one.key")
    new_key(tmp_path / "two.key")
    one, two = (tmp_path / name for name in ("one.key", "two.key"))
    assert one.stat().st_mode & 0o777 == 0o600
    assert len(one.read_bytes()) == SIZE
    assert one.read_bytes() != two.read_bytes()
    assert read_key(one).draw("database") == Keys(one.read_bytes()).draw("database")


def test_a_key_is_never_overwritten(tmp_path: Path) -> None:
    path = kept(tmp_path / "master.key", os.urandom(SIZE))
    before = path.read_bytes()
    with pytest.raises(KeyTrouble, match="exists already"):
        new_key(path)
    assert path.read_bytes() == before


def test_each_purpose_has_a_key_of_its_own() -> None:
    keys = Keys(bytes(SIZE))
    assert len({keys.draw(purpose) for purpose in ("database", "columns", "web")}) == 3
    assert keys.draw("database") != Keys(bytes([1] * SIZE)).draw("database")


@pytest.mark.parametrize(
    ("content", "mode", "words"),
    [
        (None, 0, "cannot be read"),
        (bytes(SIZE), 0o640, "chmod 600"),
        (bytes(SIZE), 0o604, "chmod 600"),
        (bytes(SIZE - 1), 0o600, "must be 32 bytes"),
        (bytes(SIZE + 1), 0o600, "must be 32 bytes"),
        (b"", 0o600, "must be 32 bytes"),
    ],
)
def test_a_key_that_cannot_serve_is_refused_in_one_line(tmp_path: Path, content: bytes | None, mode: int, words: str) -> None:
    path = tmp_path / "master.key"
    _ = [kept(path, one, mode) for one in [content] if one is not None]
    with pytest.raises(SecretTrouble, match=words) as refused:
        read_key(path)
    assert "\n" not in refused.value.advice


@pytest.mark.parametrize("path", [None, Path("/")])
def test_no_key_at_all_and_a_folder_in_its_place_are_refused(path: Path | None) -> None:
    with pytest.raises(SecretTrouble, match="NMO_MASTER_KEY_FILE"):
        read_key(path)


def test_a_place_where_no_key_can_be_made_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyTrouble, match="cannot be written"):
        new_key(tmp_path / "no" / "such" / "folder.key")
