"""A web chat over a transcript in memory, behind a real server on loopback."""

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.web.chat import WebChat
from tests.bot.web.talk import Server
from tests.fakes.webchat import EchoDesk, MadeUpRoster, MemoryTranscript, SteppingClock

KEY = b"made-up key for the tests, 32 by"


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    clock = SteppingClock()
    transcript = MemoryTranscript(clock)
    desk = EchoDesk(transcript)
    chat = WebChat(desk, transcript, MadeUpRoster(), clock, KEY, poll_seconds=0.02)
    app = web.Application()
    app.add_routes(chat.routes())
    await chat.start()
    async with TestClient(TestServer(app)) as client:
        yield Server(client, chat, desk, transcript, clock)
        await chat.stop()
