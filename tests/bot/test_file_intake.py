"""A PDF that an officer sends in Teams is fetched from a host that the settings name and from no other, and goes the way of one at the chat page."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.cards.registering import READ_BY_MACHINE
from bot.file_intake import DOWNLOAD, NO_FILES, NOT_FETCHED, SentFiles
from bot.heard import Heard, from_teams
from bot.settings import Settings
from domain.errors import NotAllowed, Unreadable
from domain.officers import Officer
from services.paper_intake import NO_PDF
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.fakes.talk import words
from tests.papers import SENTENCES, a_pdf, at_once
from tests.people import AUDITOR, LEFT, RESPONSE
from tests.registering import hold_orders, register_turns

CLOCK = FrozenClock()


@dataclass
class Room:
    database: Database
    session: aiohttp.ClientSession
    address: str

    def files(self, *hosts: str) -> SentFiles:
        return SentFiles(self.database, CLOCK, self.session, frozenset(hosts), at_once)

    def sent(self, path: str, by: Officer = RESPONSE, address: str = "") -> Heard:
        content = {"downloadUrl": f"{address or self.address}{path}", "fileType": "pdf"}
        return heard({"attachments": [{"contentType": DOWNLOAD, "name": "order.pdf", "content": content}]}, by)


def heard(more: dict[str, Any], by: Officer = RESPONSE) -> Heard:
    activity = {
        "type": "message",
        "id": "1",
        "channelId": "msteams",
        "conversation": {"id": "a:1", "conversationType": "personal"},
        "from": {"id": "29:x", "aadObjectId": str(by.id)},
        **more,
    }
    return from_teams(activity)


@pytest.fixture
async def room(embedded: Database) -> AsyncIterator[Room]:
    await hold_orders(embedded, [])
    app = web.Application()

    async def paper(_: web.Request) -> web.Response:
        return web.Response(body=a_pdf(*SENTENCES), content_type="application/pdf")

    async def elsewhere(_: web.Request) -> web.Response:
        raise web.HTTPFound("/order.pdf")

    async def page(_: web.Request) -> web.Response:
        return web.Response(text="<html>sign in</html>")

    app.add_routes([web.get("/order.pdf", paper), web.get("/moved", elsewhere), web.get("/page", page)])
    async with TestServer(app) as server, aiohttp.ClientSession() as session:
        yield Room(embedded, session, f"http://127.0.0.1:{server.port}")


async def test_a_file_from_a_named_host_is_read_into_a_draft_and_shown_to_whoever_sent_it(room: Room) -> None:
    swapped = await room.files(room.address).swapped(room.sent("/order.pdf"))
    outcome = await register_turns(room.database, CLOCK).hear(swapped)
    (card,) = [part["content"] for answer in outcome.answers for part in answer.activity["attachments"]]
    held = {one["id"]: one.get("value") for one in card["body"] if "id" in one}
    assert READ_BY_MACHINE in list(words(card))
    assert (held["made_on"], held["respondent_surname"]) == ("2 June 2026", "Smith")
    async with room.database.reading() as uow:
        assert await uow.order_queues.taken_in(CLOCK().replace(year=2020)) == []


@pytest.mark.parametrize("hosts", [(), ("files.example",), ("127.0.0.1",), ("http://127.0.0.1:1",)])
async def test_from_a_host_that_is_not_named_nothing_is_fetched(room: Room, hosts: tuple[str, ...]) -> None:
    with pytest.raises(Unreadable) as refusal:
        await room.files(*hosts).swapped(room.sent("/order.pdf"))
    assert refusal.value.advice == NO_FILES


@pytest.mark.parametrize(
    "address",
    [
        "http://files.example",
        "https://files.example:8443",
        "https://x@files.example",
        "https://files.example.evil.example",
        "https://[",
        "",
    ],
)
async def test_an_address_that_is_not_exactly_the_hosts_is_refused(room: Room, address: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        await room.files("files.example").swapped(room.sent("/order.pdf", address=address))
    assert refusal.value.advice == NO_FILES


@pytest.mark.parametrize(("path", "words"), [("/moved", NOT_FETCHED), ("/gone", NOT_FETCHED), ("/page", NO_PDF)])
async def test_what_is_moved_gone_or_no_pdf_is_not_taken(room: Room, path: str, words: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        await room.files(room.address).swapped(room.sent(path))
    assert refusal.value.advice == words


async def test_nothing_is_fetched_for_a_stranger_or_for_words_alone(room: Room) -> None:
    files = room.files(room.address)
    for one in (room.sent("/order.pdf", by=LEFT), heard({"text": "hello"})):
        assert await files.swapped(one) is one


async def test_who_may_not_register_sends_no_paper(room: Room) -> None:
    with pytest.raises(NotAllowed):
        await room.files(room.address).swapped(room.sent("/order.pdf", by=AUDITOR))


def test_no_host_is_named_unless_the_force_names_one() -> None:
    assert Settings.model_fields["file_hosts"].default == ""
    assert Settings(file_hosts="force-my.sharepoint.com, files.example").file_sources() == {"force-my.sharepoint.com", "files.example"}
    with pytest.raises(ValueError, match="plain lower-case"):
        Settings(file_hosts="*.sharepoint.com")
