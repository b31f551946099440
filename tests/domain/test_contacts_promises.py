"""Over any history of a case, under any policy of a force, the next contact comes by the time that was promised: a second reckoning says when that is."""

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from domain import contacts
from domain.contacts import Event, PlanState, Risk, Timetable, Why
from domain.contacts.plans import TASKS
from tests.domain.contact_promises import (
    DAY,
    EPOCH,
    ORDER,
    SEVERITY,
    Act,
    histories,
    lived,
    moments,
    next_contact,
    promise,
    timetables,
    today,
)
from tests.orders import an_order

risks = st.sampled_from(list(Risk))
later = st.integers(0, 30 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


@settings(max_examples=400)
@given(risks, moments, histories, timetables)
def test_the_next_contact_is_never_later_than_was_promised(risk: Risk, start: datetime, history: list[Act], by: Timetable) -> None:
    life = lived(risk, start, history, by)
    assert next_contact(life.plan) <= life.promises.latest


@given(risks, moments, histories, timetables)
def test_an_open_plan_always_owes_a_contact_and_reminds_of_it_before_its_time(
    risk: Risk, start: datetime, history: list[Act], by: Timetable
) -> None:
    plan = lived(risk, start, history, by).plan
    assert plan.state is PlanState.OPEN
    assert [due for due in plan.ahead if due.why not in TASKS]
    assert all(due.remind_at < due.must_by for due in plan.ahead)
    assert [due.must_by for due in plan.ahead] == sorted(due.must_by for due in plan.ahead)


@given(risks, moments, histories, timetables, later, st.sampled_from(list(Event)), st.integers(0, 300))
def test_what_happens_pushes_nothing_back_and_is_told_of_now(
    risk: Risk, start: datetime, history: list[Act], by: Timetable, wait: timedelta, event: Event, ago: int
) -> None:
    life = lived(risk, start, history, by)
    now = life.now + wait
    after = contacts.happened(life.plan, event, now, now - timedelta(hours=ago), by)
    assert set(life.plan.ahead) <= set(after.ahead)
    assert after.remind_at == now
    owed = [due for due in after.ahead if due.why is Why(event.value) and due.remind_at == now]
    assert owed[0].must_by <= promise(by.of(life.plan.risk).events[event][0], now - timedelta(hours=ago), now)
    assert now < owed[0].must_by
    assert after.paused_until is None


@given(risks, moments, histories, timetables, later, risks)
def test_a_breach_pushes_nothing_back_and_ends_pause_and_refusal(
    risk: Risk, start: datetime, history: list[Act], by: Timetable, wait: timedelta, assessed: Risk
) -> None:
    life = lived(risk, start, history, by)
    now = life.now + wait
    after = contacts.breached(life.plan, now, assessed, by)
    assert set(life.plan.ahead) <= set(after.ahead)
    assert next_contact(after) <= next_contact(life.plan)
    assert (after.remind_at, after.paused_until, after.declined_at) == (now, None, None)


AUTOMATIC = ("known", "breach", "event", "spoke", "silence", "found", "told", "renewed")


@given(risks, moments, histories, timetables)
def test_no_step_of_the_bot_itself_lowers_a_risk(risk: Risk, start: datetime, history: list[Act], by: Timetable) -> None:
    ranks = [Risk.HIGH, Risk.MEDIUM, Risk.STANDARD, Risk.UNASSESSED]
    after = lived(risk, start, [act for act in history if act[0] in AUTOMATIC], by).plan
    assert ranks.index(after.risk) <= ranks.index(risk)


@given(risks, moments, histories, timetables, later, st.sampled_from(SEVERITY))
def test_a_risk_that_is_assessed_pushes_nothing_back(
    risk: Risk, start: datetime, history: list[Act], by: Timetable, wait: timedelta, assessed: Risk
) -> None:
    life = lived(risk, start, history, by)
    after = contacts.assessed(life.plan, assessed, "as they said", [ORDER], life.now + wait, by)
    assert (after.risk, after.round) == (assessed, life.plan.round)
    assert next_contact(after) <= next_contact(life.plan)


ends = st.integers(-30, 600).map(lambda days: EPOCH + timedelta(days=days, hours=12))


@given(risks, moments, histories, timetables, ends, st.one_of(st.none(), st.integers(-20, 300)))
def test_an_order_with_new_days_pushes_nothing_back(
    risk: Risk, start: datetime, history: list[Act], by: Timetable, end: datetime, hearing: int | None
) -> None:
    life = lived(risk, start, history, by)
    day = None if hearing is None else today(EPOCH) + timedelta(days=hearing)
    after = contacts.refitted(life.plan, ORDER, an_order(expires_at=end, return_hearing_on=day), [], life.now, by)
    kept = {(due.remind_at, due.must_by) for due in life.plan.ahead}
    assert kept <= {(due.remind_at, due.must_by) for due in after.ahead}
    assert next_contact(after) <= next_contact(life.plan)


@given(risks, moments, histories, timetables, st.integers(1, 90 * 24 * 60), st.sampled_from([Event.SERVICE, Event.RELEASE]))
def test_what_is_still_to_come_is_told_before_it_and_pushes_nothing_back(
    risk: Risk, start: datetime, history: list[Act], by: Timetable, minutes: int, event: Event
) -> None:
    life = lived(risk, start, history, by)
    at = life.now + timedelta(minutes=minutes)
    after = contacts.happened(life.plan, event, life.now, at, by)
    assert set(life.plan.ahead) <= set(after.ahead)
    (told,) = [due for due in after.ahead if due.why is Why(event.value) and due.must_by == at]
    assert life.now <= told.remind_at < at
    assert after.remind_at <= max(life.now, min(told.remind_at, life.plan.remind_at))
    assert at - told.remind_at <= 2 * DAY
