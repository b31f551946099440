"""A line that names an order by its reference shows nobody before the reason for access is given, and goes on by itself then."""

import pytest

from bot.cards.reasons import WHY
from dialogs.local_joined import local_dialogs
from dialogs.lookups import LookupDialog
from dialogs.register_joined import register_dialogs
from domain.orders import Order
from domain.policies import Policy
from storage.work import Database
from tests.fakes.chat import Chat
from tests.measures import Desk
from tests.orders import an_order
from tests.people import RESPONSE


@pytest.fixture
async def desk(embedded: Database) -> Desk:
    desk = Desk(embedded)
    await desk.holds(ORDER)
    return desk


ORDER: Order = an_order()
NAMES = (ORDER.respondent.surname or "no name", ORDER.applicant.surname or "no name")


def asking(desk: Desk) -> Chat:
    """A chat of a force that asks why somebody is looked up."""
    work, clock = desk.database.work, desk.clock
    capabilities = [LookupDialog(work, clock, Policy), *register_dialogs(work, clock, Policy), *local_dialogs(work, clock, Policy)]
    return Chat(desk.database, RESPONSE, capabilities, clock=clock)


@pytest.mark.parametrize(
    ("line", "then"),
    [
        ("enter a dvpn on {}", "Enter: Domestic violence protection notice (DVPN)"),
        ("add a measure to {}", "Which measure?"),
        ("briefing {}", "Compliance visit: {}"),
        ("plan a visit {}", "Compliance visit: {}"),
    ],
)
async def test_a_reference_that_is_typed_is_asked_for_its_reason_first(desk: Desk, line: str, then: str) -> None:
    chat = asking(desk)
    said = await chat.say(line.format(ORDER.reference))
    assert WHY in said
    assert not any(name in words for words in said for name in NAMES)
    assert then.format(ORDER.reference) in await chat.press("Breach or arrest")


async def test_the_reason_that_was_given_stands_on_the_lines_of_the_trail(desk: Desk) -> None:
    chat = asking(desk)
    await chat.say(f"briefing {ORDER.reference}")
    await chat.press("Breach or arrest")
    await chat.say(f"enter a dvpn on {ORDER.reference}")
    async with desk.database.reading() as uow:
        told = {one.event: one.reason for one in await uow.audit.since()}
    (code,) = [one.code for one in Policy().reasons if one.words == "Breach or arrest"]
    assert {told["visit:plan:shown"], told["measure:begun"]} == {code}


async def test_a_measure_of_nobody_who_is_held_is_entered_without_one(desk: Desk) -> None:
    assert "Enter: Domestic violence protection notice (DVPN)" in await asking(desk).say("enter a dvpn")
