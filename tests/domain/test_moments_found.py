"""The one time that an account tells of: found with its words, and no age, count, address or reference taken for it."""

import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from types import FrameType

import pytest

from domain.moments import LONGEST_ACCOUNT, find_moment, in_words
from domain.moments.no_times import NO_TIME
from domain.moments.table import TABLE

SUNDAY = datetime(2026, 11, 22, 10, 50, tzinfo=UTC)
SATURDAY_NIGHT = "between Sat 21 November 2026 at 18:00 and Sun 22 November 2026 at 05:59"


@pytest.mark.parametrize(
    ("account", "words", "read_from"),
    [
        ("he texted her 3 times last night from a new number", SATURDAY_NIGHT, "last night"),
        ("respondent called her yday about 2200hrs, dob 12/3/85", "Sat 21 November 2026 at about 22:00", "yday about 2200hrs"),
        ("told him by phone about the order at 6pm he said he knew", "Sat 21 November 2026 at 18:00", "at 6pm"),
        ("spoke to Jade at 2pm all ok, next one friday", "Sat 21 November 2026 at 14:00", "at 2pm"),
        ("pc 1234 attended at 1500hrs yesterday", "Sat 21 November 2026 at 15:00", "at 1500hrs yesterday"),
        ("whatsapp 21/11/2026, 14:20 - Lee: hi", "Sat 21 November 2026 at 14:20", "21/11/2026, 14:20"),
        ("flat 3, 14 elm road, at 10.30pm last night", "Sat 21 November 2026 at 22:30", "at 10.30pm last night"),
        ("he sent 4 voicemails btwn 10 and half past last nite", "between Sat 21 November 2026 at 22:00 and Sat 21 November 2026 at 22:30",
         "btwn 10 and half past last nite"),
        ("he was outside from 9pm til midnight", "between Sat 21 November 2026 at 21:00 and Sun 22 November 2026 at 00:00", "from 9pm til midnight"),
        ("he turned up fri at half 11 at night", "Fri 20 November 2026 at 23:30", "fri at half 11 at night"),
        ("he sat outside her house on sat night", SATURDAY_NIGHT, "on sat night"),
        ("20 mins ago he left in a red car", "Sun 22 November 2026 at 10:30", "20 mins ago"),
        ("a week last tuesday he slashed her tyres", "Tue 10 November 2026, time not known", "a week last tuesday"),
        ("she found the letter on the 21st", "Sat 21 November 2026, time not known", "on the 21st"),
        ("\u201cu will be sorry\u201d at 03:12 on 22/11", "Sun 22 November 2026 at 03:12", "at 03:12 on 22/11"),
        ("on 25/10/26 at 0130 GMT he rang", "Sun 25 October 2026 at 01:30 (GMT, after the clocks went back)", "on 25/10/26 at 0130 GMT"),
    ],
)  # fmt: skip
def test_the_time_in_an_account_is_found_with_the_words_it_was_read_from(account: str, words: str, read_from: str) -> None:
    found = find_moment(account, SUNDAY)
    assert found is not None
    span, said = found
    assert (in_words(span), said) == (words, read_from)


@pytest.mark.parametrize(
    ("account", "words", "read_from"),
    [
        ("last night he came round banging on the door, at about ten", "Sat 21 November 2026 at about 22:00", "last night, at about ten"),
        ("last night he came round banging on the door, about ten", "Sat 21 November 2026 at about 22:00", "last night, about ten"),
        ("on friday he rang her at 10pm", "Fri 20 November 2026 at 22:00", "on friday, at 10pm"),
        ("he rang at 10 and i think he was drunk, last night", "Sat 21 November 2026 at 22:00", "at 10, last night"),
        ("last week he came to the school on weds at 3pm", "Wed 11 November 2026 at 15:00", "on weds at 3pm"),
        ("yday he came back. It was at 9.15pm when she saw him", "Sat 21 November 2026 at 21:15", "yday, at 9.15pm"),
        ("he rang last night, she says last night at 22:15", "Sat 21 November 2026 at 22:15", "last night at 22:15"),
    ],
)
def test_a_day_and_a_time_that_stand_apart_are_one(account: str, words: str, read_from: str) -> None:
    found = find_moment(account, SUNDAY)
    assert found is not None
    assert (in_words(found.span), found.words) == (words, read_from)


