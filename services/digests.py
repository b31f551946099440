"""The digest of a shift: one notice a day to whoever owes contacts, and the reminders that wait once it has been told."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contacts import ContactPlan, Risk, end_of_day
from domain.digests import CATCHES_UP, Counts, Digest, digest_of, gets_one, waits_once_opened, waits_until
from domain.london import to_london
from domain.mornings import clock_at
from domain.officers import Actor, Officer, Permission
from domain.outbox import DIGEST, Outgoing, notice, paced
from domain.policies import Policy
from domain.working_days import is_working_day
from services.closed_days import closed_days
from storage.contact_lists import Standing, Whose
from storage.work import UnitOfWork, Work

Until = Callable[[ContactPlan, datetime, Digest], datetime | None]


async def plan_digests(work: Work, clock: Clock, actor: Actor, policy: Callable[[], Policy]) -> int:
    """Plans the digests of today once their time has come, once however many processes ask; tells how many."""
    actor.must(Permission.RUN_JOBS)
    now, decided = clock(), policy()
    day = to_london(now).date()
    at = clock_at(day, decided.digest.at)
    if not at <= now < at + CATCHES_UP:
        return 0
    async with work() as uow:
        if not await uow.jobs.take_slot(DIGEST, at):
            return 0
        working = is_working_day(day, closed_days(decided, day))
        rows: list[Outgoing] = []
        for officer in await uow.officers.all():
            if not officer.may(Permission.PLAN_CONTACT) or not gets_one(await counts_of(uow, actor, officer.id, now), working=working):
                continue
            if await uow.digests.add(digest_of(officer.id, day, decided.digest)):
                rows.append(notice(uow.force, officer.id, day.toordinal(), DIGEST, officer.id, paced(now, len(rows), 0)))
        await uow.outbox.plan(rows)
    return len(rows)


async def counts_of(uow: UnitOfWork, actor: Actor, officer: UUID, now: datetime) -> Counts:
    """What this officer owes in person by tonight."""
    actor.must(Permission.RUN_JOBS)
    standing = await uow.contact_lists.standing(Whose((officer,), ()), now, end_of_day(now))
    return _counted(standing)


async def digest_told(uow: UnitOfWork, actor: Actor, row: Outgoing, now: datetime) -> None:
    """In the transaction that records that the digest has arrived: what stands in it and is not urgent waits, each reminder still a row of its own."""
    actor.must(Permission.SEND_REMINDERS)
    digest = await uow.digests.hold(row.recipient, date.fromordinal(row.occurrence))
    if digest is not None and await uow.digests.told(digest, now):
        await _put_off(uow, digest, waits_until)


async def open_digest(work: Work, clock: Clock, officer: Officer, day: date) -> None:
    """The officer opens the list of that day: what it had made wait waits longer, once."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        now = clock()
        digest = await uow.digests.hold(officer.id, day)
        if digest is not None and await uow.digests.opened(digest, now):
            await _put_off(uow, digest, waits_once_opened)
        entry = AuditEntry(now, officer.id, AuditKind.CONSULTATION, "contact:digest:opened", str(officer.id), recipient=str(officer.id))
        await uow.audit.note(entry)


async def _put_off(uow: UnitOfWork, digest: Digest, until: Until) -> None:
    planned = await uow.digests.planned(digest.officer, digest.at, digest.opened)
    plans = await uow.contacts.some({one.plan for one in planned})
    for one in planned:
        plan = plans.get(one.plan)
        # What comes to whoever stands in for its owner is not on that officer's list.
        at = until(plan, one.at, digest) if plan is not None and plan.owner == digest.officer else None
        if at is not None:
            await uow.digests.put_off(one, at)


def _counted(standing: Mapping[Risk, Standing]) -> Counts:
    high = [one for risk, one in standing.items() if risk in (Risk.HIGH, Risk.UNASSESSED)]
    return Counts(
        sum(one.overdue for one in standing.values()),
        sum(one.today for one in standing.values()),
        sum(one.overdue + one.today for one in high),
    )
