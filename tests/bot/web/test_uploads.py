"""A PDF dropped into the chat page: read into a draft, shown to whoever sent it, and saved by a person alone."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest
from aiohttp import ClientResponse, FormData, web
from aiohttp.test_utils import TestClient, TestServer
from playwright.async_api import FilePayload

from bot.cards.registering import PICTURES, READ_BY_MACHINE
from bot.measured import MeasuredTurns
from bot.metrics import Metrics
from bot.web.chat import WebChat
from bot.web.transcript import DemoRoster, SealedTranscript, WebDesk
from bot.web.uploads import ONE_FILE, HeldUploads
from domain.officers import Officer
from domain.papers import NotRead
from services.paper_intake import NO_PDF
from storage.paper_text import LARGEST
from storage.work import Database
from tests.bot.web.browser import watched_page
from tests.bot.web.conftest import KEY
from tests.bot.web.talk import Client, Talk
from tests.fakes.clock import FrozenClock
from tests.fakes.talk import buttons, words
from tests.orders import an_order
from tests.papers import SENTENCES, a_pdf, at_once
from tests.people import AUDITOR, RESPONSE, VLO
from tests.registering import hold_orders, register_turns

CLOCK = FrozenClock()
CASE = "1712345678901234"
PAPER = (f"Case number: {CASE}", *SENTENCES)


@dataclass
class Room:
    client: Client
    database: Database

    async def enter(self, officer: Officer) -> Talk:
        token = (await (await self.client.post("/directline/tokens/generate", json={"user": {"id": str(officer.id)}})).json())["token"]
        begun = await (await self.client.post("/directline/conversations", headers={"Authorization": f"Bearer {token}"})).json()
        return Talk(self.client, begun["token"], begun["conversationId"], begun["streamUrl"])

    async def drop(self, talk: Talk, content: bytes, *names: str) -> ClientResponse:
        form = FormData()
        form.add_field("activity", '{"type":"message"}', content_type="application/vnd.microsoft.activity")
        for name in names or ("order.pdf",):
            form.add_field("file", BytesIO(content), filename=name, content_type="application/pdf")
        return await self.client.post(f"{talk.path}/upload", data=form, headers=talk.headers)

    async def shown(self, talk: Talk) -> list[dict[str, Any]]:
        """The cards of the conversation, oldest first."""
        lines = (await (await self.client.get(f"{talk.path}/activities", headers=talk.headers)).json())["activities"]
        return [part["content"] for line in lines for part in line.get("attachments", [])]

    async def press(self, talk: Talk, title: str, **inputs: str) -> None:
        pressed = dict(pair for card in await self.shown(talk) for pair in buttons(as_executed(card)))
        await talk.post({"type": "message", "value": {"action": pressed[title], **inputs}})

    async def orders(self) -> int:
        async with self.database.reading() as uow:
            return len(await uow.orders.by_case(CASE))


def as_executed(part: Any) -> Any:
    """The page's cards have Action.Submit; the reader of buttons knows the bot's own Action.Execute."""
    if isinstance(part, list):
        return [as_executed(one) for one in part]
    if isinstance(part, dict):
        return {key: "Action.Execute" if value == "Action.Submit" else as_executed(value) for key, value in part.items()}
    return part


@pytest.fixture
async def room(embedded: Database) -> AsyncIterator[Room]:
    await hold_orders(embedded, [])
    turns = MeasuredTurns(register_turns(embedded, CLOCK), Metrics())
    uploads = HeldUploads(embedded, CLOCK, at_once)
    chat = WebChat(WebDesk(turns), SealedTranscript(embedded, CLOCK), DemoRoster(embedded), CLOCK, KEY, poll_seconds=0.02, uploads=uploads)
    app = web.Application()
    app.add_routes(chat.routes())
    await chat.start()
    async with TestClient(TestServer(app)) as client:
        yield Room(client, embedded)
        await chat.stop()


async def test_a_pdf_is_read_into_a_draft_and_saved_by_a_person_alone(room: Room) -> None:
    talk = await room.enter(RESPONSE)
    assert (await room.drop(talk, a_pdf(*PAPER))).status == 200
    form = (await room.shown(talk))[-1]
    held = {one["id"]: one.get("value") for one in form["body"] if "id" in one}
    assert READ_BY_MACHINE in list(words(form))
    assert (held["case_no"], held["respondent_surname"], held["made_on"], held["notice"]) == (CASE, "Smith", "2 June 2026", "without")
    assert await room.orders() == 0
    told = {name: value or "" for name, value in held.items()} | {"learned": "solicitor", "confidential": "yes"}
    await room.press(talk, "Next: check and save", **told)
    assert await room.orders() == 0
    await room.press(talk, "Save")
    async with room.database.reading() as uow:
        (order,) = await uow.orders.by_case(CASE)
        paper, terms = await uow.orders.document(order.id), await uow.terms.newest(order.id)
    assert paper is not None
    assert paper.content.startswith(b"%PDF-")
    assert terms is not None
    assert (order.has_document, order.conditions_checked, terms.paper) == (True, False, paper.sha256)
    assert [one.words[:34] for one in terms.draft.conditions] == [
        "The respondent must not use or thr",
        "The respondent must not telephone,",
    ]


async def test_a_scan_without_text_goes_to_manual_entry(room: Room) -> None:
    talk = await room.enter(RESPONSE)
    await room.drop(talk, a_pdf())
    form = (await room.shown(talk))[-1]
    assert PICTURES.format(why=NotRead.IMAGES.value) in list(words(form))
    assert await room.orders() == 0


async def test_the_paper_of_an_order_that_is_held_is_kept_with_it_by_whoever_may_check_it(room: Room) -> None:
    order = an_order(case_no=CASE)
    await hold_orders(room.database, [order])
    talk = await room.enter(VLO)
    await room.drop(talk, a_pdf(*PAPER))
    await room.press(talk, f"It is the paper of {order.reference}")
    async with room.database.reading() as uow:
        now, paper = await uow.orders.demand(order.id), await uow.orders.document(order.id)
    assert paper is not None
    assert (now.has_document, now.version, paper.name) == (True, 2, "order.pdf")


@pytest.mark.parametrize(
    ("content", "names", "status"),
    [
        (b"MZ not a pdf", ("order.pdf",), 422),
        (b"%PDF-1.4 " + b"x" * LARGEST, ("order.pdf",), 413),
        (b"%PDF-1.4", ("one.pdf", "two.pdf"), 400),
    ],
)
async def test_what_is_no_one_pdf_is_refused(room: Room, content: bytes, names: tuple[str, ...], status: int) -> None:
    talk = await room.enter(RESPONSE)
    answer = await room.drop(talk, content, *names)
    assert (answer.status, (await answer.json())["error"]["message"] in (NO_PDF, ONE_FILE) or status == 413) == (status, True)


async def test_who_may_not_register_sends_no_paper(room: Room) -> None:
    talk = await room.enter(AUDITOR)
    assert (await room.drop(talk, a_pdf(*PAPER))).status == 422


async def test_a_pdf_is_sent_from_the_page_itself(room: Room) -> None:
    pdf = FilePayload(name="order.pdf", mimeType="application/pdf", buffer=a_pdf(*PAPER))
    async with watched_page() as window:
        await window.open_chat(str(room.client.make_url(f"/#officer={RESPONSE.id}")))
        await window.page.locator("input[type=file]").set_input_files(pdf)
        await window.sees("Register an order")
    assert window.complaints == []
    assert await room.orders() == 0
