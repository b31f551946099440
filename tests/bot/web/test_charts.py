"""A picture comes from the chat page's own server, as a picture alone."""

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.charts import chart, chart_path
from bot.web import charts
from domain.contact_reports import Kept
from domain.contacts import Risk

KEPT = {Risk.HIGH: Kept(4, 3)}


async def test_a_picture_is_drawn_from_its_address_and_may_do_nothing() -> None:
    app = web.Application()
    app.add_routes(charts.routes())
    async with TestClient(TestServer(app)) as client:
        answer = await client.get(chart_path(KEPT))
        assert (answer.status, answer.content_type, await answer.text()) == (200, "image/svg+xml", chart(KEPT))
        assert answer.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert (await client.get("/charts/nothing.svg")).status == 404
