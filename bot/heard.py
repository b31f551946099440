"""What was heard, of whichever channel, cut down to what a turn needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from domain.conversations import TEAMS
from domain.errors import Unreadable

CARD_ACTION = "adaptiveCard/action"
LONGEST_VALUE = 4000
LONGEST_ACTION = 64
PERSONAL = "personal"
TOO_LONG = f"One of your answers is longer than {LONGEST_VALUE:,} characters, so nothing was taken in. Please shorten it and press again."


@dataclass(frozen=True)
class Heard:
    """One inbound activity. `speaker` is the Entra object id where the channel names one."""

    channel: str
    conversation: str
    activity_id: str
    speaker: UUID | None
    activity: dict[str, Any]
    personal: bool = True
    service_url: str | None = None
    tenant: str | None = None
    bot: str | None = None

    @property
    def kind(self) -> str:
        return str(self.activity["type"])

    @property
    def text(self) -> str:
        text = self.activity.get("text")
        return text if isinstance(text, str) else ""


def from_teams(activity: dict[str, Any]) -> Heard:
    """`activity` has passed bot.bodies.checked_activity; the tenant is the channel data's, since the SDK's own is always empty."""
    conversation = activity["conversation"]
    sender = activity.get("from") or {}
    data = activity.get("channelData")
    tenant = data.get("tenant") if isinstance(data, dict) else None
    home = tenant.get("id") if isinstance(tenant, dict) else None
    channel = str(activity.get("channelId") or TEAMS)
    return Heard(
        channel=channel,
        conversation=conversation["id"],
        activity_id=str(activity.get("id") or ""),
        speaker=None if _is_foreign(sender, home) else _uuid(sender.get("aadObjectId")),
        activity=activity,
        personal=_is_personal(channel, conversation),
        service_url=activity.get("serviceUrl"),
        tenant=_text(home),
        bot=_text((activity.get("recipient") or {}).get("id")),
    )


def pressed(activity: Mapping[str, Any]) -> tuple[str | None, dict[str, str]]:
    """The opaque action id of a button and the inputs beside it, from an Action.Submit or an Action.Execute.

    An id that cannot be ours comes back empty; Unreadable where an input is longer than is read, so that nothing is cut off unsaid.
    """
    value = activity.get("value")
    data = _executed(value) if activity.get("name") == CARD_ACTION else value
    if not isinstance(data, dict):
        return None, {}
    action = data.get("action")
    inputs = {str(key): item for key, item in data.items() if key != "action" and isinstance(item, str)}
    if any(len(item) > LONGEST_VALUE for item in inputs.values()):
        raise Unreadable(TOO_LONG)
    if not isinstance(action, str):
        return None, inputs
    return (action if len(action) <= LONGEST_ACTION and action.isprintable() else ""), inputs


def _executed(value: object) -> object:
    """The data of an Action.Execute, which stands in the action of the invoke's value, or in the value itself."""
    action = value.get("action", value) if isinstance(value, dict) else value
    return action.get("data") if isinstance(action, dict) else action


def _is_personal(channel: str, conversation: Mapping[str, Any]) -> bool:
    """Teams always says of which kind a chat is, so one of no kind is not taken for one to one; a tool of development does not say."""
    kind = conversation.get("conversationType")
    return not conversation.get("isGroup") and (kind == PERSONAL or (kind is None and channel != TEAMS))


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _is_foreign(sender: dict[str, Any], home: object) -> bool:
    """A guest or a federated person in one of our conversations: the channel names their own tenant beside them."""
    named = sender.get("tenantId")
    return named is not None and named != home


def _uuid(text: object) -> UUID | None:
    try:
        return UUID(str(text))
    except ValueError:
        return None
