"""Contacts are handed on: offered and taken, refused, taken back or given back; a supervisor assigns them without asking."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from domain import duty_offers
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contacts import ContactPlan, PlanState
from domain.duty import Roster
from domain.duty_offers import DutyOffer, OfferState
from domain.duty_people import OnDuty
from domain.errors import NotAllowed, NotFound, Outdated
from domain.followed import followed
from domain.officers import Officer, Permission
from domain.outbox import DUTY_ANSWERED, DUTY_LAPSED, DUTY_MOVED, DUTY_OFFERED, notice
from services.contacts import OwedContact
from services.held_plans import MOST_ASKED, held, meant_plans, with_orders
from services.moving import move
from services.reminders import subject_of
from storage.work import UnitOfWork, Work

SHOWN = 5
NOT_YOURS = "That contact is another officer's. Its owner can give it to somebody, or a supervisor can assign it."
OWNED = "Somebody has that contact by now, so nothing was changed."
GONE = "That offer is no longer here. Ask for your contacts to see what is yours."


@dataclass(frozen=True)
class Handed:
    """An offer as it stands, with the people and the contacts it is of; `moved` went over with this step."""

    offer: DutyOffer
    giver: Officer | None
    to: Officer | None
    plans: tuple[ContactPlan, ...]
    moved: int = 0


@dataclass(frozen=True)
class Givable:
    """The most pressing of what can be given, with the owner's name where it is another's; there are `more`."""

    found: list[OwedContact]
    more: int


async def holders(work: Work, clock: Clock, officer: Officer, plan: ContactPlan) -> list[Officer]:
    """The first few who may have this contact, own team first. Raises NotAllowed for whoever can neither give nor assign it."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        now, roster = clock(), await uow.duty.roster(clock())
        if not duty_offers.assigns(officer, plan):
            _must_be_theirs(roster, officer, plan, now)
        return [one for one in OnDuty(await uow.officers.all(), roster).holders(officer.id, now) if one.id != plan.owner][:SHOWN]


async def whom(work: Work, officer: Officer, words: str, apart_from: UUID | None = None) -> list[Officer]:
    """Whom the words may mean. Raises Unreadable where they mean nobody, or too many."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        return duty_offers.meant(await uow.officers.all(), words, apart_from or officer.id)


async def receiver(work: Work, officer: Officer, id: UUID) -> Officer:
    """The one who was chosen from a list."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        return await _officer(uow, id)


async def which_to_give(work: Work, clock: Clock, officer: Officer, words: str, apart_from: UUID | None = None) -> Givable:
    """Of one's own contacts, and for a supervisor of the teams', what the words name; where they name none those that were brought up, and of a supervisor's else all.

    Those of `apart_from`, who has them already, are left out where there are others.
    """
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        people = followed(officer, await uow.officers.all())
        found = await meant_plans(uow, clock, officer, words, brought_up=False, beside=people)
        if not found and not words.strip() and officer.may(Permission.SEE_TEAM_CONTACTS):
            found = await with_orders(uow, clock, officer, await uow.duty.offers.owned_by(people.keys()))
        others = [one for one in found if one.plan.owner != apart_from]
        left = sorted(others or found, key=lambda one: one.plan.due.must_by)
        names = {one.id: one.name for one in people.values() if one.id != officer.id}
        shown = [OwedContact.of(one, names) for one in left[:MOST_ASKED]]
        await _note(uow, clock, officer, AuditKind.CONSULTATION, "listed", [one.plan for one in shown])
    return Givable(shown, len(left) - len(shown))


async def how_many(work: Work, officer: Officer) -> int:
    """Open contacts of one's own."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        return len(await uow.duty.offers.owned_by([officer.id]))


async def offer_to(work: Work, clock: Clock, officer: Officer, to: UUID, plan_id: UUID | None = None) -> Handed:
    """One of the officer's contacts, or all of them. In the place of an offer of the same made before; until it is taken nothing moves."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        now, receiver = clock(), await _officer(uow, to)
        plans = await _own(uow, clock, officer, plan_id)
        made = duty_offers.offered(
            uuid4(), plans[0].owner or officer.id if plans else officer.id, receiver, plans, officer.id, now, uow.policy().duty.offer_lasts
        )
        await _put(uow, clock, made)
        told = [(DUTY_OFFERED, made.to, now), (DUTY_LAPSED, made.to, made.until), (DUTY_LAPSED, made.giver, made.until)]
        await uow.outbox.plan([notice(uow.force, made.id, 1, stage, recipient, at) for stage, recipient, at in told])
        await _note(uow, clock, officer, AuditKind.ALTERATION, "offered", plans, made)
        return await _handed(uow, made)


