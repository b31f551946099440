"""Tells a supervisor when one officer looks up more people in an hour than the force has set; the look-up is answered all the same."""

from dataclasses import replace
from datetime import datetime

import structlog

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.enumeration import HOUR, told_of_many
from domain.officers import Officer, Permission
from domain.outbox import MANY, NOBODY, notice
from storage.work import UnitOfWork

log = structlog.get_logger(__name__)


async def tell_of_many(uow: UnitOfWork, clock: Clock, officer: Officer, most: int) -> None:
    """In the transaction of a look-up that is on the trail already: once an hour for each officer."""
    officer.must(Permission.LOOK_UP_ORDER)
    now = clock()
    if await uow.audit.searched_by(officer.id, now - HOUR, now) <= most:
        return
    hour = _hour_of(now)
    if await uow.outbox.ever_planned(officer.id, hour):
        return
    told = told_of_many(await uow.officers.all(), officer.id)
    if not told:
        log.error("look_ups_for_nobody", officer=str(officer.id))
    await uow.outbox.plan([notice(uow.force, officer.id, hour, MANY, one, now) for one in told or [NOBODY]])
    entry = AuditEntry(now, officer.id, AuditKind.CONSULTATION, "lookup:officer:told", str(officer.id), f"more than {most}")
    await uow.audit.note(*(replace(entry, recipient=str(one)) for one in told or [NOBODY]))


def _hour_of(moment: datetime) -> int:
    """The clock hour, counted from the beginning of time as computers have it."""
    return int(moment.timestamp()) // int(HOUR.total_seconds())
