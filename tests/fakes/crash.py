"""Kills its own process at a named point of sending: what surrounds a worker's database and messenger, and nothing of the product."""

import asyncio
import os
import signal
import threading
from collections.abc import AsyncIterator, Callable, Collection, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from domain.conversations import Message
from domain.outbox import Delivered, NotSent, Outgoing
from services.messaging import Letter, Messenger, Parcel
from storage.outbox import Outbox
from storage.work import UnitOfWork

POINTS = (
    "before_claim",
    "in_claim",
    "claimed",
    "in_intent",
    "intended",
    "on_the_wire",
    "answered",
    "in_record",
    "in_commit",
    "recorded",
)
# Half of what the channel takes to answer.
ON_THE_WIRE = 0.01


@dataclass
class Crash:
    """Dies the `nth` time that `point` is reached, and tells before how many sendings were in doubt then: intended, and not recorded."""

    point: str
    nth: int
    tell: Callable[[int], None]
    in_doubt: set[UUID] = field(default_factory=set)

    def at(self, point: str) -> None:
        if self._is_met(point):
            self._die()

    def in_a_moment(self, point: str, seconds: float) -> None:
        """By another thread, so that this one is met in the middle of what it does next."""
        if self._is_met(point):
            threading.Timer(seconds, self._die).start()

    def _is_met(self, point: str) -> bool:
        self.nth -= point == self.point
        return point == self.point and self.nth == 0

    def _die(self) -> None:
        self.tell(len(self.in_doubt))
        os.kill(os.getpid(), signal.SIGKILL)


class WatchedOutbox(Outbox):
    """Notes what its transaction is for."""

    def __init__(self, uow: UnitOfWork, crash: Crash) -> None:
        super().__init__(uow.connection, uow.force)
        self._crash = crash
        self.claims = False
        self.intends: list[UUID] = []
        self.records: list[UUID] = []

    async def claimable(self, now: datetime, limit: int, busy: Collection[UUID] = ()) -> list[Outgoing]:
        self._crash.at("before_claim")
        return await super().claimable(now, limit, busy)

    async def lease(self, ids: Collection[UUID], worker: str, until: datetime) -> None:
        await super().lease(ids, worker, until)
        self.claims = bool(ids)
        if ids:
            self._crash.at("in_claim")

    async def intend(self, ids: Collection[UUID], worker: str, until: datetime) -> list[Outgoing]:
        rows = await super().intend(ids, worker, until)
        self.intends = [row.id for row in rows]
        if rows:
            self._crash.at("in_intent")
        return rows

    async def sent(self, arrived: Sequence[tuple[UUID, Delivered]], at: datetime) -> None:
        await super().sent(arrived, at)
        self.records = [id for id, _ in arrived]
        if arrived:
            self._crash.at("in_record")


@dataclass(frozen=True)
class WatchedWork:
    work: Callable[[], AbstractAsyncContextManager[UnitOfWork]]
    crash: Crash
    moment: float

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[UnitOfWork]:
        async with self.work() as uow:
            outbox = WatchedOutbox(uow, self.crash)
            vars(uow)["outbox"] = outbox
            yield uow
            self.crash.in_doubt.update(outbox.intends)
            if outbox.records:
                self.crash.in_a_moment("in_commit", self.moment)
        self.crash.in_doubt.difference_update(outbox.records)
        for point, met in (("claimed", outbox.claims), ("intended", outbox.intends), ("recorded", outbox.records)):
            if met:
                self.crash.at(point)


@dataclass(frozen=True)
class WatchedMessenger:
    messenger: Messenger
    crash: Crash

    async def pack(self, uow: UnitOfWork, letters: Sequence[Letter | Message]) -> list[Parcel | NotSent]:
        return await self.messenger.pack(uow, letters)

    async def hand_over(self, parcel: Parcel) -> Delivered:
        task = asyncio.ensure_future(self.messenger.hand_over(parcel))
        await asyncio.wait([task], timeout=ON_THE_WIRE)
        self.crash.at("on_the_wire")
        delivered = await task
        self.crash.at("answered")
        return delivered
