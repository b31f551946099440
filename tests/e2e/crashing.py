"""Starts one worker after the other, each a process of its own that dies where it is told to; forked, so that two thousand take minutes and not hours."""

import asyncio
import gc
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import orjson

from bot.cards.notices import draw_outgoing
from bot.connector import Connector
from bot.hosts import ServiceHosts
from bot.logs import set_up_logs
from bot.messenger import ChannelMessenger
from bot.outbound import open_session
from bot.tokens import NoToken
from domain.clock import Clock, utc_now
from domain.errors import Busy
from domain.officers import Actor
from domain.outbox import reminders_job
from domain.pacing import UNPACED
from scheduler.dispatcher import Dispatcher
from services.exchanging import Post
from services.reminders import oldest_unsent
from storage.database import open_database
from storage.keys import Keys
from storage.work import Database
from tests.fakes.crash import Crash, WatchedMessenger, WatchedWork
from tests.fakes.heartbeat import later

AT_ONCE, EVERY = 3, 0.05
# The channel answers in 20 ms, and a worker that died is to be followed by the next at once.
LEASE = timedelta(seconds=0.4)


@asynccontextmanager
async def _opened(asked: dict[str, Any]) -> AsyncIterator[Database]:
    database = open_database(asked["address"], Keys(bytes.fromhex(asked["key"])), asked["force"])
    yield database
    await database.close()


async def _anything_left(database: Database, clock: Clock, actor: Actor) -> bool:
    """A database that another's death keeps busy is asked again, as the ticker does."""
    try:
        return await oldest_unsent(database.reading, clock, actor) is not None
    except Busy:
        return True


async def work(asked: dict[str, Any], crash: Crash) -> None:
    """Until it dies, or nothing that was due is left unsent."""
    actor, ahead = reminders_job(asked["force"]), timedelta(seconds=asked["ahead"])

    def clock() -> datetime:
        return utc_now() + ahead

    async with _opened(asked) as database, open_session() as session:
        wire = ChannelMessenger(clock, Connector(session, NoToken(), ServiceHosts(loopback_port_ok=True)), None)
        post = Post(WatchedMessenger(wire, crash), partial(draw_outgoing, clock=clock), str(os.getpid()), LEASE, UNPACED)
        watched = WatchedWork(database.work, crash, asked["moment"])
        dispatcher = Dispatcher(watched, database.reading, clock, actor, post, at_once=AT_ONCE)
        while await _anything_left(database, clock, actor):
            with suppress(Busy):
                await dispatcher.sweep()
            dispatcher.wake()
            await later(EVERY)
        await dispatcher.stop()


def _as_child(asked: dict[str, Any], out: int) -> None:
    asyncio.run(work(asked, Crash(asked["point"], asked["nth"], lambda number: void(os.write(out, str(number).encode())))))


def _say(facts: dict[str, Any]) -> None:
    sys.stdout.buffer.write(orjson.dumps(facts) + b"\n")
    sys.stdout.buffer.flush()


def void(_: object) -> None:
    """What a write tells is of no use to somebody about to die."""


def _told_of(child: int, reading: int) -> dict[str, Any]:
    _, status = os.waitpid(child, 0)
    said = os.read(reading, 100)
    os.close(reading)
    return {"killed": os.WIFSIGNALED(status), "status": status, "in_doubt": int(said or b"0")}


def main() -> None:
    set_up_logs("critical")
    gc.freeze()
    _say({"starter": "runs"})
    for line in sys.stdin.buffer:
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            status = 1
            try:
                _as_child(orjson.loads(line), writing)
                status = 0
            finally:
                sys.stdout.flush()
                os._exit(status)
        os.close(writing)
        _say(_told_of(child, reading))


if __name__ == "__main__":
    main()
