"""Who may speak to the bot: the channel's token is checked before a body is read, and must agree with the activity after."""

import base64
import hashlib
import re
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

import jwt
import orjson
from aiohttp import web

from bot.hosts import HostRefused, ServiceHosts
from bot.keys import SigningKey, SigningKeys
from domain.clock import Clock

ISSUER = "https://api.botframework.com"
TEAMS = ("msteams",)
MOST_LEEWAY = timedelta(minutes=5)
LONGEST_TOKEN = 8192
REMEMBERED_TOKENS = 1000
LAST_MOMENT = 2**40

TOKEN = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")
# The library would read the real clock for these three, so the times are checked here against the clock that was given.
OPTIONS: Any = {
    "require": ["exp", "nbf", "iss", "aud", "serviceurl"],
    "strict_aud": True,
    "verify_exp": False,
    "verify_nbf": False,
    "verify_iat": False,
}


class Reason(StrEnum):
    """Why a request was refused: for the log, never for the caller."""

    NO_BEARER = "no_bearer"
    MALFORMED = "malformed"
    ALGORITHM = "algorithm"
    CRITICAL = "critical_header"
    UNKNOWN_KEY = "unknown_key"
    SIGNATURE = "signature"
    CLAIM_MISSING = "claim_missing"
    ISSUER = "issuer"
    AUDIENCE = "audience"
    EXPIRED = "expired"
    NOT_YET = "not_yet_valid"
    TENANT = "tenant"
    SERVICE_URL = "service_url"
    SERVICE_HOST = "service_host"
    CHANNEL = "channel"
    ENDORSEMENT = "endorsement"


REASONS: dict[type[Exception], Reason] = {
    jwt.InvalidSignatureError: Reason.SIGNATURE,
    jwt.MissingRequiredClaimError: Reason.CLAIM_MISSING,
    jwt.InvalidAudienceError: Reason.AUDIENCE,
    jwt.InvalidIssuerError: Reason.ISSUER,
}


