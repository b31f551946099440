"""Whatever happens in whatever order, an event never puts a contact off and nothing is planned for the past."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain import contacts
from domain.contacts import ContactPlan, Outcome, Risk, Why
from tests.orders import an_order

LONDON = ZoneInfo("Europe/London")
HOUR = timedelta(hours=1)
EPOCH = datetime(2026, 1, 1, tzinfo=UTC)
ROUTINE = {Risk.UNASSESSED: 7, Risk.HIGH: 7, Risk.MEDIUM: 28, Risk.STANDARD: 60}

# Hours around both changes of the clocks in 2026 and 2027, and any other.
near_a_change = st.builds(
    lambda change, minutes: change + timedelta(minutes=minutes),
    st.sampled_from([datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC), datetime(2027, 3, 28, 1, tzinfo=UTC)]),
    st.integers(-8 * 24 * 60, 2 * 24 * 60),
)
moments = st.one_of(near_a_change, st.integers(0, 2 * 365 * 24 * 60).map(lambda minutes: EPOCH + timedelta(minutes=minutes)))
risks = st.sampled_from(list(Risk))
STEPS = {
    "breach": contacts.breached,
    "spoke": lambda plan, now: contacts.contacted(plan, Outcome.SPOKE_SAFE, now),
    "silence": lambda plan, now: contacts.contacted(plan, Outcome.NO_ANSWER, now),
    "found": lambda plan, now: contacts.contacted(plan, Outcome.GOT_SAFE_CONTACT, now),
    "renewed": contacts.renewed,
}
histories = st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 20 * 24 * 60)), max_size=8)


def lived(risk: Risk, start: datetime, history: list[tuple[str, int]]) -> tuple[ContactPlan, datetime]:
    plan, now = contacts.plan_for(an_order(expires_at=datetime(2027, 6, 1, 12, tzinfo=UTC)), start, risk), start
    for step, minutes in history:
        now += timedelta(minutes=minutes)
        plan = STEPS[step](plan, now)
    return plan, now


@given(risks, moments, histories, st.integers(0, 30 * 24 * 60))
def test_a_breach_never_puts_a_contact_off(risk: Risk, start: datetime, history: list[tuple[str, int]], later: int) -> None:
    plan, now = lived(risk, start, history)
    now += timedelta(minutes=later)
    after = contacts.breached(plan, now)
    assert after.due.must_by <= plan.due.must_by
    assert after.remind_at <= max(plan.remind_at, now)
    assert set(plan.ahead) <= set(after.ahead)


@given(risks, moments, histories)
def test_a_plan_always_owes_something_and_reminds_now_or_later(risk: Risk, start: datetime, history: list[tuple[str, int]]) -> None:
    plan, now = lived(risk, start, history)
    assert plan.ahead
    assert plan.remind_at >= now
    assert all(due.remind_at < due.must_by for due in plan.ahead)
    assert [due.must_by for due in plan.ahead] == sorted(due.must_by for due in plan.ahead)
    assert plan.version == 1 + len(history)


@given(risks, moments)
def test_routine_contact_is_so_many_london_days_away_at_nine(risk: Risk, now: datetime) -> None:
    plan, _ = lived(risk, now, [("spoke", 0)])
    (routine,) = [due for due in plan.ahead if due.why is Why.ROUTINE]
    wall, spoke = routine.remind_at.astimezone(LONDON), now.astimezone(LONDON)
    assert (wall.hour, wall.minute) == (9, 0)
    assert wall.toordinal() - spoke.toordinal() == ROUTINE[risk]
    assert routine.must_by.astimezone(LONDON).toordinal() == wall.toordinal() + 1
    assert routine.must_by.astimezone(LONDON).hour == 0
