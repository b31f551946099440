"""An order's paper at the chat page: one press, one officer, one minute, and a line on the trail."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from aiohttp import ClientResponse, ClientSession, web
from aiohttp.test_utils import TestClient, TestServer

from bot.cards import parts
from bot.cards.papers import paper_button
from bot.cards.parts import ADAPTIVE
from bot.offers import Offer
from bot.web.adapt import for_web_chat
from bot.web.chat import WebChat
from bot.web.papers import OVER, HeldPapers
from bot.web.tokens import conversation_of
from bot.web.transcript import DemoRoster
from domain.access import with_reason
from domain.audit import AuditEntry, AuditKind
from domain.conversations import WEB, Action, Conversation
from domain.officers import Officer
from domain.order_drafts import ASIDE, DraftPaper, OrderDraft
from domain.orders import Order
from services.papers import NO_PAPER
from storage.work import Database
from tests.bot.web.browser import watched_page
from tests.bot.web.conftest import KEY
from tests.bot.web.talk import Client, Server, Talk
from tests.fakes.webchat import EchoDesk, MemoryTranscript, SteppingClock
from tests.orders import an_order
from tests.papers import a_paper, hold
from tests.people import AUDITOR, RESPONSE, VLO
from tests.trail import trail_of


@dataclass
class Room:
    server: Server
    database: Database
    order: Order
    content: bytes

    @property
    def client(self) -> Client:
        return self.server.client

    async def offered(self, to: Officer, verb: str = "paper:open", id: UUID | None = None) -> Action:
        """The button of a card that was shown to that officer."""
        offer = Offer(to.id, conversation_of(to.id), self.server.clock())
        offer.press(verb, str(id or self.order.id))
        async with self.database.work() as uow:
            await uow.actions.offer(offer.actions)
        return offer.actions[0]

    async def press(self, talk: Talk, action: Action) -> ClientResponse:
        return await self.client.post(f"/directline/papers/{action.id}", json={}, headers=talk.headers)

    async def put_aside(self) -> UUID:
        """A paper that was sent for the order by somebody who may not check its wording."""
        now, sent = self.server.clock(), DraftPaper("sent.pdf", "0" * 64, b"%PDF-1.4 as it was sent")
        draft = OrderDraft(uuid4(), RESPONSE.id, ASIDE, now, now, self.order.id, has_paper=True)
        async with self.database.work() as uow:
            await uow.order_drafts.begin(draft, sent)
        return draft.id

    async def link(self, by: Officer, verb: str = "paper:open", id: UUID | None = None) -> str:
        pressed = await self.press(await self.server.enter(by.id), await self.offered(by, verb, id))
        return str((await pressed.json())["url"])

    async def trail(self) -> list[AuditEntry]:
        return await trail_of(self.database)


@pytest.fixture
async def room(embedded: Database) -> AsyncIterator[Room]:
    clock = SteppingClock()
    transcript = MemoryTranscript(clock)
    order = an_order(has_document=True)
    paper = a_paper(order)
    await hold(embedded, order, paper)
    async with embedded.work() as uow:
        await uow.officers.save([RESPONSE, VLO, AUDITOR])
    desk = EchoDesk(transcript)
    chat = WebChat(desk, transcript, DemoRoster(embedded), clock, KEY, poll_seconds=0.02, papers=HeldPapers(embedded, clock))
    app = web.Application()
    app.add_routes(chat.routes())
    await chat.start()
    async with TestClient(TestServer(app)) as client:
        yield Room(Server(client, chat, desk, transcript, clock), embedded, order, paper.content)
        await chat.stop()


async def test_one_press_gives_the_paper_as_it_came_and_the_opening_is_on_the_trail(room: Room) -> None:
    answer = await room.client.get(await room.link(RESPONSE))
    assert (answer.status, await answer.read()) == (200, room.content)
    line = (await room.trail())[-1]
    assert (line.event, line.kind, line.recipient, line.channel) == (
        "paper:document:opened",
        AuditKind.DISCLOSURE,
        str(RESPONSE.id),
        "webchat",
    )


async def test_the_opening_bears_the_reason_that_holds_in_the_officer_s_chat(room: Room) -> None:
    now = room.server.clock()
    state = with_reason({}, "court", now + timedelta(minutes=30))
    async with room.database.work() as uow:
        await uow.conversations.save(Conversation(conversation_of(RESPONSE.id), WEB, RESPONSE.id, state=state), now)
    link = await room.link(RESPONSE)
    await room.client.get(link)
    await room.client.get(await room.link(VLO))
    assert [(line.actor, line.reason) for line in await room.trail()] == [(RESPONSE.id, "court"), (VLO.id, "")]


async def test_a_paper_that_waits_opens_in_one_press_for_whoever_may_take_it(room: Room) -> None:
    waiting = await room.put_aside()
    answer = await room.client.get(await room.link(VLO, "paper:aside", waiting))
    assert (answer.status, await answer.read()) == (200, b"%PDF-1.4 as it was sent")
    assert (answer.headers["Content-Disposition"], answer.headers["Cache-Control"]) == ('inline; filename="sent.pdf"', "no-store")
    line = (await room.trail())[-1]
    assert (line.event, line.kind, line.recipient, line.channel) == (
        "paper:waiting:opened",
        AuditKind.DISCLOSURE,
        str(VLO.id),
        "webchat",
    )


async def test_a_paper_that_waits_opens_for_nobody_else_and_is_no_paper_of_an_order(room: Room) -> None:
    waiting = await room.put_aside()
    refused = await room.client.get(await room.link(RESPONSE, "paper:aside", waiting))
    assert (refused.status, (await room.trail())[-1].event) == (403, "bot:permission:refused")
    link = await room.link(VLO, "paper:aside", waiting)
    assert (await room.client.get(link.replace("/waiting", ""))).status == 403
    assert (await room.client.get(await room.link(VLO, "paper:aside", room.order.id))).status == 403


async def test_the_browser_is_told_to_keep_nothing_run_nothing_and_guess_nothing(room: Room) -> None:
    headers = (await room.client.get(await room.link(RESPONSE))).headers
    assert headers["Content-Disposition"] == f'inline; filename="{room.order.file_name}"'
    assert (headers["Content-Type"], headers["Cache-Control"], headers["X-Content-Type-Options"], headers["Referrer-Policy"]) == (
        "application/pdf",
        "no-store",
        "nosniff",
        "no-referrer",
    )
    assert headers["Content-Security-Policy"].startswith("sandbox; default-src 'none'")


async def test_a_link_is_over_after_a_minute(room: Room) -> None:
    link = await room.link(RESPONSE)
    room.server.clock.later(timedelta(minutes=1))
    late = await room.client.get(link)
    assert (late.status, await late.text()) == (403, OVER)


async def test_a_link_opens_nothing_in_another_browser(room: Room) -> None:
    link = await room.link(RESPONSE)
    async with ClientSession() as other:
        elsewhere = await other.get(room.client.make_url(link))
        assert (elsewhere.status, await elsewhere.text()) == (403, OVER)
    assert "paper:document:opened" not in [line.event for line in await room.trail()]


async def test_in_the_browser_that_pressed_a_link_opens_again_and_each_opening_is_on_the_trail(room: Room) -> None:
    first, second = await room.link(RESPONSE), await room.link(RESPONSE)
    opened = [await room.client.get(link, headers={"Range": "bytes=0-99"}) for link in (first, second, first)]
    assert [(one.status, await one.read()) for one in opened] == 3 * [(200, room.content)]
    assert [line.event for line in await room.trail()].count("paper:document:opened") == 3


async def test_the_cookie_of_a_link_is_out_of_reach_of_scripts_other_sites_and_other_pages(room: Room) -> None:
    pressed = await room.press(await room.server.enter(RESPONSE.id), await room.offered(RESPONSE))
    (cookie,) = pressed.cookies.values()
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["max-age"]) == (True, "Strict", f"/papers/{room.order.id}", "60")
    assert cookie.value not in (await pressed.json())["url"]


async def test_a_link_opens_no_other_order_and_no_other_token_opens_a_paper(room: Room) -> None:
    token = (await room.link(RESPONSE)).partition("?")[2]
    talk = await room.server.enter(RESPONSE.id)
    tried = [f"/papers/{RESPONSE.id}?{token}", f"/papers/{room.order.id}?t={talk.token}", f"/papers/{room.order.id}"]
    assert [(await room.client.get(path)).status for path in tried] == [403, 403, 403]
    assert "paper:document:opened" not in [line.event for line in await room.trail()]


async def test_a_press_that_was_offered_to_somebody_else_or_for_something_else_gives_no_link(room: Room) -> None:
    mine = await room.server.enter(RESPONSE.id)
    theirs, other = await room.offered(VLO), await room.offered(RESPONSE, "paper:check")
    refused = [await room.press(mine, theirs), await room.press(mine, other)]
    assert [answer.status for answer in refused] == [409, 409]
    assert (await room.client.post(f"/directline/papers/{theirs.id}", json={})).status == 401


async def test_permission_is_weighed_when_the_paper_is_opened(room: Room) -> None:
    refused = await room.client.get(await room.link(AUDITOR))
    assert (refused.status, (await refused.text())[:32]) == (403, "Your role does not include this.")
    assert ((await room.trail())[-1].event, (await room.trail())[-1].outcome) == ("bot:permission:refused", "refused")


async def test_somebody_who_has_left_opens_nothing_with_a_link_made_before(room: Room) -> None:
    link = await room.link(VLO)
    async with room.database.work() as uow:
        await uow.officers.save([Officer(VLO.id, VLO.force, VLO.name, roles=VLO.roles, active=False)])
    assert (await room.client.get(link)).status == 403


async def test_a_paper_that_is_not_held_is_owned_up_to(room: Room) -> None:
    room.order = an_order()
    await hold(room.database, room.order)
    missing = await room.client.get(await room.link(RESPONSE))
    assert (missing.status, await missing.text()) == (404, NO_PAPER)


async def test_without_papers_the_web_chat_has_no_such_page(server: Server) -> None:
    assert (await server.client.get("/papers/x")).status == 404


async def test_at_the_page_the_button_is_a_link_and_elsewhere_a_press(room: Room) -> None:
    offer = Offer(RESPONSE.id, "c", room.server.clock())
    drawn = paper_button(room.order, offer)
    activity = for_web_chat({"type": "message", "attachments": [{"contentType": ADAPTIVE, "content": parts.card([], [drawn])}]})
    (shown,) = activity["attachments"][0]["content"]["actions"]
    assert shown == {"type": "Action.OpenUrl", "title": "Open the order", "url": f"/papers/{offer.actions[0].id}"}
    assert (drawn["type"], drawn["fallback"]["type"]) == ("Action.Execute", "Action.Submit")


async def test_an_officer_opens_the_paper_with_one_press_in_a_real_browser(room: Room) -> None:
    action = await room.offered(RESPONSE)
    button = parts.button("Open the order", {"action": action.id}) | {"verb": "open-paper"}
    card = {"contentType": ADAPTIVE, "content": parts.card([parts.heading("An order")], [button])}
    room.server.transcript.write(conversation_of(RESPONSE.id), {"type": "message", "attachments": [card]})
    async with watched_page() as window:
        await window.open_chat(str(room.client.make_url(f"/#officer={RESPONSE.id}")))
        async with window.page.context.expect_page() as opened, window.page.context.expect_event("response", is_a_paper) as answered:
            await window.page.locator(".ac-pushButton", has_text="Open the order").click()
        await opened.value
        paper = await answered.value
        assert (paper.status, (await window.page.context.request.get(paper.url)).status) == (200, 200)
    assert [line.recipient for line in await room.trail() if line.event == "paper:document:opened"] == 2 * [str(RESPONSE.id)]
    assert window.complaints == []


def is_a_paper(response: object) -> bool:
    return "/papers/" in str(getattr(response, "url", "")) and "/directline/" not in str(getattr(response, "url", ""))
