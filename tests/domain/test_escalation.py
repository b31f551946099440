"""Step after step: whatever the times and the deadline, the ladder is climbed in its order and a supervisor hears of it when the time is up."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.contacts import ContactPlan, Due, Risk, Why, plan_for
from domain.duty_rules import LADDERS, DutyRules, Ladder
from domain.escalation import Step, held_until, next_step, without_deputy, without_inspector
from domain.outbox import DEPUTY, HANDED_OVER, INSPECTOR, NO_ANSWER, NUDGE, OPENING, REMIND, REPEAT, STILL_OPEN, SUPERVISOR, UNREACHABLE
from tests.fakes.clock import NOON
from tests.orders import an_order

MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)
RULES = DutyRules()
minutes = st.integers(5, 5_000)
ladders = st.lists(minutes, min_size=4, max_size=4, unique=True).map(lambda some: Ladder(*(one * MINUTE for one in sorted(some))))


def a_plan(minutes: int, risk: Risk = Risk.HIGH) -> ContactPlan:
    """Reminded of at noon, and to be made so many minutes later."""
    return replace(plan_for(an_order(), NOON, risk), ahead=(Due(Why.ROUTINE, NOON, NOON + minutes * MINUTE),), remind_at=NOON)


def climbed(rules: DutyRules, plan: ContactPlan, steps: int = 9) -> list[tuple[str, float]]:
    """Each stage sent at its own time, in minutes after the first."""
    told: list[tuple[str, float]] = []
    stage, now = REMIND, NOON
    while len(told) < steps and (step := next_step(rules, plan, stage, now)) is not None:
        stage, now = step.stage, step.at
        told.append((stage, (now - NOON) / MINUTE))
    return told


def reckoned(ladder: Ladder, deadline: int) -> list[tuple[str, float]]:
    """By another way: the whole ladder laid beside the deadline."""
    at = [one / MINUTE for one in (ladder.repeat, ladder.deputy, ladder.supervisor, ladder.inspector)]
    rungs = [(name, one) for name, one in zip((REPEAT, DEPUTY, SUPERVISOR, INSPECTOR), at, strict=True) if one <= deadline]
    days = DAY / MINUTE
    if len(rungs) == 4:
        late = deadline if at[3] < deadline else deadline + days
        return [*rungs, *((f"overdue-{2 + number}", late + number * days) for number in range(9))][:9]
    inspected = deadline + at[3] - at[2]
    daily = ((f"overdue-{2 + number}", inspected + (number + 1) * days) for number in range(9))
    return [*rungs, ("overdue-1", deadline), (INSPECTOR, inspected), *daily][:9]


@given(ladders, st.integers(1, 20_000))
def test_the_ladder_is_climbed_beside_the_deadline(ladder: Ladder, deadline: int) -> None:
    rules = DutyRules(ladders=dict.fromkeys(LADDERS, ladder))
    assert climbed(rules, a_plan(deadline)) == reckoned(ladder, deadline)


@given(
    ladders,
    st.integers(-5_000, 20_000),
    st.sampled_from([REMIND, REPEAT, DEPUTY, SUPERVISOR, INSPECTOR, UNREACHABLE, STILL_OPEN, "overdue-7"]),
)
def test_whatever_was_sent_somebody_hears_of_it_by_the_deadline_or_within_a_day(ladder: Ladder, deadline: int, sent: str) -> None:
    rules = DutyRules(ladders=dict.fromkeys(LADDERS, ladder))
    step = next_step(rules, a_plan(deadline), sent, NOON)
    assert step is not None
    assert NOON <= step.at <= max(NOON + DAY, NOON + deadline * MINUTE)


def test_the_house_tells_in_these_times() -> None:
    hours = {risk: [one / timedelta(hours=1) for one in vars(ladder).values()] for risk, ladder in LADDERS.items()}
    assert hours == {Risk.HIGH: [0.5, 2, 4, 8], Risk.MEDIUM: [4, 12, 24, 36], Risk.STANDARD: [24, 36, 48, 72]}
    assert RULES.ladder(Risk.UNASSESSED) == LADDERS[Risk.HIGH]


def test_a_word_that_changes_nothing_is_followed_by_nothing() -> None:
    assert [next_step(RULES, a_plan(99), stage, NOON) for stage in (NO_ANSWER, f"{NUDGE}-1", OPENING)] == [None] * 3


def test_a_new_owner_who_is_not_due_yet_has_a_reminder_to_come() -> None:
    later = replace(a_plan(9_000), remind_at=NOON + DAY)
    assert next_step(RULES, later, HANDED_OVER, NOON) is None
    assert next_step(RULES, later, HANDED_OVER, NOON + DAY) == Step(REPEAT, NOON + DAY + 30 * MINUTE)


@given(st.integers(-3_000, 30_000), st.sampled_from(list(Risk)))
def test_what_somebody_has_is_told_to_nobody_else_before_its_time_and_to_a_supervisor_then(deadline: int, risk: Risk) -> None:
    plan = replace(a_plan(deadline, risk), acknowledged_at=NOON)
    step = held_until(RULES, plan, NOON)
    reminded = step.stage == STILL_OPEN
    opened = next_step(RULES, plan, STILL_OPEN, step.at) if reminded else step
    assert reminded is (deadline >= 120)
    assert opened is not None
    assert (opened.stage, opened.at >= plan.due.must_by, opened.at > NOON or deadline == 0) == ("overdue-1", True, True)
    assert step.at <= max(plan.due.must_by, NOON + RULES.ladder(risk).deputy)


@given(ladders, st.integers(-3_000, 30_000))
def test_where_a_rung_is_missing_the_next_one_stands_in_its_place(ladder: Ladder, deadline: int) -> None:
    rules, plan = DutyRules(ladders=dict.fromkeys(LADDERS, ladder)), a_plan(deadline)
    repeated = NOON + ladder.repeat
    expected = min(NOON + ladder.supervisor, max(repeated, plan.due.must_by))
    assert without_deputy(rules, plan, repeated).at == expected
    assert without_inspector(plan, NOON).at == (plan.due.must_by if deadline > 0 else NOON + DAY)
