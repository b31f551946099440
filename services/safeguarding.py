"""The safeguarding plan that is kept with a contact plan: shown behind a press, each change a version with who and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contacts import ContactPlan
from domain.errors import NotFound, Outdated
from domain.officers import Officer, Permission
from domain.orders import Order
from domain.safeguarding import SafeguardingPlan, written
from services.contact_plans import NO_PLAN
from services.held_plans import read
from services.reminders import subject_of
from storage.work import UnitOfWork, Work

SEEN_OLDER = (
    "Somebody else kept a version since that card was drawn, so nothing was changed. This is how it stands now; type into it again."
)


@dataclass(frozen=True)
class Safeguarding:
    """`versions` are the newest first, none where nobody has written one; `names` are of whoever wrote them."""

    plan: ContactPlan
    order: Order
    versions: tuple[SafeguardingPlan, ...]
    names: tuple[tuple[UUID, str], ...]

    @property
    def newest(self) -> SafeguardingPlan | None:
        return self.versions[0] if self.versions else None


async def show_safeguarding(work: Work, clock: Clock, officer: Officer, plan_id: UUID) -> Safeguarding:
    officer.must(Permission.SEE_SAFE_CONTACT)
    async with work() as uow:
        found = await _read(uow, clock, officer, plan_id)
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "shown", found))
    return found


async def find_safeguarding(work: Work, clock: Clock, officer: Officer, reference: str) -> Safeguarding:
    """That of the order of that reference."""
    officer.must(Permission.SEE_SAFE_CONTACT)
    async with work() as uow:
        order = await uow.orders.by_reference(reference)
        plans = {} if order is None else await uow.contacts.of_orders([order.id])
        for plan_id in plans.values():
            found = await _read(uow, clock, officer, plan_id)
            await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "shown", found))
            return found
        await uow.audit.note(AuditEntry(clock(), officer.id, AuditKind.CONSULTATION, "safeguarding:plan:shown", reference, "not_found"))
    raise NotFound(NO_PLAN)


async def keep_safeguarding(
    work: Work, clock: Clock, officer: Officer, plan_id: UUID, values: Mapping[str, str], seen: int
) -> Safeguarding:
    """What was typed as the next version; `seen` is the number of the one that the card showed. Raises Unreadable and Outdated."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        before = await _read(uow, clock, officer, plan_id)
        if seen != (before.newest.version if before.newest else 0):
            raise Outdated(SEEN_OLDER)
        await uow.contact_records.keep(written(values, plan_id, before.newest, officer.id, clock()))
        after = await _read(uow, clock, officer, plan_id)
        await uow.audit.note(_entry(clock, officer, AuditKind.ALTERATION, "kept", after))
    return after


async def _read(uow: UnitOfWork, clock: Clock, officer: Officer, plan_id: UUID) -> Safeguarding:
    one = await read(uow, clock, officer, plan_id)
    if one is None:
        raise NotFound(NO_PLAN)
    versions = tuple(await uow.contact_records.versions(plan_id))
    names = tuple((one.id, one.name) for one in await uow.officers.all()) if versions else ()
    return Safeguarding(one.plan, one.order, versions, names)


def _entry(clock: Clock, officer: Officer, kind: AuditKind, what: str, found: Safeguarding) -> AuditEntry:
    outcome = f"version {found.newest.version}" if found.newest else "none yet"
    return AuditEntry(clock(), officer.id, kind, f"safeguarding:plan:{what}", subject_of(found.plan), outcome, recipient=str(officer.id))
