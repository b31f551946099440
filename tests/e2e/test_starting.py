"""The program as a person starts it: python app.py, from nothing to an answering page, and how long that takes."""

from resource import RLIMIT_CORE, RUSAGE_CHILDREN, getrusage, prlimit

import aiohttp
import pytest

from demo.people import officers_csv
from tests.e2e.register import Register
from tests.e2e.running import READY, Warm, cold, free_port, ready, serving
from tests.e2e.story import ASKED, RESPONSE
from tests.e2e.teams import read
from tests.e2e.web import at_the_page


def processor_seconds() -> float:
    """Spent by processes of this one's that have ended."""
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


async def test_it_starts_serves_and_stops_within_four_seconds_of_one_processor(register: Register, session: aiohttp.ClientSession) -> None:
    port, before = free_port(), processor_seconds()
    async with cold(["serve", "--dev", "--port", str(port)], register.settings) as process:
        await process.says(READY)
        await ready(session, f"http://127.0.0.1:{port}")
        # A dump would hold in plain words what is sealed on the disk.
        assert prlimit(process.pid, RLIMIT_CORE) == (0, 0)
    assert process.status.result() == 0
    assert "token checks are OFF" in process.err[0]
    assert processor_seconds() - before < 4


async def test_the_demonstration_begins_from_nothing_and_is_opened_again(
    warm: Warm, session: aiohttp.ClientSession, tmp_path_factory: pytest.TempPathFactory
) -> None:
    register = Register(tmp_path_factory.mktemp("demo"))
    async with serving(warm, ["demo"], register.settings) as server, at_the_page(session, server.url, RESPONSE) as officer:
        names = [line.split(",")[1] for line in officers_csv().splitlines()[1:]]
        assert [name for name in names if not any(name in line for line in server.process.out)] == []
        assert "Jane Marlow" in read(await officer.says(ASKED))
    assert register.key.stat().st_mode & 0o777 == 0o600
    async with serving(warm, ["demo"], register.settings) as server, at_the_page(session, server.url, RESPONSE) as officer:
        assert "Loading the made-up force ..." not in server.process.out
        assert "Jane Marlow" in read(await officer.says(ASKED))


async def test_a_page_of_another_site_cannot_use_the_demonstration(warm: Warm, register: Register, session: aiohttp.ClientSession) -> None:
    async with serving(warm, ["serve", "--dev"], register.settings) as server:
        answers = []
        for headers in ({"Host": "elsewhere.example"}, {"X-Forwarded-For": "192.0.2.1"}, {"Via": "1.1 proxy"}):
            async with session.get(server.url, headers=headers) as answer:
                answers.append(answer.status)
        async with session.get(server.url) as page:
            answers.append(page.status)
    assert answers == [403, 403, 403, 200]
