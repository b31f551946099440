"""An officer is led through a breach, may go back, stop, err and change, and sends it once."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from dialogs.breaches import HOW_TO_SEND, WHICH_ORDER, BreachDialog
from domain.conversations import Action
from domain.orders import Order
from services.breaches import Breaches
from storage.work import Database
from tests.breaches import NOW, FollowUpSeen
from tests.fakes.clock import FrozenClock
from tests.fakes.talk import Talk
from tests.orders import an_order
from tests.people import AUDITOR, RESPONSE

READ_BACK = "I read that as Sat 21 November 2026 at about 22:00. State of the order then: In force on what the court last told us."


class Scene:
    """One order in the register, one officer, as many windows as the test opens."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = FrozenClock(NOW)
        self.follow_up = FollowUpSeen()
        self.dialog = BreachDialog(Breaches(database.work, self.clock, self.follow_up))

    async def holds(self, order: Order) -> str:
        async with self.database.work() as uow:
            await uow.orders.save_many([order])
        return str(order.id)

    def window(self, name: str = "talk") -> Talk:
        return Talk(self.dialog, RESPONSE, self.database, self.clock, name)

    async def begun(self, *said: str, order: Order | None = None) -> Talk:
        order_id = await self.holds(order or an_order())
        talk = self.window()
        await talk.say("record a breach", order_id=order_id)
        for text in said:
            await talk.say(text)
        return talk

    async def references(self, order: Order) -> list[str]:
        async with self.database.work() as uow:
            return [one.reference for one in await uow.breaches.of_order(order.id)]


@pytest.fixture
async def scene(embedded: Database) -> Scene:
    return Scene(embedded)


WHOLE = ("no", "He texted her three times.", "last night about ten", "C contact", "served", "Screenshots")


async def test_an_officer_is_asked_one_thing_at_a_time(scene: Scene) -> None:
    order = an_order()
    talk = scene.window()
    assert "Is anyone in danger now?" in await talk.say("record a breach", order_id=await scene.holds(order))
    assert "Please answer yes or no." in (await talk.say("maybe"))[0]
    assert "What happened?" in await talk.say("no")
    assert "When was it?" in await talk.say("He texted her three times.")
    heard = await talk.say("last night about ten")
    assert READ_BACK in heard
    assert "Which condition does it break, and how?" in heard
    assert "How do we know the respondent knew of the order?" in await talk.say("C contact")
    assert "What evidence is there, and what will be lost soon?" in await talk.say("served")
    assert "Check and send" in await talk.say("Screenshots\narrest: yes")
    done = await talk.press("Send")
    assert done[1] == f"Recorded as {(await scene.references(order))[0]}"
    assert scene.follow_up.told[0][1] == order.id


async def test_every_card_of_a_record_says_which_order_it_is_of(scene: Scene) -> None:
    order = an_order()
    talk = scene.window()
    asked = [await talk.say(text, order_id=await scene.holds(order)) for text in ("record a breach",)]
    asked += [await talk.say(text) for text in WHOLE[:5]]
    assert [f"{order.reference}, John Smith" in heard for heard in asked] == [True] * 6
    assert [activity for card in talk.cards for activity in (card["speak"],) if "Smith" in activity] == []


async def test_the_same_by_buttons_and_forms(scene: Scene) -> None:
    talk = await scene.begun()
    await talk.press("No")
    await talk.press("Next", account="He came to the house.")
    assert READ_BACK in await talk.press("Next", when="last night about ten")
    await talk.press("Next", conditions="condition_6,condition_3", how="place")
    await talk.press("Next", awareness="served,in_court")
    shown = await talk.press("Next", evidence="Photographs", lost="lost_cctv", arrest="no, not found yet")
    assert "Served with the papers; Present in court" in shown
    assert {"Photographs", "Arrest: no, not found yet", "Will be lost soon: CCTV or doorbell footage"} <= set(shown)
    assert any(text.startswith("Recorded as BR-") for text in await talk.press("Send"))


async def test_danger_sends_for_help_and_then_goes_on(scene: Scene) -> None:
    talk = await scene.begun()
    assert any("Press your emergency button" in text for text in await talk.say("yes he is here"))
    assert any("Press your emergency button" in text for text in await talk.say("what now"))
    assert "What happened?" in await talk.press("Help is coming: carry on")


