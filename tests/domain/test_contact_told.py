"""A contact told in one line, as officers type it, and the day of the next one."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.contact_told import LONGEST, read_contact
from domain.contacts import Outcome
from domain.days_in_words import DayAhead, day_in_words
from domain.errors import Unreadable
from tests.fakes.clock import NOON

TODAY = date(2026, 11, 20)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@pytest.mark.parametrize(
    ("line", "outcome"),
    [
        ("spoke to her all ok", Outcome.SPOKE_SAFE),
        ("called Jane Marlow, safe and well", Outcome.SPOKE_SAFE),
        ("no answer x2", Outcome.NO_ANSWER),
        ("rang, no reply", Outcome.NO_ANSWER),
        ("left voicemail", Outcome.NO_ANSWER),
        ("no joy on the phone with bethan", Outcome.NO_ANSWER),
        ("rang her no answer", Outcome.NO_ANSWER),
        ("spoke to jade all ok", Outcome.SPOKE_SAFE),
        ("spoke to her, worried about him", Outcome.CONCERN),
        ("visited, all fine", Outcome.VISITED),
        ("wrong number", Outcome.WRONG_NUMBER),
        ("couldn't talk, he was home", Outcome.NOT_SAFE_TO_TALK),
        ("not safe to talk", Outcome.NOT_SAFE_TO_TALK),
        ("she refused contact", Outcome.REFUSED),
        ("does not want any more calls", Outcome.REFUSED),
        ("can't talk, he is here", Outcome.NOT_SAFE_TO_TALK),
    ],
)
def test_the_outcome_is_read_from_the_words(line: str, outcome: Outcome) -> None:
    told = read_contact(line, NOON)
    assert told is not None
    assert told.outcome is outcome


@pytest.mark.parametrize(
    "line",
    [
        "",
        "any nmo on tom farrow dob 12/3/85",
        "he texted her 3 times last night from a new number",
        "she couldn't talk because he texted her all night",
        "what do I say if it is not safe to talk?",
        "not her number 07700 900123 john smith",
        "my contacts",
        "spoke to her " * 40,
    ],
)
def test_a_line_about_something_else_tells_of_no_contact(line: str) -> None:
    assert read_contact(line, NOON) is None


def test_when_it_was_how_often_whose_and_what_comes_next_are_read_too() -> None:
    told = read_contact("spoke to Jane Marlow at 11am, safe, next one tuesday at 6pm", NOON)
    assert told is not None
    assert (told.name, told.at, told.following) == (
        "Jane Marlow",
        datetime(2026, 11, 20, 11, tzinfo=UTC),
        DayAhead(date(2026, 11, 24), time(18)),
    )
    tries = read_contact("NMO-7F3K2D no answer x3", NOON)
    assert tries is not None
    assert (tries.reference, tries.tries, tries.outcome) == ("NMO-7F3K2D", 3, Outcome.NO_ANSWER)


def test_how_the_person_was_is_not_guessed() -> None:
    told = read_contact("spoke to jane", NOON)
    assert told is not None
    assert told.outcome is None


@given(st.integers(0, 6), st.integers(0, 23), st.booleans())
def test_a_named_day_is_the_next_of_that_name_after_today(day: int, hour: int, timed: bool) -> None:
    found = day_in_words(f"{WEEKDAYS[day]}{f' {hour:02}:00' * timed}", NOON)
    assert 1 <= (found.day - TODAY).days <= 7
    assert f"{found.day:%A}".lower() == WEEKDAYS[day]
    assert found.at == {True: time(hour), False: None}[timed]


@pytest.mark.parametrize(
    ("said", "days"),
    [("today", 0), ("tomorrow", 1), ("next week", 7), ("in 3 days", 3), ("in two weeks", 14), ("4 dec", 14), ("24/11/2026", 4)],
)
def test_a_day_is_counted_from_today(said: str, days: int) -> None:
    assert day_in_words(said, NOON).day == TODAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("friday week", 8),
        ("next one friday week at 10am", 8),
        ("thursday week", 14),
        ("a week on friday", 8),
        ("2 weeks on friday", 15),
        ("friday fortnight", 15),
        ("a week today", 7),
        ("a fortnight from today", 14),
        ("a week tomorrow", 8),
        ("tomorrow week", 8),
        ("friday next week", 8),
        ("next week on monday", 4),
        ("next week wed 2pm", 6),
        ("friday", 1),
        ("every week on friday", 1),
    ],
)
def test_a_week_after_a_day_is_not_that_day(said: str, days: int) -> None:
    """On Thursday 26 November 2026."""
    thursday = NOON + timedelta(days=6)
    assert day_in_words(said, thursday).day - thursday.date() == timedelta(days=days)


@given(st.integers(0, 6), st.integers(1, 4), st.integers(0, 6))
def test_so_many_weeks_on_a_day_are_that_many_after_it(day: int, weeks: int, passed: int) -> None:
    """Against counting the days of that name, one after the other."""
    now = NOON + timedelta(days=passed)
    ahead = [one for one in (now.date() + timedelta(days=n) for n in range(1, 40)) if one.weekday() == day]
    assert day_in_words(f"{weeks} weeks on {WEEKDAYS[day]}", now).day == ahead[weeks]
    assert day_in_words(f"{WEEKDAYS[day]} week", now).day == ahead[1]


def test_the_next_contact_that_was_told_is_in_that_week() -> None:
    told = read_contact("spoke to her all ok, next one friday week", NOON)
    assert told is not None
    assert told.following == DayAhead(date(2026, 12, 4))


@pytest.mark.parametrize("said", ["", "soon", "when she likes", "19/11/2026"])
def test_no_day_is_asked_again(said: str) -> None:
    with pytest.raises(Unreadable):
        day_in_words(said, NOON)


@given(st.text(max_size=LONGEST + 50))
def test_no_line_is_too_odd_to_be_read_or_left(line: str) -> None:
    told = read_contact(line, NOON)
    assert told is None or (told.tries >= 1 and (told.at is None or told.at <= NOON))
