"""The bars of the weekly report as a picture: figures in, SVG out, nothing kept and nothing about anybody."""

import re
from collections.abc import Mapping
from urllib.parse import quote

from domain.contact_reports import RISKS, Kept
from domain.contacts import Risk

PATH = "/charts/{figures}.svg"
MOST = 1_000_000
_FIGURES = re.compile(r"(\d{1,7})-(\d{1,7})\.(\d{1,7})-(\d{1,7})\.(\d{1,7})-(\d{1,7})")
_LEFT, _WIDTH, _HIGH, _GAP = 96, 260, 26, 14
_TRACK, _BAR, _INK = "#d8dee4", "#1d5ba0", "#1b1f24"


def chart_path(kept: Mapping[Risk, Kept]) -> str:
    """Where the chat page's own server draws it: the figures are in the address, so that an old card shows its own."""
    figures = ".".join(f"{min(one.due, MOST)}-{min(one.on_time, MOST)}" for one in _in_order(kept))
    return PATH.format(figures=quote(figures))


def figures_in(text: str) -> dict[Risk, Kept] | None:
    """None where these are no figures of a report."""
    found = _FIGURES.fullmatch(text)
    if found is None:
        return None
    numbers = [int(one) for one in found.groups()]
    pairs = list(zip(numbers[::2], numbers[1::2], strict=True))
    if any(on_time > due or due > MOST for due, on_time in pairs):
        return None
    return {risk: Kept(due, on_time) for risk, (due, on_time) in zip(RISKS, pairs, strict=True)}


def words_of(kept: Mapping[Risk, Kept]) -> str:
    """The same in words, for whoever does not see the picture."""
    return "Contacts on time by risk. " + " ".join(f"{risk.value.capitalize()}: {kept_words(kept.get(risk, Kept()))}." for risk in RISKS)


def kept_words(one: Kept) -> str:
    return "none was due" if one.percent is None else f"{one.on_time} of {one.due} on time ({one.percent} %)"


def chart(kept: Mapping[Risk, Kept]) -> str:
    """One bar a risk, as long as the share that was on time; the figures stand beside each, so that nothing is said by length or colour alone."""
    rows = [_row(at, risk, one) for at, (risk, one) in enumerate(zip(RISKS, _in_order(kept), strict=True))]
    height = _GAP + len(rows) * (_HIGH + _GAP)
    width = _LEFT + _WIDTH + 150
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'font-family="sans-serif" font-size="14"><title>{words_of(kept)}</title>'
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>{"".join(rows)}</svg>'
    )


def _row(at: int, risk: Risk, one: Kept) -> str:
    top = _GAP + at * (_HIGH + _GAP)
    text = top + _HIGH * 2 // 3
    long = 0 if not one.due else _WIDTH * one.on_time // one.due
    said = "none due" if one.percent is None else f"{one.percent} % ({one.on_time}/{one.due})"
    return (
        f'<text x="8" y="{text}" fill="{_INK}">{risk.value.capitalize()}</text>'
        f'<rect x="{_LEFT}" y="{top}" width="{_WIDTH}" height="{_HIGH}" fill="{_TRACK}"/>'
        f'<rect x="{_LEFT}" y="{top}" width="{long}" height="{_HIGH}" fill="{_BAR}"/>'
        f'<text x="{_LEFT + _WIDTH + 8}" y="{text}" fill="{_INK}">{said}</text>'
    )


def _in_order(kept: Mapping[Risk, Kept]) -> list[Kept]:
    return [kept.get(risk, Kept()) for risk in RISKS]
