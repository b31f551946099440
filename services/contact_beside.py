"""What stands beside a contact on its card, read anew each time: the safe window, the life of its reminder, what a supervisor has decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.contact_life import Life
from domain.contact_matters import ContactMatter
from domain.contacts import ContactPlan
from domain.duty_rules import DutyRules
from domain.officers import Actor, Permission
from domain.safe_contacts import SafeWays
from domain.safe_planning import contact_slot
from domain.safe_windows import Slot
from storage.work import UnitOfWork


@dataclass(frozen=True)
class ContactBeside:
    """`slot` is when the contact can safely be made next; `matters` are those still open and what was decided of this very contact; so many `snoozes` are allowed."""

    life: Life
    ways: SafeWays | None = None
    slot: Slot | None = None
    matters: tuple[ContactMatter, ...] = ()
    snoozes: int = DutyRules.snoozes


async def beside_contact(uow: UnitOfWork, actor: Actor, plan: ContactPlan, now: datetime) -> ContactBeside:
    actor.must(Permission.SEND_REMINDERS)
    return (await beside_contacts(uow, actor, [plan], now))[plan.id]


async def beside_contacts(uow: UnitOfWork, actor: Actor, plans: Sequence[ContactPlan], now: datetime) -> dict[UUID, ContactBeside]:
    """Of many plans at once, as they are kept: a few statements however many they are."""
    actor.must(Permission.SEND_REMINDERS)
    if not plans:
        return {}
    ids = [plan.id for plan in plans]
    ways, matters = await uow.safe_contacts.current_of(ids), await uow.contact_matters.beside(ids)
    lives = await uow.contact_life.of_plans(plans)
    slots = {plan.id: contact_slot(plan, ways[plan.id].windows, now) for plan in plans if plan.id in ways}
    most = uow.policy().duty.snoozes
    return {
        plan.id: ContactBeside(lives[plan.id], ways.get(plan.id), slots.get(plan.id), tuple(matters.get(plan.id, ())), most)
        for plan in plans
    }
