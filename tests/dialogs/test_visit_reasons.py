"""Lists that name respondents, and what follows from them, are shown once it is known why, as a look-up is; the trail has who was shown whom, and why."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cards.reasons import WHY
from domain.errors import Unreadable
from services.visit_lists import take_sheet
from storage.work import Database
from tests.local import POLICY, Beat, references
from tests.people import NEIGHBOUR, VLO
from tests.trail import trail_of

MINUTE = timedelta(minutes=1)


class AskingBeat(Beat):
    policy = replace(POLICY, asks_reason=True)


@pytest.fixture
async def beat(database: Database) -> AskingBeat:
    made = AskingBeat(database)
    await made.hold(made.an_order())
    chat = made.chat(NEIGHBOUR, "before")
    await chat.say(f"plan a visit to {made.order.reference}")
    await chat.press("Proactive check")
    made.clock.advance(timedelta(days=10))
    return made


async def shown(beat: Beat, event: str) -> list[tuple[str, str]]:
    lines = await trail_of(beat.database)
    return [(one.reason, one.subject) for one in lines if one.event == event]


async def test_the_list_of_visits_names_nobody_before_it_is_said_why(beat: AskingBeat) -> None:
    chat = beat.chat(NEIGHBOUR)
    asked = await chat.say("patrol list")
    assert (WHY in asked, references(asked), await shown(beat, "visit:list:listed")) == (True, [], [])
    said = await chat.press("Proactive check")
    assert beat.order.reference in said
    ((reason, subject),) = await shown(beat, "visit:list:listed")
    assert (reason, str(beat.order.respondent.id) in subject) == ("proactive", True)


async def test_orders_on_a_beat_are_listed_once_it_is_said_why_and_the_next_page_goes_on(beat: AskingBeat) -> None:
    chat = beat.chat(NEIGHBOUR)
    assert references(await chat.say("orders on my beat")) == []
    assert references(await chat.press("Incident or call")) == [beat.order.reference]
    assert references(await chat.press("Respondent not met yet")) == [beat.order.reference]
    assert [reason for reason, _ in await shown(beat, "beat:orders:listed")] == ["incident", "incident"]


async def test_the_reason_holds_for_half_an_hour_and_is_asked_again_before_the_next_name(beat: AskingBeat) -> None:
    chat = beat.chat(NEIGHBOUR)
    await chat.say("patrol list")
    await chat.press("Proactive check")
    beat.clock.advance(29 * MINUTE)
    title = f"Briefing {beat.order.reference}"
    assert "14 Larkfield Row, Ambermere, ZZ1 4AB" in await chat.press(title)
    beat.clock.advance(MINUTE)
    assert "14 Larkfield Row, Ambermere, ZZ1 4AB" not in await chat.press(title)
    assert "14 Larkfield Row, Ambermere, ZZ1 4AB" in await chat.press("Breach or arrest")


async def test_a_press_of_an_older_card_goes_on_by_itself_once_it_is_said_why(beat: AskingBeat) -> None:
    chat = beat.chat(NEIGHBOUR)
    await chat.say(f"visit {beat.order.reference}")
    await chat.press("Proactive check")
    beat.clock.advance(31 * MINUTE)
    assert WHY in await chat.press("Give it back")
    assert "Given back." in " ".join(await chat.press("Proactive check"))


async def test_the_name_of_an_area_that_was_typed_is_kept_in_no_press(beat: AskingBeat) -> None:
    chat = beat.chat(NEIGHBOUR)
    (unknown,) = await chat.say("patrol list for john smith")
    assert unknown.startswith("There is no area john smith.")
    await chat.say("patrol list for RIVERSIDE")
    async with beat.database.work() as uow:
        press = await uow.actions.take(chat.buttons["Proactive check"], NEIGHBOUR.id, f"web-{NEIGHBOUR.id}", beat.clock())
    assert press.details == {"area": "riverside", "code": "proactive", "then": "visit:list"}


async def test_whose_list_it_is_is_told_before_anybody_is_asked_why(beat: AskingBeat) -> None:
    (refused,) = await beat.chat(VLO).say("patrol list")
    assert refused.startswith("Your role does not include this.")
    (not_theirs,) = await beat.chat(NEIGHBOUR).say("hill beat")
    assert not_theirs.startswith("The Hill beat is not yours.")


async def test_a_sheet_is_not_saved_once_the_reason_holds_no_longer(beat: AskingBeat) -> None:
    given = (beat.database.work, beat.clock, NEIGHBOUR, lambda: beat.policy, "", "webchat")
    with pytest.raises(Unreadable):
        await take_sheet(*given)
    await take_sheet(*given, reason="proactive")
    ((reason, subject),) = await shown(beat, "visit:list:printed")
    assert (reason, str(beat.order.respondent.id) in subject) == ("proactive", True)
