"""What `understand` answers, line by line, and what it leaves on the trail."""

from bot.bodies import MAX_TEXT, TOO_LONG
from bot.commands.understanding import NO_TIME, moment_of, understood
from storage.work import Database
from tests.fakes.clock import NOON, FrozenClock
from tests.people import RESPONSE
from tests.trail import trail_of


async def test_a_line_is_answered_with_its_intent_and_its_facts(embedded: Database) -> None:
    one = understood(embedded.work, FrozenClock(NOON), RESPONSE)
    said = await one({"id": 1, "text": "breached 12/11 at 2130, LS25F00442", "now": "2026-11-20T15:00"})
    assert said == {
        "intent": "record_breach",
        "entities": {"order_no": "LS25F00442", "when": "2026-11-12T21:30"},
    }


async def test_a_day_is_reckoned_from_the_time_that_is_given(embedded: Database) -> None:
    one = understood(embedded.work, FrozenClock(NOON), RESPONSE)
    lines = [await one({"text": "served him 12/1", "now": now}) for now in ("2026-11-20T15:00", "2024-03-01T09:00:00+00:00")]
    assert [line["entities"]["when"] for line in lines] == ["2027-01-12", "2024-01-12"]


async def test_more_text_than_is_read_and_a_time_that_is_none_are_refused(embedded: Database) -> None:
    one = understood(embedded.work, FrozenClock(NOON), RESPONSE)
    assert (await one({"text": "help" + " " * MAX_TEXT}))["why"] == TOO_LONG
    assert (await one({"text": "help", "now": "noonish"}))["why"] == NO_TIME


async def test_what_was_typed_is_on_the_trail(embedded: Database) -> None:
    one = understood(embedded.work, FrozenClock(NOON), RESPONSE)
    await one({"text": "record a breach for gary nolan"})
    noted = [entry for entry in await trail_of(embedded) if entry.event == "understanding:text:read"]
    assert [(entry.outcome, entry.typed, entry.channel) for entry in noted] == [
        ("record_breach", "record a breach for gary nolan", "command")
    ]


def test_a_time_without_a_zone_is_london_s() -> None:
    moment = moment_of("2026-07-01T12:00")
    assert moment is not None
    assert moment.utcoffset() is not None
    assert moment.isoformat() == "2026-07-01T12:00:00+01:00"
