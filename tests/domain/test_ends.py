"""The end of an order against the day it was made: held against the calendar and the clock on the wall."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ends import demand_end_after_made, ended_already, is_before
from domain.errors import Unreadable
from domain.london import at_london
from tests.orders import an_order

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))
WALL = st.times().map(lambda wall: wall.replace(second=0, microsecond=0))


@given(DAYS, DAYS, WALL)
def test_an_end_is_before_the_day_it_was_made_as_the_wall_has_it(made: date, last: date, wall: time) -> None:
    assert is_before(at_london(last, wall), made) == ((last, wall) <= (made, time()))


@given(DAYS, DAYS, WALL)
def test_an_end_is_told_as_past_or_cannot_be_or_neither(today: date, last: date, wall: time) -> None:
    now = at_london(today, time(12))
    assert bool(ended_already(at_london(last, wall), now)) == ((last, wall) <= (today, time(12)))


def test_an_order_without_an_end_or_a_day_is_not_judged() -> None:
    assert not is_before(None, date(2026, 11, 1))
    assert not is_before(datetime(2026, 1, 1, tzinfo=UTC), None)
    assert ended_already(None, datetime(2026, 1, 1, tzinfo=UTC)) == ()


def test_what_stood_so_already_is_no_reason_to_refuse_another_change() -> None:
    odd = an_order(made_on=date(2026, 11, 1), expires_at=datetime(2025, 8, 1, tzinfo=UTC))
    right = an_order(made_on=date(2025, 11, 1), expires_at=datetime(2026, 8, 1, tzinfo=UTC))
    demand_end_after_made(odd, odd)
    with pytest.raises(Unreadable):
        demand_end_after_made(right, odd)