async def assign(work: Work, clock: Clock, officer: Officer, to: UUID, plan_id: UUID) -> Handed:
    """Without asking: a supervisor's own decision, or the supervisor's own from now on where `to` is they. Both officers are told."""
    officer.must(Permission.SEE_TEAM_CONTACTS)
    async with work() as uow:
        return await _assign(uow, clock, officer, to, plan_id)


async def assign_unowned(work: Work, clock: Clock, officer: Officer, to: UUID, plan_id: UUID) -> Handed:
    """One that nobody has, by whoever keeps the quality of the register. Raises Outdated where somebody has it by now."""
    officer.must(Permission.KEEP_QUALITY)
    async with work() as uow:
        plan = (await held(uow, clock, officer, plan_id)).plan
        owner = None if plan.owner is None else await uow.officers.get(plan.owner)
        if owner is not None and owner.active:
            raise Outdated(OWNED)
        return await _assign(uow, clock, officer, to, plan_id)


async def holders_of_unowned(work: Work, clock: Clock, officer: Officer) -> list[Officer]:
    """The first few who may have it, own team first."""
    officer.must(Permission.KEEP_QUALITY)
    async with work() as uow:
        on_duty = OnDuty(await uow.officers.all(), await uow.duty.roster(clock()))
        return list(on_duty.holders(officer.id, clock()))[:SHOWN]


async def take(work: Work, clock: Clock, officer: Officer, offer_id: UUID) -> Handed:
    """Theirs from now on, all that the giver still had; the giver is told."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        before = await _held(uow, offer_id)
        offer = duty_offers.taken(before, officer.id, clock())
        await uow.duty.offers.answer(offer, before.state)
        moved = await _move_from(uow, clock, officer, offer, offer.giver, officer.id, "taken")
        await uow.outbox.plan([notice(uow.force, offer.id, 1, DUTY_ANSWERED, offer.giver, clock())])
        handed = await _handed(uow, offer, moved)
        await _note(uow, clock, officer, AuditKind.ALTERATION, "taken", handed.plans, offer)
    return handed


async def refuse(work: Work, clock: Clock, officer: Officer, offer_id: UUID, reason: str) -> Handed:
    """They stay with the giver, who is told why."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        before = await _held(uow, offer_id)
        offer = duty_offers.refused(before, officer.id, reason, clock())
        await uow.duty.offers.answer(offer, before.state)
        await uow.outbox.plan([notice(uow.force, offer.id, 1, DUTY_ANSWERED, offer.giver, clock())])
        handed = await _handed(uow, offer)
        await _note(uow, clock, officer, AuditKind.ALTERATION, "refused", handed.plans, offer)
    return handed


async def withdraw(work: Work, clock: Clock, officer: Officer, offer_id: UUID) -> Handed:
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        before = await _held(uow, offer_id)
        offer = duty_offers.withdrawn(before, officer.id, clock())
        await uow.duty.offers.answer(offer, before.state)
        handed = await _handed(uow, offer)
        await _note(uow, clock, officer, AuditKind.ALTERATION, "withdrawn", handed.plans, offer)
    return handed


