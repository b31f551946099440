"""What the use cases of a compliance visit share: the visit as it stands, and how a change of it is kept, told of and noted."""

from dataclasses import dataclass
from uuid import UUID

from domain import visits
from domain.areas import Area, areas_at
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import NotFound
from domain.officers import Officer, Permission
from domain.order_states import Standing
from domain.orders import Order
from domain.outbox import reminders_job
from domain.policies import Policy
from domain.terms import OrderTerms
from domain.visit_hands import may_end, may_take
from domain.visits import VisitMade, VisitPlan
from services.beats import stood, walled_off
from services.visit_notices import plan_visit_notices
from storage.work import UnitOfWork

VISITS_SHOWN = 5
NOT_PLANNED = "No visit is planned for this order. Press Plan a visit first."
GONE = "an officer who has left"


@dataclass(frozen=True)
class Briefing:
    """One order's visit as it stands: `plan` is None where none was ever planned; `made` are the last visits, the newest first.

    `may_take` and `may_end` say what this officer may do with it.
    """

    order: Order
    standing: Standing
    terms: OrderTerms | None = None
    plan: VisitPlan | None = None
    owner: str = ""
    made: tuple[tuple[VisitMade, str], ...] = ()
    areas: tuple[str, ...] = ()
    ended_by: str = ""
    may_take: bool = False
    may_end: bool = False


def beats_of(policy: Policy, order: Order) -> tuple[Area, ...]:
    """The areas in which the respondent lives."""
    return areas_at(policy.areas_worked, order.respondent.postcode)


async def briefed(uow: UnitOfWork, clock: Clock, officer: Officer, policy: Policy, order: Order) -> Briefing:
    officer.must(Permission.VISIT_RESPONDENT)
    (shown,) = await walled_off(uow, officer, [order])
    plan, now, here = await uow.visits.get(visits.visit_id(order.id)), clock(), beats_of(policy, order)
    made = await uow.visits.made(visits.visit_id(order.id), VISITS_SHOWN)
    of_plan = {one for one in (plan.owner, plan.ended_by) if one} if plan else set()
    names = {id: one.name for id, one in (await uow.officers.some({one.officer for one in made} | of_plan)).items()}
    is_open = plan is not None and plan.is_open
    return Briefing(
        order=shown,
        standing=await stood(uow, officer, order, now),
        terms=await uow.terms.newest_checked(order.id) if order.conditions_checked else None,
        plan=plan,
        owner=names.get(plan.owner, "") if plan and plan.owner else "",
        made=tuple((one, names.get(one.officer, GONE)) for one in made),
        areas=tuple(one.name for one in here),
        ended_by=names.get(plan.ended_by, GONE) if plan and plan.ended_by else "",
        may_take=plan is not None and is_open and plan.owner != officer.id and may_take(officer, plan, here, now),
        may_end=plan is not None and is_open and may_end(officer, plan, here),
    )


async def held_visit(uow: UnitOfWork, officer: Officer, order_id: UUID) -> VisitPlan:
    officer.must(Permission.VISIT_RESPONDENT)
    held = await uow.visits.hold(visits.visit_id(order_id))
    if held is None:
        raise NotFound(NOT_PLANNED)
    return held


async def save_visit(uow: UnitOfWork, clock: Clock, officer: Officer, plan: VisitPlan) -> None:
    """With what is told of it from now on."""
    officer.must(Permission.VISIT_RESPONDENT)
    await uow.visits.save(plan)
    await plan_visit_notices(uow, reminders_job(uow.force), plan, clock())


def visit_entry(clock: Clock, officer: Officer, kind: AuditKind, what: str, order: Order, *more: UUID) -> AuditEntry:
    """The line on the trail of the visit, its order and its respondent, and of nobody else."""
    subject = ";".join(map(str, (visits.visit_id(order.id), order.id, order.respondent.id, *more)))
    return AuditEntry(clock(), officer.id, kind, f"visit:plan:{what}", subject, recipient=str(officer.id))
