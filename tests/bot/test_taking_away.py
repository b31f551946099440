"""The address of a protected person in Teams, from the press to the channel's own copy of it: gone when its minute is over, whoever works then."""

from collections.abc import AsyncIterator
from itertools import count
from typing import Any
from uuid import uuid4

import pytest

from bot.cards.notices import draw_outgoing
from bot.cards.whereabouts import HEADING
from bot.connector import Connector
from bot.handler import NmoHandler
from bot.heard import Heard
from bot.hosts import ServiceHosts
from bot.messenger import ChannelMessenger
from bot.outbound import open_session
from bot.replies import Replies
from bot.tokens import NoToken
from bot.turns import Turns
from dialogs.lookups import LookupDialog
from dialogs.root import RootDialog
from dialogs.whereabouts import SHOWN_BELOW, WhereaboutsDialog
from domain.conversations import TAKEN_AWAY, TEAMS, Message
from domain.outbox import reminders_job
from domain.whereabouts import SHOWN_FOR
from scheduler.dispatcher import Dispatcher
from services.exchanging import Post
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.fakes.connector_server import FakeConnector, Recorded
from tests.fakes.talk import buttons
from tests.orders import an_order
from tests.people import EVERYONE, VLO
from tests.policies import unasked


class Teams:
    """One officer's chat: turns are run, and their answers brought to a local channel."""

    def __init__(self, database: Database, channel: FakeConnector, connector: Connector) -> None:
        self.clock = FrozenClock()
        self.channel = channel
        self._database = database
        self._connector = connector
        self._ids = count(1)
        dialogs = [LookupDialog(database.work, self.clock, unasked), WhereaboutsDialog(database.work, self.clock, unasked)]
        self._turns = Turns(database, self.clock, NmoHandler(RootDialog([*dialogs], bool)))
        self._replies = Replies(connector, database, self.clock)
        self._buttons: dict[str, str] = {}

    async def hears(self, **activity: Any) -> tuple[Message, ...]:
        heard, answers = await self._answered(activity)
        await self._replies.deliver(heard, answers)
        await self._replies.note_arrivals()
        cards = [part["content"] for answer in answers for part in answer.activity.get("attachments", [])]
        self._buttons |= dict(buttons(cards))
        return answers

    async def hears_undelivered(self, text: str) -> tuple[Message, ...]:
        """The turn is committed, and what it answers has not reached the channel."""
        return (await self._answered({"text": text}))[1]

    async def _answered(self, activity: dict[str, Any]) -> tuple[Heard, tuple[Message, ...]]:
        id = f"a{next(self._ids)}"
        heard = Heard(
            TEAMS,
            "a:vic",
            id,
            VLO.id,
            {"type": "message", "id": id, "conversation": {"id": "a:vic"}, **activity},
            service_url=self.channel.url,
        )
        return heard, (await self._turns.hear(heard)).answers

    async def press(self, title: str) -> tuple[Message, ...]:
        return await self.hears(value={"action": self._buttons[title]})

    async def worked(self) -> None:
        """One tick of a worker that begins now."""
        messenger = ChannelMessenger(self.clock, self._connector, None)
        work, reading, job = self._database.work, self._database.reading, reminders_job("demo")
        worker = Dispatcher(work, reading, self.clock, job, Post(messenger, lambda one: draw_outgoing(one, self.clock), str(uuid4())))
        await worker.tick()
        await worker.settled()

    def put(self) -> list[Recorded]:
        return [one for one in self.channel.requests if one.method == "PUT"]


@pytest.fixture
async def teams(database: Database) -> AsyncIterator[Teams]:
    order = an_order()
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many([order])
        await uow.search.add([order])
    async with FakeConnector() as channel, open_session() as session:
        yield Teams(database, channel, Connector(session, NoToken(), ServiceHosts(loopback_port_ok=True), timeout=5))


async def test_the_card_is_an_activity_of_its_own_and_is_put_anew_when_its_minute_is_over(teams: Teams) -> None:
    await teams.hears(text="john smith 12/3/85")
    await teams.press(HEADING)
    words, card = await teams.press("Contact with the victim")
    assert (words.activity["text"], "Cobbler" in str(card.activity), "Cobbler" in str(words.activity)) == (SHOWN_BELOW, True, False)
    sent = [number for number, one in enumerate(teams.channel.requests, start=1) if "Cobbler" in str(one.body)]
    await teams.worked()
    assert (len(sent), teams.put()) == (1, [])
    teams.clock.advance(SHOWN_FOR)
    await teams.worked()
    await teams.worked()
    assert [(one.conversation, one.activity, one.body["text"]) for one in teams.put()] == [("a:vic", f"activity-{sent[0]}", TAKEN_AWAY)]
    assert "Cobbler" not in str(teams.put())


async def test_a_press_sent_again_after_the_minute_brings_nothing_back(teams: Teams) -> None:
    await teams.hears(text="john smith 12/3/85")
    await teams.press(HEADING)
    await teams.press("Contact with the victim")
    teams.clock.advance(SHOWN_FOR)
    await teams.worked()
    teams._ids = count(3)
    shown = len(teams.channel.requests)
    assert await teams.press("Contact with the victim") == ()
    assert len(teams.channel.requests) == shown
