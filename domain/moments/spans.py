"""Reckons what was found into instants: London wall time to UTC, the latest that is not to come, and asked again where it could be two."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from domain.errors import Unreadable
from domain.london import LONDON, at_london, long_date, to_london
from domain.moments.found import DAY, HALF, HINT, NIGHT, STRANGE, TO_COME, TWO_MIDNIGHTS, VAGUE, Found, StillToCome, clock_words, either
from domain.moments.phrases import Phrase

_WHOLE_DAY = (0, 24)
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True)
class Span:
    """From `start` to `end`, both UTC and included; the same instant twice where the time is known."""

    start: datetime
    end: datetime
    about: bool = False


def span_of(phrase: Phrase) -> Span:
    """Raises Unreadable, and StillToCome for what has not begun; a stretch that goes on ends now."""
    span = _read(phrase)
    if span.start > phrase.now:
        raise StillToCome(TO_COME)
    return replace(span, end=min(span.end, phrase.now), about=any(found.about for found in phrase.founds) or phrase.joint == "or")


def _read(phrase: Phrase) -> Span:
    if len(phrase.founds) > 1 and phrase.latest.tells():
        first, last = phrase.founds
        return resolve(_merged(first, last)) if _only_set_apart(phrase) else _between(first, last)
    found = phrase.founds[0]
    if phrase.opener in ("between", "from") or phrase.joint:
        raise Unreadable(STRANGE)
    span = resolve(found)
    if phrase.opener == "since" or found.open_ended:
        return Span(span.start, max(phrase.now, span.start))
    if phrase.opener in ("before", "by", "after"):
        return _beyond(found, span, phrase.opener)
    return span


def _only_set_apart(phrase: Phrase) -> bool:
    """`sat - 10pm`: a day and a time of day, and no stretch."""
    first, last = phrase.founds
    if phrase.joint != "-" or first.ago or last.ago:
        return False
    days = (first.names_a_day(), last.names_a_day())
    timed = last if days == (True, False) else first
    dated = first if timed is last else last
    return days in ((True, False), (False, True)) and not dated.names_a_time() and (timed.names_a_time() or dated.part is None)


def _merged(first: Found, last: Found) -> Found:
    timed, dated = (first, last) if last.names_a_day() else (last, first)
    if timed.part is not None:
        dated.during(timed.part)
    return replace(dated, minutes=timed.minutes, how=timed.how, zone=timed.zone or dated.zone)


def _beyond(found: Found, span: Span, opener: str) -> Span:
    """`after nine last night` reaches to the end of that night, `before nine` back to its beginning."""
    if found.minutes is None:
        raise Unreadable(VAGUE)
    found = _of_the_night(found)
    settled = found.settled()
    day = settled[0] if settled else _latest_day(found, found.part) if found.part else to_london(span.start).date()
    whole = _during(day, found.part or _WHOLE_DAY)
    return Span(whole.start, span.end) if opener != "after" else Span(span.start, whole.end)


def resolve(found: Found) -> Span:
    found = _of_the_night(found)
    settled = found.settled()
    if found.past is not None:
        raise Unreadable(STRANGE)
    if found.ago is not None:
        if settled or found.part or found.minutes is not None:
            raise Unreadable(STRANGE)
        return Span(found.ago, found.ago)
    if found.minutes is not None or found.part is not None:
        if settled and settled[0] != settled[1]:
            raise Unreadable(VAGUE)
        _ask_which_week(found)
        day = settled[0] if settled else None
        return _during(day or _latest_day(found, found.part), found.part) if found.minutes is None and found.part else _at_time(found, day)
    if settled is None:
        raise Unreadable(STRANGE)
    return Span(_during(settled[0], _WHOLE_DAY).start, _during(settled[1], _WHOLE_DAY).end)


def _of_the_night(found: Found) -> Found:
    """Of two days that name the night between them, a time or the night is of that night."""
    if not found.night_between or (found.minutes is None and found.part is None) or found.part not in (None, NIGHT):
        return found
    return replace(found, part=NIGHT, last_day=found.day, weekday=None, night_between=False)


def _ask_which_week(found: Found) -> None:
    """On a Sunday, `sunday 9am` may be today's or that of a week ago; `last` tells."""
    by_name = found.weekday == found.today.weekday() and found.day is None and found.week is None and not found.weeks_off
    if not by_name or found.is_last:
        return
    with_today = replace(
        found, weekday=None, day=found.today, last_day=found.today, seen=set(), how="clock" if found.how == "midnight" else found.how
    )
    if resolve(with_today).start <= found.now:
        before = long_date(found.today - timedelta(days=7))
        raise Unreadable(
            f"Is that today, {found.today:%A}, or {found.today:%A} {before}? Please type 'today' or 'last {found.today:%A}', and the time."
        )