async def give_back(work: Work, clock: Clock, officer: Officer, offer_id: UUID) -> Handed:
    """What was taken or assigned by a slip goes back whence it came, for some minutes, without asking; whoever has it then is told."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        before = await _held(uow, offer_id)
        offer = duty_offers.returned(before, officer.id, clock())
        await uow.duty.offers.answer(offer, before.state)
        moved = await _move_from(uow, clock, officer, offer, offer.to, offer.giver, "returned")
        told = dict.fromkeys(one for one in (offer.giver, offer.to) if one != officer.id)
        await uow.outbox.plan([notice(uow.force, offer.id, 2, DUTY_MOVED, one, clock()) for one in told])
        handed = await _handed(uow, offer, moved)
        await _note(uow, clock, officer, AuditKind.ALTERATION, "returned", handed.plans, offer)
    return handed


async def _assign(uow: UnitOfWork, clock: Clock, officer: Officer, to: UUID, plan_id: UUID) -> Handed:
    now, receiver, plan = clock(), await _officer(uow, to), (await held(uow, clock, officer, plan_id)).plan
    former = plan.owner or officer.id
    made = duty_offers.assigned(uuid4(), former, receiver, [plan], officer.id, now)
    await _put(uow, clock, made)
    how = "taken_over" if to == officer.id else "assigned"
    shown = officer.id if to == officer.id else None
    await move(uow, clock, officer, [plan], {plan.id: to}, how, made.id, shown)
    await _note(uow, clock, officer, AuditKind.ALTERATION, how, [plan], made)
    told = dict.fromkeys(one for one in (to, former) if one != officer.id)
    await uow.outbox.plan([notice(uow.force, made.id, 1, DUTY_MOVED, one, now) for one in told])
    return await _handed(uow, made, moved=1)


async def _move_from(uow: UnitOfWork, clock: Clock, officer: Officer, offer: DutyOffer, giver: UUID, to: UUID, how: str) -> int:
    """What has gone elsewhere since, or was closed, stays there."""
    held = [await uow.contacts.hold(id) for id in offer.plans]
    plans = [one for one in held if one is not None and one.state is PlanState.OPEN and one.owner == giver]
    shown = to if len(plans) == 1 and to == officer.id else None
    await move(uow, clock, officer, plans, dict.fromkeys((one.id for one in plans), to), how, offer.id, shown)
    return len(plans)


async def _own(uow: UnitOfWork, clock: Clock, officer: Officer, plan_id: UUID | None) -> list[ContactPlan]:
    """All of the officer's, or the one, which is theirs or of somebody whom they stand in for."""
    if plan_id is None:
        return await uow.duty.offers.owned_by([officer.id])
    plan = (await held(uow, clock, officer, plan_id)).plan
    _must_be_theirs(await uow.duty.roster(clock()), officer, plan, clock())
    return [plan]


def _must_be_theirs(roster: Roster, officer: Officer, plan: ContactPlan, now: datetime) -> None:
    owner = plan.owner or officer.id
    if owner != officer.id and roster.stand_in(owner, now) != officer.id:
        raise NotAllowed(NOT_YOURS)


async def _put(uow: UnitOfWork, clock: Clock, made: DutyOffer) -> None:
    for id in await uow.duty.offers.open_of(made.plans, clock()):
        before = await _held(uow, id)
        await uow.duty.offers.answer(duty_offers.withdrawn(before, before.giver, clock()), before.state)
    await uow.duty.offers.add(made)


async def _held(uow: UnitOfWork, offer_id: UUID) -> DutyOffer:
    offer = await uow.duty.offers.hold(offer_id)
    if offer is None:
        raise NotFound(GONE)
    return offer


async def _officer(uow: UnitOfWork, id: UUID) -> Officer:
    found = await uow.officers.get(id)
    if found is None:
        raise NotFound(duty_offers.MAY_NOT)
    return found


async def _handed(uow: UnitOfWork, offer: DutyOffer, moved: int = 0) -> Handed:
    plans = await uow.contacts.some(offer.plans)
    return Handed(offer, await uow.officers.get(offer.giver), await uow.officers.get(offer.to), tuple(plans.values()), moved)


async def _note(
    uow: UnitOfWork,
    clock: Clock,
    officer: Officer,
    kind: AuditKind,
    what: str,
    plans: Sequence[ContactPlan],
    offer: DutyOffer | None = None,
) -> None:
    beside = [] if offer is None else [str(offer.id), str(offer.giver), str(offer.to)]
    subject = ";".join(dict.fromkeys([*map(subject_of, plans), *beside]))
    typed = offer.reason or None if offer is not None and offer.state is OfferState.REFUSED else None
    recipient = str(officer.id if offer is None else offer.to)
    await uow.audit.note(AuditEntry(clock(), officer.id, kind, f"contact:plan:{what}", subject, recipient=recipient, typed=typed))
