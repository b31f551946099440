"""What an order is at a moment: never surer than what the court has told us."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.orders import LIVE, STATE_WORDS, OrderState, state_at
from tests.orders import an_order

MADE = date(2026, 6, 1)
ENDS = datetime(2027, 1, 31, 23, 59, tzinfo=UTC)
HEARING = date(2026, 6, 29)
SECOND = timedelta(seconds=1)
MOMENTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - the strategy adds UTC itself
DAYS = st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1))


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, second, tzinfo=UTC)


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (utc(2026, 5, 31, 22, 59, 59), OrderState.NOT_YET_KNOWN),
        (utc(2026, 5, 31, 23, 0), OrderState.IN_FORCE),
        (ENDS - SECOND, OrderState.IN_FORCE),
        (ENDS, OrderState.EXPIRED),
        (ENDS + SECOND, OrderState.EXPIRED),
    ],
)
def test_an_order_runs_from_the_london_day_it_was_made_to_its_end(moment: datetime, state: OrderState) -> None:
    assert state_at(an_order(made_on=MADE, expires_at=ENDS), moment) is state


@pytest.mark.parametrize(
    ("moment", "state"),
    [
        (utc(2026, 6, 28, 12), OrderState.END_UNKNOWN),
        (utc(2026, 6, 29, 22, 59, 59), OrderState.END_UNKNOWN),
        (utc(2026, 6, 29, 23, 0), OrderState.RETURN_HEARING_PASSED),
        (utc(2027, 6, 1), OrderState.RETURN_HEARING_PASSED),
    ],
)
def test_an_order_until_the_next_hearing_may_have_ended_once_that_day_is_over(moment: datetime, state: OrderState) -> None:
    assert state_at(an_order(made_on=MADE, expires_at=None, return_hearing_on=HEARING), moment) is state


@given(MOMENTS, DAYS, DAYS)
def test_a_blank_end_is_never_expired_and_never_plainly_in_force(moment: datetime, made: date | None, hearing: date | None) -> None:
    order = an_order(made_on=made, expires_at=None, return_hearing_on=hearing)
    assert state_at(order, moment) not in (OrderState.EXPIRED, OrderState.IN_FORCE)


@given(MOMENTS, MOMENTS, DAYS)
def test_what_the_court_discharged_stays_discharged(moment: datetime, discharged: datetime, hearing: date | None) -> None:
    order = an_order(made_on=None, expires_at=ENDS, return_hearing_on=hearing, discharged_at=discharged)
    assert (state_at(order, moment) is OrderState.DISCHARGED) == (moment >= discharged)


def test_an_undertaking_takes_the_orders_place_from_its_moment_on() -> None:
    given_at = utc(2026, 7, 1, 10)
    order = an_order(made_on=MADE, expires_at=ENDS, undertaking_at=given_at)
    assert [state_at(order, given_at - SECOND), state_at(order, given_at)] == [OrderState.IN_FORCE, OrderState.UNDERTAKING]


@given(MOMENTS)
def test_an_order_whose_making_is_unknown_is_never_not_yet_made(moment: datetime) -> None:
    assert state_at(an_order(made_on=None), moment) is not OrderState.NOT_YET_KNOWN


def test_every_state_has_words_and_only_history_is_not_live() -> None:
    assert set(STATE_WORDS) == set(OrderState)
    assert set(OrderState) - LIVE == {OrderState.EXPIRED, OrderState.DISCHARGED, OrderState.UNDERTAKING, OrderState.NOT_YET_KNOWN}
    assert [state for state in LIVE if "history" in STATE_WORDS[state]] == []
