"""A supervisor sees the teams of whoever answers to them, however many steps below; anybody else sees their own contacts."""

from dataclasses import replace

from domain.followed import followed, teams_followed
from domain.officers import Role
from tests.people import EVERYONE, RESPONSE, SUPERVISOR, VLO, officer

SERGEANT = replace(officer("Sal Sergeant", Role.SUPERVISOR, team="south"), supervisor=SUPERVISOR.id)
THEIRS = replace(officer("Sam South", Role.VLO, team="far south"), supervisor=SERGEANT.id)
ELSEWHERE = officer("Ellis Else", Role.VLO, team="east")
FORCE = (*EVERYONE, SERGEANT, THEIRS, ELSEWHERE)


def test_a_supervisor_sees_teams_below_and_nobody_elses() -> None:
    assert teams_followed(SUPERVISOR, FORCE) == {"north", "south", "far south"}
    assert teams_followed(SERGEANT, FORCE) == {"south", "far south"}
    seen = followed(SUPERVISOR, FORCE)
    assert {VLO.id, SERGEANT.id, THEIRS.id} <= seen.keys()
    assert ELSEWHERE.id not in seen


def test_whoever_supervises_nobody_sees_their_own() -> None:
    assert followed(VLO, FORCE) == {VLO.id: VLO}
    assert teams_followed(RESPONSE, FORCE) == frozenset()


def test_two_who_supervise_each_other_are_no_trouble() -> None:
    one = replace(SERGEANT, supervisor=SUPERVISOR.id)
    other = replace(SUPERVISOR, supervisor=SERGEANT.id)
    assert teams_followed(other, [one, other]) == {"north", "south"}
