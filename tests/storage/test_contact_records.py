"""Changes of contact plans and versions of safeguarding plans come back as they were kept, with every word of an officer sealed."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from domain.contact_records import Changed, PlanChange
from domain.errors import Outdated
from domain.safeguarding import SafeguardingPlan
from storage.contact_records import ContactRecords
from storage.work import Database
from tests.fakes.clock import NOON
from tests.people import SUPERVISOR, VLO

CANARY = "made-up words of Jane Marlow"
HOUR = timedelta(hours=1)


def a_change(plan: UUID, **more: Any) -> PlanChange:
    return replace(PlanChange(uuid4(), plan, NOON, VLO.id, Changed.PAUSE, "2026-11-26", CANARY), **more)


def a_version(plan: UUID, **more: Any) -> SafeguardingPlan:
    made = SafeguardingPlan(plan, 1, NOON, VLO.id, CANARY, CANARY, date(2026, 11, 24), CANARY, CANARY, CANARY)
    return replace(made, **more)


async def test_changes_come_back_the_newest_first_and_one_is_taken_out(database: Database) -> None:
    plan = uuid4()
    paused, moved = a_change(plan), a_change(plan, what=Changed.EVENT, value="move", words="", happened_at=NOON - HOUR, at=NOON + HOUR)
    async with database.work() as uow:
        await uow.contact_records.note(paused)
        await uow.contact_records.note(moved)
        await uow.contact_records.note(a_change(uuid4()))
    async with database.work() as uow:
        assert await uow.contact_records.changes(plan) == [moved, paused]
        assert await uow.contact_records.changes(plan, 1) == [moved]
        await uow.contact_records.strike(replace(paused, officer=SUPERVISOR.id))
        await uow.contact_records.strike(moved)
        assert await uow.contact_records.changes(plan) == [paused]


async def test_versions_come_back_the_newest_first_and_one_number_is_kept_once(database: Database) -> None:
    plan = uuid4()
    first, second = a_version(plan), SafeguardingPlan(plan, 2, NOON + HOUR, SUPERVISOR.id)
    async with database.work() as uow:
        await uow.contact_records.keep(first)
        await uow.contact_records.keep(second)
        await uow.contact_records.keep(a_version(uuid4()))
    async with database.work() as uow:
        assert await uow.contact_records.versions(plan) == [second, first]
        assert await uow.contact_records.versions(plan, 1) == [second]
        with pytest.raises(Outdated, match="Somebody else kept a version just now"):
            await uow.contact_records.keep(replace(second, other="too late"))
    async with database.reading() as uow:
        assert await uow.contact_records.versions(plan) == [second, first]


async def test_another_force_sees_none_of_it(database: Database) -> None:
    plan = uuid4()
    async with database.work() as uow:
        await uow.contact_records.note(a_change(plan))
        await uow.contact_records.keep(a_version(plan))
        other = ContactRecords(uow.connection, "other", uow.sealer)
        assert (await other.changes(plan), await other.versions(plan)) == ([], [])


async def test_no_word_of_an_officer_stands_open(database: Database) -> None:
    plan = uuid4()
    async with database.work() as uow:
        await uow.contact_records.note(a_change(plan))
        await uow.contact_records.keep(a_version(plan))
    async with database.reading() as uow:
        for table in ("contact_change", "safeguarding_plan"):
            rows = await uow.connection.execute(text(f"SELECT * FROM {table}"))  # noqa: S608 - the test's own names of tables
            kept = repr([tuple(row) for row in rows])
            assert str(plan) in kept or plan.hex in kept
            assert CANARY not in kept
