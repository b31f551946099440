"""Who is kept out of the web chat, and what is not read."""

from datetime import timedelta
from uuid import UUID

import pytest
from aiohttp import WSServerHandshakeError
from yarl import URL

from bot.web.tokens import Purpose, Tokens
from tests.bot.web.talk import Server
from tests.fakes.webchat import LIAISON, MORNING, RESPONSE, SteppingClock


async def test_a_token_is_over_after_half_an_hour_and_a_new_one_opens_the_same_conversation(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    server.clock.later(timedelta(minutes=30))
    asleep = await talk.say("still there?")
    assert (asleep.status, (await asleep.json())["error"]["code"]) == (403, "TokenExpired")
    awake = await server.enter(RESPONSE.id)
    assert (awake.conversation, (await awake.say("still there?")).status) == (talk.conversation, 200)


async def test_a_refreshed_token_lives_on(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    server.clock.later(timedelta(minutes=29))
    answer = await server.client.post("/directline/tokens/refresh", headers=talk.headers)
    talk.token = (await answer.json())["token"]
    server.clock.later(timedelta(minutes=29))
    assert (await talk.say("hello")).status == 200


async def test_a_stream_address_is_good_for_a_minute_and_for_nothing_else(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    stream_token = URL(talk.stream_url).query["t"]
    refused = await server.client.get(talk.path, headers={"Authorization": f"Bearer {stream_token}"})
    server.clock.later(timedelta(seconds=60))
    with pytest.raises(WSServerHandshakeError) as late:
        await talk.listen()
    assert (refused.status, late.value.status) == (401, 403)


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer nonsense", "Bearer .", "Bearer é.ü", "Basic abc", "Bearer a.b.c"])
async def test_a_forged_or_missing_token_opens_nothing(server: Server, header: str) -> None:
    talk = await server.enter(RESPONSE.id)
    headers = {"Authorization": header}
    answers = [
        await server.client.post("/directline/conversations", json={}, headers=headers),
        await server.client.post("/directline/tokens/refresh", headers=headers),
        await server.client.get(talk.path, headers=headers),
        await server.client.get(f"{talk.path}/activities", headers=headers),
        await server.client.post(f"{talk.path}/activities", json={"type": "message", "text": "hello"}, headers=headers),
        await server.client.post(f"{talk.path}/upload", data=b"x", headers=headers),
        await server.client.get(f"{talk.path}/stream", headers=headers),
    ]
    assert {answer.status for answer in answers} == {401}
    assert len(server.desk.heard) == 1


async def test_a_token_signed_with_another_key_is_refused(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    talk.token = Tokens(b"another key, also of 32 bytes...", server.clock).to_talk(RESPONSE.id)
    assert (await talk.say("hello")).status == 401


async def test_one_officer_cannot_enter_the_conversation_of_another(server: Server) -> None:
    mine, other = await server.enter(RESPONSE.id), await server.enter(LIAISON.id)
    mine.conversation = other.conversation
    assert (await mine.say("hello")).status == 403
    assert (await server.client.get(f"{mine.path}/activities", headers=mine.headers)).status == 403


async def test_nobody_becomes_an_officer_who_is_not_on_the_list(server: Server) -> None:
    unknown = await server.client.post("/directline/tokens/generate", json={"user": {"id": str(UUID(int=7))}})
    odd = await server.client.post("/directline/tokens/generate", json={"user": [str(RESPONSE.id)]})
    assert (unknown.status, odd.status) == (403, 403)


async def test_a_foreign_page_gets_no_token_no_turn_and_no_stream(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    foreign = {**talk.headers, "Origin": "https://elsewhere.example"}
    generated = await server.client.post("/directline/tokens/generate", json={"user": {"id": str(RESPONSE.id)}}, headers=foreign)
    posted = await server.client.post(f"{talk.path}/activities", json={"type": "message", "text": "hello"}, headers=foreign)
    with pytest.raises(WSServerHandshakeError) as streamed:
        await server.client.ws_connect(URL(talk.stream_url).relative(), headers={"Origin": "null"})
    assert (generated.status, posted.status, streamed.value.status) == (403, 403, 403)


async def test_its_own_page_may_post(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    own = {**talk.headers, "Origin": str(server.client.make_url("/").origin())}
    assert (await server.client.post(f"{talk.path}/activities", json={"type": "message", "text": "hello"}, headers=own)).status == 200


async def test_too_long_a_text_is_not_read_and_the_person_is_told(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    stream = await talk.listen()
    just, over = await talk.say("a" * 4000, "c1"), await talk.say("a" * 4001, "c2")
    assert (just.status, over.status) == (200, 413)
    assert (await stream.until(4))[3].startswith("That message is longer than 4,000 characters")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ([], 400),
        ({}, 400),
        ({"type": "event", "name": "anything"}, 400),
        ({"type": "message"}, 400),
        ({"type": "message", "text": "   "}, 400),
        ({"type": "message", "text": ["hello"]}, 400),
        ({"type": "message", "value": "a1b2"}, 400),
        ({"type": "message", "text": "look", "attachments": [{"contentType": "image/png"}]}, 415),
        ({"type": "message", "text": "a" * 300_000}, 413),
    ],
)
async def test_what_is_no_message_is_refused_in_one_line(server: Server, body: object, status: int) -> None:
    talk = await server.enter(RESPONSE.id)
    answer = await talk.post(body)
    words = (await answer.json())["error"]["message"]
    assert (answer.status, words.count("\n"), len(server.desk.heard)) == (status, 0, 1)


async def test_that_the_person_is_typing_runs_no_turn(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    assert ((await talk.post({"type": "typing"})).status, len(server.desk.heard)) == (200, 1)


async def test_attachments_are_not_accepted(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    assert (await server.client.post(f"{talk.path}/upload", data=b"x", headers=talk.headers)).status == 415


@pytest.mark.parametrize("watermark", ["-1", "x", "1.", "1..2", "9" * 19, "٣"])
async def test_an_odd_watermark_is_refused(server: Server, watermark: str) -> None:
    talk = await server.enter(RESPONSE.id)
    answer = await server.client.get(talk.path, params={"watermark": watermark}, headers=talk.headers)
    assert answer.status == 400


async def test_what_the_client_says_about_itself_is_left_out(server: Server) -> None:
    talk = await server.enter(RESPONSE.id)
    await talk.post(
        {"type": "message", "text": "hello", "id": "mine", "serviceUrl": "https://elsewhere.example", "from": {"id": "x", "role": "bot"}}
    )
    heard = server.desk.heard[1]
    assert (heard["from"], heard["channelId"], heard["timestamp"]) == (
        {"id": str(RESPONSE.id), "role": "user"},
        "webchat",
        MORNING.isoformat(),
    )
    assert "serviceUrl" not in heard
    assert heard["id"] != "mine"


async def test_answers_are_not_kept_by_the_browser(server: Server) -> None:
    people = await server.client.get("/directline/people")
    names = [one["name"] for one in await people.json()]
    assert (names, people.headers["Cache-Control"]) == (["Ravi Holt", "Joan Pike", "Tom Wyn"], "no-store")


def test_a_signing_key_that_is_too_short_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Tokens(b"short", SteppingClock())


def test_a_token_says_who_and_where() -> None:
    tokens = Tokens(bytes(32), SteppingClock())
    entry = tokens.read(tokens.to_talk(RESPONSE.id), Purpose.TALK)
    assert (entry.officer, entry.conversation) == (RESPONSE.id, f"web-{RESPONSE.id}")
