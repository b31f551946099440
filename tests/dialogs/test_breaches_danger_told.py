"""Danger told of in the midst of a record: the first page is asked again, and what was answered is kept."""

import pytest

from dialogs.breach_danger import DANGER_AGAIN
from storage.work import Database
from tests.breaches import ACCOUNT, PAGES_TOLD, SIMPLE
from tests.dialogs.breach_scene import CHECK, CONDITIONS, DANGER, HAPPENED, KNOWLEDGE, Scene

TOLD = "he's at the door now"


async def test_danger_typed_at_a_later_page_asks_the_first_again_and_then_goes_on(embedded: Database) -> None:
    talk = await Scene(embedded).begun(*SIMPLE[:3])
    heard = await talk.say(TOLD)
    assert {DANGER_AGAIN, DANGER} <= set(heard)
    assert [one for one in heard if "I could not read that" in one] == []
    assert any("Press your emergency button" in one for one in await talk.say("yes"))
    assert KNOWLEDGE in await talk.press("Help is coming: carry on")


@pytest.mark.parametrize("pages", [4, len(SIMPLE)])
async def test_the_record_then_says_that_there_was_danger(embedded: Database, pages: int) -> None:
    talk = await Scene(embedded).begun(*SIMPLE[:pages])
    await talk.say(TOLD)
    await talk.say("yes")
    shown = await talk.press("Help is coming: carry on")
    for page in PAGES_TOLD[pages - 1 :]:
        shown = await talk.press("Next", **page)
    assert CHECK in shown
    assert "Danger now: Yes" in shown


async def test_what_happened_is_kept_as_well_where_it_is_told_with_danger(embedded: Database) -> None:
    talk = await Scene(embedded).begun("no")
    assert DANGER in await talk.say("He shouted at her through the letter box. He's at the door now")
    assert HAPPENED in await talk.say("no")
    account = next(card for card in talk.cards[::-1] if HAPPENED in str(card))
    assert "through the letter box" in str(account)
    assert CONDITIONS in await talk.press("Next", **ACCOUNT)


async def test_where_danger_is_recorded_already_it_is_not_asked_again(embedded: Database) -> None:
    talk = await Scene(embedded).begun()
    await talk.say("yes")
    await talk.press("Help is coming: carry on")
    assert DANGER_AGAIN not in await talk.say("He rang her. He's at the door now")
