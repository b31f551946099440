"""The auditor of a process of its own: it tells, sends what nobody else has sent, and lets the monitor outside ring where the program stands still."""

from datetime import timedelta

import pytest

from domain.outbox import State, Unreachable
from scheduler.auditor import Auditor
from storage.work import Database
from tests.people import ADMIN, SUPERVISOR, VLO
from tests.reminding import JOB, Register

MINUTE = timedelta(minutes=1)


class Monitor:
    def __init__(self) -> None:
        self.heard = 0

    async def ping(self) -> None:
        self.heard += 1


@pytest.fixture
def register(embedded: Database) -> Register:
    return Register(embedded)


@pytest.fixture
def monitor() -> Monitor:
    return Monitor()


async def audited(register: Register, monitor: Monitor, after: timedelta, **patience: timedelta) -> None:
    """What an auditor finds that has watched for so long, and all that follows from it."""
    database, dispatcher = register.database, register.dispatcher("auditor")
    auditor = Auditor(database.work, database.reading, register.clock, JOB, dispatcher, patience, monitor.ping)
    register.clock.advance(after)
    await auditor.look()
    await dispatcher.settled()


async def test_while_all_is_well_the_monitor_outside_hears_of_us(register: Register, monitor: Monitor) -> None:
    await register.open()
    await register.dispatched()
    await audited(register, monitor, MINUTE)
    assert monitor.heard == 1


async def test_where_no_worker_runs_it_tells_sends_what_is_due_and_pings_nobody(register: Register, monitor: Monitor) -> None:
    await register.open()
    await audited(register, monitor, 7 * MINUTE)
    assert {one.recipient for one in register.messenger.arrived[:2]} == {SUPERVISOR.id, ADMIN.id}
    assert [one.recipient for one in register.messenger.arrived[2:]] == [VLO.id]
    assert monitor.heard == 0


async def test_what_the_channel_refuses_one_officer_keeps_no_sign_of_life_back(register: Register, monitor: Monitor) -> None:
    register.messenger.trouble[VLO.id] = [Unreachable("MessageWritesBlocked", gone=True)]
    await register.open()
    await register.dispatched()
    await audited(register, monitor, 7 * MINUTE)
    assert monitor.heard == 1


async def test_a_job_that_has_stopped_keeps_the_sign_of_life_back(register: Register, monitor: Monitor) -> None:
    await audited(register, monitor, 2 * MINUTE, tick=MINUTE)
    assert monitor.heard == 0


async def test_what_was_held_up_while_nothing_ran_is_given_a_minute_before_anybody_is_told(register: Register, monitor: Monitor) -> None:
    await register.open()
    register.clock.advance(timedelta(hours=2))
    await audited(register, monitor, timedelta(seconds=40))
    async with register.database.reading() as uow:
        assert await uow.alarms.standing() is None
    assert [row.state for row in await register.rows()] == [State.PENDING]
    assert monitor.heard == 1
