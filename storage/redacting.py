"""What stood in chats about something that is gone: replaced in the registry at once, and in Teams by the outbox, so that no restart forgets it."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from domain.conversations import TEAMS
from domain.outbox import taking_away
from storage.conversations import Conversations
from storage.erasing import Erasing
from storage.messages import Messages
from storage.outbox import Outbox

# What is just being brought to Teams has no place there yet that could be changed.
ON_THE_WAY = timedelta(minutes=5)


class Redacting:
    """In the transaction that takes away what the chats showed. `by` is whoever takes it away."""

    def __init__(self, force: str, erasing: Erasing, messages: Messages, conversations: Conversations, outbox: Outbox) -> None:
        self._force = force
        self._erasing = erasing
        self._messages = messages
        self._conversations = conversations
        self._outbox = outbox

    async def lines(self, ids: Sequence[UUID], by: UUID, now: datetime) -> None:
        left = await self._messages.redact(ids)
        chats = {one.conversation: await self._conversations.get(one.conversation, now) for one in left}
        rows = [
            (taking_away(self._force, one.id, chat.officer or by, now), one.channel_id is None)
            for one in left
            if (chat := chats[one.conversation]) is not None and chat.channel == TEAMS
        ]
        await self._outbox.plan([replace(row, next_at=now + ON_THE_WAY) if on_the_way else row for row, on_the_way in rows])

    async def draft(self, draft: UUID, officers: Collection[UUID], by: UUID, now: datetime) -> None:
        """All that the chats of these officers show of a draft that is thrown away, with what they typed into it."""
        await self.lines(await self._erasing.shown_to(draft, officers), by, now)
