"""Lists of contacts by what is asked: one's own, one's teams', what nobody has; each showing is on the trail."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from domain.contact_lists import Cursor, Listing, Span
from domain.contacts import Outcome, Risk
from domain.errors import NotAllowed, NotFound
from domain.officers import Officer, Role
from services.contact_calendar import take_calendar
from services.contact_lists import PAGE, Page, list_page, who_is_waiting
from services.contacts import record_contact
from storage.contact_lists import Standing
from storage.work import Database
from tests.orders import an_order
from tests.people import AUDITOR, EVERYONE, LEFT, RESPONSE, SUPERVISOR, VLO, officer
from tests.reminding import Register
from tests.trail import trail_of

DAY = timedelta(days=1)
SOUTH = replace(officer("Sol South", Role.VLO, team="south"), supervisor=SUPERVISOR.id)
EAST = officer("Ellis East", Role.SUPERVISOR, team="east")
GONE = replace(LEFT, roles=frozenset({Role.VLO}))


class Teams(Register):
    """Contacts of the north and the south, and one whose officer has left."""

    async def share(self, owners: Sequence[Officer], **changes: Any) -> None:
        self.order, *orders = [an_order() for _ in (VLO, *owners)]
        await self.open(*orders)
        async with self.database.work() as uow:
            for order, owner in zip([self.order, *orders], [VLO, *owners], strict=True):
                plan = await self.plan(order)
                await uow.contacts.save(replace(plan, owner=owner.id, version=plan.version + 1, **changes))

    async def lists(self, who: Officer, listing: Listing, after: Cursor | None = None) -> Page:
        return await list_page(self.database.work, self.clock, who, listing, after)


@pytest.fixture
async def teams(database: Database) -> Teams:
    teams = Teams(database, [*EVERYONE, SOUTH, EAST, GONE])
    await teams.share([VLO, SOUTH, SOUTH, SOUTH, GONE], risk=Risk.MEDIUM)
    return teams


def owners(page: Page) -> list[str]:
    return sorted(str(one.owner) for one in page.rows)


async def test_an_officer_sees_their_own_and_a_supervisor_the_teams_below(teams: Teams) -> None:
    assert owners(await teams.lists(VLO, Listing())) == ["Vic Liaison"] * 2
    assert owners(await teams.lists(SOUTH, Listing())) == ["Sol South"] * 3
    assert owners(await teams.lists(SUPERVISOR, Listing(team="South"))) == ["Sol South"] * 3
    assert owners(await teams.lists(SUPERVISOR, Listing())) == [GONE.name, *["Sol South"] * 3, *["Vic Liaison"] * 2]
    assert (await teams.lists(SUPERVISOR, Listing(own=True))).total == 0


async def test_a_team_that_is_not_theirs_is_refused_with_the_names_of_those_that_are(teams: Teams) -> None:
    with pytest.raises(NotFound, match=r"There is no east team among those whose contacts you see\. Yours: north, south\."):
        await teams.lists(SUPERVISOR, Listing(team="east"))
    with pytest.raises(NotFound, match=r"Yours: east\."):
        await teams.lists(EAST, Listing(team="south"))


async def test_what_nobody_has_any_more_is_found_by_every_supervisor_and_by_nobody_else(teams: Teams) -> None:
    for supervisor in (SUPERVISOR, EAST):
        assert owners(await teams.lists(supervisor, Listing(Span.OPEN, unowned=True))) == [GONE.name]
    assert (await teams.lists(VLO, Listing(Span.OPEN, unowned=True))).total == 0


async def test_a_page_goes_on_after_the_last_whatever_was_dealt_with_meanwhile(teams: Teams) -> None:
    await teams.share([SOUTH] * 10)
    first = await teams.lists(SOUTH, Listing())
    assert (len(first.rows), first.total) == (PAGE, 13)
    for one in first.rows:
        await record_contact(teams.database.work, teams.clock, SOUTH, one.plan.id, Outcome.SPOKE_SAFE)
    second = await teams.lists(SOUTH, Listing(), first.after)
    third = await teams.lists(SOUTH, Listing(), second.after)
    seen = [one.plan.id for page in (first, second, third) for one in page.rows]
    assert (len(seen), len(set(seen)), third.after) == (13, 13, None)


async def test_an_empty_list_names_what_comes_next(teams: Teams) -> None:
    page = await teams.lists(SOUTH, Listing(Span.OVERDUE))
    assert (page.rows, page.total) == ([], 0)
    assert page.upcoming is not None
    assert page.upcoming.owner == SOUTH.name
    teams.clock.advance(9 * DAY)
    assert (await teams.lists(SOUTH, Listing(Span.OVERDUE))).total == 3


async def test_the_board_counts_by_risk_and_names_the_five_most_pressing(teams: Teams) -> None:
    waiting = await who_is_waiting(teams.database.work, teams.clock, SUPERVISOR)
    assert waiting.teams == ("north", "south")
    assert waiting.standing[Risk.MEDIUM] == Standing(0, 6, 0, 0)
    assert (len(waiting.pressing), waiting.unowned) == (5, 1)
    elsewhere = await who_is_waiting(teams.database.work, teams.clock, EAST)
    assert (elsewhere.standing, elsewhere.pressing, elsewhere.unowned) == ({}, [], 1)


async def test_what_was_listed_is_on_the_trail_of_each_person(teams: Teams) -> None:
    page = await teams.lists(SOUTH, Listing())
    waiting = await who_is_waiting(teams.database.work, teams.clock, SUPERVISOR)
    listed, board = (await trail_of(teams.database))[-2:]
    assert (listed.event, listed.actor) == ("contact:plan:listed", SOUTH.id)
    assert (board.event, board.actor) == ("contact:plan:board_shown", SUPERVISOR.id)
    assert (len(page.rows), len(waiting.pressing)) == (3, 5)
    for line, shown in ((listed, page.rows), (board, waiting.pressing)):
        named = [id for one in shown for id in (one.plan.id, one.plan.order_id, one.plan.party_id)]
        assert line.subject.split(";") == list(map(str, named))


async def test_a_calendar_holds_ones_own_contacts_alone_and_is_a_disclosure(teams: Teams) -> None:
    entries = await take_calendar(teams.database.work, teams.clock, SOUTH, "webchat")
    async with teams.database.reading() as uow:
        plans = await uow.contacts.some({one.plan for one in entries})
    assert {plan.owner for plan in plans.values()} == {SOUTH.id}
    assert len(entries) == sum(len(plan.ahead) for plan in plans.values())
    assert [one.must_by for one in entries] == sorted(one.must_by for one in entries)
    assert (await trail_of(teams.database))[-1].event == "contact:calendar:downloaded"


@pytest.mark.parametrize("who", [RESPONSE, AUDITOR], ids=lambda one: one.name)
async def test_who_makes_no_contacts_is_shown_no_list(teams: Teams, who: Officer) -> None:
    with pytest.raises(NotAllowed):
        await teams.lists(who, Listing())
    with pytest.raises(NotAllowed):
        await take_calendar(teams.database.work, teams.clock, who)


async def test_the_board_is_for_whoever_supervises(teams: Teams) -> None:
    with pytest.raises(NotAllowed):
        await who_is_waiting(teams.database.work, teams.clock, VLO)
