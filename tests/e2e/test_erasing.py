"""`erase`, as an administrator calls it."""

from services.erasing import NO_RECORD
from tests.e2e.register import Register
from tests.e2e.running import Warm
from tests.e2e.test_command_line_reports import AS_ADMIN


async def test_a_record_that_is_not_there_is_said_in_one_line(warm: Warm, register: Register) -> None:
    ended = await warm.command("erase", "NMO-7F3K2D", "--ground", "ordered", *AS_ADMIN, **register.settings)
    assert (ended.status, ended.err) == (1, NO_RECORD)


async def test_a_ground_is_one_of_the_list(warm: Warm, register: Register) -> None:
    ended = await warm.command("erase", "NMO-7F3K2D", "--ground", "because", *AS_ADMIN, **register.settings)
    assert ended.status == 2
