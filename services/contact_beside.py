"""What stands beside a contact on its card, read anew each time: the safe window, the life of its reminder, what a supervisor has decided."""

from dataclasses import dataclass
from datetime import datetime

from domain.contact_life import Life
from domain.contact_matters import ContactMatter, Matter, MatterState
from domain.contacts import ContactPlan
from domain.officers import Actor, Permission
from domain.safe_contacts import SafeWays
from domain.safe_planning import contact_slot
from domain.safe_windows import Slot
from storage.work import UnitOfWork


@dataclass(frozen=True)
class ContactBeside:
    """`slot` is when the contact can safely be made next; `matters` are those still open and what was decided of this very contact."""

    life: Life
    ways: SafeWays | None = None
    slot: Slot | None = None
    matters: tuple[ContactMatter, ...] = ()


async def beside_contact(uow: UnitOfWork, actor: Actor, plan: ContactPlan, now: datetime) -> ContactBeside:
    actor.must(Permission.SEND_REMINDERS)
    ways = await uow.safe_contacts.current(plan.id)
    slot = None if ways is None else contact_slot(plan, ways.windows, now)
    matters = tuple(one for one in await uow.contact_matters.of_plan(plan.id) if _told(one, plan))
    return ContactBeside(await uow.contact_life.of(plan), ways, slot, matters)


def _told(one: ContactMatter, plan: ContactPlan) -> bool:
    return one.state is not MatterState.CLOSED or (one.matter is Matter.NO_WINDOW and one.round == plan.round)