def _between(first: Found, last: Found) -> Span:
    """An end that names no day takes it from the other: `between 9 and 10 last night`, `from 11pm friday to 1am`."""
    if first.past is not None:
        raise Unreadable(STRANGE)
    first, last = _on_one_clock(first, last)
    if last.past is not None:
        last = _past_the_same_hour(first, last)
    if _names_no_day(first):
        last = _nearest_after(first, last)
        end = resolve(last)
        start = _beside(first, last, lambda instant: instant <= end.start, end.start)
    elif _names_no_day(last):
        first = _nearest_before(first, last)
        start = resolve(first)
        end = _beside(last, first, lambda instant: instant >= start.start, start.start)
    else:
        start, end = _two_days(first, last)
    if start.start > end.end:
        raise Unreadable(f"The second of those times is before the first. {HINT}")
    return Span(start.start, end.end)


def _on_one_clock(first: Found, last: Found) -> tuple[Found, Found]:
    """`10.15 until 10.45pm` is on the twelve-hour clock at both its ends."""
    hours = {first.how, last.how}
    if hours != {"fixed", "clock"}:
        return first, last
    on_it = [replace(end, how="bare") if end.how == "clock" and (end.minutes or 0) < 13 * 60 else end for end in (first, last)]
    return on_it[0], on_it[1]


def _nearest_before(first: Found, last: Found) -> Found:
    """`yday 7-9pm` is two hours: the half of the day that is not said of the first is the one nearer to the last."""
    if first.how != "bare" or first.part is not None or last.how == "bare":
        return first
    end = last.minutes or 0
    return replace(first, minutes=min(choices(first.minutes or 0, "bare", _WHOLE_DAY), key=lambda start: (end - start) % DAY), how="fixed")


def _nearest_after(first: Found, last: Found) -> Found:
    if last.how != "bare" or last.part is not None or first.how == "bare":
        return last
    start = first.minutes or 0
    return replace(last, minutes=min(choices(last.minutes or 0, "bare", _WHOLE_DAY), key=lambda end: (end - start) % DAY), how="fixed")


def _past_the_same_hour(first: Found, last: Found) -> Found:
    if first.minutes is None or first.minutes % 60:
        raise Unreadable(STRANGE)
    return replace(last, minutes=(first.minutes + (last.past or 0)) % DAY, how=first.how, past=None)


def _two_days(first: Found, last: Found) -> tuple[Span, Span]:
    """Two days by name are in the order in which they are told: on a Sunday, `fri to sun` ends today."""
    if last.week is None and first.week is not None and last.weekday is not None and last.day is None:
        last = replace(last, week=first.week)
    if last.part is not None and not last.names_a_day():
        return resolve(first), _first_part_after(resolve(first), last)
    if first.overnight:
        return (resolve(first),) * 2
    shifts = [(0, 0), *([(0, 7)] if last.weekday is not None else []), *([(-7, 0)] if first.weekday is not None else [])]
    pairs = [(resolve(_moved(first, before)), resolve(_moved(last, after))) for before, after in shifts]
    in_order = (pair for pair in pairs if pair[0].start <= pair[1].end and pair[1].start <= first.now)
    return next(in_order, pairs[0])


def _moved(found: Found, days: int) -> Found:
    settled = found.settled()
    if settled is None:
        return found
    shift = timedelta(days=days)
    return replace(found, weekday=None, week=None, weeks_off=0, day=settled[0] + shift, last_day=settled[1] + shift)


