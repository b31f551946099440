"""How long the orders of a beat still run, as a picture: figures in, SVG out, nothing kept and nothing about anybody."""

import re

from domain.beats import RUNGS, Ladder

PATH = "/charts/beat/{figures}.svg"
MOST = 1_000_000
_FIGURES = re.compile(r"(\d{1,7})\.(\d{1,7})\.(\d{1,7})\.(\d{1,7})\.(\d{1,7})")
_LEFT, _WIDTH, _HIGH, _GAP = 132, 240, 24, 12
_TRACK, _BAR, _INK = "#d8dee4", "#1d5ba0", "#1b1f24"
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
    """One bar each; the figures stand beside them, so that nothing is said by length or colour alone."""
    most = max(1, *_in_order(ladder))
    rows = [_row(at, name, number, most) for at, (name, number) in enumerate(zip(_NAMES, _in_order(ladder), strict=True))]
    height, width = _GAP + len(rows) * (_HIGH + _GAP), _LEFT + _WIDTH + 70
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'font-family="sans-serif" font-size="14"><title>{words_of(ladder)}</title>'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>{"".join(rows)}</svg>'
    )


def _row(at: int, name: str, number: int, most: int) -> str:
    top = _GAP + at * (_HIGH + _GAP)
    text = top + _HIGH * 2 // 3
    return (
        f'<text x="8" y="{text}" fill="{_INK}">{name}</text>'
        f'<rect x="{_LEFT}" y="{top}" width="{_WIDTH}" height="{_HIGH}" fill="{_TRACK}"/>'
        f'<rect x="{_LEFT}" y="{top}" width="{_WIDTH * number // most}" height="{_HIGH}" fill="{_BAR}"/>'
        f'<text x="{_LEFT + _WIDTH + 8}" y="{text}" fill="{_INK}">{number}</text>'
    )


def _in_order(ladder: Ladder) -> list[int]:
    return [*ladder.rungs[: len(RUNGS)], ladder.later, ladder.unknown]
