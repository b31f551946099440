"""How fast the channel takes what is sent: the pace of a force, of one conversation, and what asking to wait means for both."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from uuid import UUID

LONGEST_PAUSE = timedelta(minutes=5)
# What takes longer on the wire is taken to be lost there: else the pace would wait for what a killed worker had sent.
LONGEST_FLIGHT = timedelta(seconds=3)
# How soon it is worth asking again, where what has left was to be back by now.
AGAIN = timedelta(milliseconds=40)
Gone = tuple[datetime, int]


@dataclass(frozen=True)
class Pace:
    """At most so many of a force are taken `within` any such time, over all its workers; a conversation rests after each, and a worker holds at most so many of one.

    What has left is counted until so long after its answer, since the channel counts from the moment at which it takes it, and nobody else knows that. Where
    many wait, they leave `together`, as a commit for each costs more. So many `chats` asked to wait at once say that it is the force. The channel takes 50 a
    second of a force, and of a conversation 60 in 30 seconds.
    """

    most: float = 50
    within: timedelta = timedelta(seconds=1.005)
    rest: timedelta = timedelta(seconds=1.1)
    in_a_row: int = 2
    chats: int = 3
    together: int = 12

    @property
    def is_free(self) -> bool:
        return math.isinf(self.most)


STEADY = Pace()
# Nothing is held back but by the channel's own word: for measuring.
UNPACED = Pace(math.inf, timedelta(), timedelta(), 1_000_000, 1_000_000, 0)


@dataclass(frozen=True)
class Held:
    """Until when the force as a whole, and which of its officers' conversations, wait because the channel said so.

    `out` is what is on the wire, when it left and how many; `gone` is what was answered, when and how many.
    """

    force: datetime | None = None
    chats: Mapping[UUID, datetime] = field(default_factory=dict)
    gone: Sequence[Gone] = ()
    out: Sequence[Gone] = ()

    def now(self, now: datetime) -> "Held":
        """Without what is over."""
        force = self.force if self.force is not None and self.force > now else None
        return replace(self, force=force, chats={who: until for who, until in self.chats.items() if until > now})


def room(held: Held, wanted: int, now: datetime, pace: Pace) -> int:
    """How many of those that want to may leave now: none where more would soon leave together."""
    free = int(pace.most) - sum(number for _, number in _counted(held, now, pace))
    return min(wanted, free) if free >= min(wanted, pace.together, int(pace.most)) else 0


def leaving(held: Held, number: int, now: datetime, pace: Pace) -> Held:
    """What stands once so many have left; what no longer counts is forgotten. A clock set back holds nothing up: what lies ahead of it is not counted."""
    out, gone = _current(held.out, now, _flight(pace)), _current(held.gone, now, pace.within)
    return replace(held, gone=gone, out=[*out, (now, number)] if number else out)


def back(held: Held, left: Sequence[datetime], now: datetime) -> Held:
    """What stands once those that left at these moments were answered."""
    if not left:
        return held
    out = sum((Counter({at: number}) for at, number in held.out), Counter[datetime]()) - Counter(left)
    return replace(held, out=sorted(out.items()), gone=[*held.gone, (now, len(left))])


def room_in(held: Held, wanted: int, now: datetime, pace: Pace) -> timedelta:
    """How long until some of those that want to may leave, if what is on the wire comes back soon."""
    least, free = min(wanted, pace.together, int(pace.most)), int(pace.most)
    counted = sorted(_counted(held, now, pace), reverse=True)
    for at, number in counted:
        free -= number
        if free < least:
            return max(AGAIN, at + pace.within - now)
    return timedelta()


def throttled(held: Held, waits: Mapping[UUID, timedelta], now: datetime, pace: Pace) -> Held:
    """After the channel asked these conversations to wait: each does, and where it asks several at once the force does too, for the shortest of them."""
    standing = held.now(now)
    chats = {**standing.chats, **{who: now + min(wait, LONGEST_PAUSE) for who, wait in waits.items()}}
    if len(chats) < pace.chats:
        return replace(standing, chats=chats)
    until = now + min(*waits.values(), LONGEST_PAUSE)
    return replace(standing, chats=chats, force=max(until, standing.force or until))


def _counted(held: Held, now: datetime, pace: Pace) -> list[Gone]:
    return [*_current(held.gone, now, pace.within), *_current(held.out, now, _flight(pace))]


def _flight(pace: Pace) -> timedelta:
    """For how long at most what left and was never answered counts."""
    return max(LONGEST_FLIGHT, pace.within)


def _current(some: Sequence[Gone], now: datetime, within: timedelta) -> list[Gone]:
    return [(at, number) for at, number in some if now - within < at <= now]
