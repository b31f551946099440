"""The HTTP application: the edge, the web chat if there is one, and the pages for machines."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

import orjson
from aiohttp import web

from bot.edge import Edge
from bot.loopback import only_from_here
from bot.metrics import CONTENT_TYPE
from bot.monitors import Net, may_watch
from bot.web.chat import WebChat

Report = Callable[[], Awaitable[tuple[bool, dict[str, Any]]]]


def build_site(
    edge: Edge,
    ready: Report,
    metrics: Callable[[], Awaitable[bytes]],
    web_chat: WebChat | None,
    monitors: Sequence[Net] = (),
    doors: Iterable[web.RouteDef] = (),
) -> web.Application:
    """Without a web chat its page and `/directline` answer 404. With one (only ever under --dev) nothing but loopback is served.

    `monitors` are who, beside this machine, may read how the bot is doing; `doors` are further ways in, each with a check of its own.
    """
    site = web.Application(middlewares=[only_from_here] if web_chat else [])
    site.on_response_prepare.append(_without_versions)
    site.add_routes([*edge.routes(), *doors])
    site.on_shutdown.append(_ignoring_app(edge.finish))
    site.add_routes(_machine_routes(ready, metrics, monitors))
    if web_chat is not None:
        site.add_routes(web_chat.routes())
        site.on_startup.append(_ignoring_app(web_chat.start))
        site.on_shutdown.append(_ignoring_app(web_chat.stop))
    return site


def _machine_routes(ready: Report, metrics: Callable[[], Awaitable[bytes]], monitors: Sequence[Net]) -> Iterable[web.RouteDef]:
    async def healthz(_: web.Request) -> web.Response:
        return web.json_response({"alive": True})

    async def readyz(request: web.Request) -> web.Response:
        _demand_monitor(request, monitors)
        fine, report = await ready()
        return web.Response(body=orjson.dumps(report), content_type="application/json", status=200 if fine else 503)

    async def measured(request: web.Request) -> web.Response:
        _demand_monitor(request, monitors)
        return web.Response(body=await metrics(), headers={"Content-Type": CONTENT_TYPE})

    return [web.get("/healthz", healthz), web.get("/readyz", readyz), web.get("/metrics", measured)]


def _demand_monitor(request: web.Request, monitors: Sequence[Net]) -> None:
    if not may_watch(request.remote, request.headers, monitors):
        raise web.HTTPForbidden(text="For this machine and the addresses of its monitoring only.")


async def _without_versions(_: web.Request, response: web.StreamResponse) -> None:
    """Which versions run here is nobody's business; a browser guesses no other type than the one that is said."""
    response.headers.pop("Server", None)
    response.headers.setdefault("X-Content-Type-Options", "nosniff")


def _ignoring_app(call: Callable[[], Awaitable[None]]) -> Callable[[web.Application], Awaitable[None]]:
    async def run(_: web.Application) -> None:
        await call()

    return run
