"""Each house rule finds a breach in a bad sample and none in a good one."""

import pytest

from tests.house import rules


def body(lines: int) -> str:
    return "def work():\n" + "    pass\n" * (lines - 1)


@pytest.mark.parametrize(
    ("rule", "good", "bad"),
    [
        (rules.long_files, "pass\n" * 300, "pass\n" * 301),
        (rules.long_functions, body(40), body(41)),
        (rules.long_functions, f"async {body(40)}", f"async {body(41)}"),
        (rules.missing_docstring, '"""What it is for."""\nx = 1\n', "x = 1\n"),
        (rules.missing_docstring, "", "import os\n"),
        (rules.commits, "work.commits()", "await_ = session.commit()"),
        (rules.commits, "commit = 1", "uow.session.commit()"),
        (rules.wall_clock_reads, "clock.now()", "datetime.now(UTC)"),
        (rules.wall_clock_reads, "day.today", "dt.datetime.utcnow()"),
        (rules.wall_clock_reads, "datetime(2026, 1, 1)", "clock = datetime.now"),
        (rules.wall_clock_reads, "date.max", "date.today()"),
        (rules.sleeps, "await event.wait()", "await asyncio.sleep(1)"),
        (rules.sleeps, "await asyncio.sleep(0)", "await asyncio.sleep(0.01)"),
        (rules.sleeps, "asleep()", "sleep(1)"),
        (rules.sleeps, "page.wait_for_selector('a')", "page.wait_for_timeout(100)"),
        (rules.inline_statements, "_ONE = select(mark)", "def get(): return select(mark).where(mark.c.name == name)"),
        (rules.inline_statements, "async def put(): seen.update(rows)", "async def put(): await execute(update(mark))"),
        (rules.private_libraries, "import storage.work", "import os, sqlalchemy.orm"),
        (rules.private_libraries, "from bot import edge", "from botbuilder.core import TurnContext"),
        (rules.beyond_the_domain, "import re\nfrom domain import dates\nfrom rapidfuzz import fuzz", "import tomlkit"),
        (rules.beyond_the_domain, "from collections.abc import Iterator", "def work():\n    from aiohttp.web import Request"),
        (rules.unreasoned_silences, "x = 1  # type: ignore[misc]  # the library has no types", "x = 1  # type: ignore[misc]"),
        (rules.unreasoned_silences, "x = 1  # noqa: S608  # bound above", "x = 1  # noqa: S608"),
        (rules.unreasoned_silences, "x = 1  # noqa: S608 - it is bound", "x = 1  # noqa: S608 -"),
        (rules.unreasoned_silences, "x = 1  # nobody", "x = 1  # noqa"),
        (rules.gendered_words, "ASK = 'ask how the respondent knew'", "ASK = 'ask how he knew'"),
        (rules.gendered_words, "X = r'(?:he|she) is here'", "X = f'ask her for {what}'"),
        (rules.foreign_words, "see the work/notes", f"see {rules.SLASH}work/notes"),
        (rules.foreign_words, "tmp/x", f"open('{rules.SLASH}tmp/x')"),
        (rules.foreign_words, "our registry", "https://files.python" + "hosted.example"),
        (rules.unguarded, "async def give(actor):\n    actor.must(Permission.GIVE)", "async def give(actor):\n    pass"),
        (rules.unguarded, "async def _give(): pass", "async def give():\n    actor.must(Permission.GIVE)"),
        (rules.unguarded, "class Given(Protocol):\n    async def give(self): ...", "class Gifts:\n    async def give(self): ..."),
        (
            rules.unguarded,
            "async def give(officer):\n    'Why.'\n    officer.must(Permission.GIVE)",
            "async def give(officer):\n    x = 1\n    officer.must(Permission.GIVE)",
        ),
        (rules.unaudited, "async def give(): uow.audit.note()", "async def give(): uow.gifts.get()\nasync def _get(): uow.audit.note()"),
        (
            rules.unaudited,
            "async def give(): await _save()\nasync def _save(): uow.audit.note()",
            "async def give(): await _save()\nasync def _save(): pass",
        ),
    ],
)
def test_a_rule_finds_its_breach(rule: rules.Rule, good: str, bad: str) -> None:
    assert (list(rule(good)), len(list(rule(bad)))) == ([], 1)


def test_a_setting_without_words_is_found() -> None:
    assert list(rules.undocumented({"NMO_PORT"}, "`NMO_PORT` is the port.")) == []
    assert list(rules.undocumented({"NMO_PORT"}, "NMO_PORTS")) == ["NMO_PORT is not in docs/settings.md"]
    assert list(rules.undocumented(set(), "`NMO_OLD`")) == ["NMO_OLD is in docs/settings.md and no setting"]
