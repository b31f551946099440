"""Whoever is told of a contact may make contacts and is here, as long as anybody is."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.contacts import ContactPlan, Due, Why, plan_for
from domain.duty import Absence, Kind, Roster, Shift
from domain.duty_people import OnDuty, settled
from domain.london import to_london
from domain.officers import Officer, Role
from domain.outbox import NOBODY
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import RESPONSE, officer

HOUR = timedelta(hours=1)
VLOS = [officer(f"Vlo Number-{number}", Role.VLO, team=team) for number, team in enumerate(["north", "north", "south"])]
CHIEFS = [officer(f"Chief Number-{number}", Role.SUPERVISOR, team=team) for number, team in enumerate(["north", "south"])]
PEOPLE = (*VLOS, *CHIEFS, RESPONSE)
OFFICE = tuple(Shift(day, time(8), time(16)) for day in range(5))
NIGHTS = tuple(Shift(day, time(22), time(6)) for day in range(7))


def a_plan(owner: Officer | None = VLOS[0], why: Why = Why.ROUTINE, hours: int = 30) -> ContactPlan:
    due = Due(why, NOON, NOON + hours * HOUR)
    return replace(plan_for(an_order(), NOON), owner=owner.id if owner else None, ahead=(due,), remind_at=NOON)


def away(one: Officer, cover: Officer | None = None) -> Absence:
    return Absence(
        one.id,
        one.id,
        to_london(NOON).date(),
        to_london(NOON).date() + timedelta(days=1),
        Kind.LEAVE,
        cover.id if cover else None,
        one.id,
        NOON,
    )


def duty(*absences: Absence, shifts: dict[UUID, tuple[Shift, ...]] | None = None, people: tuple[Officer, ...] = PEOPLE) -> OnDuty:
    return OnDuty(people, Roster(absences, shifts))


absent = st.lists(st.tuples(st.sampled_from(PEOPLE), st.sampled_from([None, *PEOPLE])), max_size=5)
patterns = st.dictionaries(st.sampled_from([one.id for one in PEOPLE]), st.sampled_from([OFFICE, NIGHTS]), max_size=4)


@given(
    absent, patterns, st.sampled_from([None, *PEOPLE]), st.sampled_from([Why.ROUTINE, Why.BREACH]), st.integers(0, 60), st.integers(1, 60)
)
def test_the_one_reminded_may_make_contacts_and_is_here_where_anybody_is(
    gone: list[tuple[Officer, Officer | None]],
    shifts: dict[UUID, tuple[Shift, ...]],
    owner: Officer | None,
    why: Why,
    later: int,
    left: int,
) -> None:
    roster = Roster([away(*one) for one in gone], shifts)
    plan, at = a_plan(owner, why, later + left), NOON + later * HOUR
    who, when = OnDuty(PEOPLE, roster).owners(plan, at)
    able = [one for one in PEOPLE if one is not RESPONSE]
    beside = [one for one in able if Role.SUPERVISOR in one.roles]
    assert who in {one.id for one in able}
    assert at <= when <= max(at, plan.due.must_by - HOUR)
    assert when == at or (why is not Why.BREACH and roster.on_duty(who, when))
    assert roster.away(who, when) is None or not [one for one in beside if roster.away(one.id, when) is None]


def test_while_the_owner_is_away_the_cover_has_it() -> None:
    assert duty(away(VLOS[0], VLOS[2])).owners(a_plan(), NOON) == (VLOS[2].id, NOON)
    assert duty(away(VLOS[0])).owners(a_plan(), NOON) == (VLOS[1].id, NOON)
    assert duty(away(VLOS[0], VLOS[1]), away(VLOS[1], VLOS[2])).owners(a_plan(), NOON) == (VLOS[2].id, NOON)
    assert duty(away(VLOS[0]), away(VLOS[1])).owners(a_plan(), NOON) == (CHIEFS[0].id, NOON)


def test_what_can_wait_waits_for_the_shift_and_what_cannot_goes_to_whoever_is_on_duty() -> None:
    evening = NOON + 8 * HOUR
    office = duty(shifts={VLOS[0].id: OFFICE})
    morning = datetime(2026, 11, 23, 8, tzinfo=UTC)
    assert office.owners(a_plan(hours=90), evening) == (VLOS[0].id, morning)
    assert office.owners(a_plan(hours=30), evening) == (VLOS[1].id, evening)
    assert office.owners(a_plan(why=Why.BREACH, hours=90), evening) == (VLOS[1].id, evening)


def test_where_nobody_else_is_on_duty_the_owner_has_it_at_once() -> None:
    alone = duty(shifts={VLOS[0].id: OFFICE}, people=(VLOS[0],))
    assert alone.owners(a_plan(hours=9), NOON + 8 * HOUR) == (VLOS[0].id, NOON + 8 * HOUR)


def test_a_colleague_is_needed_only_where_the_owner_cannot_have_it() -> None:
    roster = Roster([away(VLOS[0])], {VLOS[1].id: NIGHTS})
    assert settled(roster, a_plan(), VLOS[0].id, NOON) is None
    assert settled(roster, a_plan(VLOS[1]), VLOS[1].id, NOON) == (VLOS[1].id, NOON + 10 * HOUR)
    assert settled(roster, a_plan(VLOS[1], Why.BREACH), VLOS[1].id, NOON) is None
    assert settled(roster, a_plan(VLOS[2]), VLOS[2].id, NOON) == (VLOS[2].id, NOON)


def test_the_deputy_is_the_cover_or_a_colleague_of_the_team_and_never_who_was_told() -> None:
    assert duty().deputy(a_plan(), NOON) == VLOS[1].id
    assert duty().deputy(a_plan(), NOON, frozenset({VLOS[1].id})) is None
    assert duty(away(VLOS[0], VLOS[2])).deputy(a_plan(), NOON) == VLOS[2].id
    assert duty(away(VLOS[0], VLOS[2])).deputy(a_plan(), NOON, frozenset({VLOS[2].id})) == VLOS[1].id
    assert duty(away(VLOS[1])).deputy(a_plan(), NOON) is None


def test_the_supervisor_is_the_owners_own_while_here() -> None:
    mine = replace(VLOS[0], supervisor=CHIEFS[1].id)
    people = (mine, *VLOS[1:], *CHIEFS)
    assert duty(people=people).supervisor(a_plan(), NOON) == CHIEFS[1].id
    assert duty(away(CHIEFS[1]), people=people).supervisor(a_plan(), NOON) == CHIEFS[0].id
    assert duty(people=people).supervisor(a_plan(), NOON, frozenset({CHIEFS[1].id})) == CHIEFS[0].id
    assert duty().supervisor(a_plan(), NOON) == CHIEFS[0].id
    assert duty(people=(*VLOS,)).supervisor(a_plan(), NOON) == NOBODY
    breach = a_plan(why=Why.BREACH)
    assert duty(shifts={CHIEFS[0].id: NIGHTS}).supervisor(breach, NOON) == CHIEFS[1].id


def test_the_duty_inspector_is_the_first_named_who_is_on_duty() -> None:
    chiefs = [replace(one, email=f"{number}@force.example") for number, one in enumerate(CHIEFS)]
    named = tuple(one.email for one in reversed(chiefs))
    people = (*VLOS, *chiefs)
    assert duty(people=people).inspector(named, NOON) == chiefs[1].id
    assert duty(people=people, shifts={chiefs[1].id: NIGHTS}).inspector(named, NOON) == chiefs[0].id
    assert duty(away(chiefs[1]), people=people).inspector(named, NOON) == chiefs[0].id
    assert duty(away(chiefs[1]), away(chiefs[0]), people=people).inspector(named, NOON) == chiefs[1].id
    assert duty(people=people).inspector(["nobody@force.example"], NOON) is None
    assert duty(people=people).inspector([Role.SUPERVISOR.value], NOON, frozenset({chiefs[0].id})) == chiefs[1].id


def test_ones_own_team_is_offered_first_and_those_who_are_away_last() -> None:
    names = [one.name for one in duty(away(VLOS[1])).holders(VLOS[0].id, NOON)]
    assert names == ["Chief Number-0", "Vlo Number-1", "Chief Number-1", "Vlo Number-2"]


def test_a_leavers_contact_goes_to_the_team_evenly_else_to_the_role_else_to_a_supervisor() -> None:
    assert duty().heir(a_plan(), "north", {VLOS[0].id: 3, VLOS[1].id: 2}, NOON) == VLOS[1].id
    assert duty(away(VLOS[1])).heir(a_plan(), "north", {VLOS[0].id: 3, VLOS[1].id: 2}, NOON) == VLOS[0].id
    assert duty(people=(VLOS[2], *CHIEFS)).heir(a_plan(), "north", {}, NOON) == VLOS[2].id
    assert duty(people=(*CHIEFS,)).heir(a_plan(), "south", {}, NOON) == CHIEFS[1].id
    assert duty(people=(RESPONSE,)).heir(a_plan(), "north", {}, NOON) is None
