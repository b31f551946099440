"""An officer's contacts as lists: what is owed today with its whole number, and what is planned after it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contact_lists import Cursor, Listing, Span, risks_of, window_of
from domain.contacts import Risk, end_of_day
from domain.errors import NotFound
from domain.followed import followed, teams_followed
from domain.officers import Officer, Permission, Role
from services.contacts import OwedContact, due
from services.held_plans import with_orders
from services.reminders import subject_of
from storage.contact_lists import Standing, Whose
from storage.work import UnitOfWork, Work

PLANNED_SHOWN = 5
PAGE = 6
MOST_PRESSING = 5
NO_SUCH_TEAM = "There is no {team} team among those whose contacts you see. Yours: {teams}."


@dataclass(frozen=True)
class Overview:
    """`owed` are the most pressing of `total`; `planned` are the next of `ahead`, soonest first."""

    owed: list[OwedContact]
    total: int
    planned: list[OwedContact]
    ahead: int


async def overview(work: Work, clock: Clock, officer: Officer) -> Overview:
    officer.must(Permission.PLAN_CONTACT)
    owed = await due(work, clock, officer)
    async with work() as uow:
        now = clock()
        seen = followed(officer, await uow.officers.all())
        total, ahead = await uow.contacts.count(seen.keys(), officer.roles, end_of_day(now))
        plans = await uow.contacts.planned(seen.keys(), officer.roles, end_of_day(now), PLANNED_SHOWN)
        told = await with_orders(uow, clock, officer, plans)
        subject = ";".join(map(subject_of, plans))
        await uow.audit.note(
            AuditEntry(now, officer.id, AuditKind.CONSULTATION, "contact:plan:listed_ahead", subject, recipient=str(officer.id))
        )
    names = {id: one.name for id, one in seen.items()}
    planned = [OwedContact.of(one, names) for one in told]
    return Overview(owed, total, planned, ahead)


async def count_due(work: Work, clock: Clock, officer: Officer) -> int:
    """How many contacts are owed by the end of today."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        seen = followed(officer, await uow.officers.all())
        owed, _ = await uow.contacts.count(seen.keys(), officer.roles, end_of_day(clock()))
    return owed


@dataclass(frozen=True)
class Page:
    """`rows` are the next of `total`, the most pressing first; `after` is where the next page goes on, none on the last one.

    `upcoming` is the next contact that must be made after the list's own end, where the list is empty.
    """

    listing: Listing
    rows: list[OwedContact]
    total: int
    after: Cursor | None = None
    upcoming: OwedContact | None = None


async def list_page(
    work: Work, clock: Clock, officer: Officer, listing: Listing, after: Cursor | None = None, length: int = PAGE, channel: str = ""
) -> Page:
    """One page of a list: of one's own contacts, and with the permission of those of one's teams. Raises NotFound for a team that is not theirs."""
    officer.must(Permission.PLAN_CONTACT)
    async with work() as uow:
        now, people = clock(), await uow.officers.all()
        whose, window, risks = whose_of(officer, listing, people), window_of(listing, now), risks_of(listing)
        total = await uow.contact_lists.count(whose, risks, window)
        ids = await uow.contact_lists.page(whose, risks, window, after or Cursor(), length + 1)
        rows = await _owed(uow, clock, officer, ids[:length], people)
        upcoming = None if ids or after else await uow.contact_lists.next_after(whose, risks, window)
        told = await _owed(uow, clock, officer, [] if upcoming is None else [upcoming], people)
        subjects = ";".join(subject_of(one.plan) for one in (*rows, *told))
        entry = AuditEntry(
            now, officer.id, AuditKind.CONSULTATION, "contact:plan:listed", subjects, channel=channel, recipient=str(officer.id)
        )
        await uow.audit.note(entry)
    last = Cursor(rows[-1].plan.due.must_by, rows[-1].plan.id) if len(ids) > length else None
    return Page(listing, rows, total, after=last, upcoming=told[0] if told else None)


@dataclass(frozen=True)
class Waiting:
    """How the contacts of an officer's teams stand, by risk; `pressing` are the most pressing of what is owed by tonight, `unowned` how many nobody has."""

    standing: Mapping[Risk, Standing]
    pressing: list[OwedContact]
    unowned: int
    teams: tuple[str, ...]


async def who_is_waiting(work: Work, clock: Clock, officer: Officer) -> Waiting:
    officer.must(Permission.SEE_TEAM_CONTACTS)
    async with work() as uow:
        now, people = clock(), await uow.officers.all()
        everything = Listing()
        whose, nobodys = whose_of(officer, everything, people), whose_of(officer, Listing(unowned=True), people)
        standing = await uow.contact_lists.standing(whose, now, end_of_day(now))
        ids = await uow.contact_lists.page(whose, list(Risk), window_of(everything, now), Cursor(), MOST_PRESSING)
        unowned = await uow.contact_lists.count(nobodys, list(Risk), window_of(Listing(Span.OPEN), now))
        pressing = await _owed(uow, clock, officer, ids, people)
        subjects = ";".join(subject_of(one.plan) for one in pressing)
        await uow.audit.note(
            AuditEntry(now, officer.id, AuditKind.CONSULTATION, "contact:plan:board_shown", subjects, recipient=str(officer.id))
        )
    return Waiting(standing, pressing, unowned, tuple(sorted(teams_followed(officer, people))))


def whose_of(officer: Officer, listing: Listing, people: Iterable[Officer]) -> Whose:
    """Whose plans a list is of. What nobody has belongs to no team: a supervisor sees all of it, others see what their own role owns."""
    everybody = list(people)
    theirs = followed(officer, everybody)
    if listing.unowned:
        able = {one.id for one in everybody if one.may(Permission.PLAN_CONTACT)}
        left = {one.id for one in everybody} - able
        all_of_it = officer.may(Permission.SEE_TEAM_CONTACTS)
        return Whose(left if all_of_it else (), tuple(Role) if all_of_it else tuple(officer.roles))
    if listing.own:
        return Whose((officer.id,), ())
    if not listing.team:
        return Whose(theirs.keys(), tuple(officer.roles))
    named = listing.team.casefold()
    members = [one.id for one in theirs.values() if one.team.casefold() == named]
    if not members:
        teams = sorted({one.team for one in theirs.values() if one.team})
        raise NotFound(NO_SUCH_TEAM.format(team=listing.team, teams=", ".join(teams) or "none"))
    return Whose(members, ())


async def _owed(uow: UnitOfWork, clock: Clock, officer: Officer, ids: Sequence[UUID], people: Iterable[Officer]) -> list[OwedContact]:
    names = {one.id: one.name for one in people}
    plans = await uow.contacts.some(ids)
    found = await with_orders(uow, clock, officer, [plans[id] for id in ids if id in plans])
    return [OwedContact.of(one, names) for one in found]
