"""What services and the scheduler ask of whatever carries a message to an officer."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from domain.conversations import Conversation, Message
from domain.outbox import Delivered, Draw, NotSent
from storage.work import UnitOfWork


@dataclass(frozen=True)
class Letter:
    """To be drawn for whichever conversation it goes to."""

    recipient: UUID
    draw: Draw


@dataclass(frozen=True)
class Parcel:
    """Drawn, addressed and kept: ready for the wire. `actions` are the ids of its presses; `anew` is put in the place of what stands there."""

    address: Conversation
    message: Message
    actions: tuple[str, ...] = ()
    anew: bool = False


class Messenger(Protocol):
    """Finds the officer's own conversation, draws the message for it and keeps its presses; and, once that is committed, sends it."""

    async def pack(self, uow: UnitOfWork, letters: Sequence[Letter | Message]) -> list[Parcel | NotSent]:
        """In the transaction of the intent to send, each in its place; a message is one to be put where it was sent before.

        What cannot be sent at all comes back as what domain.outbox calls it. `draw` is called with the id of the chosen conversation, at most once.
        """
        ...

    async def hand_over(self, parcel: Parcel) -> Delivered:
        """Returns once the channel has taken it. Raises Throttled, Unreachable or Ambiguous of domain.outbox; anything else counts as ambiguous."""
        ...
