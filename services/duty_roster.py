"""Leave, sickness, cover and shifts are entered, ended and shown; what is on its way goes to whoever is there then."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID, uuid4

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contacts.plans import moved
from domain.duty import Absence, Kind, Shift, checked
from domain.errors import NotFound, Outdated
from domain.followed import followed
from domain.london import to_london
from domain.officers import Officer, Permission
from domain.outbox import HANDED_OVER, OPENING, REMIND, REPEAT, STILL_OPEN, outgoing, reminders_job
from services.recipients import due_to
from services.reminders import subject_of
from storage.work import UnitOfWork, Work

NOBODY_SUCH = "That officer is not on the list of this force. Nothing was changed."
NO_COVER = "Whoever covers must be an officer who may make contacts. Nothing was changed."
ENDED = "That is no longer entered. Type 'who is away' to see what is."
_DAY = timedelta(days=1)
# What an owner is sent: the rest finds its recipient anew when it is sent.
_OWN_STAGES = (REMIND, REPEAT, STILL_OPEN, HANDED_OVER, OPENING)


@dataclass(frozen=True)
class Entered:
    """An absence with its people; `moved` reminders go to somebody else, or at another time, because of it."""

    absence: Absence
    officer: Officer
    cover: Officer | None
    moved: int = 0


async def enter_absence(
    work: Work, clock: Clock, officer: Officer, whose: UUID, first: date, last: date | None, kind: Kind, cover: UUID | None
) -> Entered:
    """Of oneself, or, by a supervisor, of anybody."""
    officer.must(Permission.PLAN_CONTACT)
    if whose != officer.id:
        officer.must(Permission.SEE_TEAM_CONTACTS)
    async with work() as uow:
        return await _enter(uow, clock, officer, Absence(uuid4(), whose, first, last, kind, cover, officer.id, clock()))


async def name_cover(work: Work, clock: Clock, officer: Officer, absence_id: UUID, cover: UUID) -> Entered:
    """The same absence with this cover, in the place of the one before."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        before = await _standing(uow, officer, absence_id)
        await uow.duty.end(before.id, before.last, clock())
        return await _enter(uow, clock, officer, replace(before, id=uuid4(), cover=cover, by=officer.id, at=clock()))


async def end_absence(work: Work, clock: Clock, officer: Officer, absence_id: UUID) -> Entered:
    """Back today; one that has not begun, or begins today, never was."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        absence = await _standing(uow, officer, absence_id)
        absent = await uow.officers.get(absence.officer)
        if absent is None:
            raise NotFound(NOBODY_SUCH)
        yesterday = to_london(clock()).date() - _DAY
        begun = absence.first <= yesterday
        ended = replace(absence, last=yesterday if begun else absence.last)
        if not await uow.duty.end(absence.id, ended.last, None if begun else clock()):
            raise Outdated(ENDED)
        number = await _address_anew(uow, clock, absence.officer)
        await _note(uow, clock, officer, "ended", ended)
    return Entered(ended, absent, None, number)


async def set_shifts(work: Work, clock: Clock, officer: Officer, whose: UUID, shifts: Sequence[Shift]) -> Officer:
    """In the place of those before; none means that reminders come at any hour."""
    officer.must(Permission.PLAN_CONTACT)
    if whose != officer.id:
        officer.must(Permission.SEE_TEAM_CONTACTS)
    async with work() as uow:
        found = await uow.officers.get(whose)
        if found is None:
            raise NotFound(NOBODY_SUCH)
        await uow.duty.set_shifts(whose, shifts)
        await _address_anew(uow, clock, whose)
        line = AuditEntry(clock(), officer.id, AuditKind.ALTERATION, "duty:shifts:set", str(whose), recipient=str(officer.id))
        await uow.audit.note(line)
    return found


async def who_is_away(work: Work, clock: Clock, officer: Officer) -> list[Entered]:
    """One's own absences, those one covers, and for a supervisor the teams'; the first to come first. To a colleague everybody is away, never sick."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        people = {one.id: one for one in await uow.officers.all()}
        today = to_london(clock()).date()
        standing = [one for one in await uow.duty.absences(clock()) if one.officer in people and (one.last is None or one.last >= today)]
        theirs = followed(officer, people.values())
        seen = [one for one in standing if one.cover == officer.id or one.officer in theirs]
        subject = ";".join(dict.fromkeys(str(one.officer) for one in seen))
        await uow.audit.note(
            AuditEntry(clock(), officer.id, AuditKind.CONSULTATION, "duty:absence:listed", subject, recipient=str(officer.id))
        )
    told = [one if one.officer in theirs else replace(one, kind=Kind.OTHER) for one in seen]
    return [
        Entered(one, people[one.officer], people.get(one.cover) if one.cover else None) for one in sorted(told, key=lambda one: one.first)
    ]


async def _enter(uow: UnitOfWork, clock: Clock, officer: Officer, absence: Absence) -> Entered:
    absent = await uow.officers.get(absence.officer)
    cover = None if absence.cover is None else await uow.officers.get(absence.cover)
    if absent is None:
        raise NotFound(NOBODY_SUCH)
    if absence.cover is not None and (cover is None or not cover.may(Permission.PLAN_CONTACT)):
        raise NotFound(NO_COVER)
    await uow.duty.add(checked(absence, to_london(clock()).date()))
    number = await _address_anew(uow, clock, absence.officer)
    await _note(uow, clock, officer, "entered", absence)
    return Entered(absence, absent, cover, number)


async def _standing(uow: UnitOfWork, officer: Officer, absence_id: UUID) -> Absence:
    absence = await uow.duty.absence(absence_id)
    if absence is None:
        raise Outdated(ENDED)
    if officer.id not in (absence.officer, absence.by):
        officer.must(Permission.SEE_TEAM_CONTACTS)
    return absence


async def _address_anew(uow: UnitOfWork, clock: Clock, owner: UUID) -> int:
    """What is on its way to this owner, or to whoever stood in, goes to whoever is there at its time; how many that changed."""
    now, job, number = clock(), reminders_job(uow.force), 0
    plans = {plan.id: plan for plan in await uow.duty.offers.hold_owned_by([owner])}
    rows = await uow.duty.told.live(list(plans), _OWN_STAGES)
    # The word of a window that opens goes along: alone it finds its recipient when it is sent, and what climbs beside it stays as it is.
    for id in dict.fromkeys(row.plan for row in rows if row.stage != OPENING):
        theirs = [row for row in rows if row.plan == id]
        settled = [(row, *await due_to(uow, job, plans[id], max(now, row.due_at), now)) for row in theirs]
        if all(who == row.recipient and at == max(now, row.due_at) for row, who, at in settled):
            continue
        plan = moved(plans[id])
        await uow.contacts.save(plan)
        await uow.outbox.cancel_older(plan.id, plan.version)
        await uow.outbox.plan([outgoing(plan, row.stage, who, at) for row, who, at in settled])
        await uow.audit.note(AuditEntry(now, job.id, AuditKind.ALTERATION, "reminder:plan:addressed_anew", subject_of(plan)))
        number += 1
    return number


async def _note(uow: UnitOfWork, clock: Clock, officer: Officer, what: str, absence: Absence) -> None:
    named = ";".join(str(one) for one in (absence.id, absence.officer, absence.cover) if one is not None)
    await uow.audit.note(AuditEntry(clock(), officer.id, AuditKind.ALTERATION, f"duty:absence:{what}", named, recipient=str(officer.id)))
