"""The production story on PostgreSQL, set up by the command line as a force would."""

from pathlib import Path

import aiohttp
import asyncpg

from demo.force import demo_feed
from demo.people import officer_id, officers_csv
from domain.clock import utc_now
from domain.london import to_london
from tests.e2e.register import Register
from tests.e2e.running import Warm
from tests.e2e.story import ADMIN
from tests.e2e.test_teams import in_teams, tell_the_story

NAME = "e2e_story"


async def test_the_story_is_the_same_on_postgresql(warm: Warm, postgres: str, tmp_path: Path, session: aiohttp.ClientSession) -> None:
    connection = await asyncpg.connect(postgres.format(name="postgres"))
    await connection.execute(f"CREATE DATABASE {NAME}")
    await connection.close()
    register = Register(tmp_path, postgres.format(name=NAME))
    (tmp_path / "people.csv").write_text(officers_csv(), encoding="utf-8")
    demo_feed(tmp_path / "feed", to_london(utc_now()).date(), orders=12)
    admin = str(officer_id(ADMIN))
    accepted = {**register.settings, "NMO_ALLOW_UNSEALED_POSTGRESQL": "true"}
    for command in (
        ["key", "new", str(register.key)],
        ["migrate"],
        ["people", "import", str(tmp_path / "people.csv")],
        ["feed", "import", str(tmp_path / "feed"), "--as", admin],
    ):
        ended = await warm.command(*command, **accepted)
        assert (ended.status, ended.err.count("Traceback")) == (0, 0)
    unasked = await warm.command("people", "import", str(tmp_path / "people.csv"), "--as", admin, **register.settings)
    assert (unasked.status, len(unasked.err.splitlines())) == (1, 1)
    assert "PostgreSQL is for made-up data" in unasked.err
    async with in_teams(warm, register, session, NMO_ALLOW_UNSEALED_POSTGRESQL="true") as teams:
        await tell_the_story(teams)
