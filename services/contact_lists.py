"""An officer's contacts as lists: what is owed today with its whole number, and what is planned after it."""

from dataclasses import dataclass

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contacts import end_of_day
from domain.officers import Officer, Permission, names_followed
from domain.protected import most_telling_first
from services.contacts import OwedContact, due
from services.reminders import subject_of
from storage.work import Work

PLANNED_SHOWN = 5


@dataclass(frozen=True)
class Overview:
    """`owed` are the most pressing of `total`; `planned` are the next of `ahead`, soonest first."""

    owed: list[OwedContact]
    total: int
    planned: list[OwedContact]
    ahead: int


async def overview(work: Work, clock: Clock, officer: Officer) -> Overview:
    officer.must(Permission.PLAN_CONTACT)
    owed = await due(work, clock, officer)
    async with work() as uow:
        now = clock()
        names = names_followed(officer, await uow.officers.all())
        total, ahead = await uow.contacts.count(names.keys(), officer.roles, end_of_day(now))
        plans = await uow.contacts.planned(names.keys(), officer.roles, end_of_day(now), PLANNED_SHOWN)
        orders = await uow.orders.of_plans([plan.id for plan in plans])
        subject = ";".join(map(subject_of, plans))
        await uow.audit.note(
            AuditEntry(now, officer.id, AuditKind.CONSULTATION, "contact:plan:listed_ahead", subject, recipient=str(officer.id))
        )
    told = [(plan, most_telling_first(orders[plan.id], now)) for plan in plans if plan.id in orders]
    planned = [OwedContact(plan, theirs[0], names.get(plan.owner) if plan.owner else None, theirs[1:]) for plan, theirs in told]
    return Overview(owed, total, planned, ahead)


async def count_due(work: Work, clock: Clock, officer: Officer) -> int:
    """How many contacts are owed by the end of today."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        names = names_followed(officer, await uow.officers.all())
        owed, _ = await uow.contacts.count(names.keys(), officer.roles, end_of_day(clock()))
    return owed
