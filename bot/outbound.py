"""What every outgoing request shares: one session, answers read within limits, and a gap before what failed is asked again."""

import re
from datetime import datetime, timedelta

import aiohttp

from domain.clock import Clock

SETTING = re.compile(
    r"(?P<origin>https://[a-z0-9.-]+(?::[0-9]{1,5})?|http://127\.0\.0\.1:[0-9]{1,5})(?:/[A-Za-z0-9._~%/-]*)?(?:\?[A-Za-z0-9._~%/=&-]*)?"
)
PING = aiohttp.ClientTimeout(total=5)
BRINGING = aiohttp.ClientTimeout(total=60, sock_connect=10)


class NotTaken(Exception):
    """The monitor answered, and did not take the sign of life."""

    def __init__(self, status: int) -> None:
        super().__init__(f"answered with {status}")


class Gap:
    """Lets one pass, then none until `length` is over; a clock set back does not prolong it."""

    def __init__(self, clock: Clock, length: timedelta) -> None:
        self._clock = clock
        self._length = length
        self._last: datetime | None = None

    def passes(self) -> bool:
        now = self._clock()
        if self._last is not None and abs(now - self._last) < self._length:
            return False
        self._last = now
        return True


def open_session() -> aiohttp.ClientSession:
    """One for the whole process: it keeps no cookies, and hung conversations cannot use up its connections."""
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(limit=512, keepalive_timeout=15),
        cookie_jar=aiohttp.DummyCookieJar(),
    )


def origin(url: str) -> str:
    """Scheme, host and port of a URL from the settings or from the issuer: https, or http on this machine, and nothing hidden in it."""
    found = SETTING.fullmatch(url)
    if not found:
        raise ValueError("an outgoing URL is https, or http on 127.0.0.1 with a port")
    return found["origin"]


async def read_capped(response: aiohttp.ClientResponse, limit: int) -> bytes:
    """The body, or its first `limit` bytes."""
    body = bytearray()
    async for chunk in response.content.iter_any():
        body += chunk
        if len(body) >= limit:
            break
    return bytes(body[:limit])


async def bring(session: aiohttp.ClientSession, origin_of: str, path: str, content: bytes) -> int:
    """Posts a sealed file to another force's bot; the status of its answer, 0 where nobody answered."""
    try:
        async with session.post(f"{origin_of}{path}", data=content, timeout=BRINGING, allow_redirects=False) as answer:
            return answer.status
    except (aiohttp.ClientError, TimeoutError, OSError):
        return 0


async def ping(session: aiohttp.ClientSession, url: str) -> None:
    """Tells an outside monitor that the scheduler runs; it raises the alarm when this stops. Nothing is sent but the request."""
    async with session.get(url, timeout=PING, allow_redirects=False) as answer:
        if answer.status // 100 != 2:
            raise NotTaken(answer.status)
