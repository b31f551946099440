"""The same turns, messenger and health, counted for Prometheus."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from bot.edge import Hearing
from bot.heard import Heard
from bot.metrics import Metrics
from bot.turns import Outcome
from domain.conversations import Message
from domain.errors import AssistantError
from domain.outbox import Delivered, NotSent
from services.alarms import Figures
from services.health import Health
from services.messaging import Letter, Messenger, Parcel
from storage.work import UnitOfWork


@dataclass(frozen=True)
class MeasuredTurns:
    turns: Hearing
    metrics: Metrics

    async def hear(self, heard: Heard) -> Outcome:
        begun = perf_counter()
        try:
            outcome = await self.turns.hear(heard)
        except AssistantError:
            self.metrics.turn(heard.channel, "refused", perf_counter() - begun)
            raise
        self.metrics.turn(heard.channel, "repeated" if outcome.repeated else "answered", perf_counter() - begun)
        return outcome


@dataclass(frozen=True)
class MeasuredMessenger:
    messenger: Messenger
    metrics: Metrics

    async def pack(self, uow: UnitOfWork, letters: Sequence[Letter | Message]) -> list[Parcel | NotSent]:
        return await self.messenger.pack(uow, letters)

    async def hand_over(self, parcel: Parcel) -> Delivered:
        delivered = await self.messenger.hand_over(parcel)
        if not parcel.anew:
            self.metrics.reminder_sent()
        return delivered


@dataclass(frozen=True)
class MeasuredHealth:
    look: Callable[[], Awaitable[Health]]
    metrics: Metrics
    count_overdue: Callable[[], int]
    sending: Callable[[], Awaitable[Figures | None]]

    async def ready(self) -> tuple[bool, dict[str, Any]]:
        health = await self.look()
        self.metrics.oldest_unsent(health.oldest_unsent_seconds)
        return health.ok, health.report()

    async def measured(self) -> bytes:
        """The gauges are as of now, also where nobody asks for readiness."""
        await self.ready()
        self.metrics.pages_overdue(self.count_overdue())
        self.metrics.sending(await self.sending())
        return self.metrics.text()
