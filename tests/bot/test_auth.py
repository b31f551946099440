"""Who may speak to the bot: only the channel, for this bot, now, and about this activity."""

from datetime import timedelta
from typing import Any

import aiohttp
import pytest
from aiohttp.test_utils import make_mocked_request
from multidict import CIMultiDict

from bot.auth import Reason, TokenCheck, Unauthorised, sole_authorization
from bot.hosts import ServiceHosts
from bot.keys import SigningKeys
from tests.fakes.clock import FrozenClock
from tests.fakes.issuer import APP_ID, NOW, TENANT, FakeIssuer, rsa_key, signed_with_public_key

MOMENT = int(NOW.timestamp())


@pytest.fixture
def check(issuer: FakeIssuer, session: aiohttp.ClientSession, clock: FrozenClock) -> TokenCheck:
    keys = SigningKeys(session, clock, issuer.metadata_url, timeout=5)
    return TokenCheck(keys, clock, ServiceHosts(), APP_ID, TENANT)


async def refusal(check: TokenCheck, authorization: str | None) -> Reason:
    with pytest.raises(Unauthorised) as refused:
        await check.verify(authorization)
    return refused.value.reason


async def test_the_channels_own_token_is_believed_and_agrees_with_its_activity(check: TokenCheck, issuer: FakeIssuer) -> None:
    claims = await check.verify(f"Bearer {issuer.token()}")
    check.agrees(claims, issuer.activity())
    assert claims.service_url == issuer.service_url
    assert claims.endorsements == {"msteams", "webchat"}


@pytest.mark.parametrize(
    ("claims", "reason"),
    [
        ({"exp": None}, Reason.CLAIM_MISSING),
        ({"nbf": None}, Reason.CLAIM_MISSING),
        ({"iss": None}, Reason.CLAIM_MISSING),
        ({"aud": None}, Reason.CLAIM_MISSING),
        ({"serviceurl": None}, Reason.CLAIM_MISSING),
        ({"serviceurl": ""}, Reason.CLAIM_MISSING),
        ({"serviceurl": ["https://smba.trafficmanager.net/uk/"]}, Reason.CLAIM_MISSING),
        ({"aud": "another-bot"}, Reason.AUDIENCE),
        ({"aud": APP_ID.upper()}, Reason.AUDIENCE),
        ({"aud": [APP_ID]}, Reason.AUDIENCE),
        ({"aud": [APP_ID, "another-bot"]}, Reason.AUDIENCE),
        ({"aud": ""}, Reason.CLAIM_MISSING),
        ({"aud": True}, Reason.AUDIENCE),
        ({"iss": "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/"}, Reason.ISSUER),
        ({"iss": "https://api.botframework.com/"}, Reason.ISSUER),
        ({"iss": ["https://api.botframework.com"]}, Reason.ISSUER),
        ({"tid": "another-tenant"}, Reason.TENANT),
        ({"tid": [TENANT]}, Reason.TENANT),
        ({"exp": MOMENT - 300}, Reason.EXPIRED),
        ({"exp": MOMENT - 86_400}, Reason.EXPIRED),
        ({"exp": 0}, Reason.EXPIRED),
        ({"nbf": MOMENT + 301}, Reason.NOT_YET),
        ({"exp": str(MOMENT + 60)}, Reason.MALFORMED),
        ({"exp": True}, Reason.MALFORMED),
        ({"exp": 1e300}, Reason.MALFORMED),
        ({"nbf": [MOMENT]}, Reason.MALFORMED),
        ({"nbf": -1}, Reason.MALFORMED),
    ],
)
async def test_a_well_signed_token_that_says_the_wrong_thing_is_refused(
    check: TokenCheck, issuer: FakeIssuer, claims: dict[str, Any], reason: Reason
) -> None:
    assert await refusal(check, f"Bearer {issuer.token(**claims)}") == reason


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ({"alg": "none"}, Reason.ALGORITHM),
        ({"alg": "None"}, Reason.ALGORITHM),
        ({"alg": None}, Reason.ALGORITHM),
        ({"alg": ["RS256"]}, Reason.ALGORITHM),
        ({"alg": "HS256"}, Reason.ALGORITHM),
        ({"alg": "RS384"}, Reason.ALGORITHM),
        ({"alg": "PS256"}, Reason.ALGORITHM),
        ({"alg": "ES256"}, Reason.ALGORITHM),
        ({"kid": None}, Reason.UNKNOWN_KEY),
        ({"kid": ""}, Reason.UNKNOWN_KEY),
        ({"kid": 1}, Reason.UNKNOWN_KEY),
        ({"kid": "key-9"}, Reason.UNKNOWN_KEY),
        ({"crit": ["exp"]}, Reason.CRITICAL),
        ({"crit": []}, Reason.CRITICAL),
        ({"crit": ["b64"], "b64": False}, Reason.CRITICAL),
        ({"b64": False}, Reason.CRITICAL),
    ],
)
async def test_a_header_that_asks_for_another_rule_is_refused(
    check: TokenCheck, issuer: FakeIssuer, header: dict[str, Any], reason: Reason
) -> None:
    assert await refusal(check, f"Bearer {issuer.forged(**header)}") == reason


