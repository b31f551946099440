"""The SDK's adapter, cut down to what a turn needs: answers are gathered, and sent after the commit by others."""

from typing import Any

from botbuilder.core import ActivityHandler, BotAdapter, TurnContext
from botbuilder.schema import Activity, ChannelAccount, ConversationAccount, ConversationReference, ResourceResponse

from bot.turn import Turn


class TurnAdapter(BotAdapter):
    """Runs a handler over one activity; whatever the SDK's own code sends joins the turn's answers."""

    async def run(self, turn: Turn, activity: dict[str, Any], handler: ActivityHandler) -> None:
        context = TurnContext(self, to_sdk(activity))
        turn.keep_in(context)
        await self.run_pipeline(context, handler.on_turn)

    async def send_activities(self, context: TurnContext, activities: list[Activity]) -> list[ResourceResponse]:
        turn = Turn.of(context)
        for activity in activities:
            turn.answer(from_sdk(activity))
        return [ResourceResponse(id="") for _ in activities]

    async def update_activity(self, context: TurnContext, activity: Activity) -> ResourceResponse:
        raise LookupError("answers are replaced through the connector, not in a turn")

    async def delete_activity(self, context: TurnContext, reference: ConversationReference) -> None:
        raise LookupError("answers are deleted through the connector, not in a turn")


def to_sdk(activity: dict[str, Any]) -> Activity:
    """The few fields that the SDK's handler and dialogs read."""
    sender = activity.get("from") or {}
    recipient = activity.get("recipient") or {}
    return Activity(
        type=activity["type"],
        id=activity.get("id"),
        name=activity.get("name"),
        action=activity.get("action"),
        text=activity.get("text"),
        value=activity.get("value"),
        channel_id=activity.get("channelId"),
        service_url=activity.get("serviceUrl"),
        conversation=ConversationAccount(id=activity["conversation"]["id"]),
        from_property=ChannelAccount(id=sender.get("id")),
        recipient=ChannelAccount(id=recipient.get("id")),
        members_added=[ChannelAccount(id=one.get("id")) for one in activity.get("membersAdded") or ()],
    )


def from_sdk(activity: Activity) -> dict[str, Any]:
    """What our own code answers with is plain dicts; the SDK's own words are text at most."""
    return {"type": activity.type, "text": activity.text or "", "textFormat": "plain"}
