"""One commit between two moments on the wire: how the last sendings ended, and what is to be sent next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from domain.clock import Clock
from domain.conversations import Message
from domain.officers import Actor, Permission
from domain.outbox import LEASE, Draw, NotSent
from domain.pacing import UNPACED, Pace
from services.messaging import Letter, Messenger, Parcel
from services.notices import Notice
from services.reading_again import read_again
from services.results import Result, record
from services.sending import Reminder, Sending, TakingAway
from services.sending_trail import disclosed
from storage.work import UnitOfWork, Work

DrawReminder = Callable[[Reminder | Notice], Draw]


@dataclass(frozen=True)
class Going:
    """Its intent is committed; the wire comes next."""

    sending: Sending
    parcel: Parcel


@dataclass(frozen=True)
class Post:
    """How a worker of that name draws and packs what it sends, and in what pace; its leases last for `lease`."""

    messenger: Messenger
    draw: DrawReminder
    worker: str
    lease: timedelta = LEASE
    pace: Pace = UNPACED

    def letter(self, sending: Sending) -> Letter | Message:
        return sending.message if isinstance(sending, TakingAway) else Letter(sending.row.recipient, self.draw(sending))


async def exchange(work: Work, clock: Clock, actor: Actor, post: Post, results: Sequence[Result], ids: Sequence[UUID]) -> list[Going]:
    """Records the results with the next stages' rows, and commits the intent to send these rows as they stand now.

    A row that is no longer this worker's is left out, and so is one whose matter has moved on. What is to be taken away is gone from the registry with
    this commit, whatever becomes of it on the wire.
    """
    actor.must(Permission.SEND_REMINDERS)
    async with work() as uow:
        now = clock()
        if results:
            await record(uow, actor, results, now, post.pace)
        until = await uow.outbox.lease_clock(now) + post.lease
        rows = await uow.outbox.intend(ids, post.worker, until)
        return await _packed(uow, actor, post, await read_again(uow, actor, rows, now), now) if rows else []


async def _packed(uow: UnitOfWork, actor: Actor, post: Post, read: Sequence[Sending], now: datetime) -> list[Going]:
    await uow.audit.note(*(disclosed(now, actor, one, "intended") for one in read))
    packed = list(zip(read, await post.messenger.pack(uow, [post.letter(one) for one in read]), strict=True))
    refused = [Result(one, None, parcel) for one, parcel in packed if isinstance(parcel, NotSent)]
    if refused:
        await record(uow, actor, refused, now, post.pace)
    return [Going(one, parcel) for one, parcel in packed if isinstance(parcel, Parcel)]