async def test_the_public_key_is_no_secret_to_sign_with(check: TokenCheck, issuer: FakeIssuer) -> None:
    assert await refusal(check, f"Bearer {issuer.forged(signed_with_public_key, alg='HS256')}") == Reason.ALGORITHM
    assert await refusal(check, f"Bearer {issuer.forged(signed_with_public_key)}") == Reason.SIGNATURE


async def test_a_key_of_ones_own_under_a_known_name_signs_nothing(check: TokenCheck, issuer: FakeIssuer) -> None:
    rogue = FakeIssuer(clock=FrozenClock(NOW))
    rogue.roll("rogue")
    assert await refusal(check, f"Bearer {rogue.forged(kid='key-1')}") == Reason.SIGNATURE
    jwk = {"kty": "RSA", "n": str(rsa_key("rogue").public_key().public_numbers().n), "e": "AQAB"}
    assert await refusal(check, f"Bearer {rogue.forged(kid='key-1', jwk=jwk, jku='https://evil.example/keys')}") == Reason.SIGNATURE


async def test_claims_changed_after_signing_are_refused(check: TokenCheck, issuer: FakeIssuer) -> None:
    header, _, signature = issuer.token().split(".")
    other = issuer.token(serviceurl="https://evil.example/").split(".")[1]
    assert await refusal(check, f"Bearer {header}.{other}.{signature}") == Reason.SIGNATURE


async def test_a_token_whose_claims_are_no_object_is_refused(check: TokenCheck, issuer: FakeIssuer) -> None:
    assert await refusal(check, f"Bearer {issuer.compact(issuer.header(), ['claims'])}") == Reason.MALFORMED


@pytest.mark.parametrize(
    "shape",
    [
        None,
        "",
        " ",
        "Bearer",
        "Bearer ",
        "Basic {token}",
        "{token}",
        "Bearer{token}",
        "Bearer  {token}",
        "Bearer {token} ",
        "Bearer {token} {token}",
        "Bearer {token},{token}",
        "Bearer {token}, Bearer {token}",
        "Bearer {token}.x",
        "Bearer {token}=",
        "Bearer garbage",
        "Bearer a.b.c",
        "Bearer ....",
        "Bearer \x00.\x00.\x00",
        "Bearer é.é.é",
        "Bearer eyJ.eyJ.",
        "Bearer bnVsbA.e30.AA",
        "Bearer {token}\n",
    ],
)
async def test_whatever_is_not_one_bearer_token_is_refused_without_asking_the_issuer(
    check: TokenCheck, issuer: FakeIssuer, shape: str | None
) -> None:
    authorization = shape if shape is None else shape.replace("{token}", issuer.token())
    assert await refusal(check, authorization) in {Reason.NO_BEARER, Reason.MALFORMED, Reason.ALGORITHM}
    assert issuer.requests == []


async def test_a_huge_token_is_refused(check: TokenCheck, issuer: FakeIssuer) -> None:
    assert await refusal(check, f"Bearer {issuer.token(more='x' * 9000)}") == Reason.MALFORMED


async def test_a_refusal_keeps_its_reason_out_of_reach_of_the_token(check: TokenCheck, issuer: FakeIssuer) -> None:
    token = issuer.token(aud="another-bot")
    with pytest.raises(Unauthorised) as refused:
        await check.verify(f"Bearer {token}")
    assert str(refused.value) == "audience"
    assert refused.value.__cause__ is None


