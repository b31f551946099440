"""A measured figure beside its bar, and the table they are printed in."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from math import ceil
from pathlib import Path
from statistics import median

import orjson

RESULTS = Path(__file__).parent / "results"


@dataclass(frozen=True)
class Figure:
    """`values` are one a round, and their median is the figure. `most` or `least` is the bar; without one it is only told."""

    name: str
    unit: str
    values: tuple[float, ...]
    most: float | None = None
    least: float | None = None

    @property
    def value(self) -> float:
        return median(self.values)

    @property
    def verdict(self) -> str:
        if self.most is None and self.least is None:
            return "-"
        within = (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)
        return "pass" if within else "FAIL"

    @property
    def bar(self) -> str:
        if self.most is not None:
            return f"<= {self.most:g}"
        return "-" if self.least is None else f">= {self.least:g}"


def table(figures: Sequence[Figure]) -> str:
    head = ("what", "unit", "figure", "lowest", "highest", "bar", "verdict")
    rows = [head, *((one.name, one.unit, *map(_number, _spread(one)), one.bar, one.verdict) for one in figures)]
    widths = [max(len(row[n]) for row in rows) for n in range(len(head))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)


def keep(name: str, figures: Sequence[Figure], facts: dict[str, str]) -> Path:
    """Writes what was measured where git does not look."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{name}.json"
    measured = [{**asdict(one), "figure": one.value, "verdict": one.verdict} for one in figures]
    path.write_bytes(orjson.dumps({"machine": facts, "figures": measured}, option=orjson.OPT_INDENT_2))
    return path


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least this share of all do not pass."""
    ordered = sorted(values)
    return ordered[max(0, ceil(len(ordered) * share) - 1)]


def _spread(one: Figure) -> tuple[float, float, float]:
    return one.value, min(one.values), max(one.values)


def _number(value: float) -> str:
    if value < 1:
        return f"{value:.3f}"
    return f"{value:.2f}" if value < 100 else f"{value:,.0f}"
