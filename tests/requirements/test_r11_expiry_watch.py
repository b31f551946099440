"""R11: what ends in 28, 14 and 7 days stands on a watch list before it does."""

from datetime import timedelta

import pytest

from domain.orders import Order
from storage.work import Database
from tests.fakes.clock import NOON
from tests.local import Beat, references
from tests.people import NEIGHBOUR

DAY = timedelta(days=1)


@pytest.fixture
def beat(embedded: Database) -> Beat:
    return Beat(embedded)


def steps(said: list[str]) -> list[str]:
    """What the card says of each end behind the moment itself."""
    return [word.partition(", ")[2] for word in said if word.startswith(("Fri ", "Sat ", "Sun ", "Mon ", "Tue ", "Wed ", "Thu "))]


async def test_r11_the_watch_has_what_ends_in_28_days_and_says_which_step_each_is_on(beat: Beat) -> None:
    orders = {number: beat.an_order(ends_in=number) for number in (0.2, 1, 7, 8, 14, 15, 28, 29, 60)}
    await beat.hold(*orders.values())
    chat = beat.chat(NEIGHBOUR)
    pages = [await chat.say("expiry watch"), await chat.press("Next page")]
    assert [reference for said in pages for reference in references(said)] == [
        orders[number].reference for number in (0.2, 1, 7, 8, 14, 15, 28)
    ]
    assert [step for said in pages for step in steps(said)] == [
        "today (on the 7-day watch)",
        "tomorrow (on the 7-day watch)",
        "in 7 days (on the 7-day watch)",
        "in 8 days (on the 14-day watch)",
        "in 14 days (on the 14-day watch)",
        "in 15 days (on the 28-day watch)",
        "in 28 days (on the 28-day watch)",
    ]


@pytest.mark.parametrize(
    ("line", "listed"),
    [
        ("expiring this week in Riverside", [1]),
        ("what expires next week", [5]),
        ("orders expiring this month on my beat", [1, 5]),
        ("which orders are ending next month in riverside?", [20]),
        ("orders ending in the next 5 days", [1, 5]),
        ("orders on my beat expiring within 3 weeks", [1, 5, 20]),
        ("orders expiring tomorrow", [1]),
    ],
)
async def test_r11_the_days_are_said_in_words(beat: Beat, line: str, listed: list[int]) -> None:
    orders: dict[int, Order] = {number: beat.an_order(ends_in=number) for number in (1, 5, 20, 60)}
    await beat.hold(*orders.values(), beat.an_order(ends_in=None), beat.an_order("ZZ7 1AA", ends_in=1))
    assert references(await beat.chat(NEIGHBOUR).say(line)) == [orders[number].reference for number in listed]


async def test_r11_an_order_that_ends_at_midnight_ends_with_the_day_before(beat: Beat) -> None:
    midnight = NOON.replace(hour=0) + 8 * DAY
    order = beat.an_order(expires_at=midnight)
    await beat.hold(order, beat.an_order(expires_at=midnight + DAY))
    said = await beat.chat(NEIGHBOUR).say("orders ending in the next 7 days")
    assert (references(said), "1 live order, the soonest to end first." in said) == ([order.reference], True)


async def test_r11_what_has_ended_leaves_the_watch_by_itself(beat: Beat) -> None:
    order = beat.an_order(ends_in=3)
    await beat.hold(order)
    assert references(await beat.chat(NEIGHBOUR).say("expiry watch")) == [order.reference]
    beat.clock.advance(3 * DAY)
    assert "No live order here is in this list." in await beat.chat(NEIGHBOUR, "later").say("expiry watch")
