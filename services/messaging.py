"""What services and the scheduler ask of whatever carries a message to an officer."""

from typing import Protocol
from uuid import UUID

from domain.conversations import Message
from domain.outbox import Delivered, Draw


class Messenger(Protocol):
    """Finds the officer's own conversation, draws the message for it, keeps its presses, and sends it."""

    async def send(self, recipient: UUID, draw: Draw, *, repeat: bool) -> Delivered:
        """Returns once the channel has taken the message.

        Raises Throttled, Unreachable, Ambiguous or NoConversation of domain.outbox; anything else counts as ambiguous. `draw` is called with the id of the
        chosen conversation, at most once; `repeat` says that an earlier try may have arrived, so that a copy can be found and mended.
        """
        ...

    async def take_away(self, message: Message) -> Delivered:
        """Puts the message in the place of what it was when it was sent, where the channel can. Raises as `send` does."""
        ...