async def test_an_unreadable_time_is_asked_again_and_the_record_is_finished(scene: Scene) -> None:
    talk = await scene.begun(*WHOLE[:2])
    heard = await talk.say("when the bins went out")
    assert "could not read" in heard[0]
    assert "When was it?" in heard
    assert READ_BACK in await talk.say("last night about ten")
    for text in WHOLE[3:]:
        await talk.say(text)
    assert any(text.startswith("Recorded as BR-") for text in await talk.press("Send"))


async def test_a_time_that_stays_unreadable_is_kept_and_flagged(scene: Scene) -> None:
    talk = await scene.begun(*WHOLE[:2], "when the bins went out")
    assert "Kept as you typed it (time as typed, not read: fix it before this goes further)." in await talk.say("bin day")
    shown = [await talk.say(text) for text in WHOLE[3:]][-1]
    assert "The time is kept as typed and could not be read: fix it, or tell your sergeant." in shown
    assert any(text.startswith("Recorded as BR-") for text in await talk.press("Send"))


async def test_an_order_that_had_expired_is_said_and_stops_nobody(scene: Scene) -> None:
    expired = an_order(expires_at=datetime(2026, 11, 1, 23, 59, tzinfo=UTC))
    talk = await scene.begun(*WHOLE[:2], order=expired)
    assert any("was not live then (Expired: history only). Keep recording" in text for text in await talk.say(WHOLE[2]))
    for text in WHOLE[3:]:
        await talk.say(text)
    assert any(text.startswith("Recorded as BR-") for text in await talk.press("Send"))


async def test_one_is_left_out_with_its_reason(scene: Scene) -> None:
    talk = await scene.begun("no")
    assert "Why is this left out?" in await talk.press("Skip")
    assert "That was empty." in (await talk.press("Leave it out"))[0]
    assert "When was it?" in await talk.press("Leave it out", reason="she was too upset")
    assert "Why is this left out?" in await talk.say("skip")
    assert "When was it?" in await talk.say("back")
    heard = await talk.say("skip: not asked yet")
    assert "Which condition does it break, and how?" in heard
    assert [text for text in heard if text.startswith(("I read", "Kept"))] == []


async def test_danger_cannot_be_left_out(scene: Scene) -> None:
    talk = await scene.begun()
    heard = await talk.say("skip")
    assert "This one cannot be left out." in heard
    assert "Is anyone in danger now?" in heard


async def test_going_back_shows_the_answer_and_takes_another(scene: Scene) -> None:
    talk = await scene.begun(*WHOLE[:2])
    assert "Your answer so far: He texted her three times." in await talk.press("Back")
    assert "Is anyone in danger now?" in await talk.say("back")
    assert "When was it?" in await talk.press("No")
    assert "What happened?" in await talk.say("back")
    assert "When was it?" in await talk.say("He rang her.")


async def test_an_answer_is_changed_from_the_last_look(scene: Scene) -> None:
    talk = await scene.begun(*WHOLE)
    assert "What happened?" in await talk.press("Change: What happened")
    assert "He rang her." in await talk.say("He rang her.")
    assert "When was it?" in await talk.say("change 3")
    assert "Check and send" in await talk.say("yday")
    assert HOW_TO_SEND in await talk.say("change 9")
    assert HOW_TO_SEND in await talk.say("looks fine")
    assert "What evidence is there, and what will be lost soon?" in await talk.say("back")
    await talk.say("arrest: yes")
    assert any(text.startswith("Recorded as BR-") for text in await talk.say("Send"))


async def test_stopping_keeps_everything_and_resumes_in_another_window(scene: Scene) -> None:
    talk = await scene.begun("no", "He texted her three times.")
    assert "Stopped" in await talk.say("stop")
    assert await talk.state() == {"stack": []}
    heard = await talk.press("Resume")
    assert "When was it?" in heard
    assert "Stopped" in await talk.press("Stop")
    await talk.press("Resume")
    assert READ_BACK in await talk.say("last night about ten")


async def test_record_a_breach_on_an_orders_card_begins_and_changes_to_another_order(scene: Scene) -> None:
    order_id = await scene.holds(an_order())
    press = Action("opaque", "breach:start", order_id, RESPONSE.id, "talk", uuid4(), NOW + timedelta(hours=1))
    async with scene.database.work() as uow:
        await uow.actions.offer([press])
    talk = await scene.begun("no")
    talk.buttons.append(("Record a breach", press.id))
    assert "Is anyone in danger now?" in await talk.press("Record a breach")
    assert "What happened?" in await talk.say("no")
    await talk.say("stop")
    assert "What happened?" in await talk.press("Record a breach")


