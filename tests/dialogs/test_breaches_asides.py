"""What is said to the bot in the midst of a record is answered or obeyed, and replaces no answer."""

from uuid import UUID

import pytest

from dialogs.breach_asides import ALREADY, NO_SUCH, NOT_WHOLE, UNCLEAR
from dialogs.breaches import HOW_TO_SEND
from domain.breaches.drafts import standing
from storage.work import Database
from tests.breaches import ACCOUNT, SIMPLE
from tests.dialogs.breach_scene import CHECK, CONDITIONS, DANGER, EVIDENCE, HAPPENED, KNOWLEDGE, Scene, is_recorded
from tests.fakes.talk import Talk
from tests.orders import an_order
from tests.people import RESPONSE

WHY_SKIP = "Why is this left out?"
STOPPED = "Your answers are kept and nothing has been sent."


@pytest.fixture
async def scene(embedded: Database) -> Scene:
    return Scene(embedded)


async def answers(scene: Scene, talk: Talk) -> dict[str, str]:
    """The words that stand in the record, by question."""
    state = await talk.state()
    async with scene.database.reading() as uow:
        draft = await uow.breaches.draft(UUID(state["stack"][0]["state"]["draft"]))
    assert draft is not None
    return {id: one.text for id, one in standing(draft.answers).items()}


@pytest.mark.parametrize("before", range(9))
async def test_change_is_obeyed_on_every_page(scene: Scene, before: int) -> None:
    talk = await scene.begun(*SIMPLE[:before])
    assert HAPPENED in await talk.say("change 2")
    assert "change 2" not in (await answers(scene, talk)).values()


async def test_change_4_asks_for_the_fourth_page_again_and_comes_back_to_where_it_was(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:5])
    assert KNOWLEDGE in await talk.say("change 4")
    assert EVIDENCE in await talk.say("knew: told by the court")
    assert (await answers(scene, talk))["happened"] == ACCOUNT["happened"]


@pytest.mark.parametrize("line", ["go back", "Back please", "previous", "please go to the previous page", "previous one."])
async def test_a_plain_order_to_go_back_is_no_account(scene: Scene, line: str) -> None:
    talk = await scene.begun("no")
    assert DANGER in await talk.say(line)
    assert "happened" not in await answers(scene, talk)


@pytest.mark.parametrize("line", ["skip this", "skip it please", "Skip this one.", "leave it out", "please leave this question out"])
async def test_a_plain_order_to_skip_asks_for_the_reason_and_is_no_account(scene: Scene, line: str) -> None:
    talk = await scene.begun("no")
    assert WHY_SKIP in await talk.say(line)
    assert "happened" not in await answers(scene, talk)


@pytest.mark.parametrize("line", ["save", "save it", "finish later", "finish this later", "pause please", "stop for now"])
async def test_a_plain_order_to_stop_keeps_what_was_given_and_is_no_account(scene: Scene, line: str) -> None:
    talk = await scene.begun("no")
    assert STOPPED in " ".join(await talk.say(line))


@pytest.mark.parametrize("line", ["next", "next please", "next page"])
async def test_going_on_before_the_account_is_told_is_no_account(scene: Scene, line: str) -> None:
    talk = await scene.begun("no")
    assert HAPPENED in await talk.say(line)
    assert "happened" not in await answers(scene, talk)


@pytest.mark.parametrize("line", ["he would not go back", "he said skip it and left", "save her number he told his mate"])
async def test_words_that_say_more_than_an_order_are_the_account(scene: Scene, line: str) -> None:
    talk = await scene.begun("no")
    await talk.say(line)
    assert (await answers(scene, talk))["happened"] == line


async def test_an_answer_that_is_to_be_changed_stands_until_another_is_given(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:3], "change 2")
    before = await answers(scene, talk)
    for line in ("change 2", "what are the conditions", "who is he?", "send", "record a breach"):
        assert HAPPENED in await talk.say(line)
        assert await answers(scene, talk) == before
    assert KNOWLEDGE in await talk.say("what happened: He rang her.")
    assert await answers(scene, talk) == {**before, "happened": "He rang her."}


