"""An officer sees the evidence that is still to be got, and says what became of it; a slip is undone."""

import pytest

from bot.cards.breach_tasks import NONE_OF_RECORD, NONE_OPEN, tasks_card
from bot.offers import Offer
from dialogs.breach_tasks import BreachTasksDialog
from domain.officers import Officer
from storage.work import Database
from tests.fakes.talk import Talk, words
from tests.following_up import KINDS, Scene
from tests.people import NEIGHBOUR, RESPONSE


@pytest.fixture
async def scene(embedded: Database) -> Scene:
    made = Scene(embedded)
    await made.held()
    return made


def window(scene: Scene, officer: Officer = RESPONSE) -> Talk:
    return Talk(BreachTasksDialog(scene.tasks), officer, scene.database, scene.clock)


async def test_the_officers_own_tasks_most_pressing_first(scene: Scene) -> None:
    record = await scene.sent(kinds=KINDS)
    said = await window(scene).say("my tasks")
    assert said[1:] == [
        "My evidence tasks",
        f"{record.reference}: CCTV of the shop (will be lost soon): by Fri 27 November 2026 at 22:00.",
        f"{record.reference}: Phone of Jane Marlow (will be lost soon): by Fri 27 November 2026 at 22:00.",
        f"{record.reference}: Witness statement: by Thu 3 December 2026 at 22:00.",
    ]
    assert NONE_OPEN in await window(scene, NEIGHBOUR).say("my tasks")


async def test_a_task_is_done_and_undone(scene: Scene) -> None:
    record = await scene.sent(kinds=KINDS[2:])
    talk = window(scene)
    await talk.say("my tasks")
    assert f"{record.reference}: Witness statement: done. 0 still open of this breach." in await talk.press("Done")
    assert f"{record.reference}: Witness statement: open. 1 still open of this breach." in await talk.press("Undo")


async def test_what_cannot_be_obtained_needs_a_reason_and_keeps_it(scene: Scene) -> None:
    record = await scene.sent(kinds=KINDS[:1])
    talk = window(scene)
    await talk.say("my tasks")
    assert "Why can it not be obtained?" in await talk.press("Not obtainable ...")
    assert await talk.press("Not obtainable", reason=" ") == ["Say why it cannot be obtained: a few words are enough."]
    assert f"{record.reference}: CCTV of the shop: not obtainable. 0 still open of this breach." in await talk.press(
        "Not obtainable", reason="overwritten"
    )
    assert "Reason: overwritten" in await talk.press("All of this breach")
    assert f"{record.reference}: CCTV of the shop: open. 1 still open of this breach." in await talk.press("Open it again")


async def test_a_task_that_another_officer_settled_is_not_settled_twice(scene: Scene) -> None:
    record = await scene.sent(kinds=KINDS[:1])
    talk = window(scene)
    await talk.say("my tasks")
    await scene.tasks.done(NEIGHBOUR, (await scene.tasks.of_breach(NEIGHBOUR, record.id)).tasks[0].id)
    assert await talk.press("Done") == ["Somebody has dealt with that task already. Here is how it stands."]


async def test_a_record_without_tasks_says_so(scene: Scene) -> None:
    record = await scene.sent()
    found = await scene.tasks.of_breach(RESPONSE, record.id)
    drawn = list(words(tasks_card(found, Offer(RESPONSE.id, "talk", scene.clock()), scene.clock())))
    assert NONE_OF_RECORD in drawn
