"""Of a person whom another force keeps contact with nobody says that nobody does; where it came back to nobody, that is said."""

from collections.abc import AsyncIterator
from datetime import timedelta
from uuid import UUID

import pytest

from domain.contacts import closed
from domain.quality import Flaw
from services import transfers, transfers_in
from services.jobs import DECLINED_KEPT, keep_house
from services.quality import reckon, worklist
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.people import DESK, VLO
from tests.reminding import JOB
from tests.transferring import DESK_THERE, THERE, TwoForces, two_forces


@pytest.fixture
async def forces(database: Database) -> AsyncIterator[TwoForces]:
    async with two_forces(database) as forces:
        yield forces


async def without_contact_here(forces: TwoForces) -> list[str]:
    """The references that the sender lists as those of people whom nobody contacts."""
    database, clock = forces.here.database, forces.here.clock
    await reckon(database.work, database.reading, clock, JOB)
    return [one.order.reference for one in (await worklist(database.work, clock, DESK, Flaw.NO_PLAN)).rows]


async def without_contact_there(forces: TwoForces, clock: FrozenClock | None = None) -> list[str]:
    """The case numbers that the receiver lists so."""
    at = clock or forces.here.clock
    await reckon(forces.there.work, forces.there.reading, at, JOB)
    return [one.order.case_no for one in (await worklist(forces.there.work, at, DESK_THERE, Flaw.NO_PLAN)).rows]


async def close_contact(database: Database, plan_id: UUID) -> None:
    async with database.work() as uow:
        plan = await uow.contacts.hold(plan_id)
        assert plan is not None
        await uow.contacts.save(closed(plan))


async def test_while_a_transfer_waits_the_sender_keeps_contact_and_neither_force_lists_it(forces: TwoForces) -> None:
    await forces.come()
    assert (await without_contact_here(forces), await without_contact_there(forces)) == ([], [])


async def test_declined_it_is_still_the_senders_and_neither_force_lists_it(forces: TwoForces) -> None:
    came = await forces.come()
    await transfers_in.decline(forces.there.work, forces.here.clock, THERE, came.id, "not here")
    await forces.answer(came.id)
    assert (await without_contact_here(forces), await without_contact_there(forces)) == ([], [])


async def test_accepted_there_the_sender_lists_it_no_more(forces: TwoForces) -> None:
    came = await forces.come()
    await forces.accept(came.id)
    await forces.answer(came.id)
    assert (await without_contact_here(forces), await without_contact_there(forces)) == ([], [])


async def test_declined_and_returned_to_nobody_it_is_listed_by_the_sender(forces: TwoForces) -> None:
    sent = await forces.send()
    await transfers.record_refusal(forces.here.database.work, forces.here.clock, VLO, sent.id, "DS Example", "no such address")
    await close_contact(forces.here.database, (await forces.here.plan()).id)
    assert await without_contact_here(forces) == [forces.here.order.reference]


async def test_taken_back_and_kept_by_nobody_it_is_listed_by_the_sender(forces: TwoForces) -> None:
    sent = await forces.send()
    await transfers.withdraw(forces.here.database.work, forces.here.clock, VLO, sent.id)
    await close_contact(forces.here.database, (await forces.here.plan()).id)
    assert await without_contact_here(forces) == [forces.here.order.reference]


async def test_taken_over_and_then_kept_by_nobody_it_is_listed_by_the_receiver(forces: TwoForces) -> None:
    came = await forces.come()
    plan = await forces.accept(came.id)
    await close_contact(forces.there, plan.id)
    assert await without_contact_there(forces) == [forces.here.order.case_no]


async def test_once_a_declined_pack_is_forgotten_nothing_says_whose_the_contact_is_and_it_is_listed(forces: TwoForces) -> None:
    came = await forces.come()
    await transfers_in.decline(forces.there.work, forces.here.clock, THERE, came.id, "not here")
    later = FrozenClock(forces.here.clock())
    later.advance(DECLINED_KEPT + timedelta(minutes=1))
    await keep_house(forces.there.work, later, JOB)
    assert await without_contact_there(forces, later) == [forces.here.order.case_no]
