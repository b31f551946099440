"""A picture of a few numbers as bars, each with its name and its figure: SVG out of plain words and numbers, nothing kept."""

from collections.abc import Sequence
from html import escape

_WIDTH, _HIGH, _GAP = 160, 24, 12
_A_LETTER = 8
_TRACK, _BAR, _INK = "#d8dee4", "#1d5ba0", "#1b1f24"


def bars(title: str, rows: Sequence[tuple[str, int]]) -> str:
    """One bar each, the longest as long as there is room; the figure stands beside it, so that nothing is said by length or colour alone."""
    left = 16 + _A_LETTER * max((len(name) for name, _ in rows), default=0)
    most = max([1, *(number for _, number in rows)])
    drawn = [_row(at, left, name, number, most) for at, (name, number) in enumerate(rows)]
    height, width = _GAP + len(rows) * (_HIGH + _GAP), left + _WIDTH + 70
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'font-family="sans-serif" font-size="14"><title>{escape(title)}</title>'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>{"".join(drawn)}</svg>'
    )


def _row(at: int, left: int, name: str, number: int, most: int) -> str:
    top = _GAP + at * (_HIGH + _GAP)
    text = top + _HIGH * 2 // 3
    return (
        f'<text x="8" y="{text}" fill="{_INK}">{escape(name)}</text>'
        f'<rect x="{left}" y="{top}" width="{_WIDTH}" height="{_HIGH}" fill="{_TRACK}"/>'
        f'<rect x="{left}" y="{top}" width="{_WIDTH * number // most}" height="{_HIGH}" fill="{_BAR}"/>'
        f'<text x="{left + _WIDTH + 8}" y="{text}" fill="{_INK}">{number}</text>'
    )
