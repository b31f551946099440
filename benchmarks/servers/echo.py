"""Ours without storage: edge, token check, a lock per conversation, the SDK's context and handler, our connector."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from aiohttp import web
from botbuilder.core import ActivityHandler, MessageFactory, TurnContext

from benchmarks.servers.face import face
from benchmarks.serving import Channel, serve
from bot.adapter import TurnAdapter
from bot.heard import Heard
from bot.turn import Turn
from bot.turns import Outcome
from domain.clock import utc_now
from domain.conversations import Conversation
from storage.database import open_database
from storage.keys import Keys
from tests.people import RESPONSE


class Echo(ActivityHandler):
    async def on_message_activity(self, turn_context: TurnContext) -> None:
        await turn_context.send_activity(MessageFactory.text(turn_context.activity.text))


class LockedTurns:
    def __init__(self) -> None:
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._adapter = TurnAdapter()
        self._handler = Echo()

    async def hear(self, heard: Heard) -> Outcome:
        async with self._locks[heard.conversation]:
            turn = Turn(RESPONSE, Conversation(heard.conversation, heard.channel), utc_now(), heard.activity_id, heard.text)
            await self._adapter.run(turn, heard.activity, self._handler)
        return Outcome(tuple(turn.answers))


@asynccontextmanager
async def site(channel: Channel) -> AsyncIterator[web.Application]:
    with TemporaryDirectory() as folder:
        unopened = open_database(f"sqlite:///{Path(folder, 'never.db')}", Keys(bytes(32)), "demo")
        async with face(channel) as ours:
            application, _ = ours.over(LockedTurns(), unopened)
            yield application


if __name__ == "__main__":
    serve(site)
