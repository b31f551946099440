"""Whatever dies while a person goes over, somebody has the duty of contact, and the rest goes on as if nothing had happened."""

from datetime import timedelta

import pytest

from domain.transfers import TransferState
from storage.work import Database
from tests.fakes.clock import NOON
from tests.fakes.dying import POINTS, Died, Dying, go_over
from tests.transferring import THERE, two_forces


@pytest.mark.parametrize("nth", range(1, POINTS + 1))
async def test_wherever_it_dies_nobody_is_without_an_owner_and_the_transfer_ends_well(embedded: Database, nth: int) -> None:
    async with two_forces(embedded, "http://127.0.0.1:1") as forces:
        with pytest.raises(Died):
            await go_over(forces, Dying(nth))
        assert await forces.owners() != []
        forces.here.clock.advance(timedelta(hours=2))
        await go_over(forces, Dying(0))
        assert await forces.owners() == [THERE.id]
        async with forces.there.reading() as uow:
            (came,) = await uow.transfers.listed(NOON, 10)
        assert came.state is TransferState.ACCEPTED


async def test_these_are_all_the_points_at_which_it_can_die(embedded: Database) -> None:
    async with two_forces(embedded, "http://127.0.0.1:1") as forces:
        await go_over(forces, Dying(POINTS + 1))
        assert await forces.owners() == [THERE.id]
