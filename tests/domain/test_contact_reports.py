"""What was on time in a week: against a second reckoning that goes through the week contact by contact."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import contacts
from domain.contact_reports import NO_TEAM, ContactTry, Kept, Week, kept_on_time, last_week, of_risks, tries_of
from domain.contacts import ContactPlan, Due, Outcome, Risk, Why, plan_for
from domain.london import LONDON
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import SUPERVISOR, VLO

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
MONDAY = date(2026, 10, 19)
WEEK = Week(MONDAY)
TEAMS = {VLO.id: "north", SUPERVISOR.id: "south"}
PLAN = replace(plan_for(an_order(), NOON), owner=VLO.id, risk=Risk.MEDIUM)
START = datetime(2026, 10, 12, tzinfo=UTC)
HOURS = st.integers(0, 21 * 24).map(lambda hours: START + hours * HOUR)
RISKS = st.sampled_from(Risk)
OWNERS = st.sampled_from([VLO.id, SUPERVISOR.id, None])
WHY = st.sampled_from([Why.ROUTINE, Why.BREACH, Why.VICTIM_UPDATE])


def a_plan(number: int, dues: list[tuple[Why, datetime]], risk: Risk, owner: UUID | None) -> ContactPlan:
    ahead = tuple(Due(why, must_by - DAY, must_by) for why, must_by in sorted(dues, key=lambda one: one[1]))
    return replace(PLAN, id=UUID(int=number), ahead=ahead, risk=risk, owner=owner)


PLANS = st.lists(st.tuples(st.lists(st.tuples(WHY, HOURS), min_size=1, max_size=3), RISKS, OWNERS), max_size=5).map(
    lambda listed: [a_plan(number, *one) for number, one in enumerate(listed)]
)
TRIES = st.lists(
    st.builds(
        ContactTry,
        st.integers(0, 5).map(lambda number: UUID(int=number)),
        HOURS,
        st.just(VLO.id),
        st.sampled_from([Why.ROUTINE, Why.BREACH]),
        HOURS,
        RISKS,
        st.sampled_from(Outcome),
        OWNERS,
    ),
    max_size=12,
    unique_by=lambda one: (one.plan, one.why, one.must_by, one.at),
)


def slow(tries: list[ContactTry], owed: list[ContactPlan]) -> dict[tuple[str, Risk], Kept]:
    """Each contact that had to be made on one of the seven days, asked one by one who tried it first and when."""
    days = [MONDAY + at * DAY for at in range(7)]
    wanted = {(one.plan, one.why, one.must_by) for one in tries} | {
        (plan.id, due.why, due.must_by) for plan in owed for due in plan.ahead if due.why is not Why.VICTIM_UPDATE
    }
    found: dict[tuple[str, Risk], Kept] = {}
    for plan_id, why, must_by in wanted:
        # Whoever has until midnight has until the end of the day before.
        if (must_by - timedelta(microseconds=1)).astimezone(LONDON).date() not in days:
            continue
        theirs = sorted((one for one in tries if (one.plan, one.why, one.must_by) == (plan_id, why, must_by)), key=lambda one: one.at)
        of = theirs[0] if theirs else next(plan for plan in owed if plan.id == plan_id)
        risk = {Risk.UNASSESSED: Risk.HIGH}.get(of.risk, of.risk)
        group = (TEAMS[of.owner] if of.owner else NO_TEAM, risk)
        before = found.get(group, Kept())
        found[group] = Kept(before.due + 1, before.on_time + (bool(theirs) and theirs[0].at <= must_by))
    return found


@given(tries=TRIES, owed=PLANS)
def test_on_time_is_the_same_when_every_contact_is_looked_at_by_itself(tries: list[ContactTry], owed: list[ContactPlan]) -> None:
    # A plan cannot owe one contact twice.
    owed = [replace(plan, ahead=tuple(dict.fromkeys(plan.ahead))) for plan in owed]
    reckoned = kept_on_time(WEEK, tries, owed, TEAMS)
    assert reckoned == slow(tries, owed)
    assert sum(one.due for one in of_risks(reckoned).values()) == sum(one.due for one in reckoned.values())


def a_try(at: datetime, must_by: datetime = NOON, outcome: Outcome = Outcome.SPOKE_SAFE) -> ContactTry:
    return ContactTry(PLAN.id, at, VLO.id, Why.ROUTINE, must_by, Risk.MEDIUM, outcome, VLO.id)


@pytest.mark.parametrize(("at", "on_time"), [(NOON - HOUR, 1), (NOON, 1), (NOON + HOUR, 0)])
def test_a_try_that_nobody_answered_counts_where_it_was_in_time(at: datetime, on_time: int) -> None:
    week = Week(date(2026, 11, 16))
    assert kept_on_time(week, [a_try(at, outcome=Outcome.NO_ANSWER)], [], TEAMS) == {("north", Risk.MEDIUM): Kept(1, on_time)}


def test_a_later_try_makes_no_late_one_of_the_first() -> None:
    week = Week(date(2026, 11, 16))
    kept = kept_on_time(week, [a_try(NOON + HOUR), a_try(NOON - HOUR, outcome=Outcome.NO_ANSWER)], [], TEAMS)
    assert kept == {("north", Risk.MEDIUM): Kept(1, 1)}
    assert of_risks(kept)[Risk.HIGH].percent is None


def test_a_hundred_per_cent_is_all_of_them() -> None:
    assert (Kept(200, 199).percent, Kept(200, 200).percent, Kept(3, 0).percent) == (99, 100, 0)


@pytest.mark.parametrize(
    ("now", "monday"),
    [
        (datetime(2026, 11, 20, 12, tzinfo=UTC), date(2026, 11, 9)),
        (datetime(2026, 11, 23, 8, tzinfo=UTC), date(2026, 11, 16)),
        (datetime(2026, 10, 25, 23, 30, tzinfo=UTC), date(2026, 10, 12)),
        (datetime(2027, 3, 28, 23, 30, tzinfo=UTC), date(2027, 3, 22)),
    ],
)
def test_the_last_week_is_the_one_that_has_ended_in_london(now: datetime, monday: date) -> None:
    assert last_week(now) == Week(monday)


def test_a_week_with_a_change_of_the_clocks_is_an_hour_longer_or_shorter() -> None:
    lengths = [Week(monday).until - Week(monday).since for monday in (date(2026, 10, 19), date(2027, 3, 22), date(2026, 11, 9))]
    assert lengths == [7 * DAY + HOUR, 7 * DAY - HOUR, 7 * DAY]


def test_a_contact_settles_what_had_come_up_and_nothing_that_was_still_to_come() -> None:
    breached = contacts.breached(plan_for(an_order(), NOON - 2 * DAY, Risk.HIGH), NOON)
    after = contacts.contacted(breached, Outcome.SPOKE_SAFE, NOON + HOUR)
    tried = tries_of(breached, after, VLO.id, Outcome.SPOKE_SAFE, NOON + HOUR)
    assert {one.why for one in tried} == {Why.BREACH, Why.ORDER_KNOWN, Why.AFTER_KNOWN}
    silent = contacts.contacted(breached, Outcome.NO_ANSWER, NOON + HOUR)
    assert [one.must_by for one in tries_of(breached, silent, VLO.id, Outcome.NO_ANSWER, NOON + HOUR)] == [breached.due.must_by]


def test_a_task_is_no_contact() -> None:
    lacking = plan_for(an_order(applicant=replace(an_order().applicant, phone="")), NOON)
    found = contacts.contacted(lacking, Outcome.GOT_SAFE_CONTACT, NOON)
    assert lacking.due.why is Why.GET_SAFE_CONTACT
    assert tries_of(lacking, found, VLO.id, Outcome.GOT_SAFE_CONTACT, NOON) == []
