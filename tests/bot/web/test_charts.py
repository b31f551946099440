"""A picture comes from the chat page's own server, as a picture alone."""

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot import beat_charts
from bot.charts import chart, chart_path
from bot.web import charts
from domain.beats import Ladder
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


async def test_the_picture_of_a_beat_is_drawn_from_its_address_too() -> None:
    ladder = Ladder((1, 0, 7), 12, 3)
    app = web.Application()
    app.add_routes(charts.routes())
    async with TestClient(TestServer(app)) as client:
        answer = await client.get(beat_charts.chart_path(ladder))
        assert (answer.status, answer.content_type, await answer.text()) == (200, "image/svg+xml", beat_charts.chart(ladder))
        assert "In 15 to 28 days: 7." in beat_charts.words_of(ladder)
        assert [(await client.get(f"/charts/beat/{figures}.svg")).status for figures in ("1.2", "1.2.3.4.x", "9999999.0.0.0.0")] == [
            404
        ] * 3
