"""Whose compliance visit it is, and that no further one is made: who may say so is decided here, and each can be undone for some minutes."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain import visit_hands, visits
from domain.audit import AuditKind
from domain.clock import Clock
from domain.errors import NotFound
from domain.officers import Officer, Permission
from domain.visits import NoFurther, VisitPlan
from services.timetables import PolicyNow
from services.visit_parts import Briefing, beats_of, briefed, held_visit, save_visit, visit_entry
from storage.work import UnitOfWork, Work

NOBODY_SUCH = "That officer is not on the list of those who visit respondents. Nothing was changed."


@dataclass(frozen=True)
class Handed:
    """The visit in its new hands; `was` is whose it was before."""

    found: Briefing
    was: UUID | None


class VisitHands:
    """Every use case returns the visit as it stands after it."""

    def __init__(self, work: Work, clock: Clock, policy: PolicyNow) -> None:
        self._work = work
        self._clock = clock
        self._policy = policy

    async def take(self, officer: Officer, order_id: UUID) -> Handed:
        """For whoever works the beat or stands over it; for anybody who visits where it is nobody's, or overdue."""
        officer.must(Permission.VISIT_RESPONDENT)
        async with self._work() as uow:
            order, plan = await uow.orders.demand(order_id), await held_visit(uow, officer, order_id)
            visit_hands.demand_may_take(officer, plan, beats_of(self._policy(), order), self._clock())
            return await self._handed(uow, officer, plan, officer.id, "taken")

    async def give(self, officer: Officer, order_id: UUID, to: UUID) -> Handed:
        """By a supervisor, to anybody who visits respondents."""
        officer.must(Permission.SEE_TEAM_CONTACTS)
        async with self._work() as uow:
            receiver = await uow.officers.get(to)
            if receiver is None or not receiver.may(Permission.VISIT_RESPONDENT):
                raise NotFound(NOBODY_SUCH)
            return await self._handed(uow, officer, await held_visit(uow, officer, order_id), to, "given")

    async def give_back(self, officer: Officer, order_id: UUID) -> Handed:
        """By whose it is: to another of the beat, and where there is none to nobody, so that a supervisor is told in time."""
        officer.must(Permission.VISIT_RESPONDENT)
        async with self._work() as uow:
            order, plan = await uow.orders.demand(order_id), await held_visit(uow, officer, order_id)
            visit_hands.demand_is_own(officer, plan)
            others = [one for one in await uow.officers.all() if one.id != officer.id]
            heir = visits.owner_of(order, self._policy().areas_worked, others)
            return await self._handed(uow, officer, plan, heir, "given_back")

    async def close(self, officer: Officer, order_id: UUID, why: NoFurther) -> Briefing:
        """No further visit, until somebody plans one: by whose it is, whoever works the beat, or a supervisor."""
        officer.must(Permission.VISIT_RESPONDENT)
        async with self._work() as uow:
            order, plan = await uow.orders.demand(order_id), await held_visit(uow, officer, order_id)
            visit_hands.demand_may_end(officer, plan, beats_of(self._policy(), order))
            return await self._changed(uow, officer, order_id, visits.closed(plan, why, officer.id, self._clock()), f"closed_{why.value}")

    async def undo_close(self, officer: Officer, order_id: UUID, seen: int) -> Briefing:
        officer.must(Permission.VISIT_RESPONDENT)
        async with self._work() as uow:
            order, plan = await uow.orders.demand(order_id), await held_visit(uow, officer, order_id)
            visit_hands.demand_may_end(officer, plan, beats_of(self._policy(), order))
            return await self._changed(uow, officer, order_id, visit_hands.reopened(plan, seen, self._clock()), "close_undone")

    async def undo_hands(self, officer: Officer, order_id: UUID, was: UUID | None, seen: int, at: datetime) -> Briefing:
        """`was` is whose it was before it was taken, given or given back at that moment."""
        officer.must(Permission.VISIT_RESPONDENT)
        async with self._work() as uow:
            plan = visit_hands.put_back(await held_visit(uow, officer, order_id), was, seen, at, self._clock())
            return await self._changed(uow, officer, order_id, plan, "hands_undone")

    async def _handed(self, uow: UnitOfWork, officer: Officer, plan: VisitPlan, to: UUID | None, what: str) -> Handed:
        return Handed(await self._changed(uow, officer, plan.order_id, visits.given(plan, to), what), plan.owner)

    async def _changed(self, uow: UnitOfWork, officer: Officer, order_id: UUID, plan: VisitPlan, what: str) -> Briefing:
        order = await uow.orders.demand(order_id)
        await save_visit(uow, self._clock, officer, plan)
        to = [plan.owner] if plan.owner else []
        await uow.audit.note(visit_entry(self._clock, officer, AuditKind.ALTERATION, what, order, *to))
        return await briefed(uow, self._clock, officer, self._policy(), order)
