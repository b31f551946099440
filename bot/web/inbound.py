"""What a chat page posts, cut down to what the bot hears: everything else in it is the client's word and is left out."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4, uuid5

from bot.bodies import MAX_TEXT
from bot.web.adapt import BOT
from bot.web.ports import Activity
from bot.web.tokens import conversation_of

_IDS = UUID("6f2f7a2e-0a5b-5f0e-9c1d-3b8f4f0c7a11")


class NotAMessage(Exception):
    """Nothing the bot could hear; the words say what is wrong."""


class TooLong(Exception):
    """More text than the bot reads at once."""


class NoAttachments(Exception):
    """The chat takes words and buttons only."""


def heard(body: dict[str, Any], officer: UUID, now: datetime) -> Activity:
    text, value = body.get("text"), body.get("value")
    if body.get("attachments"):
        raise NoAttachments
    if text is not None and not isinstance(text, str):
        raise NotAMessage("The text of a message is a string.")
    if value is not None and not isinstance(value, dict):
        raise NotAMessage("The value of a message is an object.")
    if not value and not (text and text.strip()):
        raise NotAMessage("A message has text or a value.")
    if text and len(text) > MAX_TEXT:
        raise TooLong
    # Marked as plain: the page shows it again, and must make no link or emphasis of it.
    said = {key: part for key, part in (("text", text), ("textFormat", "plain" if text else None), ("value", value)) if part}
    return {**_envelope("message", _activity_id(body, officer), officer, now), **said, "channelData": _channel_data(body)}


def joined(officer: UUID, now: datetime) -> Activity:
    """The officer opened the chat. It has one fixed id, so the inbox lets it through once."""
    conversation = conversation_of(officer)
    activity = _envelope("conversationUpdate", str(uuid5(_IDS, conversation)), officer, now)
    return {**activity, "membersAdded": [{"id": str(officer)}]}


def from_bot(activity: Activity, conversation: str, now: datetime) -> Activity:
    """Something of the bot that is in no transcript, with what a client needs to show it."""
    return {"id": str(uuid4()), "timestamp": now.isoformat(), "from": BOT, "conversation": {"id": conversation}, **activity}


def _envelope(kind: str, activity_id: str, officer: UUID, now: datetime) -> Activity:
    return {
        "type": kind,
        "id": activity_id,
        "timestamp": now.isoformat(),
        "channelId": "webchat",
        "conversation": {"id": conversation_of(officer)},
        "from": {"id": str(officer), "role": "user"},
        "recipient": BOT,
        "locale": "en-GB",
    }


def _activity_id(body: dict[str, Any], officer: UUID) -> str:
    """The same for the same message sent twice, so that a repeat after a lost answer runs no second turn."""
    client_id = _client_id(body)
    return str(uuid5(_IDS, f"{officer}:{client_id}")) if client_id else str(uuid4())


def _channel_data(body: dict[str, Any]) -> dict[str, Any]:
    client_id = _client_id(body)
    return {"clientActivityID": client_id} if client_id else {}


def _client_id(body: dict[str, Any]) -> str:
    data = body.get("channelData")
    client_id = data.get("clientActivityID") if isinstance(data, dict) else None
    return client_id if isinstance(client_id, str) and len(client_id) <= 128 else ""
