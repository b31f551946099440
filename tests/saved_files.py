"""A file as it is saved at the chat page, over HTTP: the press is minted, taken by its officer, and answered with what the browser would keep."""

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.offers import Offer
from bot.web.chat import WebChat
from bot.web.files import HeldFiles
from bot.web.tokens import conversation_of
from bot.web.transcript import DemoRoster
from domain.clock import Clock
from domain.officers import Officer
from storage.work import Database
from tests.bot.web.conftest import KEY
from tests.bot.web.talk import Server
from tests.fakes.webchat import EchoDesk, MemoryTranscript, SteppingClock


async def saved_file(
    database: Database, clock: Clock, officer: Officer, verb: str, subject: str = "", **details: str
) -> tuple[int, str, bytes]:
    """The status, the name under which it is saved, and its content."""
    offer = Offer(officer.id, conversation_of(officer.id), clock())
    offer.press(verb, subject, **details)
    async with database.work() as uow:
        await uow.actions.offer(offer.actions)
    transcript = MemoryTranscript(SteppingClock())
    files = HeldFiles(database, clock)
    page = WebChat(EchoDesk(transcript), transcript, DemoRoster(database), SteppingClock(), KEY, poll_seconds=0.02, files=files)
    site = web.Application()
    site.add_routes(page.routes())
    async with TestClient(TestServer(site)) as client:
        talk = await Server(client, page, EchoDesk(transcript), transcript, SteppingClock()).enter(officer.id)
        answer = await client.post(f"/directline/files/{offer.actions[0].id}", json={}, headers=talk.headers)
        return answer.status, answer.headers.get("Content-Disposition", ""), await answer.read()
