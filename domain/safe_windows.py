"""When a protected person may safely be contacted: days and times on the wall in London, and the instants that lie in them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.london import at_london, to_london

WHOLE_DAY = 24 * 60
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
# A window of each week opens again within so many days, also where a change of the clocks swallows it once.
_FURTHEST = 15 * _DAY
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORTEST_RUN = 3


@dataclass(frozen=True, order=True)
class Window:
    """`days` in order, Monday is 0; from `start` up to `end` in minutes of the day on the wall, `end` itself left out."""

    days: tuple[int, ...]
    start: int
    end: int


@dataclass(frozen=True)
class Slot:
    """One opening of a window: from `start` up to `end`, both UTC, `end` itself left out."""

    start: datetime
    end: datetime


def tidied(pieces: Iterable[tuple[int, int, int]]) -> tuple[Window, ...]:
    """Windows out of (day, start, end): what touches is joined, days that are alike stand together."""
    of_days: dict[int, list[list[int]]] = defaultdict(list)
    for day, start, end in sorted(pieces):
        joined = of_days[day]
        if joined and start <= joined[-1][1]:
            joined[-1][1] = max(joined[-1][1], end)
        else:
            joined.append([start, end])
    alike: dict[tuple[int, int], list[int]] = defaultdict(list)
    for day in sorted(of_days):
        for start, end in of_days[day]:
            alike[start, end].append(day)
    return tuple(sorted(Window(tuple(days), start, end) for (start, end), days in alike.items()))


def is_within(windows: Sequence[Window], moment: datetime) -> bool:
    local = to_london(moment)
    minute = local.hour * 60 + local.minute
    return any(local.weekday() in one.days and one.start <= minute < one.end for one in windows)


def next_slot(windows: Sequence[Window], since: datetime, until: datetime) -> Slot | None:
    """The first opening between the two moments, cut to them; None where there is none."""
    for slot in _slots(windows, to_london(since).date(), to_london(min(until, since + _FURTHEST)).date()):
        cut = Slot(max(slot.start, since), min(slot.end, until))
        if cut.start < cut.end:
            return cut
    return None


def last_slot(windows: Sequence[Window], since: datetime, until: datetime) -> Slot | None:
    """The last opening between the two moments, cut to them; None where there is none."""
    found = None
    for slot in _slots(windows, to_london(max(since, until - _FURTHEST)).date(), to_london(until).date()):
        cut = Slot(max(slot.start, since), min(slot.end, until))
        found = cut if cut.start < cut.end else found
    return found


def next_slots(windows: Sequence[Window], since: datetime, count: int) -> list[Slot]:
    """The openings that begin after that moment, soonest first."""
    first = to_london(since).date()
    found = [slot for slot in _slots(windows, first, first + _FURTHEST) if slot.start > since]
    return found[:count]


def window_words(windows: Sequence[Window]) -> str:
    """As the reader of windows reads them back: `Monday to Friday 18:00 to 21:00; Saturday 10:00 to 12:00`."""
    return "; ".join(f"{_days(one.days)} {_clock(one.start)} to {_clock(one.end)}" for one in windows)


def _slots(windows: Sequence[Window], first: date, last: date) -> Iterator[Slot]:
    """In order. In the hour that the clocks strike twice a window opens with the second and closes with the first: so no moment of it is outside on the wall."""
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        theirs = sorted((one.start, one.end) for one in windows if day.weekday() in one.days)
        slots = (Slot(_opening(day, start), _instant(day, end)) for start, end in theirs)
        yield from (slot for slot in slots if slot.start < slot.end)


def _instant(day: date, minute: int) -> datetime:
    return at_london(day + timedelta(days=minute // WHOLE_DAY), time(minute % WHOLE_DAY // 60, minute % 60))


def _opening(day: date, minute: int) -> datetime:
    first = _instant(day, minute)
    again = to_london(first + _HOUR)
    return first + _HOUR if (again.hour, again.minute) == divmod(minute, 60) else first


def _days(days: Sequence[int]) -> str:
    if len(days) == len(_NAMES):
        return "every day"
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    said = [name for run in runs for name in _run(run)]
    return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} and {said[-1]}"


def _run(days: Sequence[int]) -> list[str]:
    return [f"{_NAMES[days[0]]} to {_NAMES[days[-1]]}"] if len(days) >= _SHORTEST_RUN else [_NAMES[day] for day in days]


def _clock(minute: int) -> str:
    return "midnight" if minute == WHOLE_DAY else f"{minute // 60:02}:{minute % 60:02}"
