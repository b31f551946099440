"""Which condition was broken: told in plain words, beside the sealed order, and never guessed."""

from dataclasses import replace

import pytest

from bot.cards.breach_pages import MOVED_ON
from dialogs.breach_asides import CHECKED
from domain.breaches.choices import NOT_SURE
from domain.breaches.drafts import standing
from domain.breaches.reading import NO_CONDITION, NO_SUCH_CONDITION, OTHER_LIST, WHICH_LETTERS
from domain.orders import Change, Order
from storage.work import Database
from tests.breaches import BROKEN, NOW, OWN, SIMPLE, needed, terms_of
from tests.dialogs.breach_scene import CONDITIONS, KNOWLEDGE, Scene, answered, is_recorded, rest
from tests.fakes.talk import Talk, buttons
from tests.orders import an_order

UNNAMED = "The condition is kept as typed: no condition could be read from it: change it, or tell your sergeant."
NO_OTHERS = {"third_party": "no", "exception": "exception_none"}


@pytest.fixture
async def scene(embedded: Database) -> Scene:
    return Scene(embedded)


def ticks(talk: Talk) -> list[str]:
    """What may be ticked on the card shown last."""
    return [
        choice["title"].replace("\\", "") for one in talk.cards[-1]["body"] if one.get("id") == "conditions" for choice in one["choices"]
    ]


async def checked(scene: Scene, order: Order) -> None:
    """A person checks the conditions while the record is open."""
    async with scene.database.work() as uow:
        await uow.orders.update(replace(order, conditions_checked=True), NOW)
        await uow.terms.note(terms_of(order))


async def test_the_condition_is_told_in_plain_words_and_said_back(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:2])
    heard = await talk.say("text and came to the house")
    assert heard[0].startswith(
        "I read that as: Condition broken: C. Telephone, text, email or other contact with the protected person; "
        "F. Going to or entering a named property."
    )
    assert needed("third_party", "exception") in heard
    assert KNOWLEDGE in await answered(talk, NO_OTHERS)


async def test_words_that_name_no_condition_are_kept_asked_again_and_flagged(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:2])
    heard = await talk.say("he was not nice")
    assert heard[0] == NO_CONDITION
    assert CONDITIONS in heard
    assert "Said: he was not nice" in heard
    assert "Kept as you typed it (no condition could be read from it: change it, or tell your sergeant)." in await talk.say("just not nice")
    await answered(talk, NO_OTHERS)
    assert UNNAMED in await rest(talk, after=3)
    await talk.say("change 3")
    await talk.say("conditions: came to the house")
    assert is_recorded(await talk.press("Send"))


async def test_words_kept_as_typed_stand_beside_the_answer_that_names_the_condition(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:2])
    assert NO_CONDITION in await talk.say("her house 14 something rd, the close")
    await talk.say("F, came to the house")
    await answered(talk, NO_OTHERS)
    shown = await rest(talk, after=3)
    assert [text for text in shown if "her house 14 something rd, the close / F, came to the house" in text] != []
    assert [text for text in await talk.press("Send") if "her house 14 something rd, the close / F, came to the house" in text] != []


async def test_the_sealed_order_is_at_hand_where_its_conditions_are_asked(scene: Scene) -> None:
    with_paper = await scene.begun(*SIMPLE[:2], order=an_order(has_document=True))
    assert [title for title, _ in with_paper.buttons].count("Open the order") == 1
    await answered(with_paper, BROKEN)
    assert "Open the order" not in {text for card in with_paper.cards[-1:] for text, _ in buttons(card)}
    without = await scene.begun(*SIMPLE[:2])
    assert "Open the order" not in [title for title, _ in without.buttons]


