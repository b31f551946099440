"""When a reminder is tried again that the channel asked to wait."""

from datetime import timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from domain.outbox import REMIND, Outgoing, State, Throttled, after_trouble
from tests.fakes.clock import NOON


def a_row(id: UUID) -> Outgoing:
    return Outgoing(id, "demo", UUID(int=1), 1, REMIND, UUID(int=2), NOON, NOON)


@given(st.uuids(), st.integers(0, 300))
def test_it_is_tried_again_no_sooner_than_asked_and_at_most_a_quarter_of_a_second_later(id: UUID, seconds: int) -> None:
    state, at = after_trouble(a_row(id), Throttled(timedelta(seconds=seconds)), NOON)
    assert state is State.PENDING
    assert timedelta(seconds=seconds) <= at - NOON < timedelta(seconds=seconds + 0.25)


def test_those_asked_to_wait_at_one_moment_do_not_come_back_at_one() -> None:
    back = {after_trouble(a_row(UUID(int=number)), Throttled(timedelta(seconds=3)), NOON)[1] for number in range(50)}
    assert len(back) == 50
