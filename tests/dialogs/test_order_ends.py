"""A slip in the year of an end is caught before it makes an order history: when it is registered, corrected, or changed by the court."""

from datetime import UTC, date, datetime

import pytest

from domain.ends import BEFORE_IT_WAS_MADE, HEARD_BEFORE_IT_WAS_MADE, NOT_KEPT
from domain.orders import Order
from domain.provenance import Provenance
from storage.work import Database
from tests.fakes.chat import Chat
from tests.orders import an_order
from tests.people import DESK
from tests.registering import FORM, hold_orders, register_chat

ENDED = (
    "As entered it ended on Tue 18 November 2025 at 23:59: an officer who looks it up is told that it is history. Look at the year again."
)
LAST_YEAR = "18 November 2025 23:59"


@pytest.fixture
async def chat(database: Database) -> Chat:
    await hold_orders(database, [])
    return register_chat(database, DESK)


@pytest.fixture
async def by_hand(database: Database) -> Order:
    """Made two years ago, so that an end of last year is possible and past."""
    order = an_order(
        made_on=date(2024, 11, 1), expires_at=datetime(2027, 5, 18, 22, 59, tzinfo=UTC), provenance=Provenance.SOLICITOR, has_document=False
    )
    await hold_orders(database, [order])
    return order


async def test_an_order_that_would_end_before_it_was_made_is_not_offered_to_be_saved(chat: Chat) -> None:
    await chat.say("register an order")
    assert BEFORE_IT_WAS_MADE in await chat.press("Next: check and save", **{**FORM, "ends": LAST_YEAR})
    assert "Save" not in chat.buttons
    assert "Register this order?" in await chat.press("Next: check and save", **FORM)


async def test_a_return_hearing_before_the_order_was_made_is_not_offered_to_be_saved(chat: Chat) -> None:
    await chat.say("register an order")
    assert HEARD_BEFORE_IT_WAS_MADE in await chat.press("Next: check and save", **{**FORM, "hearing": "1 December 2025"})
    assert "Save" not in chat.buttons


async def test_an_order_that_has_ended_is_registered_after_a_look_at_the_year(chat: Chat) -> None:
    await chat.say("register an order")
    said = await chat.press("Next: check and save", **{**FORM, "made_on": "18 November 2024", "ends": LAST_YEAR})
    assert ENDED in said
    assert "It can be found now." in await chat.press("Save")


async def test_an_order_that_runs_is_registered_without_a_word_of_its_end(chat: Chat) -> None:
    await chat.say("register an order")
    said = await chat.press("Next: check and save", **FORM)
    assert [words for words in said if words.startswith("As entered it ended")] == []


@pytest.mark.parametrize("otherwise", ["no_fixed", "further_order", "next_hearing"])
async def test_a_day_of_the_end_that_is_not_kept_is_told_before_the_order_is_saved(chat: Chat, otherwise: str) -> None:
    await chat.say("register an order")
    said = await chat.press(
        "Next: check and save", **{**FORM, "end": otherwise, "ends": "18 November 2027 23:59", "hearing": "2 December 2026"}
    )
    assert NOT_KEPT.format(end="18 November 2027 23:59") in said
    assert "Save" in chat.buttons


async def test_a_correction_does_not_put_the_end_before_the_day_it_was_made(database: Database, by_hand: Order) -> None:
    chat = register_chat(database, DESK)
    await chat.say(by_hand.reference)
    await chat.press("Change this order")
    await chat.press("Correct a slip in what was typed")
    assert await chat.press("Show before and after", ends="18 May 2024", learned="court_email") == [BEFORE_IT_WAS_MADE]
    assert ENDED in await chat.press("Show before and after", ends=LAST_YEAR, learned="court_email")


async def test_the_court_does_not_vary_an_order_to_end_before_it_was_made(database: Database, by_hand: Order) -> None:
    chat = register_chat(database, DESK)
    await chat.say(by_hand.reference)
    await chat.say("varied by the court yesterday")
    told = {"what": "end", "when": "yesterday", "learned": "court_email"}
    assert await chat.press("Show before and after", **told, new_end="18 May 2024") == [BEFORE_IT_WAS_MADE]
    assert ENDED in await chat.press("Show before and after", **told, new_end=LAST_YEAR)
