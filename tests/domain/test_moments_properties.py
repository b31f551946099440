"""Times written down by a slow and plain writer, in many styles and around both changes of the clocks, and read back."""

from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Unreadable
from domain.moments import LONGEST, Span, find_moment, in_words, read_moment

LONDON = ZoneInfo("Europe/London")
MINUTE = timedelta(minutes=1)
HOURS = ("twelve", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven")
PAST = {5: "five past", 10: "ten past", 15: "quarter past", 20: "twenty past", 25: "twenty five past", 30: "half past"}
TO = {35: "twenty five to", 40: "twenty to", 45: "quarter to", 50: "ten to", 55: "five to"}
SPOKEN = {0: "", **PAST, **TO}
Fits = Callable[[datetime, int], bool]
Write = Callable[[datetime, int], str]


def always(_: datetime, __: int) -> bool:
    return True


def nth(day: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day % 10 * (day // 10 != 1), "th")
    return f"{day}{ending}"


# Each: whether it may be said of a day that is so many days back, and how it is then written.
DAYS: tuple[tuple[Fits, Write], ...] = (
    (always, lambda at, _: f"{at.day}/{at.month}/{at.year}"),
    (always, lambda at, _: f"{at:%d/%m/%y}"),
    (always, lambda at, _: f"{at:%d.%m.%Y}"),
    (always, lambda at, _: f"{at:%d-%m-%Y}"),
    (always, lambda at, _: f"{at:%Y-%m-%d}"),
    (always, lambda at, _: f"{at.day} {at:%B %Y}"),
    (always, lambda at, _: f"the {nth(at.day)} of {at:%B} {at.year}"),
    (always, lambda at, _: f"{at:%b} {nth(at.day)}, {at.year}"),
    (always, lambda at, _: f"{at:%a %d %b %Y}"),
    (lambda _, back: back < 365, lambda at, _: f"{at.day}/{at.month}"),
    (lambda _, back: back < 365, lambda at, _: f"{at.day} {at:%b}"),
    (lambda _, back: back < 365, lambda at, _: f"{at:%A} {nth(at.day)} {at:%B}"),
    (lambda _, back: back < 28, lambda at, _: f"the {nth(at.day)}"),
    (lambda _, back: back < 28, lambda at, _: f"{at:%a} {nth(at.day)}"),
    (lambda _, back: 1 <= back < 7, lambda at, _: f"last {at:%A}"),
    (lambda _, back: 1 <= back < 7, lambda at, _: f"on {at:%a}"),
    (lambda _, back: 8 <= back < 14, lambda at, _: f"a week last {at:%A}"),
    (lambda _, back: back >= 2, lambda _, back: f"{back} days ago"),
    (lambda _, back: back == 2, lambda _, __: "day before yday"),
    (lambda _, back: back == 1, lambda _, __: "yesterday"),
    (lambda _, back: back == 1, lambda _, __: "y'day"),
    (lambda _, back: back == 0, lambda _, __: "today"),
)
PARTS = ("in the early hours", "in the morning", "in the afternoon", "in the evening")


def part_of(at: datetime) -> str:
    return PARTS[min(at.hour // 6 + (at.hour >= 17), 3)] if at.hour >= 6 else PARTS[0]


def by_the_clock(at: datetime) -> str:
    """As it is said aloud, with its part of the day."""
    hour = HOURS[(at.hour + (at.minute in TO)) % 12]
    return f"{SPOKEN[at.minute]} {hour}".strip()


TIMES: tuple[tuple[Fits, Write], ...] = (
    (always, lambda at, _: f"{at:%H:%M}"),
    (always, lambda at, _: f"{at:%H.%M}hrs"),
    (always, lambda at, _: f"{at:%H%M}hrs"),
    (always, lambda at, _: f"at {at:%H%M} hours"),
    (always, lambda at, _: f"{at:%I:%M%p}"),
    (always, lambda at, _: f"{at.hour % 12 or 12}.{at:%M} {'ap'[at.hour >= 12]}.m."),
    (lambda at, _: at.minute == 0, lambda at, _: f"{at.hour % 12 or 12}{'ap'[at.hour >= 12]}m"),
    (lambda at, _: at.minute in SPOKEN and at.hour not in (5, 11, 12, 16, 23, 0), lambda at, _: f"{by_the_clock(at)} {part_of(at)}"),
    (lambda at, _: at.minute == 30 and at.hour not in (0, 12), lambda at, _: f"half {at.hour % 12} {part_of(at)}"),
)
ORDERS = (
    "{day} {time}",
    "{time} {day}",
    "{day}, {time}",
    "{day} at about {time}",
    "{time} ish {day}",
    "about {time} {day}",
    "{day} - {time}",
)
BEGINNING = datetime(2026, 1, 1)  # noqa: DTZ001 - the face of a London clock
CHANGES = (datetime(2026, 3, 29, 1), datetime(2026, 10, 25, 1))  # noqa: DTZ001 - the face of a London clock
near_a_change = st.builds(lambda change, minutes: change + minutes * MINUTE, st.sampled_from(CHANGES), st.integers(-24 * 60, 24 * 60))
walls = st.one_of(near_a_change, st.integers(0, 330 * 24 * 60).map(lambda minutes: BEGINNING + minutes * MINUTE))
later = st.one_of(st.integers(0, 3 * 24 * 60), st.integers(0, 60 * 24 * 60))


def instants(wall: datetime) -> list[datetime]:
    """All at which a London clock shows this, by trying both of its offsets."""
    tried = (wall.replace(tzinfo=UTC) - timedelta(hours=ahead) for ahead in (1, 0))
    return [instant for instant in tried if instant.astimezone(LONDON).replace(tzinfo=None) == wall]


def rounded(wall: datetime, spoken: bool) -> datetime:
    return wall - (wall.minute % 5) * spoken * MINUTE


def fitting(styles: tuple[tuple[Fits, Write], ...], at: datetime, back: int) -> list[str]:
    return [write(at, back) for fits, write in styles if fits(at, back)]


def ends(text: str, now: datetime) -> list[datetime]:
    """Both ends of the time read, or nothing where it was refused."""
    with suppress(Unreadable):
        span = read_moment(text, now)
        assert in_words(span)
        return [span.start, span.end]
    return []


@st.composite
def written(draw: st.DrawFn) -> tuple[str, datetime, list[datetime]]:
    """What was typed, when, and the instants that it can mean: two in the hour that was twice, none in the one that was skipped."""
    wall = rounded(draw(walls), draw(st.booleans()))
    shown = wall.replace(tzinfo=LONDON).astimezone(UTC)
    now = shown + timedelta(hours=2, minutes=draw(later))
    back = (now.astimezone(LONDON).date() - wall.date()).days
    day, time = (draw(st.sampled_from(fitting(styles, wall, back))) for styles in (DAYS, TIMES))
    return draw(st.sampled_from(ORDERS)).format(day=day, time=time), now, instants(wall)


@given(written())
def test_what_was_written_of_an_instant_is_read_as_that_instant(one: tuple[str, datetime, list[datetime]]) -> None:
    typed, now, meant = one
    assert ends(typed, now) == [*meant[:1], *meant[-1:]]


@given(written(), st.sampled_from(["he texted her {} from a new number", "{}", "breach, {}, on order FM24F00123", "dob 12/3/85, seen {}."]))
def test_the_same_is_found_in_a_sentence(one: tuple[str, datetime, list[datetime]], sentence: str) -> None:
    typed, now, meant = one
    found = find_moment(sentence.format(typed), now)
    assert [end for span, _ in filter(None, [found]) for end in (span.start, span.end)] == [*meant[:1], *meant[-1:]]


@given(walls, st.integers(1, 7 * 24 * 60), st.sampled_from(["{} mins ago", "{} minutes ago", "about {}m ago"]))
def test_so_many_minutes_ago_is_that_long_by_any_clock(wall: datetime, minutes: int, said: str) -> None:
    now = wall.replace(tzinfo=UTC)
    many = minutes % 999
    assert ends(said.format(many), now) == [now - many * MINUTE] * 2


@given(walls, st.integers(0, 6), st.sampled_from(["between {0:%H:%M} and {1:%H:%M} on {0:%d/%m/%Y}", "{0:%d/%m/%Y %H%M}-{1:%H%M}"]))
def test_a_stretch_of_hours_has_the_ends_that_were_written(wall: datetime, hours: int, said: str) -> None:
    first, last = wall.replace(hour=wall.hour % 17, minute=15), wall.replace(hour=wall.hour % 17 + hours, minute=45)
    both = [*instants(first)[:1], *instants(last)[-1:]]
    assert ends(said.format(first, last), datetime(2027, 1, 1, tzinfo=UTC)) == both * (len(both) == 2)


@given(
    st.dates(date(2026, 1, 20), date(2026, 12, 20)), st.integers(0, 23), st.sampled_from(["last night", "overnight", "during the night"])
)
def test_last_night_is_the_night_that_began_yesterday(today: date, hour: int, said: str) -> None:
    now = datetime(today.year, today.month, today.day, hour, 30, tzinfo=LONDON).astimezone(UTC)
    began = datetime(today.year, today.month, today.day, 18, tzinfo=LONDON) - timedelta(days=1)
    morning = datetime(today.year, today.month, today.day, 6, tzinfo=LONDON).astimezone(UTC) - timedelta(seconds=1)
    assert ends(said, now) == [began.astimezone(UTC), min(morning, now)]


WORDS = (
    "last", "night", "yday", "tues", "sat", "fri/sat", "21/11", "31/2", "25/10/26", "29/3/26", "01:30", "22.15", "2230hrs", "half", "ten", "past", "to",
    "noon", "midnight", "now", "20 mins", "a couple of hours", "ago", "week", "before", "after", "since", "between", "from", "and", "or", "-", "about",
    "ish", "pm", "early hours", "morning", "overnight", "weekend", "boxing day", "nov", "21st", "may", "2019", "in the", "bst", "gmt", "0", "99", "3",
    "tomorrow", "tonight", "this", "next", "\u0663", "\u00b2", "\u0130", "\u00df", "?",
)  # fmt: skip
anything = st.one_of(st.text(max_size=LONGEST + 1), st.lists(st.sampled_from(WORDS), max_size=9).map(" ".join))


def sound(spans: list[Span], now: datetime) -> bool:
    return all(span.start <= span.end <= now and in_words(span) for span in spans)


@given(anything, walls)
def test_whatever_is_typed_is_read_as_past_or_refused_with_words(typed: str, wall: datetime) -> None:
    now = wall.replace(tzinfo=UTC)
    read = ends(typed, now)
    assert read == sorted(read)
    assert all(end <= now for end in read)


@given(anything, walls)
def test_whatever_is_told_of_gives_a_time_that_is_past_in_words_that_stand_there(account: str, wall: datetime) -> None:
    now = wall.replace(tzinfo=UTC)
    found = list(filter(None, [find_moment(account, now)]))
    assert sound([one.span for one in found], now)
    assert all(piece in account for one in found for piece in one.words.split(", "))
