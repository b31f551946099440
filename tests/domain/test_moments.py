"""When it happened, as officers type it: read day first in London time, or refused with words."""

from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Unreadable
from domain.moments import LONGEST, in_words, read_moment

SUNDAY = datetime(2026, 11, 22, 10, 50, tzinfo=UTC)
LONDON = ZoneInfo("Europe/London")


FIRST = datetime.fromisoformat("2024-01-01T00:00")
LAST = datetime.fromisoformat("2026-11-21T23:59")


def ends(text: str, now: datetime) -> list[datetime]:
    """Both ends of the time read, or nothing where it was refused."""
    with suppress(Unreadable):
        span = read_moment(text, now)
        assert in_words(span)
        return [span.start, span.end]
    return []


def said_back(text: str, now: datetime = SUNDAY) -> str:
    return in_words(read_moment(text, now))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("last night about ten", "Sat 21 November 2026 at about 22:00"),
        ("last night 10:30", "Sat 21 November 2026 at 22:30"),
        ("last night 1am", "Sun 22 November 2026 at 01:00"),
        ("half ten last night", "Sat 21 November 2026 at 22:30"),
        ("last night at midnight", "Sun 22 November 2026 at 00:00"),
        ("midnight", "Sun 22 November 2026 at 00:00"),
        ("ten past nine last night", "Sat 21 November 2026 at 21:10"),
        ("twenty five to six yesterday evening", "Sat 21 November 2026 at 17:35"),
        ("quarter past 9 pm on Friday", "Fri 20 November 2026 at 21:15"),
        ("quarter to three this morning", "Sun 22 November 2026 at 02:45"),
        ("about 9 o'clock last night", "Sat 21 November 2026 at about 21:00"),
        ("yday", "Sat 21 November 2026, time not known"),
        ("yday about noon", "Sat 21 November 2026 at about 12:00"),
        ("day before yesterday, 9 p.m.", "Fri 20 November 2026 at 21:00"),
        ("14:30", "Sat 21 November 2026 at 14:30"),
        ("09:30", "Sun 22 November 2026 at 09:30"),
        ("9.15", "Sun 22 November 2026 at 09:15"),
        ("tenish", "Sun 22 November 2026 at about 10:00"),
        ("now", "Sun 22 November 2026 at 10:50"),
        ("20 mins ago", "Sun 22 November 2026 at 10:30"),
        ("half an hour ago", "Sun 22 November 2026 at 10:20"),
        ("a couple of hours ago", "Sun 22 November 2026 at about 08:50"),
        ("two days ago", "Fri 20 November 2026, time not known"),
        ("a week ago", "Sun 15 November 2026, time not known"),
        ("Tues", "Tue 17 November 2026, time not known"),
        ("last tuesday 0930", "Tue 17 November 2026 at 09:30"),
        ("sunday", "Sun 15 November 2026, time not known"),
        ("tues night", "between Tue 17 November 2026 at 18:00 and Wed 18 November 2026 at 05:59"),
        ("this morning", "between Sun 22 November 2026 at 00:00 and Sun 22 November 2026 at 10:50"),
        ("afternoon", "between Sat 21 November 2026 at 12:00 and Sat 21 November 2026 at 17:59"),
        ("about three this morning", "Sun 22 November 2026 at about 03:00"),
        ("3 in the morning", "Sun 22 November 2026 at 03:00"),
        ("3/11/26 at 1430hrs", "Tue 3 November 2026 at 14:30"),
        ("21.11.2026 10.15pm", "Sat 21 November 2026 at 22:15"),
        ("2026-11-20 23:10", "Fri 20 November 2026 at 23:10"),
        ("21/11", "Sat 21 November 2026, time not known"),
        ("30 nov 10pm", "Sun 30 November 2025 at 22:00"),
        ("21st of November", "Sat 21 November 2026, time not known"),
        ("nov 3 22:00", "Tue 3 November 2026 at 22:00"),
        ("3 March 2025", "Mon 3 March 2025, time not known"),
        ("the 3rd at noon", "Tue 3 November 2026 at 12:00"),
        ("30th", "Fri 30 October 2026, time not known"),
        ("29/02", "Thu 29 February 2024, time not known"),
    ],
)
def test_a_time_is_read_as_an_officer_means_it(typed: str, words: str) -> None:
    assert said_back(typed) == words
    assert said_back(typed.upper()) == words


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "could not read"),
        ("🙂", "could not read"),
        ("tomorrow", "still to come"),
        ("between last night", "could not read"),
        ("from 9 last night", "could not read"),
        ("between 10 last night and 9 yesterday morning", "before the first"),
        ("between 9 and 10 and 11 last night", "could not read"),
        ("in 2019", "only a year"),
        ("back in 2019", "only a year"),
        ("since 1998", "only a year"),
        ("from 2019", "only a year"),
        ("20 mins ago yesterday", "could not read"),
        ("about", "could not read"),
        ("25:00", "could not read"),
        ("14:61", "could not read"),
        ("14:30pm", "could not read"),
        ("x" * (LONGEST + 1), "long for a time"),
        ("today 15:00", "still to come"),
        ("22/11/2027", "still to come"),
        ("31/02", "no date in the calendar"),
        ("11/23/2026", "no date in the calendar"),
        ("32nd", "no date in the calendar"),
        ("yesterday at 3", "Is that 03:00 or 15:00?"),
        ("yesterday at midnight", "Midnight belongs to two days"),
        ("last night at 3pm", "not in that part of the day"),
        ("monday tuesday", "more than one day"),
        ("9pm 10pm", "more than one time"),
        ("yesterday 14", "with its minutes"),
    ],
)
def test_what_cannot_be_read_whole_is_refused_with_words_that_help(typed: str, why: str) -> None:
    with pytest.raises(Unreadable, match=why.replace("?", r"\?")):
        read_moment(typed, SUNDAY)


