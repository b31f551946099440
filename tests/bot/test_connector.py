"""Sending to the channel: what was sent, and exactly what became of it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest

from bot.connector import TIMEOUT, Ambiguous, Connector, Refused, Sent, Throttled, Unreached
from bot.hosts import HostRefused, ServiceHosts
from bot.outbound import open_session
from bot.tokens import ClientCredentials, NoToken
from tests.fakes.clock import FrozenClock
from tests.fakes.connector_server import CUT_OFF, DROPS, HANGS, OK, Answers, Breaks, FakeConnector, refused, throttled
from tests.fakes.issuer import APP_ID, SECRET, FakeIssuer

HELLO = {"type": "message", "text": "hello"}
WHERE = "a:conversation-1"


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with open_session() as session:
        yield session


@pytest.fixture
async def issuer() -> AsyncIterator[FakeIssuer]:
    async with FakeIssuer() as issuer:
        yield issuer


@pytest.fixture
async def channel() -> AsyncIterator[FakeConnector]:
    async with FakeConnector() as channel:
        yield channel


@pytest.fixture
def connector(session: aiohttp.ClientSession, issuer: FakeIssuer) -> Connector:
    clock = FrozenClock(datetime(2026, 11, 22, 9, 0, tzinfo=UTC))
    tokens = ClientCredentials(session, clock, issuer.token_url, APP_ID, SECRET, timeout=5)
    return Connector(session, tokens, ServiceHosts(loopback_port_ok=True), timeout=5)


async def test_a_message_arrives_whole_and_its_id_comes_back(connector: Connector, channel: FakeConnector) -> None:
    assert await connector.send(channel.url, WHERE, HELLO) == Sent("activity-1")
    [one] = channel.requests
    assert (one.method, one.conversation, one.activity, one.body) == ("POST", WHERE, "", HELLO)
    assert one.authorization == "Bearer bearer-1"


async def test_a_reply_update_and_deletion_name_the_activity(connector: Connector, channel: FakeConnector) -> None:
    await connector.send(f"{channel.url}/", WHERE, HELLO, reply_to="1763")
    await connector.update(channel.url, WHERE, "1764", HELLO)
    await connector.delete(channel.url, WHERE, "1765")
    assert [(one.method, one.activity) for one in channel.requests] == [("POST", "1763"), ("PUT", "1764"), ("DELETE", "1765")]


@pytest.mark.parametrize("odd", ["19:x@thread.tacv2;messageid=1", "a/b", "a/../b", "a?b#c", "a%2Fb", "a b", "é", "a\r\nb", "{a}", "..."])
async def test_an_id_stays_in_its_place_whatever_it_holds(connector: Connector, channel: FakeConnector, odd: str) -> None:
    await connector.update(channel.url, odd, odd, HELLO)
    [one] = channel.requests
    assert (one.conversation, one.activity) == (odd, odd)
    assert one.path.count("/") == 5


@pytest.mark.parametrize("odd", ["", ".", ".."])
async def test_an_id_that_would_climb_out_is_refused_unsent(connector: Connector, channel: FakeConnector, odd: str) -> None:
    with pytest.raises(Refused):
        await connector.update(channel.url, WHERE, odd, HELLO)
    assert channel.requests == []


async def test_a_host_off_the_list_is_not_even_asked_for_a_connection(
    session: aiohttp.ClientSession, issuer: FakeIssuer, channel: FakeConnector
) -> None:
    tokens = ClientCredentials(session, FrozenClock(datetime(2026, 11, 22, tzinfo=UTC)), issuer.token_url, APP_ID, SECRET)
    connector = Connector(session, tokens, ServiceHosts())
    with pytest.raises(HostRefused):
        await connector.send(channel.url, WHERE, HELLO)
    with pytest.raises(HostRefused):
        await connector.delete("https://smba.trafficmanager.net@evil.example/", WHERE, "1")
    assert (channel.requests, issuer.forms) == ([], [])


@pytest.mark.parametrize(
    ("retry_after", "seconds"),
    [
        ("3", 3.0),
        ("0", 0.0),
        ("1.5", 1.5),
        ("999999", 3600.0),
        (None, 5.0),
        ("", 5.0),
        ("soon", 5.0),
        ("-3", 5.0),
        ("nan", 5.0),
        ("1e3", 5.0),
        ("٣", 5.0),
    ],
)
async def test_a_throttled_message_says_when_to_try_again(
    connector: Connector, channel: FakeConnector, retry_after: str | None, seconds: float
) -> None:
    channel.then(throttled(retry_after))
    with pytest.raises(Throttled) as outcome:
        await connector.send(channel.url, WHERE, HELLO)
    assert outcome.value.retry_after == seconds


@pytest.mark.parametrize(
    ("until", "seconds"),
    [
        ("Sun, 22 Nov 2026 09:00:07 GMT", 7.0),
        ("Sun, 22 Nov 2026 08:00:00 GMT", 0.0),
        ("Mon, 23 Nov 2026 09:00:00 GMT", 3600.0),
        ("Sun, 22 Nov 2026 09:00:07", 5.0),
    ],
)
async def test_a_date_to_try_again_is_measured_by_the_servers_own_clock(
    connector: Connector, channel: FakeConnector, until: str, seconds: float
) -> None:
    channel.then(Answers(429, headers={"Retry-After": until, "Date": "Sun, 22 Nov 2026 09:00:00 GMT"}))
    with pytest.raises(Throttled) as outcome:
        await connector.send(channel.url, WHERE, HELLO)
    assert outcome.value.retry_after == seconds


@pytest.mark.parametrize(
    ("behaviour", "status", "code"),
    [
        (refused(403, "BotDisabledByAdmin"), 403, "BotDisabledByAdmin"),
        (refused(403, "BotNotInConversationRoster"), 403, "BotNotInConversationRoster"),
        (refused(404, "ConversationNotFound"), 404, "ConversationNotFound"),
        (refused(413, "MessageSizeTooBig"), 413, "MessageSizeTooBig"),
        (Answers(403, {"error": {"code": "ForbiddenOperationException", "subCode": "MessageWritesBlocked"}}), 403, "MessageWritesBlocked"),
        (Answers(403, {"errorCode": 209, "message": '{"subCode": "MessageWritesBlocked", "x": 1}'}), 403, "MessageWritesBlocked"),
        (Answers(403, {"code": "ForbiddenOperationException"}), 403, "ForbiddenOperationException"),
        (Answers(400, {"error": {"code": 7}}), 400, None),
        (Answers(400, {"error": {"code": "a name and\nan address"}}), 400, None),
        (Answers(400, {"error": "x"}), 400, None),
        (Answers(400, []), 400, None),
        (Answers(404, b"<html>"), 404, None),
        (Answers(409, b""), 409, None),
        (Answers(403, b'{"error": {"code": "TooLong"}, "pad": "' + b"x" * 100_000 + b'"}'), 403, None),
    ],
)
async def test_a_refusal_is_final_and_carries_the_channels_word(
    connector: Connector, channel: FakeConnector, behaviour: Answers, status: int, code: str | None
) -> None:
    channel.then(behaviour)
    with pytest.raises(Refused) as outcome:
        await connector.send(channel.url, WHERE, HELLO)
    assert (outcome.value.status, outcome.value.code) == (status, code)
    assert len(channel.requests) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_refused_and_not_followed(connector: Connector, channel: FakeConnector, status: int) -> None:
    channel.then(Answers(status, headers={"Location": f"{channel.url}/v3/conversations/elsewhere/activities"}))
    with pytest.raises(Refused) as outcome:
        await connector.send(channel.url, WHERE, HELLO)
    assert outcome.value.status == status
    assert [one.conversation for one in channel.requests] == [WHERE]


@pytest.mark.parametrize(
    ("behaviour", "reason"),
    [
        (Answers(500), "status_500"),
        (Answers(502), "status_502"),
        (Answers(503), "status_503"),
        (Answers(504), "status_504"),
        (Answers(412), "status_412"),
        (Answers(408), "status_408"),
        (DROPS, "reset"),
    ],
)
async def test_nobody_can_say_whether_it_went_out_and_it_is_not_repeated_here(
    connector: Connector, channel: FakeConnector, behaviour: Answers | Breaks, reason: str
) -> None:
    channel.then(behaviour)
    with pytest.raises(Ambiguous, match=reason):
        await connector.send(channel.url, WHERE, HELLO)
    assert len(channel.activities) == 1


async def test_a_channel_that_hangs_is_given_up_and_nobody_can_say(session: aiohttp.ClientSession, channel: FakeConnector) -> None:
    impatient = Connector(session, NoToken(), ServiceHosts(loopback_port_ok=True), timeout=0.5)
    channel.then(HANGS)
    with pytest.raises(Ambiguous, match="timeout"):
        await impatient.send(channel.url, WHERE, HELLO)
    assert len(channel.activities) == 1


async def test_an_accepted_message_whose_answer_is_cut_off_is_sent_all_the_same(connector: Connector, channel: FakeConnector) -> None:
    channel.then(CUT_OFF)
    assert await connector.send(channel.url, WHERE, HELLO) == Sent(None)


@pytest.mark.parametrize("body", [{}, {"id": ""}, {"id": 7}, [], b"", b"<html>", b'{"id": "1", "pad": "' + b"x" * 100_000 + b'"}'])
async def test_an_accepted_message_without_a_readable_id_is_sent_without_one(
    connector: Connector, channel: FakeConnector, body: Any
) -> None:
    channel.then(Answers(200, body))
    assert await connector.send(channel.url, WHERE, HELLO) == Sent(None)


async def test_nothing_was_sent_where_nobody_listens(connector: Connector) -> None:
    async with FakeConnector() as gone:
        url = gone.url
    with pytest.raises(Unreached):
        await connector.send(url, WHERE, HELLO)


async def test_nothing_is_sent_without_a_token(connector: Connector, channel: FakeConnector, issuer: FakeIssuer) -> None:
    issuer.token_mode = "500"
    with pytest.raises(Unreached) as outcome:
        await connector.send(channel.url, WHERE, HELLO)
    assert outcome.value.retry_after == 30
    assert channel.requests == []


async def test_a_refused_token_is_renewed_once(connector: Connector, channel: FakeConnector) -> None:
    channel.then(Answers(401))
    assert await connector.send(channel.url, WHERE, HELLO) == Sent("activity-2")
    assert [one.authorization for one in channel.requests] == ["Bearer bearer-1", "Bearer bearer-2"]


def test_the_channel_has_ten_seconds() -> None:
    assert TIMEOUT == 10.0


async def test_a_token_refused_twice_is_a_refusal(connector: Connector, channel: FakeConnector) -> None:
    channel.default = Answers(401)
    with pytest.raises(Refused) as outcome:
        await connector.send(channel.url, WHERE, HELLO)
    assert outcome.value.status == 401
    assert len(channel.requests) == 2


async def test_in_development_no_token_is_sent(session: aiohttp.ClientSession, channel: FakeConnector) -> None:
    connector = Connector(session, NoToken(), ServiceHosts(loopback_port_ok=True))
    channel.then(OK, Answers(401))
    await connector.send(channel.url, WHERE, HELLO)
    with pytest.raises(Refused):
        await connector.send(channel.url, WHERE, HELLO)
    assert [one.authorization for one in channel.requests] == [None, None]


async def test_fifty_hung_conversations_hold_up_no_other(session: aiohttp.ClientSession, channel: FakeConnector) -> None:
    connector = Connector(session, NoToken(), ServiceHosts(loopback_port_ok=True), timeout=5)
    hung = []
    for number in range(50):
        channel.then(HANGS, conversation=f"a:hung-{number}")
        hung.append(asyncio.create_task(connector.send(channel.url, f"a:hung-{number}", HELLO)))
    await channel.wait_for(50)
    assert await connector.send(channel.url, WHERE, HELLO) == Sent("activity-51")
    assert not any(one.done() for one in hung)
    for one in hung:
        one.cancel()
    await asyncio.gather(*hung, return_exceptions=True)
