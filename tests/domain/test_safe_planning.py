"""A contact finds its place among the safe windows: against a walk through the quarter hours of the days ahead."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import assume, given
from hypothesis import strategies as st

from domain.contacts import ContactPlan, Due, Outcome, PlanState, Why, breached, plan_for
from domain.safe_planning import (
    after_outcome,
    as_first_planned,
    brought_up,
    contact_slot,
    extended,
    extensions,
    has_no_other_window,
    in_window,
    needs_deciding,
    opening_after,
)
from domain.safe_windows import Window
from domain.safe_windows_read import read_windows
from tests.domain.test_safe_windows import moments, open_on_the_wall, some_windows, struck_twice
from tests.fakes.clock import NOON
from tests.orders import an_order

STEP = timedelta(minutes=15)
HOUR = timedelta(hours=1)
EVENINGS = read_windows("every day 6pm to 8pm").windows
NIGHTS = read_windows("Mondays 1am to 2am").windows


def owing(why: Why, remind_at: datetime, must_by: datetime) -> ContactPlan:
    return replace(plan_for(an_order(), NOON), ahead=(Due(why, remind_at, must_by),), remind_at=remind_at)


def quarters(since: datetime, until: datetime) -> list[datetime]:
    return [since + number * STEP for number in range(int((until - since) / STEP))]


plans = st.builds(
    lambda now, ahead, length: (now, owing(Why.ROUTINE, now + ahead * STEP, now + (ahead + length) * STEP)),
    moments,
    st.integers(0, 4 * 96),
    st.integers(1, 3 * 96),
)


@given(plans, some_windows)
def test_what_lies_ahead_is_brought_up_in_a_window_and_never_after_its_time(
    given: tuple[datetime, ContactPlan], windows: tuple[Window, ...]
) -> None:
    now, plan = given
    assume(plan.remind_at > now)
    placed = in_window(plan, windows, now)
    assert now <= placed.remind_at < plan.due.must_by
    assert placed.due == plan.due
    could = [at for at in quarters(now, plan.due.must_by) if open_on_the_wall(windows, at) and not struck_twice(at)]
    assert not could or open_on_the_wall(windows, placed.remind_at)


@given(plans, some_windows)
def test_a_supervisor_decides_exactly_where_nothing_is_open_before_the_time(
    given: tuple[datetime, ContactPlan], windows: tuple[Window, ...]
) -> None:
    now, plan = given
    could = [at for at in quarters(now, plan.due.must_by) if open_on_the_wall(windows, at)]
    assume(not any(struck_twice(at) for at in quarters(now, plan.due.must_by)))
    assert needs_deciding(plan, windows, now) == (not could)


@given(plans, some_windows)
def test_more_time_ends_with_a_window_that_opens_after_the_time_was_up(
    given: tuple[datetime, ContactPlan], windows: tuple[Window, ...]
) -> None:
    now, plan = given
    assume(needs_deciding(plan, windows, now))
    for slot in extensions(windows, plan.due):
        later = extended(plan, slot, now)
        assert later.due.must_by == slot.end > plan.due.must_by
        assert open_on_the_wall(windows, later.due.remind_at)
        assert not needs_deciding(later, windows, now)


def test_what_is_due_now_is_brought_up_now_and_again_when_the_window_opens() -> None:
    plan = owing(Why.BREACH, NOON, NOON + 12 * HOUR)
    assert in_window(plan, EVENINGS, NOON) == plan
    assert opening_after(plan, EVENINGS, NOON) == NOON + 6 * HOUR
    assert opening_after(plan, EVENINGS, NOON + 7 * HOUR) is None
    assert opening_after(owing(Why.BREACH, NOON, NOON + HOUR), EVENINGS, NOON) is None


def test_after_not_safe_to_talk_the_window_that_is_open_is_not_taken_again() -> None:
    open_now = NOON + 6 * HOUR
    plan = owing(Why.ROUTINE, open_now, open_now + 25 * HOUR)
    assert after_outcome(plan, Outcome.NOT_SAFE_TO_TALK, EVENINGS, open_now).remind_at == open_now + 24 * HOUR
    assert after_outcome(plan, Outcome.NO_ANSWER, EVENINGS, open_now).remind_at < open_now + 2 * HOUR
    assert not has_no_other_window(plan, EVENINGS, open_now)
    assert has_no_other_window(owing(Why.ROUTINE, open_now, open_now + 3 * HOUR), EVENINGS, open_now)


def test_a_task_and_a_closed_plan_have_no_window() -> None:
    task = owing(Why.GET_SAFE_CONTACT, NOON, NOON + HOUR)
    closed = replace(owing(Why.ROUTINE, NOON, NOON + HOUR), state=PlanState.CLOSED)
    for plan in (task, closed):
        assert contact_slot(plan, NIGHTS, NOON) is None
        assert not needs_deciding(plan, NIGHTS, NOON)


def test_new_windows_place_a_contact_anew_from_its_own_time() -> None:
    own = NOON + timedelta(days=1)
    plan = owing(Why.ROUTINE, own, own + timedelta(days=1))
    moved = in_window(plan, EVENINGS, NOON)
    assert moved.remind_at == own + 6 * HOUR
    assert as_first_planned(moved, NOON).remind_at == own


def test_a_breach_in_the_night_with_no_window_in_time_is_for_a_supervisor() -> None:
    night = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)
    plan = breached(plan_for(an_order(), NOON), night)
    assert needs_deciding(plan, EVENINGS, night)
    assert brought_up(plan, night).version == plan.version + 1
