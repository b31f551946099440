"""Whose contacts an officer may see: their own, and for a supervisor those of every team that is theirs."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from domain.officers import Officer, Permission


def followed(officer: Officer, people: Iterable[Officer]) -> dict[UUID, Officer]:
    """Themselves; with the permission, everybody of their own team and of the teams of whoever answers to them, however many steps below."""
    if not officer.may(Permission.SEE_TEAM_CONTACTS):
        return {officer.id: officer}
    everybody = list(people)
    teams = teams_followed(officer, everybody)
    return {officer.id: officer} | {one.id: one for one in everybody if one.team in teams}


def teams_followed(officer: Officer, people: Iterable[Officer]) -> frozenset[str]:
    """None for whoever supervises nobody."""
    if not officer.may(Permission.SEE_TEAM_CONTACTS):
        return frozenset()
    under: defaultdict[UUID, list[Officer]] = defaultdict(list)
    for one in people:
        if one.supervisor is not None:
            under[one.supervisor].append(one)
    teams, seen, ahead = {officer.team}, {officer.id}, [officer.id]
    while ahead:
        for one in under.pop(ahead.pop(), []):
            teams.add(one.team)
            if one.id not in seen:
                seen.add(one.id)
                ahead.append(one.id)
    return frozenset(teams - {""})
