"""A morning after a day without a file, or with far fewer rows than usual, the orders desk is told, once."""

from datetime import timedelta

import pytest

from services.feed_gaps import tell_of_gaps
from storage.work import Database
from tests.fakes.clock import NOON
from tests.people import DESK
from tests.reminding import JOB, Register

DAY = timedelta(days=1)
TODAY = NOON.date()


@pytest.fixture
async def register(embedded: Database) -> Register:
    made = Register(embedded)
    await made.open()
    return made


async def came(register: Register, *rows: tuple[int, int]) -> None:
    """(days ago, rows) of each file."""
    async with register.database.work() as uow:
        for back, number in rows:
            await uow.intake.note_file(f"sha-{back}", "manifest", TODAY - back * DAY, NOON, number, 0)


async def told(register: Register) -> int:
    return await tell_of_gaps(register.database.work, register.clock, JOB)


async def test_a_missing_file_is_told_of_once_and_the_press_shows_how_the_feed_stands(register: Register) -> None:
    await came(register, (3, 5), (2, 5))
    assert [await told(register), await told(register)] == [1, 0]
    register.clock.advance(timedelta(seconds=3))
    await register.dispatched()
    (arrived,) = [one for one in register.messenger.arrived if "court feed has a gap" in str(one.drawn.activity)]
    assert (arrived.recipient, [one.verb for one in arrived.drawn.actions]) == (DESK.id, ["quality:report"])


async def test_a_thin_file_is_told_of_and_a_usual_one_is_not(register: Register) -> None:
    await came(register, *((back, 20) for back in range(2, 60)), (1, 4))
    assert await told(register) == 1


async def test_where_yesterdays_file_came_as_usual_nobody_is_told(register: Register) -> None:
    await came(register, *((back, 20) for back in range(1, 60)))
    assert await told(register) == 0


async def test_before_nine_and_before_the_first_file_nobody_is_told(register: Register) -> None:
    assert await told(register) == 0
    await came(register, (2, 5))
    register.clock.advance(DAY - timedelta(hours=4))
    assert await told(register) == 0
