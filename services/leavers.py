"""Whoever leaves, or may make contacts no more, leaves none orphaned: each has a new owner in the transaction that takes the people in."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID, uuid4

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contacts import ContactPlan
from domain.duty_people import OnDuty
from domain.officers import Actor, Officer, Permission, Role
from domain.outbox import DUTY_MOVED, notice
from services.moving import move
from storage.work import UnitOfWork


async def rehome(uow: UnitOfWork, clock: Clock, actor: Actor) -> int:
    """How many contacts have a new owner; the supervisors of each team are told once, with a list. What nobody of the force may hold waits."""
    actor.must(Permission.IMPORT_PEOPLE)
    now, people = clock(), await uow.officers.all()
    on_duty = OnDuty(people, await uow.duty.roster(now))
    counts = await uow.duty.offers.count_by_owner()
    gone = [owner for owner in counts if owner is not None and not on_duty.may_hold(owner)]
    if not gone and None not in counts:
        return 0
    plans = await uow.duty.offers.hold_owned_by(gone, or_nobody=True)
    held, heirs = {one: number for one, number in counts.items() if one is not None}, {}
    teams = {one.id: one.team for one in people}
    for plan in plans:
        heir = on_duty.heir(plan, teams.get(plan.owner) if plan.owner else None, held, now)
        if heir is not None:
            heirs[plan.id], held[heir] = heir, held.get(heir, 0) + 1
    batches = _by_team([plan for plan in plans if plan.id in heirs], teams)
    for team, theirs in batches.items():
        batch = uuid4()
        await move(uow, clock, actor, theirs, heirs, "left", batch)
        told = _supervisors(people, team, {plan.owner for plan in theirs})
        await uow.outbox.plan([notice(uow.force, batch, 1, DUTY_MOVED, one, now) for one in told])
        named = ";".join([str(batch), *sorted({str(plan.owner) for plan in theirs if plan.owner is not None})])
        await uow.audit.note(AuditEntry(now, actor.id, AuditKind.ALTERATION, "people:contacts:rehomed", named))
    return len(heirs)


def _by_team(plans: Sequence[ContactPlan], teams: dict[UUID, str]) -> dict[str, list[ContactPlan]]:
    found: dict[str, list[ContactPlan]] = defaultdict(list)
    for plan in plans:
        found[teams.get(plan.owner, "") if plan.owner else ""].append(plan)
    return found


def _supervisors(people: Sequence[Officer], team: str, owners: set[UUID | None]) -> list[UUID]:
    """The leavers' own, else the team's, else all."""
    able = [one for one in people if Role.SUPERVISOR in one.roles and one.may(Permission.SEE_TEAM_CONTACTS)]
    chiefs = {one.supervisor for one in people if one.id in owners}
    own = [one.id for one in able if one.id in chiefs]
    return own or [one.id for one in able if one.team == team] or [one.id for one in able]
