"""Records whose review is due: listed, retained or disposed of with the reason, held and let go again."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from domain import retention
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import Outdated, Unreadable
from domain.london import at_london, to_london
from domain.officers import Actor, Officer, Permission
from domain.policies import Policy
from domain.retention import GROUND, MOVED_ON, Decided, Decision, Ground, Group, KeptRecord, RetentionRules
from services.erasing import Erasure, erase_kept
from services.held_records import kept_record, kept_records
from storage.work import UnitOfWork, Work

LISTED, AT_ONCE = 10, 500


@dataclass(frozen=True)
class Due:
    """The longest due first; `more` how many beside those, `rules` those that they were reckoned by, `coming` how many fall due within the force's notice."""

    records: tuple[KeptRecord, ...]
    more: int
    rules: RetentionRules
    coming: int = 0


class Retention:
    def __init__(self, work: Work, clock: Clock, policy: Callable[[], Policy]) -> None:
        self._work = work
        self._clock = clock
        self._policy = policy

    @property
    def rules(self) -> RetentionRules:
        return self._policy().retention

    async def due(self, officer: Officer) -> Due:
        officer.must(Permission.REVIEW_RETENTION)
        now, rules = self._clock(), self.rules
        async with self._work() as uow:
            today = to_london(now).date()
            ahead = await reviews_ahead(uow, officer, now, rules)
            due = [one for one in ahead if retention.is_due(one, rules, today)]
            await self._note(uow, officer, AuditKind.CONSULTATION, "listed", *due[:LISTED])
        return Due(tuple(due[:LISTED]), max(0, len(due) - LISTED), rules, len(ahead) - len(due))

    async def find(self, officer: Officer, order_id: UUID) -> KeptRecord:
        officer.must(Permission.REVIEW_RETENTION)
        async with self._work() as uow:
            kept = await kept_record(uow, officer, await uow.orders.demand(order_id))
            await self._note(uow, officer, AuditKind.CONSULTATION, "read", kept)
        return kept

    async def retain(self, officer: Officer, order_id: UUID, seen: int, reason: str) -> KeptRecord:
        """`seen` is how many decisions the officer had before them."""
        officer.must(Permission.REVIEW_RETENTION)
        return await self._decide(officer, order_id, seen, lambda kept, now: retention.retained(kept, officer.id, now, reason, self.rules))

    async def regroup(self, officer: Officer, order_id: UUID, seen: int, reason: str, group: str) -> KeptRecord:
        officer.must(Permission.REVIEW_RETENTION)
        if group not in set(Group):
            raise Unreadable("Say which review group. Nothing was changed.")
        return await self._decide(
            officer, order_id, seen, lambda kept, now: retention.regrouped(kept, officer.id, now, reason, Group(group))
        )

    async def hold(self, officer: Officer, order_id: UUID, seen: int, reason: str) -> KeptRecord:
        officer.must(Permission.REVIEW_RETENTION)
        return await self._decide(officer, order_id, seen, lambda kept, now: retention.put_on_hold(kept, officer.id, now, reason))

    async def lift(self, officer: Officer, order_id: UUID, seen: int, reason: str) -> KeptRecord:
        officer.must(Permission.REVIEW_RETENTION)
        return await self._decide(officer, order_id, seen, lambda kept, now: retention.hold_lifted(kept, officer.id, now, reason))

    async def propose(self, officer: Officer, order_id: UUID, seen: int, ground: str) -> KeptRecord:
        """To dispose of it; it waits for another officer. The ground is a code: no words about anybody outlive the record."""
        officer.must(Permission.REVIEW_RETENTION)
        if ground not in set(Ground):
            raise Unreadable(GROUND)
        return await self._decide(
            officer, order_id, seen, lambda kept, now: retention.proposed(kept, officer.id, now, Ground(ground), self.rules)
        )

    async def dispose(self, officer: Officer, order_id: UUID, seen: int) -> Erasure:
        """At its review, for ever, on the ground that another officer proposed."""
        officer.must(Permission.REVIEW_RETENTION)
        async with self._work() as uow:
            kept = await self._seen(uow, officer, order_id, seen)
            ground = retention.confirmed(kept, officer.id, self._clock(), self.rules)
            return await erase_kept(uow, self._clock, officer, kept, ground)

    async def _decide(self, officer: Officer, order_id: UUID, seen: int, decide: Callable[[KeptRecord, datetime], Decision]) -> KeptRecord:
        async with self._work() as uow:
            kept = await self._seen(uow, officer, order_id, seen)
            one = decide(kept, self._clock())
            if not await uow.retention.note(one):
                raise Outdated(MOVED_ON)
            await self._note(uow, officer, AuditKind.ALTERATION, _EVENTS[one.what], kept)
            return await kept_record(uow, officer, kept.order)

    async def _seen(self, uow: UnitOfWork, officer: Officer, order_id: UUID, seen: int) -> KeptRecord:
        kept = await kept_record(uow, officer, await uow.orders.demand(order_id))
        if kept.number != seen:
            raise Outdated(MOVED_ON)
        return kept

    async def _note(self, uow: UnitOfWork, officer: Officer, kind: AuditKind, what: str, *records: KeptRecord) -> None:
        ids = [str(id) for one in records for id in (one.order.id, one.order.respondent.id, one.order.applicant.id)]
        entry = AuditEntry(self._clock(), officer.id, kind, f"retention:case:{what}", ";".join(ids), recipient=str(officer.id))
        await uow.audit.note(entry)


_EVENTS = {
    Decided.RETAIN: "retained",
    Decided.REGROUP: "regrouped",
    Decided.HOLD: "held",
    Decided.LIFT: "let_go",
    Decided.PROPOSE: "disposal_proposed",
}


async def reviews_ahead(uow: UnitOfWork, actor: Actor, now: datetime, rules: RetentionRules) -> tuple[KeptRecord, ...]:
    """Due, or within the force's notice; the longest due first. All that ended so long ago are looked through: what is held, or of a later group, hides none."""
    actor.must(Permission.ERASE_RECORDS)
    then, today = now + rules.notice, to_london(now).date()
    old = await uow.retention.old(_years_before(then, rules.soonest), today + rules.notice)
    ahead: list[KeptRecord] = []
    for at in range(0, len(old), AT_ONCE):
        kept = await kept_records(uow, actor, await uow.orders.many(old[at : at + AT_ONCE]))
        ahead += [one for one in kept if retention.is_ahead(one, rules, today)]
    return retention.in_sequence(ahead, rules)


def _years_before(now: datetime, years: int) -> datetime:
    """A day to spare: what is not due yet is left out when it is read."""
    local = to_london(now)
    day = retention.years_after(local.date(), -years) + timedelta(days=1)
    return at_london(day, local.time())
