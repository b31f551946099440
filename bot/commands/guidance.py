"""`guidance status`: every page with its owner and its review, and what waits for approval; `guidance questions`: what was asked in vain."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from typing import Any

import orjson

from bot.cards.guidance_questions import NONE_ASKED, near_words
from bot.commands.acting import acting
from bot.commands.opening import force_files_of, opened
from bot.settings import Settings
from domain.clock import utc_now
from domain.officers import Officer
from services.guidance_approvals import WAITING, GuidanceApprovals, PageStatus
from services.guidance_questions import GuidanceQuestions, Report

CHANNEL = "command"


async def guided(settings: Settings, asked: Namespace) -> None:
    async with opened(settings) as database:
        officer = await acting(database, utc_now, asked.officer, f"guidance-{asked.what}")
        files, work = await force_files_of(settings, database, utc_now), database.work
        if asked.what == "questions":
            questions = GuidanceQuestions(work, utc_now, files.pages, files.policies.now)
            await tell_questions(questions, officer, print, as_json=asked.json)
            return
        await tell_status(GuidanceApprovals(work, utc_now, files.pages), officer, print, as_json=asked.json)


async def tell_status(approvals: GuidanceApprovals, officer: Officer, write: Callable[[str], None], *, as_json: bool) -> None:
    pages = await approvals.status(officer, CHANNEL)
    write(orjson.dumps(status_plain(pages)).decode() if as_json else status_words(pages))


async def tell_questions(questions: GuidanceQuestions, officer: Officer, write: Callable[[str], None], *, as_json: bool) -> None:
    """The words stand in the JSON alone, for whoever may see them."""
    report = await questions.report(officer)
    write(orjson.dumps(report_plain(report)).decode() if as_json else "\n".join(map(near_words, report.near)) or NONE_ASKED)


def report_plain(report: Report) -> dict[str, Any]:
    near = [
        {"page": one.page or None, "unanswered": one.unanswered, "unhelpful": one.unhelpful, "waiting": one.waiting} for one in report.near
    ]
    words = [{"at": one.asked_at.isoformat(), "page": one.page or None, "why": one.why, "words": one.words} for one in report.words]
    return {"near": near, "words": words}


def status_plain(pages: Sequence[PageStatus]) -> dict[str, Any]:
    return {"counts": _counts(pages), "pages": [_plain(one) for one in pages]}


def status_words(pages: Sequence[PageStatus]) -> str:
    """What wants somebody's work comes line by line, the rest is counted."""
    counts = _counts(pages)
    head = f"{counts['pages']} pages, {counts['force']} of them the force's own; {counts['overdue']} overdue for review, {counts['unapproved']} not approved."
    wanting = [one for one in pages if one.overdue or one.state in WAITING]
    return "\n".join([head, *map(_line, wanting)])


def _counts(pages: Sequence[PageStatus]) -> dict[str, int]:
    return {
        "pages": len(pages),
        "force": sum(one.whose == "force" for one in pages),
        "overdue": sum(one.overdue for one in pages),
        "unapproved": sum(one.state in WAITING for one in pages),
    }


def _plain(one: PageStatus) -> dict[str, Any]:
    return {
        "page": one.name,
        "title": one.page.title if one.page else None,
        "whose": one.whose,
        "owner": one.page.owner if one.page else None,
        "reviewed": one.page.reviewed.isoformat() if one.page else None,
        "overdue": one.overdue,
        "state": one.state,
        "unapproved": one.state in WAITING,
        "problem": one.problem or None,
    }


def _line(one: PageStatus) -> str:
    known = f"owner {one.page.owner}, reviewed {one.page.reviewed.isoformat()}" if one.page else "no text that can be read"
    late = ", review overdue" if one.overdue else ""
    return f"  {one.name} ({one.whose}): {one.problem or one.state}{late}; {known}"
