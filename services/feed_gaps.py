"""Each morning the court feed is reconciled: where yesterday's file is missing, or far thinner than usual, whoever keeps the register is told."""

from datetime import time, timedelta

from domain.clock import Clock
from domain.feed_days import USUAL_WEEKS, WINDOW_DAYS, reconcile
from domain.london import to_london
from domain.mornings import clock_at
from domain.officers import Actor, Permission, Role
from domain.outbox import FEED_GAP, notice, paced
from storage.work import Work

AT = time(9)
CATCHES_UP = timedelta(hours=12)


async def tell_of_gaps(work: Work, clock: Clock, actor: Actor) -> int:
    """At nine in London, once, however many processes ask; how many were told."""
    actor.must(Permission.RUN_JOBS)
    now = clock()
    today = to_london(now).date()
    at = clock_at(today, AT)
    if not at <= now < at + CATCHES_UP:
        return 0
    async with work() as uow:
        if not await uow.jobs.take_slot(FEED_GAP, at):
            return 0
        came = await uow.intake.came(today - timedelta(days=WINDOW_DAYS + 7 * USUAL_WEEKS))
        days = reconcile(came, await uow.intake.first_day(), today)
        if not days or not (days[-1].is_missing or days[-1].is_thin):
            return 0
        told = [one for one in await uow.officers.all() if Role.ORDERS_DESK in one.roles and one.may(Permission.KEEP_QUALITY)]
        rows = [notice(uow.force, one.id, today.toordinal(), FEED_GAP, one.id, paced(now, rank, 1)) for rank, one in enumerate(told)]
        await uow.outbox.plan(rows)
    return len(rows)
