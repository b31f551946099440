"""What a record lacks is mended: an address, a contact plan, a word from the court, or that somebody has looked at it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import NotFound, Unreadable
from domain.officers import Officer, Permission, SystemJob
from domain.order_changes import ChangeKind, Recorded
from domain.orders import Order
from domain.outbox import reminders_job
from domain.particulars import postcode_of
from domain.policies import Policy
from domain.provenance import BY_HAND, Provenance
from domain.quality import Beside, Flaw, flaws_of
from services.contacts import open_plans
from services.kept_changes import keep_change
from services.settled_orders import confirmed_by_court
from services.timetables import PolicyNow
from storage.orders import ORDER_GONE
from storage.work import UnitOfWork, Work

LONGEST_LINE = 120
NO_ADDRESS_GIVEN = "Give at least one line of the address, or a postcode."
SAY_WHENCE = "Say where you learned it. Nothing was changed."
NO_POSTCODE = "That is no postcode. Write it like LS6 2CK, or leave it empty."
LOOKS = frozenset({Flaw.ENDED, Flaw.NO_ADDRESS, Flaw.WITHHELD})


@dataclass(frozen=True)
class Mended:
    """The order as it stands, and whether it has the flaw still."""

    order: Order
    beside: Beside
    flaw: Flaw
    is_left: bool


def quality_job(force: str) -> SystemJob:
    """The system's own actor for what an officer has it mend; it may do nothing else."""
    return SystemJob("quality", force, frozenset({Permission.IMPORT_FEED}))


async def show_flaw(work: Work, clock: Clock, officer: Officer, order_id: UUID, flaw: Flaw) -> Mended:
    """As it stands now, for the form that mends it."""
    officer.must(Permission.KEEP_QUALITY)
    async with work() as uow:
        found = await _mended(uow, order_id, flaw, clock())
        await uow.audit.note(_entry(clock(), officer, AuditKind.CONSULTATION, flaw, "shown", found.order))
    return found


async def note_looked(work: Work, clock: Clock, officer: Officer, order_id: UUID, flaw: Flaw) -> Mended:
    """That the order has ended was looked at, or that the court was asked; who and when is kept."""
    officer.must(Permission.KEEP_QUALITY)
    async with work() as uow:
        order = await uow.orders.demand(order_id)
        if flaw not in LOOKS:
            raise NotFound(ORDER_GONE)
        await uow.quality.looked(order_id, flaw, officer.id, clock())
        await uow.audit.note(_entry(clock(), officer, AuditKind.ALTERATION, flaw, "looked_at", order))
        return await _mended(uow, order_id, flaw, clock())


async def confirm_with_court(work: Work, clock: Clock, officer: Officer, order_id: UUID, learned: Provenance) -> Mended:
    """An officer has asked the court, which said that the order stands as it is held here."""
    officer.must(Permission.KEEP_QUALITY)
    async with work() as uow:
        order = await confirmed_by_court(uow, clock, officer, await uow.orders.demand(order_id), learned)
        await uow.audit.note(_entry(clock(), officer, AuditKind.ALTERATION, Flaw.NOT_CONFIRMED, "confirmed", order))
        return await _mended(uow, order_id, Flaw.NOT_CONFIRMED, clock())


async def give_address(work: Work, clock: Clock, officer: Officer, order_id: UUID, values: Mapping[str, str]) -> Mended:
    """Of the respondent, as a new version of the order with whence it was learned; never in the place of one that is held, or that the court withholds."""
    officer.must(Permission.KEEP_QUALITY)
    lines = [" ".join(values.get(name, "").split())[:LONGEST_LINE] or None for name in ("address1", "address2")]
    postcode, whence = values.get("postcode", ""), values.get("learned", "")
    code = postcode_of(postcode)
    if whence not in dict(BY_HAND):
        raise Unreadable(SAY_WHENCE)
    learned = Provenance(whence)
    if postcode.strip() and code is None:
        raise Unreadable(NO_POSTCODE)
    if not any((*lines, code)):
        raise Unreadable(NO_ADDRESS_GIVEN)
    async with work() as uow:
        now = clock()
        found = await _mended(uow, order_id, Flaw.NO_ADDRESS, now)
        if not found.is_left:
            return found
        given = replace(found.order.respondent, address1=lines[0], address2=lines[1], postcode=code)
        saved = await uow.orders.update(replace(found.order, respondent=given), now)
        told = (("Address of the respondent", "none held", ", ".join(part for part in (*lines, code) if part)),)
        change = Recorded(uuid4(), saved.id, saved.version, ChangeKind.ADDRESS, officer.id, now, learned, told)
        await keep_change(uow, clock, reminders_job(uow.force), saved, change)
        await uow.search.replace(saved)
        await uow.audit.note(_entry(now, officer, AuditKind.ALTERATION, Flaw.NO_ADDRESS, "mended", saved))
        return await _mended(uow, order_id, Flaw.NO_ADDRESS, now)


async def open_contact_plan(work: Work, clock: Clock, officer: Officer, order_id: UUID, policy: PolicyNow = Policy) -> Mended:
    """As taking the order in would have opened it: an owner, and a reminder from this minute."""
    officer.must(Permission.KEEP_QUALITY)
    async with work() as uow:
        order = await uow.orders.demand(order_id)
        await open_plans(uow, clock, quality_job(uow.force), [order], policy)
        await uow.audit.note(_entry(clock(), officer, AuditKind.ALTERATION, Flaw.NO_PLAN, "mended", order))
        return await _mended(uow, order_id, Flaw.NO_PLAN, clock())


async def _mended(uow: UnitOfWork, order_id: UUID, flaw: Flaw, now: datetime) -> Mended:
    order = await uow.orders.demand(order_id)
    beside = (await uow.quality.beside([order_id]))[order_id]
    is_left = flaw in flaws_of(order, beside, now)
    if not is_left:
        await uow.quality.mended(flaw, [order_id])
    return Mended(order, beside, flaw, is_left)


def _entry(at: datetime, officer: Officer, kind: AuditKind, flaw: Flaw, what: str, order: Order) -> AuditEntry:
    subject = ";".join(map(str, (order.id, order.respondent.id, order.applicant.id)))
    return AuditEntry(at, officer.id, kind, f"quality:{flaw.value}:{what}", subject, recipient=str(officer.id))
