"""The channel's keys: a new one works at once, a bad day of the issuer harms nobody, and nobody can make the bot ask and ask."""

import asyncio
from datetime import timedelta
from typing import Any

import aiohttp
import pytest

from bot.auth import Claims, Reason, RememberedTokens, TokenCheck, Unauthorised
from bot.hosts import ServiceHosts
from bot.keys import IssuerFault, SigningKey, SigningKeys, read_keys
from tests.fakes.clock import FrozenClock
from tests.fakes.issuer import APP_ID, NOW, TENANT, FakeIssuer

ONE_REFRESH = ["/v1/.well-known/openidconfiguration", "/v1/.well-known/keys"]


@pytest.fixture
def keys(issuer: FakeIssuer, session: aiohttp.ClientSession, clock: FrozenClock) -> SigningKeys:
    return SigningKeys(session, clock, issuer.metadata_url, timeout=5)


@pytest.fixture
def check(keys: SigningKeys, clock: FrozenClock) -> TokenCheck:
    return TokenCheck(keys, clock, ServiceHosts(), APP_ID, TENANT)


async def believed(check: TokenCheck, token: str) -> Claims:
    return await check.verify(f"Bearer {token}")


async def refused_as_unknown(check: TokenCheck, token: str) -> None:
    with pytest.raises(Unauthorised) as refused:
        await check.verify(f"Bearer {token}")
    assert refused.value.reason == Reason.UNKNOWN_KEY


async def test_a_key_rolled_a_second_ago_works_at_once_and_the_old_one_no_more(check: TokenCheck, issuer: FakeIssuer) -> None:
    old = issuer.token()
    await believed(check, old)
    issuer.roll("key-2")
    await believed(check, issuer.token())
    await refused_as_unknown(check, old)


async def test_a_key_added_beside_the_old_one_leaves_the_old_one_good(check: TokenCheck, issuer: FakeIssuer) -> None:
    old = issuer.token()
    await believed(check, old)
    issuer.publish("key-2")
    issuer.signing = "key-2"
    await believed(check, issuer.token())
    await believed(check, old)


async def test_a_flood_of_unknown_keys_makes_the_bot_ask_once_a_minute(check: TokenCheck, issuer: FakeIssuer, clock: FrozenClock) -> None:
    await believed(check, issuer.token())
    issuer.requests.clear()
    for number in range(20):
        await refused_as_unknown(check, issuer.forged(kid=f"made-up-{number}"))
    assert issuer.requests == ONE_REFRESH
    clock.advance(timedelta(seconds=60))
    await refused_as_unknown(check, issuer.forged(kid="made-up"))
    assert issuer.requests == ONE_REFRESH * 2


async def test_a_clock_set_back_does_not_stop_the_asking(check: TokenCheck, issuer: FakeIssuer, clock: FrozenClock) -> None:
    await believed(check, issuer.token())
    await refused_as_unknown(check, issuer.forged(kid="made-up"))
    clock.advance(timedelta(hours=-1))
    issuer.roll("key-2")
    await believed(check, issuer.token())


def test_only_so_many_tokens_are_remembered_and_the_longest_unused_goes_first() -> None:
    remembered, keys = RememberedTokens(2), dict[str, SigningKey]()
    claims = Claims("https://smba.trafficmanager.net/", frozenset(), 0.0, 100.0)
    remembered.put(keys, b"first", claims)
    remembered.put(keys, b"second", claims)
    remembered.get(keys, b"first", 50.0)
    remembered.put(keys, b"third", claims)
    assert [remembered.get(keys, name, 50.0) for name in (b"first", b"second", b"third")] == [claims, None, claims]


async def test_many_who_wait_for_the_same_keys_ask_once(check: TokenCheck, issuer: FakeIssuer) -> None:
    issuer.answering.clear()
    waiting = asyncio.gather(*(believed(check, issuer.token(number=number)) for number in range(50)))
    await issuer.asked.wait()
    issuer.answering.set()
    assert len(await waiting) == 50
    assert issuer.requests == ONE_REFRESH


async def test_one_who_gives_up_waiting_does_not_take_the_keys_from_the_others(check: TokenCheck, issuer: FakeIssuer) -> None:
    issuer.answering.clear()
    impatient = asyncio.create_task(believed(check, issuer.token()))
    patient = asyncio.create_task(believed(check, issuer.token()))
    await issuer.asked.wait()
    impatient.cancel()
    issuer.answering.set()
    await patient
    assert issuer.requests == ONE_REFRESH


