"""`guidance status` counts every page and names those that want somebody's work; `guidance questions` counts what was asked in vain."""

from pathlib import Path

import orjson

from bot.cards.guidance_questions import NO_PAGE_NEAR, NONE_ASKED
from bot.commands.guidance import tell_questions, tell_status
from domain.policies import Policy
from services.guidance import Guidance
from services.guidance_questions import GuidanceQuestions
from storage.work import Database
from tests.force_pages import ADDED, JOB, Force
from tests.people import ADMIN, DESK, RESPONSE


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


async def test_questions_asked_in_vain_are_counted_and_their_words_go_to_approvers_alone(embedded: Database, tmp_path: Path) -> None:
    force, said = Force(embedded, tmp_path), list[str]()
    await force.pages.load(JOB)
    questions = GuidanceQuestions(embedded.work, force.clock, force.pages, Policy)
    await tell_questions(questions, ADMIN, said.append, as_json=False)
    await Guidance(embedded.work, force.clock, force.pages).ask(RESPONSE, "the canary")
    await tell_questions(questions, ADMIN, said.append, as_json=False)
    await tell_questions(questions, ADMIN, said.append, as_json=True)
    await tell_questions(questions, DESK, said.append, as_json=True)
    assert said[:2] == [NONE_ASKED, f"{NO_PAGE_NEAR}: 1 unanswered, 0 not helpful"]
    near = [{"page": None, "unanswered": 1, "unhelpful": 0, "waiting": 0}]
    words = [{"at": force.clock().isoformat(), "page": None, "why": "unanswered", "words": "the canary"}]
    assert [orjson.loads(one) for one in said[2:]] == [{"near": near, "words": []}, {"near": near, "words": words}]
