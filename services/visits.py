"""Compliance visits to respondents: planned, given out, recorded. What the respondent says becomes evidence of awareness on the order."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from domain import visits
from domain.areas import areas_at
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import NotFound, Outdated
from domain.evidence import EvidenceKind, Given, How
from domain.officers import Actor, Officer, Permission
from domain.order_states import Standing
from domain.orders import LIVE, Order
from domain.outbox import reminders_job
from domain.terms import OrderTerms
from domain.visits import CHANGED_SINCE, MET, VisitMade, VisitOutcome, VisitPlan
from services import evidence
from services.beats import stood, walled_off
from services.timetables import PolicyNow
from services.visit_notices import plan_visit_notices
from storage.orders import ORDER_GONE
from storage.work import UnitOfWork, Work

VISITS_SHOWN = 5
NOT_LIVE = "This order does not run now, so no visit is planned for it."
NOT_PLANNED = "No visit is planned for this order. Press Plan a visit first."
NOBODY_SUCH = "That officer is not on the list of those who visit respondents. Nothing was changed."


@dataclass(frozen=True)
class Briefing:
    """One order's visit as it stands: `plan` is None where none was ever planned; `made` are the last visits, the newest first."""

    order: Order
    standing: Standing
    terms: OrderTerms | None = None
    plan: VisitPlan | None = None
    owner: str = ""
    made: tuple[tuple[VisitMade, str], ...] = ()
    areas: tuple[str, ...] = ()


class Visits:
    def __init__(self, work: Work, clock: Clock, policy: PolicyNow) -> None:
        self._work = work
        self._clock = clock
        self._policy = policy

    async def briefing(self, officer: Officer, order_id: UUID) -> Briefing:
        officer.must(Permission.VISIT_RESPONDENT)
        async with self._work() as uow:
            found = await self._briefing(uow, officer, await uow.orders.demand(order_id))
            await self._note(uow, officer, AuditKind.CONSULTATION, "shown", found.order)
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
            return await self._briefing(uow, officer, order)

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
            plan = await self._held(uow, order_id)
            if seen is not None and plan.version != seen:
                raise Outdated(CHANGED_SINCE)
            made = VisitMade(uuid4(), plan.id, order_id, now, officer.id, outcome, words, help_needed)
            await uow.visits.note(made)
            await self._saved(uow, officer, order, visits.recorded(plan, outcome, now, self._policy().visits, days), "recorded", made.id)
            for given in _awareness(made, officer):
                await evidence.add(self._work, self._clock, officer, order_id, given)
            return await self._briefing(uow, officer, order)

    async def give(self, officer: Officer, order_id: UUID, to: UUID) -> Briefing:
        """To oneself, or by a supervisor to anybody who visits respondents."""
        officer.must(Permission.VISIT_RESPONDENT)
        if to != officer.id:
            officer.must(Permission.SEE_TEAM_CONTACTS)
        async with self._work() as uow:
            order, receiver = await uow.orders.demand(order_id), await uow.officers.get(to)
            if receiver is None or not receiver.may(Permission.VISIT_RESPONDENT):
                raise NotFound(NOBODY_SUCH)
            await self._saved(uow, officer, order, visits.given(await self._held(uow, order_id), to), "given")
            return await self._briefing(uow, officer, order)

    async def close(self, officer: Officer, order_id: UUID) -> Briefing:
        """No further visit, until somebody plans one."""
        officer.must(Permission.VISIT_RESPONDENT)
        async with self._work() as uow:
            order = await uow.orders.demand(order_id)
            await self._saved(uow, officer, order, visits.closed(await self._held(uow, order_id)), "closed")
            return await self._briefing(uow, officer, order)

    async def _briefing(self, uow: UnitOfWork, officer: Officer, order: Order) -> Briefing:
        (shown,) = await walled_off(uow, officer, [order])
        plan = await uow.visits.get(visits.visit_id(order.id))
        made = await uow.visits.made(visits.visit_id(order.id), VISITS_SHOWN)
        people = await uow.officers.some({one.officer for one in made} | ({plan.owner} if plan and plan.owner else set()))
        names = {id: one.name for id, one in people.items()}
        return Briefing(
            order=shown,
            standing=await stood(uow, officer, order, self._clock()),
            terms=await uow.terms.newest_checked(order.id) if order.conditions_checked else None,
            plan=plan,
            owner=names.get(plan.owner, "") if plan and plan.owner else "",
            made=tuple((one, names.get(one.officer, "an officer who has left")) for one in made),
            areas=tuple(one.name for one in areas_at(self._policy().areas_worked, order.respondent.postcode)),
        )

    async def _held(self, uow: UnitOfWork, order_id: UUID) -> VisitPlan:
        held = await uow.visits.hold(visits.visit_id(order_id))
        if held is None:
            raise NotFound(NOT_PLANNED)
        return held

    async def _saved(self, uow: UnitOfWork, officer: Officer, order: Order, plan: VisitPlan, what: str, *more: UUID) -> None:
        await uow.visits.save(plan)
        await plan_visit_notices(uow, reminders_job(uow.force), plan, self._clock())
        await self._note(uow, officer, AuditKind.ALTERATION, what, order, *more)

    async def _note(self, uow: UnitOfWork, officer: Officer, kind: AuditKind, what: str, order: Order, *more: UUID) -> None:
        subject = ";".join(map(str, (visits.visit_id(order.id), order.id, order.respondent.id, *more)))
        await uow.audit.note(AuditEntry(self._clock(), officer.id, kind, f"visit:plan:{what}", subject, recipient=str(officer.id)))


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
