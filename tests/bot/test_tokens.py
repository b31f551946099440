"""The bot's own token: fetched once, renewed early, used to its end, and given up when the channel refuses it."""

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

import aiohttp
import pytest

from bot.tokens import ClientCredentials, NoToken, TokenUnavailable, read_token
from tests.fakes.clock import FrozenClock
from tests.fakes.issuer import APP_ID, NOW, SECRET, FakeIssuer

BAD_DAYS = ["down", "500", "empty", "garbage", "redirect"]


@pytest.fixture
def tokens(issuer: FakeIssuer, session: aiohttp.ClientSession, clock: FrozenClock) -> ClientCredentials:
    return ClientCredentials(session, clock, issuer.token_url, APP_ID, SECRET, timeout=5)


async def test_one_request_serves_until_four_fifths_of_the_life(tokens: ClientCredentials, issuer: FakeIssuer, clock: FrozenClock) -> None:
    assert await tokens.bearer() == "bearer-1"
    clock.advance(timedelta(minutes=47, seconds=59))
    assert await tokens.bearer() == "bearer-1"
    assert issuer.forms == [
        {
            "grant_type": "client_credentials",
            "client_id": APP_ID,
            "client_secret": SECRET,
            "scope": "https://api.botframework.com/.default",
        }
    ]


async def test_a_new_token_is_fetched_behind_the_caller(tokens: ClientCredentials, issuer: FakeIssuer, clock: FrozenClock) -> None:
    await tokens.bearer()
    clock.advance(timedelta(minutes=48))
    issuer.answering.clear()
    assert await tokens.bearer() == "bearer-1"
    tokens.invalidate("bearer-1")
    issuer.answering.set()
    assert await tokens.bearer() == "bearer-2"
    assert len(issuer.forms) == 2


async def test_many_callers_share_one_request(tokens: ClientCredentials, issuer: FakeIssuer) -> None:
    assert set(await asyncio.gather(*(tokens.bearer() for _ in range(50)))) == {"bearer-1"}
    assert len(issuer.forms) == 1


async def test_a_caller_who_gives_up_does_not_take_the_token_from_the_others(tokens: ClientCredentials, issuer: FakeIssuer) -> None:
    issuer.answering.clear()
    impatient = asyncio.create_task(tokens.bearer())
    patient = asyncio.create_task(tokens.bearer())
    await issuer.asked.wait()
    impatient.cancel()
    issuer.answering.set()
    assert await patient == "bearer-1"


@pytest.mark.parametrize("mode", BAD_DAYS)
async def test_a_token_serves_to_its_real_end_while_the_issuer_has_a_bad_day(
    tokens: ClientCredentials, issuer: FakeIssuer, clock: FrozenClock, mode: str
) -> None:
    await tokens.bearer()
    issuer.token_mode = mode
    clock.advance(timedelta(minutes=59, seconds=59))
    assert await tokens.bearer() == "bearer-1"
    clock.advance(timedelta(seconds=1))
    with pytest.raises(TokenUnavailable):
        await tokens.bearer()
    issuer.token_mode = "up"
    assert await tokens.bearer() == issuer.bearers[-1]


async def test_a_failing_issuer_is_not_asked_for_every_message(tokens: ClientCredentials, issuer: FakeIssuer, clock: FrozenClock) -> None:
    await tokens.bearer()
    clock.advance(timedelta(minutes=50))
    issuer.token_mode = "500"
    await tokens.bearer()
    await tokens.settled()
    await tokens.bearer()
    await tokens.settled()
    assert len(issuer.forms) == 2
    clock.advance(timedelta(seconds=10))
    await tokens.bearer()
    await tokens.settled()
    assert len(issuer.forms) == 3


async def test_an_issuer_that_hangs_is_given_up(issuer: FakeIssuer, session: aiohttp.ClientSession, clock: FrozenClock) -> None:
    issuer.token_mode = "slow"
    with pytest.raises(TokenUnavailable):
        await ClientCredentials(session, clock, issuer.token_url, APP_ID, SECRET, timeout=0.1).bearer()


async def test_a_refused_token_is_not_given_out_again(tokens: ClientCredentials) -> None:
    tokens.invalidate(await tokens.bearer())
    assert await tokens.bearer() == "bearer-2"


async def test_a_late_refusal_of_the_old_token_leaves_the_new_one_alone(tokens: ClientCredentials) -> None:
    tokens.invalidate(await tokens.bearer())
    await tokens.bearer()
    tokens.invalidate("bearer-1")
    assert await tokens.bearer() == "bearer-2"


async def test_in_development_no_token_is_sent() -> None:
    tokens = NoToken()
    tokens.invalidate("")
    assert await tokens.bearer() is None


def test_an_unsafe_token_url_stops_the_start(session: aiohttp.ClientSession, clock: FrozenClock) -> None:
    with pytest.raises(ValueError, match="outgoing URL"):
        ClientCredentials(session, clock, "http://login.example/token", APP_ID, SECRET)


GOOD = {"token_type": "Bearer", "access_token": "abc.def", "expires_in": 3599}


@pytest.mark.parametrize("life", [3599, "3599"])
def test_the_life_is_reckoned_from_the_asking(life: Any) -> None:
    held = read_token(GOOD | {"expires_in": life}, NOW)
    assert held is not None
    assert held.expires_at == datetime(2026, 11, 22, 9, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    "answer",
    [
        None,
        [],
        {},
        GOOD | {"token_type": "mac"},
        GOOD | {"access_token": ""},
        GOOD | {"access_token": 7},
        GOOD | {"access_token": "a\r\nX-Evil: 1"},
        GOOD | {"access_token": "a b"},
        GOOD | {"access_token": "é"},
        GOOD | {"expires_in": 0},
        GOOD | {"expires_in": -1},
        GOOD | {"expires_in": True},
        GOOD | {"expires_in": 1e9},
        GOOD | {"expires_in": 10**12},
        GOOD | {"expires_in": "soon"},
        GOOD | {"expires_in": "٣"},
        GOOD | {"expires_in": None},
    ],
)
def test_an_answer_that_is_no_usable_token_is_none(answer: Any) -> None:
    assert read_token(answer, NOW) is None
