"""The shape of an activity: what the rest of the bot relies on is there and of the right kind, or one line says what is odd."""

from typing import Any

import pytest

from bot.bodies import MAX_TEXT, BodyRefused, checked_activity
from tests.fakes.issuer import FakeIssuer


def activity(**fields: Any) -> dict[str, Any]:
    return FakeIssuer().activity(**fields)


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"id": None},
        {"from": None},
        {"text": None},
        {"text": ""},
        {"text": "x" * (MAX_TEXT + 1)},
        {"channelData": None},
        {"type": "invoke", "name": "adaptiveCard/action", "value": {"action": {"type": "Action.Execute"}}},
        {"attachments": [{"contentType": "text/html", "content": "<p>hello</p>"}], "entities": []},
        {"unheard": {"of": ["things"]}},
    ],
)
def test_an_activity_of_the_usual_shape_passes_as_it_is(fields: dict[str, Any]) -> None:
    assert checked_activity(activity(**fields)) == activity(**fields)


def test_fields_that_say_null_count_as_left_out() -> None:
    body = activity() | {"id": None, "from": None, "text": None, "attachments": None, "channelData": None}
    assert checked_activity(body) is body


@pytest.mark.parametrize(
    ("fields", "name"),
    [
        ({"type": None}, "type"),
        ({"type": 1}, "type"),
        ({"type": ""}, "type"),
        ({"serviceUrl": None}, "serviceUrl"),
        ({"serviceUrl": ["x"]}, "serviceUrl"),
        ({"conversation": None}, "conversation"),
        ({"conversation": "a:1"}, "conversation"),
        ({"conversation": [{"id": "a:1"}]}, "conversation"),
        ({"conversation": {}}, "conversation.id"),
        ({"conversation": {"id": None}}, "conversation.id"),
        ({"conversation": {"id": {"$ne": 1}}}, "conversation.id"),
        ({"conversation": {"id": ""}}, "conversation.id"),
        ({"conversation": {"id": "a\x00b"}}, "conversation.id"),
        ({"conversation": {"id": "a" * 1025}}, "conversation.id"),
        ({"id": 7}, "id"),
        ({"id": ""}, "id"),
        ({"id": "1\n2"}, "id"),
        ({"from": "29:officer"}, "from"),
        ({"from": [1]}, "from"),
        ({"from": {}}, "from.id"),
        ({"from": {"id": 5}}, "from.id"),
        ({"text": 5}, "text"),
        ({"text": ["hello"]}, "text"),
        ({"name": {}}, "name"),
        ({"channelId": 1}, "channelId"),
        ({"channelData": []}, "channelData"),
        ({"recipient": "bot"}, "recipient"),
        ({"attachments": {}}, "attachments"),
        ({"attachments": ["x"]}, "attachments"),
        ({"entities": "x"}, "entities"),
        ({"membersAdded": [None]}, "membersAdded"),
    ],
)
def test_an_activity_of_an_odd_shape_is_refused_by_the_name_of_what_is_odd(fields: dict[str, Any], name: str) -> None:
    with pytest.raises(BodyRefused) as refused:
        checked_activity(activity(**fields))
    assert refused.value.status == 400
    assert refused.value.line == f"The activity's {name} is missing or of the wrong kind."
