"""`guidance status`: every page with its owner and its review, and what waits for approval."""

from collections.abc import Callable, Sequence
from typing import Any

import orjson

from domain.officers import Officer
from guidance.force import State
from services.guidance_approvals import GuidanceApprovals, PageStatus

CHANNEL = "command"
UNAPPROVED = frozenset({State.NEW, State.CHANGED, State.WRONG})


async def tell_status(approvals: GuidanceApprovals, officer: Officer, write: Callable[[str], None], *, as_json: bool) -> None:
    pages = await approvals.status(officer, CHANNEL)
    write(orjson.dumps(status_plain(pages)).decode() if as_json else status_words(pages))


def status_plain(pages: Sequence[PageStatus]) -> dict[str, Any]:
    return {"counts": _counts(pages), "pages": [_plain(one) for one in pages]}


def status_words(pages: Sequence[PageStatus]) -> str:
    """What wants somebody's work comes line by line, the rest is counted."""
    counts = _counts(pages)
    head = f"{counts['pages']} pages, {counts['force']} of them the force's own; {counts['overdue']} overdue for review, {counts['unapproved']} not approved."
    wanting = [one for one in pages if one.overdue or one.state in UNAPPROVED]
    return "\n".join([head, *map(_line, wanting)])


def _counts(pages: Sequence[PageStatus]) -> dict[str, int]:
    return {
        "pages": len(pages),
        "force": sum(one.whose == "force" for one in pages),
        "overdue": sum(one.overdue for one in pages),
        "unapproved": sum(one.state in UNAPPROVED for one in pages),
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
        "unapproved": one.state in UNAPPROVED,
        "problem": one.problem or None,
    }


def _line(one: PageStatus) -> str:
    known = f"owner {one.page.owner}, reviewed {one.page.reviewed.isoformat()}" if one.page else "no text that can be read"
    late = ", review overdue" if one.overdue else ""
    return f"  {one.name} ({one.whose}): {one.problem or one.state}{late}; {known}"
