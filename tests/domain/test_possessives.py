"""Whose it is that is asked for is read with the apostrophe or without, and an address that is asked for is told from one that is told of."""

from datetime import date

import pytest

from domain.particulars import read_particulars
from domain.possessives import asks_for_address

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("jane marlows address", "jane marlow"),
        ("jane marlow's address", "jane marlow"),
        ("Jane Marlow\u2019s current address please", "jane marlow"),
        ("whats john smiths phone number", "john smith"),
        ("john smiths order", "john smith"),
        ("mr. khans nmo", "khan"),
        ("terry jones address", "terry jones"),
        ("terry jones's address", "terry jones"),
        ("terry jones' address", "terry jones"),
        ("ann moss dob 12/3/85", "ann moss"),
        ("tom harris address", "tom harris"),
        ("lee angus address", "lee angus"),
        ("jane marlows 12/3/85", "jane marlows"),
        ("bob o'brien 12/3/85", "bob obrien"),
    ],
)
def test_the_name_is_read_without_the_sign_of_whose_it_is(typed: str, name: str) -> None:
    assert " ".join(read_particulars(typed, TODAY).name_tokens) == name


@pytest.mark.parametrize(
    "typed",
    [
        "jane marlows address",
        "JANE MARLOW ADDRESS?",
        "need the address of jane marlow",
        "address for jane marlow 4/9/87",
        "where does jane marlow live",
        "where is jane marlow living now",
        "where jane marlow lives",
        "jane marlows whereabouts pls",
    ],
)
def test_an_address_that_is_asked_for_is_known(typed: str) -> None:
    assert asks_for_address(typed)


@pytest.mark.parametrize(
    "typed", ["jane marlow 4/9/87", "he was at jane marlows address", "they know the address of her mum", "where is the court"]
)
def test_an_address_that_is_told_of_is_not_asked_for(typed: str) -> None:
    assert not asks_for_address(typed)
