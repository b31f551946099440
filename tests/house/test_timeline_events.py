"""Every name that the trail gives to what was done has its place in a timeline, or a reason why it has none."""

import re

from domain.histories import PARTS
from tests.house.sources import modules
from tests.house.timeline_events import NOT_SHOWN, OF_NO_ORDER, SHOWN, placed

# A name as it stands in the code: three parts, of which one may be filled in there.
NAME = re.compile(r'"((?:[a-z][a-z_-]+|\{[^}"]+\}):(?:[a-z][a-z_-]+|\{[^}"]+\}):(?:[a-z][a-z_-]+|\{[^}"]+\}))"')
ROOMS = ("services/", "bot/", "domain/access.py")
# Keys of other things in the same shape.
NO_NAME_OF_THE_TRAIL = {"case:x:x", "line:x:x"}


def names() -> set[str]:
    """What is filled in at its place is told as x."""
    sources = [content for path, content in modules().items() if path.startswith(ROOMS)]
    return {re.sub(r"\{[^}]+\}", "x", one) for source in sources for one in NAME.findall(source)} - NO_NAME_OF_THE_TRAIL


def test_every_name_of_the_trail_is_shown_in_a_timeline_or_says_why_not() -> None:
    assert len(names()) > 100
    assert sorted(one for one in names() if not placed(one)) == []


def test_what_is_shown_names_a_part_that_a_timeline_has() -> None:
    assert set(SHOWN.values()) <= PARTS.keys()


def test_nothing_has_two_places() -> None:
    assert [one for one in SHOWN if one in NOT_SHOWN or one in OF_NO_ORDER] == []
