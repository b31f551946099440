"""A local issuer with keys of its own: it publishes and rolls keys, signs what it is told to, and has bad days."""

import asyncio
import base64
import functools
import hashlib
import hmac
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Self

import orjson
from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from domain.clock import Clock, utc_now

APP_ID = "5f0c2d1e-0000-4000-8000-0000000000aa"
TENANT = "7a1b3c4d-0000-4000-8000-0000000000bb"
SECRET = "made-up-secret"
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SERVICE_URL = "https://smba.trafficmanager.net/uk/"
BOT_FRAMEWORK = "https://api.botframework.com"


@functools.cache
def rsa_key(kid: str) -> rsa.RSAPrivateKey:
    """One key for each name in a test run: they are dear to make."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def b64(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def number(value: int) -> str:
    return b64(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def signed(kid: str, text: bytes) -> bytes:
    return rsa_key(kid).sign(text, padding.PKCS1v15(), hashes.SHA256())


def signed_with_public_key(kid: str, text: bytes) -> bytes:
    """The old trick: the public key, which anybody has, used as the secret of a symmetric signature."""
    pem = rsa_key(kid).public_key().public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    return hmac.new(pem, text, hashlib.sha256).digest()


def break_connection(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()


class FakeIssuer:
    """`mode` and `token_mode`: up, down (the connection breaks), slow (no answer), 500, empty, garbage or redirect."""

    def __init__(self, app_id: str = APP_ID, tenant_id: str = TENANT, service_url: str = SERVICE_URL, clock: Clock = utc_now) -> None:
        self.app_id = app_id
        self.tenant_id = tenant_id
        self.service_url = service_url
        self.mode = "up"
        self.token_mode = "up"
        self.token_life = 3600
        self.requests: list[str] = []
        self.forms: list[dict[str, str]] = []
        self.bearers: list[str] = []
        self.signing = "key-1"
        self.answering = asyncio.Event()
        self.asked = asyncio.Event()
        self._clock = clock
        self._published: dict[str, dict[str, Any]] = {}
        self._released = asyncio.Event()
        self.publish("key-1")
        self.answering.set()

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/v1/.well-known/openidconfiguration", self._metadata)
        app.router.add_get("/v1/.well-known/keys", self._keys)
        app.router.add_post("/token", self._token)
        self._server = TestServer(app)
        await self._server.start_server()
        self.url = str(self._server.make_url("/")).rstrip("/")
        self.metadata_url = f"{self.url}/v1/.well-known/openidconfiguration"
        self.jwks_url = f"{self.url}/v1/.well-known/keys"
        self.token_url = f"{self.url}/token"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._released.set()
        self.answering.set()
        await self._server.close()

    def publish(self, kid: str, endorsements: tuple[str, ...] = ("msteams", "webchat"), more: Mapping[str, Any] | None = None) -> None:
        public = rsa_key(kid).public_key().public_numbers()
        self._published[kid] = {
            "kty": "RSA",
            "use": "sig",
            "kid": kid,
            "n": number(public.n),
            "e": number(public.e),
            "endorsements": list(endorsements),
        } | dict(more or {})

    def roll(self, kid: str) -> None:
        """From now on signs with a new key, and publishes that alone."""
        self._published.clear()
        self.publish(kid)
        self.signing = kid

    def jwks(self) -> dict[str, list[dict[str, Any]]]:
        return {"keys": list(self._published.values())}

    def claims(self, **overrides: Any) -> dict[str, Any]:
        """What a good token says; an override of None leaves the claim out."""
        now = self._clock()
        good = {
            "iss": BOT_FRAMEWORK,
            "aud": self.app_id,
            "serviceurl": self.service_url,
            "nbf": int((now - timedelta(minutes=1)).timestamp()),
            "exp": int((now + timedelta(hours=1)).timestamp()),
        }
        return {name: value for name, value in (good | overrides).items() if value is not None}

    def header(self, **overrides: Any) -> dict[str, Any]:
        good = {"alg": "RS256", "typ": "JWT", "kid": self.signing}
        return {name: value for name, value in (good | overrides).items() if value is not None}

    def token(self, **overrides: Any) -> str:
        """A token of the issuer, properly signed, whatever it says."""
        return self.compact(self.header(), self.claims(**overrides))

    def compact(self, header: Mapping[str, Any], claims: Any, signer: Any = signed) -> str:
        text = f"{b64(orjson.dumps(header))}.{b64(orjson.dumps(claims))}"
        return f"{text}.{b64(signer(self.signing, text.encode()))}"

    def forged(self, signer: Any = signed, **header: Any) -> str:
        """Good claims under a header that was tampered with."""
        return self.compact(self.header(**header), self.claims(), signer)

    def activity(self, **overrides: Any) -> dict[str, Any]:
        """A message from Teams that agrees with `token()`; an override of None leaves the field out."""
        good = {
            "type": "message",
            "id": "1763800000001",
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "from": {"id": "29:officer", "aadObjectId": "11111111-0000-4000-8000-000000000001", "name": "Test Officer"},
            "recipient": {"id": f"28:{self.app_id}"},
            "conversation": {"id": "a:conversation-1", "conversationType": "personal", "tenantId": self.tenant_id},
            "channelData": {"tenant": {"id": self.tenant_id}},
            "text": "hello",
        }
        return {name: value for name, value in (good | overrides).items() if value is not None}

    async def _metadata(self, request: web.Request) -> web.StreamResponse:
        return await self._answer(request, self.mode, {"issuer": BOT_FRAMEWORK, "jwks_uri": self.jwks_url})

    async def _keys(self, request: web.Request) -> web.StreamResponse:
        return await self._answer(request, self.mode, self.jwks())

    async def _token(self, request: web.Request) -> web.StreamResponse:
        self.forms.append({name: str(value) for name, value in (await request.post()).items()})
        bearer = f"bearer-{len(self.forms)}"
        answer = await self._answer(
            request, self.token_mode, {"token_type": "Bearer", "expires_in": self.token_life, "access_token": bearer}
        )
        self.bearers.append(bearer)
        return answer

    async def _answer(self, request: web.Request, mode: str, content: Any) -> web.StreamResponse:
        self.requests.append(request.path)
        self.asked.set()
        await self.answering.wait()
        match mode:
            case "down":
                break_connection(request)
            case "slow":
                await self._released.wait()
            case "500":
                return web.json_response(content, status=500)
            case "empty":
                return web.json_response({})
            case "garbage":
                return web.Response(text="<html>", content_type="text/html")
            case "redirect" if not request.query:
                return web.Response(status=307, headers={"Location": f"{request.path}?again"})
        return web.json_response(content)
