"""`make bench`, or `python -m benchmarks [NAME ...]`: measures, prints a table with the bars, keeps the figures as JSON."""

import asyncio
import sys
from collections.abc import Awaitable, Callable

from benchmarks import (
    breach_kills,
    echo,
    feed_changes,
    force_year,
    guidance,
    mutated,
    order_life,
    product,
    search,
    search_outside,
    search_postgresql,
    search_scale,
    search_whole,
    sending,
    sending_kills,
    sending_rest,
    transfer_kills,
    understanding,
)
from benchmarks.figures import Figure, keep, table
from benchmarks.machine import facts

ALL: dict[str, Callable[[], Awaitable[list[Figure]]]] = {
    "echo": echo.measure,
    "feed-changes": feed_changes.measure,
    "guidance": guidance.measure,
    "product": product.measure,
    "search": search.measure,
    "sending": sending.measure,
    "sending-rest": sending_rest.measure,
    "search-outside": search_outside.measure,
    "understanding": understanding.measure,
}
# Run when they are named: a million takes a quarter of an hour, and whoever fits weights looks at `search-fit` alone.
LONG = {
    "breach-kills": breach_kills.measure,
    "force-month": force_year.measure_a_month,
    "force-quarter-year": force_year.measure_a_quarter,
    "force-small-year": force_year.measure_a_small_force,
    "force-year": force_year.measure,
    "mutated": mutated.measure,
    "mutated-few": mutated.measure_few,
    "order-life": order_life.measure,
    "sending-kills": sending_kills.measure,
    "search-few": search.measure_few,
    "search-fit": search.measure_to_fit,
    "search-million": search.measure_a_million,
    "search-scale": search_scale.measure,
    "search-times": search_scale.measure_times,
    "search-rubbish": search_scale.measure_rubbish,
    "search-postgresql": search_postgresql.measure,
    "transfer-kills": transfer_kills.measure,
    "search-whole": search_whole.measure,
}


async def run(names: list[str]) -> int:
    for name, told in facts().items():
        print(f"{name}: {told}")
    measured: list[Figure] = []
    for name in names:
        print(f"\n{name} ...", flush=True)
        found = await (ALL | LONG)[name]()
        print(table(found), flush=True)
        keep(name, found, facts())
        measured += found
    failed = [one.name for one in measured if one.verdict == "FAIL"]
    print(f"\nA figure is the median of the rounds. To repeat: python -m benchmarks {' '.join(names)}")
    print(f"Missed: {'; '.join(failed)}" if failed else "Every bar is met.")
    return 1 if failed else 0


def main() -> int:
    names = sys.argv[1:] or list(ALL)
    unknown = [name for name in names if name not in ALL | LONG]
    if unknown:
        print(f"There is no benchmark called {', '.join(unknown)}: choose from {', '.join(ALL | LONG)}.", file=sys.stderr)
        return 2
    return asyncio.run(run(names))


if __name__ == "__main__":
    raise SystemExit(main())
