"""What was promised and what came, kept beside the bot by the connector and the people; it reads nothing from the database.

A promise is made each time a plan changes: its owner, or whoever stands in, is told of it at `at`. A card that names the order keeps it, and so does a list that its officer
opened; a promise that the plan has moved on from needs no keeping. What is told to a supervisor keeps a promise too: somebody was told.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import datetime, time, timedelta
from itertools import chain
from uuid import UUID

from domain.contacts import ContactPlan, Risk, Why
from domain.london import to_london
from domain.mornings import clock_at

# A crash costs a lease, a sweep and a start; a 429 its wait; whoever comes back within this is in time.
GRACE = timedelta(minutes=10)
LOST_AFTER = timedelta(hours=24)
# The spread of a morning, and the room of a digest: the same rule as in docs/decisions/0014, written down a second time.
SPREAD = timedelta(minutes=2)
DIGEST, AGAIN_HIGH, AGAIN, OPENED = time(8, 30), time(10), time(13), time(15)
URGENT = {
    *(Why.BREACH, Why.AFTER_BREACH, Why.AFTER_CONCERN, Why.VICTIM_UPDATE, Why.GET_SAFE_CONTACT),
    *(Why.VARIATION, Why.EXTENSION, Why.SERVICE, Why.SERVICE_FAILED, Why.RELEASE, Why.BAIL_CHANGE, Why.DISCHARGE, Why.MOVE),
}
# A supervisor is told the same once a day; the same sooner is a repeat.
A_DAY_LESS_A_LITTLE = timedelta(hours=20)


@dataclass(frozen=True)
class Promise:
    """`by` is the latest moment that the rules allow, `excused` while the chat it must go to is away."""

    plan: UUID
    at: datetime
    by: datetime
    made: datetime
    urgent: bool
    version: int


@dataclass
class Ledger:
    promises: dict[UUID, Promise] = field(default_factory=dict)
    kept: int = 0
    moved_on: int = 0
    lost: list[Promise] = field(default_factory=list)
    late: list[tuple[Promise, timedelta]] = field(default_factory=list)
    urgent_late: list[tuple[Promise, timedelta]] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    cards: int = 0
    labelled: int = 0
    unlabelled: list[tuple[UUID, str]] = field(default_factory=list)
    unowned: set[UUID] = field(default_factory=set)
    outside: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    _seen: dict[tuple[UUID, str], datetime] = field(default_factory=dict)
    _away: defaultdict[UUID, list[tuple[datetime, datetime]]] = field(default_factory=lambda: defaultdict(list))
    _covers: dict[UUID, UUID | None] = field(default_factory=dict)
    _without: dict[UUID, datetime] = field(default_factory=dict)
    owners: dict[UUID, UUID | None] = field(default_factory=dict)

    def promise(self, plan: ContactPlan, now: datetime, off_by: timedelta = timedelta()) -> None:
        """The plan as the service gave it back; its times are the machine's, and `off_by` is how far that was off."""
        self._moved_on(plan.id, now)
        at = max(plan.remind_at - off_by, now)
        self.promises[plan.id] = Promise(plan.id, at, _allowed(plan, at), now, plan.due.why is Why.BREACH, plan.version)
        self.owners[plan.id] = plan.owner

    def close(self, plan: UUID, now: datetime) -> None:
        self._moved_on(plan, now)

    def away(self, officer: UUID, since: datetime, until: datetime) -> None:
        """What could not reach this officer in that time was nobody's fault but the chat's."""
        self._away[officer].append((since, until))

    def covered(self, officer: UUID, by: UUID | None) -> None:
        """Whoever covers has what the officer would have, and a chat that may be away as well."""
        self._covers[officer] = by

    def arrived(self, recipient: UUID, plan: UUID, words: str, now: datetime, *, labelled: bool) -> None:
        """A card about the plan came to somebody."""
        self.told(recipient, words, now, labelled=labelled)
        self._keep(plan, now)

    def told(self, recipient: UUID, words: str, now: datetime, *, labelled: bool) -> None:
        """A card that is about no one plan came to somebody."""
        self.cards += 1
        self._repeats(recipient, words, now, labelled=labelled)

    def listed(self, plans: list[UUID], now: datetime) -> None:
        """An officer opened a list with these on it."""
        for plan in plans:
            promise = self.promises.get(plan)
            if promise is not None and promise.at <= now:
                self._keep(plan, now)

    def opened_digest(self, plans: list[UUID], now: datetime) -> None:
        """What is on the list of the day's digest may wait until the afternoon, and has been told of now."""
        self.listed(plans, now)
        afternoon = clock_at(to_london(now).date(), OPENED) + SPREAD
        for plan in plans:
            promise = self.promises.get(plan)
            if promise is not None and not promise.urgent and to_london(promise.at).date() == to_london(now).date():
                self.promises[plan] = replace(promise, by=max(promise.by, afternoon))

    def without_owner(self, plans: set[UUID], now: datetime) -> None:
        """Looked at often: a plan that nobody active has had for a day is unowned."""
        self._without = {plan: self._without.get(plan, now) for plan in plans}
        self.unowned |= {plan for plan, since in self._without.items() if now - since > LOST_AFTER}

    def end(self, now: datetime) -> None:
        """What had to be told long ago and was not is lost."""
        for promise in list(self.promises.values()):
            if self._excused(promise, now) + LOST_AFTER < now:
                self.lost.append(promise)

    def _keep(self, plan: UUID, now: datetime) -> None:
        promise = self.promises.get(plan)
        if promise is None or now < promise.at - GRACE:
            return
        del self.promises[plan]
        self.kept += 1
        self.waits.append(max(0.0, (now - promise.at).total_seconds()))
        self._judge(promise, now)

    def _moved_on(self, plan: UUID, now: datetime) -> None:
        promise = self.promises.pop(plan, None)
        if promise is None:
            return
        self.moved_on += 1
        if self._excused(promise, now) + LOST_AFTER < now:
            self.lost.append(promise)
        else:
            self._judge(promise, now)

    def _judge(self, promise: Promise, now: datetime) -> None:
        over = now - self._excused(promise, now)
        if over > GRACE:
            self.late.append((promise, over))
            if promise.urgent:
                self.urgent_late.append((promise, over))

    def _excused(self, promise: Promise, now: datetime) -> datetime:
        """The latest moment allowed, put off to the end of every absence of the owner's chat that held it up."""
        by = promise.by
        for since, until in chain.from_iterable(self._away[one] for one in self._told(promise.plan)):
            if since <= by + GRACE and promise.at <= until:
                by = max(by, min(until, now))
        return by

    def _told(self, plan: UUID) -> list[UUID]:
        """The owner, whoever covers for the owner, and so on."""
        who, found = self.owners.get(plan), list[UUID]()
        while who is not None and who not in found:
            found.append(who)
            who = self._covers.get(who)
        return found

    def _repeats(self, recipient: UUID, words: str, now: datetime, *, labelled: bool) -> None:
        if labelled:
            self.labelled += 1
            return
        before = self._seen.get((recipient, words))
        if before is not None and now - before < A_DAY_LESS_A_LITTLE:
            self.unlabelled.append((recipient, words))
        self._seen[(recipient, words)] = now


def _allowed(plan: ContactPlan, at: datetime) -> datetime:
    """With a digest in front of it, a reminder of the morning may wait; anything else comes at its time and the spread of the morning."""
    day = to_london(at).date()
    first = clock_at(day, DIGEST)
    if plan.due.why in URGENT or not first <= at < clock_at(day, AGAIN_HIGH):
        return at + SPREAD
    high = plan.risk in (Risk.HIGH, Risk.UNASSESSED)
    return max(at, clock_at(day, AGAIN_HIGH if high else AGAIN)) + SPREAD
