"""The Teams app package: a zip of the manifest and its icons, the same bytes for the same settings."""

import os
import zipfile
from collections.abc import Sequence
from pathlib import Path

import orjson

from bot.teams.icons import colour_icon, outline_icon
from bot.teams.manifest import manifest
from domain.errors import AssistantError

_LONG_AGO = (2000, 1, 1, 0, 0, 0)
PAGES = "https://nmo-bot.example"
HOST = "nmo-bot.force.example"


def build_package(app_id: str, hostname: str, out: Path, pages: str = PAGES, asks: Sequence[str] = ()) -> Path:
    """Never over an existing file. Replace `pages` before the package goes to Teams: the default address is made up."""
    files = {
        "manifest.json": orjson.dumps(manifest(app_id, hostname, pages, asks), option=orjson.OPT_INDENT_2),
        "color.png": colour_icon(),
        "outline.png": outline_icon(),
    }
    try:
        with out.open("xb") as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
            for name, content in files.items():
                package.writestr(zipfile.ZipInfo(name, _LONG_AGO), content, zipfile.ZIP_DEFLATED)
    except OSError as trouble:
        raise AssistantError(f"{out} cannot be written ({os.strerror(trouble.errno or 0)}): name another file.") from trouble
    return out
