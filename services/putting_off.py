"""A reminder is put off: until when may be chosen, how often and why, and which contact an officer means who types it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain import contacts
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contacts.putting_off import Way, asks_why, why_not
from domain.officers import Officer, Permission
from domain.outbox import reminders_job
from services.contacts import Recorded
from services.held_plans import HeldPlan, held, meant_plans
from services.reminders import plan_reminder, subject_of
from storage.work import UnitOfWork, Work

LONGEST_REASON = 500


@dataclass(frozen=True)
class Choice:
    """What may be chosen now for one contact; `left` is how often it may still be put off."""

    held: HeldPlan
    ways: tuple[Way, ...]
    asks_why: bool
    left: int


@dataclass(frozen=True)
class Meant:
    """What an officer's words may mean; `snoozes` are allowed of each."""

    found: list[HeldPlan]
    snoozes: int

    def refusals(self, now: datetime, until: datetime | None) -> dict[UUID, str]:
        """Of those that cannot be put off, or not until then: why not."""
        whys = {one.plan.id: why_not(one.plan, now, self.snoozes, until) for one in self.found}
        return {id: why for id, why in whys.items() if why}


async def may_put_off(work: Work, clock: Clock, officer: Officer, plan_id: UUID) -> Choice:
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        one = await held(uow, clock, officer, plan_id)
        await _note(uow, clock, officer, AuditKind.CONSULTATION, "shown", [one])
        rules = uow.policy().duty
    left = max(0, rules.snoozes - one.plan.snoozes)
    ways = contacts.ways_to_put_off(one.plan, clock()) if left else []
    return Choice(one, tuple(ways), asks_why(one.plan, rules.reason_from), left)


async def which_to_put_off(work: Work, clock: Clock, officer: Officer, words: str) -> Meant:
    """Of what the officer has been reminded of, what the words may mean; the latest first."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        found = await meant_plans(uow, clock, officer, words, brought_up=True)
        await _note(uow, clock, officer, AuditKind.CONSULTATION, "listed", found)
        return Meant(found, uow.policy().duty.snoozes)


async def put_off(
    work: Work, clock: Clock, officer: Officer, plan_id: UUID, until: datetime, reason: str = "", of_round: int | None = None
) -> Recorded:
    """The reason is kept on the trail, sealed. `already` where the card that was pressed is of an older round."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        one = await held(uow, clock, officer, plan_id)
        if of_round not in (None, one.plan.round):
            await _note(uow, clock, officer, AuditKind.CONSULTATION, "snoozed", [one], outcome="already_dealt_with")
            return Recorded(one.plan, one.order, already=True, others=one.others)
        rules, why = uow.policy().duty, reason.strip()[:LONGEST_REASON]
        plan = contacts.snoozed(one.plan, clock(), until, why, rules.snoozes, rules.reason_from)
        await uow.contacts.save(plan)
        await plan_reminder(uow, clock, reminders_job(uow.force), plan)
        await _note(uow, clock, officer, AuditKind.ALTERATION, "snoozed", [one], typed=why or None)
    return Recorded(plan, one.order, others=one.others)


async def _note(
    uow: UnitOfWork,
    clock: Clock,
    officer: Officer,
    kind: AuditKind,
    what: str,
    plans: Sequence[HeldPlan],
    outcome: str = "done",
    typed: str | None = None,
) -> None:
    subject = ";".join(subject_of(one.plan) for one in plans)
    await uow.audit.note(
        AuditEntry(clock(), officer.id, kind, f"contact:plan:{what}", subject, outcome, recipient=str(officer.id), typed=typed)
    )
