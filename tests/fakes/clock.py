"""A clock that stands until it is moved."""

from datetime import UTC, datetime, timedelta

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)


class FrozenClock:
    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def advance(self, by: timedelta) -> datetime:
        self.now += by
        return self.now


class Ticking(FrozenClock):
    """Never the same moment twice, so that no two turns are taken for one."""

    def __call__(self) -> datetime:
        self.advance(timedelta(milliseconds=1))
        return super().__call__()
