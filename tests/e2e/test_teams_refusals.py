"""Who and what gets no answer in production, and the pages that are or are not there."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from storage.database import open_database
from storage.keys import read_key
from tests.databases import FORCE
from tests.e2e.register import Register
from tests.e2e.running import Warm
from tests.e2e.story import ASKED, REASON, RESPONSE
from tests.e2e.teams import Teams, read
from tests.e2e.test_teams import in_teams
from tests.fakes.issuer import signed_with_public_key

ANOTHER_TENANT = "99999999-0000-4000-8000-000000000099"
NOBODY_HERE = "99999999-0000-4000-8000-000000000001"


@pytest.fixture
async def teams(warm: Warm, register: Register, session: aiohttp.ClientSession) -> AsyncIterator[Teams]:
    async with in_teams(warm, register, session) as teams:
        yield teams


async def test_a_forged_or_foreign_activity_is_refused_without_a_word_and_nothing_leaves(teams: Teams) -> None:
    issuer, officer = teams.issuer, teams.officer(RESPONSE)
    tokens = [
        "",
        "not.a.token",
        issuer.token(exp=None),
        issuer.token(exp=1),
        issuer.token(nbf=2**39),
        issuer.token(aud="another-bot"),
        issuer.token(iss="https://issuer.example"),
        issuer.token(serviceurl=None),
        issuer.token(serviceurl="https://smba.trafficmanager.net/uk/"),
        issuer.token(tid=ANOTHER_TENANT),
        issuer.forged(alg="none"),
        issuer.forged(kid="unknown"),
        issuer.forged(signed_with_public_key, alg="HS256"),
        issuer.forged(lambda kid, text: b"signature"),
    ]
    bodies = [
        officer.activity(text=ASKED, channelId=None),
        officer.activity(text=ASKED, channelId="emulator"),
        officer.activity(text=ASKED, serviceUrl="https://elsewhere.example/"),
        officer.activity(text=ASKED, channelData={"tenant": {"id": ANOTHER_TENANT}}),
        officer.activity(text=ASKED, channelData=None),
        officer.activity(text=ASKED, conversation={"id": officer.conversation, "tenantId": ANOTHER_TENANT}),
    ]
    answers = [await teams.post(officer.activity(text=ASKED), token) for token in tokens] + [await teams.post(body) for body in bodies]
    assert answers == [(401, None)] * (len(tokens) + len(bodies))
    assert teams.connector.requests == []
    assert len(await officer.says(ASKED)) == 1


async def test_a_new_key_of_the_issuer_is_believed_at_once_and_the_old_one_no_longer(teams: Teams) -> None:
    officer = teams.officer(RESPONSE)
    assert len(await officer.says("hello")) == 1
    old = teams.issuer.token()
    teams.issuer.roll("key-2")
    assert len(await officer.says("help")) == 1
    assert await teams.post(officer.activity(text="help"), old) == (401, None)


async def test_a_person_whom_the_force_did_not_register_gets_one_polite_refusal(teams: Teams) -> None:
    stranger = teams.officer(RESPONSE)
    said = await stranger.turn(text=ASKED, **{"from": {"id": "29:x", "aadObjectId": NOBODY_HERE}})
    unnamed = await stranger.turn(text=ASKED, **{"from": {"id": "29:x"}})
    assert [words[:62] for words in read(said + unnamed)] == ["I can only help people whom this force has registered with me,"] * 2


async def test_in_a_group_there_is_one_fixed_sentence_and_nothing_about_anyone(teams: Teams) -> None:
    officer = teams.officer(RESPONSE)
    places = [
        {"id": officer.conversation, "conversationType": "groupChat", "isGroup": True},
        {"id": officer.conversation, "conversationType": "channel", "isGroup": True},
        {"id": officer.conversation, "conversationType": "personal", "isGroup": True},
    ]
    said = [read(await officer.turn(text=ASKED, conversation=place)) for place in places]
    assert {len(words) for words in said} == {1}
    assert {words[0][:40] for words in said} == {"I only talk about people and orders one "}


async def test_an_activity_sent_again_runs_no_second_turn(teams: Teams) -> None:
    officer = teams.officer(RESPONSE)
    once = officer.activity(text=ASKED)
    assert [await teams.post(once) for _ in range(3)] == [(200, None)] * 3
    assert len(officer.heard) == 1


async def test_a_bad_body_gets_one_clear_line_and_the_next_message_is_answered(teams: Teams) -> None:
    officer = teams.officer(RESPONSE)
    headers = {"Authorization": f"Bearer {teams.issuer.token()}", "Content-Type": "application/json"}

    async def sent(body: bytes) -> tuple[int, str]:
        async with teams.session.post(f"{teams.url}/api/messages", data=body, headers=headers) as answer:
            return answer.status, next(iter(await answer.json()))

    bodies = [b"[1, 2]", b"{", b"null", b'"text"', b"\xff", b'{"type": 1}', b"[" * 5000]
    assert [await sent(body) for body in bodies] == [(400, "error")] * len(bodies)
    assert (await sent(b'{"type": "message", "text": "' + b"x" * 300_000 + b'"}'))[0] == 413
    assert ["longer than 4,000 characters" in words for words in read(await officer.says("x" * 4001))] == [True]
    assert len(await officer.says(ASKED)) == 1


async def test_a_button_of_no_card_is_answered_in_words(teams: Teams) -> None:
    officer = teams.officer(RESPONSE)
    shown = await officer.looks_up(ASKED)
    colleague = teams.officer("PC Jo Trelawney")
    assert read(await colleague.submits(shown, "Record a breach")) == read(await officer.turn(value={"action": "long-gone"}))
    status, said = await teams.post(
        officer.activity(type="invoke", name="adaptiveCard/action", value={"action": {"data": {"action": "x"}}})
    )
    assert (status, said["statusCode"], len(said["value"]) > 20) == (200, 200, True)


async def test_a_register_in_use_for_long_is_said_and_the_message_sent_again_is_answered(teams: Teams, register: Register) -> None:
    officer = teams.officer(RESPONSE)
    once = officer.activity(text=ASKED)
    database = open_database(register.url, read_key(register.key), FORCE)
    async with database.work():
        assert await teams.post(once) == (200, None)
    await database.close()
    assert [len(words) > 20 and "John" not in words for words in read(officer.heard)] == [True]
    assert await teams.post(once) == (200, None)
    assert "John Smith" in read(await officer.submits(officer.heard[1:], REASON))


async def test_the_chat_page_is_not_there_in_production_and_the_pages_for_machines_are(teams: Teams) -> None:
    absent = ["/", "/directline/people", "/directline/conversations", "/static/webchat.js"]
    present = ["/healthz", "/readyz", "/metrics"]
    assert [await teams.status(path) for path in absent] == [404] * 4
    assert [await teams.status(path) for path in present] == [200] * 3
    async with teams.session.get(f"{teams.url}/metrics") as answer:
        assert "turns_total" in await answer.text()
