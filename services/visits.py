"""Compliance visits to respondents: planned and recorded. What the respondent says becomes evidence of awareness on the order."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from domain import visits
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import NotFound, Outdated
from domain.evidence import EvidenceKind, Given, How
from domain.officers import Actor, Officer, Permission
from domain.orders import LIVE, Order
from domain.outbox import reminders_job
from domain.visits import CHANGED_SINCE, MET, VisitMade, VisitOutcome, VisitPlan
from services import evidence
from services.beats import stood
from services.timetables import PolicyNow, timetable_of
from services.visit_notices import plan_visit_notices
from services.visit_parts import Briefing, briefed, held_visit, save_visit, visit_entry
from storage.orders import ORDER_GONE
from storage.work import UnitOfWork, Work

NOT_LIVE = "This order does not run now, so no visit is planned for it."


class Visits:
    def __init__(self, work: Work, clock: Clock, policy: PolicyNow) -> None:
        self._work = work
        self._clock = clock
        self._policy = policy

    async def briefing(self, officer: Officer, order_id: UUID) -> Briefing:
        officer.must(Permission.VISIT_RESPONDENT)
        async with self._work() as uow:
            found = await self._briefed(uow, officer, await uow.orders.demand(order_id))
            await uow.audit.note(visit_entry(self._clock, officer, AuditKind.CONSULTATION, "shown", found.order))
        return found

    async def find(self, officer: Officer, reference: str) -> UUID:
        """The order of that reference."""
        officer.must(Permission.VISIT_RESPONDENT)
        async with self._work() as uow:
            order = await uow.orders.by_reference(reference)
        if order is None:
            raise NotFound(ORDER_GONE)
        return order.id

    async def plan(self, officer: Officer, order_id: UUID) -> Briefing:
        """For whoever works the beat; where the order has a plan already that one stays, and one that was closed is opened again."""
        officer.must(Permission.VISIT_RESPONDENT)
        async with self._work() as uow:
            order, now, rules = await uow.orders.demand(order_id), self._clock(), self._policy().visits
            if (await stood(uow, officer, order, now)).state not in LIVE:
                raise Outdated(NOT_LIVE)
            held = await uow.visits.hold(visits.visit_id(order_id))
            if held is None:
                await start_visit(uow, self._clock, officer, order, self._policy)
            elif not held.is_open:
                await self._saved(uow, officer, order, visits.planned_again(held, now, rules), "planned_again")
            return await self._briefed(uow, officer, order)

    async def record(
        self,
        officer: Officer,
        order_id: UUID,
        outcome: VisitOutcome,
        said: str = "",
        support: str = "",
        days: int | None = None,
        seen: int | None = None,
    ) -> Briefing:
        """What was explained and what the respondent said go on the order as evidence in the same transaction.

        `days` until the next, where not the force's own. Raises Outdated where the plan is no longer at the version that was `seen`.
        """
        officer.must(Permission.VISIT_RESPONDENT)
        words, help_needed = visits.checked_words(said, support)
        async with self._work() as uow:
            order, now = await uow.orders.demand(order_id), self._clock()
            plan = await held_visit(uow, officer, order_id)
            if seen is not None and plan.version != seen:
                raise Outdated(CHANGED_SINCE)
            made = VisitMade(uuid4(), plan.id, order_id, now, officer.id, outcome, words, help_needed)
            await uow.visits.note(made)
            after = visits.recorded(plan, outcome, now, self._policy().visits, days)
            await self._saved(uow, officer, order, after, "recorded", made.id)
            for given in _awareness(made, officer):
                await evidence.keep(uow, self._clock, officer, order_id, given, timetable_of(self._policy()))
            return await self._briefed(uow, officer, order)

    async def _saved(self, uow: UnitOfWork, officer: Officer, order: Order, plan: VisitPlan, what: str, *more: UUID) -> None:
        await save_visit(uow, self._clock, officer, plan)
        await uow.audit.note(visit_entry(self._clock, officer, AuditKind.ALTERATION, what, order, *more))

    async def _briefed(self, uow: UnitOfWork, officer: Officer, order: Order) -> Briefing:
        return await briefed(uow, self._clock, officer, self._policy(), order)


async def visitors(work: Work, officer: Officer) -> list[Officer]:
    """Who may be given a visit, by name."""
    officer.must(Permission.SEE_TEAM_CONTACTS)
    async with work() as uow:
        able = [one for one in await uow.officers.all() if one.may(Permission.VISIT_RESPONDENT)]
    return sorted(able, key=lambda one: one.name)


async def start_visit(uow: UnitOfWork, clock: Clock, actor: Actor, order: Order, policy: PolicyNow) -> VisitPlan:
    """The first of an order, for whoever works the beat on which its respondent lives."""
    actor.must(Permission.VISIT_RESPONDENT)
    now, rules = clock(), policy()
    owner = visits.owner_of(order, rules.areas_worked, await uow.officers.all())
    plan = visits.plan_for(order, owner, actor.id, now, rules.visits)
    if await uow.visits.add(plan):
        await plan_visit_notices(uow, reminders_job(uow.force), plan, now)
        subject = f"{plan.id};{order.id};{order.respondent.id}"
        await uow.audit.note(AuditEntry(now, actor.id, AuditKind.COLLECTION, "visit:plan:planned", subject))
    return plan


def _awareness(made: VisitMade, officer: Officer) -> Sequence[Given]:
    """That the terms were explained, and what the respondent said, are two things: each may be asked for by itself in court."""
    if made.outcome not in MET:
        return ()
    at: datetime = made.at
    told = Given(EvidenceKind.AWARENESS, How.TOLD_BY_OFFICER, at=at, by_whom=officer.name)
    own = Given(EvidenceKind.AWARENESS, How.OWN_WORDS, at=at, by_whom=officer.name, words=made.said)
    return (*([told] if made.outcome is VisitOutcome.EXPLAINED else []), *([own] if made.said else []))
