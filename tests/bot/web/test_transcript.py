"""What a reload brings back: the last lines as of now, for who is looking now, and each look at a record in the trail."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text

from bot.handler import NmoHandler
from bot.turns import Turns
from bot.web.inbound import heard, joined
from bot.web.ports import Line
from bot.web.tokens import conversation_of
from bot.web.transcript import GONE, DemoRoster, SealedTranscript, WebDesk
from domain.audit import AuditKind
from domain.conversations import CARD_LIFE, TAKEN_AWAY, Message
from domain.officers import Permission, Role
from storage.blinding import Blinder
from storage.sealing import Sealer
from storage.transfer_seal import OwnKeys
from storage.work import Database, UnitOfWork
from tests.databases import KEYS, beside
from tests.fakes.clock import NOON, FrozenClock
from tests.fakes.root import PlainRoot
from tests.fakes.talk import buttons
from tests.people import ADMIN, EVERYONE, LEFT, RESPONSE
from tests.trail import trail_of

CHAT = conversation_of(RESPONSE.id)
LATER = timedelta(minutes=2)


class Page:
    """A web chat over a real database; `load` is what a page reads after a reload."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = FrozenClock()
        self.transcript = SealedTranscript(database, self.clock)
        self._desk = WebDesk(Turns(database, self.clock, NmoHandler(PlainRoot(database))))

    async def say(self, text: str = "", **value: str) -> None:
        body: dict[str, Any] = {"type": "message", "text": text, "value": value}
        await self._desk.hear(heard(body, RESPONSE.id, self.clock()), RESPONSE.id)

    async def load(self, after: int = 0) -> list[Line]:
        return await self.transcript.since(CHAT, after, NOON - timedelta(hours=24))

    async def texts(self) -> list[str]:
        return [line.activity.get("text", "no words") for line in await self.load()]

    async def buttons(self) -> dict[str, str]:
        cards = [part["content"] for line in await self.load() for part in line.activity.get("attachments", [])]
        return dict(buttons(cards))

    async def become(self, **changes: Any) -> None:
        async with self.database.work() as uow:
            await uow.officers.save([replace(RESPONSE, **changes)])

    async def trail(self) -> list[tuple[AuditKind, str, str]]:
        return [(entry.kind, entry.event, entry.subject) for entry in await trail_of(self.database)]


@pytest.fixture
async def page(embedded: Database) -> Page:
    async with embedded.work() as uow:
        await uow.officers.save(EVERYONE)
    return Page(embedded)


async def test_after_a_reload_the_lines_come_back_in_order_with_who_said_them(page: Page) -> None:
    await page.say("hello")
    await page.say("card")
    lines = await page.load()
    assert [(line.activity["from"]["role"], line.activity.get("text")) for line in lines] == [
        ("user", "hello"),
        ("bot", "You said hello."),
        ("user", "card"),
        ("bot", None),
    ]
    assert [line.activity["timestamp"] for line in lines] == [NOON.isoformat()] * 4
    assert await page.load(after=lines[2].seq) == lines[3:]
    assert len({line.activity["id"] for line in lines}) == 4


async def test_what_shows_a_record_is_not_shown_to_one_who_lost_the_role_and_is_again_when_it_comes_back(page: Page) -> None:
    await page.say("card")
    for changes in ({"roles": frozenset({Role.AUDITOR})}, {"roles": frozenset[Role]()}, {"active": False}):
        await page.become(**changes)
        assert await page.texts() == ["card", GONE]
        assert "A card" not in str(await page.load())
    await page.become()
    assert await page.texts() == ["card", "no words"]


async def test_buttons_that_were_used_or_are_too_old_are_gone(page: Page) -> None:
    await page.say("card")
    live = await page.buttons()
    assert set(live) == {"Done", "Refuse", "Wait", "Twice"}
    await page.say(action=live["Done"])
    assert await page.buttons() == {}
    await page.say("card")
    assert set(await page.buttons()) == {"Done", "Refuse", "Wait", "Twice"}
    page.clock.advance(CARD_LIFE)
    assert await page.buttons() == {}
    assert await page.texts() == ["card", "no words", "no words", "You said done.", "card", "no words"]


async def test_showing_a_record_again_is_audited_once_a_load_and_the_first_showing_is_not_counted_twice(page: Page) -> None:
    await page.say("card")
    await page.say("hello")
    await page.load()
    assert await page.trail() == []
    page.clock.advance(LATER)
    lines = await page.load()
    await page.load()
    await page.load(after=lines[-1].seq)
    assert await page.trail() == [(AuditKind.CONSULTATION, "webchat:history:shown", "order-1")] * 2


