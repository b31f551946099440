"""The steps of the expiry ladder, held against counting the days one by one."""

from datetime import UTC, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.beats import RUNGS, days_left, rung_ends, rung_of
from domain.london import LONDON, to_london
from tests.orders import an_order

_FIRST, _SECONDS = datetime(2026, 1, 1, tzinfo=LONDON), 2 * 365 * 24 * 3600
_MOMENTS = st.integers(0, _SECONDS).map(lambda seconds: (_FIRST.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(LONDON))
_ENDS = st.one_of(_MOMENTS, _MOMENTS.map(lambda moment: moment.replace(hour=0, minute=0, second=0, microsecond=0)))


def _counted(ends: datetime, now: datetime) -> int:
    """How many midnights after today's an order still sees the beginning of a day of: counted day by day."""
    today, days = to_london(now).date(), 0
    while datetime.combine(today + timedelta(days=days + 1), time(), tzinfo=LONDON).timestamp() < ends.timestamp():
        days += 1
    return days


@given(now=_MOMENTS, ends=_ENDS)
def test_the_days_left_are_those_that_can_be_counted(now: datetime, ends: datetime) -> None:
    later = max(ends, now + timedelta(seconds=1))
    order = an_order(expires_at=later)
    assert days_left(order, now) == _counted(later, now)


@given(now=_MOMENTS, ends=_ENDS)
def test_the_step_of_an_order_is_the_first_whose_bound_it_ends_by(now: datetime, ends: datetime) -> None:
    later = max(ends, now + timedelta(seconds=1))
    order = an_order(expires_at=later)
    bounds = dict(zip(RUNGS, rung_ends(now), strict=True))
    assert rung_of(order, now) == next((rung for rung in RUNGS if later <= bounds[rung]), None)


def test_an_order_without_an_end_is_on_no_step() -> None:
    assert rung_of(an_order(expires_at=None), datetime(2026, 11, 20, tzinfo=LONDON)) is None
