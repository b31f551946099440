"""Everything held on one person as a zip: one file of JSON, and the court's papers as they came."""

import zipfile
from collections.abc import Iterable
from datetime import datetime
from io import BytesIO
from typing import Any

import orjson

from bot.cards.parts import MARKING
from bot.files.breach import RecordFile
from domain.london import to_london
from domain.orders import PartyRole
from services.person_exports import PersonExport

_NOTES = {
    PartyRole.RESPONDENT: "Left out: the court's papers and terms, where the protected person is, how to reach them, what the protected person said, and what officers wrote. "
    "Whoever gives this out reads it first.",
    PartyRole.APPLICANT: "Of the respondent there is the name, and what the records of breaches say. Whoever gives this out reads it first.",
}


def file_of_person(held: PersonExport, at: datetime) -> RecordFile:
    """Its name holds the reference and the role, and nothing of anybody."""
    about = {"marking": MARKING, "made_at": at, "asked_from": held.reference, "role": held.role.value, "note": _NOTES[held.role]}
    whole = orjson.dumps(about | {"records": held.records}, default=_plain, option=orjson.OPT_INDENT_2 | orjson.OPT_NON_STR_KEYS)
    names = (f"papers/{number}-{one.kind.value}.pdf" for number, one in enumerate(held.papers, 1))
    parts = [("held.json", whole), *zip(names, (one.content for one in held.papers), strict=True)]
    return RecordFile(f"{held.reference}-{held.role.value}.zip", "application/zip", _zipped(parts, at))


def _zipped(parts: Iterable[tuple[str, bytes]], at: datetime) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as whole:
        for name, content in parts:
            whole.writestr(zipfile.ZipInfo(name, to_london(at).timetuple()[:6]), content, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _plain(one: Any) -> Any:
    return sorted(one) if isinstance(one, set | frozenset) else str(one)
