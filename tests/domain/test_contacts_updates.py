"""What the victim must be told is owed until somebody says that it was told: no contact settles it, and it puts nothing off."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain import contacts
from domain.contacts import Due, Outcome, PlanState, Risk, Why, follows_a_breach, plan_for
from domain.contacts.plans import by_urgency
from tests.domain.test_contacts_properties import histories, lived, moments, risks
from tests.fakes.clock import NOON
from tests.orders import an_order

HOUR = timedelta(hours=1)
BY = NOON + 20 * HOUR
waits = st.lists(st.integers(-3 * 24 * 60, 5 * 24 * 60), min_size=1, max_size=3)


@given(risks, moments, histories, waits)
def test_an_update_puts_no_contact_off_and_is_brought_up_at_once(
    risk: Risk, start: datetime, history: list[tuple[str, int]], minutes: list[int]
) -> None:
    plan, now = lived(risk, start, history)
    due = [now + timedelta(minutes=one) for one in minutes]
    after = contacts.update_owed(plan, due, now)
    assert set(plan.ahead) <= set(after.ahead)
    assert after.due.must_by == min(plan.due.must_by, *due)
    assert after.remind_at == now
    assert (after.version, after.round) == (plan.version + 1, plan.round + 1)


@given(risks, moments, histories, waits, st.sampled_from(list(Outcome)))
def test_no_contact_settles_an_update(
    risk: Risk, start: datetime, history: list[tuple[str, int]], minutes: list[int], outcome: Outcome
) -> None:
    plan, now = lived(risk, start, history)
    owed = contacts.update_owed(plan, [now + timedelta(minutes=one) for one in minutes], now)
    updates = {due for due in owed.ahead if due.why is Why.VICTIM_UPDATE}
    assert updates <= set(contacts.contacted(owed, outcome, now).ahead)


@given(risks, moments, histories, waits)
def test_once_all_is_told_the_plan_owes_what_it_owed_before(
    risk: Risk, start: datetime, history: list[tuple[str, int]], minutes: list[int]
) -> None:
    plan, now = lived(risk, start, history)
    owed = contacts.update_owed(plan, [now + timedelta(minutes=one) for one in minutes], now)
    assert contacts.updates_told(owed, [], now).ahead == plan.ahead
    assert contacts.updates_told(owed, [due.must_by for due in owed.ahead], now).ahead == owed.ahead


def test_a_plan_with_nothing_else_ahead_goes_on_with_its_routine() -> None:
    plan = contacts.plan_for(an_order(), NOON, Risk.HIGH)
    alone = contacts.updates_told(contacts.update_owed(contacts.closed(plan), [BY], NOON), [], NOON)
    assert [due.why for due in alone.ahead] == [Why.ROUTINE]


def test_a_closed_plan_opens_again_and_the_contact_is_said_to_follow_a_breach() -> None:
    owed = contacts.update_owed(contacts.closed(plan_for(an_order(), NOON)), [BY], NOON)
    assert (owed.state, owed.ahead, follows_a_breach(owed)) == (PlanState.OPEN, (Due(Why.VICTIM_UPDATE, NOON, BY),), True)


def test_of_several_by_the_same_moment_the_same_one_always_comes_first() -> None:
    equals = by_urgency(Due(why, NOON, BY) for why in reversed(Why))
    assert [due.why for due in equals[:2]] == [Why.GET_SAFE_CONTACT, Why.BREACH]
    planned = [
        due.why for due in equals if due.why in {Why.NEAR_EXPIRY, Why.ROUTINE, Why.RETURN_HEARING, Why.PAUSE_OVER, Why.DECLINE_REVIEW}
    ]
    assert planned == [Why.NEAR_EXPIRY, Why.ROUTINE, Why.RETURN_HEARING, Why.PAUSE_OVER, Why.DECLINE_REVIEW]
