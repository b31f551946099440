"""How long the orders of a beat still run, as a picture: figures in, SVG out, nothing kept and nothing about anybody."""

import re

from bot.bars import bars
from domain.beats import RUNGS, Ladder

PATH = "/charts/beat/{figures}.svg"
MOST = 1_000_000
_FIGURES = re.compile(r"(\d{1,7})\.(\d{1,7})\.(\d{1,7})\.(\d{1,7})\.(\d{1,7})")
_NAMES = ("Ends in 7 days", "In 8 to 14 days", "In 15 to 28 days", "Later", "End not known")


def chart_path(ladder: Ladder) -> str:
    """Where the chat page's own server draws it: the figures are in the address, so that an old card shows its own."""
    return PATH.format(figures=".".join(str(min(one, MOST)) for one in _in_order(ladder)))


def figures_in(text: str) -> Ladder | None:
    """None where these are no figures of a beat."""
    found = _FIGURES.fullmatch(text)
    if found is None:
        return None
    *rungs, later, unknown = (int(one) for one in found.groups())
    return Ladder(tuple(rungs), later, unknown) if max(*rungs, later, unknown) <= MOST else None


def words_of(ladder: Ladder) -> str:
    """The same in words, for whoever does not see the picture."""
    return "Live orders by how long they run. " + " ".join(f"{name}: {number}." for name, number in facts_of(ladder))


def facts_of(ladder: Ladder) -> list[tuple[str, str]]:
    return [(name, str(number)) for name, number in zip(_NAMES, _in_order(ladder), strict=True)]


def chart(ladder: Ladder) -> str:
    return bars(words_of(ladder), list(zip(_NAMES, _in_order(ladder), strict=True)))


def _in_order(ladder: Ladder) -> list[int]:
    return [*ladder.rungs[: len(RUNGS)], ladder.later, ladder.unknown]
