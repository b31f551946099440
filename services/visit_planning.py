"""Once a day: visits are planned for every order on a beat where the force wants that, and what is still owed is told of again."""

from datetime import time, timedelta

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.london import to_london
from domain.mornings import clock_at
from domain.officers import Actor, Permission
from domain.orders import PartyRole
from domain.visits import told_again
from services.timetables import PolicyNow
from services.visit_notices import plan_visit_notices
from services.visits import start_visit
from storage.work import Work

SLOT = "visits"
AT = time(6)
CATCHES_UP = timedelta(hours=18)
AT_ONCE = 200


async def plan_visits(work: Work, clock: Clock, actor: Actor, policy: PolicyNow) -> int:
    """From six in the morning, once, however many processes ask; how many were planned. More than so many wait for the next day."""
    actor.must(Permission.RUN_JOBS)
    now = clock()
    at = clock_at(to_london(now).date(), AT)
    if not at <= now < at + CATCHES_UP:
        return 0
    async with work() as uow:
        if not await uow.jobs.take_slot(SLOT, at):
            return 0
        await _tell_of_forgotten(work, clock, actor)
        rules = policy()
        if not rules.visits.automatic or not rules.areas_worked:
            return 0
        here = await uow.beats.living(rules.areas_worked, (PartyRole.RESPONDENT,))
        ids = await uow.visits.unplanned(here, now, AT_ONCE)
        for order in await uow.orders.many(ids):
            await start_visit(uow, clock, actor, order, policy)
    return len(ids)


async def _tell_of_forgotten(work: Work, clock: Clock, actor: Actor) -> None:
    """What was told of to the end and is still owed, and what is owed of an order that ended and was extended since."""
    async with work() as uow:
        for forgotten in await uow.visits.forgotten(clock(), AT_ONCE):
            plan = told_again(forgotten)
            await uow.visits.save(plan)
            await plan_visit_notices(uow, actor, plan, clock())
            subject = f"{plan.id};{plan.order_id};{plan.respondent}"
            await uow.audit.note(AuditEntry(clock(), actor.id, AuditKind.ALTERATION, "visit:plan:told_again", subject))
