"""Histories of an order's life, played against a second reckoning; many more of them are played by `python -m benchmarks order-life`."""

from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.order_machine import OrderLife


def test_an_order_stands_as_a_second_reckoning_says_whatever_happened_to_it_and_whatever_was_undone() -> None:
    run_state_machine_as_test(OrderLife, settings=settings(max_examples=60, stateful_step_count=14, deadline=None))
