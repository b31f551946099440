"""The auditor of sending: looks for what is due and unsent, tells supervisors in the chat, and says who cannot be reached."""

import asyncio
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

import structlog

from domain.alarms import LATE_AFTER, Alarm, Finding, Kind, late_jobs, raised
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.conversations import TEAMS
from domain.officers import Actor, Officer, Permission
from domain.outbox import ALARM, ALARM_OVER, State, notice
from services.jobs import beats
from services.reminders import forgotten_plans
from storage.alarms import Waiting
from storage.work import UnitOfWork, Work

# What is due, and the heartbeats, are looked at every time; every open plan is held against the outbox once an hour, and until none is found.
PLANS_AT = 30
PATIENCE = 2.0
log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Unreached:
    """An officer for whom `number` reminders wait since then; `lost` says that there was a chat, and that the channel has refused it."""

    officer: Officer
    number: int
    since: datetime | None
    lost: bool


@dataclass(frozen=True)
class HowItStands:
    alarm: Alarm | None
    unreached: tuple[Unreached, ...]


@dataclass(frozen=True)
class Figures:
    """How many of each kind there are, how many seconds ago each job last ran, and how many officers cannot be reached."""

    found: Mapping[Kind, int]
    job_ages: Mapping[str, float]
    unreached: int


async def look(
    work: Work, reading: Work, clock: Clock, actor: Actor, patience: Mapping[str, timedelta], watching_since: datetime
) -> Alarm | None:
    """What stands now; told to whoever hears alarms at first, hourly, when more is found, and when it is over."""
    actor.must(Permission.RUN_JOBS)
    async with reading() as uow:
        before = await uow.alarms.standing()
    findings = await _found(reading, clock, actor, before)
    findings += late_jobs(patience, {one.name: one.ended_at for one in await beats(reading, actor)}, watching_since, clock())
    if findings or before is not None:
        return await _keep(work, clock, findings)
    return None


async def found_late(reading: Work, clock: Clock, actor: Actor) -> list[Finding]:
    """What is due and unsent now, by kind."""
    actor.must(Permission.RUN_JOBS)
    async with reading() as uow:
        before, told = clock() - LATE_AFTER, await uow.outbox.lease_clock(clock())
        return await uow.alarms.late(before, told - LATE_AFTER)


async def figures(reading: Work, clock: Clock, actor: Actor) -> Figures | None:
    """None where the database cannot tell."""
    actor.must(Permission.RUN_JOBS)
    try:
        async with asyncio.timeout(PATIENCE):
            found, now = await found_late(reading, clock, actor), clock()
            ages = {one.name: max(0.0, (now - one.ended_at).total_seconds()) for one in await beats(reading, actor)}
            async with reading() as uow:
                standing, unreached = await uow.alarms.standing(), len(await _unreached(uow))
    except Exception:  # whatever the driver says: what is not known is told as such
        log.exception("sending_not_known")
        return None
    others = [one for one in (standing.findings if standing else ()) if one.kind in (Kind.FORGOTTEN, Kind.JOB_LATE)]
    return Figures({one.kind: one.number for one in (*found, *others)}, ages, unreached)


async def how_it_stands(work: Work, clock: Clock, officer: Officer) -> HowItStands:
    """Whoever waits longest first, of their own team before others."""
    officer.must(Permission.HEAR_ALARMS)
    async with work() as uow:
        found = sorted(await _unreached(uow), key=lambda one: (one.officer.team != officer.team, one.since or clock(), one.officer.name))
        subject = ";".join(str(one.officer.id) for one in found)
        await uow.audit.note(AuditEntry(clock(), officer.id, AuditKind.CONSULTATION, "alarm:officer:listed", subject))
        return HowItStands(await uow.alarms.standing(), tuple(found))


async def _found(reading: Work, clock: Clock, actor: Actor, before: Alarm | None) -> list[Finding]:
    findings = await found_late(reading, clock, actor)
    stands = before is not None and any(one.kind is Kind.FORGOTTEN for one in before.findings)
    if clock().minute != PLANS_AT and not stands:
        return findings
    forgotten = 0
    async for ids in forgotten_plans(reading, actor):
        forgotten += len(ids)
        await asyncio.sleep(0)
    return findings + ([Finding(Kind.FORGOTTEN, forgotten)] if forgotten else [])


async def _keep(work: Work, clock: Clock, findings: list[Finding]) -> Alarm | None:
    """One auditor a minute, of however many there are, writes what was found and tells of it."""
    async with work() as uow:
        now = clock()
        mine = await uow.jobs.take_slot("alarm", now.replace(second=0, microsecond=0))
        before = await uow.alarms.standing()
        if not mine:
            return before
        alarm = raised(before, findings, now)
        await uow.alarms.keep(alarm)
        if alarm is None and before is not None:
            await _tell_that_it_is_over(uow, before, now)
            log.warning("sending_alarm_over", alarm=str(before.id))
        elif alarm is not None and alarm.told_at == now:
            await _tell(uow, alarm, now)
            log.error("sending_alarm", alarm=str(alarm.id), **{one.kind.value: one.number for one in findings})
    return alarm


async def _tell(uow: UnitOfWork, alarm: Alarm, now: datetime) -> None:
    hearers = [one.id for one in await uow.officers.all() if one.may(Permission.HEAR_ALARMS)]
    await _plan(uow, alarm, ALARM, hearers, now)


async def _tell_that_it_is_over(uow: UnitOfWork, alarm: Alarm, now: datetime) -> None:
    """Whoever heard of it; what has not gone out is no longer true."""
    rows = await uow.outbox.of_plan(alarm.id)
    await uow.outbox.cancel([row.id for row in rows if row.state is State.PENDING])
    heard = {row.recipient for row in rows if row.state in (State.SENT, State.SENDING)}
    await _plan(uow, alarm, ALARM_OVER, heard, now)


async def _plan(uow: UnitOfWork, alarm: Alarm, stage: str, hearers: Collection[UUID], now: datetime) -> None:
    """Before all that was held up."""
    await uow.outbox.plan([replace(notice(uow.force, alarm.id, alarm.round, stage, one, now), urgency=0) for one in hearers])


async def _unreached(uow: UnitOfWork) -> list[Unreached]:
    waiting = {one.officer: one for one in await uow.alarms.waiting()}
    refused = await uow.alarms.lost_chats()
    chats = await uow.conversations.of_officers(refused)
    lost = frozenset(who for who in refused if not any(chat.channel == TEAMS and chat.reachable for chat in chats.get(who, ())))
    people = await uow.officers.some({*waiting, *lost})
    return [_one(people[id], waiting, lost) for id in {*waiting, *lost} if id in people and people[id].active]


def _one(officer: Officer, waiting: Mapping[UUID, Waiting], lost: frozenset[UUID]) -> Unreached:
    owed = waiting.get(officer.id)
    return Unreached(officer, owed.number if owed else 0, owed.since if owed else None, officer.id in lost)
