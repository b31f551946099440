"""What is going to happen, in the order of its time."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from heapq import heappop, heappush
from itertools import count

Act = Callable[[], Awaitable[object]]


@dataclass
class Agenda:
    """Of two things at one moment, the one that was put in first comes first."""

    _ahead: list[tuple[datetime, int, Act]] = field(default_factory=list)
    _number: Iterator[int] = field(default_factory=count)

    def at(self, moment: datetime, act: Act) -> None:
        heappush(self._ahead, (moment, next(self._number), act))

    @property
    def next(self) -> datetime | None:
        return self._ahead[0][0] if self._ahead else None

    def take(self) -> Act:
        return heappop(self._ahead)[2]
