"""The week's report on contacts for whoever supervises teams: what was on time, what is overdue, where nobody answered, who waits longest."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contact_reports import NO_TEAM, Kept, Week, kept_on_time, last_week
from domain.contacts import Outcome, Risk
from domain.followed import followed, teams_followed
from domain.london import to_london
from domain.mornings import clock_at
from domain.officers import Actor, Officer, Permission
from domain.outbox import WEEKLY_REPORT, notice, paced
from domain.policies import Policy
from services.contacts import OwedContact
from services.held_plans import with_orders
from services.reminders import subject_of
from storage.work import UnitOfWork, Work

WAITING_SHOWN = 5
CATCHES_UP = timedelta(days=1)


@dataclass(frozen=True)
class TeamReport:
    """`unanswered` are the tries of the week that nobody answered, `overdue` what is overdue now. The team of no name has what nobody owns."""

    team: str
    kept: Mapping[Risk, Kept]
    overdue: int
    unanswered: int


@dataclass(frozen=True)
class WeekReport:
    """`waiting` are those that have been overdue longest."""

    week: Week
    teams: tuple[TeamReport, ...]
    kept: Mapping[tuple[str, Risk], Kept]
    waiting: list[OwedContact]


async def report_week(work: Work, clock: Clock, officer: Officer, channel: str = "") -> WeekReport:
    """Of the last whole week, Monday to Sunday; what is overdue is so now."""
    officer.must(Permission.SEE_TEAM_CONTACTS)
    async with work() as uow:
        now, people = clock(), await uow.officers.all()
        theirs, teams, week = followed(officer, people), teams_followed(officer, people), last_week(now)
        team_of = {one.id: one.team for one in people}
        owed = await _overdue(uow, clock, officer, theirs)
        tries = [one for one in await uow.contact_tries.due_within(week.since, week.until) if one.owner is None or one.owner in theirs]
        kept = kept_on_time(week, tries, [one.plan for one in owed], team_of)
        unanswered = await uow.contact_tries.outcomes(Outcome.NO_ANSWER, week.since, week.until)
        subjects = ";".join(subject_of(one.plan) for one in owed[:WAITING_SHOWN])
        entry = AuditEntry(
            now,
            officer.id,
            AuditKind.CONSULTATION,
            "contact:report:shown",
            subjects or str(officer.id),
            channel=channel,
            recipient=str(officer.id),
        )
        await uow.audit.note(entry)
    named = [*sorted(teams), *([NO_TEAM] if any(team == NO_TEAM for team, _ in kept) else [])]
    reports = tuple(_of_team(team, kept, owed, unanswered, team_of) for team in named)
    return WeekReport(week, reports, kept, owed[:WAITING_SHOWN])


async def plan_weekly_reports(work: Work, clock: Clock, actor: Actor, policy: Callable[[], Policy]) -> int:
    """On Monday, at the time of the digests, everybody who supervises teams is told that the report is there; once, however many processes ask."""
    actor.must(Permission.RUN_JOBS)
    now = clock()
    today = to_london(now).date()
    monday = today - timedelta(days=today.weekday())
    at = clock_at(monday, policy().digest.at)
    if not at <= now < at + CATCHES_UP:
        return 0
    async with work() as uow:
        if not await uow.jobs.take_slot(WEEKLY_REPORT, at):
            return 0
        told = [one for one in await uow.officers.all() if one.may(Permission.SEE_TEAM_CONTACTS)]
        rows = [notice(uow.force, one.id, monday.toordinal(), WEEKLY_REPORT, one.id, paced(now, rank, 1)) for rank, one in enumerate(told)]
        await uow.outbox.plan(rows)
    return len(rows)


async def _overdue(uow: UnitOfWork, clock: Clock, officer: Officer, theirs: Mapping[UUID, Officer]) -> list[OwedContact]:
    ids = await uow.contact_tries.still_owed(theirs.keys(), clock())
    plans = await uow.contacts.some(ids)
    found = await with_orders(uow, clock, officer, [plans[id] for id in ids if id in plans])
    names = {id: one.name for id, one in theirs.items()}
    return [OwedContact.of(one, names) for one in found]


def _of_team(
    team: str,
    kept: Mapping[tuple[str, Risk], Kept],
    owed: list[OwedContact],
    unanswered: Mapping[UUID | None, int],
    team_of: Mapping[UUID, str],
) -> TeamReport:
    def of(owner: UUID | None) -> str:
        return NO_TEAM if owner is None else team_of.get(owner, NO_TEAM)

    own = {risk: one for (name, risk), one in kept.items() if name == team}
    overdue = sum(of(one.plan.owner) == team for one in owed)
    return TeamReport(team, own, overdue, sum(number for owner, number in unanswered.items() if of(owner) == team))
