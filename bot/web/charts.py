"""Pictures of figures at the chat page's own address, drawn from what the address says: there is nothing to look up and nothing to be let into."""

from aiohttp import web

from bot import beat_charts, quality_charts
from bot.charts import PATH, chart, figures_in

_DRAWN = {
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, max-age=86400",
}


def routes() -> list[web.RouteDef]:
    return [web.get(PATH, drawn), web.get(beat_charts.PATH, drawn_of_a_beat), web.get(quality_charts.PATH, drawn_of_quality)]


async def drawn(request: web.Request) -> web.Response:
    kept = figures_in(request.match_info["figures"])
    if kept is None:
        raise web.HTTPNotFound(text="There is no such picture.")
    return web.Response(text=chart(kept), content_type="image/svg+xml", headers=_DRAWN)


async def drawn_of_a_beat(request: web.Request) -> web.Response:
    ladder = beat_charts.figures_in(request.match_info["figures"])
    if ladder is None:
        raise web.HTTPNotFound(text="There is no such picture.")
    return web.Response(text=beat_charts.chart(ladder), content_type="image/svg+xml", headers=_DRAWN)


async def drawn_of_quality(request: web.Request) -> web.Response:
    weeks = quality_charts.figures_in(request.match_info["figures"])
    if weeks is None:
        raise web.HTTPNotFound(text="There is no such picture.")
    return web.Response(text=quality_charts.chart(weeks), content_type="image/svg+xml", headers=_DRAWN)