def test_the_hour_that_happened_twice_is_said_to_be_one_of_two() -> None:
    span = read_moment("25/10/26 01:30", SUNDAY)
    assert span.end - span.start == timedelta(hours=1)
    assert in_words(span) == "Sun 25 October 2026 at 01:30, when the clocks went back (first or second not known)"


def test_the_hour_that_never_happened_is_asked_again() -> None:
    with pytest.raises(Unreadable, match=r"clocks went forward that night, so there was no 01:30"):
        read_moment("29/3/26 01:30", SUNDAY)


@pytest.mark.parametrize(("day", "hours"), [("29/3/26", 23), ("25/10/26", 25), ("21/11/26", 24)])
def test_a_day_is_as_long_as_the_clocks_made_it(day: str, hours: int) -> None:
    span = read_moment(day, SUNDAY)
    assert span.end - span.start + timedelta(seconds=1) == timedelta(hours=hours)


def test_an_hour_ago_is_an_hour_also_while_the_clocks_change() -> None:
    just_after = datetime(2026, 3, 29, 1, 20, tzinfo=UTC)
    assert read_moment("an hour ago", just_after).start == datetime(2026, 3, 29, 0, 20, tzinfo=UTC)


@given(
    st.datetimes(FIRST, LAST),
    st.sampled_from(["%d/%m/%Y %H:%M", "%H:%M on %d/%m/%y", "%Y-%m-%d %H:%M", "%d %B %Y at %H%M hrs", "%d %b %Y, %I:%M%p"]),
)
def test_a_full_date_and_time_is_that_instant_in_london(wall: datetime, written: str) -> None:
    """Reckoned by searching the instants of that day for those whose London clock shows the wall time."""
    around = (datetime(wall.year, wall.month, wall.day, wall.hour, wall.minute, tzinfo=UTC) + timedelta(hours=shift) for shift in (-1, 0))
    shown = [instant for instant in around if instant.astimezone(LONDON).replace(tzinfo=None) == wall.replace(second=0, microsecond=0)]
    assert ends(wall.strftime(written), SUNDAY) == [*shown[:1], *shown[-1:]]


