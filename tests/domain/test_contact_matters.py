"""A matter of a contact is decided once, with its reason, by somebody; and the life of a reminder is told in its order."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.contact_life import Life, LifeState, life_words, reached
from domain.contact_matters import (
    RULINGS,
    TOO_LATE,
    ContactMatter,
    Matter,
    MatterState,
    Ruling,
    closed,
    decided,
    reopened,
    withdrawn,
)
from domain.errors import Outdated, Unreadable
from tests.fakes.clock import NOON

BY, OTHER = UUID(int=1), UUID(int=2)
MINUTE = timedelta(minutes=1)
WHY = "the person is at work until nine"


def a_matter(matter: Matter = Matter.NO_WINDOW) -> ContactMatter:
    return ContactMatter(UUID(int=9), "demo", UUID(int=8), UUID(int=7), matter, 1, NOON)


ALL = [(matter, ruling) for matter, rulings in RULINGS.items() for ruling in rulings]


@pytest.mark.parametrize(("matter", "ruling"), ALL)
def test_each_ruling_of_a_matter_decides_it_and_only_what_goes_on_is_not_over(matter: Matter, ruling: Ruling) -> None:
    done = decided(a_matter(matter), ruling, BY, NOON, WHY, "ring the sister")
    assert (done.ruling, done.decided_by, done.decided_at, done.version) == (ruling, BY, NOON, 2)
    assert (done.state is MatterState.DECIDED) == (ruling is Ruling.ARRANGED)
    with pytest.raises(Outdated):
        decided(done, ruling, OTHER, NOON, WHY, "ring the sister")


@pytest.mark.parametrize(("matter", "ruling"), [(matter, ruling) for matter in Matter for ruling in Ruling if (matter, ruling) not in ALL])
def test_what_is_no_ruling_of_the_matter_is_refused(matter: Matter, ruling: Ruling) -> None:
    with pytest.raises(Unreadable):
        decided(a_matter(matter), ruling, BY, NOON, WHY, "ring the sister")


@pytest.mark.parametrize(
    ("matter", "ruling", "reason", "way"),
    [
        (Matter.NO_WINDOW, Ruling.ANYWAY, WHY, " "),
        (Matter.NO_WINDOW, Ruling.ANYWAY, "", "ring the sister"),
        (Matter.NO_WINDOW, Ruling.VISIT, " ", ""),
        (Matter.NO_WINDOW, Ruling.EXTEND, "", ""),
        (Matter.WELFARE_CHECK, Ruling.NOT_NEEDED, "", ""),
    ],
)
def test_nothing_is_decided_without_the_words_it_needs(matter: Matter, ruling: Ruling, reason: str, way: str) -> None:
    with pytest.raises(Unreadable):
        decided(a_matter(matter), ruling, BY, NOON, reason, way)


def test_a_welfare_check_is_over_once_somebody_has_said_what_came_of_it() -> None:
    arranged = decided(a_matter(Matter.WELFARE_CHECK), Ruling.ARRANGED, BY, NOON)
    with pytest.raises(Unreadable):
        closed(arranged, "  ", BY, NOON)
    done = closed(arranged, "seen and well", OTHER, NOON)
    assert (done.state, done.came_of_it, done.closed_by) == (MatterState.CLOSED, "seen and well", OTHER)
    with pytest.raises(Outdated):
        closed(done, "again", OTHER, NOON)


def test_a_slip_is_taken_back_by_whoever_made_it_for_ten_minutes() -> None:
    done = decided(a_matter(), Ruling.VISIT, BY, NOON, WHY)
    again = reopened(done, BY, NOON + 9 * MINUTE)
    assert replace(again, version=1) == a_matter()
    with pytest.raises(Outdated):
        reopened(done, OTHER, NOON)
    with pytest.raises(Outdated, match=TOO_LATE):
        reopened(done, BY, NOON + 10 * MINUTE)
    with pytest.raises(Outdated):
        reopened(again, BY, NOON)
    assert withdrawn(a_matter(), BY, NOON).state is MatterState.CLOSED


steps = st.one_of(st.none(), st.integers(0, 500).map(lambda number: NOON + number * MINUTE))


@given(st.integers(-50, 600), st.lists(steps, min_size=5, max_size=5), st.integers(0, 600))
def test_the_life_is_told_in_its_order_and_whoever_has_it_has_seen_it(due: int, at: list[object], now: int) -> None:
    life = Life(NOON + due * MINUTE, *at)  # type: ignore[arg-type]  # drawn moments
    states = [state for state, _ in reached(life, NOON + now * MINUTE)]
    order = list(LifeState)
    assert [order.index(state) for state in states] == sorted(order.index(state) for state in states)
    assert (LifeState.SEEN in states) == any(at[2:])


DAY = 24 * 60 * MINUTE


@pytest.mark.parametrize(
    ("life", "said"),
    [
        (Life(NOON + 60 * MINUTE, NOON - DAY), "comes on Fri 20 November at 13:00"),
        (Life(NOON + DAY, NOON), "comes on Sat 21 November at 12:00"),
        (Life(NOON - DAY, NOON - DAY), "due on Thu 19 November at 12:00 and not sent yet"),
        (Life(NOON, NOON, NOON), "sent on Fri 20 November at 12:00"),
        (Life(NOON - 3 * DAY, NOON, NOON - 3 * DAY, NOON - MINUTE), "sent on Tue 17 November at 12:00, opened on Fri 20 November at 11:59"),
        (Life(NOON, NOON, NOON - 5 * MINUTE, None, NOON), "sent on Fri 20 November at 11:55, opened and taken on at 12:00"),
        (
            Life(NOON + DAY, NOON, NOON - MINUTE, NOON),
            "sent on Fri 20 November at 11:59, opened at 12:00, comes again on Sat 21 November at 12:00",
        ),
        (Life(NOON, NOON, None, None, None, NOON), "opened and done on Fri 20 November at 12:00"),
        (Life(NOON, NOON, NOON, None, NOON, NOON), "sent, opened, taken on and done on Fri 20 November at 12:00"),
    ],
)
def test_the_life_of_a_reminder_is_told_as_an_officer_would(life: Life, said: str) -> None:
    assert life_words(life, NOON) == said