async def test_two_windows_do_not_write_over_each_other(scene: Scene) -> None:
    order_id = await scene.holds(an_order())
    first, second = scene.window("phone"), scene.window("desk")
    await first.say("record a breach", order_id=order_id)
    await second.say("record a breach", order_id=order_id)
    await first.say("no")
    heard = await second.say("yes")
    assert "This record moved on since that was shown. Here is where it stands." in heard
    assert "What happened?" in heard
    pressed = await first.press("No")
    assert "This record moved on since that was shown. Here is where it stands." in pressed
    assert "When was it?" in await second.say("He shouted.")
    behind = await first.say("back")
    assert "This record moved on since that was shown. Here is where it stands." in behind


async def test_send_pressed_twice_makes_one_record(scene: Scene) -> None:
    order = an_order()
    talk = await scene.begun(*WHOLE, order=order)
    await talk.press("Send")
    assert any("nothing was done twice" in text for text in await talk.press("Send"))
    assert len(await scene.references(order)) == 1
    assert len(scene.follow_up.told) == 1


async def test_send_from_two_windows_makes_one_record_and_says_its_reference(scene: Scene) -> None:
    order = an_order()
    first = await scene.begun(*WHOLE, order=order)
    second = scene.window("desk")
    await second.say("record a breach", order_id=str(order.id))
    await first.press("Send")
    reference = (await scene.references(order))[0]
    assert f"Already recorded as {reference}" in await second.press("Send")
    assert await second.state() == {"stack": []}


async def test_a_window_left_open_on_a_sent_record_says_its_reference(scene: Scene) -> None:
    order = an_order()
    first = await scene.begun(*WHOLE, order=order)
    windows = [scene.window(name) for name in ("answers", "goes back", "stops", "changes")]
    for window in windows:
        await window.say("record a breach", order_id=str(order.id))
    await first.press("Send")
    said = f"This is already recorded as {(await scene.references(order))[0]}."
    answers, goes_back, stops, changes = windows
    assert await answers.say("send") == [said]
    assert await goes_back.say("back") == [said]
    assert await stops.say("stop") == [said]
    assert await changes.press("Change: When") == [said]
    assert [await window.state() for window in windows] == [{"stack": []}] * 4


async def test_send_from_an_old_card_shows_what_is_new_first(scene: Scene) -> None:
    order = an_order()
    talk = await scene.begun(*WHOLE, order=order)
    other = scene.window("desk")
    await other.say("record a breach", order_id=str(order.id))
    await other.press("Change: What happened")
    await other.say("He rang her.")
    heard = await talk.press("Send")
    assert "This record moved on since that was shown. Here is where it stands." in heard
    assert "He rang her." in heard
    assert any(text.startswith("Recorded as BR-") for text in await talk.press("Send"))


async def test_without_an_order_it_says_how_to_find_one(scene: Scene) -> None:
    talk = scene.window()
    assert await talk.say("record a breach") == [WHICH_ORDER]
    assert await talk.state() == {"stack": []}


async def test_an_order_that_is_gone_is_said(scene: Scene) -> None:
    talk = scene.window()
    assert await talk.say("record a breach", order_id=str(UUID(int=1))) == ["That order is no longer in the register. Look it up again."]
    assert await talk.state() == {"stack": []}


async def test_a_role_without_the_permission_is_refused(scene: Scene) -> None:
    order_id = await scene.holds(an_order())
    talk = Talk(scene.dialog, AUDITOR, scene.database, scene.clock)
    assert "Your role does not include this." in (await talk.say("record a breach", order_id=order_id))[0]


async def test_the_conversation_remembers_ids_only(scene: Scene) -> None:
    talk = await scene.begun(*WHOLE[:3])
    state = await talk.state()
    assert [sorted(one["state"]) for one in state["stack"]] == [["draft", "seen"]]
    assert "texted" not in repr(state)


async def test_answers_given_days_apart_keep_their_own_time(scene: Scene) -> None:
    order = an_order()
    talk = await scene.begun(*WHOLE[:3], order=order)
    scene.clock.advance(timedelta(days=2))
    for text in WHOLE[3:]:
        await talk.say(text)
    await talk.press("Send")
    async with scene.database.work() as uow:
        record = (await uow.breaches.of_order(order.id))[0]
    assert [one.at - NOW for one in record.answers] == [timedelta()] * 3 + [timedelta(days=2)] * 3
