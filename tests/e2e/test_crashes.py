"""A worker killed at each point of sending, one after the other: nothing is lost, and whatever may be a repeat says so."""

import asyncio
import re
import sys
from collections import defaultdict
from datetime import timedelta

import orjson
import pytest

from bot.cards.contacts import REPEAT
from domain.clock import utc_now
from domain.conversations import TEAMS, Conversation
from domain.outbox import State
from storage.work import Database
from tests.databases import MASTER
from tests.e2e.running import ROOT
from tests.fakes.clock import NOON
from tests.fakes.connector_server import FakeConnector
from tests.fakes.crash import POINTS
from tests.orders import an_order
from tests.people import VLO
from tests.reminding import Register


async def crashes(database: Database) -> list[dict[str, object]]:
    """What became of one worker a point, and of a last one that nothing befalls."""
    address = re.sub(r"^(\w+)\+\w+:", r"\1:", database.engine.url.render_as_string(hide_password=False))
    ahead = (NOON + timedelta(minutes=1) - utc_now()).total_seconds()
    opening = {"address": address, "key": MASTER.hex(), "force": database.force, "nth": 1, "moment": 0.001, "ahead": ahead}
    lines = [orjson.dumps({**opening, "point": point}) for point in (*POINTS, "")]
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(sys.executable, "-m", "tests.e2e.crashing", cwd=ROOT, stdin=pipe, stdout=pipe)
    out, _ = await process.communicate(b"\n".join(lines) + b"\n")
    return [orjson.loads(line) for line in out.splitlines()[1:]]


@pytest.mark.parametrize("database", ["embedded", "on_postgres"], indirect=True)
async def test_killed_at_every_point_nothing_is_lost_and_every_repeat_says_so(database: Database) -> None:
    register = Register(database)
    await register.open(*(an_order() for _ in range(29)))
    async with FakeConnector() as connector:
        async with database.work() as uow:
            await uow.conversations.save(Conversation("a:vic", TEAMS, VLO.id, connector.url), NOON)
        ended = await crashes(database)
        heard = defaultdict(list)
        for one in map(str, connector.activities):
            heard[re.findall(r"NMO-[A-Z0-9]{6}", one)[0]].append(REPEAT in one)
    assert [one["killed"] for one in ended] == [True] * len(POINTS) + [False]
    assert len(heard) == 30
    assert [copies for copies in heard.values() if not all(copies[1:])] == []
    assert sum(sum(copies) for copies in heard.values()) <= sum(int(str(one["in_doubt"])) for one in ended)
    async with database.reading() as uow:
        assert {row.state for row in await uow.outbox.of_plan((await register.plan()).id) if row.stage == "remind"} == {State.SENT}
