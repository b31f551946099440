"""A compliance visit to a respondent: a task of its own, with its own rhythm. It never stands for a reassurance contact, nor one for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid5

from domain.areas import Area, areas_at
from domain.contacts import end_of_day
from domain.errors import Outdated, Unreadable
from domain.london import deadline, long_date, to_london
from domain.mornings import reminder_for
from domain.officers import Officer, Permission, Role
from domain.orders import Order
from domain.visit_rules import VisitRules

LONGEST_SAID = 2_000
MOST_DAYS = 180
LATE = timedelta(days=1)
CLOSED_ALREADY = "No further visit is planned for this order. Press Plan a visit to plan one."
CHANGED_SINCE = "Somebody has dealt with that visit already. Here is how it stands."
SAY_OUTCOME = "Choose what came of the visit."
TOO_LONG = f"That is longer than {LONGEST_SAID:,} characters and was not kept. Please say it shorter."


class VisitOutcome(StrEnum):
    EXPLAINED = "explained"
    DECLINED = "declined"
    NOT_IN = "not_in"
    MOVED = "moved"


class VisitState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class NoFurther(StrEnum):
    """Why no further visit is made."""

    CUSTODY = "custody"
    AWAY = "away"
    RISK = "risk"
    OTHERS = "others"
    ENDS = "ends"
    SLIP = "slip"


NO_FURTHER_WORDS = {
    NoFurther.CUSTODY: "The respondent is in custody",
    NoFurther.AWAY: "The respondent has left the area",
    NoFurther.RISK: "A visit could put somebody at risk",
    NoFurther.OTHERS: "Another team sees the respondent",
    NoFurther.ENDS: "The order ends before the next visit",
    NoFurther.SLIP: "It was planned by mistake",
}
OUTCOME_WORDS = {
    VisitOutcome.EXPLAINED: "Met, and the terms were explained",
    VisitOutcome.DECLINED: "Met, and would not talk",
    VisitOutcome.NOT_IN: "Not met",
    VisitOutcome.MOVED: "No longer lives there",
}
MET = frozenset({VisitOutcome.EXPLAINED, VisitOutcome.DECLINED})


@dataclass(frozen=True)
class VisitPlan:
    """One of an order. `met_at` is the last visit that met the respondent, `tries` how many since then did not; `ended_*` tell of one that is closed."""

    id: UUID
    force: str
    order_id: UUID
    respondent: UUID
    owner: UUID | None
    must_by: datetime
    made_by: UUID
    made_at: datetime
    state: VisitState = VisitState.OPEN
    met_at: datetime | None = None
    last_outcome: VisitOutcome | None = None
    tries: int = 0
    version: int = 1
    ended_why: NoFurther | None = None
    ended_by: UUID | None = None
    ended_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.state is VisitState.OPEN

    @property
    def late_at(self) -> datetime:
        """When a supervisor is told that nothing was done."""
        return self.must_by + LATE


@dataclass(frozen=True)
class VisitMade:
    """What came of one visit. `said` is what the respondent said, `support` what would help the respondent keep to the order."""

    id: UUID
    plan: UUID
    order_id: UUID
    at: datetime
    officer: UUID
    outcome: VisitOutcome
    said: str = ""
    support: str = ""


def visit_id(order_id: UUID) -> UUID:
    return uuid5(order_id, "compliance-visit")


def plan_for(order: Order, owner: UUID | None, by: UUID, now: datetime, rules: VisitRules) -> VisitPlan:
    return VisitPlan(visit_id(order.id), order.force, order.id, order.respondent.id, owner, end_of_day(now + rules.first), by, now)


def planned_again(plan: VisitPlan, now: datetime, rules: VisitRules) -> VisitPlan:
    """One that was closed."""
    due = end_of_day(now + rules.first)
    return replace(plan, state=VisitState.OPEN, must_by=due, version=plan.version + 1, ended_why=None, ended_by=None, ended_at=None)


def next_by(outcome: VisitOutcome, now: datetime, rules: VisitRules, days: int | None = None) -> datetime:
    """`days` where the officer chose another time than the force's own rhythm."""
    usual = rules.routine if outcome in MET else rules.again
    return end_of_day(now + (usual if days is None else timedelta(days=days)))


def recorded(plan: VisitPlan, outcome: VisitOutcome, now: datetime, rules: VisitRules, days: int | None = None) -> VisitPlan:
    _demand_open(plan)
    if days is not None and not 0 < days <= MOST_DAYS:
        raise Unreadable(f"The next visit must be in 1 to {MOST_DAYS} days.")
    met = outcome in MET
    return replace(
        plan,
        must_by=next_by(outcome, now, rules, days),
        met_at=now if met else plan.met_at,
        last_outcome=outcome,
        tries=0 if met else plan.tries + 1,
        version=plan.version + 1,
    )


def given(plan: VisitPlan, owner: UUID | None) -> VisitPlan:
    """To nobody where it is given back and nobody else works the beat."""
    _demand_open(plan)
    return replace(plan, owner=owner, version=plan.version + 1)


def closed(plan: VisitPlan, why: NoFurther, by: UUID, now: datetime) -> VisitPlan:
    _demand_open(plan)
    return replace(plan, state=VisitState.CLOSED, version=plan.version + 1, ended_why=why, ended_by=by, ended_at=now)


def told_again(plan: VisitPlan) -> VisitPlan:
    """As it stands; what is told of it is told anew."""
    return replace(plan, version=plan.version + 1)


def checked_words(*said: str) -> tuple[str, ...]:
    """Raises Unreadable where it is more than a record holds."""
    kept = tuple(words.strip() for words in said)
    if any(len(words) > LONGEST_SAID for words in kept):
        raise Unreadable(TOO_LONG)
    return kept


def reminds_at(plan: VisitPlan, now: datetime) -> datetime:
    """On the last morning that leaves time."""
    return max(now, reminder_for(plan.must_by, now))


def owner_of(order: Order, areas: Sequence[Area], people: Iterable[Officer]) -> UUID | None:
    """A neighbourhood officer whose beat the respondent lives on, always the same one while the beat's officers stay the same; nobody where there is none."""
    here = areas_at(areas, order.respondent.postcode)
    able = sorted(
        (one for one in people if one.may(Permission.VISIT_RESPONDENT) and Role.NEIGHBOURHOOD in one.roles), key=lambda one: one.id
    )
    found = [one.id for one in able if any(area.is_worked_by(one) for area in here)]
    return found[order.id.int % len(found)] if found else None


def state_words(plan: VisitPlan | None, now: datetime) -> str:
    """How the visit stands; it names nobody."""
    if plan is None:
        return "none planned"
    if not plan.is_open:
        return "no further visit is planned"
    tried = f", not met {plan.tries} times" if plan.tries > 1 else ", not met once" if plan.tries else ""
    return f"by {deadline(plan.must_by)}{', overdue' if now > plan.must_by else ''}{tried}"


def made_words(made: VisitMade, who: str) -> str:
    return f"{long_date(to_london(made.at).date())}: {OUTCOME_WORDS[made.outcome]} ({who})."


def _demand_open(plan: VisitPlan) -> None:
    if not plan.is_open:
        raise Outdated(CLOSED_ALREADY)
