"""An officer is led through a breach, may go back, stop, err and change, and sends it once."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from dialogs.breaches import HOW_TO_SEND, WHICH_ORDER
from dialogs.capability import HEARS_CHOICES
from domain.conversations import Action
from storage.work import Database
from tests.breaches import ACCOUNT, BROKEN, NOW, SIMPLE, Given, needed
from tests.dialogs.breach_scene import (
    ARREST,
    CHECK,
    CONDITIONS,
    DANGER,
    EVIDENCE,
    HAPPENED,
    KNOWLEDGE,
    PEOPLE,
    SINCE,
    TYPED,
    Scene,
    answered,
    is_recorded,
    rest,
)
from tests.fakes.talk import Talk
from tests.orders import an_order
from tests.people import AUDITOR, RESPONSE

MOVED_ON = "This record moved on since that was shown. Here is where it stands."
PAGES = (HAPPENED, CONDITIONS, KNOWLEDGE, ARREST, EVIDENCE, PEOPLE, SINCE, CHECK)


@pytest.fixture
async def scene(embedded: Database) -> Scene:
    return Scene(embedded)


@pytest.mark.parametrize("given", [SIMPLE, TYPED], ids=["by cards", "in typed words"])
async def test_an_officer_is_asked_a_page_at_a_time_and_sends_it(scene: Scene, given: tuple[Given, ...]) -> None:
    order = an_order()
    talk = await scene.begun(order=order)
    for one, then in zip(given, PAGES, strict=True):
        assert then in await answered(talk, one)
    done = await talk.press("Send")
    assert done[1] == f"Recorded as {(await scene.references(order))[0]}"
    assert [order_id for _, order_id, _ in scene.follow_up.told] == [order.id]


async def test_what_is_no_answer_is_asked_again(scene: Scene) -> None:
    talk = await scene.begun()
    heard = await talk.say("maybe")
    assert "Please answer yes or no." in heard[0]
    assert DANGER in heard


async def test_one_button_answers_whether_anyone_is_in_danger(scene: Scene) -> None:
    talk = await scene.begun()
    assert HAPPENED in await talk.press("No")


async def test_what_is_still_needed_of_a_page_is_said_and_what_was_given_is_kept(scene: Scene) -> None:
    talk = await scene.begun("no")
    heard = await talk.press("Next", happened="He rang her.", when="last night about ten", where="", manner="")
    assert heard.count(needed("where", "manner")) == 1
    assert {"He rang her.", HAPPENED} <= {*heard, *(one.get("value", "") for one in talk.cards[-1]["body"])}
    assert needed("manner") in await talk.say("where: on her phone")
    assert CONDITIONS in await talk.say("contact")


async def test_every_card_of_a_record_says_which_order_it_is_of(scene: Scene) -> None:
    order = an_order()
    talk = await scene.begun(order=order)
    asked = [await talk.reprompted(), *[await answered(talk, one) for one in SIMPLE[:7]]]
    assert [f"{order.reference}, John Smith" in heard for heard in asked] == [True] * 8
    assert [card["speak"] for card in talk.cards if "Smith" in card["speak"]] == []


async def test_danger_sends_for_help_and_then_goes_on(scene: Scene) -> None:
    talk = await scene.begun()
    assert any("Press your emergency button" in text for text in await talk.say("yes he is here"))
    assert any("Press your emergency button" in text for text in await talk.say("what now"))
    assert HAPPENED in await talk.press("Help is coming: carry on")


async def test_one_is_left_out_with_its_reason(scene: Scene) -> None:
    talk = await scene.begun("no")
    await talk.say("what happened: He rang her. how: contact")
    asked = await talk.say("skip")
    assert {"Why is this left out?", "When"} <= set(asked)
    assert "That was empty." in (await talk.press("Leave it out"))[0]
    assert HAPPENED in await talk.say("back")
    assert needed("where") in await talk.say("skip: she was too upset")
    heard = await talk.say("skip: not asked yet")
    assert CONDITIONS in heard
    assert [text for text in heard if text.startswith(("I read", "Kept"))] == []
    shown = await rest(talk, after=2)
    assert {"When: left out: she was too upset", "Where: left out: not asked yet"} <= set(shown)


async def test_all_that_is_lacking_on_a_page_is_left_out_with_one_reason(scene: Scene) -> None:
    talk = await scene.begun("no", {**ACCOUNT}, {**BROKEN})
    asked = await talk.press("Skip")
    assert {"Why is this left out?", "How we know who did it; How the respondent knew of the order; Explained"} <= set(asked)
    assert ARREST in await talk.press("Leave it out", reason="colleague has the details")


async def test_danger_cannot_be_left_out(scene: Scene) -> None:
    talk = await scene.begun()
    heard = await talk.say("skip")
    assert "This one cannot be left out." in heard
    assert DANGER in heard


async def test_where_all_is_answered_there_is_nothing_to_leave_out(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE)
    await talk.press("Change: What happened?")
    assert "Everything on this page is answered. To leave one out, change it first." in await talk.say("skip")


async def test_going_back_shows_the_answers_and_takes_others(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:2])
    await talk.press("Back")
    assert {one["id"]: one.get("value") for one in talk.cards[-1]["body"] if one.get("id") in ACCOUNT} == ACCOUNT
    assert DANGER in await talk.say("back")
    assert CONDITIONS in await talk.press("No")
    assert HAPPENED in await talk.say("back")
    assert CONDITIONS in await talk.say("what happened: He rang her.")


async def test_a_page_is_changed_from_the_last_look(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE)
    assert HAPPENED in await talk.press("Change: What happened?")
    assert "What happened: He rang her." in await talk.press("Next", **{**ACCOUNT, "happened": "He rang her."})
    assert CONDITIONS in await talk.say("change 3")
    assert CHECK in await talk.press("Next", **{**BROKEN, "conditions": "condition_3,condition_6"})
    assert HOW_TO_SEND in await talk.say("change 9")
    assert HOW_TO_SEND in await talk.say("looks fine")
    assert SINCE in await talk.say("back")
    await talk.say("next")
    assert is_recorded(await talk.say("Send"))


async def test_what_followed_from_an_answer_since_changed_is_asked_no_more(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE)
    assert "Arrest decision: Not found yet: to be arrested" in await talk.reprompted()
    await talk.say("change 5")
    assert needed("arrest_when") in await talk.press("Next", arrest="arrested")
    shown = await talk.press("Next", arrest_when="last night 22:30")
    assert CHECK in shown
    assert [text for text in shown if text.startswith("Reason for no arrest")] == []


async def test_an_event_that_has_happened_is_asked_when(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:7])
    assert "When was that?" in await talk.press("Next", events="interview,release", victim_told="told_not_yet")
    assert needed("release_when") in await talk.press("Next", interview_when="today 08:15")
    assert CHECK in await talk.press("Next", release_when="today 10:00")


async def test_stopping_keeps_everything_and_resumes_in_another_window(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:2])
    assert "Stopped" in await talk.say("stop")
    assert await talk.state() == {"stack": []}
    assert CONDITIONS in await talk.press("Resume")
    assert "Stopped" in await talk.press("Stop")
    await talk.press("Resume")
    assert KNOWLEDGE in await answered(talk, BROKEN)


async def test_record_a_breach_on_an_orders_card_begins_and_changes_to_another_order(scene: Scene) -> None:
    order_id = await scene.holds(an_order())
    press = Action("opaque", "breach:start", order_id, RESPONSE.id, "talk", uuid4(), NOW + timedelta(hours=1))
    async with scene.database.work() as uow:
        await uow.actions.offer([press])
    talk = await scene.begun("no")
    talk.buttons.append(("Record a breach", press.id))
    assert DANGER in await talk.press("Record a breach")
    assert HAPPENED in await talk.say("no")
    await talk.say("stop")
    assert HAPPENED in await talk.press("Record a breach")


async def test_two_windows_do_not_write_over_each_other(scene: Scene) -> None:
    order_id = await scene.holds(an_order())
    first, second = scene.window("phone"), scene.window("desk")
    await first.say("record a breach", order_id=order_id)
    await second.say("record a breach", order_id=order_id)
    await first.say("no")
    heard = await second.say("yes")
    assert MOVED_ON in heard
    assert HAPPENED in heard
    assert MOVED_ON in await first.press("No")
    assert CONDITIONS in await answered(second, ACCOUNT)
    assert MOVED_ON in await first.say("back")


async def test_send_from_two_windows_makes_one_record_and_says_its_reference(scene: Scene) -> None:
    order = an_order()
    first = await scene.begun(*SIMPLE, order=order)
    second = scene.window("desk")
    await second.say("record a breach", order_id=str(order.id))
    await first.press("Send")
    reference = (await scene.references(order))[0]
    assert f"Already recorded as {reference}" in await second.press("Send")
    assert await second.state() == {"stack": []}


async def test_a_window_left_open_on_a_sent_record_says_its_reference(scene: Scene) -> None:
    order = an_order()
    first = await scene.begun(*SIMPLE, order=order)
    windows = [scene.window(name) for name in ("answers", "goes back", "stops", "changes", "looks again")]
    for window in windows:
        await window.say("record a breach", order_id=str(order.id))
    await first.press("Send")
    said = f"This is already recorded as {(await scene.references(order))[0]}."
    answers, goes_back, stops, changes, looks_again = windows
    assert await answers.say("send") == [said]
    assert await goes_back.say("back") == [said]
    assert await stops.say("stop") == [said]
    assert await changes.press("Change: What happened?") == [said]
    assert await looks_again.reprompted() == [said]
    assert [await window.state() for window in windows[:4]] == [{"stack": []}] * 4


async def test_send_from_an_old_card_shows_what_is_new_first(scene: Scene) -> None:
    order = an_order()
    talk = await scene.begun(*SIMPLE, order=order)
    other = scene.window("desk")
    await other.say("record a breach", order_id=str(order.id))
    await other.press("Change: What happened?")
    await other.say("what happened: He rang her.")
    heard = await talk.press("Send")
    assert MOVED_ON in heard
    assert "What happened: He rang her." in heard
    assert is_recorded(await talk.press("Send"))


async def test_without_an_order_it_says_how_to_find_one(scene: Scene) -> None:
    talk = scene.window()
    assert await talk.say("record a breach") == [WHICH_ORDER]
    assert await talk.state() == {"stack": []}


@pytest.mark.parametrize(
    ("option", "said"), [("order_id", "That order is no longer in the register. Look it up again."), ("shown", WHICH_ORDER)]
)
async def test_an_order_that_is_gone_is_said(scene: Scene, option: str, said: str) -> None:
    talk = scene.window()
    assert await talk.say("record a breach", **{option: str(UUID(int=1))}) == [said]
    assert await talk.state() == {"stack": []}


async def test_a_role_without_the_permission_is_refused(scene: Scene) -> None:
    order_id = await scene.holds(an_order())
    talk = Talk(scene.dialog, AUDITOR, scene.database, scene.clock)
    assert "Your role does not include this." in (await talk.say("record a breach", order_id=order_id))[0]


async def test_the_conversation_remembers_ids_only(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:3])
    state = await talk.state()
    assert [sorted(one["state"]) for one in state["stack"]] == [["alike", "draft", HEARS_CHOICES, "seen"]]
    assert state["stack"][0]["state"][HEARS_CHOICES] in (True, False)
    assert "texted" not in repr(state)


async def test_answers_given_days_apart_keep_their_own_time(scene: Scene) -> None:
    order = an_order()
    talk = await scene.begun(*SIMPLE[:3], order=order)
    scene.clock.advance(timedelta(days=2))
    await answered(talk, *TYPED[3:])
    await talk.press("Send")
    async with scene.database.work() as uow:
        record = (await uow.breaches.of_order(order.id))[0]
    first = ("danger", *ACCOUNT, *BROKEN)
    assert {one.at - NOW for one in record.answers if one.question in first} == {timedelta()}
    assert {one.at - NOW for one in record.answers if one.question not in first} == {timedelta(days=2)}
