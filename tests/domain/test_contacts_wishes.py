"""What the protected person wants is kept within the force's limits, comes back by itself, and never stands in the way of what has happened."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from domain import contacts
from domain.contacts import ContactPlan, Event, Outcome, Risk, Why
from domain.errors import Outdated, Unreadable
from tests.domain.test_contacts_events import BEFORE, DAY, HOUR, NOON, quiet
from tests.orders import an_order

UNTIL = date(2026, 11, 26)


def at_nine(month: int, day: int, year: int = 2026) -> datetime:
    return datetime(year, month, day, 9, tzinfo=UTC)


def ahead(plan: ContactPlan) -> list[tuple[Why, datetime]]:
    return [(due.why, due.remind_at) for due in plan.ahead]


def test_an_agreed_frequency_counts_from_the_last_contact_and_holds_for_the_next() -> None:
    plan = contacts.agreed(quiet(), 10, NOON)
    assert (ahead(plan), plan.agreed_days, plan.round) == ([(Why.ROUTINE, at_nine(11, 30))], 10, quiet().round)
    again = contacts.contacted(plan, Outcome.SPOKE_SAFE, NOON + DAY)
    assert ahead(again) == [(Why.ROUTINE, at_nine(12, 1))]
    assert ahead(contacts.agreed(again, None, NOON + DAY)) == [(Why.ROUTINE, at_nine(11, 28))]


@pytest.mark.parametrize(("risk", "days"), [(Risk.HIGH, 15), (Risk.HIGH, 0), (Risk.MEDIUM, 57), (Risk.STANDARD, 91), (Risk.UNASSESSED, 15)])
def test_a_frequency_beyond_the_limits_is_refused_with_them(risk: Risk, days: int) -> None:
    with pytest.raises(Unreadable, match="may be agreed every 1 to"):
        contacts.agreed(quiet(risk), days, NOON)


def test_a_risk_that_is_raised_holds_what_was_agreed_to_its_own_limit() -> None:
    slow = contacts.agreed(quiet(Risk.STANDARD), 90, NOON)
    raised = contacts.assessed(slow, Risk.HIGH, "", [], NOON)
    assert (raised.agreed_days, ahead(raised)) == (90, [(Why.ROUTINE, at_nine(12, 4))])


def test_a_routine_contact_that_is_due_already_stays_owed_whatever_is_agreed() -> None:
    late = NOON + 8 * DAY
    plan = contacts.agreed(quiet(), 14, late)
    assert plan.ahead == quiet().ahead


def test_a_pause_leaves_the_orders_own_days_and_comes_back_by_itself() -> None:
    order = replace(BEFORE, return_hearing_on=date(2026, 11, 24))
    plan = contacts.paused(quiet(order=order), UNTIL, NOON)
    hearing = [(Why.RETURN_HEARING, at_nine(11, 23)), (Why.AFTER_HEARING, at_nine(11, 25))]
    assert ahead(plan)[:3] == [*hearing, (Why.PAUSE_OVER, at_nine(11, 26))]
    assert plan.paused_until == at_nine(11, 26)
    held = contacts.contacted(plan, Outcome.SPOKE_SAFE, at_nine(11, 25))
    assert ahead(held)[0] == (Why.PAUSE_OVER, at_nine(11, 26))
    back = contacts.contacted(held, Outcome.SPOKE_SAFE, at_nine(11, 26))
    assert ahead(back)[0] == (Why.ROUTINE, at_nine(12, 3))


def test_a_pause_outlasts_the_follow_ups_that_come_before_its_end_alone() -> None:
    hit = contacts.contacted(contacts.breached(quiet(Risk.MEDIUM), NOON), Outcome.SPOKE_SAFE, NOON)
    plan = contacts.paused(hit, date(2026, 11, 23), NOON)
    assert ahead(plan) == [(Why.PAUSE_OVER, at_nine(11, 23)), (Why.AFTER_BREACH, at_nine(11, 27))]


@pytest.mark.parametrize("until", [date(2026, 11, 20), date(2026, 11, 28)])
def test_a_pause_has_an_end_within_the_limit(until: date) -> None:
    with pytest.raises(Unreadable, match="from 1 to 7 days: until 27 November 2026 at the latest"):
        contacts.paused(quiet(), until, NOON)


@pytest.mark.parametrize("event", list(Event))
def test_whatever_happens_ends_a_pause_and_contact_goes_on_after_it(event: Event) -> None:
    plan = contacts.happened(contacts.paused(quiet(), UNTIL, NOON), event, NOON + HOUR)
    assert (plan.paused_until, plan.due.why) == (None, Why(event.value))
    assert ahead(contacts.contacted(plan, Outcome.SPOKE_SAFE, NOON + HOUR)) == [(Why.ROUTINE, at_nine(11, 27))]


def test_a_pause_may_end_sooner_and_only_once() -> None:
    plan = contacts.resumed(contacts.paused(quiet(), UNTIL, NOON), NOON + DAY)
    assert (plan.paused_until, ahead(plan)) == (None, [(Why.PAUSE_OVER, at_nine(11, 26))])
    early = contacts.resumed(contacts.paused(contacts.agreed(quiet(), 3, NOON), UNTIL, NOON), NOON + DAY)
    assert ahead(early) == [(Why.ROUTINE, at_nine(11, 23))]
    with pytest.raises(Outdated, match="not paused"):
        contacts.resumed(plan, NOON + DAY)


def test_a_refusal_is_looked_at_again_and_a_review_leads_to_the_next() -> None:
    plan = contacts.declined(quiet(order=BEFORE), NOON)
    assert (plan.declined_at, ahead(plan)[0]) == (NOON, (Why.DECLINE_REVIEW, at_nine(12, 18)))
    assert [why for why, _ in ahead(plan)[1:]] == [Why.NEAR_EXPIRY] * 3
    reviewed = contacts.contacted(plan, Outcome.SPOKE_SAFE, at_nine(12, 18))
    assert (Why.DECLINE_REVIEW, at_nine(1, 15, 2027)) in ahead(reviewed)


def test_after_what_happens_a_refusal_stands_and_after_a_breach_it_does_not() -> None:
    refused = contacts.declined(quiet(), NOON)
    released = contacts.happened(refused, Event.RELEASE, NOON + HOUR)
    assert (released.due.why, released.declined_at) == (Why.RELEASE, NOON)
    assert ahead(contacts.contacted(released, Outcome.SPOKE_SAFE, NOON + HOUR)) == [(Why.DECLINE_REVIEW, at_nine(12, 18))]
    hit = contacts.breached(refused, NOON + HOUR)
    assert (hit.due.why, hit.declined_at) == (Why.BREACH, None)
    after = contacts.contacted(contacts.contacted(hit, Outcome.SPOKE_SAFE, NOON + HOUR), Outcome.SPOKE_SAFE, NOON + 4 * DAY)
    assert after.due.why is Why.ROUTINE


def test_contact_that_is_wanted_again_goes_on_from_the_last_one() -> None:
    plan = contacts.wanted_again(contacts.declined(quiet(), NOON), NOON + 2 * DAY)
    assert (plan.declined_at, ahead(plan)) == (None, [(Why.ROUTINE, at_nine(11, 27))])
    with pytest.raises(Outdated, match="not recorded that the person wants no contact"):
        contacts.wanted_again(plan, NOON)


@pytest.mark.parametrize(
    "plan", [contacts.breached(quiet(), NOON), contacts.plan_for(an_order(), NOON), contacts.happened(quiet(), Event.MOVE, NOON)]
)
def test_a_first_contact_that_is_owed_is_made_before_anything_is_agreed(plan: ContactPlan) -> None:
    with pytest.raises(Outdated, match="Make it and record it first"):
        contacts.paused(plan, UNTIL, NOON)
    with pytest.raises(Outdated, match="Make it and record it first"):
        contacts.declined(plan, NOON)


def test_a_risk_is_lowered_with_a_reason_alone_and_what_is_owed_stays() -> None:
    with pytest.raises(Unreadable, match="Say why the risk is lower"):
        contacts.assessed(quiet(), Risk.STANDARD, " ", [], NOON)
    lower = contacts.assessed(quiet(), Risk.STANDARD, "respondent has left the country", [], NOON)
    assert (lower.risk, lower.ahead) == (Risk.STANDARD, quiet().ahead)
    assert ahead(contacts.contacted(lower, Outcome.SPOKE_SAFE, NOON)) == [(Why.ROUTINE, at_nine(1, 19, 2027))]


def test_a_first_assessment_needs_no_reason_and_none_is_unassessed_again() -> None:
    assert contacts.assessed(quiet(Risk.UNASSESSED), Risk.STANDARD, "", [], NOON).risk is Risk.STANDARD
    with pytest.raises(Unreadable, match="high, medium or standard"):
        contacts.assessed(quiet(), Risk.UNASSESSED, "why", [], NOON)


def test_a_raised_risk_brings_forward_what_is_owed_and_adds_the_days_before_the_end() -> None:
    plan = contacts.happened(quiet(Risk.STANDARD, BEFORE), Event.MOVE, NOON)
    raised = contacts.assessed(plan, Risk.HIGH, "", [BEFORE], NOON)
    assert (plan.due.must_by, raised.due.must_by) == (NOON + 3 * DAY, datetime(2026, 11, 21, tzinfo=UTC))
    assert [due.remind_at for due in raised.ahead if due.why is Why.NEAR_EXPIRY] == [at_nine(1, day, 2027) for day in (3, 17, 24)]


def test_the_same_risk_again_changes_nothing_that_is_owed() -> None:
    again = contacts.assessed(quiet(order=BEFORE), Risk.HIGH, "", [BEFORE], NOON)
    assert (again.ahead, again.remind_at) == (quiet(order=BEFORE).ahead, quiet().remind_at)