async def test_the_orders_own_conditions_are_asked_where_a_person_has_checked_them(scene: Scene) -> None:
    order = an_order(has_document=True, conditions_checked=True)
    async with scene.database.work() as uow:
        await uow.terms.note(terms_of(order))
    talk = await scene.begun(*SIMPLE[:2], order=order)
    assert [text for text in await talk.reprompted() if text.startswith("Stock wording")] == []
    assert ticks(talk) == [*(f"{one.number}. {one.words}" for one in OWN), NOT_SURE.label]
    assert NO_SUCH_CONDITION in await talk.say("7")
    await talk.say("4 contact")
    await answered(talk, NO_OTHERS)
    shown = await rest(talk, after=3)
    assert {"Condition broken: 4. The respondent must not harass or pester Jane Marlow.", 'Said: "7 / 4 contact"'} <= set(shown)
    await talk.press("Change: What does it break?")
    assert [one["value"] for one in talk.cards[-1]["body"] if one.get("id") == "conditions"] == ["term_2_2"]
    await talk.press("Next", conditions="term_2_1,term_2_2")
    assert is_recorded(await talk.press("Send"))
    async with scene.database.reading() as uow:
        kept = standing((await uow.breaches.of_order(order.id))[0].answers)["conditions"]
    assert kept.quoted == tuple(f"{one.number}. {one.words}" for one in OWN[:2])


async def test_a_list_checked_after_the_answer_is_shown_anew_before_it_is_sent(scene: Scene) -> None:
    order = an_order(has_document=True)
    talk = await scene.begun(*SIMPLE[:2], order=order)
    await checked(scene, order)
    heard = await answered(talk, BROKEN)
    assert heard[0] == OTHER_LIST
    assert len(heard) > 1
    assert ticks(talk)[1] == "4. The respondent must not harass or pester Jane Marlow."


async def test_an_answer_from_the_stock_list_is_flagged_once_the_orders_own_are_checked(scene: Scene) -> None:
    order = an_order(has_document=True)
    talk = await scene.begun(*SIMPLE, order=order)
    await checked(scene, order)
    shown = await talk.reprompted()
    assert MOVED_ON in shown
    assert "change 3" in MOVED_ON


async def test_a_number_typed_while_the_stock_list_shows_is_asked_about_and_never_held(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:2])
    assert WHICH_LETTERS in await talk.say("3 and 4")
    await talk.say("3 and 4")
    await answered(talk, NO_OTHERS)
    shown = await rest(talk, after=3)
    assert {"Condition broken: Nothing ticked.", 'Said: "3 and 4"', UNNAMED} <= set(shown)


async def test_of_an_order_that_was_checked_it_is_not_said_that_nobody_did(scene: Scene) -> None:
    talk = await scene.begun(*SIMPLE[:2], order=an_order(has_document=True, conditions_checked=True))
    assert CHECKED in await talk.say("what are the conditions")


async def test_what_was_done_before_a_checked_variation_is_asked_over_the_stock_list_and_never_quoted_over_the_new_one(
    scene: Scene,
) -> None:
    order = an_order(has_document=True)
    await scene.holds(order)
    async with scene.database.work() as uow:
        varied = replace(order, conditions_checked=True, variation=1, change=Change.VARIED, changed_at=NOW)
        order = await uow.orders.update(varied, NOW)
        await uow.terms.note(terms_of(order))
    talk = scene.window()
    await talk.say("record a breach", order_id=str(order.id))
    asked = await answered(talk, *SIMPLE[:2])
    assert [text for text in asked if text.startswith("Version 1 governed then: open that paper")] != []
    assert ticks(talk)[0].startswith("A. ")
    assert OTHER_LIST in await talk.press("Next", conditions="term_2_1", **NO_OTHERS)
    await answered(talk, BROKEN)
    shown = await rest(talk, after=3)
    assert MOVED_ON not in shown
    assert [text for text in shown if text.endswith("Version 1 governed then.")] != []
    await talk.say("change 2")
    await talk.say("when: 22/11 10:50")
    assert [text for text in await talk.reprompted() if text == MOVED_ON] != []
