"""The whole way for a Bot Framework client, in production mode: signed activities in, signed calls to the local channel out."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest

from tests.e2e.register import Register
from tests.e2e.running import Warm, ready, serving
from tests.e2e.story import ANSWERS, ASKED, LIAISON, RECORDED, REMINDER, RESPONSE
from tests.e2e.teams import Teams, cards_of, read
from tests.fakes.connector_server import FakeConnector
from tests.fakes.issuer import FakeIssuer


@asynccontextmanager
async def in_teams(warm: Warm, register: Register, session: aiohttp.ClientSession, **more: str) -> AsyncIterator[Teams]:
    async with FakeConnector() as connector, FakeIssuer(service_url=connector.url) as issuer:
        settings = register.in_teams(issuer, connector) | more
        async with serving(warm, ["serve"], settings) as server:
            await ready(session, server.url)
            yield Teams(issuer, connector, session, server.url)


@pytest.fixture
async def teams(warm: Warm, register: Register, session: aiohttp.ClientSession) -> AsyncIterator[Teams]:
    async with in_teams(warm, register, session) as teams:
        yield teams


async def tell_the_story(teams: Teams) -> None:
    liaison, response = teams.officer(LIAISON), teams.officer(RESPONSE)
    await liaison.joins()
    await liaison.says("hello")
    assert "Look an order up" in " ".join(read(await response.joins()))
    assert await response.joins() == []

    shown = await response.looks_up(ASKED)
    assert [words for words in ("John Smith", "12 March 1985", "Jane Marlow") if words not in " ".join(read(shown))] == []
    assert len(shown) == 1

    shown = await response.submits(shown, "Record a breach")
    for title, inputs in ANSWERS:
        shown = await response.presses(shown, title, **inputs)
    shown = await response.presses(shown, "Send")
    assert "Download" not in str(shown)
    assert [words for words in read(shown) if words.startswith(RECORDED)] != []

    reminder = await liaison.hears(REMINDER)
    told = cards_of([reminder])[0]
    assert "Jane Marlow" in read([reminder])
    outside_the_card = " ".join([str({**reminder, "attachments": ""}), told["speak"], told["fallbackText"]])
    assert re.findall("(?i)jane|marlow|john|smith|breach", outside_the_card) == []
    assert reminder["summary"] == "NMO Bot has a message for you."

    done = await liaison.presses([reminder], "Done: spoke, safe")
    assert re.search(r"Recorded: .* Next: .* You will be reminded on ", " ".join(read(done)))
    assert read(await liaison.presses([reminder], "Done: spoke, safe")) == ["Done."], "a double press is one press"


async def test_a_breach_recorded_in_teams_reminds_the_liaison_officer_who_makes_contact(teams: Teams) -> None:
    await tell_the_story(teams)
    sent = teams.connector.requests
    assert {one.authorization for one in sent} <= {f"Bearer {bearer}" for bearer in teams.issuer.bearers}
    assert {form["grant_type"] for form in teams.issuer.forms} == {"client_credentials"}


async def test_the_protected_person_s_address_never_stands_in_the_place_of_a_card_that_was_pressed(teams: Teams) -> None:
    liaison = teams.officer(LIAISON)
    shown = await liaison.presses(await liaison.looks_up(ASKED), "Address of the protected person")
    in_its_place, *_ = await liaison.presses(shown, "Contact with the victim")
    assert "shown below for one minute" in in_its_place["text"]
    card = await liaison.hears("3 Cobbler's Yard")
    assert re.findall("(?i)cobbler|ambermere", str({**card, "attachments": ""})) == []
