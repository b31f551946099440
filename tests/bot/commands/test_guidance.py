"""`guidance status` counts every page and names those that want somebody's work."""

from pathlib import Path

import orjson

from bot.commands.guidance import tell_status
from storage.work import Database
from tests.force_pages import ADDED, JOB, Force
from tests.people import ADMIN


async def told(database: Database, folder: Path, *, as_json: bool) -> str:
    force, said = Force(database, folder), list[str]()
    force.write(reviewed="2026-01-01")
    force.write(name="wrong", owner="")
    await force.pages.load(JOB)
    await tell_status(force.approvals, ADMIN, said.append, as_json=as_json)
    return said[0]


async def test_what_is_overdue_or_not_approved_is_named_with_whom_to_ask(embedded: Database, tmp_path: Path) -> None:
    head, *lines = (await told(embedded, tmp_path, as_json=False)).splitlines()
    assert head.endswith(" pages, 2 of them the force's own; 1 overdue for review, 2 not approved.")
    assert lines == [
        f"  {ADDED} (force): waits for its first approval, review overdue; owner Orders desk, reviewed 2026-01-01",
        "  wrong (force): wrong.md: owner: is missing; no text that can be read",
    ]


async def test_every_page_stands_in_the_json(embedded: Database, tmp_path: Path) -> None:
    whole = orjson.loads(await told(embedded, tmp_path, as_json=True))
    assert whole["counts"] == {"pages": len(whole["pages"]), "force": 2, "overdue": 1, "unapproved": 2}
    assert [(one["page"], one["unapproved"], one["problem"]) for one in whole["pages"] if one["whose"] == "force"] == [
        (ADDED, True, None),
        ("wrong", True, "wrong.md: owner: is missing"),
    ]
