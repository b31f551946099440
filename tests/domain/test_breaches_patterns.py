"""A second breach within ninety days makes a pattern, whichever order of the same respondent it was of."""

from datetime import date, datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.breaches.drafts import Answer, Breach
from domain.breaches.patterns import CONSIDER, BreachSeen, pattern_of, pattern_words, unreported_in
from domain.breaches.questions import EARLIER
from domain.london import to_london
from tests.fakes.clock import NOON
from tests.people import RESPONSE

HERE, THERE = UUID(int=1), UUID(int=2)
records = st.lists(
    st.builds(
        lambda order, days, known, unreported: BreachSeen(
            order, NOON - timedelta(days=days), (NOON - timedelta(days=days)).date() if known else None, unreported
        ),
        st.sampled_from([HERE, THERE]),
        st.integers(0, 200),
        st.booleans(),
        st.integers(0, 3),
    ),
    max_size=6,
)


def days_ago(days: int, order: UUID = HERE, unreported: int = 0) -> BreachSeen:
    return BreachSeen(order, NOON, (NOON - timedelta(days=days)).date(), unreported)


def words(*happened: BreachSeen) -> str:
    found = pattern_of(HERE, happened, NOON)
    assert found is not None
    return pattern_words(found)


def test_three_breaches_of_two_orders_are_told_together() -> None:
    said = "Repeat breaches: 3 recorded in 90 days (2 of this order), the newest on 18 November 2026."
    assert words(days_ago(2), days_ago(80), days_ago(5, THERE)) == f"{said} {CONSIDER}"


def test_one_breach_is_none_unless_earlier_ones_were_told_of() -> None:
    assert pattern_of(HERE, [days_ago(2)], NOON) is None
    said = "Repeat breaches: 1 recorded in 90 days, the newest on 18 November 2026, and earlier ones told of that were not reported then."
    assert words(days_ago(2, unreported=4)) == f"{said} {CONSIDER}"


def test_what_two_records_tell_of_is_not_added_up() -> None:
    assert "and earlier ones" in words(days_ago(2, unreported=4), days_ago(9, unreported=3))


def test_what_is_older_than_ninety_days_counts_no_more() -> None:
    assert pattern_of(HERE, [days_ago(2), days_ago(91)], NOON) is None
    assert "2 recorded" in words(days_ago(2), days_ago(90))


@given(records)
def test_it_is_what_counting_by_hand_gives(happened: list[BreachSeen]) -> None:
    first = to_london(NOON).date() - timedelta(days=90)
    lately = [one for one in happened if (one.happened_on or one.recorded_at.date()) >= first]
    told_of = max([one.unreported for one in lately] or [0])
    found = pattern_of(HERE, happened, NOON)
    assert (found is not None) == (bool(lately) and len(lately) + told_of > 1)
    counted = found and (found.recorded, found.here, found.newest, found.unreported)
    newest = max([one.happened_on or one.recorded_at.date() for one in lately] or [date.min])
    assert counted in (None, (len(lately), len([one for one in lately if one.order == HERE]), newest, told_of))


def a_record(*values: str) -> Breach:
    answers = (Answer(EARLIER.id, "", RESPONSE.id, NOON, values),)
    return Breach(UUID(int=9), "demo", "BR-7F3K2D", HERE, 1, RESPONSE.id, "0000", datetime(2026, 11, 19, tzinfo=NOON.tzinfo), answers)


def test_earlier_ones_told_of_in_the_record_count_and_a_no_or_no_answer_does_not() -> None:
    assert [unreported_in(a_record(*values)) for values in (("yes",), ("no",), ("unknown",), ())] == [1, 0, 0, 0]
    assert BreachSeen(HERE, a_record().recorded_at).day == date(2026, 11, 19)
