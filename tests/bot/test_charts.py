"""The picture of the weekly report is as long as its figures, says them in words, and is drawn from its own address."""

from itertools import pairwise
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.charts import chart, chart_path, figures_in, words_of
from domain.contact_reports import RISKS, Kept
from domain.contacts import Risk

SVG = "{http://www.w3.org/2000/svg}"
KEPT = st.integers(0, 9_999).flatmap(lambda due: st.builds(Kept, st.just(due), st.integers(0, due)))
FIGURES = st.builds(lambda *three: dict(zip(RISKS, three, strict=True)), KEPT, KEPT, KEPT)


def bars(drawn: str) -> list[int]:
    """The length of each bar that stands on its track."""
    boxes = fromstring(drawn).findall(f"{SVG}rect")[1:]  # noqa: S314 - our own picture
    return [int(bar.attrib["width"]) for track, bar in pairwise(boxes) if track.attrib["fill"] != bar.attrib["fill"] == "#1d5ba0"]


@given(kept=FIGURES)
def test_the_address_holds_the_figures(kept: dict[Risk, Kept]) -> None:
    assert figures_in(chart_path(kept).removeprefix("/charts/").removesuffix(".svg")) == kept


@given(kept=FIGURES)
def test_a_bar_is_as_long_as_the_share_that_was_on_time(kept: dict[Risk, Kept]) -> None:
    long = bars(chart(kept))
    full = {Kept(1, 1): 260}[Kept(1, 1)]
    assert [abs(one / full - part.on_time / max(part.due, 1)) <= 1 / full for one, part in zip(long, kept.values(), strict=True)] == [
        True
    ] * 3


def test_a_picture_says_its_figures_in_words() -> None:
    kept = {Risk.HIGH: Kept(4, 3), Risk.STANDARD: Kept(2, 2)}
    picture = fromstring(chart(kept))  # noqa: S314 - our own picture
    assert picture.findtext(f"{SVG}title") == words_of(kept)
    assert (
        words_of(kept) == "Contacts on time by risk. High: 3 of 4 on time (75 %). Medium: none was due. Standard: 2 of 2 on time (100 %)."
    )
    assert [text.text for text in picture.findall(f"{SVG}text")] == ["High", "75 % (3/4)", "Medium", "none due", "Standard", "100 % (2/2)"]


@pytest.mark.parametrize("odd", ["", "1-1.1-1", "1-2.0-0.0-0", "<svg>", "1-1.1-1.1-1.1-1", "-1-0.0-0.0-0", "9999999-0.0-0.0-0"])
def test_what_are_no_figures_is_no_picture(odd: str) -> None:
    assert figures_in(odd) is None
