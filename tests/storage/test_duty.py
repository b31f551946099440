"""Leave, shifts, offers and owners come back as they were kept, of this force alone, with a reason sealed."""

from dataclasses import replace
from datetime import time, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text

from domain.duty import Absence, Kind, Shift
from domain.duty_offers import DutyOffer, OfferState
from domain.errors import Outdated
from storage.duty_offers import Ownership
from storage.work import Database
from tests.fakes.clock import NOON
from tests.people import SUPERVISOR, VLO

CANARY = "made-up words of Jane Marlow"
DAY = timedelta(days=1)
TODAY = NOON.date()
OFFER = DutyOffer(uuid4(), VLO.id, SUPERVISOR.id, VLO.id, NOON, NOON + DAY, tuple(sorted((uuid4(), uuid4()), key=str)))


def leave(first: int, last: int | None) -> Absence:
    until = None if last is None else TODAY + last * DAY
    return Absence(uuid4(), VLO.id, TODAY + first * DAY, until, Kind.COURSE, SUPERVISOR.id, VLO.id, NOON)


async def test_what_holds_or_will_is_kept_and_what_is_long_over_is_read_no_more(database: Database) -> None:
    over, lately, now, open_ended, planned = leave(-9, -3), leave(-9, -2), leave(0, 0), leave(-90, None), leave(90, 99)
    async with database.work() as uow:
        for one in (over, lately, now, open_ended, planned):
            await uow.duty.add(one)
    async with database.work() as uow:
        assert {one.id: one for one in await uow.duty.absences(NOON)} == {one.id: one for one in (lately, now, open_ended, planned)}
        assert await uow.duty.absence(now.id) == now
        assert (await uow.duty.roster(NOON)).away(VLO.id, NOON) in (now, open_ended)


async def test_an_absence_ends_with_a_day_or_never_was_and_only_once(database: Database) -> None:
    one, other = leave(-3, 9), leave(3, 9)
    async with database.work() as uow:
        await uow.duty.add(one)
        await uow.duty.add(other)
        assert await uow.duty.end(one.id, TODAY - DAY, None)
        assert await uow.duty.end(other.id, other.last, NOON)
        assert not await uow.duty.end(other.id, other.last, NOON)
        assert not await uow.duty.end(uuid4(), None, NOON)
    async with database.work() as uow:
        assert await uow.duty.absences(NOON) == [replace(one, last=TODAY - DAY)]
        assert await uow.duty.absence(other.id) is None


async def test_shifts_stand_in_the_place_of_those_before(database: Database) -> None:
    early, late = Shift(0, time(6), time(14, 30)), Shift(6, time(22), time(6))
    async with database.work() as uow:
        await uow.duty.set_shifts(VLO.id, [early])
        await uow.duty.set_shifts(VLO.id, [early, late])
        await uow.duty.set_shifts(SUPERVISOR.id, [early])
        await uow.duty.set_shifts(SUPERVISOR.id, [])
        assert await uow.duty.shifts() == {VLO.id: [early, late]}


async def test_an_offer_is_answered_once_and_its_reason_is_sealed(database: Database) -> None:
    refused = replace(OFFER, state=OfferState.REFUSED, answered_at=NOON, reason=CANARY)
    async with database.work() as uow:
        await uow.duty.offers.add(OFFER)
        assert await uow.duty.offers.open_of([OFFER.plans[1], uuid4()], NOON) == [OFFER.id]
        assert await uow.duty.offers.open_of(OFFER.plans, OFFER.until) == []
        assert await uow.duty.offers.hold(OFFER.id) == OFFER
        await uow.duty.offers.answer(refused, OFFER.state)
        with pytest.raises(Outdated):
            await uow.duty.offers.answer(refused, OFFER.state)
    async with database.work() as uow:
        assert await uow.duty.offers.hold(OFFER.id) == refused
        assert (await uow.duty.offers.open_of(OFFER.plans, NOON), await uow.duty.offers.hold(uuid4())) == ([], None)
        kept = await uow.connection.scalar(text("SELECT reason FROM duty_offer"))
    assert CANARY.encode() not in kept


async def test_whose_a_contact_was_is_kept_by_what_moved_it_in_its_order(database: Database) -> None:
    plan, batch = uuid4(), uuid4()
    first = Ownership(plan, NOON, VLO.id, None, SUPERVISOR.id, "left", batch)
    second = Ownership(plan, NOON + DAY, SUPERVISOR.id, VLO.id, SUPERVISOR.id, "returned", batch)
    async with database.work() as uow:
        await uow.duty.offers.note_owners([second, first])
        await uow.duty.offers.note_owners([])
        assert await uow.duty.offers.moved_in(batch) == [first, second]
        assert await uow.duty.offers.moved_in(uuid4()) == []


async def test_another_force_has_none_of_it(database: Database) -> None:
    async with database.work() as uow:
        await uow.duty.add(leave(0, None))
        await uow.duty.set_shifts(VLO.id, [Shift(0, time(6), time(14))])
        await uow.duty.offers.add(OFFER)
    database.force = "another"
    async with database.work() as uow:
        assert (await uow.duty.roster(NOON)).is_empty
        assert (await uow.duty.offers.hold(OFFER.id), await uow.duty.offers.open_of(OFFER.plans, NOON)) == (None, [])
