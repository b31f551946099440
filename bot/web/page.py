"""The chat page and its files: served from this machine, with nothing from anywhere else."""

import re
import secrets
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import web

from bot.web.doors import PRIVATE

HERE = Path(__file__).parent
BUNDLE = HERE / "vendor" / "webchat.js"
OWN_FILES = ("below.js", "chat.js", "drawn.js", "line.js", "look.js", "press.js", "sent.js", "chat.css")
# Said outright: a machine may think otherwise of what a name means, and the browser is told not to guess.
_KINDS = {".js": "text/javascript", ".css": "text/css"}
_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9A-Fa-f:]+\](:\d+)?")
# Web Chat adds one empty style element that carries no nonce, and this is the hash of nothing; its icons are blobs it makes itself.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; "
    "img-src 'self' data: blob:; connect-src 'self' blob: {socket}://{host}; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def routes(bundle: Path = BUNDLE) -> list[web.RouteDef]:
    files = [(name, HERE / "static" / name) for name in OWN_FILES]
    return [web.get("/", index), *(web.get(f"/static/{name}", _file(path)) for name, path in [*files, ("webchat.js", bundle)])]


async def index(request: web.Request) -> web.Response:
    if not _HOST.fullmatch(request.host):
        raise web.HTTPBadRequest(text="The Host header is not a host.")
    nonce = secrets.token_urlsafe(16)
    policy = _POLICY.format(nonce=nonce, socket="wss" if request.secure else "ws", host=request.host)
    text = (HERE / "static" / "index.html").read_text(encoding="utf-8").replace("{nonce}", nonce)
    return web.Response(text=text, content_type="text/html", headers={**PRIVATE, "Content-Security-Policy": policy})


def _file(path: Path) -> Callable[[web.Request], Awaitable[web.FileResponse]]:
    headers = {**PRIVATE, "Cache-Control": "no-cache", "Content-Type": f"{_KINDS[path.suffix]}; charset=utf-8"}

    async def serve(_: web.Request) -> web.FileResponse:
        return web.FileResponse(path, headers=headers)

    return serve
