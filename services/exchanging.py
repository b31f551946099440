"""One commit between two moments on the wire: how the last sendings ended, and what is to be sent next."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID

from domain.clock import Clock
from domain.contacts import ContactPlan
from domain.conversations import Message
from domain.officers import Actor, Permission
from domain.outbox import LEASE, Draw, NotSent
from domain.pacing import LONGEST_FLIGHT, UNPACED, Pace, back, leaving, room, room_in
from services.messaging import Letter, Messenger, Parcel
from services.notices import Notice
from services.reading_again import read_again
from services.results import Result, record
from services.sending import Reminder, Sending, TakingAway
from services.sending_trail import disclosed
from storage.work import UnitOfWork, Work

_NONE_READ: Mapping[UUID, ContactPlan] = MappingProxyType({})
DrawReminder = Callable[[Reminder | Notice], Draw]


@dataclass(frozen=True)
class Going:
    """Its intent is committed; the wire comes next."""

    sending: Sending
    parcel: Parcel


class Exchanged(NamedTuple):
    """What goes, and how many of the ids were dealt with: for the rest there is room in the pace of the force after `room_in`."""

    going: list[Going]
    dealt_with: int
    room_in: timedelta = timedelta()


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
    work: Work,
    clock: Clock,
    actor: Actor,
    post: Post,
    results: Sequence[Result],
    ids: Sequence[UUID],
    read: Mapping[UUID, ContactPlan] = _NONE_READ,
) -> Exchanged:
    """Records the results with the next stages' rows, and commits the intent to send these rows, as many as may leave now, as they stand.

    Of the plans that were `read` before, those that have changed since are read anew. A row that is no longer this worker's is left out, and so is one whose matter has moved on. What is to be taken away is gone from the registry with
    this commit, whatever becomes of it on the wire.
    """
    actor.must(Permission.SEND_REMINDERS)
    async with work() as uow:
        now = clock()
        if results:
            await record(uow, actor, results, now, post.pace)
        held = None if post.pace.is_free else await uow.waits.hold(now)
        # Asked once the others are kept out: by an earlier word of it, what another has just let go would lie ahead and not be counted.
        told = await uow.outbox.lease_clock(now)
        number, wait = len(ids), timedelta()
        if held is not None:
            held = back(held, [left for one in results if (left := _left(one, post)) is not None], told - _ago(results, now))
            number, wait = room(held, len(ids), told, post.pace), room_in(held, len(ids), told, post.pace)
        rows = await uow.outbox.intend(ids[:number], post.worker, told + post.lease)
        going = await _packed(uow, actor, post, await read_again(uow, actor, rows, now, read), now) if rows else []
        if held is not None:
            await uow.waits.keep(leaving(held, len(going), told, post.pace))
    return Exchanged(going, number, wait)


def _left(one: Result, post: Post) -> datetime | None:
    """By the clock that all the workers of the force go by."""
    until = one.sending.row.lease_until
    return None if until is None else until - post.lease


def _ago(results: Sequence[Result], now: datetime) -> timedelta:
    """How long the last of them has waited for this commit, by the process's own clock, which may have been set meanwhile."""
    waited = (now - (one.answered_at or now) for one in results)
    return min((max(timedelta(), min(one, LONGEST_FLIGHT)) for one in waited), default=timedelta())


async def _packed(uow: UnitOfWork, actor: Actor, post: Post, read: Sequence[Sending], now: datetime) -> list[Going]:
    await uow.audit.note(*(disclosed(now, actor, one, "intended") for one in read))
    packed = list(zip(read, await post.messenger.pack(uow, [post.letter(one) for one in read]), strict=True))
    refused = [Result(one, None, parcel) for one, parcel in packed if isinstance(parcel, NotSent)]
    if refused:
        await record(uow, actor, refused, now, post.pace)
    return [Going(one, parcel) for one, parcel in packed if isinstance(parcel, Parcel)]
