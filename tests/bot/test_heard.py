"""What is heard of an activity, and of a press, whatever the client sends."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.heard import LONGEST_VALUE, from_teams, pressed
from domain.errors import Unreadable
from tests.fakes.issuer import FakeIssuer

ISSUER = FakeIssuer()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=80),
    lambda part: st.lists(part, max_size=3) | st.dictionaries(st.sampled_from(("action", "data", "verb", "what", "x")), part, max_size=4),
    max_leaves=12,
)


def test_teams_names_the_speaker_the_tenant_and_where_to_answer() -> None:
    heard = from_teams(ISSUER.activity())
    assert (heard.channel, heard.conversation, heard.speaker) == (
        "msteams",
        "a:conversation-1",
        UUID("11111111-0000-4000-8000-000000000001"),
    )
    assert (heard.tenant, heard.service_url, heard.bot) == (ISSUER.tenant_id, ISSUER.service_url, f"28:{ISSUER.app_id}")
    assert (heard.kind, heard.text, heard.personal) == ("message", "hello", True)


@pytest.mark.parametrize(
    ("more", "personal"),
    [
        ({"conversationType": "personal"}, True),
        ({}, False),
        ({"conversationType": None}, False),
        ({"conversationType": ""}, False),
        ({"conversationType": "personal", "isGroup": False}, True),
        ({"conversationType": "groupChat"}, False),
        ({"conversationType": "channel"}, False),
        ({"conversationType": "Personal"}, False),
        ({"conversationType": []}, False),
        ({"conversationType": {"a": 1}}, False),
        ({"isGroup": True}, False),
        ({"conversationType": "personal", "isGroup": True}, False),
    ],
)
def test_only_what_is_surely_one_to_one_counts_as_personal(more: dict[str, Any], personal: bool) -> None:
    assert from_teams(ISSUER.activity(conversation={"id": "c", **more})).personal is personal


def test_a_tool_of_development_which_names_no_kind_of_chat_is_spoken_to() -> None:
    assert from_teams(ISSUER.activity(channelId="emulator", conversation={"id": "c"})).personal
    assert not from_teams(ISSUER.activity(channelId="emulator", conversation={"id": "c", "isGroup": True})).personal
    assert not from_teams(ISSUER.activity(channelId=None, conversation={"id": "c"})).personal


@pytest.mark.parametrize("sender", [None, {"id": "29:x"}, {"id": "29:x", "aadObjectId": "x"}, {"id": "29:x", "aadObjectId": 7}])
def test_a_sender_without_an_object_id_is_nobody_we_know(sender: Any) -> None:
    assert from_teams(ISSUER.activity() | {"from": sender}).speaker is None


def test_a_person_of_another_tenant_is_nobody_we_know_whatever_their_object_id() -> None:
    ours = ISSUER.activity()
    home, id = ours["channelData"]["tenant"]["id"], "00000000-0000-4000-8000-000000000009"
    assert str(from_teams(ours | {"from": {"id": "29:x", "aadObjectId": id, "tenantId": home}}).speaker) == id
    assert from_teams(ours | {"from": {"id": "29:x", "aadObjectId": id, "tenantId": "another"}}).speaker is None


@pytest.mark.parametrize("odd", [7, ["x"], {"id": "x"}, True])
def test_what_should_be_words_and_is_not_is_left_out(odd: Any) -> None:
    heard = from_teams(ISSUER.activity(recipient={"id": odd}, channelData={"tenant": {"id": odd}}))
    assert (heard.bot, heard.tenant) == (None, None)


def test_a_press_is_read_alike_from_a_submit_and_from_an_execute() -> None:
    data = {"action": "abc", "what": "he rang", "count": 3}
    execute = {"name": "adaptiveCard/action", "value": {"action": {"type": "Action.Execute", "data": data}, "trigger": "manual"}}
    assert pressed({"value": data}) == pressed(execute) == ("abc", {"what": "he rang"})
    assert pressed({"text": "hello"}) == (None, {})


@given(JSON, st.sampled_from(({}, {"name": "adaptiveCard/action"})))
def test_whatever_a_client_sends_as_a_press_is_read_without_a_fault(value: Any, more: dict[str, Any]) -> None:
    id, inputs = pressed({"value": value, **more})
    assert id is None or (len(id) <= 64 and id.isprintable())
    assert all(isinstance(part, str) for part in (*inputs, *inputs.values()))


def test_nothing_of_a_long_answer_is_cut_off_unsaid() -> None:
    whole = "x" * LONGEST_VALUE
    assert pressed({"value": {"action": "a", "what": whole}}) == ("a", {"what": whole})
    with pytest.raises(Unreadable, match="4,000"):
        pressed({"value": {"action": "a", "what": whole + "x"}})
