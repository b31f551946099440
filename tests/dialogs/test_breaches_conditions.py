"""Which condition was broken: told in plain words, beside the sealed order, and never guessed."""

import pytest

from dialogs.breach_asides import CHECKED
from domain.breach_answers import NO_CONDITION
from storage.work import Database
from tests.dialogs.test_breaches import WHOLE, Scene
from tests.fakes.talk import buttons
from tests.orders import an_order


@pytest.fixture
async def scene(embedded: Database) -> Scene:
    return Scene(embedded)


async def test_the_condition_is_told_in_plain_words_and_said_back(scene: Scene) -> None:
    talk = await scene.begun(*WHOLE[:3])
    heard = await talk.say("text and came to the house")
    assert heard[0].startswith(
        "I read that as: 3. Telephone, text, email or other contact with the protected person; 6. Going to or entering a named property;"
    )
    assert "How do we know the respondent knew of the order?" in heard


async def test_words_that_name_no_condition_are_kept_asked_again_and_flagged(scene: Scene) -> None:
    talk = await scene.begun(*WHOLE[:3])
    heard = await talk.say("he was not nice")
    assert heard[0] == NO_CONDITION
    assert "Which condition does it break, and how?" in heard
    assert 'Your answer so far: Nothing ticked\nSaid: "he was not nice"' in heard
    assert "Kept as you typed it (no condition could be read from it: change it, or tell your sergeant)." in await talk.say("just not nice")
    shown = [await talk.say(text) for text in WHOLE[4:]][-1]
    assert "The condition is kept as typed: no condition could be read from it: change it, or tell your sergeant." in shown
    await talk.say("change 4")
    await talk.say("came to the house")
    assert any(text.startswith("Recorded as BR-") for text in await talk.press("Send"))


async def test_the_sealed_order_is_at_hand_where_its_conditions_are_asked(scene: Scene) -> None:
    with_paper = await scene.begun(*WHOLE[:3], order=an_order(has_document=True))
    assert [title for title, _ in with_paper.buttons].count("Open the order") == 1
    await with_paper.say("3 contact")
    assert "Open the order" not in {text for card in with_paper.cards[-1:] for text, _ in buttons(card)}
    without = await scene.begun(*WHOLE[:3])
    assert "Open the order" not in [title for title, _ in without.buttons]


async def test_of_an_order_that_was_checked_it_is_not_said_that_nobody_did(scene: Scene) -> None:
    talk = await scene.begun(*WHOLE[:3], order=an_order(has_document=True, conditions_checked=True))
    assert CHECKED in await talk.say("what are the conditions")
