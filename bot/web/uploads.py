"""A PDF, or a sealed transfer, dropped into the chat page: read within limits, staged for the officer who sent it, and heard as a press of theirs."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import aiohttp
from aiohttp import web

from bot.bodies import parse
from bot.file_intake import staged
from bot.web.doors import Refused
from bot.web.pressed import refusal_noted, speaker
from bot.web.tokens import conversation_of
from domain.clock import Clock
from services.paper_intake import TOO_LARGE, Reader
from storage.paper_text import LARGEST, read_draft
from storage.work import Database

PATIENCE = 20.0
ACTIVITY = "activity"
LONGEST_SAID = 16_384
ONE_FILE = "Send one PDF at a time."


@dataclass(frozen=True)
class Upload:
    """`said` is what the client says of its message, of which the id alone is of use: the same file sent twice is heard once."""

    name: str
    content: bytes
    said: dict[str, Any]


async def read_upload(request: web.Request, patience: float = PATIENCE) -> Upload:
    """The one file. Raises Refused in one line."""
    if not request.content_type.startswith("multipart/"):
        raise Refused(415, "BadArgument", ONE_FILE)
    try:
        async with asyncio.timeout(patience):
            parts = [part async for part in _parts(request)]
    except TimeoutError:
        raise Refused(408, "BadArgument", "The file took too long to arrive.") from None
    except (aiohttp.ClientError, ValueError, web.RequestPayloadError):
        raise Refused(400, "BadArgument", "The file was cut short.") from None
    files = [(name, content) for name, content in parts if name != ACTIVITY]
    if len(files) != 1:
        raise Refused(400, "BadArgument", ONE_FILE)
    said = next((content for name, content in parts if name == ACTIVITY), b"{}")
    return Upload(*files[0], said=parse(said[:LONGEST_SAID]))


async def _parts(request: web.Request) -> AsyncIterator[tuple[str, bytes]]:
    """Of what the client says no file, and of files their names."""
    async for part in await request.multipart():
        if isinstance(part, aiohttp.BodyPartReader) and (part.name == ACTIVITY or part.filename):
            yield ACTIVITY if part.name == ACTIVITY else str(part.filename), await _content(part)


async def _content(part: aiohttp.BodyPartReader) -> bytes:
    """No more than is read of any paper is ever held."""
    content = bytearray()
    while chunk := await part.read_chunk():
        content += chunk
        if len(content) > LARGEST:
            raise Refused(413, "TooLarge", TOO_LARGE)
    return bytes(content)


@dataclass(frozen=True)
class HeldUploads:
    """The paper is read before the turn begins, since that may take longer than a turn may."""

    database: Database
    clock: Clock
    reader: Reader = read_draft

    async def take(self, name: str, content: bytes, officer_id: UUID) -> str:
        """The press that shows the draft. Raises AssistantError, with words for the person."""
        officer, _ = await speaker(self.database, self.clock, officer_id)
        async with refusal_noted(self.database, self.clock, officer_id, officer_id):
            return await staged(self.database, self.clock, officer, conversation_of(officer_id), name, content, self.reader)
