"""Visits that are owed, as a list for a shift: one's own, or those of a beat; and the same as a sheet to print."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from secrets import choice

from domain.areas import Area
from domain.audit import AuditEntry, AuditKind
from domain.beats import Beside
from domain.clock import Clock
from domain.contacts import end_of_day
from domain.errors import Unreadable
from domain.officers import Officer, Permission
from domain.order_states import Standing
from domain.orders import Order, PartyRole
from domain.references import ALPHABET
from domain.terms import OrderTerms
from domain.visits import VisitPlan
from services.beats import areas_meant, stood, walled_off
from services.timetables import PolicyNow
from storage.work import UnitOfWork, Work

LISTED = 6
ON_A_SHEET = 20
AHEAD = timedelta(days=6)
SAY_WHY = "The reason for which the list was shown holds no longer. Type patrol list, say why, and press Save the sheet again."


@dataclass(frozen=True)
class OwedVisit:
    """`order` as this officer may see it."""

    plan: VisitPlan
    order: Order
    standing: Standing
    beside: Beside
    owner: str = ""
    terms: OrderTerms | None = None


@dataclass(frozen=True)
class VisitList:
    """What is owed within a week, the most pressing first; `areas` are empty where it is one officer's own list. `more` says that it goes on."""

    at: datetime
    rows: tuple[OwedVisit, ...]
    areas: tuple[Area, ...] = ()
    more: bool = False

    @property
    def where(self) -> str:
        return ", ".join(one.name for one in self.areas) or "yours"


async def list_visits(work: Work, clock: Clock, officer: Officer, policy: PolicyNow, area: str = "", channel: str = "") -> VisitList:
    """One's own where no area is named, and with nothing of one's own those of one's beat."""
    officer.must(Permission.VISIT_RESPONDENT)
    async with work() as uow:
        found = await _owed(uow, clock, officer, policy, area, LISTED)
        await _note(uow, clock, officer, AuditKind.CONSULTATION, "listed", found, channel)
    return found


async def take_sheet(
    work: Work, clock: Clock, officer: Officer, policy: PolicyNow, area: str = "", channel: str = "", reason: str = ""
) -> VisitList:
    """What the sheet is made of. That it was given out is on the trail before it is made. Raises Unreadable where the reason for the list holds no longer."""
    officer.must(Permission.VISIT_RESPONDENT)
    if policy().asks_reason and not reason:
        raise Unreadable(SAY_WHY)
    async with work() as uow:
        uow.audit.reason = reason
        found = await _owed(uow, clock, officer, policy, area, ON_A_SHEET)
        await _note(uow, clock, officer, AuditKind.DISCLOSURE, "printed", found, channel)
    return found


def new_passphrase() -> str:
    """For one sheet, in signs that nobody takes for another."""
    return "-".join("".join(choice(ALPHABET) for _ in range(4)) for _ in range(4))


async def _owed(uow: UnitOfWork, clock: Clock, officer: Officer, policy: PolicyNow, area: str, limit: int) -> VisitList:
    now = clock()
    by = end_of_day(now + AHEAD)
    areas: tuple[Area, ...] = ()
    plans = await uow.visits.due_of(officer.id, by, now, limit + 1) if not area else []
    if not plans and (area or policy().areas_worked):
        areas = areas_meant(officer, policy().areas_worked, area)
        here = await uow.beats.living(areas, (PartyRole.RESPONDENT,))
        plans = await uow.visits.due_among(here, by, now, limit + 1)
    rows = await _rows(uow, officer, plans[:limit], now)
    return VisitList(now, rows, areas, more=len(plans) > limit)


async def _rows(uow: UnitOfWork, officer: Officer, plans: list[VisitPlan], now: datetime) -> tuple[OwedVisit, ...]:
    ids = [one.order_id for one in plans]
    orders = {one.id: one for one in await walled_off(uow, officer, await uow.orders.many(ids))}
    beside, people = await uow.beats.beside(ids, now), await uow.officers.some({one.owner for one in plans if one.owner})
    rows = []
    for plan in plans:
        order = orders[plan.order_id]
        terms = await uow.terms.newest_checked(order.id) if order.conditions_checked else None
        owner = people[plan.owner].name if plan.owner in people else ""
        rows.append(OwedVisit(plan, order, await stood(uow, officer, order, now), beside[order.id], owner, terms))
    return tuple(rows)


async def _note(uow: UnitOfWork, clock: Clock, officer: Officer, kind: AuditKind, what: str, found: VisitList, channel: str) -> None:
    subject = ";".join(f"{one.plan.id};{one.order.id};{one.order.respondent.id}" for one in found.rows)
    await uow.audit.note(AuditEntry(clock(), officer.id, kind, f"visit:list:{what}", subject, "done", channel, str(officer.id)))
