"""One commit between two moments on the wire: how the last sendings ended, and what is to be sent next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from domain.clock import Clock
from domain.conversations import Message
from domain.officers import Actor, Permission
from domain.outbox import LEASE, Draw, NotSent
from domain.pacing import UNPACED, Pace, leaving
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


async def exchange(
    work: Work, clock: Clock, actor: Actor, post: Post, results: Sequence[Result], ids: Sequence[UUID]
) -> tuple[list[Going], int]:
    """Records the results with the next stages' rows, and commits the intent to send these rows, as many as may leave now, as they stand.

    A row that is no longer this worker's is left out, and so is one whose matter has moved on. What is to be taken away is gone from the registry with
    this commit, whatever becomes of it on the wire. Beside what goes comes the number of ids that were dealt with: the rest are to wait for their turn.
    """
    actor.must(Permission.SEND_REMINDERS)
    async with work() as uow:
        now = clock()
        if results:
            await record(uow, actor, results, now, post.pace)
        told = await uow.outbox.lease_clock(now)
        number = await _leaving(uow, post.pace, len(ids), told)
        rows = await uow.outbox.intend(ids[:number], post.worker, told + post.lease)
        return await _packed(uow, actor, post, await read_again(uow, actor, rows, now), now) if rows else [], number


async def _leaving(uow: UnitOfWork, pace: Pace, wanted: int, now: datetime) -> int:
    """By the clock that all the workers of the force go by."""
    if pace.is_free or not wanted:
        return wanted
    held, number = leaving(await uow.waits.hold(now), wanted, now, pace)
    await uow.waits.keep(held)
    return number


async def _packed(uow: UnitOfWork, actor: Actor, post: Post, read: Sequence[Sending], now: datetime) -> list[Going]:
    await uow.audit.note(*(disclosed(now, actor, one, "intended") for one in read))
    packed = list(zip(read, await post.messenger.pack(uow, [post.letter(one) for one in read]), strict=True))
    refused = [Result(one, None, parcel) for one, parcel in packed if isinstance(parcel, NotSent)]
    if refused:
        await record(uow, actor, refused, now, post.pace)
    return [Going(one, parcel) for one, parcel in packed if isinstance(parcel, Parcel)]
