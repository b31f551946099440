"""Sends, updates and deletes activities at the channel, and says exactly what became of each."""

import email.utils
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote

import aiohttp
import orjson
from yarl import URL

from bot.hosts import ServiceHosts
from bot.outbound import read_capped
from bot.tokens import TokenSource, TokenUnavailable

TIMEOUT = 10.0
LARGEST_ANSWER = 64 * 1024
PAUSE = 5.0
NO_TOKEN_PAUSE = 30.0
LONGEST_PAUSE = 3600.0
# A server's 408 says that it gave up waiting, 412 that something changed meanwhile: neither says whether the message went out.
UNSURE = frozenset({408, 412})
CODE = re.compile(r"[A-Za-z0-9_.-]{1,80}")
INNER_CODE = re.compile(r'"subCode"\s*:\s*"([A-Za-z0-9_.-]{1,80})"')


@dataclass(frozen=True, slots=True)
class Sent:
    """Accepted by the channel. Without an id it cannot be updated later."""

    activity_id: str | None


class Throttled(Exception):
    """Surely not delivered: try again after `retry_after` seconds."""

    def __init__(self, retry_after: float) -> None:
        super().__init__("throttled")
        self.retry_after = retry_after


class Unreached(Throttled):
    """Nothing was put on the wire: no connection, or no token to send."""


class Refused(Exception):
    """Not delivered, and never will be: do not try again. `code` is the channel's own word, if it gave one."""

    def __init__(self, status: int, code: str | None) -> None:
        super().__init__(f"refused with {status}")
        self.status = status
        self.code = code


class Ambiguous(Exception):
    """Delivered or not, nobody can say: a repeat must be marked as one."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    retry_after: float
    content: Mapping[str, Any]


class Connector:
    def __init__(self, session: aiohttp.ClientSession, tokens: TokenSource, hosts: ServiceHosts, timeout: float = TIMEOUT) -> None:
        self._session = session
        self._tokens = tokens
        self._hosts = hosts
        self._timeout = aiohttp.ClientTimeout(total=timeout, connect=timeout / 2)

    async def send(self, service_url: str, conversation_id: str, activity: Mapping[str, Any], reply_to: str | None = None) -> Sent:
        parts = (conversation_id, "activities") if reply_to is None else (conversation_id, "activities", reply_to)
        content = await self._call("POST", service_url, parts, activity)
        return Sent(_text(content.get("id")))

    async def update(self, service_url: str, conversation_id: str, activity_id: str, activity: Mapping[str, Any]) -> None:
        await self._call("PUT", service_url, (conversation_id, "activities", activity_id), activity)

    async def delete(self, service_url: str, conversation_id: str, activity_id: str) -> None:
        await self._call("DELETE", service_url, (conversation_id, "activities", activity_id), None)

    async def _call(self, method: str, service_url: str, parts: tuple[str, ...], content: Mapping[str, Any] | None) -> Mapping[str, Any]:
        url = _url(self._hosts.check(service_url), parts)
        body = None if content is None else orjson.dumps(content)
        token = await self._bearer()
        answer = await self._exchange(method, url, body, token)
        if answer.status == 401 and token is not None:
            self._tokens.invalidate(token)
            answer = await self._exchange(method, url, body, await self._bearer())
        return _outcome(answer)

    async def _bearer(self) -> str | None:
        try:
            return await self._tokens.bearer()
        except TokenUnavailable:
            raise Unreached(NO_TOKEN_PAUSE) from None

    async def _exchange(self, method: str, url: URL, body: bytes | None, token: str | None) -> Answer:
        try:
            async with self._session.request(
                method, url, data=body, headers=_headers(token), timeout=self._timeout, allow_redirects=False
            ) as response:
                return Answer(response.status, _retry_after(response.headers), await _content(response))
        except (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError):
            raise Unreached(PAUSE) from None
        except TimeoutError:
            raise Ambiguous("timeout") from None
        except (aiohttp.ClientError, OSError):
            raise Ambiguous("reset") from None


@lru_cache(maxsize=4)
def _headers(token: str | None) -> Mapping[str, str]:
    headers = {"Content-Type": "application/json", "Accept": "application/json", "Accept-Encoding": "identity"}
    return headers if token is None else headers | {"Authorization": f"Bearer {token}"}


def _outcome(answer: Answer) -> Mapping[str, Any]:
    if 200 <= answer.status < 300:
        return answer.content
    if answer.status == 429:
        raise Throttled(answer.retry_after)
    if answer.status >= 500 or answer.status in UNSURE:
        raise Ambiguous(f"status_{answer.status}")
    raise Refused(answer.status, _error_code(answer.content))


@lru_cache(maxsize=4096)
def _url(base: str, parts: tuple[str, ...]) -> URL:
    """A part that would climb out of its place cannot be an id that the channel gave. Taken apart once for each chat, which costs more than all else here."""
    if any(part in {"", ".", ".."} for part in parts):
        raise Refused(400, "BadIdentifier")
    path = "/".join(("v3", "conversations", *(quote(part, safe="") for part in parts)))
    return URL(f"{base}/{path}", encoded=True)


async def _content(response: aiohttp.ClientResponse) -> Mapping[str, Any]:
    """What the body says. The status has already told what became of the message, so a broken body says nothing."""
    try:
        content = orjson.loads(await read_capped(response, LARGEST_ANSWER))
    except (aiohttp.ClientError, TimeoutError, OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _retry_after(headers: Mapping[str, str]) -> float:
    """Seconds, or a date measured against the server's own; at most an hour."""
    stated = headers.get("Retry-After", "").strip()
    if re.fullmatch(r"[0-9]{1,9}(?:\.[0-9]{1,9})?", stated):
        return min(float(stated), LONGEST_PAUSE)
    try:
        until = email.utils.parsedate_to_datetime(stated)
        pause = (until - email.utils.parsedate_to_datetime(headers.get("Date", ""))).total_seconds()
    except (ValueError, TypeError, OverflowError):
        return PAUSE
    return min(max(pause, 0.0), LONGEST_PAUSE)


def _error_code(content: Mapping[str, Any]) -> str | None:
    """Teams gives `error.code`, and for some refusals a more exact `subCode`, at times inside a message of JSON."""
    error = content.get("error")
    places = [content, error] if isinstance(error, dict) else [content]
    inner = [INNER_CODE.search(message) for place in places if isinstance(message := place.get("message"), str)]
    words = [place.get("subCode") for place in places] + [found[1] for found in inner if found] + [place.get("code") for place in places]
    return next((word for word in words if isinstance(word, str) and CODE.fullmatch(word)), None)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