@given(st.datetimes(FIRST, LAST), st.text("0123456789/:. apmtonighlsyedrwkuc", max_size=LONGEST))
def test_nothing_that_is_read_lies_in_the_future(now: datetime, typed: str) -> None:
    aware = now.replace(tzinfo=UTC)
    read = [*ends(typed, aware), aware]
    assert read == sorted(read)


@given(st.dates(date(2026, 1, 10), date(2026, 12, 20)), st.times(), st.sampled_from(["mon", "tues", "weds", "thurs", "fri", "sat", "sun"]))
def test_a_weekday_is_the_last_one_before_today(today: date, clock: time, name: str) -> None:
    now = datetime.combine(today, clock, tzinfo=LONDON)
    read = read_moment(name, now.astimezone(UTC)).start.astimezone(LONDON).date()
    assert read.strftime("%a").casefold() == name[:3]
    assert 1 <= (now.date() - read).days <= 7


def test_a_long_run_of_signs_takes_no_longer_than_its_length() -> None:
    with pytest.raises(Unreadable):
        read_moment("1 " * (LONGEST // 2), SUNDAY)


SMALL_HOURS = datetime(2026, 11, 22, 2, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("tonight 10pm", "Sat 21 November 2026 at 22:00"),
        ("10pm tonight", "Sat 21 November 2026 at 22:00"),
        ("tonight", "between Sat 21 November 2026 at 18:00 and Sun 22 November 2026 at 02:10"),
        ("earlier tonight", "between Sat 21 November 2026 at 18:00 and Sun 22 November 2026 at 02:10"),
        ("tonight 1am", "Sun 22 November 2026 at 01:00"),
        ("tonight about half one", "Sun 22 November 2026 at about 01:30"),
        ("this evening", "between Sat 21 November 2026 at 17:00 and Sat 21 November 2026 at 23:59"),
        ("this evening at 10", "Sat 21 November 2026 at 22:00"),
        ("earlier this evening", "between Sat 21 November 2026 at 17:00 and Sat 21 November 2026 at 23:59"),
        ("this morning", "between Sun 22 November 2026 at 00:00 and Sun 22 November 2026 at 02:10"),
        ("between 11 and 1 tonight", "between Sat 21 November 2026 at 23:00 and Sun 22 November 2026 at 01:00"),
    ],
)
def test_in_the_small_hours_tonight_is_the_night_just_past(typed: str, words: str) -> None:
    assert said_back(typed, SMALL_HOURS) == words


@pytest.mark.parametrize(
    ("hour", "evening"),
    [(0, "Sat 21 November 2026 at 19:00"), (5, "Sat 21 November 2026 at 19:00"), (20, "Sun 22 November 2026 at 19:00")],
)
def test_from_six_in_the_morning_tonight_is_today(hour: int, evening: str) -> None:
    assert said_back("tonight at 7pm", SUNDAY.replace(hour=hour)) == evening
    with pytest.raises(Unreadable, match="still to come"):
        read_moment("tonight", SUNDAY.replace(hour=6))


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("between 9 and 10 last night", "between Sat 21 November 2026 at 21:00 and Sat 21 November 2026 at 22:00"),
        ("last night between 9 and 10", "between Sat 21 November 2026 at 21:00 and Sat 21 November 2026 at 22:00"),
        ("between 10:15 and 10:45 last night", "between Sat 21 November 2026 at 22:15 and Sat 21 November 2026 at 22:45"),
        ("between 9 and 10pm yesterday", "between Sat 21 November 2026 at 21:00 and Sat 21 November 2026 at 22:00"),
        ("between about 9 and 10pm on friday", "about between Fri 20 November 2026 at 21:00 and Fri 20 November 2026 at 22:00"),
        ("between 11pm and 1am last night", "between Sat 21 November 2026 at 23:00 and Sun 22 November 2026 at 01:00"),
        ("between 11pm and 1am this morning", "between Sat 21 November 2026 at 23:00 and Sun 22 November 2026 at 01:00"),
        ("from 11pm friday to 1am", "between Fri 20 November 2026 at 23:00 and Sat 21 November 2026 at 01:00"),
        ("last night between 11 and midnight", "between Sat 21 November 2026 at 23:00 and Sun 22 November 2026 at 00:00"),
        ("between 9 and 10", "between Sun 22 November 2026 at 09:00 and Sun 22 November 2026 at 10:00"),
        ("between 22:30 and 23:15 on 19/11", "between Thu 19 November 2026 at 22:30 and Thu 19 November 2026 at 23:15"),
        ("from 14:00 to 15:30 yesterday", "between Sat 21 November 2026 at 14:00 and Sat 21 November 2026 at 15:30"),
        ("between friday and saturday", "between Fri 20 November 2026 at 00:00 and Sat 21 November 2026 at 23:59"),
        ("two nights ago", "between Fri 20 November 2026 at 18:00 and Sat 21 November 2026 at 05:59"),
        ("two nights ago at ten", "Fri 20 November 2026 at 22:00"),
        ("the night before last", "between Fri 20 November 2026 at 18:00 and Sat 21 November 2026 at 05:59"),
        ("21/11 22:30hrs", "Sat 21 November 2026 at 22:30"),
        ("21/11 22.30 hrs", "Sat 21 November 2026 at 22:30"),
        ("2230hrs yesterday", "Sat 21 November 2026 at 22:30"),
        ("yesterday 2230 hrs", "Sat 21 November 2026 at 22:30"),
        ("late last night", "between Sat 21 November 2026 at 18:00 and Sun 22 November 2026 at 05:59"),
        ("earlier today", "between Sun 22 November 2026 at 00:00 and Sun 22 November 2026 at 10:50"),
        ("yesterday at 2019", "Sat 21 November 2026 at 20:19"),
        ("in 2019hrs", "Sat 21 November 2026 at 20:19"),
    ],
)
def test_a_stretch_of_time_keeps_both_its_ends_and_hours_are_read_as_written(typed: str, words: str) -> None:
    assert said_back(typed) == words
    assert said_back(typed.upper()) == words


