"""What Web Chat is shown of an activity of the bot."""

import copy
from typing import Any

import pytest

from bot.cards.parts import ADAPTIVE
from bot.turn import ABOVE_ALL
from bot.web.adapt import for_web_chat


def with_card(card: dict[str, Any]) -> dict[str, Any]:
    return {"type": "message", "from": {"id": "28:made-up", "name": "Bot"}, "attachments": [{"contentType": ADAPTIVE, "content": card}]}


def shown(card: dict[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = for_web_chat(with_card(card))["attachments"][0]["content"]
    return content


EXECUTE = {
    "type": "Action.Execute",
    "title": "Done",
    "verb": "done",
    "style": "positive",
    "data": {"action": "a1"},
    "fallback": {"type": "Action.Submit"},
}
SUBMIT = {"type": "Action.Submit", "title": "Done", "style": "positive", "data": {"action": "a1"}}


def test_the_greeting_comes_before_all_that_has_a_time() -> None:
    greeting = {"type": "message", "text": "Welcome.", "channelData": {ABOVE_ALL: True}}
    assert for_web_chat(greeting)["channelData"]["webchat:sequence-id"] == 0
    assert "channelData" not in for_web_chat({"type": "message", "text": "Later."})


def test_a_button_of_teams_becomes_one_that_web_chat_can_send() -> None:
    assert shown({"version": "1.5", "actions": [EXECUTE]})["actions"] == [SUBMIT]


def test_a_button_is_found_wherever_a_card_may_hold_one() -> None:
    card = {
        "version": "1.5",
        "selectAction": EXECUTE,
        "body": [
            {"type": "ActionSet", "actions": [EXECUTE]},
            {"type": "ColumnSet", "columns": [{"type": "Column", "items": [{"type": "Container", "selectAction": EXECUTE}]}]},
            {"type": "Input.Text", "id": "t", "inlineAction": EXECUTE},
        ],
        "actions": [{"type": "Action.ShowCard", "card": {"type": "AdaptiveCard", "actions": [EXECUTE]}}],
    }
    assert "Execute" not in str(shown(card))
    assert str(shown(card)).count("'Action.Submit'") == 5


def test_the_data_of_a_button_is_kept_as_it_is() -> None:
    data = {"action": "a1", "type": "Action.Execute", "verb": "kept"}
    assert shown({"version": "1.5", "actions": [{"type": "Action.Execute", "data": data}]})["actions"][0]["data"] == data


def test_a_button_without_data_gets_some_for_else_web_chat_sends_nothing() -> None:
    assert shown({"version": "1.5", "actions": [{"type": "Action.Execute", "title": "Go"}]})["actions"][0]["data"] == {}


def test_what_only_teams_understands_is_dropped_from_the_card() -> None:
    card = {"version": "1.5", "refresh": {"userIds": ["x"]}, "msteams": {"width": "full"}, "authentication": {}, "body": []}
    assert shown(card) == {"version": "1.5", "body": []}


@pytest.mark.parametrize(
    ("version", "capped"),
    [("1.0", "1.0"), ("1.4", "1.4"), ("1.6", "1.6"), ("1.7", "1.6"), ("1.10", "1.6"), ("2.0", "1.6"), (None, "1.5"), ("new", "1.5")],
)
def test_a_card_is_never_newer_than_web_chat(version: object, capped: str) -> None:
    assert shown({"version": version})["version"] == capped


def test_other_attachments_and_plain_words_pass_as_they_are() -> None:
    hero = {"contentType": "application/vnd.microsoft.card.hero", "content": {"refresh": 1}}
    assert for_web_chat({"type": "message", "text": "hello", "attachments": [hero]})["attachments"] == [hero]


def test_the_bot_has_one_name_in_all_it_says() -> None:
    assert (
        for_web_chat({"type": "typing"})["from"]
        == for_web_chat(with_card({}))["from"]
        == {"id": "nmo-bot", "name": "NMO Bot", "role": "bot"}
    )


def test_the_press_of_a_button_is_marked_and_words_are_not() -> None:
    officer = {"id": "1", "role": "user"}
    pressed = for_web_chat({"type": "message", "from": officer, "value": {"action": "a1"}, "channelData": {"clientActivityID": "c"}})
    spoken = for_web_chat({"type": "message", "from": officer, "text": "hello", "channelData": {"clientActivityID": "c"}})
    assert (pressed["channelData"], pressed["from"]) == ({"clientActivityID": "c", "postBack": True}, officer)
    assert spoken["channelData"] == {"clientActivityID": "c"}


def test_what_was_given_is_left_as_it_was() -> None:
    activity = with_card({"version": "1.9", "refresh": {}, "actions": [EXECUTE]})
    before = copy.deepcopy(activity)
    for_web_chat(activity)
    assert activity == before
