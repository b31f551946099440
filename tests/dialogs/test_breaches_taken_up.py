"""A record that was begun and not sent is gone on with, and the officer is told so."""

from datetime import timedelta

from dialogs.breaches import GOING_ON
from storage.work import Database
from tests.dialogs.test_breaches import Scene
from tests.orders import an_order


async def test_pressing_record_a_breach_again_goes_on_with_the_open_one(embedded: Database) -> None:
    scene = Scene(embedded)
    order_id = await scene.holds(an_order())
    first, second = scene.window("phone"), scene.window("desk")
    await first.say("record a breach", order_id=order_id)
    await first.say("no")
    (said, *card) = await second.say("record a breach", order_id=order_id)
    assert said == f"{GOING_ON} It was begun on Sun 22 November 2026 at 10:50."
    assert "What happened?" in card


async def test_whether_anyone_is_in_danger_is_asked_anew_when_an_old_record_is_taken_up(embedded: Database) -> None:
    scene = Scene(embedded)
    order_id = await scene.holds(an_order())
    talk = scene.window()
    await talk.say("record a breach", order_id=order_id)
    await talk.say("no")
    await talk.say("He texted her three times.")
    scene.clock.advance(timedelta(minutes=15))
    later = scene.window("later")
    assert "Is anyone in danger now?" in await later.say("record a breach", order_id=order_id)
    assert "When was it?" in await later.say("no")
