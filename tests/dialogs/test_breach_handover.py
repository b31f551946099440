"""An officer in the midst of a record, or with one stopped, hands it over to another by name."""

import pytest

from dialogs.breach_handover import NOT_IN_ONE, BreachHandoverDialog
from dialogs.root import STILL_OPEN
from domain.breaches.drafts import BreachDraft
from domain.breaches.handover import NOBODY_FOUND, NOT_YOURS
from domain.officers import Officer
from services import breach_handover
from storage.breach_handover import ONE_ALREADY
from storage.work import Database
from tests.breaches import needed
from tests.people import AUDITOR, NEIGHBOUR
from tests.signing import OKAFOR, RECORDER, Station, StationChat

OFFERED_TO = "This record is offered to PC Sam Okafor-Lane, 4101, north, who is told."


class Scene(Station):
    def chat(self, officer: Officer) -> StationChat:
        return StationChat(self, officer, BreachHandoverDialog(self.work, self.clock))

    async def within(self, draft: BreachDraft) -> StationChat:
        """The recorder's chat with this draft open."""
        chat = self.chat(RECORDER)
        await chat.open(draft)
        return chat

    async def taking(self, draft: BreachDraft, officer: Officer = OKAFOR) -> StationChat:
        """The receiver's chat with the notice's button in it."""
        chat = self.chat(officer)
        await chat.offer("Take it on", "breach:take", draft.id)
        return chat


@pytest.fixture
async def scene(embedded: Database) -> Scene:
    made = Scene(embedded)
    await made.open()
    return made


async def test_typed_in_the_midst_of_a_record_it_is_offered_and_taken_on(scene: Scene) -> None:
    draft = await scene.draft("no", "He rang.")
    giver = await scene.within(draft)
    assert OFFERED_TO in await giver.say("hand over to PC Okafor-Lane")
    receiver = await scene.taking(draft)
    assert "It is yours now" in await receiver.press("Take it on")
    assert needed("when", "where", "manner") in await receiver.press("Go on with it")
    assert "Another officer has that record" in (await giver.press("Resume"))[0]


async def test_a_stopped_record_is_handed_over_by_its_button(scene: Scene) -> None:
    giver = await scene.within(await scene.draft("no"))
    await giver.say("stop")
    assert "Hand this record over to whom?" in await giver.press("Hand over")
    assert OFFERED_TO in await giver.press("Offer it", to="4101")


async def test_without_a_name_it_is_asked_to_whom(scene: Scene) -> None:
    giver = await scene.within(await scene.draft("no"))
    assert "Hand this record over to whom?" in await giver.say("hand over")
    assert "Say whom" not in " ".join(await giver.press("Offer it", to="okafor"))


async def test_of_several_of_the_name_one_is_chosen(scene: Scene) -> None:
    giver = await scene.within(await scene.draft("no"))
    assert "Which officer?" in await giver.say("hand over to 0000")
    assert "Resume" in giver.buttons
    said = await giver.press(f"{NEIGHBOUR.name}, 0000, north")
    assert f"This record is offered to {NEIGHBOUR.name}, 0000, north, who is told." in said


async def test_a_name_of_nobody_leaves_the_question_open(scene: Scene) -> None:
    giver = await scene.within(await scene.draft("no"))
    said = await giver.say("hand over to PC Nobody")
    assert [text in said for text in (NOBODY_FOUND, STILL_OPEN, "What happened?")] == [True] * 3


async def test_outside_a_record_it_is_said_how(scene: Scene) -> None:
    assert await scene.chat(NEIGHBOUR).say("hand over to PC Okafor-Lane") == [NOT_IN_ONE]
    assert "Your role does not include this." in (await scene.chat(AUDITOR).say("hand over to PC Okafor-Lane"))[0]


async def test_an_offer_is_taken_back_and_the_button_of_the_notice_says_so(scene: Scene) -> None:
    draft = await scene.draft("no")
    giver = await scene.within(draft)
    await giver.say("hand over to 4101")
    assert "Offer taken back" in await giver.press("Take the offer back")
    receiver = await scene.taking(draft)
    assert "not offered to you now" in (await receiver.press("Take it on"))[0]
    assert "What happened?" in await giver.press("Resume")


async def test_a_record_of_the_same_order_stands_in_the_way_until_it_is_gone(scene: Scene) -> None:
    draft = await scene.draft("no")
    await (await scene.within(draft)).say("hand over to 4101")
    mine = await scene.draft("no", by=OKAFOR)
    receiver = await scene.taking(draft)
    assert await receiver.press("Take it on") == [ONE_ALREADY]
    await scene.breaches.discard(OKAFOR, mine.id)
    assert "It is yours now" in await receiver.press("Take it on")


async def test_a_double_press_takes_it_on_once(scene: Scene) -> None:
    draft = await scene.draft("no")
    await (await scene.within(draft)).say("hand over to 4101")
    receiver = await scene.taking(draft)
    assert "It is yours now" in await receiver.press("Take it on")
    assert "It is yours now" in await receiver.press("Take it on")
    assert len(await scene.trail("breach:draft:taken")) == 1


async def test_a_window_left_open_on_a_record_that_went_over_hands_nothing_over(scene: Scene) -> None:
    draft = await scene.draft("no")
    giver = await scene.within(draft)
    await breach_handover.offer_to(scene.work, scene.clock, RECORDER, draft.id, OKAFOR.id)
    await breach_handover.take(scene.work, scene.clock, OKAFOR, draft.id)
    assert await giver.say(f"hand over to {NEIGHBOUR.name}") == [NOT_YOURS]