def _first_part_after(start: Span, last: Found) -> Span:
    """`from 9pm friday until the early hours`."""
    day = to_london(start.start).date()
    days = (replace(last, day=day + timedelta(days=step), last_day=day + timedelta(days=step)) for step in (0, 1))
    ends = [resolve(one) for one in days]
    return next((end for end in ends if end.start >= start.start), ends[-1])


def _names_no_day(found: Found) -> bool:
    return found.minutes is not None and not found.names_a_day() and found.part is None


def _beside(found: Found, other: Found, fits: Callable[[datetime], bool], at: datetime) -> Span:
    """A clock time in the same part of the day as the other end, else the nearest to it on the right side."""
    minutes = found.minutes or 0
    settled = other.settled()
    if other.part is not None and choices(minutes, found.how, other.part):
        return resolve(replace(found, day=settled and settled[0], last_day=settled and settled[1], part=other.part))
    days = [to_london(at).date() + timedelta(days=shift) for shift in (-1, 0, 1)]
    near = [(day, choice) for day in days for choice in choices(minutes, found.how, _WHOLE_DAY) if fits(_instant(day, choice))]
    return _wall_span(found, *min(near, key=lambda one: abs(_instant(*one) - at)))


def _during(day: date, part: tuple[int, int]) -> Span:
    return Span(_instant(day, part[0] * 60), _instant(day, part[1] * 60) - _SECOND)


def _latest_day(found: Found, part: tuple[int, int] | None) -> date:
    begun = _instant(found.today, (part or _WHOLE_DAY)[0] * 60) <= found.now
    return found.today if begun and not found.overnight else found.today - timedelta(days=1)


def _at_time(found: Found, day: date | None) -> Span:
    minutes = found.minutes or 0
    if day is None and found.part is None:
        return _wall_span(found, *max(_past_readings(found, minutes)))
    if found.how == "midnight" and found.part is None:
        raise Unreadable(TWO_MIDNIGHTS)
    part = found.part or _WHOLE_DAY
    day = day or _latest_day(found, part)
    inside = choices(minutes, found.how, part)
    past = [choice for choice in inside if _instant(day, choice) <= found.now] or inside[:1]
    if not past:
        raise Unreadable(f"That time is not in that part of the day. {HINT}")
    if len(past) > 1:
        raise Unreadable(either(past[0], past[1]))
    return _wall_span(found, day, past[0])


def _past_readings(found: Found, minutes: int) -> Iterator[tuple[date, int]]:
    for day in (found.today, found.today - timedelta(days=1)):
        yield from ((day, choice) for choice in choices(minutes, found.how, _WHOLE_DAY) if _instant(day, choice) <= found.now)


def choices(minutes: int, how: str, part: tuple[int, int]) -> list[int]:
    """The readings of a clock time, in minutes from the start of the day, that lie in the part of the day."""

    def inside(step: int, first: int) -> list[int]:
        return [choice for choice in range(first, 2 * DAY, step) if part[0] * 60 <= choice < part[1] * 60]

    either_half = inside(HALF, minutes % HALF)
    if how == "bare":
        return either_half
    exact = inside(DAY, minutes)
    return exact or (either_half[:1] if how == "clock" and minutes < 13 * 60 else [])


def _wall(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time.min) + timedelta(minutes=minutes)


def _instant(day: date, minutes: int) -> datetime:
    wall = _wall(day, minutes)
    return at_london(wall.date(), wall.time())


def _wall_span(found: Found, day: date, minutes: int) -> Span:
    """One instant; both where the clocks went back and it is not said which; refused where they went forward over it."""
    wall = _wall(day, minutes)
    first = at_london(wall.date(), wall.time())
    if to_london(first).replace(tzinfo=None) != wall:
        raise Unreadable(
            f"The clocks went forward that night, so there was no {clock_words(minutes)}: 01:00 became 02:00. No time was taken. What time was it?"
        )
    both = [first, wall.replace(tzinfo=LONDON, fold=1).astimezone(UTC)]
    if found.zone:
        both = [instant for instant in both if to_london(instant).tzname() == found.zone]
    if not both:
        raise Unreadable(f"London was not on {found.zone} then. Please type the time as the clocks there showed it.")
    begun = [instant for instant in both if instant <= found.now] or both
    return Span(begun[0], begun[-1])
