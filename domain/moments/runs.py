"""The runs of words of time that stand in a sentence, each as far as it goes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from domain.errors import Unreadable
from domain.moments.found import NO_DATE, VAGUE, StillToCome
from domain.moments.no_times import GOES_ON, OTHER_WORD, no_time_at
from domain.moments.numbers import HOUR_WORDS
from domain.moments.phrases import Phrase, add, begun, piece_at
from domain.moments.table import Entry, Kind
from domain.moments.times import take_about

_NAMES_TOO = ("may", "mar", "march", "jan", "june", "april")
_SHORT_DAYS = ("mon", "sat", "sun", "wed")
_LEADS = frozenset([Kind.CUE, Kind.OPEN, Kind.JOIN])
_TELLS = frozenset([Kind.WHOLE, Kind.PART, Kind.HOUR, Kind.FIGURES, Kind.NAME, Kind.TO])
# A date further back is somebody's date of birth, or of another matter.
_LONG_AGO = 10
_SETS_APART = frozenset(" .,;:!?-/'")
_BEFORE_A_FIGURE = "/.:-_@\u00a3$#+"


@dataclass
class Run:
    """`start` and `end` are places in the text; `sure` is whether it would tell of a time without what stands around it."""

    phrase: Phrase
    start: int = -1
    end: int = -1
    sure: bool = False
    last: Kind = Kind.NOTHING
    lead: str = ""
    trouble: str = ""
    to_come: bool = False


def runs_in(text: str, now: datetime) -> Iterator[Run]:
    """Reads from left to right, and at each place tries each pattern once."""
    run, at = Run(begun(now)), 0
    while at < len(text):
        if run.start < 0 and text[at] in _SETS_APART:
            at += 1
            continue
        end = no_time_at(text, at) if _begins_a_word(text, at) else 0
        seen = piece_at(text, at, run.phrase) if not end and (run.start >= 0 or _begins_a_word(text, at)) else None
        if seen is None or not _counts(run, seen[0], seen[1], text):
            yield from _closed(run)
            run, at = Run(begun(now)), end or next(OTHER_WORD.finditer(text, at)).end()
            continue
        if not _taken(run, *seen):
            yield from _closed(run)
            run = _begun_with(*seen, now)
            if run.trouble and not run.sure:
                yield run
                run = Run(begun(now))
        at = seen[1].end()
    yield from _closed(run)


def _begins_a_word(text: str, at: int) -> bool:
    if at == 0:
        return True
    before = text[at - 1]
    return not before.isalnum() and not (text[at].isdigit() and before in _BEFORE_A_FIGURE and text[at - 2 : at - 1].isalnum())


def _closed(run: Run) -> Iterator[Run]:
    if run.end < 0:
        return
    phrase = run.phrase
    if len(phrase.founds) > 1 and not phrase.latest.tells():
        phrase.founds.pop()
        phrase.joint = ""
    if len(phrase.founds) == 1 and phrase.opener in ("between", "from"):
        phrase.opener = ""
    yield run


def _taken(run: Run, entry: Entry, piece: re.Match[str]) -> bool:
    """Whether it goes with the run; what is unreadable by itself is noted and goes with none."""
    try:
        add(run.phrase, entry, piece)
    except Unreadable:
        return False
    if piece[0].isspace():
        return True
    if entry.kind is Kind.NOTHING and run.start < 0:
        run.lead = piece[0]
        return True
    run.start = piece.start() if run.start < 0 else run.start
    if entry.kind in _TELLS or "ish" in piece[0]:
        run.end = piece.end()
    if entry.kind in _TELLS:
        run.sure = run.sure or _is_sure(run, entry, piece)
    if entry.kind is not Kind.NOTHING or piece[0] in ("of", "the"):
        run.lead = "at" if run.lead == "at" and entry.take is take_about else piece[0]
        run.last = entry.kind if entry.kind is not Kind.NOTHING else run.last
    return True


def _begun_with(entry: Entry, piece: re.Match[str], now: datetime) -> Run:
    run = Run(begun(now))
    if _taken(run, entry, piece):
        return run
    try:
        add(begun(now), entry, piece)
    except StillToCome:
        run.to_come, run.start, run.end = True, piece.start(), piece.end()
    except Unreadable as refusal:
        run.trouble, run.start, run.end = refusal.advice, piece.start(), piece.end()
    run.sure = run.to_come or run.trouble in (NO_DATE, VAGUE)
    return run


def _is_sure(run: Run, entry: Entry, piece: re.Match[str]) -> bool:
    if entry.kind is Kind.PART:
        return piece["part"] in ("early hours", "small hours") or (run.lead == "at" and piece["part"].endswith("time"))
    if entry.kind is Kind.HOUR:
        return piece["half"] is not None or "clock" in piece[0] or run.lead in ("at", "@", "after", "before", "since")
    return True


def _counts(run: Run, entry: Entry, piece: re.Match[str], text: str) -> bool:
    """Whether a piece is told of as a time here, and not as a name, a number or a verb."""
    led = run.last in _LEADS or run.sure
    match entry.kind:
        case Kind.HOUR:
            return piece["half"] is not None or "clock" in piece[0] or (led and _stands(piece, text)) or _part_next(piece, text)
        case Kind.TO:
            return _stands(piece, text) and (piece.groupdict().get("hour") is not None or bool(run.phrase.joint))
        case Kind.FIGURES:
            return _figures_count(run, piece, text)
        case Kind.NAME:
            return _name_counts(run, piece, text)
        case Kind.WHOLE:
            return _whole_counts(run, piece, text)
        case _:
            return True


def _stands(piece: re.Match[str], text: str) -> bool:
    return GOES_ON.match(text, piece.end()) is not None


def _figures_count(run: Run, piece: re.Match[str], text: str) -> bool:
    groups = piece.groupdict()
    if piece[0] in ("just now", "right now"):
        return True
    if "hour" not in groups:
        return piece[0] in ("bst", "gmt", "utc") and run.start >= 0
    figures = piece[0].strip()
    if not figures.isdecimal():
        return len(figures.rstrip("hoursapm. ")) > 2 or run.last in _LEADS
    a_year = groups["hour"] in ("19", "20") and run.lead not in ("at", "@")
    return len(figures) == 4 and not a_year and (run.last in _LEADS or run.sure or _day_next(piece, text)) and _stands(piece, text)


_A_DAY_NEXT = re.compile(
    r" (?:hrs |hours )?(?:on )?(?:last|this|yesterday|today|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d\d?/\d)"
)


def _day_next(piece: re.Match[str], text: str) -> bool:
    return _A_DAY_NEXT.match(text, piece.end()) is not None


_A_PART_NEXT = re.compile(r" ?(?:in the (?:morning|afternoon|evening|early hours)|at night)\b")


def _part_next(piece: re.Match[str], text: str) -> bool:
    return _A_PART_NEXT.match(text, piece.end()) is not None


def _name_counts(run: Run, piece: re.Match[str], text: str) -> bool:
    groups = piece.groupdict()
    if "weekday" in groups:
        told = groups["last"] or groups["this"] or groups["gone"] or groups["before"]
        return bool(told or run.last in _LEADS or run.sure) or piece["weekday"] not in _SHORT_DAYS or _leads_on(piece, text)
    if "month_name" in groups:
        plain = groups["year"] is None and piece[0].strip()[-1].isdigit()
        return not plain or piece["month_name"] not in _NAMES_TOO or run.last in _LEADS or _leads_on(piece, text)
    after_a_day = run.sure and run.phrase.latest.weekday is not None
    by_date = run.lead == "the" and (run.last in _LEADS or _leads_on(piece, text))
    return (after_a_day or by_date or run.sure) and _stands(piece, text)


_HEADS = re.compile(" ?[:,-]")
_MORE_OF_A_DAY = re.compile(
    r"[ ,-]{1,3}(?:(?:at|about|around|approx|the|in the|early|late) ){0,3}(?:morning|afternoon|evening|night|early hours|[ap]m\b|lunchtime|teatime|noon|mid(?:day|night)"
    rf"|half|(?:a )?quarter|twenty|{HOUR_WORDS}|\d)"
)


def _leads_on(piece: re.Match[str], text: str) -> bool:
    """A part of the day follows, or it heads its sentence: `Sat: rang again`."""
    heads = text[max(0, piece.start() - 2) : piece.start()].rstrip()[-1:] in ("", ".", ";") and _HEADS.match(text, piece.end()) is not None
    return heads or _MORE_OF_A_DAY.match(text, piece.end()) is not None


def _whole_counts(run: Run, piece: re.Match[str], text: str) -> bool:
    groups = piece.groupdict()
    led = run.last in _LEADS or run.sure
    year = int(groups.get("year") or run.phrase.now.year)
    if "day" in groups and abs(year % 2000 - run.phrase.now.year % 2000) > _LONG_AGO:
        return False
    if "minute" in groups:
        fits = int(piece["hour"]) < 24 and int(piece["minute"]) < 60
        return fits and ("." not in piece[0][:3] or led or groups["half"] is not None or piece[0][-1].isalpha() or _day_next(piece, text))
    if "month_name" in groups and "dashed" in groups:
        plain = piece[0].replace(piece["month_name"], "").strip().isdecimal()
        return led or not plain or piece["month_name"] not in _NAMES_TOO or _leads_on(piece, text) or _stands(piece, text)
    if "day" in groups and "month" in groups and "year" not in groups:
        return 1 <= int(piece["day"]) <= 31 and 1 <= int(piece["month"]) <= 12
    return True
