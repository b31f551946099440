"""The words and figures that tell of a time of day, or of how long ago."""

import re
from datetime import timedelta

from domain.errors import Unreadable
from domain.moments.days import back_in_days
from domain.moments.found import DAY, HALF, HINT, PARTS, STRANGE, TWO_MIDNIGHTS, VAGUE, Found, either
from domain.moments.numbers import HOUR, MANY, number

Piece = re.Match[str]
_HALF = r"(?P<half>[ap])\.?m(?:\b\.?|(?=ish\b))"
_ON_THE_CLOCK = r"h(?:rs?|ours)?(?:\b|(?=ish\b))"
_UNIT = r"(?P<unit>m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?|days?|nights?|weeks?|fortnights?|months?|years?|yrs?)"
_UNITS = ("min", "hour", "day", "night", "week", "fortnight", "month", "year")


def _unit(written: str) -> str:
    if written in ("m", "ms") or written.startswith("mi"):
        return "min"
    if written.startswith("h"):
        return "hour"
    return next((unit for unit in _UNITS if written.startswith(unit)), "year")


def take_ago(found: Found, piece: Piece) -> None:
    many, unit = piece["many"] or "a", _unit(piece["unit"])
    found.about = found.about or "couple" in many or "few" in many or piece["so"] is not None
    if unit in ("month", "year") or ("few" in many and unit in ("day", "night", "week")):
        raise Unreadable(VAGUE)
    if unit in ("min", "hour"):
        found.once("time")
        found.ago = found.now.replace(second=0, microsecond=0) - timedelta(minutes=_minutes(many, unit, piece))
        return
    if piece["extra"] or piece["more"] or "half" in many:
        raise Unreadable(STRANGE)
    back_in_days(found, number(many), unit)


def _minutes(many: str, unit: str, piece: Piece) -> int:
    extra = 30 * (piece["extra"] is not None) + int(piece["more"] or 0)
    if many.startswith(("half", "quarter", "three quarters")):
        return (30 if many.startswith("half") else 15 if many.startswith("quarter") else 45) + extra
    if many.endswith(".5"):
        return int(many[:-2]) * 60 + 30
    return number(many) * (60 if unit == "hour" else 1) + extra


def take_stretch(found: Found, piece: Piece) -> None:
    """`in the last two hours`: from then until now."""
    many, unit = piece["many"] or "a", _unit(piece["unit"] or "hour")
    found.open_ended = True
    found.about = found.about or "couple" in many or "few" in many
    if unit in ("min", "hour"):
        found.once("time")
        found.ago = found.now.replace(second=0, microsecond=0) - timedelta(minutes=_minutes(many, unit, piece))
        return
    if unit in ("month", "year") or "half" in many:
        raise Unreadable(VAGUE)
    found.on(found.today - timedelta(days=number(many) * {"week": 7, "fortnight": 14}.get(unit, 1)))


def take_now(found: Found, _: Piece) -> None:
    found.once("time")
    found.ago = found.now


def take_moment_ago(found: Found, _: Piece) -> None:
    found.once("time")
    found.about, found.ago = True, found.now.replace(second=0, microsecond=0)


def take_part(found: Found, piece: Piece) -> None:
    word = piece["part"].removesuffix("s").replace(" time", "time") if piece["part"] != "early hours" else piece["part"]
    found.about = found.about or word in ("lunchtime", "teatime")
    found.during(PARTS[{"small hours": "early hours", "small hour": "early hours"}.get(word, word)])


def take_named_time(found: Found, piece: Piece) -> None:
    if "night" in piece[0]:
        found.at(0, "midnight")
    else:
        found.at(HALF, "fixed")


def take_clock(found: Found, piece: Piece) -> None:
    hour, minute, half = int(piece["hour"]), int(piece["minute"]), piece["half"]
    if minute > 59:
        raise Unreadable(STRANGE)
    if (hour, minute) == (24, 0):
        raise Unreadable(TWO_MIDNIGHTS)
    if half:
        found.at(half_day(hour, half) + minute, "fixed")
    else:
        found.at(hour * 60 + minute, "clock" if len(piece["hour"]) == 2 else "bare")


def take_hours(found: Found, piece: Piece) -> None:
    found.at(int(piece["hour"]) * 60, "clock")


def half_day(hour: int, half: str) -> int:
    if not 1 <= hour <= 12:
        raise Unreadable(STRANGE)
    return hour % 12 * 60 + (HALF if half == "p" else 0)


