"""Two bots bring each other sealed files over HTTP, and whatever is no such file is turned away."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from io import BytesIO

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.outbound import open_session
from bot.transfer_door import PATH, carry, meaning, transfer_door
from domain.outbox import TRANSFER_NOT_TAKEN, reminders_job
from domain.policies import Policy
from domain.transfers import TransferState
from services.transfer_posts import Brought, bring_files
from services.transfers_in import transfers_job
from storage.work import Database
from tests.people import VLO
from tests.transferring import THERE, WEST, TwoForces, rules_of, two_forces


@dataclass
class Bots:
    forces: TwoForces
    session: ClientSession
    urls: dict[str, str] = field(default_factory=dict)

    async def bring(self, database: Database) -> int:
        job = reminders_job(database.force)
        return await bring_files(database.work, database.reading, self.forces.here.clock, job, partial(carry, self.session))


@pytest.fixture
async def bots(database: Database) -> AsyncIterator[Bots]:
    async with AsyncExitStack() as stack:
        forces = await stack.enter_async_context(two_forces(database))
        bots = Bots(forces, await stack.enter_async_context(open_session()))
        for register in (forces.here.database, forces.there):
            site = web.Application()
            site.add_routes(transfer_door(register.work, forces.here.clock, transfers_job(register.force)))
            server = await stack.enter_async_context(TestServer(site))
            bots.urls[register.force] = str(server.make_url("")).rstrip("/").replace("localhost", "127.0.0.1")
        _introduce(bots)
        yield bots


def _introduce(bots: Bots) -> None:
    here, there = bots.forces.here.database, bots.forces.there
    here.policy = lambda: Policy(asks_reason=False, transfers=rules_of("demo", bots.urls[WEST]))
    there.policy = lambda: Policy(asks_reason=False, transfers=rules_of(WEST, bots.urls["demo"]))


async def test_a_person_goes_over_and_the_answer_comes_back_without_anybody_carrying_a_file(bots: Bots) -> None:
    sent = await bots.forces.send()
    assert await bots.bring(bots.forces.here.database) == 1
    assert await bots.bring(bots.forces.here.database) == 0
    await bots.forces.accept(sent.id)
    assert await bots.bring(bots.forces.there) == 1
    assert (await bots.forces.at(sent.id)).state is TransferState.ACCEPTED
    assert await bots.forces.owners() == [THERE.id]


async def test_while_the_other_bot_is_away_it_is_brought_again_later(bots: Bots) -> None:
    here = bots.forces.here
    here.database.policy = lambda: Policy(transfers=rules_of("demo", "http://127.0.0.1:9"))
    sent = await bots.forces.send()
    assert await bots.bring(here.database) == 1
    assert await bots.bring(here.database) == 0
    _introduce(bots)
    here.clock.advance(timedelta(minutes=2))
    assert await bots.bring(here.database) == 1
    async with bots.forces.there.reading() as uow:
        assert await uow.transfers.get(sent.id) is not None


async def test_a_bot_that_does_not_take_it_is_told_of_to_the_sender(bots: Bots) -> None:
    bots.forces.there.policy = Policy
    sent = await bots.forces.send()
    await bots.bring(bots.forces.here.database)
    async with bots.forces.here.database.reading() as uow:
        told = [row.recipient for row in await uow.outbox.of_plan(sent.id) if row.stage == TRANSFER_NOT_TAKEN]
    assert told == [VLO.id]
    assert await bots.bring(bots.forces.here.database) == 0


@pytest.mark.parametrize("content", [b"", b"{}", b"NMO-BOT-TRANSFER 1\n", b"\x00" * 4096])
async def test_what_is_no_sealed_file_is_turned_away_in_one_line(bots: Bots, content: bytes) -> None:
    async with bots.session.post(bots.urls[WEST] + PATH, data=content) as answer:
        assert (answer.status, list(await answer.json())) == (422, ["error"])


async def test_a_body_larger_than_any_transfer_is_not_read(bots: Bots) -> None:
    async with bots.session.post(bots.urls[WEST] + PATH, data=BytesIO(bytes(64 * 1024 * 1024 + 1))) as answer:
        assert answer.status == 413


@pytest.mark.parametrize(
    ("status", "means"),
    [(200, Brought.TAKEN), (0, Brought.LATER), (503, Brought.LATER), (429, Brought.LATER), (422, Brought.REFUSED), (404, Brought.REFUSED)],
)
def test_what_the_other_bot_answers_decides_whether_it_is_brought_again(status: int, means: Brought) -> None:
    assert meaning(status) is means
