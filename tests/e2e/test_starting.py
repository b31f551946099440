"""The program as a person starts it: .venv/bin/python app.py, from nothing to an answering page, and how long that takes."""

import subprocess
import sys
from resource import RLIMIT_CORE, RUSAGE_CHILDREN, getrusage, prlimit
from uuid import UUID

import aiohttp
import pytest

from demo.people import officer_id, officers_csv
from tests.e2e.register import Register
from tests.e2e.running import READY, ROOT, Warm, cold, free_port, ready, serving, surroundings
from tests.e2e.story import ADMIN, ASKED, RESPONSE
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
        assert "Jane Marlow" in read(await officer.looks_up(ASKED))
    assert register.key.stat().st_mode & 0o777 == 0o600
    async with serving(warm, ["demo"], register.settings) as server, at_the_page(session, server.url, RESPONSE) as officer:
        assert "Loading the made-up force ..." not in server.process.out
        assert "Jane Marlow" in read(await officer.says(ASKED))


async def test_only_on_a_register_that_is_no_demonstration_s_is_it_told_that_anybody_can_be_anyone(
    warm: Warm, register: Register, session: aiohttp.ClientSession, tmp_path_factory: pytest.TempPathFactory
) -> None:
    made_up = Register(tmp_path_factory.mktemp("demo"))
    told = []
    for command, one in ((["serve", "--dev"], register), (["demo"], made_up), (["serve", "--dev"], made_up)):
        async with serving(warm, command, one.settings) as server:
            await ready(session, server.url)
        exported = await warm.command("audit", "export", str(UUID(int=0)), "--as", str(officer_id(ADMIN)), **one.settings)
        lines = [line["event"] for line in exported.json if line["actor"] == str(UUID(int=0))]
        told.append((lines, [line for line in server.process.err if "anybody could act" in line] != []))
    assert told == [(["command:serve-dev:run"], True), ([], False), ([], False)]


def test_a_crash_leaves_no_copy_of_the_memory_whatever_the_command(register: Register) -> None:
    """Each command comes by the same door, so one that opens the register stands for all."""
    program = "import sys, resource, app; status = app.main(sys.argv[1:]); print(status, *resource.getrlimit(resource.RLIMIT_CORE))"
    command = [sys.executable, "-c", program, "people", "import", "no-such-file.csv", "--as", str(officer_id(ADMIN))]
    ended = subprocess.run(command, cwd=ROOT, env=surroundings(register.settings), capture_output=True, text=True, check=True)
    assert (ended.stdout, ended.stderr) == ("1 0 0\n", "There is no file no-such-file.csv.\n")


async def test_a_page_of_another_site_cannot_use_the_demonstration(warm: Warm, register: Register, session: aiohttp.ClientSession) -> None:
    async with serving(warm, ["serve", "--dev"], register.settings) as server:
        answers = []
        for headers in ({"Host": "elsewhere.example"}, {"X-Forwarded-For": "192.0.2.1"}, {"Via": "1.1 proxy"}):
            async with session.get(server.url, headers=headers) as answer:
                answers.append(answer.status)
        async with session.get(server.url) as page:
            answers.append(page.status)
    assert answers == [403, 403, 403, 200]
