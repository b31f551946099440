"""Every step of the cadence keeps London's clock over each change from 2026 to 2037, and a closed day makes a contact earlier, never later."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import contacts
from domain.contacts import CADENCE, Due, Event, Outcome, Risk, Timetable, Why
from domain.contacts.closed import before_closed
from tests.domain.contact_promises import LONDON, Act, bank_holidays, end_of, histories, lived, moments, next_contact, promise, today
from tests.orders import an_order

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
SUNDAY = 6
WEEKEND = (5, 6)
SKIPPING = {risk: replace(one, skips_closed_days=risk is not Risk.HIGH) for risk, one in CADENCE.items()}


def last_sunday(year: int, month: int) -> datetime:
    """The clocks change at one in the morning, universal time, on the last Sunday of March and of October."""
    day = datetime(year, month, 31, 1, tzinfo=UTC)
    return day - timedelta(days=(day.weekday() - SUNDAY) % 7)


CHANGES = [last_sunday(year, month) for year in range(2026, 2038) for month in (3, 10)]
STARTS = [change + timedelta(minutes=minutes) for change in CHANGES for minutes in (-3 * 24 * 60, -90, -30, 0, 30, 20 * 60)]


@pytest.mark.parametrize("change", CHANGES)
def test_these_are_the_instants_at_which_london_changes(change: datetime) -> None:
    offsets = [(change + wait).astimezone(LONDON).utcoffset() for wait in (-HOUR / 60, timedelta(0))]
    assert sorted(map(str, offsets)) == ["0:00:00", "1:00:00"]


@pytest.mark.parametrize("risk", [Risk.HIGH, Risk.MEDIUM, Risk.STANDARD])
@pytest.mark.parametrize("now", STARTS)
def test_each_step_ends_when_london_says_so(now: datetime, risk: Risk) -> None:
    """Steps in hours are hours that pass, steps in days are days on London's calendar."""
    house = CADENCE[risk]
    known = contacts.plan_for(an_order(expires_at=None), now, risk)
    assert [due.must_by for due in known.ahead] == [promise(step, now, now) for step in house.order_known]
    quiet = contacts.contacted(replace(known, ahead=known.ahead[:1]), Outcome.SPOKE_SAFE, now)
    assert quiet.due.must_by == end_of(today(now) + timedelta(days=house.routine_days))
    hit = contacts.breached(quiet, now)
    assert [due.must_by for due in hit.ahead if due.why is not Why.ROUTINE] == [now + step for step in house.breach]
    for event in Event:
        told = contacts.happened(quiet, event, now)
        assert [due.must_by for due in told.ahead if due.why is Why(event.value)] == [
            promise(step, now, now) for step in house.events[event]
        ]


@pytest.mark.parametrize("risk", [Risk.HIGH, Risk.MEDIUM, Risk.STANDARD])
@pytest.mark.parametrize("change", CHANGES)
def test_reminders_of_days_come_at_nine_by_londons_clock(change: datetime, risk: Risk) -> None:
    order = an_order(expires_at=change + timedelta(days=14), return_hearing_on=change.date() + DAY)
    plan = contacts.contacted(contacts.plan_for(order, change - 20 * DAY, risk), Outcome.SPOKE_SAFE, change - 20 * DAY)
    reminded = [due.remind_at.astimezone(LONDON) for due in plan.ahead if due.why != Why.AFTER_KNOWN]
    assert {(at.hour, at.minute) for at in reminded} == {(9, 0)}
    hearing = {due.why: due.remind_at.astimezone(LONDON).date() for due in plan.ahead}
    assert (hearing[Why.RETURN_HEARING], hearing[Why.AFTER_HEARING]) == (change.date(), change.date() + 2 * DAY)
    days = [change.date() + timedelta(days=14 - before) for before in CADENCE[risk].near_expiry_days]
    assert [due.remind_at.astimezone(LONDON).date() for due in plan.ahead if due.why is Why.NEAR_EXPIRY] == [
        day for day in days if day > today(change - 20 * DAY)
    ]


@pytest.mark.parametrize(
    ("why", "remind_at", "must_by", "moved_to"),
    [
        ("a Sunday's contact is Friday's", (22, 9), (23, 0), ((20, 9), (21, 0))),
        ("a Monday's stays", (23, 9), (24, 0), ((23, 9), (24, 0))),
        ("a Friday bank holiday's is Thursday's", (27, 9), (28, 0), ((26, 9), (27, 0))),
        ("one by early Monday is brought up on Friday", (22, 9), (23, 9), ((20, 9), (23, 9))),
    ],
)
def test_a_closed_day_makes_it_earlier(
    why: str, remind_at: tuple[int, int], must_by: tuple[int, int], moved_to: tuple[tuple[int, int], tuple[int, int]]
) -> None:
    def at(day_and_hour: tuple[int, int]) -> datetime:
        return datetime(2026, 11, *day_and_hour, tzinfo=UTC)

    closed = date(2026, 11, 27)
    found = before_closed(Due(Why.ROUTINE, at(remind_at), at(must_by)), at((18, 12)), lambda day: day.weekday() in WEEKEND or day == closed)
    assert (found.remind_at, found.must_by) == (at(moved_to[0]), at(moved_to[1])), why


def test_where_no_open_day_is_left_before_it_the_contact_stays_on_its_day() -> None:
    friday_evening = datetime(2026, 11, 20, 23, 0, tzinfo=UTC)
    saturday = datetime(2026, 11, 21, 12, tzinfo=UTC)
    now = Due(Why.ORDER_KNOWN, friday_evening, saturday)
    later = Due(Why.ROUTINE, datetime(2026, 11, 21, 9, tzinfo=UTC), datetime(2026, 11, 22, tzinfo=UTC))
    assert [before_closed(due, friday_evening, lambda day: day.weekday() in WEEKEND) for due in (now, later)] == [now, later]


@given(moments, histories, bank_holidays)
def test_high_risk_never_skips_a_day(start: datetime, history: list[Act], closed: frozenset[date]) -> None:
    acts = [(*act[:4], Risk.HIGH) for act in history]
    skipping = Timetable(SKIPPING, lambda day: day.weekday() in WEEKEND or day in closed)
    assert lived(Risk.HIGH, start, acts, skipping).plan == lived(Risk.HIGH, start, acts, Timetable()).plan


@given(st.sampled_from([Risk.MEDIUM, Risk.STANDARD]), moments, bank_holidays, st.sampled_from(list(Event)))
def test_a_force_that_skips_its_closed_days_contacts_earlier_and_never_on_one(
    risk: Risk, now: datetime, closed: frozenset[date], event: Event
) -> None:
    def is_closed(day: date) -> bool:
        return day.weekday() in WEEKEND or day in closed

    skipping, order = Timetable(SKIPPING, is_closed), an_order(expires_at=now + 300 * DAY)
    plans = [contacts.contacted(contacts.plan_for(order, now, risk, by), Outcome.SPOKE_SAFE, now, by) for by in (skipping, Timetable())]
    planned = {due.remind_at.astimezone(LONDON).date() for due in plans[0].ahead}
    assert not [
        day for day in planned if is_closed(day) and any(not is_closed(today(now) + n * DAY) for n in range(1, (day - today(now)).days))
    ]
    assert all(mine.must_by <= theirs.must_by for mine, theirs in zip(*(plan.ahead for plan in plans), strict=True))
    told = [contacts.happened(plans[0], event, now, by=by) for by in (skipping, Timetable())]
    assert now < next_contact(told[0]) <= next_contact(told[1])
