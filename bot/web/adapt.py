"""Turns an activity of the bot into what Web Chat can show: it knows no Action.Execute, and cards up to version 1.6."""

from typing import Any

from bot.cards.breach_files import TAKES_FILE
from bot.cards.papers import OPENS_PAPER
from bot.cards.parts import ADAPTIVE
from bot.turn import ABOVE_ALL
from bot.web.ports import Activity

BOT = {"id": "nmo-bot", "name": "NMO Bot", "role": "bot"}
NEWEST_CARD = (1, 6)
_TEAMS_ONLY = frozenset({"refresh", "msteams", "authentication"})
# The page changes the press for what is asked for, and opens or saves that: see static/chat.js.
_FETCHED = {OPENS_PAPER: "/papers/", TAKES_FILE: "/files/"}
_EXECUTE_ONLY = frozenset({"verb", "fallback"})


def for_web_chat(activity: Activity) -> Activity:
    """A new activity; the one given is left as it is."""
    shown = dict(activity)
    said_by_the_person = (activity.get("from") or {}).get("role") == "user"
    # One name for the bot in all it sends: Web Chat ends the typing indicator when the same sender speaks.
    shown["from"] = activity["from"] if said_by_the_person else BOT
    if attachments := activity.get("attachments"):
        shown["attachments"] = [_attachment(attachment) for attachment in attachments]
    if (activity.get("channelData") or {}).get(ABOVE_ALL):
        # Web Chat goes by this number before it goes by the time.
        shown["channelData"] = {**activity["channelData"], "webchat:sequence-id": 0}
    if said_by_the_person and activity.get("type") == "message" and not activity.get("text"):
        # The press of a button has nothing to read, and Web Chat leaves it out when it is marked so.
        shown["channelData"] = {**(activity.get("channelData") or {}), "postBack": True}
    return shown


def _attachment(attachment: dict[str, Any]) -> dict[str, Any]:
    card = attachment.get("content")
    if attachment.get("contentType") != ADAPTIVE or not isinstance(card, dict):
        return attachment
    adapted = {key: value if key == "data" else _part(value) for key, value in card.items() if key not in _TEAMS_ONLY}
    return {**attachment, "content": {**adapted, "version": _capped(card.get("version"))}}


def _part(part: Any) -> Any:
    if isinstance(part, list):
        return [_part(item) for item in part]
    if not isinstance(part, dict):
        return part
    if part.get("type") == "Action.Execute" and part.get("verb") in _FETCHED:
        return {"type": "Action.OpenUrl", "title": part["title"], "url": f"{_FETCHED[part['verb']]}{part['data']['action']}"}
    if part.get("type") == "Action.Execute":
        # Web Chat sends nothing at all for a Submit that has no data.
        return {"data": {}, **{key: value for key, value in part.items() if key not in _EXECUTE_ONLY}, "type": "Action.Submit"}
    return {key: value if key == "data" else _part(value) for key, value in part.items()}


def _capped(version: object) -> str:
    major, _, minor = str(version).partition(".")
    if not (major.isdecimal() and minor.isdecimal()):
        return "1.5"
    return "{}.{}".format(*min((int(major), int(minor)), NEWEST_CARD))