async def test_one_who_may_not_see_it_is_not_said_to_have_seen_it(page: Page) -> None:
    await page.say("card")
    page.clock.advance(LATER)
    await page.become(roles=frozenset({Role.AUDITOR}))
    assert await page.texts() == ["card", GONE]
    assert await page.trail() == []


async def test_a_record_is_not_shown_again_where_the_trail_cannot_be_written(page: Page) -> None:
    await page.say("card")
    page.clock.advance(LATER)
    async with page.database.work() as uow:
        await uow.connection.execute(text("ALTER TABLE audit RENAME TO elsewhere"))
    with pytest.raises(Exception, match="no such table: audit"):
        await page.load()
    async with page.database.work() as uow:
        await uow.connection.execute(text("ALTER TABLE elsewhere RENAME TO audit"))
    assert await page.texts() == ["card", "no words"]


class Overtaken(Database):
    """A register in which somebody else's change comes just before whatever this one writes."""

    def __init__(self, database: Database, change: Callable[[], Awaitable[None]]) -> None:
        force = database.force
        super().__init__(
            database.engine, force, Sealer(KEYS.draw("columns"), force), Blinder(KEYS.draw("blinding"), force), OwnKeys(KEYS, force)
        )
        self._change = change

    @asynccontextmanager
    async def work(self) -> AsyncIterator[UnitOfWork]:
        await self._change()
        async with super().work() as uow:
            yield uow


async def test_what_is_shown_is_what_was_read_together_with_the_line_that_tells_of_it(page: Page) -> None:
    await page.say("card")
    page.clock.advance(LATER)
    async with beside(page.database) as other:
        overtaken = Overtaken(other, lambda: page.become(roles=frozenset({Role.AUDITOR})))
        lines = await SealedTranscript(overtaken, page.clock).since(CHAT, 0, NOON - timedelta(hours=24))
        await overtaken.close()
    assert [line.activity["text"] for line in lines] == ["card", GONE]
    assert await page.trail() == []


async def test_the_arrivals_of_every_chat_are_told_by_number(page: Page) -> None:
    await page.say("hello")
    arrivals = await page.transcript.arrivals(0)
    assert [arrival.conversation for arrival in arrivals] == [CHAT, CHAT]
    assert await page.transcript.newest() == arrivals[-1].seq
    assert await page.transcript.arrivals(arrivals[-1].seq) == []


async def test_opening_the_chat_welcomes_once(page: Page) -> None:
    for _ in range(3):
        await page._desk.hear(joined(RESPONSE.id, page.clock()), RESPONSE.id)
    assert await page.texts() == ["Welcome."]


async def test_one_can_choose_to_be_anybody_who_is_still_here(page: Page) -> None:
    people = await DemoRoster(page.database).people()
    assert {one.id for one in people} == {one.id for one in EVERYONE} - {LEFT.id}
    assert [one.roles for one in people if one.id == ADMIN.id] == [("administrator",)]
    assert [one for one in people if not one.does] == []


async def test_a_card_that_needed_more_than_a_look_up_goes_when_that_is_taken_away(page: Page) -> None:
    await page.become(roles=frozenset({Role.VLO}))
    async with page.database.work() as uow:
        shown = Message(
            uuid4(), CHAT, {"type": "message", "text": "Phone: 07700 900123"}, NOON, frozenset({"x"}), Permission.SEE_SAFE_CONTACT
        )
        await uow.messages.add([shown])
    assert await page.texts() == ["Phone: 07700 900123"]
    await page.become(roles=frozenset({Role.RESPONSE}))
    assert await page.texts() == [GONE]


async def test_what_is_shown_for_a_minute_says_for_how_long_and_is_gone_after_it_whether_or_not_a_worker_runs(page: Page) -> None:
    card = {"type": "message", "attachments": [{"content": {"body": [{"text": "3 Cobbler's Yard"}]}}]}
    passing = Message(uuid4(), CHAT, card, NOON, frozenset({"order-1"}), until=NOON + timedelta(minutes=1))
    async with page.database.work() as uow:
        await uow.messages.add([passing])
    page.clock.advance(timedelta(seconds=15))
    (line,) = await page.load()
    assert (line.activity["channelData"], "Cobbler" in str(line.activity)) == ({"shownFor": 45_000}, True)
    page.clock.advance(timedelta(seconds=45))
    (line,) = await page.load()
    assert (line.activity["text"], line.activity["id"], "Cobbler" in str(line.activity)) == (TAKEN_AWAY, str(passing.id), False)
    page.clock.advance(LATER)
    await page.load()
    assert await page.trail() == []
