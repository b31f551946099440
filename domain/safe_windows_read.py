"""Reads the days and times at which it is safe to contact somebody, as they are typed or as the court sends them; never wider than was said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from domain.errors import Unreadable
from domain.safe_notes import parted
from domain.safe_window_clauses import HINT, Clause, Clauses
from domain.safe_window_words import EARLIEST, EVERY_DAY, LATEST
from domain.safe_windows import WHOLE_DAY, Window, tidied

LONGEST = 500
NOTHING = f"I read no day and no time in that. {HINT}"
TOO_LONG = f"That is long for days and times: at most {LONGEST} characters, please. {HINT}"
NO_TIME_LEFT = "That leaves no time at all. Please say when it is safe."
WITHIN = "Where no end is said I read from 08:00 and to 21:00."
Span = tuple[int, int]
Week = dict[int, list[Span]]


@dataclass(frozen=True)
class WindowsRead:
    """`unread` are the words that no part of the reading stands for; they are shown beside it. `assumed` where only what is not safe was said and nothing was known.

    `notes` are whole parts of the line that tell of no time, word for word.
    """

    windows: tuple[Window, ...]
    unread: tuple[str, ...] = ()
    assumed: bool = False
    notes: tuple[str, ...] = ()


def read_windows(text: str, known: Sequence[Window] = ()) -> WindowsRead:
    """What is only said not to be safe is taken out of the windows that are `known`. Raises Unreadable, with words to show. Takes time in proportion to the text."""
    if len(text) > LONGEST:
        raise Unreadable(TOO_LONG)
    pieces, notes = parted(text)
    read = Clauses(pieces)
    clauses = list(read)
    if not clauses:
        raise Unreadable(NOTHING)
    positive = [one for one in clauses if not one.negative]
    week = _safe(positive) if positive or not known else {day: _merged(_of_day(known, day)) for day in EVERY_DAY}
    for one in clauses:
        if one.negative:
            _take_out(week, one)
    windows = tidied((day, start, end) for day, spans in week.items() for start, end in spans)
    if not windows:
        raise Unreadable(NO_TIME_LEFT)
    return WindowsRead(windows, tuple(dict.fromkeys(read.unread)), not positive and not known, notes)


def _safe(clauses: Sequence[Clause]) -> Week:
    """What two clauses say of one day is safe by both where they overlap, and at either time where they do not."""
    week: Week = {} if clauses else {day: [(EARLIEST, LATEST)] for day in EVERY_DAY}
    days, spans = frozenset(EVERY_DAY), [(EARLIEST, LATEST)]
    for one in clauses:
        days = frozenset(one.days) if one.days else days
        spans = one.spans or (spans if one.joined else [(EARLIEST, LATEST)])
        theirs: Week = {}
        for span in spans:
            _combine(theirs, _over_midnight(days, span))
        _combine(week, theirs)
    return week


def _of_day(windows: Sequence[Window], day: int) -> list[Span]:
    return [(one.start, one.end) for one in windows if day in one.days]


def _combine(week: Week, more: Week) -> None:
    for day, spans in more.items():
        both = _shared(week.get(day, []), spans)
        week[day] = both or _merged([*week.get(day, []), *spans])


def _over_midnight(days: Iterable[int], span: Span) -> Week:
    """`10pm to 2am` ends on the next day."""
    start, end = span
    if start < end:
        return {day: [span] for day in days}
    week: Week = {day: [(start, WHOLE_DAY)] for day in days if start < WHOLE_DAY}
    for day in days:
        if end:
            week[(day + 1) % 7] = _merged([*week.get((day + 1) % 7, []), (0, end)])
    return week


def _take_out(week: Week, one: Clause) -> None:
    for span in one.spans or [(0, WHOLE_DAY)]:
        for day, cuts in _over_midnight(one.days or EVERY_DAY, span).items():
            for cut in cuts:
                week[day] = [left for held in week.get(day, []) for left in _outside(held, cut)]


def _shared(some: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    both = ((max(a, c), min(b, d)) for a, b in some for c, d in others)
    return _merged(span for span in both if span[0] < span[1])


def _outside(held: Span, cut: Span) -> list[Span]:
    parts = ((held[0], min(held[1], cut[0])), (max(held[0], cut[1]), held[1]))
    return [part for part in parts if part[0] < part[1]]


def _merged(spans: Iterable[Span]) -> list[Span]:
    return [(one.start, one.end) for one in tidied((0, start, end) for start, end in spans)]
