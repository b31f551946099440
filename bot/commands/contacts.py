"""`contacts due`: an officer's list of contacts owed by tonight, as JSON."""

from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from typing import Any

import orjson

from bot.commands.acting import acting
from bot.commands.asking import CHANNEL
from bot.commands.opening import opened
from bot.settings import Settings
from domain.clock import Clock, utc_now
from domain.contact_lists import Cursor, Listing, standing_words
from domain.contact_words import WHY_WORDS
from domain.london import to_london
from domain.officers import Officer
from services.contact_lists import list_page
from services.contacts import OwedContact
from storage.work import Work

AT_ONCE = 200
Line = dict[str, Any]


async def contacts_due(settings: Settings, asked: Namespace) -> None:
    async with opened(settings) as database:
        officer = await acting(database, utc_now, asked.officer, "contacts-due")
        await tell_due(database.work, utc_now, officer, print, as_json=asked.json)


async def tell_due(work: Work, clock: Clock, officer: Officer, write: Callable[[str], None], *, as_json: bool) -> None:
    """One JSON object a contact, the most pressing first; with `--json` one object that holds them all."""
    listed: list[Line] = []
    after: Cursor | None = Cursor()
    while after is not None:
        page = await list_page(work, clock, officer, Listing(), after, AT_ONCE, CHANNEL)
        listed += [line_of(one, clock()) for one in page.rows]
        after = page.after
    if as_json:
        write(orjson.dumps({"officer": str(officer.id), "at": _iso(clock()), "total": len(listed), "due": listed}).decode())
        return
    for one in listed:
        write(orjson.dumps(one).decode())


def line_of(one: OwedContact, now: datetime) -> Line:
    """Times are London's, as ISO 8601."""
    plan = one.plan
    return {
        "reference": one.order.reference,
        "case_no": one.order.case_no,
        "protected_person": one.order.applicant.name,
        "risk": plan.risk.value,
        "why": plan.due.why.value,
        "why_words": WHY_WORDS[plan.due.why],
        "remind_at": _iso(plan.remind_at),
        "must_by": _iso(plan.due.must_by),
        "overdue": now > plan.due.must_by,
        "state": standing_words(plan, now),
        "owner": None if plan.owner is None else str(plan.owner),
        "owner_name": one.owner,
        "also": [other.reference for other in one.others],
        "plan": str(plan.id),
    }


def _iso(moment: datetime) -> str:
    return to_london(moment).isoformat()
