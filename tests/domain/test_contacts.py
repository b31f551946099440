"""What is owed to a protected person, when, and what a breach, a contact or silence does to it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain import contacts
from domain.contacts import ContactPlan, Outcome, PlanState, Risk, Why, plan_for
from domain.officers import Role
from domain.orders import PartyRole
from tests.orders import a_party, an_order
from tests.people import VLO

# A Friday in winter, when London keeps UTC.
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def a_plan(risk: Risk = Risk.HIGH, now: datetime = NOON) -> ContactPlan:
    return plan_for(an_order(expires_at=None), now, risk)


def london(day: int, hour: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def test_a_first_contact_is_owed_the_same_day_and_again_within_two() -> None:
    plan = a_plan()
    assert (plan.remind_at, [due.must_by for due in plan.ahead]) == (NOON, [london(21), NOON + 48 * HOUR])
    assert [due.remind_at for due in plan.ahead] == [NOON, london(22, 9)]


def test_the_same_day_leaves_two_hours_even_late_at_night() -> None:
    night = london(20, 23)
    assert a_plan(now=night).due.must_by == night + 2 * HOUR


def test_the_second_contact_says_that_it_is_the_second() -> None:
    first, second = a_plan().ahead
    assert (first.why, second.why) == (Why.ORDER_KNOWN, Why.AFTER_KNOWN)
    joined = contacts.joined(a_plan(), an_order(expires_at=None), NOON + 3 * DAY)
    assert [due.why for due in joined.ahead] == [Why.ORDER_KNOWN, Why.AFTER_KNOWN, Why.ORDER_KNOWN, Why.AFTER_KNOWN]


def test_risk_that_nobody_assessed_counts_as_high() -> None:
    order = an_order()
    assert plan_for(order, NOON).ahead == plan_for(order, NOON, Risk.HIGH).ahead
    assert plan_for(order, NOON).risk is Risk.UNASSESSED


@pytest.mark.parametrize(("risk", "within"), [(Risk.MEDIUM, 24 * HOUR), (Risk.STANDARD, 72 * HOUR)])
def test_a_lower_risk_leaves_longer_for_the_first_contact(risk: Risk, within: timedelta) -> None:
    assert [due.must_by for due in a_plan(risk).ahead] == [NOON + within]


@pytest.mark.parametrize(("risk", "days"), [(Risk.HIGH, 7), (Risk.MEDIUM, 28), (Risk.STANDARD, 60)])
def test_routine_contact_follows_the_risk_from_nine_in_the_morning(risk: Risk, days: int) -> None:
    plan = replace(a_plan(risk), ahead=a_plan(risk).ahead[:1])
    after = contacts.contacted(plan, Outcome.SPOKE_SAFE, NOON)
    assert after.due.why is Why.ROUTINE
    assert (after.remind_at, after.due.must_by) == (london(20, 9) + days * DAY, london(21) + days * DAY)


def test_routine_contact_keeps_nine_in_london_when_the_clocks_change() -> None:
    plan = replace(a_plan(), ahead=a_plan().ahead[:1])
    into_summer = contacts.contacted(plan, Outcome.SPOKE_SAFE, datetime(2027, 3, 24, 15, 0, tzinfo=UTC))
    into_winter = contacts.contacted(plan, Outcome.SPOKE_SAFE, datetime(2026, 10, 21, 15, 0, tzinfo=UTC))
    assert into_summer.remind_at == datetime(2027, 3, 31, 8, 0, tzinfo=UTC)
    assert into_winter.remind_at == datetime(2026, 10, 28, 9, 0, tzinfo=UTC)


def test_the_day_of_a_contact_is_the_day_in_london() -> None:
    after_midnight = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
    plan = replace(a_plan(), ahead=a_plan().ahead[:1])
    assert contacts.contacted(plan, Outcome.SPOKE_SAFE, after_midnight).remind_at == datetime(2026, 7, 8, 8, 0, tzinfo=UTC)


def test_a_breach_asks_for_contact_now_after_a_day_and_after_three() -> None:
    plan = contacts.contacted(a_plan(), Outcome.SPOKE_SAFE, NOON + 47 * HOUR)
    breach_at = datetime(2026, 11, 24, 17, 0, tzinfo=UTC)
    after = contacts.breached(plan, breach_at)
    assert after.remind_at == breach_at
    assert [due.must_by for due in after.ahead[:3]] == [breach_at + 2 * HOUR, breach_at + 24 * HOUR, breach_at + 72 * HOUR]
    assert [due.remind_at for due in after.ahead[1:3]] == [london(25, 9), london(27, 9)]


@pytest.mark.parametrize(
    ("assessed", "steps"),
    [
        (Risk.HIGH, [2 * HOUR, 24 * HOUR, 72 * HOUR]),
        (Risk.MEDIUM, [24 * HOUR, 7 * DAY]),
        (Risk.STANDARD, [48 * HOUR, 14 * DAY]),
        (Risk.UNASSESSED, [2 * HOUR, 24 * HOUR, 72 * HOUR]),
    ],
)
def test_the_risk_that_was_assessed_with_a_breach_sets_its_contacts(assessed: Risk, steps: list[timedelta]) -> None:
    plan = contacts.contacted(plan_for(an_order(expires_at=None), NOON), Outcome.SPOKE_SAFE, NOON + 47 * HOUR)
    at = NOON + 48 * HOUR
    after = contacts.breached(replace(plan, ahead=plan.ahead[-1:]), at, assessed)
    follows = [due.must_by - at for due in after.ahead if due.why in (Why.BREACH, Why.AFTER_BREACH)]
    assert (after.risk, follows) == (assessed, steps)


@pytest.mark.parametrize("risk", list(Risk))
def test_a_breach_never_lowers_the_risk_of_a_plan(risk: Risk) -> None:
    found = [contacts.breached(a_plan(risk), NOON, one).risk for one in (Risk.HIGH, Risk.MEDIUM, Risk.STANDARD, Risk.UNASSESSED)]
    raised = {
        Risk.HIGH: [Risk.HIGH] * 4,
        Risk.MEDIUM: [Risk.HIGH, *[Risk.MEDIUM] * 3],
        Risk.STANDARD: [Risk.HIGH, Risk.MEDIUM, Risk.STANDARD, Risk.STANDARD],
        Risk.UNASSESSED: [Risk.HIGH, Risk.MEDIUM, Risk.STANDARD, Risk.UNASSESSED],
    }
    assert found == raised[risk]


def test_a_contact_after_a_breach_leaves_its_follow_ups_standing() -> None:
    after = contacts.contacted(contacts.breached(a_plan(), NOON), Outcome.SPOKE_SAFE, NOON + HOUR)
    assert after.due.why is Why.AFTER_BREACH
    assert (after.due.must_by, after.round) == (NOON + 24 * HOUR, 3)


def test_one_contact_settles_everything_that_was_due_by_then() -> None:
    late = contacts.contacted(contacts.breached(a_plan(), NOON), Outcome.SPOKE_SAFE, NOON + 5 * DAY)
    assert [due.why for due in late.ahead] == [Why.ROUTINE]


def test_contacts_before_the_end_of_an_order_outlast_the_routine() -> None:
    order = an_order(expires_at=datetime(2027, 1, 31, 23, 59, tzinfo=UTC))
    plan = plan_for(order, NOON, Risk.HIGH)
    near = [due.remind_at for due in plan.ahead if due.why is Why.NEAR_EXPIRY]
    assert near == [datetime(2027, 1, day, 9, tzinfo=UTC) for day in (3, 17, 24)]
    after = contacts.contacted(plan, Outcome.SPOKE_SAFE, NOON)
    assert [due.remind_at for due in after.ahead if due.why is Why.NEAR_EXPIRY] == near


def test_no_answer_is_tried_again_within_the_time_and_counted() -> None:
    plan = contacts.breached(a_plan(), NOON)
    first = contacts.contacted(plan, Outcome.NO_ANSWER, NOON + 30 * timedelta(minutes=1))
    second = contacts.contacted(first, Outcome.NO_ANSWER, NOON + 90 * timedelta(minutes=1))
    assert (first.remind_at, first.tell_supervisor) == (NOON + 90 * timedelta(minutes=1), False)
    assert (second.remind_at, second.tell_supervisor) == (NOON + 2 * HOUR, True)
    assert second.due == plan.due


def test_no_answer_after_the_time_is_still_tried_again() -> None:
    late = contacts.contacted(contacts.breached(a_plan(), NOON), Outcome.NO_ANSWER, NOON + 3 * HOUR)
    assert late.remind_at == NOON + 4 * HOUR


def test_an_answer_ends_the_count_of_no_answers() -> None:
    twice = replace(a_plan(), no_answers=2)
    assert contacts.contacted(twice, Outcome.SPOKE_SAFE, NOON).no_answers == 0


@pytest.mark.parametrize("missing", [{"phone": None}, {"safe_time_raw": None}, {"phone": None, "withheld": frozenset({"phone"})}])
def test_without_a_safe_contact_getting_one_comes_first_and_today(missing: dict[str, object]) -> None:
    plan = plan_for(an_order(applicant=a_party(role=PartyRole.APPLICANT, **missing)), NOON)
    assert (plan.due.why, plan.remind_at, plan.due.must_by) == (Why.GET_SAFE_CONTACT, NOON, london(21))
    assert [due.why for due in plan.ahead[:2]] == [Why.GET_SAFE_CONTACT, Why.ORDER_KNOWN]


def test_a_safe_contact_found_leaves_the_contact_itself_to_be_made() -> None:
    plan = plan_for(an_order(applicant=a_party(role=PartyRole.APPLICANT, phone=None)), NOON)
    after = contacts.contacted(plan, Outcome.GOT_SAFE_CONTACT, NOON + HOUR)
    assert (after.due.why, after.remind_at, after.last_contact_at) == (Why.ORDER_KNOWN, NOON + HOUR, None)


def test_a_breach_comes_before_the_search_for_a_safe_contact_and_does_not_replace_it() -> None:
    plan = contacts.breached(plan_for(an_order(applicant=a_party(role=PartyRole.APPLICANT, phone=None)), NOON), NOON)
    assert plan.due.why is Why.BREACH
    assert contacts.contacted(plan, Outcome.SPOKE_SAFE, NOON).due.why is Why.GET_SAFE_CONTACT


def test_without_a_postcode_the_orders_desk_owns_the_contact() -> None:
    nowhere = an_order(applicant=a_party(role=PartyRole.APPLICANT, postcode=None))
    assert (plan_for(nowhere, NOON).role, plan_for(an_order(), NOON).role) == (Role.ORDERS_DESK, Role.VLO)


def test_an_order_read_again_is_the_same_plan() -> None:
    order = an_order()
    assert plan_for(order, NOON).id == plan_for(order, NOON + DAY).id
    assert plan_for(order, NOON).id != plan_for(an_order(), NOON).id


def test_another_order_of_the_same_person_is_a_contact_owed_now_and_pushes_nothing_back() -> None:
    plan = contacts.contacted(a_plan(), Outcome.SPOKE_SAFE, NOON)
    pressing = contacts.breached(plan, NOON + DAY)
    second = an_order(expires_at=datetime(2027, 1, 31, 23, 59, tzinfo=UTC))
    after = contacts.joined(pressing, second, NOON + DAY + HOUR)
    assert (after.id, after.due, after.remind_at, after.round) == (plan.id, pressing.due, NOON + DAY + HOUR, pressing.round + 1)
    assert set(after.ahead) >= set(pressing.ahead)
    assert [due.why for due in after.ahead].count(Why.NEAR_EXPIRY) == 3
    assert [due.must_by for due in after.ahead if due.why in {Why.ORDER_KNOWN, Why.AFTER_KNOWN}] == [
        london(22),
        NOON + 2 * DAY,
        NOON + 3 * DAY + HOUR,
    ]


def test_a_plan_that_was_closed_opens_again_with_what_is_new_and_nothing_old() -> None:
    ended = contacts.closed(a_plan())
    assert (ended.state, ended.round, ended.version) == (PlanState.CLOSED, 2, 2)
    for again in (contacts.breached(ended, NOON + 9 * DAY), contacts.joined(ended, an_order(expires_at=None), NOON + 9 * DAY)):
        assert (again.state, again.remind_at) == (PlanState.OPEN, NOON + 9 * DAY)
        assert min(due.must_by for due in again.ahead) > NOON + 9 * DAY


def test_with_a_postcode_the_plan_is_a_liaison_officers_and_owes_what_it_owed() -> None:
    desks = plan_for(an_order(applicant=a_party(role=PartyRole.APPLICANT, postcode=None)), NOON)
    home = contacts.homed(desks, VLO.id)
    assert (home.role, home.owner, home.ahead, home.remind_at, home.round) == (Role.VLO, VLO.id, desks.ahead, desks.remind_at, desks.round)


def test_late_in_the_evening_too_it_is_the_breach_that_is_told_of_and_what_was_owed_before_midnight_is_not_pushed_back() -> None:
    late = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)
    known = plan_for(an_order(), late - timedelta(minutes=20))
    after = contacts.breached(known, late)
    contact = [due for due in after.ahead if due.why in (Why.BREACH, Why.ORDER_KNOWN)]
    assert [due.why for due in contact] == [Why.BREACH, Why.ORDER_KNOWN]
    assert contact[0].must_by == contact[1].must_by == late + timedelta(hours=1, minutes=40)
