"""A record that was begun and not sent is gone on with, and the officer is told so."""

from datetime import timedelta

from bot.cards.breaches import ANOTHER, GOING_ON, KEPT_OUT
from dialogs.breaches import DISCARDED
from domain.audit import AuditKind
from storage.work import Database
from tests.breaches import ACCOUNT, SIMPLE
from tests.dialogs.breach_chat import Register, fields
from tests.dialogs.breach_scene import CONDITIONS, DANGER, HAPPENED, Scene, answered
from tests.orders import an_order

LOOK_UP = "any nmo on john smith dob 12/3/85"
BEGUN_BEFORE = GOING_ON.format(when="Sun 22 November 2026 at 10:50")


async def test_pressing_record_a_breach_again_goes_on_with_the_open_one(embedded: Database) -> None:
    scene = Scene(embedded)
    order_id = await scene.holds(an_order())
    first, second = scene.window("phone"), scene.window("desk")
    await first.say("record a breach", order_id=order_id)
    await first.say("no")
    said = await second.say("record a breach", order_id=order_id)
    assert {BEGUN_BEFORE, HAPPENED} <= set(said)


async def test_what_was_filled_in_a_while_ago_is_said_to_be_older_and_takes_in_no_words_of_another_incident(embedded: Database) -> None:
    register = Register(embedded)
    await register.holds(an_order())
    chat = register.chat()
    await chat.say(f"{LOOK_UP}, he texted her last night")
    assert BEGUN_BEFORE not in await chat.press("Record a breach")
    assert BEGUN_BEFORE not in await chat.press("Record a breach")
    register.clock.advance(timedelta(hours=3))
    stopped = await chat.say("new incident")
    assert "Stopped" in stopped
    assert DANGER not in stopped
    await chat.say(f"{LOOK_UP}, he came to her house an hour ago")
    assert {BEGUN_BEFORE, KEPT_OUT, DANGER} <= set(await chat.press("Record a breach"))
    await chat.press(ANOTHER)
    await chat.press("No")
    assert fields(chat)["happened"] == "he came to her house an hour ago"


async def test_another_breach_is_begun_by_one_press_and_the_unfinished_one_is_resumed_by_another(embedded: Database) -> None:
    scene = Scene(embedded)
    talk = await scene.begun(*SIMPLE[:2], order=(order := an_order()))
    again = await scene.window("desk").say("record a breach", order_id=str(order.id))
    assert {CONDITIONS, BEGUN_BEFORE} <= set(again)
    await talk.say("stop")
    begun = await talk.press(ANOTHER)
    assert DANGER in begun
    assert "A record begun on Sun 22 November 2026 at 10:50." in begun
    await talk.say("no")
    assert CONDITIONS in await talk.press("Resume the one of Sun 22 November 2026 at 10:50")


async def test_whether_anyone_is_in_danger_is_asked_anew_when_an_old_record_is_taken_up(embedded: Database) -> None:
    scene = Scene(embedded)
    order_id = await scene.holds(an_order())
    talk = scene.window()
    await talk.say("record a breach", order_id=order_id)
    await talk.say("no")
    await answered(talk, ACCOUNT)
    scene.clock.advance(timedelta(minutes=15))
    later = scene.window("later")
    assert DANGER in await later.say("record a breach", order_id=order_id)
    assert CONDITIONS in await later.say("no")


async def test_another_incident_begins_anew_once_the_old_answers_are_discarded(embedded: Database) -> None:
    scene = Scene(embedded)
    order_id = await scene.holds(an_order())
    talk = scene.window()
    await talk.say("record a breach", order_id=order_id)
    await talk.say("no")
    await answered(talk, ACCOUNT)
    await talk.say("stop")
    assert await talk.press("Discard these answers") == [DISCARDED]
    assert DANGER in await talk.say("record a breach", order_id=order_id)
    async with embedded.reading() as uow:
        [erased] = [line for line in await uow.audit.since() if line.kind is AuditKind.ERASURE]
    assert (erased.event, erased.typed) == ("breach:draft:discarded", None)


async def test_answers_discarded_in_one_window_cannot_be_gone_on_with_in_another(embedded: Database) -> None:
    scene = Scene(embedded)
    order_id = await scene.holds(an_order())
    phone, desk = scene.window("phone"), scene.window("desk")
    await phone.say("record a breach", order_id=order_id)
    await desk.say("record a breach", order_id=order_id)
    await phone.say("stop")
    await phone.press("Discard these answers")
    (said,) = await desk.say("no")
    assert said.startswith("Those answers were discarded.")


async def test_the_open_question_is_shown_again_after_something_else_was_answered(embedded: Database) -> None:
    scene = Scene(embedded)
    order_id = await scene.holds(an_order())
    talk = scene.window()
    await talk.say("record a breach", order_id=order_id)
    await talk.say("no")
    assert HAPPENED in await talk.reprompted()
    assert CONDITIONS in await answered(talk, ACCOUNT)


async def test_what_was_sent_from_another_window_is_discarded_by_no_old_card(embedded: Database) -> None:
    scene = Scene(embedded)
    order = an_order()
    talk = await scene.begun(*SIMPLE, order=order)
    desk = scene.window("desk")
    await desk.say("record a breach", order_id=str(order.id))
    await desk.say("stop")
    await talk.press("Send")
    assert await desk.press("Discard these answers") == [f"This is already recorded as {(await scene.references(order))[0]}."]


async def test_what_was_sent_from_another_window_is_followed_by_no_other_record_from_an_old_card(embedded: Database) -> None:
    scene = Scene(embedded)
    order = an_order()
    talk = await scene.begun(*SIMPLE, order=order)
    desk = scene.window("desk")
    await desk.say("record a breach", order_id=str(order.id))
    await desk.say("stop")
    await talk.press("Send")
    assert await desk.press(ANOTHER) == [f"This is already recorded as {(await scene.references(order))[0]}."]
