"""How long a record is kept: the clock of its review, what a person decides of it, a hold that stops its disposal, and when it may be erased."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from domain.errors import NotAllowed, Outdated, Unreadable
from domain.london import long_date, to_london
from domain.measures import Kind
from domain.orders import ENDED, Order, state_at

LONGEST_REASON = 1_000
WHY = "Say why: the reason is kept with the decision. Nothing was changed."
HELD = "It is under a legal hold, so it is not disposed of. Lift the hold first, with its reason."
MAY_BE_LIVE = "It may still be live, so it is not disposed of. Record its end first."
NOT_DUE = "Its review is due on {day}. Until then it is kept; an erasure sooner than that is the administrator's."
NOT_PROPOSED = "Nobody has proposed to dispose of it, or that was taken back since. Nothing was erased."
SECOND_PERSON = "You proposed it yourself, so another officer who reviews retention confirms it. Nothing was erased."
GROUND = "Say on which ground it is disposed of. Nothing was changed."
MOVED_ON = "Somebody else has decided on this record just now. Open it again to see how it stands."
NO_HOLD, HELD_ALREADY = "There is no hold to lift.", "It is under a hold already."


class Group(StrEnum):
    """A review group of the force's policy."""

    ONE = "group_1"
    TWO = "group_2"
    THREE = "group_3"


class RecordClass(StrEnum):
    """What a record is, for its group: an order, another measure, or either with a breach recorded."""

    ORDER = "order"
    MEASURE = "measure"
    BREACH = "breach"


class Decided(StrEnum):
    RETAIN = "retain"
    REGROUP = "regroup"
    HOLD = "hold"
    LIFT = "lift"
    PROPOSE = "propose"


class Ground(StrEnum):
    """Why a record is disposed of. A code and no words, since it stays when the record is gone."""

    NOT_NEEDED = "not_needed"
    WRONG = "wrong_record"
    ORDERED = "ordered"
    DUPLICATE = "duplicate"


@dataclass(frozen=True)
class ReviewRule:
    """Years from the end of the last thing on the record to its review, and from each retaining to the next."""

    first: int
    again: int


_GROUPS = {Group.ONE: ReviewRule(10, 10), Group.TWO: ReviewRule(10, 5), Group.THREE: ReviewRule(6, 3)}
_CLASSES = {RecordClass.ORDER: Group.THREE, RecordClass.MEASURE: Group.THREE, RecordClass.BREACH: Group.TWO}


@dataclass(frozen=True)
class RetentionRules:
    """By group, and the group of each class; and how many days before a review the desk is told of it. The force's file says otherwise where it does."""

    groups: Mapping[Group, ReviewRule] = field(default_factory=lambda: _GROUPS)
    classes: Mapping[RecordClass, Group] = field(default_factory=lambda: _CLASSES)
    notice: timedelta = timedelta(days=28)

    @property
    def soonest(self) -> int:
        """The years before which no record is reviewed."""
        return min(one.first for one in self.groups.values())


@dataclass(frozen=True)
class Decision:
    """Never altered; the highest `number` counts. `next_review` of a retaining, `group` of a move to another group; the `reason` of a proposal to dispose is its ground."""

    order: UUID
    number: int
    what: Decided
    officer: UUID
    at: datetime
    reason: str = ""
    next_review: date | None = None
    group: Group | None = None


@dataclass(frozen=True)
class KeptRecord:
    """One order with all that hangs on it, as its retention sees it; `named` are the officers of the decisions."""

    order: Order
    breaches: int = 0
    newest_breach: date | None = None
    decisions: tuple[Decision, ...] = ()
    named: Mapping[UUID, str] = field(default_factory=dict)

    @property
    def number(self) -> int:
        return len(self.decisions)

    @property
    def is_held(self) -> bool:
        holds = [one.what for one in self.decisions if one.what in (Decided.HOLD, Decided.LIFT)]
        return holds[-1:] == [Decided.HOLD]

    @property
    def proposed(self) -> Decision | None:
        """The proposal to dispose of it that waits for a second person: whatever is decided after it takes it back."""
        last = self.decisions[-1] if self.decisions else None
        return last if last is not None and last.what is Decided.PROPOSE else None

    @property
    def record_class(self) -> RecordClass:
        if self.breaches:
            return RecordClass.BREACH
        return RecordClass.ORDER if self.order.kind is Kind.NMO else RecordClass.MEASURE


def group_of(kept: KeptRecord, rules: RetentionRules) -> Group:
    """As a person moved it, else that of its class."""
    moved = [one.group for one in kept.decisions if one.group is not None]
    return moved[-1] if moved else rules.classes[kept.record_class]


def clock_from(kept: KeptRecord) -> date:
    """The London day of the end of the last thing on the record; of an end that is not known, the day it came in."""
    order = kept.order
    ends = [one for one in (order.discharged_at, order.undertaking_at, order.expires_at) if one is not None]
    ended = to_london(min(ends) if ends else order.received_at).date()
    return max(ended, kept.newest_breach or date.min)


