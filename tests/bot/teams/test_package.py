"""The package holds what Teams asks for: a personal bot, commands that the bot understands, icons of the right size."""

import io
import struct
import zipfile
import zlib
from pathlib import Path
from typing import Any

import jsonschema
import orjson
import pytest

from bot.intents import Intent, intent_of
from bot.teams.icons import colour_icon, outline_icon
from bot.teams.manifest import COMMANDS, READ_RECEIPTS, manifest
from bot.teams.package import build_package
from domain.errors import AssistantError, Unreadable

APP = "11111111-2222-4333-8444-555555555555"
HOST = "nmo.force.example"
PAGES = "https://pages.force.example/nmo"


def words(most: int) -> dict[str, Any]:
    return {"type": "string", "minLength": 1, "maxLength": most}


def exactly(**fields: Any) -> dict[str, Any]:
    return {"type": "object", "properties": fields, "required": sorted(fields), "additionalProperties": False}


def list_of(item: dict[str, Any], most: int) -> dict[str, Any]:
    return {"type": "array", "items": item, "minItems": 1, "maxItems": most}


SCHEMA = orjson.loads((Path(__file__).parent / "vendor/MicrosoftTeams.schema.json").read_bytes())
# It names draft 4 and pins its version by `const`, which came with draft 6.
MICROSOFT = jsonschema.Draft6Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
GUID = {"type": "string", "pattern": "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"}
HTTPS = {"type": "string", "pattern": "^https://", "maxLength": 2048}
PERSONAL = {"const": ["personal"]}
# Microsoft's limits for the fields we use, in our own words; stricter where we use less.
FIELDS = exactly(
    **{"$schema": {"const": "https://developer.microsoft.com/json-schemas/teams/v1.27/MicrosoftTeams.schema.json"}},
    manifestVersion={"const": "1.27"},
    version={"type": "string", "pattern": r"^\d+\.\d+\.\d+$"},
    id=GUID,
    developer=exactly(name=words(32), websiteUrl=HTTPS, privacyUrl=HTTPS, termsOfUseUrl=HTTPS),
    name=exactly(short=words(30), full=words(100)),
    description=exactly(short=words(80), full=words(4000)),
    icons=exactly(color={"const": "color.png"}, outline={"const": "outline.png"}),
    accentColor={"type": "string", "pattern": "^#[0-9A-F]{6}$"},
    bots=list_of(
        exactly(
            botId=GUID,
            scopes=PERSONAL,
            isNotificationOnly={"const": False},
            supportsFiles={"const": False},
            supportsCalling={"const": False},
            supportsVideo={"const": False},
            commandLists=list_of(exactly(scopes=PERSONAL, commands=list_of(exactly(title=words(32), description=words(128)), 12)), 3),
        ),
        1,
    ),
    permissions={"const": ["identity"]},
    validDomains={"const": [HOST]},
    defaultInstallScope={"const": "personal"},
)


