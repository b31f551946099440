"""A feed is read where it lies, within limits, and says in one line what is wrong with it."""

import os
from datetime import date
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from demo.feed import PASSWORD, write_zip
from demo.force import demo_orders
from storage.feed_source import FeedTrouble, manifest_day, manifests, open_feed, read_manifest_text
from storage.secret_files import SecretTrouble

DAY = date(2026, 11, 19)
MANIFEST = "manifest-20261119.csv"


@pytest.fixture
def password(tmp_path: Path) -> Path:
    file = tmp_path / "password"
    file.write_bytes(PASSWORD + b"\n")
    file.chmod(0o600)
    return file


def packed(path: Path, **files: bytes) -> Path:
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_an_encrypted_zip_is_read_with_the_password_of_a_file(tmp_path: Path, password: Path) -> None:
    made = demo_orders(DAY, 3)
    path = write_zip(tmp_path, made, 3, DAY, Random(1))
    with open_feed(path, password) as source:
        assert manifests(source) == [MANIFEST]
        assert "John" in read_manifest_text(source, MANIFEST)[1]
        assert source.read(made[0].file_name.upper(), 10).startswith(b"%PDF")


def test_a_wrong_or_missing_password_says_so(tmp_path: Path) -> None:
    path = write_zip(tmp_path, demo_orders(DAY, 3), 0, DAY, Random(1))
    wrong = tmp_path / "wrong"
    wrong.write_text("no")
    wrong.chmod(0o600)
    with open_feed(path, wrong) as source, pytest.raises(FeedTrouble, match="password of the zip is wrong"):
        read_manifest_text(source, MANIFEST)
    with open_feed(path) as source, pytest.raises(FeedTrouble, match="password of the zip is missing"):
        read_manifest_text(source, MANIFEST)
    with pytest.raises(SecretTrouble, match=r"password file .* cannot be read"), open_feed(path, tmp_path / "none"):
        pass


@pytest.mark.parametrize("mode", [0o666, 0o640, 0o604])
def test_a_password_that_others_can_read_opens_nothing(tmp_path: Path, password: Path, mode: int) -> None:
    path = write_zip(tmp_path, demo_orders(DAY, 3), 0, DAY, Random(1))
    password.chmod(mode)
    with pytest.raises(SecretTrouble, match="can be read by others: run 'chmod 600"), open_feed(path, password):
        pass


def test_a_name_that_climbs_out_of_the_zip_is_only_a_name(tmp_path: Path) -> None:
    path = packed(tmp_path / "feed.zip", **{f"../../{MANIFEST}": b"x", "..\\..\\evil.pdf": b"y"})
    with open_feed(path) as source:
        assert sorted(source.names()) == ["evil.pdf", MANIFEST]
        assert source.read(MANIFEST, 10) == b"x"
    assert not (tmp_path.parent / MANIFEST).exists()


def test_a_zip_that_would_burst_is_refused_unread(tmp_path: Path) -> None:
    path = packed(tmp_path / "feed.zip", **{MANIFEST: bytes(20 * 1024 * 1024)})
    with pytest.raises(FeedTrouble, match="packed more than 200 to one"), open_feed(path):
        pass


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    path = packed(tmp_path / "feed.zip", **{f"a/{MANIFEST}": b"x", f"b/{MANIFEST.upper()}": b"y"})
    with pytest.raises(FeedTrouble, match="two files of the same name"), open_feed(path):
        pass


def test_a_damaged_zip_says_so(tmp_path: Path) -> None:
    path = packed(tmp_path / "feed.zip", **{MANIFEST: os.urandom(4_000)})
    content = bytearray(path.read_bytes())
    content[1_000:1_100] = bytes(100)
    path.write_bytes(content)
    with open_feed(path) as source, pytest.raises(FeedTrouble, match="is damaged"):
        source.read(MANIFEST, 10_000)


def test_a_link_in_the_folder_is_left_alone(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("x")
    folder = tmp_path / "feed"
    folder.mkdir()
    (folder / "FL404A-1.pdf").symlink_to(secret)
    with open_feed(folder) as source:
        assert source.names() == []


def test_a_manifest_may_be_named_itself(tmp_path: Path) -> None:
    for name in (MANIFEST, "manifest-20261118.csv", "order.pdf"):
        (tmp_path / name).write_text("x")
    with open_feed(tmp_path / MANIFEST) as source:
        assert manifests(source) == [MANIFEST]
        assert source.size("ORDER.pdf") == 1


def test_manifests_come_oldest_first_and_tell_their_day(tmp_path: Path) -> None:
    for name in (MANIFEST, "Manifest-20261118.CSV", "notes.csv"):
        (tmp_path / name).write_text("x")
    with open_feed(tmp_path) as source:
        assert manifests(source) == ["Manifest-20261118.CSV", MANIFEST]
    assert manifest_day(MANIFEST) == DAY
    assert manifest_day("manifest-20261399.csv") is None


def test_what_is_no_feed_says_so_in_one_line(tmp_path: Path) -> None:
    with open_feed(tmp_path) as source, pytest.raises(FeedTrouble, match="There is no manifest here"):
        manifests(source)
    with pytest.raises(FeedTrouble, match="does not exist"), open_feed(tmp_path / "nowhere"):
        pass
    (tmp_path / "letter.txt").write_text("x")
    with pytest.raises(FeedTrouble, match="is no court feed"), open_feed(tmp_path / "letter.txt"):
        pass


def test_a_manifest_that_is_not_utf_8_says_so(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_bytes("Zoë".encode("utf-16"))
    with open_feed(tmp_path) as source, pytest.raises(FeedTrouble, match="is not UTF-8 text"):
        read_manifest_text(source, MANIFEST)


def test_a_file_that_went_away_says_so(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text("x")
    with open_feed(tmp_path) as source:
        (tmp_path / MANIFEST).unlink()
        with pytest.raises(FeedTrouble, match="cannot be read"):
            source.read(MANIFEST, 10)
