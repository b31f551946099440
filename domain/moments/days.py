"""The words and figures that tell of a day: dates day first, weekdays, feasts, weeks and weekends."""

import re
from datetime import date, timedelta

from domain.errors import Unreadable
from domain.london import to_london
from domain.moments.feasts import FEAST, latest_feast
from domain.moments.found import NO_DATE, PARTS, SMALL_HOURS, TO_COME, VAGUE, WEEKDAYS, Found, StillToCome
from domain.months import MONTH, month_number

Piece = re.Match[str]
WEEKDAY = r"(?:mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)"
_YEAR = r"(?P<year>(?:19|20)\d\d|\d\d)"
_LONG_YEAR = r"(?P<year>(?:19|20)\d\d)"
_TH = r"(?:st|nd|rd|th)"
_AFTER_A_MONTH = (
    rf"(?:,? (?:of )?{_LONG_YEAR}\b(?! ?h(?:rs?|ours)?\b)|,? (?P<short>[2-9]\d)\b(?! ?(?:[:.]\d|[ap]\.?m\b|h(?:rs?|ours)?\b|past\b|to\b)))?"
)


def take_date(found: Found, piece: Piece) -> None:
    parts = piece.groupdict()
    month = month_number(parts.get("month_name") or parts["month"])
    found.on(_on_day(found.today, int(parts["day"]), month, parts.get("year") or parts.get("short")))


def _on_day(today: date, day: int, month: int, year: str | None) -> date:
    """Without a year, the latest such day that is not to come."""
    try:
        if year:
            return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
        years = (year for year in range(today.year, today.year - 9, -1) if not (month == 2 and day == 29 and year % 4))
        return next(one for one in (date(year, month, day) for year in years) if one <= today)
    except ValueError as wrong:
        raise Unreadable(NO_DATE) from wrong


def take_two_dates(found: Found, piece: Piece) -> None:
    """`20/21 November`: the night between two days, or both of them. With a dash, from the one to the other."""
    last = _on_day(found.today, int(piece["next"]), month_number(piece["month_name"]), piece["year"])
    try:
        first = last.replace(day=int(piece["day"])) if piece["sign"] == "-" else last - timedelta(days=1)
    except ValueError as wrong:
        raise Unreadable(NO_DATE) from wrong
    if first > last or first.day != int(piece["day"]):
        raise Unreadable(NO_DATE)
    found.on(first, last)
    found.night_between = piece["sign"] == "/"


def take_two_weekdays(found: Found, piece: Piece) -> None:
    """`fri/sat night`"""
    weekday, following = (WEEKDAYS.index(piece[end][:3]) for end in ("weekday", "next"))
    if (following - weekday) % 7 != 1:
        raise Unreadable(VAGUE)
    first = found.today - timedelta(days=(found.today.weekday() - weekday) % 7 or 7)
    found.on(first, first + timedelta(days=1))
    found.night_between = True


def take_nth(found: Found, piece: Piece) -> None:
    back = (found.today - timedelta(days=passed) for passed in range(63))
    near = next((one for one in back if one.day == int(piece["day"])), None)
    if near is None:
        raise Unreadable(NO_DATE)
    found.on(near)


def take_weekday(found: Found, piece: Piece) -> None:
    parts = piece.groupdict()
    weekday = WEEKDAYS.index(piece["weekday"][:3])
    if parts.get("this") and weekday == found.today.weekday():
        found.on(found.today)
    found.on_weekday(weekday)
    found.is_last = bool(parts.get("last") or parts.get("gone"))
    if parts.get("before"):
        found.back(1)


def take_week_before(found: Found, _: Piece) -> None:
    """`a week last Monday` is the one before last Monday."""
    found.back(1)


def take_day_word(found: Found, piece: Piece) -> None:
    word = piece[0]
    back = 2 if "before" in word else 1 if word[0] in "yl" else 0
    if back == 0 and ("night" in word or word == "this evening") and to_london(found.now).hour < SMALL_HOURS:
        back = 1
    found.on(found.today - timedelta(days=back))
    named = next(
        (part for part in ("night", "morning", "afternoon", "evening", "lunchtime", "teatime", "am", "pm") if word.endswith(part)), ""
    )
    if named or "night" in word:
        found.during(PARTS[named or "night"])


def take_overnight(found: Found, _: Piece) -> None:
    """Of the day it is said of; said of none, the night that began yesterday."""
    found.overnight = True
    found.during(PARTS["night"])


def take_feast(found: Found, piece: Piece) -> None:
    found.on(latest_feast(piece[0], found.today))


def take_weekend(found: Found, piece: Piece) -> None:
    """On a Saturday or Sunday the one that has begun, unless it is called the last one."""
    saturday = found.today - timedelta(days=(found.today.weekday() - 5) % 7)
    in_it = found.today.weekday() >= 5
    last = piece["last"] is not None and piece["last"].startswith("last")
    first = saturday - timedelta(days=7) if in_it and last else saturday
    found.on(first, first + timedelta(days=1))


def take_week(found: Found, piece: Piece) -> None:
    found.once("week")
    found.week = {"this": 0, "last": 1}.get(piece["which"], 2)


def take_month(found: Found, piece: Piece) -> None:
    """A whole month: the latest that has begun, unless its year is given."""
    first = _on_day(found.today, 1, month_number(piece["month_name"]), piece["year"])
    _whole_month(found, first)


