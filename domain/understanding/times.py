"""Times in a line: a calendar day is read as one, other words are brought to one form and left for the time to be reckoned."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from domain.months import MONTH, month_number
from domain.understanding.line import MOST_READ

_WEEKDAYS = {
    "mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday", "sun": "Sunday",
}  # fmt: skip
_WEEKDAY = r"(?P<weekday>(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?)"
_HOURS = {
    word: number
    for number, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=1)
}  # fmt: skip
NUMBER = {**_HOURS, "a": 1, "an": 1, "another": 1, "couple": 2, "few": 3, "half": 0}
_HOUR = rf"\d{{1,2}}|{'|'.join(_HOURS)}"
_PIECE = re.compile(
    r"(?:\b|(?=@))(?:"
    r"(?P<iso>\b20\d\d-\d\d-\d\d(?:t\d\d:\d\d)?)"
    r"|(?<![\w/.-])(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})(?:\s?[/.-]\s?(?P<y>20\d\d|\d\d))?(?![\w/]|[.-]\d|:\d| ?%)"
    rf"|(?<![\w/.])(?P<ld>\d{{1,2}}) ?(?:st|nd|rd|th)?(?: of)? (?P<lm>{MONTH})\b(?: (?P<ly>20\d\d|'?\d\d)(?![:\d]))?"
    rf"|\b(?P<fm>{MONTH}) (?P<fd>\d{{1,2}})(?:st|nd|rd|th)?\b(?! ?(?:[ap]m|:))(?: (?P<fy>20\d\d))?"
    r"|\b(?P<nth>\d{1,2})(?:st|nd|rd|th)\b(?=[.,;!?]*$|[,;:-]| (?:at|and|around|about|he|she|they|we|i|by|in the|of (?:this|last|next) month|\d))"
    r"|\b(?P<h>\d{1,2})[:.](?P<min>\d\d) ?(?P<ap>[ap]\.?m)?\b"
    r"|\b(?P<h12>\d{1,2}) ?(?P<ap12>[ap]m)\b"
    r"|\b(?P<hhmm>(?:[01]\d|2[0-3])[0-5]\d) ?(?:hrs|hours|hour|h)\b"
    r"|(?:\b(?:at|around|about|by|since|until|till?)|@) ?(?P<athhmm>(?:[01]\d|2[0-3])[0-5]\d)\b"
    rf"|\b(?P<past>half|quarter|ten|five|twenty|10|5|20) (?P<way>past|to) (?P<phour>{_HOUR})\b(?: ?(?P<pap>[ap]m)\b)?"
    r"|\b(?P<named>noon|midday|midnight)\b"
    rf"|\b(?P<ago>(?:\d{{1,3}}|an?|a couple of|a few|{'|'.join(_HOURS)}) (?:mins?|minutes?|hours?|days?|weeks?|months?) ago)\b"
    rf"|\b(?P<lead>last |this |next |on |this coming |coming )?{_WEEKDAY}\b"
    r"|\b(?P<word>last night|(?:the )?day before yesterday|(?:the )?day after tomorrow|first thing|end of (?:the )?(?:shift|week|month|day)|(?:this|last|next|over the) (?:week(?:end)?|month|year)|yesterday|today|tonight|tomorrow|just now|now|overnight|earlier|later|after (?:the |my )?(?:weekend|shift|leave))\b"
    r"|\b(?:in the |this |early )?(?P<part>morning|afternoon|evening|night|lunchtime|teatime|early hours|(?<!\bi )(?:am|pm)(?! i\b))\b)",
)
_FOUR_FIGURES = re.compile(r",? ?(?:at )?((?:[01]\d|2[0-3])[0-5]\d)(?: ?(?:hrs|hours|h))?(?![\w/])")
_JOINS = re.compile(r"[ ,@-]*(?:(?:at|on|about|around|approximately|approx|circa|in the|the|by|from|between)[ ,]*){0,2}")
_DAY_GOES_ON = re.compile(r"[.!?,]? *$|[,.;:]| (?:am|pm|morning|afternoon|evening|night|at|\d)")
_LED = re.compile(r"\b(?:to|til|till|until|by|for|from|since|before) $")
_ON_THE = re.compile(r"\b(?:on|since|from|by|until|till?|before|after|for) (?:the )?$")
_PARTS = {"am": "morning", "pm": "afternoon"}


@dataclass
class When:
    """`day` and `clock` as read; `words` are those of a day that is reckoned from another, in their order.

    `last` and `next` are such days where only a number of the month was typed: what is told of was, what is planned will be.
    """

    start: int
    end: int
    words: list[str]
    day: date | None = None
    clock: str = ""
    last: date | None = None
    next: date | None = None

    @property
    def told(self) -> "When":
        return self if self.last is None else replace(self, day=self.last)

    @property
    def planned(self) -> "When":
        return self if self.next is None else replace(self, day=self.next)

    @property
    def iso(self) -> str | None:
        if self.day is None:
            return None
        return f"{self.day.isoformat()}T{self.clock}" if self.clock else self.day.isoformat()

    @property
    def raw(self) -> str:
        return " ".join([*self.words, *([self.clock] if self.clock else [])])

    @property
    def weight(self) -> tuple[bool, int]:
        return self.day is not None, len(self.words) + bool(self.clock)


def times_in(text: str, today: date) -> list[When]:
    """Each run of words of time, in order."""
    found: list[When] = []
    for seen in _PIECE.finditer(text, 0, MOST_READ):
        one = None if found and seen.start() < found[-1].end else _read(seen, today)
        if one is None:
            continue
        figures = _FOUR_FIGURES.match(text, one.end) if one.day and not one.clock else None
        if figures is not None and not ("/" in seen[0] and seen["y"] is None and figures[1].startswith("202")):
            one.clock, one.end = f"{figures[1][:2]}:{figures[1][2:]}", figures.end()
        last = found[-1] if found else None
        if last is not None and one.start - last.end < 24 and _JOINS.fullmatch(text, last.end, one.start) and _fits(last, one):
            _join(last, one)
        else:
            found.append(one)
    return [one for one in found if one.day or one.clock or one.words]


def _fits(first: When, second: When) -> bool:
    return not (first.clock and second.clock) and not (first.day and second.day)


def _join(first: When, second: When) -> None:
    first.end, first.day, first.clock = second.end, first.day or second.day, first.clock or second.clock
    first.last, first.next = first.last or second.last, first.next or second.next
    first.words += [word for word in second.words if word not in first.words]


def _read(seen: re.Match[str], today: date) -> When | None:
    when = When(*seen.span(), [])
    for kind, reader in _READERS.items():
        if seen[kind] is not None:
            return when if reader(when, seen, today) else None
    return None


def _iso(when: When, seen: re.Match[str], _: date) -> bool:
    typed = seen["iso"]
    when.day = _date(int(typed[:4]), int(typed[5:7]), int(typed[8:10]))
    when.clock = typed[11:16]
    return when.day is not None


def _figures(when: When, seen: re.Match[str], today: date) -> bool:
    """`12.30` without a year is a time of day."""
    if seen["y"] is None and "/" not in seen[0]:
        return "." in seen[0] and _clock(when, int(seen["d"]), int(seen["m"]), None)
    return _dated(when, int(seen["d"]), int(seen["m"]), seen["y"], today)


def _letters(when: When, seen: re.Match[str], today: date) -> bool:
    return _dated(when, int(seen["ld"]), month_number(seen["lm"]), seen["ly"], today)


def _letters_first(when: When, seen: re.Match[str], today: date) -> bool:
    return _dated(when, int(seen["fd"]), month_number(seen["fm"]), seen["fy"], today)


def _of_no_month(when: When, seen: re.Match[str], today: date) -> bool:
    """`on the 18th`: the nearest day of that number."""
    if not _ON_THE.search(seen.string[: seen.start()][-11:]):
        return False
    months = [(today.year + (today.month - 1 + shift) // 12, (today.month - 1 + shift) % 12 + 1) for shift in (-1, 0, 1)]
    days = [one for year, month in months if (one := _date(year, month, int(seen["nth"])))]
    when.day = min(days, key=lambda one: abs(one - today), default=None)
    when.last = max((one for one in days if one <= today), default=None)
    when.next = min((one for one in days if one >= today), default=None)
    return when.day is not None


def _dated(when: When, day: int, month: int, year: str | None, today: date) -> bool:
    """Without a year it is the nearest such day."""
    if year is not None:
        full = int(year.strip("'"))
        when.day = _date(full + 2000 if full < 100 else full, month, day) or _date(full + 2000 if full < 100 else full, day, month)
        return when.day is not None
    near = [one for shift in (-1, 0, 1) if (one := _date(today.year + shift, month, day) or _date(today.year + shift, day, month))]
    when.day = min(near, key=lambda one: abs(one - today), default=None)
    return when.day is not None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(when: When, hour: int, minute: int, half: str | None) -> bool:
    if half is not None:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    if hour > 23 or minute > 59:
        return False
    when.clock = f"{hour:02}:{minute:02}"
    return True


def _past(when: When, seen: re.Match[str], _: date) -> bool:
    minutes = {"half": 30, "quarter": 15, "ten": 10, "five": 5, "twenty": 20}.get(seen["past"]) or int(seen["past"])
    hour = _HOURS.get(seen["phour"]) or int(seen["phour"])
    total = hour * 60 + (minutes if seen["way"] == "past" else -minutes)
    return _clock(when, total // 60 % 24, total % 60, seen["pap"])


def _weekday(when: When, seen: re.Match[str], _: date) -> bool:
    """Sat down in the car: no Saturday is told of."""
    lead = (seen["lead"] or "").strip()
    if (
        seen["weekday"] == "sat"
        and not lead
        and not _DAY_GOES_ON.match(seen.string, seen.end())
        and not _LED.search(seen.string[: seen.start()][-8:])
    ):
        return False
    when.words = [*([lead] if lead in ("last", "next") else []), _WEEKDAYS[seen["weekday"][:3]]]
    return True


def _part(when: When, seen: re.Match[str], _: date) -> bool:
    lead = "this " if seen[0].startswith("this ") else ""
    when.words = [lead + _PARTS.get(seen["part"], seen["part"])]
    return True


_READERS = {
    "iso": _iso,
    "d": _figures,
    "ld": _letters,
    "fd": _letters_first,
    "nth": _of_no_month,
    "h": lambda when, seen, _: _clock(when, int(seen["h"]), int(seen["min"]), seen["ap"]),
    "h12": lambda when, seen, _: _clock(when, int(seen["h12"]), 0, seen["ap12"]),
    "hhmm": lambda when, seen, _: _clock(when, int(seen["hhmm"][:2]), int(seen["hhmm"][2:]), None),
    "athhmm": lambda when, seen, _: _clock(when, int(seen["athhmm"][:2]), int(seen["athhmm"][2:]), None),
    "past": _past,
    "named": lambda when, seen, _: _clock(when, 0 if seen["named"] == "midnight" else 12, 0, None),
    "ago": lambda when, seen, _: when.words.append(seen["ago"]) is None,
    "weekday": _weekday,
    "word": lambda when, seen, _: when.words.append(seen["word"].removeprefix("the ")) is None,
    "part": _part,
}
_DURATION = re.compile(
    r"\b(?P<half>(?:another )?half[ -](?:an? )?)?(?P<count>\d{1,3}(?:\.5)?|another|an?(?= )|a couple of|a few|"
    + "|".join(_HOURS)
    + r")?(?: more)?[ -]?(?P<unit>mins?|minutes?|m|hours?|h|days?|weeks?|fortnight|months?|years?)\b(?! ago| old|'s? time)"
)
_UNITS = {"m": "PT{}M", "h": "PT{}H", "d": "P{}D", "w": "P{}W", "f": "P2W", "y": "P{}Y"}


def durations_in(text: str) -> Iterator[tuple[str, int, int]]:
    """How long, in the form of ISO 8601: two hours are PT2H, a year is P1Y."""
    for seen in _DURATION.finditer(text, 0, MOST_READ):
        unit, typed = seen["unit"], seen["count"] or ""
        if not typed and not seen["half"] and unit != "fortnight":
            continue
        if seen["half"]:
            if unit.startswith("h"):
                yield "PT30M", *seen.span()
            continue
        shape = "P{}M" if unit.startswith("month") else _UNITS[unit[0]]
        yield _how_long(typed, shape), *seen.span()


def _how_long(typed: str, shape: str) -> str:
    if typed.endswith(".5"):
        return f"PT{int(float(typed) * 60)}M" if shape == "PT{}H" else shape.format(typed)
    count = NUMBER.get(typed.removeprefix("a ").removesuffix(" of")) or (int(typed) if typed.isdigit() else 1)
    return shape.format(count)
