"""A record of a breach as a file at the chat page: one press, one officer, no copy kept, and a line on the trail."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer

from bot.cards import parts
from bot.cards.breach_files import file_buttons
from bot.cards.parts import ADAPTIVE
from bot.offers import Offer
from bot.web.adapt import for_web_chat
from bot.web.chat import WebChat
from bot.web.files import HeldFiles
from bot.web.tokens import conversation_of
from bot.web.transcript import DemoRoster
from domain.audit import AuditEntry, AuditKind
from domain.conversations import CARD_LIFE, NOT_LIVE, WEB, Action
from domain.officers import Officer
from services.breach_matters import NO_RECORD
from services.breaches import Sent
from storage.work import Database
from tests.bot.web.browser import Watched, watched_page
from tests.bot.web.conftest import KEY
from tests.bot.web.talk import Server, Talk
from tests.breaches import a_record
from tests.fakes.webchat import EchoDesk, MemoryTranscript, SteppingClock
from tests.people import AUDITOR, RESPONSE, VLO
from tests.trail import trail_of


@dataclass
class Room:
    server: Server
    database: Database
    sent: Sent

    async def offered(self, to: Officer, verb: str = "breach:pdf", record: UUID | None = None) -> Action:
        """The button of a card that was shown to that officer."""
        offer = Offer(to.id, conversation_of(to.id), self.server.clock())
        offer.press(verb, str(record or self.sent.breach.id))
        async with self.database.work() as uow:
            await uow.actions.offer(offer.actions)
        return offer.actions[0]

    async def press(self, talk: Talk, action: Action) -> ClientResponse:
        return await self.server.client.post(f"/directline/files/{action.id}", json={}, headers=talk.headers)

    async def saves(self, by: Officer, verb: str = "breach:pdf") -> ClientResponse:
        return await self.press(await self.server.enter(by.id), await self.offered(by, verb))

    async def trail(self) -> list[AuditEntry]:
        return await trail_of(self.database)

    async def taken(self) -> list[str]:
        return [line.event for line in await self.trail() if line.event.endswith(":downloaded")]

    async def shows_the_buttons(self) -> None:
        """The last card of the officer's chat."""
        offer = Offer(RESPONSE.id, conversation_of(RESPONSE.id), self.server.clock())
        card = parts.card([parts.heading("A record")], file_buttons(self.sent.breach, offer, WEB))
        async with self.database.work() as uow:
            await uow.actions.offer(offer.actions)
        told = {"type": "message", "attachments": [{"contentType": ADAPTIVE, "content": card}]}
        self.server.transcript.write(conversation_of(RESPONSE.id), told)


async def words_of(refused: ClientResponse) -> tuple[int, str]:
    return refused.status, (await refused.json())["error"]["message"]


@pytest.fixture
async def room(embedded: Database) -> AsyncIterator[Room]:
    clock = SteppingClock()
    transcript = MemoryTranscript(clock)
    sent = a_record()
    async with embedded.work() as uow:
        await uow.orders.save_many([sent.order])
        await uow.breaches.add(sent.breach)
        await uow.officers.save([RESPONSE, VLO, AUDITOR])
    desk = EchoDesk(transcript)
    chat = WebChat(desk, transcript, DemoRoster(embedded), clock, KEY, poll_seconds=0.02, files=HeldFiles(embedded, clock))
    app = web.Application()
    app.add_routes(chat.routes())
    await chat.start()
    async with TestClient(TestServer(app)) as client:
        yield Room(Server(client, chat, desk, transcript, clock), embedded, sent)
        await chat.stop()


