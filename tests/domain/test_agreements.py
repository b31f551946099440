"""A date of birth says the same of one person read whole as of thousands of rows."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from domain.agreements import DOB_SAYS, DobAgreement, dob_points, dob_said
from domain.dates import DobGiven

DAY = date(1985, 3, 12)


def typed(day: date) -> DobGiven:
    """As it is read: the month-first reading too, where that is another day."""
    swapped = date(day.year, day.day, day.month) if day.day <= 12 and day.day != day.month else None
    return DobGiven(day.year, day, swapped)


def as_number(day: date) -> int:
    return int(day.isoformat().replace("-", ""))


def agreement_of(one: DobGiven, held: date) -> DobAgreement:
    said = dob_said(one, held)
    assert said is not None
    return said[0]


@st.composite
def pairs(draw: st.DrawFn) -> tuple[DobGiven, date]:
    """Any two dates, or two that have some of their parts in common, a year of birth alone among those that are typed."""
    days = st.dates(max_value=date(9999, 12, 28))
    first, second = draw(days), draw(days)
    year = draw(st.sampled_from([first.year, first.year + 1, max(1, first.year - 10), second.year]))
    parts = draw(st.permutations([first.month, first.day, second.month, second.day]))
    held = date(min(year, 9999), min(parts[0], 12), min(parts[1], 28))
    one = draw(st.sampled_from([typed(first), typed(second), DobGiven(first.year, first), DobGiven(first.year)]))
    return one, draw(st.sampled_from([held, first, second, one.swapped or held]))


@given(pairs())
@example((typed(DAY), DAY))
@example((typed(DAY), date(1985, 12, 3)))
@example((typed(DAY), date(1986, 3, 12)))
@example((typed(DAY), date(2011, 3, 12)))
@example((DobGiven(1985), DAY))
def test_what_a_row_is_worth_is_what_the_person_s_date_of_birth_says(pair: tuple[DobGiven, date]) -> None:
    one, held = pair
    agreement = agreement_of(one, held)
    assert dob_said(one, held) == (agreement, DOB_SAYS[agreement]._replace(person=dob_points(one, as_number(held))))


@given(st.builds(typed, st.dates()), st.dates())
def test_any_two_dates_agree_by_how_many_of_their_parts_are_the_same(one: DobGiven, held: date) -> None:
    day = one.day or held
    same = (day.year == held.year) + ((day.month, day.day) == (held.month, held.day)) * 2
    assert (agreement_of(one, held) is DobAgreement.EXACT) == (same == 3)
    assert (agreement_of(one, held) in {DobAgreement.EXACT, DobAgreement.BIRTHDAY}) >= (same == 2 and abs(day.year - held.year) > 12)


@pytest.mark.parametrize(
    ("likelier", "other"),
    [
        (date(1985, 3, 13), date(1985, 3, 17)),
        (date(1985, 3, 22), date(1985, 3, 29)),
        (date(1985, 3, 17), date(1985, 3, 29)),
        (date(1986, 3, 12), date(1982, 3, 12)),
        (date(1982, 3, 12), date(1958, 3, 12)),
        (date(1958, 3, 12), date(1985, 4, 13)),
    ],
)
def test_a_slip_that_is_easily_made_says_more(likelier: date, other: date) -> None:
    assert dob_points(typed(DAY), as_number(likelier)) > dob_points(typed(DAY), as_number(other))


@pytest.mark.parametrize(
    ("one", "held", "agreement"),
    [
        (typed(DAY), DAY, DobAgreement.EXACT),
        (typed(DAY), date(1985, 12, 3), DobAgreement.SWAPPED),
        (DobGiven(1985, DAY), date(1985, 12, 3), DobAgreement.DIFFERS),
        (typed(DAY), date(1985, 3, 13), DobAgreement.ONE_PART_WRONG),
        (typed(DAY), date(1985, 4, 12), DobAgreement.ONE_PART_WRONG),
        (typed(DAY), date(1989, 3, 12), DobAgreement.ONE_PART_WRONG),
        (typed(DAY), date(1958, 3, 12), DobAgreement.BIRTHDAY),
        (typed(DAY), date(1961, 3, 12), DobAgreement.BIRTHDAY),
        (typed(DAY), date(1985, 4, 13), DobAgreement.DIFFERS),
        (DobGiven(1985), DAY, DobAgreement.YEAR),
        (DobGiven(1986), DAY, DobAgreement.DIFFERS),
    ],
)
def test_each_pair_of_dates_agrees_so_far(one: DobGiven, held: date, agreement: DobAgreement) -> None:
    assert agreement_of(one, held) is agreement


@pytest.mark.parametrize(("one", "held"), [(None, DAY), (typed(DAY), None), (None, None)])
def test_of_a_date_that_is_not_typed_or_not_held_nothing_is_said(one: DobGiven | None, held: date | None) -> None:
    assert dob_said(one, held) is None
    assert dob_points(one, None if held is None else as_number(held)) == 0.0
