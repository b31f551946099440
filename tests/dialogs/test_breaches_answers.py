"""Answers that are said back, left as they stand, or asked for again."""

import pytest

from dialogs.breaches import AS_IT_WAS
from storage.work import Database
from tests.dialogs.test_breaches import READ_BACK, WHOLE, Scene


@pytest.fixture
async def scene(embedded: Database) -> Scene:
    return Scene(embedded)


async def test_a_time_still_to_come_is_never_kept_however_often_it_is_typed(scene: Scene) -> None:
    talk = await scene.begun(*WHOLE[:2])
    for said in ("tomorrow 10am", "22/11 23:00", "23/11/2026 22:00", "tomorrow 10am"):
        heard = await talk.say(said)
        assert heard[0] == "That is still to come. When did it happen?"
        assert "When was it?" in heard
    assert READ_BACK in await talk.say("last night about ten")


async def test_a_time_still_to_come_does_not_count_as_a_try_at_one_that_cannot_be_read(scene: Scene) -> None:
    talk = await scene.begun(*WHOLE[:2], "23/11/2026 22:00")
    assert "could not read" in (await talk.say("when the bins went out"))[0]
    await talk.say("23/11/2026 22:00")
    assert "Kept as you typed it (time as typed, not read: fix it before this goes further)." in await talk.say("bin day")


async def test_words_of_awareness_are_said_back_and_next_leaves_them_as_they_stand(scene: Scene) -> None:
    talk = await scene.begun(*WHOLE[:4])
    heard = await talk.say("pc loom told him at the door")
    assert heard[0].startswith(
        "I read that as: Told by police. Your words are kept beside it. If it is not right, or not all, type 'change 5'."
    )
    await talk.press("Back")
    assert AS_IT_WAS in await talk.press("Next")
    assert "Kept as you typed it: I ticked nothing from it." in await talk.say("change 5") + await talk.say("her mother thinks so")
    await talk.press("Back")
    heard = await talk.press("Next")
    assert AS_IT_WAS in heard
    assert "What evidence is there, and what will be lost soon?" in heard
    assert {"Nothing ticked.", 'Said: "her mother thinks so"'} <= set(await talk.say("Screenshots\narrest: yes"))


async def test_next_with_nothing_filled_in_is_no_answer_where_none_stands(scene: Scene) -> None:
    talk = await scene.begun(*WHOLE[:4])
    assert "That was empty." in (await talk.press("Next"))[0]
    await talk.press("Back")
    await talk.press("Skip")
    assert "That was empty." in (await talk.press("Leave it out"))[0]


async def test_an_arrest_decision_typed_in_one_message_with_the_evidence_is_on_the_last_look(scene: Scene) -> None:
    talk = await scene.begun(*WHOLE[:5])
    heard = " ".join(await talk.say("screenshots. lost: phone. arrest: no, he had gone"))
    assert "Arrest: no, he had gone" in heard
    assert "The arrest decision is not recorded" not in heard
