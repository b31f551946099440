"""Reads a request body within limits, and says in one line what is wrong with one that cannot be read."""

import asyncio
import json
import re
from collections.abc import Mapping
from typing import Any

import aiohttp
import orjson
from aiohttp import web

MAX_TEXT = 4000
TOO_LONG = f"That message is longer than {MAX_TEXT:,} characters, so I have not read it. Please send it in shorter parts."
LARGEST = 256 * 1024
DEEPEST = 32
PATIENCE = 10.0
LONGEST_URL = 300
LONGEST_CONVERSATION = 300
LONGEST_ID = 200

# Always matches from a quotation mark to its end or the end of the body, so that it never looks at a byte twice.
QUOTED = re.compile(rb'"(?:[^"\\]++|\\.)*+"?', re.DOTALL)
NO_BRACKET = bytes(set(range(256)) - set(b"[]{}"))
BRACES_AS_BRACKETS = bytes.maketrans(b"{}", b"[]")

STRINGS = (
    "text",
    "name",
    "channelId",
    "replyToId",
    "locale",
    "timestamp",
    "localTimestamp",
    "localTimezone",
    "action",
    "label",
    "textFormat",
)
OBJECTS = ("channelData", "recipient", "relatesTo")
LISTS = ("attachments", "entities", "membersAdded", "membersRemoved", "reactionsAdded", "reactionsRemoved")


class BodyRefused(Exception):
    """A body that cannot be read: `status` and one plain `line` for the caller."""

    def __init__(self, status: int, line: str) -> None:
        super().__init__(line)
        self.status = status
        self.line = line


class RepeatedKey(ValueError):
    """One object says the same key twice."""


async def read_json(request: web.Request, patience: float = PATIENCE) -> dict[str, Any]:
    """The body as one JSON object of at most 256 KB and 32 levels."""
    _check_headers(request)
    return parse(await read_bytes(request, LARGEST, patience))


async def read_bytes(request: web.Request, largest: int, patience: float = PATIENCE) -> bytes:
    """The body as it is, at most so many bytes of it. Raises BodyRefused."""
    try:
        async with asyncio.timeout(patience):
            return await _read(request, largest)
    except TimeoutError:
        raise BodyRefused(408, "The body took too long to arrive.") from None
    except (aiohttp.ClientError, web.RequestPayloadError, OSError):
        raise BodyRefused(400, "The body was cut short.") from None


def _check_headers(request: web.Request) -> None:
    if request.headers.get("Content-Encoding", "identity").lower() != "identity":
        raise BodyRefused(415, "The body must not be compressed.")
    if "Content-Type" not in request.headers:
        raise BodyRefused(400, "The Content-Type header is missing.")
    if request.content_type != "application/json" or (request.charset or "utf-8").lower() not in {"utf-8", "utf8"}:
        raise BodyRefused(415, "The body must be application/json in UTF-8.")
    if (request.content_length or 0) > LARGEST:
        raise _too_large(LARGEST)


async def _read(request: web.Request, largest: int) -> bytes:
    body = bytearray()
    async for chunk in request.content.iter_any():
        body += chunk
        if len(body) > largest:
            raise _too_large(largest)
    return bytes(body)


def _too_large(largest: int) -> BodyRefused:
    return BodyRefused(413, f"The body is larger than {largest // 1024} KB.")


def parse(body: bytes) -> dict[str, Any]:
    """Two readers must agree that it is JSON: the strict one, which refuses a bottomless nest, and one that sees a key said twice."""
    try:
        value = orjson.loads(body)
        if not _shallow(body):
            raise BodyRefused(400, "The body is nested too deeply.")
        json.loads(body, object_pairs_hook=_once)
    except RepeatedKey:
        raise BodyRefused(400, "The body says the same key twice.") from None
    except ValueError:
        raise BodyRefused(400, "The body is not valid JSON.") from None
    if not isinstance(value, dict):
        raise BodyRefused(400, "The body must be a JSON object.")
    return value


def _once(pairs: list[tuple[str, Any]]) -> None:
    if len({key for key, _ in pairs}) != len(pairs):
        raise RepeatedKey


def _shallow(body: bytes) -> bool:
    """Takes away the innermost pairs of brackets, level by level. Few brackets cannot nest deeply, so most bodies need only a count."""
    if body.count(b"{") + body.count(b"[") <= DEEPEST:
        return True
    left = QUOTED.sub(b"", body).translate(BRACES_AS_BRACKETS, delete=NO_BRACKET)
    for _ in range(DEEPEST):
        left = left.replace(b"[]", b"")
    return not left


def checked_activity(body: dict[str, Any]) -> dict[str, Any]:
    """The same body, once its shape is one that the rest of the bot can rely on."""
    _required_id(body, "type")
    _required_id(body, "serviceUrl", longest=LONGEST_URL)
    _required_id(_object(body, "conversation"), "id", "conversation.id", LONGEST_CONVERSATION)
    if body.get("id") is not None:
        _required_id(body, "id")
    if body.get("from") is not None:
        _required_id(_object(body, "from"), "id", "from.id")
    for name in STRINGS:
        if not isinstance(body.get(name), str | None):
            raise _odd(name)
    for name in OBJECTS:
        if body.get(name) is not None:
            _object(body, name)
    for name in LISTS:
        _objects(body, name)
    return body


def _required_id(holder: Mapping[str, Any], key: str, name: str | None = None, longest: int = LONGEST_ID) -> None:
    value = holder.get(key)
    if not isinstance(value, str) or not 0 < len(value) <= longest or not value.isprintable():
        raise _odd(name or key)


def _object(body: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    value = body.get(name)
    if not isinstance(value, dict):
        raise _odd(name)
    return value


def _objects(body: Mapping[str, Any], name: str) -> None:
    value = body.get(name)
    if value is not None and not (isinstance(value, list) and all(isinstance(item, dict) for item in value)):
        raise _odd(name)


def _odd(name: str) -> BodyRefused:
    return BodyRefused(400, f"The activity's {name} is missing or of the wrong kind.")
