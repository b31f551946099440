"""Who is told of a contact at an instant: whoever stands in for its owner, a deputy, a supervisor, the duty inspector."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from uuid import UUID

from domain.contacts import HOUR, ContactPlan, Why
from domain.duty import Roster
from domain.officers import Officer, Permission, Role
from domain.outbox import NOBODY, Rota

_NOBODY: frozenset[UUID] = frozenset()


def cannot_wait(plan: ContactPlan) -> bool:
    """A breach goes at once to whoever is on duty."""
    return plan.due.why is Why.BREACH


def settled(roster: Roster, plan: ContactPlan, owner: UUID, at: datetime) -> tuple[UUID, datetime] | None:
    """Who has the owner's reminder, and when: what can wait waits for the shift, as long as that leaves an hour. None where a colleague must have it."""
    who = roster.stand_in(owner, at)
    if who is None:
        return None
    if roster.on_shift(who, at):
        return who, at
    later = None if cannot_wait(plan) else roster.next_on_duty(who, at, plan.due.must_by - HOUR)
    return None if later is None else (who, later)


class OnDuty:
    """The people of the force as they stand, and the roster."""

    def __init__(self, people: Iterable[Officer], roster: Roster) -> None:
        self._people = sorted((one for one in people if one.may(Permission.PLAN_CONTACT)), key=lambda one: one.id)
        self._able = {one.id: one for one in self._people}
        self._rota = Rota(self._people)
        self._roster = roster

    def owners(self, plan: ContactPlan, at: datetime) -> tuple[UUID, datetime]:
        """Whoever is to be reminded of it then, and when: nobody is left without one where anybody of the force may make contacts."""
        owner = self._rota.owner(plan)
        found = settled(self._roster, plan, owner, at)
        if found is not None and found[0] in self._able:
            return found
        beside = [
            one for one in (self.deputy(plan, at, frozenset({owner})), self.supervisor(plan, at)) if one is not None and one != NOBODY
        ]
        if self._roster.away(owner, at) is None:
            beside.append(owner)
        on_duty = [one for one in beside if self._roster.on_duty(one, at)]
        return next(iter(on_duty or beside[::-1]), owner), at

    def deputy(self, plan: ContactPlan, at: datetime, apart_from: frozenset[UUID] = _NOBODY) -> UUID | None:
        """The owner's cover, else somebody of the team with the owning role, on duty rather than off; never the one who was told already."""
        owner = self._able.get(plan.owner) if plan.owner else None
        absence = None if owner is None else self._roster.away(owner.id, at)
        cover = None if absence is None or absence.cover is None else self._roster.stand_in(absence.cover, at, self._able)
        if cover is not None and cover not in apart_from:
            return cover
        team = None if owner is None else owner.team
        beside = [one for one in self._people if plan.role in one.roles and one.id not in apart_from and one.id != plan.owner]
        near = [one for one in beside if team is None or one.team == team]
        return self._one_of(near, plan, at)

    def supervisor(self, plan: ContactPlan, at: datetime, refused: frozenset[UUID] = _NOBODY) -> UUID:
        """The owner's own, else one of the team, else any: one on duty rather than one at home, one at home rather than one who is away."""
        owner = self._able.get(plan.owner) if plan.owner else None
        free = [one for one in self._people if Role.SUPERVISOR in one.roles and one.id not in refused]

        def nearness(one: Officer) -> tuple[bool, bool, bool]:
            away = self._roster.away(one.id, at) is not None
            return away, not (owner and one.id == owner.supervisor), not (owner and one.team == owner.team)

        chosen = sorted(free, key=nearness)
        if chosen and cannot_wait(plan):
            chosen = [one for one in chosen if self._roster.on_duty(one.id, at)] or chosen
        return chosen[0].id if chosen else NOBODY

    def inspector(self, named: Sequence[str], at: datetime, apart_from: frozenset[UUID] = _NOBODY) -> UUID | None:
        """The first of those named who is on duty, else the first who is not away; a name is a role or an e-mail address."""
        by_name = [one for name in named for one in self._people if name in one.roles or (one.email and one.email.casefold() == name)]
        free = [one for one in dict.fromkeys(one.id for one in by_name) if one not in apart_from]
        here = [one for one in free if self._roster.away(one, at) is None]
        return next((one for one in here if self._roster.on_shift(one, at)), next(iter(here or free), None))

    def holders(self, giver: UUID, at: datetime) -> Iterator[Officer]:
        """Whoever may be given a contact: one's own team first, those on duty before those who are away."""
        team = next((one.team for one in self._people if one.id == giver), None)
        others = [one for one in self._people if one.id != giver]
        yield from sorted(others, key=lambda one: (one.team != team, self._roster.away(one.id, at) is not None, one.name, one.id))

    def heir(self, plan: ContactPlan, team: str | None, held: dict[UUID, int], at: datetime) -> UUID | None:
        """The new owner where the old one is gone: the team's with the owning role and the fewest contacts, else any with the role, else a supervisor, else anybody."""
        with_role = [one for one in self._people if plan.role in one.roles]
        groups = (
            [one for one in with_role if one.team == team],
            with_role,
            [one for one in self._people if Role.SUPERVISOR in one.roles and one.team == team],
            [one for one in self._people if Role.SUPERVISOR in one.roles],
            self._people,
        )
        group = next((one for one in groups if one), [])
        here = [one for one in group if self._roster.away(one.id, at) is None] or group
        return min(here, key=lambda one: (held.get(one.id, 0), one.id)).id if here else None

    def may_hold(self, officer: UUID | None) -> bool:
        return officer in self._able

    def _one_of(self, officers: Sequence[Officer], plan: ContactPlan, at: datetime) -> UUID | None:
        """One on shift rather than one at home; always the same one for a plan while they stay the same."""
        here = [one.id for one in officers if self._roster.away(one.id, at) is None]
        chosen = [one for one in here if self._roster.on_shift(one, at)] or here
        return chosen[plan.id.int % len(chosen)] if chosen else None