async def test_words_without_a_name_are_asked_whose_answer_they_are_where_all_is_answered(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:3], "change 2")
    before = await answers(scene, talk)
    assert (await talk.say("the lights were on"))[0] == "Say which answer that is, with its name first: 'what happened: ...'."
    assert await answers(scene, talk) == before


@pytest.mark.parametrize("line", ["keep", "Keep it.", "no change", "same", "next"])
async def test_an_answer_is_kept_by_saying_so(scene: Scene, line: str) -> None:
    talk = await scene.begun(*SIMPLE[:3], "change 2")
    before = await answers(scene, talk)
    assert KNOWLEDGE in await talk.say(line)
    assert await answers(scene, talk) == before


async def test_danger_is_never_kept_as_it_was(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:2], "change 1")
    heard = await talk.say("same")
    assert "Please answer yes or no." in heard[0]
    assert DANGER in heard


@pytest.mark.parametrize("at", [1, 2])
@pytest.mark.parametrize("line", ["morning", "thanks", "who told him?", "find john smith", "yes"])
async def test_where_any_words_would_be_kept_small_talk_is_not(scene: Scene, at: int, line: str) -> None:
    talk = await scene.begun(*SIMPLE[:at])
    before = await answers(scene, talk)
    assert UNCLEAR in await talk.say(line)
    assert await answers(scene, talk) == before


@pytest.mark.parametrize("at", range(3, 8))
@pytest.mark.parametrize("line", ["morning", "thanks", "who told him?", "find john smith"])
async def test_where_one_of_the_choices_is_asked_for_small_talk_answers_nothing(scene: Scene, at: int, line: str) -> None:
    talk = await scene.begun(*SIMPLE[:at])
    before = await answers(scene, talk)
    await talk.say(line)
    assert await answers(scene, talk) == before


async def test_words_after_answer_are_the_answer_whatever_they_look_like(scene: Scene) -> None:
    talk = await scene.begun("no")
    await talk.say("answer: who is he?")
    assert (await answers(scene, talk))["happened"] == "who is he?"


async def test_what_is_filled_in_on_the_card_is_the_answer_whatever_it_looks_like(scene: Scene) -> None:
    talk = await scene.begun("no")
    assert CONDITIONS in await talk.press("Next", **{**ACCOUNT, "happened": "morning"})


async def test_a_part_of_the_day_still_answers_where_a_time_is_asked_for(scene: Scene) -> None:
    talk = await scene.begun("no", {key: said for key, said in ACCOUNT.items() if key != "when"})
    assert any("When: between Sun 22 November 2026" in text for text in await talk.say("morning"))


async def test_the_order_of_the_record_is_named_and_its_conditions_are_told(scene: Scene) -> None:
    order = an_order()
    talk = await scene.begun("no", order=order)
    said = await talk.say("who is he?")
    assert f"This record is of order {order.reference}. The respondent is John Smith, born 12 March 1985." in said
    assert HAPPENED in said
    assert any("cannot tell you its conditions" in text for text in await talk.say("what are the conditions"))


async def test_what_cannot_be_done_yet_is_said(scene: Scene) -> None:
    talk = await scene.begun("no")
    assert NOT_WHOLE in await talk.say("send")
    assert ALREADY in await talk.say("record a breach")
    assert NO_SUCH in await talk.say("change 9")
    assert "There is no such question: they are numbered 1 to 8. Nothing was changed." in await talk.say("change 12")


async def test_under_the_last_look_questions_are_answered_and_send_sends(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE)
    assert CHECK in await talk.say("who is he?")
    assert HOW_TO_SEND in await talk.say("change 9")
    assert is_recorded(await talk.say("send it"))


async def test_an_offer_for_the_order_last_shown_names_nobody_until_it_is_taken(scene: Scene) -> None:
    order = an_order()
    talk = Talk(scene.dialog, RESPONSE, scene.database, scene.clock)
    offered = await talk.say("record a breach", shown=await scene.holds(order))
    assert f"Is it {order.reference}, the order last shown here?" in offered
    assert [text for text in offered if "Smith" in text] == []
    begun = await talk.press("Yes, record it for that order")
    assert begun[1].startswith(f"This record is of order {order.reference}. The respondent is John Smith")
    assert DANGER in begun
