"""A worker as `app.py serve --role worker` joins it, for one force or several of one database; ends when its standard input does."""

import asyncio
import sys
from contextlib import AsyncExitStack
from datetime import datetime, timedelta
from functools import partial
from time import process_time

import orjson

from benchmarks.reminding.force import KEYS
from benchmarks.serving import tell, until_told
from bot.cards.notices import draw_outgoing
from bot.commands.serving import spare_the_collector
from bot.connector import Connector
from bot.hosts import ServiceHosts
from bot.logs import set_up_logs
from bot.messenger import ChannelMessenger
from bot.outbound import open_session
from domain.clock import utc_now
from domain.pacing import STEADY, UNPACED
from scheduler.joined import join_worker
from storage.database import open_beside, open_database

PACES = {"steady": STEADY, "unpaced": UNPACED}


class SomeToken:
    """As long as the real ones."""

    _token = "made-up." + 1_400 * "x"

    async def bearer(self) -> str | None:
        return self._token

    def invalidate(self, _token: str) -> None:
        return None


async def run() -> None:
    asked = orjson.loads(sys.argv[1])
    set_up_logs("error")
    ahead = timedelta(seconds=asked["ahead"])

    def clock() -> datetime:
        return utc_now() + ahead

    async with AsyncExitStack() as stack:
        session = await stack.enter_async_context(open_session())
        connector = Connector(session, SomeToken(), ServiceHosts(loopback_port_ok=True))
        first = open_database(asked["address"], KEYS, asked["forces"][0])
        stack.push_async_callback(first.close)
        for force in asked["forces"]:
            database = open_beside(first, KEYS, force)
            messenger = ChannelMessenger(clock, connector, None)
            ticker = join_worker(database, clock, messenger, partial(draw_outgoing, clock=clock), pace=PACES[asked["pace"]])
            ticker.start()
            stack.push_async_callback(database.close)
            stack.push_async_callback(ticker.stop)
        spare_the_collector()
        tell({"cpu": process_time()})
        await until_told()
    tell({"cpu": process_time()})


if __name__ == "__main__":
    asyncio.run(run())
