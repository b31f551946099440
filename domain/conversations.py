"""Where an officer can be reached, what was sent there, and the opaque presses of its cards."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from domain.officers import Permission

CARD_LIFE = timedelta(hours=24)
DOUBLE_PRESS = timedelta(seconds=5)
STATE_LIFE = timedelta(days=7)
WEB = "webchat"
TEAMS = "msteams"
TERMINAL = "terminal"
TAKEN_AWAY = "Shown for a minute, and taken away."
ERASED = "What stood here was erased from the register, and here too."
NOT_LIVE = "That button is no longer live. Ask for the record again to see how things stand now."


@dataclass(frozen=True)
class Conversation:
    """One chat. `state` is the dialog stack as plain JSON: ids only, never anything about a person."""

    id: str
    channel: str
    officer: UUID | None = None
    service_url: str | None = None
    tenant: str | None = None
    bot: str | None = None
    welcomed_at: datetime | None = None
    reachable: bool = True
    state: dict[str, Any] = field(default_factory=dict)
    etag: int = 0


@dataclass(frozen=True)
class Message:
    """One line of a chat as it was sent. `about` holds the ids of the records it shows, `needs` what one must be allowed to see it.

    `until`, where it is shown for a while only, is when it is taken away.
    """

    id: UUID
    conversation: str
    activity: dict[str, Any]
    at: datetime
    about: frozenset[str] = frozenset()
    needs: Permission = Permission.LOOK_UP_ORDER
    reply_to: str | None = None
    delivered_at: datetime | None = None
    channel_id: str | None = None
    seq: int = 0
    until: datetime | None = None


def taken_away(activity: dict[str, Any]) -> dict[str, Any]:
    """What stands in the place of an activity whose time is over: nothing of what it showed."""
    return _instead(activity, ERASED if is_erased(activity) else TAKEN_AWAY)


def is_erased(activity: dict[str, Any]) -> bool:
    return bool(activity.get("text") == ERASED)


def erased(activity: dict[str, Any]) -> dict[str, Any]:
    """What stands in the place of an activity about a record that was erased."""
    return _instead(activity, ERASED)


def _instead(activity: dict[str, Any], words: str) -> dict[str, Any]:
    kept: dict[str, Any] = {key: activity[key] for key in ("id", "timestamp", "from", "conversation") if key in activity}
    return {**kept, "type": "message", "text": words, "textFormat": "plain"}


@dataclass(frozen=True)
class Action:
    """What one button does, for one officer in one conversation. `once` uses up every button of its card with it.

    `used_at` is when it was pressed; a button that is used up by the press of another bears a moment too long ago for a double press.
    """

    id: str
    verb: str
    object: str
    officer: UUID
    conversation: str
    card: UUID
    expires_at: datetime
    details: dict[str, str] = field(default_factory=dict)
    once: bool = False
    used_at: datetime | None = None
