"""Ten thousand histories of an order's life, each held against a second reckoning that knows only what was said and not taken back."""

import asyncio
from time import perf_counter

from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from benchmarks.figures import Figure
from tests.order_machine import OrderLife

HISTORIES, STEPS = 10_000, 12


async def measure() -> list[Figure]:
    begun = perf_counter()
    differs = await asyncio.to_thread(_differs)
    return [
        Figure("histories of an order's life played", "", (OrderLife.played,), least=HISTORIES),
        Figure("histories that a second reckoning contradicts", "", (differs,), most=0),
        Figure("time of all the histories", "s", (perf_counter() - begun,)),
    ]


def _differs() -> int:
    """The first that differs ends the play: it is printed with the steps that lead there."""
    played = settings(
        max_examples=HISTORIES, stateful_step_count=STEPS, deadline=None, database=None, suppress_health_check=list(HealthCheck)
    )
    try:
        run_state_machine_as_test(OrderLife, settings=played)
    except AssertionError as difference:
        print("\n".join(getattr(difference, "__notes__", [])))
        return 1
    return 0