def take_last_month(found: Found, piece: Piece) -> None:
    this = found.today.replace(day=1)
    _whole_month(found, this if piece["which"] == "this" else (this - timedelta(days=1)).replace(day=1))


def _whole_month(found: Found, first: date) -> None:
    found.on(first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1))


def refuse_year(_: Found, piece: Piece) -> None:
    raise Unreadable(
        f"That is only a year. On which day of {piece['year']} was it, as near as is known? Type it like '21/11/{piece['year']}'."
    )


def refuse_vague(_: Found, __: Piece) -> None:
    raise Unreadable(VAGUE)


def refuse_to_come(_: Found, __: Piece) -> None:
    raise StillToCome(TO_COME)


def back_in_days(found: Found, many: int, unit: str) -> None:
    if unit == "fortnight":
        many, unit = many * 2, "week"
    if unit == "week":
        found.back(many)
        return
    found.on(found.today - timedelta(days=many))
    if unit == "night":
        found.during(PARTS["night"])


ISO = rf"{_LONG_YEAR}[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?:\b|(?=t\d))t?"
FIGURES = rf"(?P<day>\d\d?)(?P<sep>[/.-])(?P<month>\d\d?)(?P=sep){_YEAR}\b"
SPACED = r"(?P<day>\d\d?) (?P<month>\d\d?) (?P<year>20\d\d|2\d)\b"
RUN_TOGETHER = r"(?P<day>[0-3]\d)(?P<month>[01]\d)(?P<year>(?:20)?2\d)\b"
SHORT = r"(?P<day>\d\d?)/(?P<month>\d\d?)\b(?!/)"
NIGHT_BETWEEN = rf"(?P<day>\d\d?){_TH}?(?P<sign>[/-])(?P<next>\d\d?){_TH}?(?: of)? ?(?P<month_name>{MONTH})\b(?:,? {_LONG_YEAR}\b)?"
IN_LETTERS = rf"(?P<day>\d\d?){_TH}?(?: of|[-/])? ?(?P<month_name>{MONTH})\b(?:[-/]{_YEAR.replace('year', 'dashed')}\b)?{_AFTER_A_MONTH}"
MONTH_FIRST = rf"(?P<month_name>{MONTH})\.? (?:the )?(?P<day>\d\d?){_TH}?\b(?![:.]\d| ?[ap]\.?m\b|/){_AFTER_A_MONTH}"
NTH = rf"(?P<day>\d\d?){_TH}\b"
A_MONTH = rf"(?:(?:in|during|early|mid|late|(?:the )?(?:start|beginning|middle|end|back end) of)[ -]){{1,2}}(?P<month_name>{MONTH})\b(?:,? {_LONG_YEAR})?\b"
MONTH_AND_YEAR = rf"(?P<month_name>{MONTH}),? {_LONG_YEAR}\b"
MONTH_ALONE = rf"(?P<month_name>{MONTH})\b(?P<year>(?!))?"
A_WEEKDAY = rf"(?:(?P<last>last|(?:this )?past) |(?P<this>this) )?(?P<weekday>{WEEKDAY})\b(?P<gone> (?:just )?(?:gone|past\b(?! {WEEKDAY}))| just passed)?(?P<before> before last)?"
WEEK_BEFORE = rf"(?:an? )?week (?:last |ago (?:on |last )?)(?={WEEKDAY}\b)"
WEEKS_TO_COME = rf"(?:an? )?week on {WEEKDAY}\b|{WEEKDAY} week\b"
A_DAY_WORD = (
    r"(?:the )?night before last\b|(?:the )?day before yesterday\b|yesterday\b|last (?:night|evening)s?\b|tonight\b|2 ?night\b"
    r"|this (?:morning|afternoon|evening|lunchtime|teatime|am|pm)\b|today\b|2day\b"
)
TWO_WEEKDAYS = rf"(?P<weekday>{WEEKDAY})/(?P<next>{WEEKDAY})\b"
OVERNIGHT = r"over ?night\b|(?:during|through|in) the night\b"
A_FEAST = rf"{FEAST}\b"
WEEKEND = r"(?P<last>last |this (?:past )?|past )?weekend\b(?: (?:just )?gone\b)?"
A_WEEK = r"(?P<which>this|last) weeks?\b|(?:the )?(?P<before>week before last)\b"
A_LAST_MONTH = r"(?P<which>this|last) month\b"
ONLY_A_YEAR = r"(?:(?:back )?in|since|during|from|(?:in )?the year) (?P<year>(?:19|20)\d\d)\b(?! ?h(?:rs?|ours)?\b)"
TOO_VAGUE = r"(?:the )?other (?:day|night|week|morning|evening)\b|recently\b|ages ago\b|a while (?:ago|back)\b|(?:some )?(?:days|weeks|months|years|time) ago\b|last year\b|a few (?:days|weeks|months|years) (?:ago|back)\b"
COMING = (
    r"tomorrow\b|2 ?mo?rr?ow?\b|next (?:week|month|year|weekend|"
    + WEEKDAY
    + r")\b|in (?:a|an|\d{1,3}|half an|the next) (?:min(?:ute)?|h(?:ou)?r|day|week|month)s?\b"
    r"|later (?:today|tonight|this (?:morning|afternoon|evening|week))\b"
)
