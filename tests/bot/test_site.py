"""The site: nothing but loopback under --dev, nothing of the web chat outside it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.edge import Edge
from bot.heard import Heard
from bot.loopback import demand_loopback, is_loopback
from bot.site import build_site
from bot.turns import Outcome
from bot.web.chat import WebChat
from domain.errors import AssistantError
from tests.fakes.webchat import EchoDesk, MadeUpRoster, MemoryTranscript, SteppingClock


class Silent:
    """Hears and answers nothing."""

    async def hear(self, heard: Heard) -> Outcome:
        return Outcome()


class Readiness:
    def __init__(self) -> None:
        self.fine = True

    async def __call__(self) -> tuple[bool, dict[str, Any]]:
        return self.fine, {"database": self.fine}


async def measured() -> bytes:
    return b"turns 1\n"


def site(web_chat: WebChat | None, ready: Readiness | None = None) -> TestClient[Any, Any]:
    edge = Edge(None, Silent(), None)  # type: ignore[arg-type]  # no answer is sent here
    return TestClient(TestServer(build_site(edge, ready or Readiness(), measured, web_chat)))


@pytest.fixture
async def dev() -> AsyncIterator[TestClient[Any, Any]]:
    clock = SteppingClock()
    transcript = MemoryTranscript(clock)
    async with site(WebChat(EchoDesk(transcript), transcript, MadeUpRoster(), clock, bytes(32))) as client:
        yield client


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/directline/people",
        "/directline/conversations/x/activities",
        "/static/chat.js",
        "/directline",
        "/papers/x",
        "/directline/files/x",
    ],
)
async def test_outside_dev_there_is_no_web_chat(path: str) -> None:
    async with site(None) as client:
        assert (await client.get(path)).status == 404
        assert (await client.post(path)).status == 404


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/metrics", "/nothing", "/api/messages"])
async def test_no_answer_tells_which_versions_run_here(path: str) -> None:
    async with site(None) as client:
        headers = (await client.get(path)).headers
        assert ("Server" in headers, headers["X-Content-Type-Options"]) == (False, "nosniff")


@pytest.mark.parametrize(("path", "status"), [("/healthz", 200), ("/readyz", 403), ("/metrics", 403)])
@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])
async def test_how_the_bot_is_doing_is_told_to_nobody_who_comes_through_a_proxy(path: str, status: int, header: str) -> None:
    async with site(None) as client:
        assert (await client.get(path, headers={header: "127.0.0.1"})).status == status


@pytest.mark.parametrize("path", ["/", "/directline/people", "/api/messages", "/healthz"])
@pytest.mark.parametrize(
    "header",
    [
        {"Host": "nmo.example"},
        {"Host": "nmo.example:3978"},
        {"Host": "127.0.0.1.nmo.example"},
        {"Host": "127.0.0.1@nmo.example"},
        {"Host": "192.0.2.7:3978"},
        {"Host": "localhost.nmo.example"},
        {"Host": ""},
        {"X-Forwarded-For": "192.0.2.7"},
        {"X-Forwarded-Host": "nmo.example"},
        {"Forwarded": "for=192.0.2.7"},
        {"Via": "1.1 proxy"},
        {"X-Real-IP": "192.0.2.7"},
    ],
)
async def test_dev_answers_nobody_who_comes_by_another_name_or_through_a_proxy(
    dev: TestClient[Any, Any], header: dict[str, str], path: str
) -> None:
    assert (await dev.get(path, headers=header)).status == 403


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:3978", "localhost", "LOCALHOST:3978", "[::1]", "[::1]:3978"])
async def test_dev_answers_this_machine_by_any_of_its_names(dev: TestClient[Any, Any], host: str) -> None:
    assert (await dev.get("/directline/people", headers={"Host": host})).status == 200


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.7", "nmo.example", ""])  # noqa: S104 - the addresses that are refused
def test_dev_is_refused_off_loopback_in_one_line(host: str) -> None:
    with pytest.raises(AssistantError, match=r"--host 127\.0\.0\.1"):
        demand_loopback(host)


def test_loopback_is_the_whole_net_of_this_machine() -> None:
    for host in ("127.0.0.1", "127.9.9.9", "::1", "[::1]", "localhost"):
        demand_loopback(host)
        assert is_loopback(host)


async def test_machines_are_told_how_it_stands() -> None:
    ready = Readiness()
    async with site(None, ready) as client:
        assert (await (await client.get("/healthz")).json()) == {"alive": True}
        assert (await client.get("/readyz")).status == 200
        ready.fine = False
        assert (await client.get("/readyz")).status == 503
        assert await (await client.get("/metrics")).text() == "turns 1\n"
