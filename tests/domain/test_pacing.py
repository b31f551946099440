"""How many may leave, and who waits because the channel asked: held against a plain count over the whole course."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.pacing import AGAIN, LONGEST_FLIGHT, LONGEST_PAUSE, STEADY, UNPACED, Held, back, leaving, room, room_in, throttled
from tests.fakes.clock import NOON

SECOND = timedelta(seconds=1)
MILLISECOND = timedelta(milliseconds=1)
# How long after the one before so many want to leave, how long the channel takes to take each, and its answer to come back.
WANTED = st.lists(st.tuples(st.integers(0, 1_500), st.integers(0, 120), st.integers(0, 900), st.integers(0, 900)), max_size=60)
OFFICERS = [UUID(int=number) for number in range(1, 6)]
ASKED = st.lists(st.dictionaries(st.sampled_from(OFFICERS), st.integers(1, 600), min_size=1), max_size=12)


@dataclass(frozen=True)
class Flight:
    """So many wanted to leave and so many did; they were taken, and answered."""

    wanted: int
    number: int
    left: datetime
    taken: datetime
    answered: datetime


def course(wanted: list[tuple[int, int, int, int]]) -> list[Flight]:
    held, now, flights = Held(), NOON, list[Flight]()
    for after, number, until_taken, until_answered in wanted:
        before, now = now, now + after * MILLISECOND
        for one in sorted((one for one in flights if before < one.answered <= now), key=lambda one: one.answered):
            held = back(held, [one.left] * one.number, one.answered)
        left = room(held, number, now, STEADY)
        held = leaving(held, left, now, STEADY)
        taken = now + (until_taken + 1) * MILLISECOND
        flights.append(Flight(number, left, now, taken, taken + until_answered * MILLISECOND))
    return flights


def counted(flights: list[Flight], now: datetime) -> int:
    """Of those that left before, what is on the wire or was answered too short a time ago."""
    return sum(one.number for one in flights if now < one.answered or now - one.answered < STEADY.within)


@given(WANTED)
def test_in_no_second_does_the_channel_have_to_take_more_of_a_force_than_it_does_however_long_the_wire_is(
    wanted: list[tuple[int, int, int, int]],
) -> None:
    flights = course(wanted)
    for begin in (one.taken for one in flights):
        assert sum(one.number for one in flights if begin <= one.taken < begin + SECOND) <= 50


@given(WANTED)
def test_whatever_has_room_leaves_and_a_crowd_waits_for_room_for_several(wanted: list[tuple[int, int, int, int]]) -> None:
    flights = course(wanted)
    for place, one in enumerate(flights):
        free = 50 - counted(flights[:place], one.left)
        assert one.number == (min(one.wanted, free) if free >= min(one.wanted, STEADY.together) else 0)


@given(WANTED, st.integers(1, 120))
def test_when_it_is_worth_asking_again_is_never_later_than_there_is_room_if_all_came_back_at_once(
    wanted: list[tuple[int, int, int, int]], number: int
) -> None:
    """Held against a look at every fifth millisecond."""
    held, now = Held(), NOON
    for after, some, *_ in wanted:
        now += after * MILLISECOND
        left = room(held, some, now, STEADY)
        held = back(leaving(held, left, now, STEADY), [now] * left, now)
    looks = (now + step * 5 * MILLISECOND for step in range(400))
    first = next(at for at in looks if room(held, number, at, STEADY))
    wait = room_in(held, number, now, STEADY)
    assert first - 5 * MILLISECOND <= now + wait <= first + AGAIN


@given(st.integers(0, 100_000))
def test_nothing_is_held_back_where_no_pace_is_kept(wanted: int) -> None:
    assert UNPACED.is_free
    assert not STEADY.is_free
    assert room(Held(), min(wanted, 50), NOON, STEADY) == min(wanted, 50)


def test_what_a_killed_worker_had_on_the_wire_counts_for_three_seconds() -> None:
    held = leaving(Held(), 50, NOON, STEADY)
    assert room(held, 10, NOON + LONGEST_FLIGHT - MILLISECOND, STEADY) == 0
    assert room(held, 10, NOON + LONGEST_FLIGHT, STEADY) == 10


def test_two_workers_that_send_at_the_same_moment_have_theirs_counted_apart() -> None:
    held = leaving(leaving(Held(), 5, NOON, STEADY), 7, NOON, STEADY)
    assert sum(number for _, number in back(held, [NOON] * 5, NOON).out) == 7


def test_a_clock_set_back_holds_nothing_up() -> None:
    held = leaving(Held(), 50, NOON, STEADY)
    assert room(held, 10, NOON - timedelta(hours=1), STEADY) == 10


@given(ASKED)
def test_each_that_was_asked_waits_at_most_five_minutes_and_no_other_does(asked: list[dict[UUID, int]]) -> None:
    """A second passes between one word of the channel and the next; the last word to a conversation counts."""
    held, expected = Held(), dict[UUID, datetime]()
    for second, waits in enumerate(asked):
        now = NOON + second * SECOND
        held = throttled(held, {who: wait * SECOND for who, wait in waits.items()}, now, STEADY)
        expected |= {who: now + min(wait * SECOND, LONGEST_PAUSE) for who, wait in waits.items()}
    last = NOON + (len(asked) - 1) * SECOND
    assert held.chats == {who: until for who, until in expected.items() if until > last}


@given(st.lists(st.integers(1, 600), min_size=1, max_size=5))
def test_the_force_as_a_whole_waits_once_several_are_asked_at_once_and_for_the_shortest(seconds: list[int]) -> None:
    waits = {OFFICERS[at]: one * SECOND for at, one in enumerate(seconds)}
    held = throttled(Held(), waits, NOON, STEADY)
    alone = len(seconds) < STEADY.chats
    assert held.force == (None if alone else NOON + min(min(seconds) * SECOND, LONGEST_PAUSE))
    assert held.now(NOON + LONGEST_PAUSE).force is None
