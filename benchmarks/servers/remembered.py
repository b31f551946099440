"""Ours with inbox, identity, state and answers in one commit of the encrypted file: an echo that counts its turns."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from aiohttp import web
from botbuilder.core import ActivityHandler, TurnContext

import storage.tables
from benchmarks.driver import OFFICER
from benchmarks.servers.face import face
from benchmarks.serving import Channel, serve
from bot.commands.serving import every
from bot.turn import Turn
from bot.turns import Turns
from domain.clock import utc_now
from storage.database import open_database
from storage.keys import Keys
from storage.metadata import metadata
from storage.work import Database
from tests.people import RESPONSE

NOTED_EVERY = 2.0
assert storage.tables.__name__


class CountingEcho(ActivityHandler):
    async def on_message_activity(self, turn_context: TurnContext) -> None:
        turn = Turn.of(turn_context)
        turn.remember({"turns": turn.conversation.state.get("turns", 0) + 1})
        turn.say(turn_context.activity.text)


@asynccontextmanager
async def made_database() -> AsyncIterator[Database]:
    with TemporaryDirectory() as folder:
        database = open_database(f"sqlite:///{Path(folder, 'register.db')}", Keys(bytes(32)), "demo")
        async with database.engine.begin() as connection:
            await connection.run_sync(metadata.create_all)
        async with database.work() as uow:
            await uow.officers.save([replace(RESPONSE, id=UUID(OFFICER))])
        yield database
        await database.close()


@asynccontextmanager
async def site(channel: Channel) -> AsyncIterator[web.Application]:
    async with made_database() as database, face(channel) as ours:
        application, replies = ours.over(Turns(database, utc_now, CountingEcho()), database)
        async with every(NOTED_EVERY, replies.note_arrivals):
            yield application


if __name__ == "__main__":
    serve(site)
