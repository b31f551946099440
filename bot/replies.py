"""Brings a turn's committed answers to Teams, and notes what arrived."""

import asyncio
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import structlog

from bot.connector import Ambiguous, Connector, Refused, Throttled
from bot.heard import Heard
from bot.hosts import HostRefused
from domain.clock import Clock
from domain.conversations import Message
from storage.work import Database

log = structlog.get_logger(__name__)
LONGEST_WAIT = 3.0
# An arrival is noted within two seconds; the channel sends an activity again after some fifteen.
LIKELY_UNDER_WAY = timedelta(seconds=3)


@dataclass
class Replies:
    """Arrivals are noted together, with a later commit: a re-sent activity asks for what is still unmarked.

    What this process has sent or is sending is not sent again, though its row says nothing of it yet.
    """

    connector: Connector
    database: Database
    clock: Clock
    _arrived: list[tuple[UUID, datetime, str | None]] = field(default_factory=list)
    _under_way: set[UUID] = field(default_factory=set)
    _failed: deque[UUID] = field(default_factory=lambda: deque(maxlen=1000))

    async def deliver(self, heard: Heard, answers: Iterable[Message]) -> None:
        """In order; the first that cannot be sent ends it, and the officer asks again."""
        waiting = [one for one in answers if one.id not in self._under_way]
        self._under_way.update(one.id for one in waiting)
        try:
            while waiting and await self._send(heard, waiting[0]):
                del waiting[0]
        finally:
            self._under_way.difference_update(one.id for one in waiting)

    async def deliver_again(self, heard: Heard, answers: Iterable[Message]) -> None:
        """For an activity sent again: what was committed a moment ago is on its way from another process, unless it failed in this one."""
        now = self.clock()
        await self.deliver(heard, [one for one in answers if one.id in self._failed or now - one.at >= LIKELY_UNDER_WAY])

    async def typing(self, heard: Heard) -> None:
        try:
            await self.connector.send(heard.service_url or "", heard.conversation, {"type": "typing"})
        except (Throttled, Refused, Ambiguous, HostRefused) as trouble:
            log.info("typing_not_shown", reason=type(trouble).__name__)

    async def tell(self, heard: Heard, words: str) -> None:
        """Words of no turn: nothing was committed, so there is no row to send."""
        try:
            await self.connector.send(
                heard.service_url or "", heard.conversation, {"type": "message", "text": words, "textFormat": "plain"}
            )
        except (Throttled, Refused, Ambiguous, HostRefused) as trouble:
            log.warning("words_not_sent", reason=type(trouble).__name__)

    async def _send(self, heard: Heard, answer: Message) -> bool:
        try:
            sent = await self._once_more(heard, answer)
        except (Throttled, Refused, Ambiguous, HostRefused) as trouble:
            log.warning("reply_not_sent", message=str(answer.id), reason=type(trouble).__name__)
            self._failed.append(answer.id)
            return False
        self._arrived.append((answer.id, self.clock(), sent))
        return True

    async def _once_more(self, heard: Heard, answer: Message) -> str | None:
        """A throttled reply waits once, shortly; an ambiguous one is never repeated."""
        url, reply_to = heard.service_url or "", heard.activity_id or None
        try:
            return (await self.connector.send(url, heard.conversation, answer.activity, reply_to)).activity_id
        except Throttled as full:
            if full.retry_after > LONGEST_WAIT:
                raise
            await asyncio.sleep(full.retry_after)
            return (await self.connector.send(url, heard.conversation, answer.activity, reply_to)).activity_id

    async def note_arrivals(self) -> None:
        """Called every few seconds and at the end."""
        arrived = tuple(self._arrived)
        if not arrived:
            return
        async with self.database.work() as uow:
            await uow.messages.all_delivered(arrived)
        del self._arrived[: len(arrived)]
        self._under_way.difference_update(id for id, _, _ in arrived)
