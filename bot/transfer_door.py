"""POST /transfers: sealed files that another force's bot brings. The seal and the signature in the file are the check; nothing else is asked for."""

import aiohttp
import structlog
from aiohttp import web

from bot.bodies import BodyRefused, read_bytes
from bot.outbound import bring
from domain.clock import Clock
from domain.errors import AssistantError, NotFound, Unreadable
from domain.officers import Actor
from services.transfer_posts import Brought
from services.transfers_in import take_in
from storage.transfer_seal import LARGEST
from storage.work import Work

PATH = "/transfers"
PATIENCE = 60.0
_AGAIN_LATER = (0, 408, 425, 429)
log = structlog.get_logger(__name__)


def transfer_door(work: Work, clock: Clock, actor: Actor) -> list[web.RouteDef]:
    async def receive(request: web.Request) -> web.Response:
        """The reference of what was taken in, and whether it had come before; a refusal says nothing of what is held here."""
        try:
            content = await read_bytes(request, LARGEST, PATIENCE)
            taken = await take_in(work, clock, actor, content)
        except BodyRefused as refusal:
            return web.json_response({"error": refusal.line}, status=refusal.status)
        except (Unreadable, NotFound) as refusal:
            log.warning("transfer_refused", reason=type(refusal).__name__)
            return web.json_response({"error": refusal.advice}, status=422)
        except AssistantError as refusal:
            return web.json_response({"error": refusal.advice}, status=503)
        return web.json_response({"reference": taken.transfer.reference, "again": taken.again})

    return [web.post(PATH, receive)]


async def carry(session: aiohttp.ClientSession, url: str, content: bytes) -> Brought:
    return meaning(await bring(session, url, PATH, content))


def meaning(status: int) -> Brought:
    """What the other bot's answer means for the file."""
    if 200 <= status < 300:
        return Brought.TAKEN
    return Brought.LATER if status in _AGAIN_LATER or status >= 500 else Brought.REFUSED
