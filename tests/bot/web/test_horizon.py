"""Lines that are committed out of order reach every window once, whoever comes and goes."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.web.horizon import PATIENCE, BadWatermark, Horizon, Place
from bot.web.ports import Line
from bot.web.window import FRAMES_WAITING, Window, frames
from tests.fakes.webchat import MORNING


@given(st.permutations(range(1, 30)), st.lists(st.integers(0, 28), max_size=12), st.sets(st.integers(1, 29)))
def test_in_whatever_order_lines_are_committed_a_window_that_looks_now_and_then_gets_each_of_its_own_once(
    order: list[int], looks: list[int], mine: set[int]
) -> None:
    horizon, place, got = Horizon(0), Place(), list[int]()
    for committed in [*sorted(looks), len(order)]:
        visible = sorted(order[:committed])
        horizon.notice(visible, MORNING)
        fresh = [seq for seq in visible if seq in mine and not place.has(seq)]
        got += fresh
        place = Place.parse(str(place.after(fresh, horizon.floor)))
    assert sorted(got) == sorted(mine)
    assert str(place) == "29"


@given(st.lists(st.integers(1, 60), unique=True), st.integers(0, 60))
def test_the_horizon_never_passes_a_line_that_may_still_come(committed: list[int], at: int) -> None:
    horizon = Horizon(0)
    horizon.notice(committed[:at], MORNING)
    missing = set(range(1, 62)) - set(committed[:at])
    assert horizon.floor == min(missing) - 1


def test_a_line_that_was_rolled_back_is_waited_for_a_minute_only() -> None:
    horizon = Horizon(0)
    assert horizon.notice([1, 3], MORNING) == [1, 3]
    horizon.notice([3, 4], MORNING + PATIENCE - timedelta(seconds=1))
    assert (horizon.floor, horizon.newest) == (1, 4)
    assert horizon.notice([3, 4], MORNING + PATIENCE) == []
    assert horizon.floor == 4


@given(st.integers(0, 10**18 - 1), st.sets(st.integers(0, 10**18 - 1), max_size=20))
def test_a_watermark_reads_back_as_the_place_it_was(floor: int, seqs: set[int]) -> None:
    place = Place(floor, frozenset(seq for seq in seqs if seq > floor))
    assert Place.parse(str(place)) == place


def test_a_window_far_ahead_of_the_horizon_writes_a_watermark_that_can_be_read() -> None:
    assert len(Place.parse(str(Place(0, frozenset(range(2, 2000))))).above) == 400


@pytest.mark.parametrize("text", ["a", "-1", "1.", ".1", "1,2", "1 ", "1\n"])
def test_what_is_no_watermark_is_told_so(text: str) -> None:
    with pytest.raises(BadWatermark):
        Place.parse(text)


def test_the_watermark_of_a_frame_claims_no_line_of_the_next_frame() -> None:
    lines = [Line(seq, {"type": "message", "text": str(seq)}) for seq in range(1, 121)]
    ready, place = frames(lines, Place(), 300)
    assert [b'"watermark":"50"' in ready[0], b'"watermark":"100"' in ready[1], b'"watermark":"300"' in ready[2]] == [True, True, True]
    assert frames(lines, place, 300) == ([], place)


async def test_a_window_that_does_not_read_is_given_up_and_holds_up_nobody() -> None:
    given_up: list[str] = []
    slow = Window("web-1", Place(), lambda: given_up.append("slow"))
    for seq in range(1, FRAMES_WAITING + 1):
        slow.offer([Line(seq, {"type": "message"})], seq)
    assert given_up == []
    slow.whisper({"type": "typing"})
    assert given_up == ["slow"]
