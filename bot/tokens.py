"""The bot's own token for calling the channel."""

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol

import aiohttp
import orjson
import structlog

from bot.outbound import Gap, origin, read_capped
from domain.clock import Clock

log = structlog.get_logger()

SCOPE = "https://api.botframework.com/.default"
REFRESH_AT = 0.8
RETRY_GAP = timedelta(seconds=10)
LARGEST_ANSWER = 64 * 1024
LONGEST_LIFE = 7 * 24 * 3600


class TokenUnavailable(Exception):
    """The issuer gives no token just now, and none that still lives is held."""


class TokenSource(Protocol):
    async def bearer(self) -> str | None:
        """The token to send, or None where no token is wanted. Raises TokenUnavailable."""
        ...

    def invalidate(self, token: str, /) -> None:
        """The channel refused this token: do not give it out again. A newer one is left alone."""
        ...


class NoToken:
    """For development on loopback, where nobody checks."""

    async def bearer(self) -> str | None:
        return None

    def invalidate(self, _token: str) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Held:
    token: str
    refresh_at: datetime
    expires_at: datetime


class ClientCredentials:
    """A plain OAuth 2 client-credentials request; not msal, which blocks the event loop for what is one POST."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        clock: Clock,
        token_url: str,
        app_id: str,
        secret: str,
        scope: str = SCOPE,
        timeout: float = 5.0,
    ) -> None:
        self._session = session
        self._clock = clock
        origin(token_url)
        self._url = token_url
        self._form = {"grant_type": "client_credentials", "client_id": app_id, "client_secret": secret, "scope": scope}
        self._timeout = aiohttp.ClientTimeout(total=timeout)
        self._held: Held | None = None
        self._flight: asyncio.Task[None] | None = None
        self._early = Gap(clock, RETRY_GAP)

    async def bearer(self) -> str:
        """At four fifths of its life a new one is fetched behind the caller; an old one serves to its real end."""
        held = self._alive()
        if held is None:
            await asyncio.shield(self._flight or self._start())
            held = self._alive()
        elif self._clock() >= held.refresh_at and self._flight is None and self._early.passes():
            self._start()
        if held is None:
            raise TokenUnavailable
        return held.token

    def invalidate(self, token: str) -> None:
        if self._held is not None and self._held.token == token:
            self._held = None

    async def settled(self) -> None:
        """Waits for the request that is under way, if there is one."""
        if self._flight is not None:
            await asyncio.shield(self._flight)

    def _alive(self) -> Held | None:
        return self._held if self._held is not None and self._clock() < self._held.expires_at else None

    def _start(self) -> asyncio.Task[None]:
        self._flight = asyncio.create_task(self._fetch())
        return self._flight

    async def _fetch(self) -> None:
        asked_at = self._clock()
        try:
            async with self._session.post(self._url, data=self._form, timeout=self._timeout, allow_redirects=False) as response:
                answer = orjson.loads(await read_capped(response, LARGEST_ANSWER)) if response.status == 200 else None
        except (aiohttp.ClientError, TimeoutError, OSError, ValueError) as error:
            log.warning("token_not_fetched", kind=type(error).__name__)
        else:
            self._keep(answer, asked_at)
        finally:
            self._flight = None

    def _keep(self, answer: Any, asked_at: datetime) -> None:
        """Life is reckoned from when we asked, so that a slow answer never makes it longer."""
        held = read_token(answer, asked_at)
        if held is None:
            log.warning("token_not_fetched", kind="answer")
            return
        self._held = held


def read_token(answer: Any, asked_at: datetime) -> Held | None:
    """A bearer token that can stand in a header, with its life in whole seconds; anything else is no token."""
    if not isinstance(answer, dict) or str(answer.get("token_type", "Bearer")).lower() != "bearer":
        return None
    token, life = answer.get("access_token"), answer.get("expires_in")
    if not isinstance(token, str) or not token or not token.isascii() or not token.isprintable() or " " in token:
        return None
    # One flow of the issuer writes the number as a string.
    seconds = int(life) if isinstance(life, int | str) and str(life).isdecimal() and str(life).isascii() else 0
    if not 0 < seconds <= LONGEST_LIFE:
        return None
    return Held(token, asked_at + timedelta(seconds=seconds * REFRESH_AT), asked_at + timedelta(seconds=seconds))
