"""That records wait for their review is told to the orders desk, once when one comes near and then each Monday, and of nobody."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.cards.notices import REVIEWS_HEADING
from domain.measures import Kind
from domain.policies import Policy
from domain.retention import Group, RecordClass, RetentionRules
from services.retention import AT_ONCE, Retention
from services.retention_notices import plan_review_notices
from storage.work import Database
from tests.fakes.messenger import Arrived
from tests.people import DESK
from tests.reminding import JOB, Register
from tests.retention import ENDS, Office, an_old_order

DAY = timedelta(days=1)
# A Thursday, four weeks and a day before the review of 10 January 2025.
TOO_SOON = datetime(2024, 12, 12, 12, tzinfo=UTC)


@pytest.fixture
async def office(embedded: Database) -> Office:
    office = Office(embedded)
    await office.holds(an_old_order())
    office.clock.now = TOO_SOON
    return office


async def told(office: Office, days: int = 28) -> int:
    policy = Policy(retention=RetentionRules(notice=timedelta(days=days)))
    return await plan_review_notices(office.database.work, office.clock, JOB, lambda: policy)


async def told_on(office: Office, days: int) -> list[int]:
    """Of that many mornings one after the other."""
    found = []
    for _ in range(days):
        office.clock.advance(DAY)
        found.append(await told(office))
    return found


async def arrived_at(office: Office) -> list[Arrived]:
    """What of this reaches the desk, beside the reminders of contacts."""
    register = Register(office.database)
    register.clock = office.clock
    office.clock.advance(timedelta(seconds=3))
    await register.dispatched()
    return [one for one in register.messenger.arrived if REVIEWS_HEADING in str(one.drawn.activity)]


async def test_it_is_told_once_when_the_review_comes_near_and_then_on_mondays(office: Office) -> None:
    assert TOO_SOON.strftime("%A") == "Thursday"
    assert [await told(office), await told(office)] == [0, 0]
    assert await told_on(office, 11) == [1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1]


async def test_the_force_says_how_long_before(office: Office) -> None:
    assert await told(office, days=60) == 1


async def test_what_is_due_is_found_behind_however_much_that_ended_before_it_and_is_not(office: Office) -> None:
    later = RetentionRules(classes={**RetentionRules().classes, RecordClass.MEASURE: Group.TWO})
    before = {"kind": Kind.SPO, "expires_at": ENDS - 30 * DAY}
    await office.holds(*(an_old_order(case_no=f"18{number:014}", **before) for number in range(AT_ONCE + 1)))
    office.clock.now = datetime(2025, 2, 1, 12, tzinfo=UTC)
    found = await Retention(office.database.work, office.clock, lambda: Policy(retention=later)).due(DESK)
    assert [one.order.kind for one in found.records] == [Kind.NMO]


async def test_where_nothing_waits_nobody_is_told_on_a_monday_either(office: Office) -> None:
    office.clock.now = TOO_SOON - timedelta(days=400)
    assert await told_on(office, 8) == [0] * 8


async def test_the_notice_holds_figures_and_its_press_shows_the_list(office: Office) -> None:
    await office.holds(an_old_order(case_no="1800000000000009"))
    office.clock.now = datetime(2025, 1, 12, 12, tzinfo=UTC)
    assert await told(office) == 1
    (arrived,) = await arrived_at(office)
    said = str(arrived.drawn.activity)
    assert (arrived.recipient, [one.verb for one in arrived.drawn.actions]) == (DESK.id, ["retention:list"])
    assert "2 records are due for review, the oldest since 10 January 2025." in said
    assert not any(word in said for word in ("Quillfeather", "Applegarth", "NMO-", "18000000"))


async def test_where_none_is_due_yet_nothing_is_said_to_be_more(office: Office) -> None:
    office.clock.advance(DAY)
    assert await told(office) == 1
    (arrived,) = await arrived_at(office)
    assert "1 record falls due for review soon." in str(arrived.drawn.activity)
    said = await office.chat().say("retention reviews")
    assert {"No record is due for review today.", "1 record falls due within 28 days."} <= set(said)


async def test_what_was_decided_before_the_notice_leaves_is_not_told(office: Office) -> None:
    office.clock.now = datetime(2025, 1, 12, 12, tzinfo=UTC)
    assert await told(office) == 1
    async with office.database.reading() as uow:
        (order,) = await uow.orders.next_after("", 5)
    await Retention(office.database.work, office.clock, Policy).hold(DESK, order.id, 0, "Civil claim")
    assert await arrived_at(office) == []


async def test_the_list_says_how_long_each_has_waited_and_how_many_are_coming(office: Office) -> None:
    late = an_old_order(case_no="1800000000000010", expires_at=datetime(2019, 1, 30, 12, tzinfo=UTC))
    await office.holds(late)
    office.clock.now = datetime(2025, 1, 12, 12, tzinfo=UTC)
    said = await office.chat().say("retention reviews")
    assert "Review due on 10 January 2025; waiting for 2 days; clock from 10 January 2019." in said
    assert "1 more falls due within 28 days." in said
