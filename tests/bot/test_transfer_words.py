"""What is typed of transfers, and what is not of them."""

import pytest

from bot.transfer_words import TransferAsked, transfer_asked
from tests.fakes.clock import NOON


@pytest.mark.parametrize(
    ("line", "asked"),
    [
        ("transfers", TransferAsked(is_list=True)),
        ("show my open transfers", TransferAsked(is_list=True)),
        ("TR-7F3K2D", TransferAsked(reference="TR-7F3K2D")),
        ("open transfer tr 7f3k2d", TransferAsked(reference="TR-7F3K2D")),
        ("transfer nmo-7f3k2d to made-up west", TransferAsked(order="NMO-7F3K2D", to="made-up west")),
        ("transfer her to made-up police", TransferAsked(to="made-up police")),
        ("please transfer jane marlow to made-up police", TransferAsked(name="jane marlow", to="made-up police")),
        ("transfer in from made-up west ref WW/NMO/77", TransferAsked(since="made-up west")),
        ("transfer in", TransferAsked(since="elsewhere")),
        ("victim has moved, hand over to west yorkshire police", TransferAsked(to="West Yorkshire")),
    ],
)
def test_a_transfer_is_heard_in_the_words_of_officers(line: str, asked: TransferAsked) -> None:
    assert transfer_asked(line, NOON) == asked


@pytest.mark.parametrize(
    "line",
    [
        "how do i transfer a victim to another force",
        "transfer her to west yorkshire?",
        "any nmo on john smith",
        "give it to 4417",
        "record a breach",
        "x" * 4000,
        "transfer " * 400,
    ],
)
def test_what_is_asked_or_is_of_something_else_is_no_transfer(line: str) -> None:
    assert transfer_asked(line, NOON) is None
