"""The words in which days and times of safe contact are given, and the pieces that a line of them falls into."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from domain.apostrophes import straight

EVERY_DAY = frozenset(range(7))
WEEKDAYS = frozenset(range(5))
WEEKEND = frozenset({5, 6})
# What is said without an end, or of a whole day, is read within these hours, and the reading says so.
EARLIEST, LATEST = 8 * 60, 21 * 60


class Kind(Enum):
    TIME = auto()
    DAYS = auto()
    RANGE = auto()
    TO = auto()
    AFTER = auto()
    BEFORE = auto()
    BETWEEN = auto()
    ONWARDS = auto()
    NOT = auto()
    LATER = auto()
    EARLIER = auto()
    AND = auto()
    COMMA = auto()
    BREAK = auto()
    ON = auto()
    WHEN = auto()
    FILL = auto()
    OTHER = auto()


@dataclass(frozen=True)
class Piece:
    """`days` of a day or several, `span` of a part of the day in minutes, `minute` of a time; a time is `sure` where it cannot be of the other half of the day.

    From `start` up to `end` it stands in the line as it is read.
    """

    kind: Kind
    word: str
    days: frozenset[int] = frozenset()
    span: tuple[int, int] = (0, 0)
    minute: int = 0
    sure: bool = False
    start: int = 0
    end: int = 0


_DAY_NAMES = {
    **dict.fromkeys(("mon", "monday", "mondays"), 0),
    **dict.fromkeys(("tue", "tues", "tuesday", "tuesdays"), 1),
    **dict.fromkeys(("wed", "weds", "wednesday", "wednesdays"), 2),
    **dict.fromkeys(("thu", "thur", "thurs", "thursday", "thursdays"), 3),
    **dict.fromkeys(("fri", "friday", "fridays"), 4),
    **dict.fromkeys(("sat", "saturday", "saturdays"), 5),
    **dict.fromkeys(("sun", "sunday", "sundays"), 6),
}
_DAYS = {
    **{name: frozenset({day}) for name, day in _DAY_NAMES.items()},
    **dict.fromkeys(("weekday", "weekdays", "school days", "working days", "week days"), WEEKDAYS),
    **dict.fromkeys(("weekend", "weekends"), WEEKEND),
    **dict.fromkeys(("everyday", "every day", "daily", "any day", "all week", "each day", "7 days"), EVERY_DAY),
}
_PARTS = {
    **dict.fromkeys(("morning", "mornings"), (8 * 60, 12 * 60)),
    **dict.fromkeys(("afternoon", "afternoons"), (12 * 60, 17 * 60)),
    **dict.fromkeys(("evening", "evenings", "eve", "eves"), (18 * 60, LATEST)),
    **dict.fromkeys(("lunch", "lunchtime", "lunchtimes", "lunch time"), (12 * 60, 14 * 60)),
    **dict.fromkeys(("daytime", "office hours", "working hours", "day time"), (9 * 60, 17 * 60)),
    "school hours": (9 * 60 + 30, 14 * 60 + 30),
    **dict.fromkeys(("anytime", "any time", "24/7", "all day", "all hours"), (0, 24 * 60)),
}
_SIGNS = {
    **dict.fromkeys(("to", "til", "till", "until", "-", "\u2013", "\u2014", "through", "thru"), Kind.TO),
    **dict.fromkeys(("after", "from", "past", "since"), Kind.AFTER),
    **dict.fromkeys(("before", "by"), Kind.BEFORE),
    "between": Kind.BETWEEN,
    **dict.fromkeys(("onwards", "onward"), Kind.ONWARDS),
    **dict.fromkeys(
        ("not", "no", "never", "dont", "don't", "cant", "can't", "cannot", "avoid", "except", "excluding", "unsafe", "apart from", "other than", "isnt", "isn't"),
        Kind.NOT,
    ),
    "later": Kind.LATER,
    "earlier": Kind.EARLIER,
    **dict.fromkeys(("and", "or", "nor", "&", "/", "plus", "also"), Kind.AND),
    ",": Kind.COMMA,
    **dict.fromkeys((";", ".", "\n", "but", "(", ")", ":", "!", "?"), Kind.BREAK),
    "on": Kind.ON,
    **dict.fromkeys(("when", "while", "whilst", "if", "unless", "because", "as", "once", "provided"), Kind.WHEN),
}  # fmt: skip
_FILL = frozenset(
    [
        "it",
        "is",
        "its",
        "it's",
        "safe",
        "to",
        "ring",
        "call",
        "calls",
        "phone",
        "contact",
        "speak",
        "talk",
        "her",
        "him",
        "them",
        "she",
        "he",
        "they",
        "me",
        "the",
        "a",
        "an",
        "in",
        "of",
        "at",
        "please",
        "only",
        "just",
        "best",
        "ok",
        "okay",
        "good",
        "fine",
        "time",
        "times",
        "ideally",
        "preferably",
        "usually",
        "always",
        "can",
        "could",
        "be",
        "are",
        "may",
        "use",
        "than",
        "do",
        "i",
        "we",
        "you",
        "s",
        "around",
        "about",
        "most",
        "all",
        "is",
        "are",
        "for",
        "with",
        "hrs",
        "hours",
        "oclock",
        "o'clock",
        "then",
    ]
)
# By which somebody is reached, or who may be there: of a line that tells no time, what not to use.
MEANS = frozenset(
    [
        "landline",
        "landlines",
        "mobile",
        "mobiles",
        "number",
        "numbers",
        "voicemail",
        "voicemails",
        "answerphone",
        "message",
        "messages",
        "text",
        "texts",
        "texting",
        "sms",
        "whatsapp",
        "email",
        "emails",
        "mail",
        "letter",
        "letters",
        "post",
        "card",
        "cards",
        "visit",
        "visits",
        "visiting",
        "door",
        "doorbell",
        "house",
        "uniform",
        "uniforms",
        "police",
        "car",
        "cars",
        "van",
        "name",
        "names",
        "mother",
        "mum",
        "father",
        "dad",
        "sister",
        "brother",
        "family",
        "neighbour",
        "neighbours",
    ]
)
_NAMED_TIMES = {"noon": 12 * 60, "midday": 12 * 60, "midnight": 24 * 60}
_TWO_WORDS = sorted((one for one in (*_DAYS, *_PARTS, *_SIGNS) if " " in one), key=len, reverse=True)
_PIECE = re.compile(
    r"(?P<two>" + "|".join(re.escape(one).replace(r"\ ", r"\s") for one in _TWO_WORDS) + r")\b"
    r"|(?P<always>24/7)"
    r"|(?P<four>(?:[01]\d|2[0-3])[0-5]\d)(?:\s?hrs|h)?(?![\d:.])"
    r"|(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b\.?"
    r"|(?P<wall>\d{1,2})[:.](?P<wall_minute>[0-5]\d)(?!\d)"
    r"|(?P<bare>\d{1,2})(?!\d)"
    r"|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)?)"
    r"|(?P<sign>\S|\n)"
)
_BLANKS = re.compile(r"[^\S\r\n]+")
_LINE_END = re.compile(r" ?[\r\n]+ ?")


def pieces_in(text: str) -> list[Piece]:
    """In one pass over the line."""
    return [replace(_piece(seen), start=seen.start(), end=seen.end()) for seen in _PIECE.finditer(as_read(text.casefold()))]


def as_read(text: str) -> str:
    return _LINE_END.sub(" \n ", _BLANKS.sub(" ", straight(text)))


def _piece(seen: re.Match[str]) -> Piece:
    if seen["two"] or seen["always"]:
        return _of_word(" ".join(seen[0].split()))
    if seen["word"] or seen["sign"]:
        return _of_word(seen[0])
    if seen["four"]:
        return _time(seen[0], int(seen["four"][:2]), int(seen["four"][2:]), sure=True)
    if seen["half"]:
        hour = int(seen["hour"])
        return _half_day(seen[0], hour, int(seen["minute"] or 0), seen["half"]) if 1 <= hour <= 12 else Piece(Kind.OTHER, seen[0])
    typed = seen["wall"] or seen["bare"]
    hour = int(typed)
    of_24_hours = hour > 12 or typed.startswith("0") or (len(typed) > 1 and seen["wall_minute"] is not None)
    return _time(seen[0], hour, int(seen["wall_minute"] or 0), sure=of_24_hours)


def _half_day(word: str, hour: int, minute: int, half: str) -> Piece:
    return _time(word, hour % 12 + (12 if half == "p" else 0), minute, sure=True)


def _time(word: str, hour: int, minute: int, *, sure: bool) -> Piece:
    total = hour * 60 + minute
    return Piece(Kind.TIME, word, minute=total, sure=sure) if total <= 24 * 60 else Piece(Kind.OTHER, word)


def _of_word(word: str) -> Piece:
    if word in _DAYS:
        return Piece(Kind.DAYS, word, days=_DAYS[word])
    if word in _PARTS:
        return Piece(Kind.RANGE, word, span=_PARTS[word])
    if word in _SIGNS:
        return Piece(_SIGNS[word], word)
    if word in _NAMED_TIMES:
        return Piece(Kind.TIME, word, minute=_NAMED_TIMES[word], sure=True)
    return Piece(Kind.FILL if word in _FILL else Kind.OTHER, word)
