"""How much was missing from the register week by week, as a picture: figures in, SVG out, nothing kept and nothing about anybody."""

import re
from collections.abc import Sequence
from datetime import date

from bot.bars import bars
from domain.quality import TREND_WEEKS

PATH = "/charts/quality/{figures}.svg"
MOST = 1_000_000
_ONE = re.compile(r"(\d{4}-\d{2}-\d{2})_(\d{1,7})")
Week = tuple[date, int]


def chart_path(weeks: Sequence[Week]) -> str:
    """Where the chat page's own server draws it: the days and figures are in the address, so that an old card shows its own."""
    return PATH.format(figures=".".join(f"{day.isoformat()}_{min(number, MOST)}" for day, number in weeks))


def figures_in(text: str) -> list[Week] | None:
    """None where these are no figures of some weeks."""
    found = [_ONE.fullmatch(part) for part in text.split(".")[: TREND_WEEKS + 1]]
    if not 0 < len(found) <= TREND_WEEKS:
        return None
    weeks = []
    for one in found:
        if one is None:
            return None
        try:
            weeks.append((date.fromisoformat(one[1]), min(int(one[2]), MOST)))
        except ValueError:
            return None
    return weeks


def words_of(weeks: Sequence[Week]) -> str:
    """The same in words, for whoever does not see the picture."""
    return "What is missing, week by week. " + " ".join(f"{day.day} {day:%b}: {number}." for day, number in weeks)


def chart(weeks: Sequence[Week]) -> str:
    return bars(words_of(weeks), [(f"{day.day} {day:%b}", number) for day, number in weeks])
