"""A look-up that speaks of somebody of the officer's own is told from one in which somebody else speaks of theirs."""

import pytest

from domain.own_circle import speaks_of_own_circle


@pytest.mark.parametrize(
    "typed",
    [
        "look up my ex wife jane marlow",
        "check my daughters new boyfriend tom baker dob 3/4/90",
        "any nmo on my ex",
        "my neighbour at 14 larkfield row",
        "my mate\u2019s missus kim quill",
    ],
)
def test_somebody_of_the_officers_own(typed: str) -> None:
    assert speaks_of_own_circle(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "any nmo on john smiht dob 12/3/85",
        "caller says my ex john smith is outside",
        "she said 'its my husband', john smith 12/3/85",
        "my victim jane marlow",
        "my supervisor wants the order on john smith",
        "his ex wife jane marlow",
        "tommy ex army",
    ],
)
def test_anybody_else(typed: str) -> None:
    assert not speaks_of_own_circle(typed)
