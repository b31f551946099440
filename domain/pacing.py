"""How fast the channel takes what is sent: the pace of a force, of one conversation, and what asking to wait means for both."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

LONGEST_PAUSE = timedelta(minutes=5)
Gone = tuple[datetime, int]


@dataclass(frozen=True)
class Pace:
    """At most so many of a force leave `within` a time, over all its workers; a conversation rests after each, and a worker holds at most so many of one.

    So many `chats` asked to wait at once say that it is the force. The channel takes 50 a second of a force, and of a conversation 60 in 30 seconds: two
    workers together stay below that.
    """

    most: float = 49
    within: timedelta = timedelta(seconds=1.02)
    rest: timedelta = timedelta(seconds=1.1)
    in_a_row: int = 2
    chats: int = 3

    @property
    def is_free(self) -> bool:
        return math.isinf(self.most)


STEADY = Pace()
# Nothing is held back but by the channel's own word: for measuring.
UNPACED = Pace(math.inf, timedelta(), timedelta(), 1_000_000, 1_000_000)


@dataclass(frozen=True)
class Held:
    """Until when the force as a whole, and which of its officers' conversations, wait because the channel said so; `gone` is what has just left, when and how many."""

    force: datetime | None = None
    chats: Mapping[UUID, datetime] = field(default_factory=dict)
    gone: Sequence[Gone] = ()

    def now(self, now: datetime) -> "Held":
        """Without what is over."""
        force = self.force if self.force is not None and self.force > now else None
        return Held(force, {who: until for who, until in self.chats.items() if until > now}, self.gone)


def leaving(held: Held, wanted: int, now: datetime, pace: Pace) -> tuple[Held, int]:
    """How many of those that want to may leave now, and what stands once they have. A clock set back holds nothing up: what lies ahead of it is not counted."""
    gone = [(at, number) for at, number in held.gone if now - pace.within < at <= now]
    number = max(0, min(wanted, int(pace.most) - sum(one for _, one in gone)))
    return replace(held, gone=[*gone, (now, number)] if number else gone), number


def throttled(held: Held, waits: Mapping[UUID, timedelta], now: datetime, pace: Pace) -> Held:
    """After the channel asked these conversations to wait: each does, and where it asks several at once the force does too, for the shortest of them."""
    standing = held.now(now)
    chats = {**standing.chats, **{who: now + min(wait, LONGEST_PAUSE) for who, wait in waits.items()}}
    if len(chats) < pace.chats:
        return replace(standing, chats=chats)
    until = now + min(*waits.values(), LONGEST_PAUSE)
    return replace(standing, chats=chats, force=max(until, standing.force or until))
