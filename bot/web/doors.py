"""Who may come in: the same origin, a token that fits; and how a refusal looks."""

from collections.abc import Awaitable, Callable
from typing import Any

import orjson
from aiohttp import web

from bot.bodies import BodyRefused
from bot.web.tokens import Expired, Forged, Pass, Purpose, Tokens

PRIVATE = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Refused(Exception):
    """A request that is not served: Direct Line's `code`, and one line that says why."""

    def __init__(self, status: int, code: str, line: str) -> None:
        super().__init__(line)
        self.status = status
        self.code = code
        self.line = line


def answer(data: Any, status: int = 200) -> web.Response:
    return web.Response(body=orjson.dumps(data), status=status, content_type="application/json", headers=PRIVATE)


def guarded(handler: Handler) -> Handler:
    async def guard(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except Refused as refused:
            return _refusal(refused.status, refused.code, refused.line)
        except BodyRefused as refused:
            return _refusal(refused.status, "BadArgument", refused.line)

    return guard


def same_origin(request: web.Request) -> None:
    """Browsers name the page that sends a POST or opens a stream; programs that are no browser name none."""
    origin = request.headers.get("Origin")
    if origin is not None and origin != f"{request.scheme}://{request.host}":
        raise Refused(403, "ForeignOrigin", "This chat answers its own page only.")


def bearer(request: web.Request, tokens: Tokens) -> Pass:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer":
        raise Refused(401, "Unauthorized", "A token is needed.")
    return admitted(request, tokens, token.strip(), Purpose.TALK)


def admitted(request: web.Request, tokens: Tokens, token: str, purpose: Purpose) -> Pass:
    """Direct Line clients take 403 as the end of a token, and 401 as a fault that a new one does not mend."""
    try:
        entry = tokens.read(token, purpose)
    except Expired:
        raise Refused(403, "TokenExpired", "The token has expired.") from None
    except Forged:
        raise Refused(401, "Unauthorized", "A token is needed.") from None
    if request.match_info.get("conversation", entry.conversation) != entry.conversation:
        raise Refused(403, "BadArgument", "The token is for another conversation.")
    return entry


def _refusal(status: int, code: str, line: str) -> web.Response:
    return answer({"error": {"code": code, "message": line}}, status)
