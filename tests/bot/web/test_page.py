"""The chat page and its files."""

import re
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.intents import Intent, intent_of
from bot.web import page
from tests.bot.web.talk import Server


async def test_the_page_allows_nothing_from_elsewhere_and_is_not_kept(server: Server) -> None:
    answer = await server.client.get("/")
    policy = dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))
    host = f"{server.client.host}:{server.client.port}"
    assert (policy["default-src"], policy["script-src"], policy["frame-ancestors"]) == ("'none'", "'self'", "'none'")
    assert policy["connect-src"] == f"'self' blob: ws://{host}"
    assert "unsafe" not in str(policy)
    assert (answer.headers["Cache-Control"], answer.headers["Referrer-Policy"]) == ("no-store", "no-referrer")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_each_load_has_a_nonce_of_its_own(server: Server) -> None:
    first, second = await server.client.get("/"), await server.client.get("/")
    assert await first.text() != await second.text()
    assert "{nonce}" not in await first.text()


async def test_a_host_that_would_bend_the_policy_is_refused(server: Server) -> None:
    answer = await server.client.get("/", headers={"Host": "127.0.0.1; script-src *"})
    assert answer.status == 400


async def test_a_file_the_browser_already_has_is_not_sent_again(server: Server) -> None:
    first = await server.client.get("/static/chat.css")
    again = await server.client.get("/static/chat.css", headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status, first.content_type, again.status) == (200, "text/css", 304)


async def test_scripts_are_sent_as_scripts(server: Server) -> None:
    kinds = {
        (await server.client.get(f"/static/{name}")).content_type
        for name in ("below.js", "chat.js", "line.js", "look.js", "press.js", "sent.js")
    }
    assert kinds == {"text/javascript"}


async def test_without_the_bundle_the_rest_of_the_page_is_served(tmp_path: Path) -> None:
    app = web.Application()
    app.add_routes(page.routes(tmp_path / "webchat.js"))
    async with TestClient(TestServer(app)) as client:
        assert [(await client.get(path)).status for path in ("/", "/static/webchat.js", "/static/chat.py")] == [200, 404, 404]


def test_what_a_button_of_the_page_says_is_understood() -> None:
    said = re.findall(r"say: '([^']+)'", (page.HERE / "static" / "chat.js").read_text("utf-8"))
    assert [intent_of(one) for one in said] == [Intent.RECORD_BREACH, Intent.CONTACTS_DUE, Intent.HELP]