@pytest.mark.parametrize("mode", ["down", "500", "empty", "garbage", "redirect"])
async def test_known_keys_outlive_a_bad_day_of_the_issuer(check: TokenCheck, issuer: FakeIssuer, clock: FrozenClock, mode: str) -> None:
    await believed(check, issuer.token())
    issuer.mode = mode
    await refused_as_unknown(check, issuer.forged(kid="made-up"))
    clock.advance(timedelta(hours=47))
    await believed(check, issuer.token())
    issuer.mode = "up"
    issuer.roll("key-2")
    await believed(check, issuer.token())


@pytest.mark.parametrize("mode", ["down", "500", "empty", "garbage", "redirect"])
async def test_without_any_key_nobody_is_believed_until_the_issuer_is_back(
    check: TokenCheck, issuer: FakeIssuer, clock: FrozenClock, mode: str
) -> None:
    issuer.mode = mode
    await refused_as_unknown(check, issuer.token())
    asked = len(issuer.requests)
    await refused_as_unknown(check, issuer.token())
    assert len(issuer.requests) == asked
    issuer.mode = "up"
    clock.advance(timedelta(seconds=5))
    await believed(check, issuer.token())


async def test_an_issuer_that_hangs_is_given_up(issuer: FakeIssuer, session: aiohttp.ClientSession, clock: FrozenClock) -> None:
    issuer.mode = "slow"
    assert await SigningKeys(session, clock, issuer.metadata_url, timeout=0.1).find("key-1") is None


async def test_keys_that_nobody_confirmed_for_three_days_are_dropped(check: TokenCheck, issuer: FakeIssuer, clock: FrozenClock) -> None:
    token = issuer.token(exp=int((NOW + timedelta(days=9)).timestamp()))
    await believed(check, token)
    issuer.mode = "down"
    clock.advance(timedelta(hours=72, seconds=1))
    await refused_as_unknown(check, token)


async def test_day_old_keys_are_renewed_behind_the_turn(keys: SigningKeys, issuer: FakeIssuer, clock: FrozenClock) -> None:
    await keys.find("key-1")
    clock.advance(timedelta(hours=25))
    issuer.publish("key-2")
    issuer.answering.clear()
    assert await keys.find("key-1") is not None
    assert "key-2" not in keys.trusted()
    issuer.answering.set()
    await keys.settled()
    assert "key-2" in keys.trusted()
    assert issuer.requests == ONE_REFRESH * 2


async def test_the_same_keys_fetched_again_forget_nothing(check: TokenCheck, issuer: FakeIssuer, clock: FrozenClock) -> None:
    token = issuer.token()
    first = await believed(check, token)
    await refused_as_unknown(check, issuer.forged(kid="made-up"))
    assert await believed(check, token) is first


async def test_keys_on_another_host_are_not_even_asked_for(keys: SigningKeys, issuer: FakeIssuer) -> None:
    async with FakeIssuer() as rogue:
        issuer.jwks_url = rogue.jwks_url
        assert await keys.find("key-1") is None
        assert rogue.requests == []


@pytest.mark.parametrize("jwks_url", [None, 7, "", "/keys", "https://login.example@evil.example/keys"])
async def test_an_address_of_keys_that_is_none_gives_no_keys(keys: SigningKeys, issuer: FakeIssuer, jwks_url: Any) -> None:
    issuer.jwks_url = jwks_url
    assert await keys.find("key-1") is None


@pytest.mark.parametrize(
    "url", ["http://login.example/x", "https://u@login.example/x", "https://login.example\\@evil.example", "ftp://x", ""]
)
def test_a_metadata_url_that_is_not_safe_stops_the_start(url: str, session: aiohttp.ClientSession, clock: FrozenClock) -> None:
    with pytest.raises(ValueError, match="outgoing URL"):
        SigningKeys(session, clock, url)


@pytest.mark.parametrize(
    "odd",
    [
        {"kty": "EC"},
        {"kty": "oct", "k": "c2VjcmV0"},
        {"use": "enc"},
        {"alg": "RS512"},
        {"kid": ""},
        {"kid": 7},
        {"n": None},
        {"n": 5},
        {"n": "!!"},
        {"n": "", "e": ""},
        {"n": "u7EVgZ0", "e": "AQAB"},
    ],
)
def test_a_key_of_another_kind_or_too_weak_is_no_key(odd: dict[str, Any]) -> None:
    issuer = FakeIssuer(clock=FrozenClock(NOW))
    issuer.publish("key-2", more=odd)
    both = {"keys": [*issuer.jwks()["keys"], "text", None]}
    assert set(read_keys(both)) == {"key-1"}


@pytest.mark.parametrize("document", [None, [], {}, {"keys": {}}, {"keys": []}, {"keys": [{}]}])
def test_a_document_without_a_key_is_a_fault(document: Any) -> None:
    with pytest.raises(IssuerFault):
        read_keys(document)
