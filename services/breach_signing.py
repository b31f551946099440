"""What becomes of a record of a breach after it is sent: additions to it, and a supervisor who signs it off or returns it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import structlog

from domain.audit import AuditEntry, AuditKind
from domain.breaches import signing as rules
from domain.breaches.drafts import Breach, page_of
from domain.breaches.signing import NOTHING_SINCE, Addendum, Decision, Signing, SigningState, Verdict, Waiting
from domain.clock import Clock
from domain.officers import Actor, Officer, Permission
from domain.outbox import AWAITS_SIGN_OFF, RETURNED, SIGNED_OFF, notice
from services.breach_matters import record_of
from storage.work import UnitOfWork, Work

LIST_LENGTH = 10

_STAGES = {Verdict.SIGNED_OFF: SIGNED_OFF, Verdict.RETURNED: RETURNED}
log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Queue:
    """One page of the records that wait for a sign-off; `more` where another follows."""

    records: tuple[Waiting, ...]
    page: int = 0
    more: bool = False


async def record_sent(uow: UnitOfWork, clock: Clock, actor: Actor, breach: Breach) -> None:
    """In the transaction that makes the record: whoever signs it off is told."""
    actor.must(Permission.RECORD_BREACH)
    await _tell_supervisors(uow, breach, NOTHING_SINCE, clock())


async def sign_off(work: Work, clock: Clock, officer: Officer, breach_id: UUID, seen: str) -> Signing:
    """`seen` is the mark of the record as it was shown; whoever decides a second time, or at the same time, is refused."""
    officer.must(Permission.SIGN_OFF_BREACH)
    async with work() as uow:
        record, before = await _held(uow, officer, breach_id)
        return await _decide(uow, officer, record, rules.sign_off(record, before, officer, seen, clock()))


async def return_with_note(work: Work, clock: Clock, officer: Officer, breach_id: UUID, note: str, seen: str) -> Signing:
    """As `sign_off`; Unreadable without a note."""
    officer.must(Permission.SIGN_OFF_BREACH)
    async with work() as uow:
        record, before = await _held(uow, officer, breach_id)
        return await _decide(uow, officer, record, rules.send_back(record, before, officer, note, seen, clock()))


async def add_addendum(work: Work, clock: Clock, officer: Officer, breach_id: UUID, text: str, question: str | None = None) -> Addendum:
    """The record stays as it was sent. Where it had been decided on it awaits a sign-off anew, and whoever decided is told."""
    officer.must(Permission.RECORD_BREACH)
    about = None if question is None else page_of(question).id
    async with work() as uow:
        record, before = await _held(uow, officer, breach_id)
        made = rules.add(before, officer, text, clock(), about)
        await uow.signing.add(record.id, made)
        await _note(uow, officer, AuditKind.COLLECTION, "breach:record:added", made.at, record)
        if before.state is not SigningState.AWAITING:
            await _tell_supervisors(uow, record, await uow.signing.of(record.id), made.at)
    return made


async def awaiting(work: Work, clock: Clock, officer: Officer, page: int = 0) -> Queue:
    """What waits for a sign-off, the own team's first and of these the oldest; what an officer gave part of is another's to sign off."""
    officer.must(Permission.SIGN_OFF_BREACH)
    async with work() as uow:
        found = await uow.signing.awaiting(officer, LIST_LENGTH + 1, page * LIST_LENGTH)
        shown = tuple(found[:LIST_LENGTH])
        subjects = ";".join(str(id) for one in shown for id in (one.id, one.order_id))
        entry = AuditEntry(clock(), officer.id, AuditKind.CONSULTATION, "breach:record:listed", subjects or str(officer.id))
        await uow.audit.note(entry)
    return Queue(shown, page, len(found) > LIST_LENGTH)


async def _held(uow: UnitOfWork, officer: Officer, breach_id: UUID) -> tuple[Breach, Signing]:
    record = await record_of(uow, officer, breach_id)
    return record, await uow.signing.hold(breach_id)


async def _decide(uow: UnitOfWork, officer: Officer, record: Breach, made: Decision) -> Signing:
    """Keeps it, and tells whoever recorded the breach."""
    await uow.signing.decide(record.id, made)
    await _note(uow, officer, AuditKind.ALTERATION, f"breach:record:{made.verdict.value}", made.at, record)
    occurrence = made.number + made.covers
    await uow.outbox.plan([notice(uow.force, record.id, occurrence, _STAGES[made.verdict], record.recorded_by, made.at)])
    return await uow.signing.of(record.id)


async def _tell_supervisors(uow: UnitOfWork, record: Breach, signing: Signing, now: datetime) -> None:
    told = rules.told_of(record, signing, await uow.officers.all())
    if not told:
        log.error("sign_off_for_nobody", breach=str(record.id))
    occurrence = len(signing.decisions) + len(signing.addenda)
    await uow.outbox.plan([notice(uow.force, record.id, occurrence, AWAITS_SIGN_OFF, one, now) for one in told])


async def _note(uow: UnitOfWork, officer: Officer, kind: AuditKind, event: str, now: datetime, record: Breach) -> None:
    """The line names the order and both its parties too, as every line about a record does."""
    subjects = (record.id, record.order_id, *await uow.orders.party_ids(record.order_id))
    await uow.audit.note(AuditEntry(now, officer.id, kind, event, ";".join(map(str, subjects))))
