"""How many may leave, and who waits because the channel asked: held against a plain count over the whole course."""

from datetime import datetime, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.pacing import LONGEST_PAUSE, STEADY, UNPACED, Held, leaving, throttled
from tests.fakes.clock import NOON

SECOND = timedelta(seconds=1)
WANTED = st.lists(st.tuples(st.integers(0, 1_500), st.integers(0, 120)), max_size=60)
OFFICERS = [UUID(int=number) for number in range(1, 6)]
ASKED = st.lists(st.dictionaries(st.sampled_from(OFFICERS), st.integers(1, 600), min_size=1), max_size=12)


def course(wanted: list[tuple[int, int]]) -> list[tuple[datetime, int]]:
    """When how many left, where so many milliseconds after the last so many wanted to."""
    held, now, gone = Held(), NOON, []
    for after, number in wanted:
        now += timedelta(milliseconds=after)
        held, left = leaving(held, number, now, STEADY)
        gone.append((now, left))
    return gone


@given(WANTED)
def test_in_no_second_more_leave_than_the_channel_takes_of_a_force(wanted: list[tuple[int, int]]) -> None:
    gone = course(wanted)
    assert all(sum(number for at, number in gone if begin <= at < begin + SECOND) <= 50 for begin, _ in gone)


@given(WANTED)
def test_whatever_has_room_leaves(wanted: list[tuple[int, int]]) -> None:
    gone = course(wanted)
    for place, ((now, left), (_, number)) in enumerate(zip(gone, wanted, strict=True)):
        just_left = sum(one for at, one in gone[:place] if at > now - STEADY.within)
        assert left == min(number, int(STEADY.most) - just_left)


@given(st.integers(0, 100_000))
def test_nothing_is_held_back_where_no_pace_is_kept(wanted: int) -> None:
    assert UNPACED.is_free
    assert not STEADY.is_free
    assert leaving(Held(), min(wanted, int(STEADY.most)), NOON, STEADY)[1] == min(wanted, int(STEADY.most))


def test_a_clock_set_back_holds_nothing_up() -> None:
    held, _ = leaving(Held(), 49, NOON, STEADY)
    assert leaving(held, 10, NOON - timedelta(hours=1), STEADY)[1] == 10


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