def review_on(kept: KeptRecord, rules: RetentionRules) -> date:
    """What was decided last, unless a breach since then makes it later."""
    first = years_after(clock_from(kept), rules.groups[group_of(kept, rules)].first)
    said = [one.next_review for one in kept.decisions if one.next_review is not None]
    return max(first, said[-1]) if said else first


def is_due(kept: KeptRecord, rules: RetentionRules, today: date) -> bool:
    return not kept.is_held and review_on(kept, rules) <= today


def is_ahead(kept: KeptRecord, rules: RetentionRules, today: date) -> bool:
    """Due, or so soon that the desk hears of it."""
    return is_due(kept, rules, today + rules.notice)


@dataclass(frozen=True)
class Reviews:
    """What waits for a review, in figures alone: how many are `due`, since when the oldest, and how many are `coming` within the force's notice."""

    due: int
    coming: int
    since: date | None = None


def counted(ahead: Sequence[KeptRecord], rules: RetentionRules, today: date) -> Reviews:
    due = [review_on(one, rules) for one in ahead if is_due(one, rules, today)]
    return Reviews(len(due), len(ahead) - len(due), min(due, default=None))


def is_told_today(ahead: Sequence[KeptRecord], rules: RetentionRules, told_until: date | None, today: date) -> bool:
    """When a review comes near that nobody was told of, and on Mondays while any waits. `told_until` is the day up to which all reviews were told of."""
    fresh = [one for one in ahead if told_until is None or review_on(one, rules) > told_until]
    return bool(fresh) or (bool(ahead) and today.weekday() == 0)


def retained(kept: KeptRecord, officer: UUID, now: datetime, reason: str, rules: RetentionRules) -> Decision:
    """With its reason, and a next review as the group has it. Raises Unreadable."""
    day = years_after(to_london(now).date(), rules.groups[group_of(kept, rules)].again)
    return Decision(kept.order.id, kept.number + 1, Decided.RETAIN, officer, now, _reason(reason), next_review=day)


def regrouped(kept: KeptRecord, officer: UUID, now: datetime, reason: str, group: Group) -> Decision:
    return Decision(kept.order.id, kept.number + 1, Decided.REGROUP, officer, now, _reason(reason), group=group)


def put_on_hold(kept: KeptRecord, officer: UUID, now: datetime, reason: str) -> Decision:
    if kept.is_held:
        raise Outdated(HELD_ALREADY)
    return Decision(kept.order.id, kept.number + 1, Decided.HOLD, officer, now, _reason(reason))


def hold_lifted(kept: KeptRecord, officer: UUID, now: datetime, reason: str) -> Decision:
    if not kept.is_held:
        raise Outdated(NO_HOLD)
    return Decision(kept.order.id, kept.number + 1, Decided.LIFT, officer, now, _reason(reason))


def proposed(kept: KeptRecord, officer: UUID, now: datetime, ground: Ground, rules: RetentionRules) -> Decision:
    """To dispose of it at its review, on a ground; nothing goes until another officer confirms it. Raises NotAllowed."""
    demand_disposable(kept, rules, now)
    return Decision(kept.order.id, kept.number + 1, Decided.PROPOSE, officer, now, ground.value)


def confirmed(kept: KeptRecord, officer: UUID, now: datetime, rules: RetentionRules) -> Ground:
    """The ground on which two officers dispose of it. Raises NotAllowed, Outdated."""
    demand_disposable(kept, rules, now)
    if kept.proposed is None:
        raise Outdated(NOT_PROPOSED)
    if kept.proposed.officer == officer:
        raise NotAllowed(SECOND_PERSON)
    return Ground(kept.proposed.reason)


def demand_disposable(kept: KeptRecord, rules: RetentionRules, now: datetime) -> None:
    """At its review. Raises NotAllowed, with words to show."""
    demand_erasable(kept, now)
    due = review_on(kept, rules)
    if due > to_london(now).date():
        raise NotAllowed(NOT_DUE.format(day=long_date(due)))


def demand_erasable(kept: KeptRecord, now: datetime) -> None:
    """Whoever orders it, and whenever: never under a hold, and never while it may be live. Raises NotAllowed."""
    if kept.is_held:
        raise NotAllowed(HELD)
    if state_at(kept.order, now) not in ENDED:
        raise NotAllowed(MAY_BE_LIVE)


def years_after(day: date, years: int) -> date:
    """Of 29 February, in a year without one, 1 March: nothing is disposed of a day too soon."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def in_sequence(some: Sequence[KeptRecord], rules: RetentionRules) -> tuple[KeptRecord, ...]:
    """The longest due first."""
    return tuple(sorted(some, key=lambda one: (review_on(one, rules), one.order.reference)))


def _reason(said: str) -> str:
    words = " ".join(said.split())[:LONGEST_REASON]
    if not words:
        raise Unreadable(WHY)
    return words