class Unauthorised(Exception):
    """Answered with 401 and nothing else; `reason` is for the log."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Claims:
    """What a good token says; the times are seconds since 1970."""

    service_url: str
    endorsements: frozenset[str]
    not_before: float
    expires: float


class TokenCheck:
    def __init__(
        self,
        keys: SigningKeys,
        clock: Clock,
        hosts: ServiceHosts,
        app_id: str,
        tenant_id: str,
        channels: tuple[str, ...] = TEAMS,
        issuer: str = ISSUER,
        leeway: timedelta = MOST_LEEWAY,
    ) -> None:
        if not app_id or not tenant_id or not timedelta(0) <= leeway <= MOST_LEEWAY:
            raise ValueError("the token check needs an app id, a tenant and a leeway of at most five minutes")
        self._keys = keys
        self._clock = clock
        self._hosts = hosts
        self._app_id = app_id
        self._tenant_id = tenant_id
        self._channels = channels
        self._issuer = issuer
        self._leeway = leeway.total_seconds()
        self._remembered = RememberedTokens(REMEMBERED_TOKENS)

    async def verify(self, authorization: str | None) -> Claims:
        token = _bearer_token(authorization)
        digest = hashlib.sha256(token.encode()).digest()
        known = self._remembered.get(self._keys.trusted(), digest, self._clock().timestamp())
        if known is not None:
            return known
        key = await self._keys.find(_key_id(token))
        if key is None:
            raise Unauthorised(Reason.UNKNOWN_KEY)
        claims = self._claims(token, key)
        self._remembered.put(self._keys.trusted(), digest, claims)
        return claims

    def _claims(self, token: str, key: SigningKey) -> Claims:
        try:
            said = jwt.decode(token, key.public, algorithms=["RS256"], options=OPTIONS, audience=self._app_id, issuer=self._issuer)
        except jwt.PyJWTError as error:
            raise Unauthorised(REASONS.get(type(error), Reason.MALFORMED)) from None
        service_url = said["serviceurl"]
        if not isinstance(service_url, str) or not service_url:
            raise Unauthorised(Reason.CLAIM_MISSING)
        if said.get("tid", self._tenant_id) != self._tenant_id:
            raise Unauthorised(Reason.TENANT)
        claims = Claims(service_url, key.endorsements, _moment(said["nbf"]), _moment(said["exp"]))
        now = self._clock().timestamp()
        if now >= claims.expires + self._leeway:
            raise Unauthorised(Reason.EXPIRED)
        if now < claims.not_before - self._leeway:
            raise Unauthorised(Reason.NOT_YET)
        return claims

    def agrees(self, claims: Claims, activity: Mapping[str, Any]) -> None:
        """The token signs the service URL but not the body: whatever the body may say twice must be the same."""
        service_url = activity.get("serviceUrl")
        if not isinstance(service_url, str) or service_url != claims.service_url:
            raise Unauthorised(Reason.SERVICE_URL)
        try:
            self._hosts.check(service_url)
        except HostRefused:
            raise Unauthorised(Reason.SERVICE_HOST) from None
        channel = activity.get("channelId")
        if not isinstance(channel, str) or channel not in self._channels:
            raise Unauthorised(Reason.CHANNEL)
        if channel not in claims.endorsements:
            raise Unauthorised(Reason.ENDORSEMENT)
        conversation = activity.get("conversation")
        named = conversation.get("tenantId") if isinstance(conversation, dict) else None
        if _tenant(activity) != self._tenant_id or named not in (None, self._tenant_id):
            raise Unauthorised(Reason.TENANT)


class RememberedTokens:
    """Tokens found good, by digest: one token serves an hour of turns. Forgotten when a key changes."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._claims: OrderedDict[bytes, Claims] = OrderedDict()
        self._keys: Mapping[str, SigningKey] | None = None

    def get(self, keys: Mapping[str, SigningKey], digest: bytes, now: float) -> Claims | None:
        claims = self._claims.get(digest) if keys is self._keys else None
        if claims is None or not claims.not_before <= now < claims.expires:
            return None
        self._claims.move_to_end(digest)
        return claims

    def put(self, keys: Mapping[str, SigningKey], digest: bytes, claims: Claims) -> None:
        if keys is not self._keys:
            self._claims.clear()
            self._keys = keys
        self._claims[digest] = claims
        if len(self._claims) > self._size:
            self._claims.popitem(last=False)


def sole_authorization(request: web.Request) -> str | None:
    """The one Authorization header; with two nobody can say which is meant, so there is none."""
    values = request.headers.getall("Authorization", [])
    return values[0] if len(values) == 1 else None


def _bearer_token(authorization: str | None) -> str:
    scheme, _, token = (authorization or "").partition(" ")
    if scheme.lower() != "bearer":
        raise Unauthorised(Reason.NO_BEARER)
    if len(token) > LONGEST_TOKEN or not TOKEN.fullmatch(token):
        raise Unauthorised(Reason.MALFORMED)
    return token


def _key_id(token: str) -> str:
    """Which key the token names; what else its header asks for is refused before any key is looked up."""
    try:
        header = orjson.loads(base64.urlsafe_b64decode(token.partition(".")[0] + "=="))
    except ValueError:
        raise Unauthorised(Reason.MALFORMED) from None
    if not isinstance(header, dict) or header.get("alg") != "RS256":
        raise Unauthorised(Reason.ALGORITHM)
    if "crit" in header or "b64" in header:
        raise Unauthorised(Reason.CRITICAL)
    kid = header.get("kid")
    if not isinstance(kid, str):
        raise Unauthorised(Reason.UNKNOWN_KEY)
    return kid


def _moment(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= LAST_MOMENT:
        raise Unauthorised(Reason.MALFORMED)
    return float(value)


def _tenant(activity: Mapping[str, Any]) -> Any:
    channel_data = activity.get("channelData")
    tenant = channel_data.get("tenant") if isinstance(channel_data, dict) else None
    return tenant.get("id") if isinstance(tenant, dict) else None