def take_past(found: Found, piece: Piece) -> None:
    """`half ten` is 10:30 in Britain."""
    word = re.sub(r" ?m(?:in(?:ute)?s?)?$", "", piece["shift"])
    to, hour = piece["way"] == "to", number(piece["hour"])
    if to and word.isdecimal() and word == piece["shift"] and piece["hour"].isdecimal() and hour == int(word) + 1:
        raise Unreadable(
            f"Is that {word} minutes to {hour}, or between {word} and {hour}? Please type it as 'between ... and ...' or like 22:50."
        )
    if number(word) > 59:
        raise Unreadable(STRANGE)
    if not hour:
        found.at(((0 if piece["hour"] == "midnight" else HALF) + number(word) * (-1 if to else 1)) % DAY, "fixed")
        return
    minutes = (_bare_hour(hour) + number(word) * (-1 if to else 1)) % HALF
    if to and hour == 12 and piece["half"]:
        raise Unreadable(either(minutes, minutes + HALF))
    found.at(minutes + (HALF if piece["half"] == "p" else 0), "fixed" if piece["half"] else "bare")


def take_past_no_hour(found: Found, piece: Piece) -> None:
    """`between 10 and half past`: the hour is the first one's."""
    found.once("time")
    found.past = number(piece["shift"]) * (-1 if piece["way"] == "to" else 1)


def _bare_hour(hour: int) -> int:
    if not 1 <= hour <= 12:
        raise Unreadable(f"Please type that time with its minutes. {HINT}")
    return hour % 12 * 60


def take_hour(found: Found, piece: Piece) -> None:
    hour, half = number(piece["hour"]), piece["half"]
    if half:
        found.at(half_day(hour, half), "fixed")
    else:
        found.at(_bare_hour(hour), "bare")


def take_zone(found: Found, piece: Piece) -> None:
    found.zone = "BST" if piece[0] == "bst" else "GMT"


def take_about(found: Found, _: Piece) -> None:
    found.about = True


_MORE = r"(?P<extra> and a half)?(?:,?(?: and)? ?(?P<more>[1-5]?\d) ?m(?:in(?:ute)?s?)?)?"
_MANY = rf"(?P<many>\d{{1,2}}\.5|half an?|half|(?:a )?quarter of an|three quarters of an|{MANY})"
AGO = rf"(?:{_MANY} ?)?{_UNIT}{_MORE}(?P<so> or so)? (?:ago|back)\b"
STRETCH = rf"(?:(?:in|within|over|during|for) )?(?:the )?(?:last|past) (?:{_MANY} {_UNIT}|(?P<one>hour)){_MORE}\b"
NOW = r"(?:just |right )?now\b"
MOMENT_AGO = r"(?:a |just a )?(?:moment|sec|second|min)s? ago\b|(?:a )?few moments ago\b"
PART = r"(?P<part>early hours|small hours|mornings?|afternoons?|evenings?|nights?|lunch ?time|tea ?time|am|pm)\b"
NAMED_TIME = r"(?:12 )?(?:noon|mid ?day|mid ?night)\b"
CLOCK = rf"(?P<hour>\d\d?)[:;.](?P<minute>\d\d)(?::\d\d)?(?: ?(?:{_HALF}|{_ON_THE_CLOCK})|\b|(?=ish\b))"
FOUR_FIGURES = rf"(?P<hour>[0-2]\d)(?P<minute>[0-5]\d) ?(?:{_HALF}|{_ON_THE_CLOCK}|\b|(?=ish\b))"
THREE_FIGURES = rf"(?!101\b|111\b|112\b)(?P<hour>[1-9])(?P<minute>[0-5]\d) ?(?:{_HALF}|{_ON_THE_CLOCK}|\b|(?=ish\b))"
HOURS = rf"(?P<hour>[0-2]\d) ?{_ON_THE_CLOCK}"
PAST = (
    r"(?P<shift>half|(?:a )?quarter|twenty five|twenty|ten|five|0?5|10|20|25|(?:[1-5]?\d|five|ten|fifteen|twenty(?: five)?) ?m(?:in(?:ute)?s?)?)"
    rf"(?: (?P<way>past|to)| (?<=half )) ?(?P<hour>{HOUR}|midnight|noon|midday)(?![\d:]) ?(?:{_HALF})?(?=ish\b|\b)"
)
PAST_NO_HOUR = r"(?P<shift>half|(?:a )?quarter|twenty five|twenty|ten|five) (?P<way>past|to)\b"
HOUR_ALONE = rf"(?P<hour>{HOUR})(?!\d|[:.]\d) ?(?:{_HALF})?(?: ?o ?clock)?(?=ish\b|\b)"
ZONE = r"(?:bst|gmt|utc)\b"
