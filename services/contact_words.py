"""A contact told in words: whose it is, the words kept sealed in the trail, and recorded only once they are confirmed."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contact_told import ContactTold, read_contact
from domain.contact_undo import Undoable
from domain.contacts import HowMade, Outcome
from domain.days_in_words import DayAhead
from domain.errors import Outdated, Unreadable
from domain.folding import fold
from domain.followed import followed
from domain.officers import Officer, Permission
from domain.policies import Policy
from services.contact_choosing import choose_next
from services.contacts import OwedContact, Recorded, record_contact
from services.held_plans import held, with_orders
from services.reminders import subject_of
from services.timetables import PolicyNow
from storage.work import UnitOfWork, Work

MOST_OFFERED = 5
LOOKED_THROUGH = 200
GONE = "Those words are no longer here. Please type them again."
SAY_HOW = "Say how the person was: safe, or a concern was raised."


@dataclass(frozen=True)
class ToldContact:
    """What was read, and whose it may be: one, or a few to choose from. `line` and `at` say where in the trail the words are sealed."""

    told: ContactTold
    whose: tuple[OwedContact, ...]
    line: UUID
    at: datetime


@dataclass(frozen=True)
class ToldRecorded:
    """`trouble` is why the next contact is not on the day that was said, where it could not be."""

    recorded: Recorded
    trouble: str = ""


async def hear_contact(work: Work, clock: Clock, officer: Officer, text: str, shown: UUID | None = None) -> ToldContact | None:
    """None where the line tells of no contact. `shown` is the order that the officer has before them: it is meant where nobody else is named."""
    officer.must(Permission.PLAN_CONTACT)
    told = read_contact(text, clock())
    if told is None:
        return None
    async with work() as uow:
        now = clock()
        whose = await _whose(uow, clock, officer, told, shown)
        subject = ";".join(subject_of(one.plan) for one in whose) or str(officer.id)
        entry = AuditEntry(now, officer.id, AuditKind.CONSULTATION, "contact:words:heard", subject, recipient=str(officer.id))
        (line,) = await uow.audit.note(replace(entry, typed=text))
    return ToldContact(told, tuple(whose), line, now)


async def of_plan(work: Work, clock: Clock, officer: Officer, line: UUID, at: datetime, plan_id: UUID) -> ToldContact:
    """The words again, for the one contact that was chosen."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        told = await _kept(uow, officer, line, at)
        one = await held(uow, clock, officer, plan_id)
        subject = subject_of(one.plan)
        entry = AuditEntry(clock(), officer.id, AuditKind.CONSULTATION, "contact:words:read", subject, recipient=str(officer.id))
        await uow.audit.note(entry)
    return ToldContact(told, (OwedContact.of(one, {}),), line, at)


async def record_told(
    work: Work,
    clock: Clock,
    officer: Officer,
    plan_id: UUID,
    line: UUID,
    at: datetime,
    of_round: int,
    policy: PolicyNow = Policy,
    outcome: Outcome | None = None,
    because: str = "",
) -> ToldRecorded:
    """As it was read and confirmed; the words are its note. `outcome` where the words did not say. Raises NotAsAgreed."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        told = await _kept(uow, officer, line, at)
        words = await uow.audit.typed(line, at, officer.id) or ""
    came = told.outcome or outcome
    if came is None:
        raise Unreadable(SAY_HOW)
    made = HowMade(told.at or at, because, told.tries)
    done = await record_contact(work, clock, officer, plan_id, came, words, of_round, policy, made)
    if done.already or told.following is None or came is Outcome.WRONG_NUMBER:
        return ToldRecorded(done)
    try:
        return ToldRecorded(await with_next(work, clock, officer, done, told.following, words))
    except Unreadable as refusal:
        return ToldRecorded(done, refusal.advice)


async def with_next(work: Work, clock: Clock, officer: Officer, done: Recorded, day: DayAhead, reason: str) -> Recorded:
    """The next contact on the day that was said with the one just recorded: one press takes back both. Raises Unreadable."""
    officer.must(Permission.PLAN_CONTACT)
    after = (await choose_next(work, clock, officer, done.plan.id, day, done.plan.round, reason)).plan
    undo = None if done.undo is None else Undoable(replace(done.undo.before, version=after.version - 1), done.undo.at)
    return replace(done, plan=after, undo=undo)


async def _kept(uow: UnitOfWork, officer: Officer, line: UUID, at: datetime) -> ContactTold:
    typed = await uow.audit.typed(line, at, officer.id)
    told = None if typed is None else read_contact(typed, at)
    if told is None:
        raise Outdated(GONE)
    return told


async def _whose(uow: UnitOfWork, clock: Clock, officer: Officer, told: ContactTold, shown: UUID | None) -> list[OwedContact]:
    """Those whom the line names; else the one before the officer; else all of theirs that are due, most pressing first."""
    seen, now = followed(officer, await uow.officers.all()), clock()
    plans = await uow.contacts.owed(seen.keys(), officer.roles, datetime.max.replace(tzinfo=now.tzinfo), LOOKED_THROUGH)
    mine = await with_orders(uow, clock, officer, plans)
    theirs = [OwedContact.of(one, {}) for one in mine]
    if told.reference:
        return [one for one in theirs if told.reference in {order.reference for order in (one.order, *one.others)}]
    if told.name:
        return [one for one in theirs if _is_named(one, told.name)][:MOST_OFFERED]
    before_them = [one for one in theirs if shown in {order.id for order in (one.order, *one.others)}]
    return before_them or [one for one in theirs if one.plan.remind_at <= now or one.plan.due.must_by <= now][:MOST_OFFERED]


def _is_named(one: OwedContact, name: str) -> bool:
    said = set(fold(name).split())
    return any(said <= set(fold(order.applicant.name).split()) for order in (one.order, *one.others))