@given(st.integers(0, 22), st.integers(0, 59), st.integers(0, 59), st.sampled_from(["between {} and {} {}", "{2} from {0} to {1}"]))
def test_between_two_clock_times_of_a_day_are_those_two_instants(hour: int, minute: int, later: int, written: str) -> None:
    first, last = f"{hour:02}:{minute:02}", f"{hour + 1:02}:{later:02}"
    assert [end.strftime("%d/%m/%Y %H:%M") for end in ends(written.format(first, last, "20/11/2026"), SUNDAY)] == [
        f"20/11/2026 {first}",
        f"20/11/2026 {last}",
    ]


def test_a_long_stretch_of_ends_takes_no_longer_than_its_length() -> None:
    with pytest.raises(Unreadable):
        read_moment("between 1 and " * (LONGEST // 14), SUNDAY)


@pytest.mark.parametrize(
    ("typed", "now", "words"),
    [
        ("20 mins ago", "2026-10-25T00:45", "Sun 25 October 2026 at 01:25 (BST, before the clocks went back)"),
        ("20 mins ago", "2026-10-25T01:45", "Sun 25 October 2026 at 01:25 (GMT, after the clocks went back)"),
        ("01:30", "2026-10-25T00:45", "Sun 25 October 2026 at 01:30 (BST, before the clocks went back)"),
        ("01:30", "2026-10-25T01:45", "Sun 25 October 2026 at 01:30, when the clocks went back (first or second not known)"),
        ("25/10 1.30am bst", "2026-11-22T10:50", "Sun 25 October 2026 at 01:30 (BST, before the clocks went back)"),
        ("25/10 1.30am gmt", "2026-11-22T10:50", "Sun 25 October 2026 at 01:30 (GMT, after the clocks went back)"),
        ("01:30", "2026-03-29T00:45", "Sat 28 March 2026 at 01:30"),
        ("20 mins ago", "2026-03-29T01:10", "Sun 29 March 2026 at 00:50"),
    ],
)
def test_in_the_nights_of_the_clock_changes_it_is_said_which_hour_is_meant(typed: str, now: str, words: str) -> None:
    assert said_back(typed, datetime.fromisoformat(f"{now}+00:00")) == words
