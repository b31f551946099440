"""What --dev demands: bound to loopback, spoken to as loopback, through no proxy."""

import ipaddress
from collections.abc import Awaitable, Callable

from aiohttp import web

from domain.errors import AssistantError

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
FORWARDED = (
    "Forwarded",
    "X-Forwarded-For",
    "X-Forwarded-Host",
    "X-Forwarded-Proto",
    "X-Forwarded-Port",
    "X-Forwarded-Server",
    "X-Real-IP",
    "Via",
)


def is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def demand_loopback(host: str) -> None:
    if not is_loopback(host):
        raise AssistantError(f"--dev turns token checks off, so it only runs on this machine: use --host 127.0.0.1, not {host}.")


@web.middleware
async def only_from_here(request: web.Request, handler: Handler) -> web.StreamResponse:
    """A foreign Host header (another site's name pointed at this machine) or a proxy's header is refused."""
    name = request.host.rpartition(":")[0] if request.host.count(":") == 1 or "]:" in request.host else request.host
    if not is_loopback(name) or any(header in request.headers for header in FORWARDED):
        return web.Response(status=403, text="This is a demonstration on this machine only.")
    return await handler(request)
