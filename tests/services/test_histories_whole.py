"""Whatever the trail says was done to an order or to its people stands in its timeline with who and when, or is named here with why not."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.audit import AuditEntry, AuditKind
from domain.history_kept import Event
from services.histories import THE_BOT, history
from storage.work import Database
from tests.house.timeline_events import SHOWN, placed
from tests.people import EVERYONE, SECOND_DESK, SUPERVISOR
from tests.trail import trail_of
from tests.whole_cases import WholeCase

MADE = {AuditKind.COLLECTION, AuditKind.ALTERATION, AuditKind.COMBINATION, AuditKind.ERASURE}
# The bot raises a matter out of what an officer recorded, and the answer to a transfer is that of the other force.
WITHOUT_WHO = {"contact:matter:raised", "transfer:person:declined"}
WITHIN = timedelta(milliseconds=100)
BY_NAME = {one.id: f"c-{one.name.split()[0]}" for one in (*EVERYONE, SECOND_DESK)}


@pytest.fixture
async def case(embedded: Database) -> AsyncIterator[WholeCase]:
    case = WholeCase(embedded)
    await case.lives()
    async with case.database.work() as uow:
        await uow.officers.save([replace(one, collar=BY_NAME[one.id]) for one in (*EVERYONE, SECOND_DESK)])
    yield case
    await case.database.close()


def stands(line: AuditEntry, events: list[Event]) -> bool:
    """A record of a breach keeps its officers by the collar number that they had then."""
    who = {BY_NAME.get(line.actor, THE_BOT), "0000"}
    return any(abs(one.at - line.at) < WITHIN and one.by in who for one in events)


async def test_what_was_done_to_an_order_stands_in_its_timeline_with_who(case: WholeCase) -> None:
    events = [one for order in await case.orders() for one in (await history(case.database.work, case.clock, SUPERVISOR, order.id)).events]
    lines = [one for one in await trail_of(case.database) if one.kind in MADE and placed(one.event) in SHOWN]
    assert len({one.event for one in lines}) > 30
    assert {one.event for one in lines if not stands(one, events)} == WITHOUT_WHO