def size_and_pixels(png: bytes) -> tuple[int, int, bytes]:
    """Read with the standard library alone: the signature, the header's size, and every check sum."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    chunks, rest = {}, io.BytesIO(png[8:])
    while head := rest.read(8):
        length, name = struct.unpack(">I4s", head)
        content = rest.read(length)
        assert struct.unpack(">I", rest.read(4)) == (zlib.crc32(name + content),)
        chunks[name] = content
    assert list(chunks) == [b"IHDR", b"IDAT", b"IEND"]
    assert chunks[b"IHDR"][8:] == bytes([8, 6, 0, 0, 0])
    width, height = struct.unpack(">II", chunks[b"IHDR"][:8])
    return width, height, zlib.decompress(chunks[b"IDAT"])


def test_the_package_holds_the_manifest_and_two_icons_at_its_top(tmp_path: Path) -> None:
    path = build_package(APP, HOST, tmp_path / "nmo.zip", PAGES)
    with zipfile.ZipFile(path) as package:
        assert package.namelist() == ["manifest.json", "color.png", "outline.png"]
        assert package.testzip() is None
        assert orjson.loads(package.read("manifest.json")) == manifest(APP, HOST, PAGES)
        assert package.read("color.png") == colour_icon()


def test_the_manifest_is_valid_against_microsoft_s_own_schema() -> None:
    MICROSOFT.validate(manifest(APP, HOST, PAGES))


@pytest.mark.parametrize(
    "change", [{"manifestVersion": "1.26"}, {"accentColor": "blue"}, {"surprise": 1}, {"id": "nmo"}, {"isFullScreen": 1}]
)
def test_a_manifest_that_microsoft_would_refuse_is_found(change: dict[str, Any]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        MICROSOFT.validate(manifest(APP, HOST, PAGES) | change)


def test_the_manifest_keeps_the_limits_of_teams() -> None:
    jsonschema.validate(manifest(APP, HOST, PAGES), FIELDS)


@pytest.mark.parametrize("change", [{"isNotificationOnly": True}, {"scopes": ["personal", "team"]}, {"botId": "nmo"}])
def test_a_manifest_beyond_the_limits_is_found(change: dict[str, Any]) -> None:
    spoilt = manifest(APP, HOST, PAGES)
    spoilt["bots"][0] |= change
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(spoilt, FIELDS)


def test_the_consent_to_read_receipts_is_asked_for_where_the_force_wants_them() -> None:
    asking = manifest(APP, HOST, PAGES, [READ_RECEIPTS])
    MICROSOFT.validate(asking)
    assert asking["authorization"]["permissions"]["resourceSpecific"] == [{"name": READ_RECEIPTS, "type": "Application"}]
    assert asking["webApplicationInfo"] == {"id": APP}


def test_every_command_is_one_that_the_bot_understands() -> None:
    assert {title: intent_of(title) for title, _ in COMMANDS} == {
        "Help": Intent.HELP,
        "Look up an order": Intent.LOOKUP_ORDER,
        "Record a breach": Intent.RECORD_BREACH,
        "My contacts": Intent.CONTACTS_DUE,
        "What guidance is there?": Intent.GUIDANCE,
        "Cancel": Intent.CANCEL,
    }


def test_the_colour_icon_is_opaque_and_192_pixels_square() -> None:
    width, height, pixels = size_and_pixels(colour_icon())
    assert (width, height) == (192, 192)
    rows = [pixels[start + 1 : start + 1 + 192 * 4] for start in range(0, len(pixels), 1 + 192 * 4)]
    assert {row[place] for row in rows for place in range(3, 192 * 4, 4)} == {255}


def test_the_outline_icon_is_white_on_nothing_and_32_pixels_square() -> None:
    width, height, pixels = size_and_pixels(outline_icon())
    assert (width, height) == (32, 32)
    rows = [pixels[start + 1 : start + 1 + 32 * 4] for start in range(0, len(pixels), 1 + 32 * 4)]
    assert {row[place : place + 4] for row in rows for place in range(0, 32 * 4, 4)} == {b"\xff\xff\xff\xff", b"\xff\xff\xff\x00"}


def test_the_same_settings_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (build_package(APP, HOST, tmp_path / name).read_bytes() for name in ("a.zip", "b.zip"))
    assert first == second


@pytest.mark.parametrize(
    "host", ["", "localhost", "https://nmo.force.example", "nmo.force.example:443", "nmo force.example", "127.0.0.1", "*.example"]
)
def test_a_host_name_that_teams_would_refuse_is_told_at_once(host: str) -> None:
    with pytest.raises(Unreadable, match="host name"):
        manifest(APP, host, PAGES)


@pytest.mark.parametrize("pages", ["http://pages.force.example", "pages.force.example", "https://", "https://u@pages.force.example"])
def test_pages_that_are_not_https_are_told_at_once(pages: str) -> None:
    with pytest.raises(Unreadable, match="https"):
        manifest(APP, HOST, pages)


def test_without_an_app_id_there_is_no_package(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="NMO_APP_ID"):
        build_package("", HOST, tmp_path / "nmo.zip")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["there.zip", "nowhere/nmo.zip"])
def test_a_file_that_is_there_or_cannot_be_made_is_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / "there.zip").write_bytes(b"kept")
    with pytest.raises(AssistantError, match="cannot be written"):
        build_package(APP, HOST, tmp_path / name)
    assert (tmp_path / "there.zip").read_bytes() == b"kept"
