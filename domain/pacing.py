"""How fast the channel takes what is sent: the pace of a force, of one conversation, and what asking to wait means for both."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

LONGEST_PAUSE = timedelta(minutes=5)
LOOK_AHEAD = timedelta(seconds=2)


@dataclass(frozen=True)
class Pace:
    """`a_second` for the force as a whole; `in_a_row` of one conversation within a second; so many `chats` asked to wait at once say that it is the force.

    The channel takes 50 a second of a force, and of a conversation 60 in 30 seconds.
    """

    a_second: float = 48
    in_a_row: int = 2
    chats: int = 3

    def places(self, now: datetime, free_from: datetime) -> int | None:
        """How many may be given their moment now; None where nothing is counted."""
        if math.isinf(self.a_second):
            return None
        return max(0, math.floor((now + LOOK_AHEAD - max(now, free_from)).total_seconds() * self.a_second))

    def gap(self) -> timedelta:
        return timedelta(seconds=1 / self.a_second)


STEADY = Pace()
# Nothing is held back but by the channel's own word: for measuring.
UNPACED = Pace(math.inf, 1_000_000, 1_000_000)


@dataclass(frozen=True)
class Held:
    """Until when the force as a whole, and which of its officers' conversations, wait because the channel said so; `free_from` is the next moment not given out."""

    force: datetime | None = None
    chats: Mapping[UUID, datetime] = field(default_factory=dict)
    free_from: datetime | None = None

    def now(self, now: datetime) -> "Held":
        """Without what is over."""
        force = self.force if self.force is not None and self.force > now else None
        return Held(force, {who: until for who, until in self.chats.items() if until > now}, self.free_from)


def throttled(held: Held, waits: Mapping[UUID, timedelta], now: datetime, pace: Pace) -> Held:
    """After the channel asked these conversations to wait: each does, and where it asks several at once the force does too, for the shortest of them."""
    standing = held.now(now)
    chats = {**standing.chats, **{who: now + min(wait, LONGEST_PAUSE) for who, wait in waits.items()}}
    if len(chats) < pace.chats:
        return Held(standing.force, chats, standing.free_from)
    until = now + min(*waits.values(), LONGEST_PAUSE)
    return Held(max(until, standing.force or until), chats, standing.free_from)
