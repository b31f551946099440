"""The record of how a protected person may be reached: what a change keeps, what waits, what is forbidden and what can be taken back."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from domain.contacts import Outcome, plan_for
from domain.errors import Outdated, Unreadable
from domain.safe_contacts import (
    LONGEST_FIELD,
    NO_VISITS,
    OUTSIDE,
    Channel,
    SafeWays,
    asks_why,
    changed,
    confirmed_words,
    number_is_wrong,
    number_tried,
    put_back,
    still_safe,
    words_put_by,
)
from domain.safe_windows import window_words
from domain.safe_windows_read import read_windows
from tests.fakes.clock import NOON
from tests.orders import an_order

BY, OTHER = UUID(int=1), UUID(int=2)
MINUTE = timedelta(minutes=1)
PLAN = plan_for(an_order(), NOON)
EMPTY = SafeWays(PLAN.id)
KNOWN = replace(EMPTY, number="07700 900111", windows=read_windows("every day 9am to 5pm").windows, version=3, by=BY, at=NOON)


def test_a_field_left_empty_stays_and_a_dash_empties_it() -> None:
    given = {"number": "07700 900222", "code_word": "blue door", "voicemail": "no", "channel": "phone", "who_may_answer": ""}
    first = changed(EMPTY, given, BY, NOON)
    assert (first.number, first.code_word, first.voicemail, first.channel, first.version) == (
        "07700 900222",
        "blue door",
        False,
        Channel.PHONE,
        1,
    )
    second = changed(first, {"code_word": "-", "voicemail": "keep", "text": "yes"}, BY, NOON)
    assert (second.code_word, second.voicemail, second.text, second.number, second.version) == ("", False, True, "07700 900222", 2)
    assert changed(second, {"text": "unknown"}, BY, NOON).text is None


def test_what_no_form_asks_for_is_not_taken() -> None:
    assert changed(EMPTY, {"version": "9", "confirmed_on": "2020-01-01"}, BY, NOON) == replace(EMPTY, version=1, by=BY, at=NOON)


def test_what_was_said_beside_the_times_is_kept_with_them_and_outlives_other_times() -> None:
    first = confirmed_words(words_put_by(KNOWN, "weekdays after 6pm; never call the landline", BY, NOON), BY, NOON)
    assert (window_words(first.windows), first.note) == ("Monday to Friday 18:00 to 21:00", "never call the landline")
    later = confirmed_words(words_put_by(first, "weekdays after 7pm; no texts. never call the landline", BY, NOON), BY, NOON)
    assert later.note == "never call the landline; no texts"
    assert changed(later, {"note": "-"}, BY, NOON).note == ""


def test_words_about_days_and_times_count_only_once_they_are_confirmed() -> None:
    waiting = changed(KNOWN, {"said": "weekdays after 6pm"}, BY, NOON)
    assert (waiting.waits, waiting.windows, waiting.confirmed_on) == (True, KNOWN.windows, None)
    sure = confirmed_words(waiting, OTHER, NOON)
    assert (window_words(sure.windows), sure.waits, sure.confirmed_on) == ("Monday to Friday 18:00 to 21:00", False, date(2026, 11, 20))
    with pytest.raises(Outdated):
        confirmed_words(sure, OTHER, NOON)


def test_a_dash_for_days_and_times_leaves_none() -> None:
    assert changed(KNOWN, {"said": "-"}, BY, NOON).windows == ()


def test_only_a_way_and_a_time_together_are_enough() -> None:
    assert KNOWN.is_enough
    assert not replace(KNOWN, windows=()).is_enough
    assert not replace(KNOWN, number="").is_enough
    assert replace(KNOWN, number="", channel=Channel.THIRD_PARTY).is_enough


def test_a_wrong_number_is_enough_again_once_there_is_another() -> None:
    wrong = number_is_wrong(KNOWN, KNOWN.number, BY, NOON)
    assert not wrong.is_enough
    assert not changed(wrong, {"number": KNOWN.number}, BY, NOON).is_enough
    mended = changed(wrong, {"number": "07700 900333"}, BY, NOON)
    assert (mended.is_enough, mended.wrong_number) == (True, "")


def test_the_number_that_was_rung_is_the_kept_one_else_the_courts() -> None:
    assert number_tried(PLAN, KNOWN, "07700 900456") == KNOWN
    assert number_tried(PLAN, None, "07700 900456").number == "07700 900456"
    assert number_tried(PLAN, None, None).number == ""


def test_a_reason_is_asked_for_what_the_person_had_ruled_out() -> None:
    evening = NOON + timedelta(hours=8)
    no_visits = replace(KNOWN, do_not_visit=True)
    assert asks_why(KNOWN, Outcome.SPOKE_SAFE, NOON) == ""
    assert asks_why(KNOWN, Outcome.SPOKE_SAFE, evening) == OUTSIDE
    assert asks_why(KNOWN, Outcome.NO_ANSWER, evening) == OUTSIDE
    assert asks_why(no_visits, Outcome.VISITED, NOON) == NO_VISITS
    assert asks_why(no_visits, Outcome.SPOKE_SAFE, NOON) == ""
    assert asks_why(KNOWN, Outcome.GOT_SAFE_CONTACT, evening) == ""
    assert asks_why(replace(KNOWN, windows=()), Outcome.SPOKE_SAFE, evening) == asks_why(None, Outcome.SPOKE_SAFE, evening) == ""


def test_a_change_is_taken_back_by_whoever_made_it_for_ten_minutes() -> None:
    after = changed(KNOWN, {"number": "07700 900222"}, BY, NOON)
    again = put_back(after, KNOWN, BY, NOON + 9 * MINUTE)
    assert (again.number, again.version) == (KNOWN.number, after.version + 1)
    for who, before, at in ((OTHER, KNOWN, NOON), (BY, EMPTY, NOON), (BY, KNOWN, NOON + 10 * MINUTE)):
        with pytest.raises(Outdated):
            put_back(after, before, who, at)


def test_still_safe_only_dates_it_anew() -> None:
    later = still_safe(KNOWN, OTHER, NOON + timedelta(days=2))
    assert replace(later, version=3, by=BY, at=NOON, confirmed_on=None) == KNOWN
    assert later.confirmed_on == date(2026, 11, 22)


def test_what_is_too_long_is_refused() -> None:
    with pytest.raises(Unreadable):
        changed(EMPTY, {"needs": "x" * (LONGEST_FIELD + 1)}, BY, NOON)
    with pytest.raises(Unreadable):
        words_put_by(EMPTY, "x" * 501, BY, NOON)
