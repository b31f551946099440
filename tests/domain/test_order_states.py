"""How an order stands at any instant, held against a slow reckoning that tries every hour a day may hide."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations, product
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.measures import Kind
from domain.order_states import Stands, standing_at, standing_words, state_told
from domain.orders import ENDED, Change, Order, OrderState, state_at
from tests.orders import an_order

LONDON = ZoneInfo("Europe/London")
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)
MADE = date(2026, 3, 20)
EARLIEST, LATEST = datetime(2026, 3, 18, tzinfo=UTC), datetime(2026, 11, 4, tzinfo=UTC)


def london(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), LONDON).astimezone(UTC)


def minutes(first: datetime, last: datetime) -> Iterator[datetime]:
    return (first + MINUTE * number for number in range(int((last - first) / MINUTE)))


# Days about both changes of the clock and the making, so that changes, ends and questions fall on each other.
DAYS = st.sampled_from([date(2026, 3, 20), *(date(2026, 3, day) for day in (28, 29, 30)), *(date(2026, 10, day) for day in (24, 25, 26))])
INSTANTS = st.builds(
    lambda day, minute: datetime.combine(day, time(), LONDON).astimezone(UTC) + minute * MINUTE, DAYS, st.sampled_from(range(-60, 1560, 30))
)
ENDS = st.none() | INSTANTS | DAYS.map(lambda day: london(day, 23, 59))
VARIATIONS = st.lists(st.tuples(st.none() | DAYS, st.none() | INSTANTS, ENDS, st.none() | DAYS, st.sampled_from(Change)), max_size=3)


@st.composite
def histories(draw: st.DrawFn) -> list[Order]:
    """An order as made, its variations, corrections of the newest, and some taken back as a slip, in the sequence in which the register came to know."""
    first = an_order(made_on=draw(st.none() | st.just(MADE)), expires_at=draw(ENDS), return_hearing_on=draw(st.none() | DAYS))
    versions = [first]
    for number, (day, at, end, hearing, change) in enumerate(draw(VARIATIONS), 1):
        versions.append(
            replace(first, variation=number, change=change, changed_on=day, changed_at=at, expires_at=end, return_hearing_on=hearing)
        )
    versions += [replace(versions[-1], expires_at=draw(ENDS)) for _ in range(draw(st.integers(0, 2)))]
    versions += draw(st.lists(st.sampled_from(versions), max_size=1))
    ended = draw(st.none() | INSTANTS), draw(st.none() | INSTANTS)
    versions[-1] = replace(versions[-1], discharged_at=ended[0], undertaking_at=ended[1])
    return [replace(one, version=number) for number, one in enumerate(versions, 1)]


def hours(one: Order, asked: datetime) -> list[datetime]:
    """Every instant at which this variation may have begun that could matter to the instant asked about."""
    if one.variation == 0:
        return [datetime.min.replace(tzinfo=UTC)]
    if one.changed_at is not None:
        return [one.changed_at]
    if one.changed_on is None:
        return [asked - MINUTE * 10_000_000, *(asked + number * MINUTE for number in (-1, 0, 1))]
    midnight, next_midnight = (datetime.combine(day, time(), LONDON).astimezone(UTC) for day in (one.changed_on, one.changed_on + DAY))
    return [*list(minutes(midnight, next_midnight))[::30], next_midnight - MINUTE]


def slowly(versions: Sequence[Order], asked: datetime) -> set[int]:
    """The variations that may govern: for each way in which the unknown hours may have fallen, the last that had begun."""
    newest = {one.variation: one for one in versions if one.variation <= versions[-1].variation}
    found = set()
    for begun in product(*(hours(one, asked) for one in newest.values())):
        way = sorted(zip(begun, newest, strict=True))
        if all(_in_sequence(newest[first], newest[then]) for (_, first), (_, then) in combinations(way, 2)):
            found |= {[number for at, number in way if at <= asked][-1]}
    return found


def _in_sequence(first: Order, then: Order) -> bool:
    """Two changes known by the same day alone came in the sequence of their numbers."""
    is_alike = (first.changed_on, first.changed_at) == (then.changed_on, then.changed_at)
    return not is_alike or first.variation < then.variation


@settings(max_examples=200)
@given(histories(), INSTANTS)
def test_whatever_the_hours_that_are_not_known_the_versions_that_may_govern_are_named_and_no_others(
    versions: list[Order], asked: datetime
) -> None:
    found = standing_at(versions, asked)
    was_made = versions[-1].made_on is None or asked.astimezone(LONDON).date() >= versions[-1].made_on
    assert {one.variation for one in found.governing} == (slowly(versions, asked) if was_made else set())
    assert set(found.governing) <= set(versions)


@given(histories(), INSTANTS)
def test_an_order_has_ended_only_where_every_version_that_may_govern_says_so(versions: list[Order], asked: datetime) -> None:
    found, newest = standing_at(versions, asked), versions[-1]
    stopped = any(at is not None and at <= asked for at in (newest.discharged_at, newest.undertaking_at))
    run_out = [one.expires_at is not None and one.expires_at <= asked for one in found.governing]
    assert (found.state in ENDED) == (bool(run_out) and (stopped or all(run_out)))


@given(histories(), INSTANTS)
def test_an_order_is_never_said_to_be_plainly_in_force(versions: list[Order], asked: datetime) -> None:
    assert standing_words(standing_at(versions, asked)) not in ("In force", "")


@given(histories(), INSTANTS)
def test_an_order_that_was_never_varied_stands_as_its_newest_version_says(versions: list[Order], asked: datetime) -> None:
    never_varied = [*[one for one in versions if one.variation == 0][:1], replace(versions[-1], variation=0)]
    assert standing_at(never_varied, asked).state is state_at(never_varied[-1], asked)


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25), date(2026, 7, 1)])
def test_an_order_to_2359_runs_to_that_minute_of_the_london_clock_also_where_the_clocks_change(day: date) -> None:
    order = an_order(made_on=day - DAY, expires_at=london(day, 23, 59))
    walked = list(minutes(london(day - 2 * DAY, 12), london(day + DAY, 12)))
    wall = [f"{moment.astimezone(LONDON):%Y-%m-%d %H:%M}" for moment in walked]
    expected = [("made" if text[:10] < f"{day}" else "runs") if text < f"{day} 23:59" else "over" for text in wall]
    words = {Stands.NOT_YET_MADE: "before", Stands.MADE_THAT_DAY: "made", Stands.IN_FORCE: "runs", Stands.EXPIRED: "over"}
    found = [words[standing_at([order], moment).how] for moment in walked]
    before = found.count("before")
    assert found == ["before"] * before + expected[before:]
    assert wall[before].endswith(f"{day - DAY} 00:00")


@pytest.mark.parametrize("day", [date(2026, 3, 29), date(2026, 10, 25)])
def test_a_variation_governs_from_its_minute_and_the_version_before_it_until_then(day: date) -> None:
    at = london(day, 10, 15)
    first = an_order(made_on=MADE, expires_at=london(date(2026, 10, 31), 23, 59))
    varied = replace(first, version=2, variation=1, change=Change.VARIED, changed_at=at)
    found = [standing_at([first, varied], moment) for moment in (at - MINUTE, at)]
    assert [(one.governing, one.how) for one in found] == [((first,), Stands.IN_FORCE), ((varied,), Stands.VARIED)]


def test_on_the_day_of_a_change_without_an_hour_both_versions_are_to_be_read() -> None:
    first = an_order(made_on=MADE)
    varied = replace(first, version=2, variation=1, change=Change.VARIED, changed_on=date(2026, 7, 1))
    found = standing_at([first, varied], london(date(2026, 7, 1), 12))
    assert (found.how, found.state, found.governing) == (Stands.CHANGED_THAT_DAY, OrderState.VARIED, (first, varied))


def test_two_changes_that_may_have_begun_at_one_instant_are_both_to_be_read() -> None:
    first, day = an_order(made_on=MADE), date(2026, 7, 1)
    varied = replace(first, version=2, variation=1, change=Change.VARIED, changed_on=day)
    again = replace(first, version=3, variation=2, change=Change.VARIED, changed_at=london(day, 0))
    assert standing_at([first, varied, again], london(day + DAY, 12)).governing == (varied, again)


def test_of_two_changes_at_one_known_instant_the_later_in_the_register_governs() -> None:
    first, at = an_order(made_on=MADE), london(date(2026, 7, 1), 10)
    varied, again = (replace(first, version=number + 1, variation=number, change=Change.VARIED, changed_at=at) for number in (1, 2))
    assert standing_at([first, varied, again], at + MINUTE).governing == (again,)


def test_what_only_corrects_a_version_takes_its_place_for_the_whole_of_its_time() -> None:
    wrong = an_order(made_on=MADE, expires_at=london(date(2026, 4, 1), 12))
    right = replace(wrong, version=2, expires_at=london(date(2026, 9, 1), 12))
    assert standing_at([wrong, right], london(date(2026, 3, 25), 12)).governing == (right,)
    assert standing_at([wrong, right], london(date(2026, 5, 1), 12)).how is Stands.IN_FORCE


def test_before_it_was_made_no_version_governs() -> None:
    assert standing_at([an_order(made_on=MADE)], london(MADE - DAY, 12)).governing == ()


@pytest.mark.parametrize(
    ("order", "words"),
    [
        (an_order(made_on=date(2026, 7, 1)), "Made that day, time not known: ask the court for the hour"),
        (
            an_order(return_hearing_on=date(2026, 7, 9)),
            "In force on what the court last told us, return hearing on 9 July 2026",
        ),
        (
            an_order(return_hearing_on=date(2026, 7, 9), expires_at=None),
            "No end date known, return hearing on 9 July 2026: treat as live and check with the court",
        ),
        (an_order(return_hearing_on=date(2026, 6, 9)), "May have ended at the hearing of 9 June 2026: check with the court"),
        (an_order(expires_at=None), "No end date known: treat as live and check with the court"),
        (
            an_order(variation=1, change=Change.VARIED, changed_on=date(2026, 6, 20)),
            "Varied on 20 June 2026: the newest version governs what is done since",
        ),
        (an_order(variation=1, change=Change.EXTENDED, changed_on=date(2026, 6, 20)), "Extended on 20 June 2026: it runs to the newer end"),
        (an_order(undertaking_at=london(date(2026, 6, 30), 9)), "Replaced by an undertaking: not this offence"),
    ],
)
def test_each_way_of_standing_is_said_in_words(order: Order, words: str) -> None:
    assert standing_words(standing_at([order], london(date(2026, 7, 1), 12))) == words


def test_a_notice_that_runs_until_its_hearing_is_told_with_that_hearing_and_an_order_of_the_court_in_its_own_words() -> None:
    now, hearing = london(MADE, 12), MADE + 2 * DAY
    notice = an_order(kind=Kind.DVPN, made_on=MADE, made_at=london(MADE, 7), expires_at=None, return_hearing_on=hearing)
    assert state_told(notice, now) == "The notice runs on what was entered from it (hearing of 22 March 2026)"
    assert state_told(replace(notice, return_hearing_on=None), now).startswith("The hearing is not known")
    assert state_told(an_order(made_on=MADE), now + 90 * DAY) == "In force on what the court last told us"
