"""A card about a record that was erased, as it stands in Teams: put anew without a word of the record, whoever works then."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.connector import Connector
from bot.hosts import ServiceHosts
from bot.outbound import open_session
from bot.tokens import NoToken
from domain.conversations import ERASED
from domain.orders import Order
from services.erasing import erase_by_reference
from storage.redacting import ON_THE_WAY
from storage.work import Database
from tests.bot.test_taking_away import Teams
from tests.fakes.connector_server import FakeConnector
from tests.orders import an_order
from tests.people import ADMIN, EVERYONE
from tests.trail import trail_of

LONG_AFTER = timedelta(days=300)


@pytest.fixture
async def order(database: Database) -> Order:
    order = an_order()
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many([order])
        await uow.search.add([order])
    return order


@pytest.fixture
async def teams(database: Database) -> AsyncIterator[Teams]:
    async with FakeConnector() as channel, open_session() as session:
        yield Teams(database, channel, Connector(session, NoToken(), ServiceHosts(loopback_port_ok=True), timeout=5))


async def test_a_card_in_teams_is_put_anew_without_what_it_showed(database: Database, teams: Teams, order: Order) -> None:
    await teams.hears(text="john smith 12/3/85")
    shown = [number for number, one in enumerate(teams.channel.requests, start=1) if "Marlow" in str(one.body)]
    teams.clock.advance(LONG_AFTER)
    await erase_by_reference(database.work, teams.clock, ADMIN, order.reference, "ordered")
    await teams.worked()
    await teams.worked()
    assert [(one.activity, one.body["text"]) for one in teams.put()] == [(f"activity-{number}", ERASED) for number in shown]
    assert "Marlow" not in str(teams.put())
    assert "attachments" not in str(teams.put())
    lines = [one for one in await trail_of(database) if one.event == "retention:card:redacted"]
    assert {str(order.id) in one.subject for one in lines} == {True}


async def test_what_teams_shows_of_others_stays(database: Database, teams: Teams, order: Order) -> None:
    await teams.hears(text="help")
    teams.clock.advance(timedelta(minutes=1))
    await teams.hears(text="john smith 12/3/85")
    teams.clock.advance(LONG_AFTER)
    before = len([one for one in teams.channel.requests if one.method == "POST"])
    await erase_by_reference(database.work, teams.clock, ADMIN, order.reference, "ordered")
    await teams.worked()
    assert len(teams.put()) < before


async def test_what_is_on_its_way_to_teams_meanwhile_is_changed_once_it_stands_there(
    database: Database, teams: Teams, order: Order
) -> None:
    arriving = await teams.hears_undelivered("john smith 12/3/85")
    teams.clock.advance(LONG_AFTER)
    await erase_by_reference(database.work, teams.clock, ADMIN, order.reference, "ordered")
    async with database.work() as uow:
        await uow.messages.all_delivered([(arriving[0].id, teams.clock(), "activity-late")])
    await teams.worked()
    assert teams.put() == []
    teams.clock.advance(ON_THE_WAY)
    await teams.worked()
    assert [(one.activity, one.body["text"]) for one in teams.put()] == [("activity-late", ERASED)]
