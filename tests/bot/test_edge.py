"""POST /api/messages over real sockets: a local issuer, a local channel, and a turn in a real database."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from bot.bodies import MAX_TEXT, TOO_LONG
from bot.edge import INVOKE_WITHIN, STILL_WORKING, TYPING_AFTER
from bot.handler import NmoHandler
from bot.heard import from_teams
from bot.identity import GROUP, STRANGER
from bot.turns import Turns
from storage.work import Database
from tests.fakes.connector_server import HANGS, refused, throttled
from tests.fakes.issuer import APP_ID, TENANT, signed, signed_with_public_key
from tests.fakes.rig import MOMENT, Rig, held
from tests.fakes.root import effects
from tests.people import LEFT
from tests.trail import trail_of


@pytest.fixture
async def rig(embedded: Database) -> AsyncIterator[Rig]:
    async with Rig(embedded) as rig:
        yield rig


async def test_a_message_is_answered_in_its_conversation_as_a_reply(rig: Rig) -> None:
    one = rig.activity("hello")
    assert await rig.post(one) == (200, None)
    [sent] = rig.channel.requests
    assert (sent.conversation, sent.activity, sent.body["text"]) == ("a:conversation-1", one["id"], "You said hello.")


async def test_no_forged_request_runs_a_turn_or_learns_why(rig: Rig) -> None:
    issuer = rig.issuer
    good = rig.activity("hello")
    tokens = [
        "garbage",
        "a.b.c",
        issuer.token(exp=None),
        issuer.token(nbf=None),
        issuer.token(exp=MOMENT - 300),
        issuer.token(nbf=MOMENT + 301),
        issuer.token(aud="another-bot"),
        issuer.token(aud=[APP_ID]),
        issuer.token(iss="https://sts.windows.net/common/"),
        issuer.token(tid="another-tenant"),
        issuer.token(serviceurl=None),
        issuer.token(serviceurl="https://smba.trafficmanager.net.example/"),
        issuer.forged(alg="none"),
        issuer.forged(lambda *_: b"", alg="none"),
        issuer.forged(signed_with_public_key, alg="HS256"),
        issuer.forged(kid="key-9"),
        issuer.forged(kid=None),
        issuer.forged(crit=["exp"]),
        issuer.forged(lambda _, text: signed("rogue", text)),
        issuer.token()[:-4] + "AAAA",
    ]
    answers = [await rig.post(good, token) for token in tokens]
    bodies = [
        good | {"serviceUrl": "https://smba.trafficmanager.net/elsewhere/"},
        good | {"channelId": "emulator"},
        good | {"channelId": None},
        good | {"channelData": {"tenant": {"id": "another-tenant"}}},
        good | {"channelData": {}},
        good | {"conversation": {"id": "c", "tenantId": "another-tenant"}},
    ]
    answers += [await rig.post(body) for body in bodies]
    answers += [await rig.post(good, Authorization=value) for value in ("", "Basic eA==", "Bearer", f"Bearer  {issuer.token()}")]
    assert set(answers) == {(401, None)}
    assert (rig.root.turns, rig.channel.requests) == (0, [])
    assert (await rig.post(good))[0] == 200


async def test_a_new_signing_key_is_believed_at_once(rig: Rig) -> None:
    await rig.post(rig.activity("hello"))
    rig.issuer.roll("key-2")
    await rig.post(rig.activity("again"))
    assert rig.said == ["You said hello.", "You said again."]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"[]", 400),
        (b"[" * 100_000, 400),
        (b"{", 400),
        (b"", 400),
        (b"null", 400),
        (b"\xff\xfe", 400),
        (b'{"type": "message", "type": "invoke"}', 400),
        (b'{"type": "message"}', 400),
        (b" " * (256 * 1024 + 1), 413),
    ],
)
async def test_a_body_that_cannot_be_read_gets_one_line(rig: Rig, body: bytes, status: int) -> None:
    got, answer = await rig.post(body)
    assert (got, list(answer)) == (status, ["error"])
    assert "\n" not in answer["error"]
    assert rig.root.turns == 0


async def test_an_activity_of_odd_shape_is_refused_or_heard_and_never_a_fault(rig: Rig) -> None:
    odd: list[Any] = [None, [], {}, 7, "x" * 400, "\x00", [{}], {"action": {"data": []}}, {"id": []}]
    fields = ("id", "type", "from", "recipient", "conversation", "channelData", "value", "name", "membersAdded", "attachments", "text")
    bodies = [rig.activity("hello") | {field: value} for field in fields for value in odd]
    chat = rig.activity()["conversation"]
    bodies += [rig.activity("hello", conversation=chat | {"conversationType": value}) for value in odd]
    bodies += [rig.activity("hello", conversation=chat | {"id": value}) for value in odd]
    bodies += [rig.press("x") | {"value": value} for value in odd]
    statuses = {(await rig.post(body))[0] for body in bodies}
    assert statuses <= {200, 400, 401, 501}
    assert [said for said in rig.said if "went wrong" in said] == []


async def test_text_of_more_than_4000_characters_is_refused_in_words_once_however_often_it_is_sent(rig: Rig) -> None:
    long = rig.activity("x" * (MAX_TEXT + 1))
    assert [(await rig.post(long))[0] for _ in range(2)] == [200, 200]
    assert (rig.said, rig.root.turns) == ([TOO_LONG], 0)
    await rig.post(rig.activity("x" * MAX_TEXT))
    assert rig.root.turns == 1


async def test_a_long_text_tells_a_stranger_and_a_group_no_more_than_a_short_one_and_the_try_is_in_the_trail(rig: Rig) -> None:
    long, group = "x" * (MAX_TEXT + 1), {"id": "19:group", "conversationType": "groupChat", "isGroup": True, "tenantId": TENANT}
    await rig.post(rig.activity(long, LEFT.id))
    await rig.post(rig.activity(long, conversation=group))
    assert rig.said == [STRANGER, GROUP]
    assert [entry.event for entry in await trail_of(rig.database)] == ["bot:identity:refused", "bot:group:refused"]


async def test_a_re_sent_activity_is_one_turn_and_one_answer_also_at_once(rig: Rig) -> None:
    one = rig.activity("hello")
    assert {status for status, _ in await asyncio.gather(*(rig.post(one) for _ in range(5)))} == {200}
    await rig.post(one)
    assert (rig.root.turns, rig.said) == (1, ["You said hello."])
    await rig.replies.note_arrivals()
    await rig.post(one)
    assert rig.said == ["You said hello."]


async def test_answers_committed_before_a_crash_are_delivered_when_the_activity_comes_again(rig: Rig) -> None:
    one = rig.activity("hello")
    await Turns(rig.database, rig.clock, NmoHandler(rig.root)).hear(from_teams(one))
    assert (await rig.post(one))[0] == 200
    assert rig.said == [], "it may be on its way from the process that committed it"
    rig.clock.advance(timedelta(seconds=15))
    assert (await rig.post(one))[0] == 200
    assert (rig.said, await effects(rig.database)) == (["You said hello."], 1)


async def test_an_answer_the_channel_refused_is_tried_again_when_the_activity_comes_again(rig: Rig) -> None:
    one = rig.activity("hello")
    rig.channel.then(refused(403, "MessageWritesBlocked"), throttled("0"))
    assert [(await rig.post(one))[0] for _ in range(2)] == [200, 200]
    assert rig.said == ["You said hello."] * 3
    assert rig.root.turns == 1


async def test_a_fault_is_apologised_for_and_the_next_message_works(rig: Rig) -> None:
    assert (await rig.post(rig.activity("break")))[0] == 200
    assert "Reference E-" in rig.said[0]
    await rig.post(rig.activity("next"))
    assert (rig.said[1], await effects(rig.database)) == ("You said next.", 1)


async def test_a_press_is_answered_in_place_once_and_a_dead_button_in_words_with_200(rig: Rig) -> None:
    buttons = await rig.buttons()
    words = "application/vnd.microsoft.activity.message"
    first = rig.press(buttons["Done"])
    assert await rig.post(first) == (200, {"statusCode": 200, "type": words, "value": "You said done."})
    assert await rig.post(first) == (200, {"statusCode": 200, "type": words, "value": "You said done."})
    assert await effects(rig.database) == 2
    assert await rig.post(rig.press(buttons["Done"])) == (200, {"statusCode": 200, "type": words, "value": "Done."})
    rig.clock.advance(timedelta(seconds=5))
    status, answer = await rig.post(rig.press(buttons["Done"]))
    assert (status, answer["statusCode"]) == (200, 200)
    assert "nothing was done twice" in answer["value"]
    status, answer = await rig.post(rig.press("long-expired"))
    assert (status, "no longer live" in answer["value"]) == (200, True)
    assert len(rig.channel.activities) == 1


async def test_a_card_answers_a_press_in_the_cards_place(rig: Rig) -> None:
    status, answer = await rig.post(rig.activity("card", type="invoke", name="adaptiveCard/action", value={}))
    assert (status, answer["type"], answer["value"]["type"]) == (200, "application/vnd.microsoft.card.adaptive", "AdaptiveCard")


async def test_an_invoke_of_another_kind_is_not_known_here(rig: Rig) -> None:
    assert (await rig.post(rig.activity(type="invoke", name="task/fetch", value={}))) == (501, None)
    assert rig.root.turns == 0


async def test_a_slow_turn_shows_that_somebody_is_typing(embedded: Database) -> None:
    async with Rig(embedded, typing_after=0) as rig:
        posted = asyncio.create_task(rig.post(rig.activity("wait")))
        assert (await rig.channel.wait_for(1))[0] == {"type": "typing"}
        rig.root.go_on.set()
        assert (await posted)[0] == 200
        assert rig.said == ["typing", "Waited."]


async def test_a_slow_press_is_answered_in_time_and_its_answer_follows(embedded: Database) -> None:
    async with Rig(embedded, invoke_within=0.05) as rig:
        buttons = await rig.buttons()
        _, answer = await rig.post(rig.press(buttons["Wait"]))
        assert answer["value"] == STILL_WORKING
        rig.root.go_on.set()
        assert (await rig.channel.wait_for(2))[1]["text"] == "Waited."


async def test_a_press_with_two_answers_is_answered_though_the_channel_hangs_on_the_second(rig: Rig) -> None:
    buttons = await rig.buttons()
    rig.channel.then(HANGS)
    async with asyncio.timeout(3):
        assert (await rig.post(rig.press(buttons["Twice"])))[1]["value"] == "Once."
    assert (await rig.channel.wait_for(2))[1]["text"] == "Twice."
    rig.channel.release()


def test_an_officer_sees_typing_within_two_seconds_and_a_press_is_answered_within_five() -> None:
    assert 0 < TYPING_AFTER <= 2
    assert 0 < INVOKE_WITHIN < 5


async def test_while_the_database_is_held_a_message_and_a_slow_press_are_told_so_and_both_work_later(embedded: Database) -> None:
    async with Rig(embedded, invoke_within=0.05) as rig:
        buttons = await rig.buttons()
        one, other = rig.activity("hello"), held(embedded)
        (status, _), (_, in_place) = await asyncio.gather(rig.post(one), rig.post(rig.press(buttons["Done"])))
        assert (status, in_place["value"]) == (200, STILL_WORKING)
        told = [sent["text"] for sent in (await rig.channel.wait_for(3))[1:]]
        assert ["busy and nothing was saved" in words for words in told] == [True, True]
        other.close()
        await rig.post(one)
        await rig.post(rig.press(buttons["Done"]))
        await rig.edge.finish()
        assert (rig.said[3], await effects(embedded)) == ("You said hello.", 3)


async def test_strangers_leavers_and_groups_hear_one_sentence_each(rig: Rig) -> None:
    group = {"id": "19:group", "conversationType": "groupChat", "isGroup": True, "tenantId": TENANT}
    unnamed = {"id": "19:group", "isGroup": True, "tenantId": TENANT}
    await rig.post(rig.activity("any nmo on Jade Marlow", LEFT.id))
    await rig.post(rig.activity("any nmo on Jade Marlow", "not-an-id"))
    await rig.post(rig.activity("any nmo on Jade Marlow", conversation=group))
    await rig.post(rig.activity("any nmo on Jade Marlow", conversation=unnamed))
    assert rig.said == [STRANGER, STRANGER, GROUP, GROUP]
    assert [entry.outcome for entry in await trail_of(rig.database)] == ["refused"] * 4
    assert rig.root.turns == 0


async def test_a_hung_channel_holds_up_no_other_conversation(rig: Rig) -> None:
    rig.channel.then(HANGS, conversation="a:hung")
    hung = asyncio.create_task(
        rig.post(rig.activity("hello", conversation={"id": "a:hung", "conversationType": "personal", "tenantId": TENANT}))
    )
    await rig.channel.wait_for(1)
    async with asyncio.timeout(3):
        await rig.post(rig.activity("hello"))
    assert len(rig.said) == 2
    hung.cancel()
    with pytest.raises((asyncio.CancelledError, aiohttp.ClientError)):
        await hung
