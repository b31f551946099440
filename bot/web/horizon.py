"""Which lines a reader has, told so that a line committed late is neither lost nor shown twice.

PostgreSQL hands out numbers before the commit: line 57 may be readable while line 56 is still to come. So a reader's place is a floor, up to which
nothing more can come, and the few lines above it that were already read. Written as text it is a Direct Line watermark: "55" or "55.57".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

PATIENCE = timedelta(seconds=60)
_MOST_ABOVE = 400
_PLACE = re.compile(rf"\d{{1,18}}(\.\d{{1,18}}){{0,{_MOST_ABOVE}}}", re.ASCII)


class BadWatermark(Exception):
    """Text that is no place in a conversation."""


@dataclass(frozen=True, slots=True)
class Place:
    floor: int = 0
    above: frozenset[int] = frozenset()

    @classmethod
    def parse(cls, text: str) -> "Place":
        if not text:
            return cls()
        if not _PLACE.fullmatch(text):
            raise BadWatermark
        floor, *above = map(int, text.split("."))
        return cls(floor, frozenset(seq for seq in above if seq > floor))

    def __str__(self) -> str:
        return ".".join(map(str, [self.floor, *sorted(self.above)[:_MOST_ABOVE]]))

    def has(self, seq: int) -> bool:
        return seq <= self.floor or seq in self.above

    def after(self, seqs: Iterable[int], horizon: int) -> "Place":
        """The place once these lines were read as well; `horizon` was known before they were asked for."""
        floor = max(self.floor, horizon)
        return Place(floor, frozenset(seq for seq in {*self.above, *seqs} if seq > floor))


class Horizon:
    """The seq up to which no line can come any more, in any conversation: all before it came, or did not within a minute (rolled back)."""

    def __init__(self, floor: int) -> None:
        self.floor = floor
        self._noticed: dict[int, datetime] = {}

    @property
    def newest(self) -> int:
        return max(self._noticed, default=self.floor)

    def notice(self, seqs: Iterable[int], now: datetime) -> list[int]:
        """Takes in what can be read now, and tells which of it is new."""
        fresh = [seq for seq in seqs if seq > self.floor and seq not in self._noticed]
        self._noticed.update(dict.fromkeys(fresh, now))
        for seq in sorted(self._noticed):
            if seq != self.floor + 1 and now - self._noticed[seq] < PATIENCE:
                break
            self.floor = seq
            del self._noticed[seq]
        return fresh