@pytest.mark.parametrize(
    ("verb", "name", "kind", "begins", "event"),
    [
        ("breach:pdf", "BR-7F3K2M.pdf", "application/pdf", b"%PDF-", "breach:pdf:downloaded"),
        ("breach:markdown", "BR-7F3K2M.md", "text/markdown; charset=utf-8", b"**OFFICIAL-SENSITIVE**", "breach:markdown:downloaded"),
    ],
)
async def test_one_press_gives_the_file_and_is_a_disclosure_on_the_trail(
    room: Room, verb: str, name: str, kind: str, begins: bytes, event: str
) -> None:
    answer = await room.saves(VLO, verb)
    assert (answer.status, (await answer.read())[: len(begins)]) == (200, begins)
    assert (answer.headers["Content-Type"], answer.headers["Content-Disposition"]) == (kind, f'attachment; filename="{name}"')
    line = (await room.trail())[-1]
    assert (line.event, line.kind, line.actor, line.recipient, line.channel) == (
        event,
        AuditKind.DISCLOSURE,
        VLO.id,
        str(VLO.id),
        "webchat",
    )


async def test_the_browser_is_told_to_keep_nothing_and_guess_nothing(room: Room) -> None:
    headers = (await room.saves(RESPONSE)).headers
    assert [headers[name] for name in ("Cache-Control", "X-Content-Type-Options", "Referrer-Policy")] == [
        "no-store",
        "nosniff",
        "no-referrer",
    ]


async def test_the_same_press_gives_it_again_and_each_time_is_on_the_trail(room: Room) -> None:
    talk, action = await room.server.enter(RESPONSE.id), await room.offered(RESPONSE)
    assert [(await room.press(talk, action)).status for _ in range(2)] == [200, 200]
    assert await room.taken() == ["breach:pdf:downloaded"] * 2


async def test_a_press_that_was_offered_to_somebody_else_or_for_something_else_gives_nothing(room: Room) -> None:
    mine = await room.server.enter(RESPONSE.id)
    refused = [await room.press(mine, await room.offered(VLO)), await room.press(mine, await room.offered(RESPONSE, "breach:show"))]
    assert [await words_of(one) for one in refused] == [(409, NOT_LIVE)] * 2
    assert await room.taken() == []


async def test_without_a_token_or_from_another_page_there_is_no_file(room: Room) -> None:
    action = await room.offered(RESPONSE)
    path, talk = f"/directline/files/{action.id}", await room.server.enter(RESPONSE.id)
    assert (await room.server.client.post(path, json={})).status == 401
    assert (await room.server.client.post(path, json={}, headers={**talk.headers, "Origin": "https://made-up.example"})).status == 403
    assert (await room.server.client.get(path, headers=talk.headers)).status == 405
    assert await room.taken() == []


async def test_a_press_is_over_when_its_card_is(room: Room) -> None:
    action = await room.offered(RESPONSE)
    room.server.clock.later(CARD_LIFE + timedelta(seconds=1))
    assert await words_of(await room.press(await room.server.enter(RESPONSE.id), action)) == (409, NOT_LIVE)


async def test_permission_is_weighed_when_the_file_is_asked_for(room: Room) -> None:
    status, words = await words_of(await room.saves(AUDITOR))
    assert (status, words[:32]) == (403, "Your role does not include this.")
    last = (await room.trail())[-1]
    assert (last.event, last.outcome, last.subject) == ("bot:permission:refused", "refused", str(room.sent.breach.id))


async def test_somebody_who_has_left_saves_nothing_with_a_press_made_before(room: Room) -> None:
    talk, action = await room.server.enter(VLO.id), await room.offered(VLO)
    async with room.database.work() as uow:
        await uow.officers.save([Officer(VLO.id, VLO.force, VLO.name, roles=VLO.roles, active=False)])
    assert (await room.press(talk, action)).status == 403
    assert await room.taken() == []


async def test_a_record_that_is_not_there_is_owned_up_to(room: Room) -> None:
    action = await room.offered(RESPONSE, record=uuid4())
    assert await words_of(await room.press(await room.server.enter(RESPONSE.id), action)) == (404, NO_RECORD)