@pytest.mark.parametrize(
    "account",
    [
        "he is a 40 year old male",
        "a man of about 40",
        "aged 12 and 9",
        "he texted her 3 times",
        "he was told between 3 and 4 times",
        "about 6 messages on facebook",
        "she had 10 to 15 missed calls",
        "he came to 12 High Street",
        "seen at 5 Oak Avenue",
        "he followed her to 3 The Green",
        "he lives at number 7",
        "call from 07700 900123",
        "phoned 0114 496 0123",
        "+44 7700 900123",
        "dob 12/3/85",
        "John Made-Up born 12/3/1985",
        "date of birth 3 March 1999",
        "John Made-Up 12/03/1985",
        "order LS25F00442, case 42/12345/26",
        "crime ref AB/12/2026",
        "log 1234, pc 2230 attending",
        "she called 999",
        "she rang 101 and then 111",
        "AB12 CDE outside M6 3QP",
        "order made 3 March 2026",
        "injunction granted on 3 March 2026",
        "he owes her \u00a310.50",
        "she is 5ft 10",
        "24/7 he texts her",
        "his 21st birthday",
        "on the 20th floor",
        "for 20 minutes",
        "2 hours on the phone",
        "the sun was shining and he sat outside",
        "they wed in 2019",
        "he may have come round, 2 may have seen it",
        "her sister May rang Mr March",
        "he is now at her address",
        "he works nights",
        "every saturday he waits outside",
        "good morning",
        "nothing of when is told",
        "",
    ],
)
def test_what_only_looks_like_a_time_is_none(account: str) -> None:
    assert find_moment(account, SUNDAY) is None
    found = find_moment(f"{account}. It was at 22:15 on 19/11/26", SUNDAY)
    assert found is not None
    assert in_words(found.span) == "Thu 19 November 2026 at 22:15"


@pytest.mark.parametrize(
    "account",
    [
        "on friday he rang her at 10pm and again at 11pm",
        "last night at 22:15 and 22:20",
        "on monday and on tuesday",
        "mon - he rang. tues - he came round",
        "served on Tues, came round last night",
        "the other day he came round at 10pm",
        "he came at 31/2 10pm",
        "he will come back on saturday",
        "he said he'll be back on sat",
        "he has court tomorrow",
        "on 29/3/26 at 01:30 he rang",
        "yesterday at 3 he rang",
        "fri 21/11 he rang",
    ],
)
def test_two_times_or_one_that_must_be_asked_about_are_none(account: str) -> None:
    assert find_moment(account, SUNDAY) is None


def test_a_time_to_come_is_not_when_it_happened() -> None:
    found = find_moment("he came yesterday and said he'd be back tomorrow", SUNDAY)
    assert found is not None
    assert found.words == "yesterday"


def test_an_account_beyond_the_longest_is_not_looked_at() -> None:
    account = "he came last night. ".ljust(LONGEST_ACCOUNT, "x")
    assert find_moment(account, SUNDAY) is not None
    assert find_moment(f"{account}x", SUNDAY) is None


CROWDED = (
    "1 ", "at 1 ", "last night ", "1/", "a", "between 1 and ", "-", "will on ", "ref ", "12 aa bb ", "0123 ", "a-", "half ", "20/20 ", "dob ",
    "he rang at 10pm last night from a phone. ",
)  # fmt: skip


def steps(account: str) -> int:
    """Calls of any function, in Python or in C, that it takes to look at an account."""
    counted = [0]

    def count(_: FrameType, event: str, __: object) -> None:
        counted[0] += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        find_moment(account, SUNDAY)
    finally:
        sys.setprofile(None)
    return counted[0]


@pytest.mark.parametrize("crowded", CROWDED)
def test_twice_as_long_an_account_takes_about_twice_the_steps(crowded: str) -> None:
    once, twice = (steps((crowded * length)[:length]) for length in (1_000, 2_000))
    assert twice < 2.5 * once


def patterns() -> Iterator[str]:
    yield from (entry.pattern.pattern for entry in TABLE)
    yield from (pattern.pattern for pattern in NO_TIME)


def test_no_pattern_of_time_repeats_without_an_end() -> None:
    """So each step looks at a bounded number of letters."""
    endless = re.compile(r"(?<!\\)[*+](?![^\[]*\])|,\}")
    assert endless.search("a+") is not None
    assert [pattern for pattern in patterns() if endless.search(pattern)] == []


@pytest.mark.parametrize("crowded", CROWDED)
def test_twenty_thousand_letters_take_the_steps_of_none(crowded: str) -> None:
    assert steps((crowded * 20_000)[:20_000]) < 10
