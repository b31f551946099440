"""The way to an order's PDF at the chat page: a press is changed for a link of one minute, and the link for the paper itself.


The link opens in the browser that pressed alone: a cookie of the same minute goes with it. There it opens as often as the browser asks, since a
reader of PDFs may load the page again or ask for a part of it; each opening is a line of the trail.
"""

import hmac
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode
from uuid import UUID

from aiohttp import web

from bot.web.doors import PRIVATE, Refused, answer, bearer, guarded, same_origin
from bot.web.ports import Papers, Shelf
from bot.web.pressed import refusal_noted, speaker, taken
from bot.web.tokens import PAPER_LIFE, Expired, Forged, Tokens, seal_of
from domain.clock import Clock
from domain.conversations import WEB
from domain.documents import Document
from domain.errors import AssistantError, NotFound
from services.attached_papers import open_aside
from services.papers import open_paper
from storage.work import Database, UnitOfWork

OVER = "This link is over. Go back to the chat and press Open the order again."
_SHELVES = {"paper:open": Shelf.ORDERS, "paper:aside": Shelf.WAITING}
_SANDBOX = {"Content-Security-Policy": "sandbox; default-src 'none'; frame-ancestors 'none'"}


class PaperDoor:
    def __init__(self, papers: Papers, tokens: Tokens) -> None:
        self._papers = papers
        self._tokens = tokens

    def routes(self) -> list[web.RouteDef]:
        return [
            web.post("/directline/papers/{action}", guarded(self.link)),
            *(web.get(_path(shelf, "{id}"), _plainly(partial(self.paper, shelf))) for shelf in Shelf),
        ]

    async def link(self, request: web.Request) -> web.Response:
        same_origin(request)
        entry = bearer(request, self._tokens)
        try:
            shelf, id = await self._papers.named(request.match_info["action"], entry.officer, entry.conversation)
        except AssistantError as refusal:
            raise Refused(409, "NotOpened", refusal.advice) from None
        secret = secrets.token_urlsafe(32)
        path = _path(shelf, str(id))
        given = answer({"url": f"{path}?{urlencode({'t': self._tokens.to_paper(entry.officer, id, secret)})}"})
        life = int(PAPER_LIFE.total_seconds())
        given.set_cookie(
            _cookie(seal_of(secret)),
            secret,
            max_age=life,
            path=path,
            secure=request.secure,
            httponly=True,
            samesite="Strict",
        )
        return given

    async def paper(self, shelf: Shelf, request: web.Request) -> web.Response:
        try:
            officer, id, seal = self._tokens.read_paper(request.query.get("t", ""))
        except (Expired, Forged):
            return _words(403, OVER)
        theirs = hmac.compare_digest(seal_of(request.cookies.get(_cookie(seal), "")), seal)
        if not theirs or str(id) != request.match_info["id"]:
            return _words(403, OVER)
        paper = await self._papers.open(shelf, id, officer)
        # A file name of the court holds the case number and no name; what else it might hold stays out of the header.
        name = "".join(sign for sign in paper.name if sign.isascii() and (sign.isalnum() or sign in "-_."))
        shown = {**PRIVATE, **_SANDBOX, "Content-Disposition": f'inline; filename="{name}"'}
        return web.Response(body=paper.content, content_type="application/pdf", headers=shown)


def _path(shelf: Shelf, id: str) -> str:
    return f"/papers/{id}" if shelf is Shelf.ORDERS else f"/papers/{shelf.value}/{id}"


def _cookie(seal: str) -> str:
    """A name for each link, so that two papers opened at once do not shut each other out."""
    return f"paper-{seal[:16]}"


def _plainly(handler: Callable[[web.Request], Awaitable[web.Response]]) -> Callable[[web.Request], Awaitable[web.Response]]:
    """A refusal in words for whoever looks at the page that was to be the paper."""

    async def guard(request: web.Request) -> web.Response:
        try:
            return await handler(request)
        except NotFound as refusal:
            return _words(404, refusal.advice)
        except AssistantError as refusal:
            return _words(403, refusal.advice)

    return guard


def _words(status: int, words: str) -> web.Response:
    return web.Response(text=words, status=status, headers={**PRIVATE, **_SANDBOX})


@dataclass(frozen=True)
class HeldPapers:
    """The register's papers. Permission and disclosure are weighed when the paper is opened, not when the link is made."""

    database: Database
    clock: Clock

    async def named(self, action: str, officer_id: UUID, conversation: str) -> tuple[Shelf, UUID]:
        pressed = await taken(self.database, self.clock, action, officer_id, conversation, _SHELVES)
        return _SHELVES[pressed.verb], UUID(pressed.object)

    async def open(self, shelf: Shelf, id: UUID, officer_id: UUID) -> Document:
        officer, reason = await speaker(self.database, self.clock, officer_id)
        opened = open_aside if shelf is Shelf.WAITING else open_paper
        async with refusal_noted(self.database, self.clock, officer_id, id):
            return await opened(partial(_bearing, self.database, reason), self.clock, officer, id, WEB)


@asynccontextmanager
async def _bearing(database: Database, reason: str) -> AsyncIterator[UnitOfWork]:
    """A transaction whose lines of the trail bear this reason."""
    async with database.work() as uow:
        uow.audit.reason = reason
        yield uow
