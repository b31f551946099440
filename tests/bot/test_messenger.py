"""A message to an officer who did not just speak: kept first, then sent to the right place, with an honest word on what became of it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from bot.cards.parts import button, card, heading
from bot.connector import Connector
from bot.hosts import ServiceHosts
from bot.messenger import ChannelMessenger
from bot.offers import Offer
from bot.outbound import open_session
from bot.tokens import NoToken
from domain.conversations import TEAMS, Conversation, Message, taken_away
from domain.officers import Permission
from domain.outbox import Ambiguous, Delivered, Draw, Drawn, NoConversation, NotSent, Throttled, Unreachable
from services.messaging import Letter, Parcel
from storage.work import Database
from tests.fakes.clock import NOON, FrozenClock
from tests.fakes.connector_server import DROPS, Answers, Breaks, FakeConnector, refused, throttled
from tests.fakes.talk import buttons
from tests.people import VLO

WEB_CHAT = f"web-{VLO.id}"


def reminder(conversation: str) -> Drawn:
    offer = Offer(VLO.id, conversation, NOON)
    shown = card([heading("Contact is due")], [button("Done", offer.press_once("contact:done", "plan-1"))])
    activity = {"type": "message", "attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "content": shown}]}
    return Drawn(activity, frozenset({"order-1"}), offer.actions)


class Post:
    """A messenger over a local channel; `woken` are the web conversations it rang for."""

    def __init__(self, database: Database, channel: FakeConnector, connector: Connector) -> None:
        self.database = database
        self.channel = channel
        self.woken: list[str] = []
        self.messenger = ChannelMessenger(FrozenClock(), connector, self.woken.append)
        self.without_web_chat = ChannelMessenger(FrozenClock(), connector, None)

    async def pack(self, messenger: ChannelMessenger, one: Letter | Message) -> Parcel | NotSent:
        async with self.database.work() as uow:
            [packed] = await messenger.pack(uow, [one])
        return packed

    async def send(self, draw: Draw = reminder) -> Delivered:
        packed = await self.pack(self.messenger, Letter(VLO.id, draw))
        assert isinstance(packed, Parcel)
        return await self.messenger.hand_over(packed)

    async def put_anew(self, message: Message) -> Delivered:
        packed = await self.pack(self.messenger, message)
        assert isinstance(packed, Parcel)
        return await self.messenger.hand_over(packed)

    async def teams(self, **changes: Any) -> None:
        known = Conversation("a:vic", TEAMS, VLO.id, self.channel.url)
        async with self.database.work() as uow:
            await uow.conversations.save(replace(known, **changes), NOON)

    async def lines(self, conversation: str) -> list[Message]:
        async with self.database.reading() as uow:
            return await uow.messages.since(conversation, 0, NOON - timedelta(days=1))

    async def live(self, message: Message) -> set[str]:
        async with self.database.reading() as uow:
            return await uow.actions.live([id for _, id in buttons(message.activity["attachments"][0]["content"])], NOON)


@pytest.fixture
async def post(embedded: Database) -> AsyncIterator[Post]:
    async with FakeConnector() as channel, open_session() as session:
        yield Post(embedded, channel, Connector(session, NoToken(), ServiceHosts(loopback_port_ok=True), timeout=5))


async def test_to_the_web_chat_the_committed_row_is_the_delivery_and_its_button_is_live(post: Post) -> None:
    told = await post.send()
    [line] = await post.lines(WEB_CHAT)
    assert (told.message_id, told.channel, post.woken) == (str(line.id), "webchat", [WEB_CHAT])
    assert (line.about, line.delivered_at, len(await post.live(line))) == (frozenset({"order-1"}), NOON, 1)
    assert post.channel.requests == []


async def test_what_one_must_be_allowed_to_see_it_is_kept_with_it(post: Post) -> None:
    await post.send(lambda conversation: replace(reminder(conversation), needs=Permission.SEE_LOOK_UPS))
    assert [line.needs for line in await post.lines(WEB_CHAT)] == [Permission.SEE_LOOK_UPS]


async def test_an_officer_who_is_in_teams_is_sent_it_there(post: Post) -> None:
    await post.teams()
    told = await post.send()
    [line] = await post.lines("a:vic")
    assert (told.message_id, told.channel, line.channel_id, line.delivered_at) == ("activity-1", "msteams", None, None)
    assert (post.channel.activities, post.woken) == ([line.activity], [])
    assert len(await post.live(line)) == 1


@pytest.mark.parametrize("lost", [{"reachable": False}, {"service_url": None}, {"channel": "terminal"}])
async def test_where_teams_was_taken_away_the_web_chat_is_left_and_without_one_nobody_is_found(post: Post, lost: dict[str, object]) -> None:
    await post.teams(**lost)
    assert (await post.send()).channel == "webchat"
    assert isinstance(await post.pack(post.without_web_chat, Letter(VLO.id, reminder)), NoConversation)


@pytest.mark.parametrize(
    ("behaviour", "trouble", "code"),
    [
        (throttled("7"), Throttled, "throttled"),
        (refused(403, "MessageWritesBlocked"), Unreachable, "MessageWritesBlocked"),
        (Answers(404), Unreachable, "http_404"),
        (Answers(500), Ambiguous, None),
        (DROPS, Ambiguous, None),
    ],
)
async def test_what_the_channel_said_is_told_for_what_it_is(
    post: Post, behaviour: Answers | Breaks, trouble: type[NotSent], code: str | None
) -> None:
    await post.teams()
    post.channel.then(behaviour)
    with pytest.raises(trouble) as told:
        await post.send()
    assert told.value.code == code or code is None
    [line] = await post.lines("a:vic")
    assert (line.delivered_at, len(await post.live(line))) == (None, 1)


@pytest.mark.parametrize(
    ("behaviour", "gone"),
    [
        (refused(403, "MessageWritesBlocked"), True),
        (refused(403, "BotDisabledByUser"), True),
        (Answers(404), True),
        (Answers(401), None),
        (Answers(400), False),
        (throttled("7"), None),
        (Answers(500), None),
    ],
)
async def test_a_chat_that_is_blocked_or_gone_is_said_to_be_and_no_other_trouble_is(
    post: Post, behaviour: Answers | Breaks, gone: bool | None
) -> None:
    await post.teams()
    post.channel.then(behaviour)
    with pytest.raises(NotSent) as told:
        await post.send()
    assert getattr(told.value, "gone", None) is gone


async def test_of_two_chats_the_one_the_officer_spoke_in_last_is_written_to(post: Post) -> None:
    for id, at in (("a:new", NOON), ("a:old", NOON - timedelta(days=3)), ("a:older", NOON - timedelta(days=9))):
        async with post.database.work() as uow:
            await uow.conversations.save(Conversation(id, TEAMS, VLO.id, post.channel.url), at)
    await post.send()
    assert [one.conversation for one in post.channel.requests] == ["a:new"]


async def test_a_stored_address_that_is_not_on_the_list_is_never_called(post: Post) -> None:
    await post.teams(service_url="https://smba.trafficmanager.net.example/uk/")
    with pytest.raises(Unreachable, match="host_not_on_list"):
        await post.send()


def over(conversation: str, **changes: Any) -> Message:
    """What is left of a message whose minute is over."""
    left = Message(uuid4(), conversation, taken_away({}), NOON, frozenset({"order-1"}), channel_id="1:abc", until=NOON)
    return replace(left, **changes)


async def test_in_teams_the_card_is_put_anew_without_what_it_showed(post: Post) -> None:
    await post.teams()
    told = await post.put_anew(over("a:vic"))
    [sent] = post.channel.requests
    assert (sent.method, sent.conversation, sent.activity, sent.body) == ("PUT", "a:vic", "1:abc", taken_away({}))
    assert (told.message_id, told.channel) == ("1:abc", "msteams")


async def test_at_the_chat_page_nothing_is_sent_for_it(post: Post) -> None:
    assert (await post.put_anew(over(WEB_CHAT))).channel == "webchat"
    assert (post.channel.requests, post.woken) == ([], [])


async def test_what_never_got_an_id_of_the_channel_is_said_not_to_be_taken_away(post: Post) -> None:
    await post.teams()
    trouble = await post.pack(post.messenger, over("a:vic", channel_id=None))
    assert isinstance(trouble, Unreachable)
    assert (trouble.code, post.channel.requests) == ("no_activity_id", [])


@pytest.mark.parametrize(
    ("behaviour", "trouble"),
    [(throttled("7"), Throttled), (refused(404, "ActivityNotFound"), Unreachable), (Answers(503), Ambiguous)],
)
async def test_a_taking_away_that_fails_is_told_apart_and_loses_no_chat(
    post: Post, behaviour: Answers | Breaks, trouble: type[NotSent]
) -> None:
    await post.teams()
    post.channel.then(behaviour)
    with pytest.raises(trouble):
        await post.put_anew(over("a:vic"))
    assert (await post.send()).channel == "msteams"
