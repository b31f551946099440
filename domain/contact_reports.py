"""How well contacts were kept in a week: what was on time, by team and risk, reckoned from the tries and from what is still owed."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from domain.contacts import TASKS, ContactPlan, Outcome, Risk, Why
from domain.london import to_london
from domain.mornings import clock_at

WEEK = timedelta(days=7)
RISKS = (Risk.HIGH, Risk.MEDIUM, Risk.STANDARD)
NO_TEAM = ""


@dataclass(frozen=True)
class ContactTry:
    """One contact that was owed and that somebody made, or tried to make, at that moment; `owner` and `risk` are as they were then."""

    plan: UUID
    at: datetime
    officer: UUID
    why: Why
    must_by: datetime
    risk: Risk
    outcome: Outcome
    owner: UUID | None = None


@dataclass(frozen=True)
class Kept:
    """Of `due` contacts so many were on time."""

    due: int = 0
    on_time: int = 0

    @property
    def percent(self) -> int | None:
        """Rounded down, so that 100 is said of all of them alone; None where nothing was due."""
        return self.on_time * 100 // self.due if self.due else None


@dataclass(frozen=True)
class Week:
    """From Monday to Monday, London time; `first` is its Monday."""

    first: date

    @property
    def since(self) -> datetime:
        return clock_at(self.first, time())

    @property
    def until(self) -> datetime:
        return clock_at(self.first + WEEK, time())

    @property
    def last(self) -> date:
        return self.first + timedelta(days=6)

    def holds(self, must_by: datetime) -> bool:
        """A contact owed by midnight belongs to the day that ends then."""
        return self.since < must_by <= self.until


def last_week(now: datetime) -> Week:
    """The last one that has ended."""
    today = to_london(now).date()
    return Week(today - timedelta(days=today.weekday()) - WEEK)


def tries_of(before: ContactPlan, after: ContactPlan, officer: UUID, outcome: Outcome, now: datetime) -> list[ContactTry]:
    """What this try at a contact was a try at: the contact that was brought up, and whatever else had come up by then and is settled with it.

    Tasks are no contacts. What was to come only later is settled without having been due, and counts for nothing.
    """
    left = set(after.ahead)
    tried = [due for due in before.ahead if due is before.due or (due.remind_at <= now and due not in left)]
    return [
        ContactTry(before.id, now, officer, due.why, due.must_by, before.risk, outcome, before.owner)
        for due in tried
        if due.why not in TASKS
    ]


def kept_on_time(
    week: Week, tries: Iterable[ContactTry], owed: Iterable[ContactPlan], teams: Mapping[UUID, str]
) -> dict[tuple[str, Risk], Kept]:
    """By team and risk, the contacts that had to be made in the week, and of these the ones made or tried by then.

    A contact is on time where the first try at it, whatever came of it, was no later than the moment by which it had to be made. One that
    is still owed and was never tried is not. Each counts once, for the team of whoever owned it at the first try, or owns it now;
    unassessed risk counts as high. `teams` is the team of each officer.
    """
    first: dict[tuple[UUID, Why, datetime], tuple[datetime, Risk, UUID | None]] = {}
    for one in tries:
        key = (one.plan, one.why, one.must_by)
        if week.holds(one.must_by) and (key not in first or one.at < first[key][0]):
            first[key] = (one.at, one.risk, one.owner)
    due: Counter[tuple[str, Risk]] = Counter()
    on_time: Counter[tuple[str, Risk]] = Counter()
    for (_, _, must_by), (at, risk, owner) in first.items():
        group = _group(risk, owner, teams)
        due[group] += 1
        on_time[group] += at <= must_by
    for plan in owed:
        group = _group(plan.risk, plan.owner, teams)
        due[group] += sum(_missed(plan, one.why, one.must_by, week, first) for one in plan.ahead)
    return {group: Kept(number, on_time[group]) for group, number in due.items() if number}


def _missed(plan: ContactPlan, why: Why, must_by: datetime, week: Week, tried: Mapping[tuple[UUID, Why, datetime], object]) -> bool:
    return why not in TASKS and week.holds(must_by) and (plan.id, why, must_by) not in tried


def of_risks(kept: Mapping[tuple[str, Risk], Kept]) -> dict[Risk, Kept]:
    """All teams together."""
    return {risk: _sum(one for (_, of), one in kept.items() if of is risk) for risk in RISKS}


def _sum(parts: Iterable[Kept]) -> Kept:
    listed = list(parts)
    return Kept(sum(one.due for one in listed), sum(one.on_time for one in listed))


def _group(risk: Risk, owner: UUID | None, teams: Mapping[UUID, str]) -> tuple[str, Risk]:
    team = teams.get(owner, NO_TEAM) if owner is not None else NO_TEAM
    return team, Risk.HIGH if risk is Risk.UNASSESSED else risk
