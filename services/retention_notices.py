"""That reviews of records are due is told to the orders desk: once when one comes near, and each Monday while any waits; in figures alone."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from domain.clock import Clock
from domain.london import to_london
from domain.mornings import clock_at
from domain.officers import Actor, Permission, Role, SystemJob
from domain.outbox import REVIEWS_DUE, notice, paced
from domain.policies import Policy
from domain.retention import Reviews, counted, is_told_today
from services.retention import reviews_ahead
from storage.work import UnitOfWork, Work

AT = time(9)
CATCHES_UP = timedelta(hours=12)
_TOLD = "retention_told_until"


def reviews_job(force: str) -> SystemJob:
    """Reads what is decided of records, to count what waits."""
    return SystemJob("retention-reviews", force, frozenset({Permission.ERASE_RECORDS}))


async def plan_review_notices(work: Work, clock: Clock, actor: Actor, policy: Callable[[], Policy]) -> int:
    """At nine in London, once, however many processes ask; how many were told."""
    actor.must(Permission.RUN_JOBS)
    now, rules = clock(), policy().retention
    today = to_london(now).date()
    at = clock_at(today, AT)
    if not at <= now < at + CATCHES_UP:
        return 0
    async with work() as uow:
        if not await uow.jobs.take_slot(REVIEWS_DUE, at):
            return 0
        ahead, told = await reviews_ahead(uow, reviews_job(uow.force), now, rules), await uow.marks.get(_TOLD)
        until = date.fromisoformat(told) if told else None
        await uow.marks.put(_TOLD, max(today + rules.notice, until or today).isoformat())
        if not is_told_today(ahead, rules, until, today):
            return 0
        desk = [one for one in await uow.officers.all() if Role.ORDERS_DESK in one.roles and one.may(Permission.REVIEW_RETENTION)]
        rows = [notice(uow.force, one.id, today.toordinal(), REVIEWS_DUE, one.id, paced(now, rank, 1)) for rank, one in enumerate(desk)]
        await uow.outbox.plan(rows)
    return len(rows)


async def reviews_at(uow: UnitOfWork, actor: Actor, now: datetime) -> Reviews:
    """As they stand when the notice is sent, by the day that it is of."""
    actor.must(Permission.SEND_REMINDERS)
    rules = uow.policy().retention
    return counted(await reviews_ahead(uow, reviews_job(uow.force), now, rules), rules, to_london(now).date())
