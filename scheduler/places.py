"""What a worker has claimed, whose conversation is busy with something of it, and who rests after a message."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from domain.outbox import Outgoing


class Places:
    """One of a conversation is on its way at a time, and at most `at_once` of all. Moments are the process's own seconds."""

    def __init__(self, at_once: int) -> None:
        self._at_once = at_once
        self._waiting: list[Outgoing] = []
        self._away: set[UUID] = set()
        self._resting: dict[UUID, float] = {}

    @property
    def waiting(self) -> Sequence[Outgoing]:
        return self._waiting

    def passed_over(self, now: float) -> set[UUID]:
        """Those for whom nothing more is claimed meanwhile."""
        self._wake(now)
        return {*self._away, *self._resting, *(row.recipient for row in self._waiting)}

    def add(self, rows: Iterable[Outgoing]) -> None:
        """Behind what waits already, but for what is urgent."""
        self._waiting = sorted([*self._waiting, *rows], key=lambda row: row.urgency)

    def take(self, now: float) -> list[Outgoing]:
        """What can leave now; its conversations are busy from here on."""
        self._wake(now)
        taken, left = list[Outgoing](), list[Outgoing]()
        for row in self._waiting:
            free = len(self._away) < self._at_once and row.recipient not in self._away and row.recipient not in self._resting
            (taken if free else left).append(row)
            if free:
                self._away.add(row.recipient)
        self._waiting = left
        return taken

    def put_back(self, rows: Sequence[Outgoing]) -> None:
        """They come first again."""
        self.free(row.recipient for row in rows)
        self._waiting = sorted([*rows, *self._waiting], key=lambda row: row.urgency)

    def rest(self, who: UUID, until: float) -> None:
        self._resting[who] = until

    def free(self, conversations: Iterable[UUID]) -> None:
        self._away.difference_update(conversations)

    def next(self) -> float | None:
        """When something that waits can leave; None where that takes somebody else's coming back."""
        if len(self._away) >= self._at_once:
            return None
        return min((self._resting.get(row.recipient, 0.0) for row in self._waiting if row.recipient not in self._away), default=None)

    def _wake(self, now: float) -> None:
        self._resting = {who: until for who, until in self._resting.items() if until > now}

    def empty(self) -> list[UUID]:
        ids = [row.id for row in self._waiting]
        self._waiting = []
        return ids
