"""A supervisor decides what is to be done about a contact, with a reason; and tells what came of what was arranged."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain import contact_matters
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contact_matters import ContactMatter, Matter, Ruling
from domain.contact_undo import Undoable, taken_back
from domain.contacts import ContactPlan, PlanState
from domain.errors import NotFound, Outdated
from domain.officers import Officer, Permission
from domain.orders import Order
from domain.outbox import reminders_job
from domain.safe_contacts import SafeWays
from domain.safe_planning import brought_up, extended, extensions
from domain.safe_windows import Slot
from services.contact_matters import subject_of_matter, tell_supervisors
from services.held_plans import held_even_closed
from services.reminders import plan_reminder
from storage.work import UnitOfWork, Work

GONE = "That is no longer here. Ask for your contacts to see how things stand."
WHICH_WINDOW = "Say which window the contact is put into: press Open and choose one."
LISTED = 20


@dataclass(frozen=True)
class MatterHeld:
    """A matter as a supervisor sees it; `extensions` are the windows it can be put into, `undo` what it takes to take a decision back that was just made."""

    matter: ContactMatter
    plan: ContactPlan
    order: Order
    others: tuple[Order, ...] = ()
    ways: SafeWays | None = None
    extensions: tuple[Slot, ...] = ()
    owner: str = ""
    undo: Undoable | None = None


async def show_matter(work: Work, clock: Clock, officer: Officer, id: UUID) -> MatterHeld:
    officer.must(Permission.DECIDE_CONTACT)
    async with work() as uow:
        held = await _held(uow, clock, officer, id)
        await _note(uow, clock, officer, AuditKind.CONSULTATION, "shown", held)
    return held


async def open_matters(work: Work, clock: Clock, officer: Officer) -> list[MatterHeld]:
    """What waits for a decision, or for its outcome, the oldest first."""
    officer.must(Permission.DECIDE_CONTACT)
    async with work() as uow:
        found = [await _held(uow, clock, officer, one.id) for one in await uow.contact_matters.not_closed(LISTED)]
        for held in found:
            await _note(uow, clock, officer, AuditKind.CONSULTATION, "listed", held)
    return found


async def decide(
    work: Work, clock: Clock, officer: Officer, id: UUID, ruling: Ruling, reason: str = "", way: str = "", window: datetime | None = None
) -> MatterHeld:
    """Recorded once. The owner of the contact is reminded at once; with more time, when the chosen window opens."""
    officer.must(Permission.DECIDE_CONTACT)
    async with work() as uow:
        held, now = await _held(uow, clock, officer, id), clock()
        done = contact_matters.decided(held.matter, ruling, officer.id, now, reason, way)
        await uow.contact_matters.save(done)
        after = _ruled(held, ruling, window, now)
        if after is not held.plan:
            await uow.contacts.save(after)
            await plan_reminder(uow, clock, reminders_job(uow.force), after)
        await tell_supervisors(uow, now, reminders_job(uow.force), after, done)
        told = replace(held, matter=done, plan=after, undo=Undoable(held.plan, now))
        await _note(uow, clock, officer, AuditKind.ALTERATION, ruling.value, told)
    return told


async def close_matter(work: Work, clock: Clock, officer: Officer, id: UUID, came_of_it: str) -> MatterHeld:
    """What came of a welfare check: the matter is over."""
    officer.must(Permission.DECIDE_CONTACT)
    async with work() as uow:
        held = await _held(uow, clock, officer, id)
        done = contact_matters.closed(held.matter, came_of_it, officer.id, clock())
        await uow.contact_matters.save(done)
        await uow.outbox.cancel_older(done.id, done.version)
        told = replace(held, matter=done)
        await _note(uow, clock, officer, AuditKind.ALTERATION, "closed", told)
    return told


async def undo_decision(work: Work, clock: Clock, officer: Officer, id: UUID, before: str, decided_at: datetime) -> MatterHeld:
    """It waits to be decided again, and the contact is owed as before; nothing is undone once the contact has moved on."""
    officer.must(Permission.DECIDE_CONTACT)
    async with work() as uow:
        held, now = await _held(uow, clock, officer, id), clock()
        again, after = contact_matters.reopened(held.matter, officer.id, now), held.plan
        if held.matter.matter is Matter.NO_WINDOW:
            after = taken_back(held.plan, before, decided_at, now)
            again = replace(again, round=after.round)
        await uow.contact_matters.save(again)
        if after is not held.plan:
            await uow.contacts.save(after)
            await plan_reminder(uow, clock, reminders_job(uow.force), after)
        await tell_supervisors(uow, now, reminders_job(uow.force), after, again)
        told = replace(held, matter=again, plan=after)
        await _note(uow, clock, officer, AuditKind.ALTERATION, "undone", told)
    return told


def _ruled(held: MatterHeld, ruling: Ruling, window: datetime | None, now: datetime) -> ContactPlan:
    """What the decision does to the plan. What must be done by then is moved by this alone."""
    if held.matter.matter is not Matter.NO_WINDOW:
        return held.plan
    if held.plan.state is not PlanState.OPEN or held.plan.round != held.matter.round:
        raise Outdated(
            "The contact has been dealt with since, so there is nothing to decide. Ask for your contacts to see how things stand."
        )
    if ruling is not Ruling.EXTEND:
        return brought_up(held.plan, now)
    slot = next((one for one in held.extensions if one.start == window), None)
    if slot is None:
        raise Outdated(WHICH_WINDOW)
    return extended(held.plan, slot, now)


async def _held(uow: UnitOfWork, clock: Clock, officer: Officer, id: UUID) -> MatterHeld:
    matter = await uow.contact_matters.hold(id)
    one = None if matter is None else await held_even_closed(uow, clock, officer, matter.plan)
    if matter is None or one is None:
        raise NotFound(GONE)
    plan = one.plan
    ways = await uow.safe_contacts.current(plan.id)
    owner = None if plan.owner is None else await uow.officers.get(plan.owner)
    open_still = matter.is_open and matter.matter is Matter.NO_WINDOW
    slots = tuple(extensions(ways.windows, plan.due)) if ways is not None and open_still else ()
    return MatterHeld(matter, plan, one.order, one.others, ways, slots, owner.name if owner else "")


async def _note(uow: UnitOfWork, clock: Clock, officer: Officer, kind: AuditKind, what: str, held: MatterHeld) -> None:
    subject = subject_of_matter(held.matter, held.plan)
    await uow.audit.note(AuditEntry(clock(), officer.id, kind, f"contact:matter:{what}", subject, recipient=str(officer.id)))
