"""A record is saved as a file from the chat page; where no file is sent its text is shown to be copied."""

from collections.abc import Iterable

import pytest

from bot.cards.breach_files import ONLY_AT_THE_PAGE, YOURS_TO_KEEP
from dialogs.breaches import BreachDialog
from domain.conversations import Conversation
from services.breaches import Breaches, Sent
from storage.work import Database
from tests.breaches import NOW, PAGES_TOLD, FollowUpSeen, a_record
from tests.fakes.clock import FrozenClock
from tests.fakes.talk import Talk
from tests.people import RESPONSE

FILES = ["Download PDF", "Download Markdown"]


class Scene:
    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = FrozenClock(NOW)
        self.sent: Sent = a_record()

    async def held(self) -> str:
        async with self.database.work() as uow:
            await uow.orders.save_many([self.sent.order])
            await uow.breaches.add(self.sent.breach)
        return self.sent.breach.reference

    def talk(self) -> Talk:
        dialog = BreachDialog(Breaches(self.database.work, self.clock, FollowUpSeen()))
        return Talk(dialog, RESPONSE, self.database, self.clock)

    async def in_teams(self) -> Talk:
        async with self.database.work() as uow:
            await uow.conversations.save(Conversation("talk", "msteams", RESPONSE.id), NOW)
        return self.talk()


@pytest.fixture
async def scene(embedded: Database) -> Scene:
    return Scene(embedded)


def titles(talk: Talk, among: Iterable[str] = FILES) -> list[str]:
    return [title for title, _ in talk.buttons if title in among]


async def test_a_record_looked_at_again_at_the_page_can_be_saved(scene: Scene) -> None:
    reference, talk = await scene.held(), scene.talk()
    assert YOURS_TO_KEEP in await talk.say(reference, reference=reference)
    assert titles(talk) == FILES


async def test_a_record_just_sent_at_the_page_can_be_saved(scene: Scene) -> None:
    await scene.held()
    talk = scene.talk()
    await talk.say("record a breach", order_id=str(scene.sent.order.id))
    await talk.say("no")
    for page in PAGES_TOLD:
        await talk.press("Next", **page)
    await talk.press("Send")
    assert titles(talk)[-2:] == FILES


async def test_in_teams_no_file_is_offered_and_the_text_is_there_to_copy(scene: Scene) -> None:
    reference, talk = await scene.held(), await scene.in_teams()
    shown = await talk.say(reference, reference=reference)
    assert (titles(talk), YOURS_TO_KEEP in shown) == ([], False)
    assert f"Breach of a non-molestation order: {reference}" in shown


@pytest.mark.parametrize("title", FILES)
async def test_a_press_that_reaches_the_conversation_itself_is_answered_with_the_text(scene: Scene, title: str) -> None:
    reference, talk = await scene.held(), scene.talk()
    await talk.say(reference, reference=reference)
    shown = await talk.press(title)
    assert shown[0] == ONLY_AT_THE_PAGE
    assert f"Breach of a non-molestation order: {reference}" in shown
