"""The pieces that words of time are made of, in the order in which they are tried; each is as long as its pattern lets it be and no longer."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from domain.moments import days, times
from domain.moments.found import Found
from domain.moments.numbers import HOUR_WORDS


class Kind(StrEnum):
    """What a piece does: `whole` tells of a time by itself, the others only beside one."""

    WHOLE = "whole"
    PART = "part"
    HOUR = "hour"
    FIGURES = "figures"
    NAME = "name"
    TO = "to"
    JOIN = "join"
    AND = "and"
    OR = "or"
    OPEN = "open"
    CUE = "cue"
    NOTHING = "nothing"


Take = Callable[[Found, re.Match[str]], None]


class Entry(NamedTuple):
    pattern: re.Pattern[str]
    kind: Kind
    take: Take


def _nothing(_: Found, __: re.Match[str]) -> None:
    """Words that change nothing, and those that join two times."""


_CHANGES_NOTHING = (
    r"(?:of|the|in|into|over|during|throughout|all|day|just|earlier(?: on)?|early|later?|mid|this|some ?time|some point|point|first thing|last thing"
    r"|onwards?|once|twice|daily|nightly|every (?:day|night)|repeatedly|constantly|most of|ongoing|still|like|it was|was|ok|think|i think|hours?|hrs)\b|[.:;/?!]"
)
COUNT = rf"(?:\d{{1,3}}|{HOUR_WORDS}|several|numerous|many|(?:a )?(?:few|couple of)) ?(?:x|times)\b|on and off\b|off and on\b"
_ROWS: tuple[tuple[str, Kind, Take], ...] = (
    (r"[ ,]", Kind.NOTHING, _nothing),
    (COUNT, Kind.NOTHING, _nothing),
    (times.MOMENT_AGO, Kind.WHOLE, times.take_moment_ago),
    (days.WEEK_BEFORE, Kind.CUE, days.take_week_before),
    (times.AGO, Kind.WHOLE, times.take_ago),
    (times.STRETCH, Kind.WHOLE, times.take_stretch),
    (days.COMING, Kind.WHOLE, days.refuse_to_come),
    (days.WEEKS_TO_COME, Kind.WHOLE, days.refuse_to_come),
    (days.TOO_VAGUE, Kind.WHOLE, days.refuse_vague),
    (times.NOW, Kind.FIGURES, times.take_now),
    (days.A_MONTH, Kind.FIGURES, days.take_month),
    (days.MONTH_AND_YEAR, Kind.FIGURES, days.take_month),
    (days.ONLY_A_YEAR, Kind.FIGURES, days.refuse_year),
    (days.ISO, Kind.WHOLE, days.take_date),
    (days.FIGURES, Kind.WHOLE, days.take_date),
    (days.NIGHT_BETWEEN, Kind.WHOLE, days.take_two_dates),
    (days.SPACED, Kind.FIGURES, days.take_date),
    (days.RUN_TOGETHER, Kind.FIGURES, days.take_date),
    (days.SHORT, Kind.WHOLE, days.take_date),
    (days.IN_LETTERS, Kind.WHOLE, days.take_date),
    (days.MONTH_FIRST, Kind.NAME, days.take_date),
    (days.NTH, Kind.NAME, days.take_nth),
    (days.A_FEAST, Kind.WHOLE, days.take_feast),
    (days.WEEKEND, Kind.WHOLE, days.take_weekend),
    (days.A_WEEK, Kind.WHOLE, days.take_week),
    (days.A_LAST_MONTH, Kind.FIGURES, days.take_last_month),
    (days.TWO_WEEKDAYS, Kind.WHOLE, days.take_two_weekdays),
    (days.A_WEEKDAY, Kind.NAME, days.take_weekday),
    (days.A_DAY_WORD, Kind.WHOLE, days.take_day_word),
    (days.OVERNIGHT, Kind.WHOLE, days.take_overnight),
    (times.NAMED_TIME, Kind.WHOLE, times.take_named_time),
    (times.PART, Kind.PART, times.take_part),
    (times.CLOCK, Kind.WHOLE, times.take_clock),
    (times.FOUR_FIGURES, Kind.FIGURES, times.take_clock),
    (times.HOURS, Kind.FIGURES, times.take_hours),
    (times.THREE_FIGURES, Kind.FIGURES, times.take_clock),
    (times.PAST, Kind.TO, times.take_past),
    (times.PAST_NO_HOUR, Kind.TO, times.take_past_no_hour),
    (times.HOUR_ALONE, Kind.HOUR, times.take_hour),
    (times.ZONE, Kind.FIGURES, times.take_zone),
    (r"-?ish\b|or so\b|or thereabouts\b", Kind.NOTHING, times.take_about),
    (
        r"(?:about|around|approx|maybe|probably|nearly|almost|(?:just |shortly |soon |a bit |bit )(?:before|after|gone)|gone|c)\b\.?|~|getting on for\b",
        Kind.CUE,
        times.take_about,
    ),
    (r"(?:between|from|since|after|before|by|ever since)\b", Kind.OPEN, _nothing),
    (r"(?:to|until|up to|into|through to)\b|-", Kind.JOIN, _nothing),
    (r"and\b|&", Kind.AND, _nothing),
    (r"or\b", Kind.OR, _nothing),
    (r"(?:at|on)\b|@", Kind.CUE, _nothing),
    (days.MONTH_ALONE, Kind.FIGURES, days.take_month),
    (_CHANGES_NOTHING, Kind.NOTHING, _nothing),
)
TABLE = tuple(Entry(re.compile(pattern), kind, take) for pattern, kind, take in _ROWS)
