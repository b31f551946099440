"""Web and worker as processes of their own on one database, and what is left when one is killed."""

from contextlib import AsyncExitStack

import aiohttp

from tests.e2e.register import Register
from tests.e2e.running import Warm, ready, serving, until, working
from tests.e2e.story import ANSWERS, ASKED, LIAISON, RECORDED, REMINDER, RESPONSE
from tests.e2e.teams import Teams, read
from tests.e2e.web import WebOfficer, at_the_page
from tests.fakes.connector_server import FakeConnector
from tests.fakes.issuer import FakeIssuer

MAY_BE_A_REPEAT = "This may be a repeat"


async def record_a_breach(officer: WebOfficer) -> None:
    shown = await officer.presses(await officer.looks_up(ASKED), "Record a breach")
    for title, inputs in ANSWERS:
        shown = await officer.presses(shown, title, **inputs)
    shown = await officer.presses(shown, "Send")
    assert RECORDED in " ".join(read(shown))


async def test_a_reminder_sent_by_the_worker_process_appears_live_in_the_web_process(
    warm: Warm, register: Register, session: aiohttp.ClientSession
) -> None:
    async with (
        serving(warm, ["serve", "--dev", "--role", "web"], register.settings) as web,
        working(warm, ["serve", "--dev", "--role", "worker"], register.settings),
        at_the_page(session, web.url, LIAISON) as liaison,
        at_the_page(session, web.url, RESPONSE) as response,
    ):
        await ready(session, web.url)
        await record_a_breach(response)
        reminder = await liaison.hears(REMINDER)
        assert "Next: " in " ".join(read(await liaison.presses([reminder], "Done: spoke, safe")))


async def test_an_auditor_of_its_own_beats_and_sends_nothing_while_no_alarm_stands(
    warm: Warm, register: Register, session: aiohttp.ClientSession
) -> None:
    async with (
        serving(warm, ["serve", "--dev", "--role", "web"], register.settings) as web,
        working(warm, ["serve", "--dev", "--role", "auditor"], register.settings),
    ):
        told = {"warnings": ["nobody_audits"]}

        async def audited() -> bool:
            async with session.get(f"{web.url}/readyz") as answer:
                told.update(await answer.json())
            return "nobody_audits" not in told["warnings"]

        await until(audited)
        assert told["reasons"] == ["scheduler_has_not_run"]
        async with session.get(f"{web.url}/metrics") as answer:
            assert [line for line in (await answer.text()).splitlines() if line.startswith('job_age_seconds{job="audit"}')]


async def test_a_breach_taken_before_the_process_was_killed_still_brings_its_reminder(
    warm: Warm, register: Register, session: aiohttp.ClientSession
) -> None:
    web_only = ["serve", "--dev", "--role", "web"]
    async with serving(warm, web_only, register.settings) as web, at_the_page(session, web.url, RESPONSE) as response:
        await record_a_breach(response)
        await web.process.killed()
    async with serving(warm, ["serve", "--dev"], register.settings) as server, at_the_page(session, server.url, LIAISON) as liaison:
        reminder = await liaison.hears(REMINDER)
        assert "Jane Marlow" in read([reminder])


async def test_a_process_killed_right_after_the_answer_loses_nothing_and_labels_what_it_may_repeat(
    warm: Warm, register: Register, session: aiohttp.ClientSession
) -> None:
    async with AsyncExitStack() as outside:
        connector = await outside.enter_async_context(FakeConnector())
        issuer = await outside.enter_async_context(FakeIssuer(service_url=connector.url))
        settings = register.in_teams(issuer, connector)
        async with serving(warm, ["serve"], settings) as before:
            teams = Teams(issuer, connector, session, before.url)
            liaison, response = teams.officer(LIAISON), teams.officer(RESPONSE)
            await liaison.says("hello")
            shown = await response.presses(await response.looks_up(ASKED), "Record a breach")
            for title, inputs in ANSWERS:
                shown = await response.presses(shown, title, **inputs)
            assert RECORDED in " ".join(read(await response.presses(shown, "Send")))
            await before.process.killed()
        async with serving(warm, ["serve"], settings) as after:
            teams.url = after.url
            reminder = await liaison.hears(REMINDER, patience=45)
            copies = [read([one]) for one in liaison.heard if REMINDER in " ".join(read([one]))]
            assert [MAY_BE_A_REPEAT in " ".join(copy) for copy in copies[1:]] == [True] * len(copies[1:])
            assert "Next: " in " ".join(read(await liaison.presses([reminder], "Done: spoke, safe")))


async def test_an_answer_given_before_the_kill_is_kept_and_the_record_goes_on_from_it(
    warm: Warm, register: Register, session: aiohttp.ClientSession
) -> None:
    async with serving(warm, ["serve", "--dev"], register.settings) as before, at_the_page(session, before.url, RESPONSE) as response:
        shown = await response.presses(await response.looks_up(ASKED), "Record a breach")
        for title, inputs in ANSWERS[:3]:
            shown = await response.presses(shown, title, **inputs)
        await before.process.killed()
    async with serving(warm, ["serve", "--dev"], register.settings) as after, at_the_page(session, after.url, RESPONSE) as response:
        for title, inputs in ANSWERS[3:]:
            shown = await response.presses(shown, title, **inputs)
        assert "He stood at her gate and shouted." in " ".join(read(shown))
        assert RECORDED in " ".join(read(await response.presses(shown, "Send")))
