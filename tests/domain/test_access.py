"""A reason holds until its time is over, and only lines of look-ups bear it."""

from datetime import timedelta

import pytest

from domain.access import is_reasoned, reason_in, with_reason, without_reason
from tests.fakes.clock import NOON

UNTIL = NOON + timedelta(minutes=30)


def test_a_reason_holds_to_the_second() -> None:
    state = with_reason({"stack": []}, "court", UNTIL)
    assert [reason_in(state, UNTIL - timedelta(seconds=1)), reason_in(state, UNTIL), reason_in({}, NOON)] == ["court", "", ""]
    assert without_reason(state) == {"stack": []}


@pytest.mark.parametrize(
    "event",
    [
        "lookup:orders:searched",
        "history:order:read",
        "paper:document:opened",
        "measure:person:listed",
        "visit:plan:shown",
        "beat:orders:listed",
        "change:order:begun",
    ],
)
def test_what_shows_an_order_bears_the_reason(event: str) -> None:
    assert is_reasoned(event)


@pytest.mark.parametrize("event", ["contact:plan:read", "breach:record:confirmed", "guidance:page:read", "webchat:history:shown"])
def test_what_asks_for_no_reason_claims_none(event: str) -> None:
    assert not is_reasoned(event)