@pytest.mark.parametrize("headers", [[], [("Authorization", "Bearer a"), ("authorization", "Bearer b")]])
def test_two_authorization_headers_are_as_good_as_none(headers: list[tuple[str, str]]) -> None:
    assert sole_authorization(make_mocked_request("POST", "/", headers=CIMultiDict(headers))) is None


def test_one_authorization_header_is_read() -> None:
    assert sole_authorization(make_mocked_request("POST", "/", headers=CIMultiDict({"authorization": "Bearer a"}))) == "Bearer a"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"serviceUrl": None}, Reason.SERVICE_URL),
        ({"serviceUrl": ""}, Reason.SERVICE_URL),
        ({"serviceUrl": "https://smba.trafficmanager.net/uk"}, Reason.SERVICE_URL),
        ({"serviceUrl": "https://evil.example/"}, Reason.SERVICE_URL),
        ({"serviceUrl": ["https://smba.trafficmanager.net/uk/"]}, Reason.SERVICE_URL),
        ({"channelId": None}, Reason.CHANNEL),
        ({"channelId": ""}, Reason.CHANNEL),
        ({"channelId": "webchat"}, Reason.CHANNEL),
        ({"channelId": "emulator"}, Reason.CHANNEL),
        ({"channelId": ["msteams"]}, Reason.CHANNEL),
        ({"channelData": None}, Reason.TENANT),
        ({"channelData": []}, Reason.TENANT),
        ({"channelData": {}}, Reason.TENANT),
        ({"channelData": {"tenant": TENANT}}, Reason.TENANT),
        ({"channelData": {"tenant": {}}}, Reason.TENANT),
        ({"channelData": {"tenant": {"id": "another-tenant"}}}, Reason.TENANT),
        ({"channelData": {"tenant": {"id": [TENANT]}}}, Reason.TENANT),
        ({"conversation": {"id": "a:1", "tenantId": "another-tenant"}}, Reason.TENANT),
    ],
)
async def test_an_activity_that_disagrees_with_its_token_is_refused(
    check: TokenCheck, issuer: FakeIssuer, fields: dict[str, Any], reason: Reason
) -> None:
    claims = await check.verify(f"Bearer {issuer.token(tid=TENANT)}")
    with pytest.raises(Unauthorised) as refused:
        check.agrees(claims, issuer.activity(**fields))
    assert refused.value.reason == reason


async def test_a_signed_service_url_off_the_list_is_refused_all_the_same(check: TokenCheck, issuer: FakeIssuer) -> None:
    issuer.service_url = "https://evil.trafficmanager.net/uk/"
    claims = await check.verify(f"Bearer {issuer.token()}")
    with pytest.raises(Unauthorised, match="service_host"):
        check.agrees(claims, issuer.activity())


@pytest.mark.parametrize("endorsements", [(), ("webchat",), ("msteamsx",)])
async def test_a_key_not_endorsed_for_teams_speaks_for_nobody(check: TokenCheck, issuer: FakeIssuer, endorsements: tuple[str, ...]) -> None:
    issuer.publish("key-1", endorsements)
    claims = await check.verify(f"Bearer {issuer.token()}")
    with pytest.raises(Unauthorised, match="endorsement"):
        check.agrees(claims, issuer.activity())


@pytest.mark.parametrize("app_id", ["", APP_ID])
def test_a_check_without_an_app_id_or_a_tenant_or_with_a_long_leeway_cannot_be_made(
    app_id: str, session: aiohttp.ClientSession, clock: FrozenClock
) -> None:
    keys = SigningKeys(session, clock, "https://login.example/metadata")
    with pytest.raises(ValueError, match="at most five minutes"):
        TokenCheck(keys, clock, ServiceHosts(), app_id, "")
    with pytest.raises(ValueError, match="at most five minutes"):
        TokenCheck(keys, clock, ServiceHosts(), APP_ID, TENANT, leeway=timedelta(seconds=301))


async def test_a_token_believed_once_is_refused_when_its_time_is_over(check: TokenCheck, issuer: FakeIssuer, clock: FrozenClock) -> None:
    authorization = f"Bearer {issuer.token()}"
    first = await check.verify(authorization)
    assert await check.verify(authorization) is first
    clock.advance(timedelta(hours=1, seconds=299))
    await check.verify(authorization)
    clock.advance(timedelta(seconds=1))
    assert await refusal(check, authorization) == Reason.EXPIRED
    clock.advance(timedelta(hours=-3))
    assert await refusal(check, authorization) == Reason.NOT_YET
