"""The channel's signing keys: fetched without blocking, a new one found at once, the last good ones kept while the issuer is down."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import aiohttp
import jwt
import orjson
import structlog
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt.algorithms import RSAAlgorithm

from bot.outbound import Gap, origin, read_capped
from domain.clock import Clock

log = structlog.get_logger()

REFRESH_AFTER = timedelta(hours=24)
KEPT_FOR = timedelta(hours=72)
UNKNOWN_KEY_GAP = timedelta(seconds=60)
NO_KEYS_GAP = timedelta(seconds=5)
LARGEST_ANSWER = 256 * 1024
SMALLEST_KEY_BITS = 2048


class IssuerFault(Exception):
    """The issuer answered, but not with keys."""


@dataclass(frozen=True, slots=True)
class SigningKey:
    kid: str
    public: RSAPublicKey
    endorsements: frozenset[str]


class SigningKeys:
    def __init__(
        self,
        session: aiohttp.ClientSession,
        clock: Clock,
        metadata_url: str,
        jwks_hosts: frozenset[str] = frozenset(),
        timeout: float = 3.0,
    ) -> None:
        self._session = session
        self._clock = clock
        self._metadata_url = metadata_url
        self._origins = frozenset({origin(metadata_url)}) | {f"https://{host}" for host in jwks_hosts}
        self._timeout = aiohttp.ClientTimeout(total=timeout)
        self._keys: Mapping[str, SigningKey] = {}
        self._loaded_at: datetime | None = None
        self._flight: asyncio.Task[None] | None = None
        self._unknown = Gap(clock, UNKNOWN_KEY_GAP)
        self._empty = Gap(clock, NO_KEYS_GAP)
        self._old = Gap(clock, UNKNOWN_KEY_GAP)

    def trusted(self) -> Mapping[str, SigningKey]:
        """The keys as they are now, a new object whenever one of them changes. Old ones are refreshed behind the turn."""
        if self._loaded_at is None:
            return self._keys
        age = self._clock() - self._loaded_at
        if age > KEPT_FOR:
            self._keys, self._loaded_at = {}, None
        elif age > REFRESH_AFTER and self._flight is None and self._old.passes():
            self._start()
        return self._keys

    async def find(self, kid: str) -> SigningKey | None:
        """Asks the issuer for a key it has not seen, once for all who wait."""
        if kid not in self.trusted():
            await self.settled()
        if kid not in self.trusted() and self._may_ask():
            await asyncio.shield(self._flight or self._start())
        return self.trusted().get(kid)

    async def settled(self) -> None:
        """Waits for the request that is under way, if there is one."""
        if self._flight is not None:
            await asyncio.shield(self._flight)

    def _may_ask(self) -> bool:
        return self._unknown.passes() if self._keys else self._empty.passes()

    def _start(self) -> asyncio.Task[None]:
        self._flight = asyncio.create_task(self._load())
        return self._flight

    async def _load(self) -> None:
        try:
            metadata = await self._fetch(self._metadata_url)
            keys = read_keys(await self._fetch(self._jwks_url(metadata)))
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError, IssuerFault) as error:
            log.warning("signing_keys_not_fetched", kind=type(error).__name__)
        else:
            self._loaded_at = self._clock()
            if keys != self._keys:
                self._keys = keys
        finally:
            self._flight = None

    async def _fetch(self, url: str) -> Any:
        async with self._session.get(url, timeout=self._timeout, allow_redirects=False) as response:
            if response.status != 200:
                raise IssuerFault("status")
            return orjson.loads(await read_capped(response, LARGEST_ANSWER))

    def _jwks_url(self, metadata: Any) -> str:
        uri = metadata.get("jwks_uri") if isinstance(metadata, dict) else None
        if not isinstance(uri, str):
            raise IssuerFault("no jwks_uri")
        if origin(uri) not in self._origins:
            raise IssuerFault("jwks_uri elsewhere")
        return uri


def read_keys(document: Any) -> dict[str, SigningKey]:
    """The usable keys of a JWKS; a document without one is a fault, so that it never replaces good keys."""
    listed = document.get("keys") if isinstance(document, dict) else None
    if not isinstance(listed, list):
        raise IssuerFault("no keys")
    keys = {key.kid: key for key in map(_signing_key, listed) if key is not None}
    if not keys:
        raise IssuerFault("no usable key")
    return keys


def _signing_key(item: Any) -> SigningKey | None:
    if not isinstance(item, dict) or item.get("kty") != "RSA":
        return None
    kid = item.get("kid")
    if not isinstance(kid, str) or not kid or item.get("use", "sig") != "sig" or item.get("alg", "RS256") != "RS256":
        return None
    try:
        public = RSAAlgorithm.from_jwk({"kty": "RSA", "n": item.get("n"), "e": item.get("e")})
    except (jwt.PyJWTError, ValueError, TypeError, AttributeError):
        return None
    if not isinstance(public, RSAPublicKey) or public.key_size < SMALLEST_KEY_BITS:
        return None
    endorsements = item.get("endorsements")
    named = endorsements if isinstance(endorsements, list) else []
    return SigningKey(kid, public, frozenset(name for name in named if isinstance(name, str)))