async def test_at_the_page_each_button_is_fetched_and_elsewhere_there_is_none(room: Room) -> None:
    offer = Offer(RESPONSE.id, "c", room.server.clock())
    drawn = file_buttons(room.sent.breach, offer, WEB)
    activity = for_web_chat({"type": "message", "attachments": [{"contentType": ADAPTIVE, "content": parts.card([], drawn)}]})
    assert activity["attachments"][0]["content"]["actions"] == [
        {"type": "Action.OpenUrl", "title": "Download PDF", "url": f"/files/{offer.actions[0].id}"},
        {"type": "Action.OpenUrl", "title": "Download Markdown", "url": f"/files/{offer.actions[1].id}"},
    ]
    assert [file_buttons(room.sent.breach, offer, channel) for channel in ("msteams", "terminal", "")] == [[], [], []]


async def test_without_files_the_web_chat_has_no_such_way(server: Server) -> None:
    assert (await server.client.post("/directline/files/x", json={})).status == 404


def bytes_at(path: Path) -> bytes:
    return path.read_bytes()


async def saved(window: Watched, title: str) -> tuple[str, bytes]:
    async with window.page.expect_download() as coming:
        await window.page.locator(".ac-pushButton", has_text=title).click()
    file = await coming.value
    return file.suggested_filename, bytes_at(await file.path())


async def test_an_officer_saves_both_files_with_one_press_each_in_a_real_browser(room: Room) -> None:
    await room.shows_the_buttons()
    async with watched_page() as window:
        await window.open_chat(str(room.server.client.make_url(f"/#officer={RESPONSE.id}")))
        pdf, markdown = await saved(window, "Download PDF"), await saved(window, "Download Markdown")
        assert (pdf[0], pdf[1][:5], markdown[0]) == ("BR-7F3K2M.pdf", b"%PDF-", "BR-7F3K2M.md")
        assert "# Breach of a non-molestation order: BR-7F3K2M" in markdown[1].decode()
        assert [url for url in window.requests if room.sent.breach.reference in url] == []
    assert await room.taken() == ["breach:pdf:downloaded", "breach:markdown:downloaded"]
    assert window.complaints == []


async def test_a_refusal_is_words_on_the_page_and_no_file_and_is_asked_for_once(room: Room) -> None:
    await room.shows_the_buttons()
    async with watched_page() as window:
        await window.open_chat(str(room.server.client.make_url(f"/#officer={RESPONSE.id}")))
        async with room.database.work() as uow:
            await uow.officers.save([Officer(RESPONSE.id, RESPONSE.force, RESPONSE.name, roles=AUDITOR.roles)])
        await window.page.locator(".ac-pushButton", has_text="Download PDF").click()
        await window.page.get_by_text("Your role does not include this.").first.wait_for(timeout=15_000)
    assert await room.taken() == []
    assert [line.event for line in await room.trail()].count("bot:permission:refused") == 1


async def test_ones_contacts_are_saved_as_a_calendar_once_a_press_and_nobody_elses(room: Room) -> None:
    offer = Offer(VLO.id, conversation_of(VLO.id), room.server.clock())
    offer.press_once("list:calendar")
    async with room.database.work() as uow:
        await uow.actions.offer(offer.actions)
    talk, (action,) = await room.server.enter(VLO.id), offer.actions
    answer = await room.press(talk, action)
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="contacts.ics"'
    assert (await answer.read()).startswith(b"BEGIN:VCALENDAR")
    assert (await room.trail())[-1].event == "contact:calendar:downloaded"
    again = await words_of(await room.press(talk, action))
    assert (again[0], "nothing was done twice" in again[1]) == (409, True)
    assert (await room.press(await room.server.enter(RESPONSE.id), action)).status == 409


async def test_who_makes_no_contacts_saves_no_calendar(room: Room) -> None:
    refused = await room.saves(AUDITOR, "list:calendar")
    assert refused.status == 403
    assert (await room.trail())[-1].event == "bot:permission:refused"
