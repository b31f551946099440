"""The risk of a record is that after the breach where it was assessed, else that before it."""

import pytest

from domain.breaches.drafts import page_of
from domain.breaches.questions import PAGES, RISK_BEFORE
from domain.breaches.risk import assessed_in, by_tool
from domain.contacts import Risk
from tests.breaches import SAFE_NOW, changed, told_record


@pytest.mark.parametrize(
    ("before", "after", "risk"),
    [
        ("risk_standard", "risk_high", Risk.HIGH),
        ("risk_high", "risk_medium", Risk.MEDIUM),
        ("risk_undone", "risk_standard", Risk.STANDARD),
        ("risk_medium", "risk_undone", Risk.MEDIUM),
        ("risk_undone", "risk_undone", Risk.UNASSESSED),
    ],
)
def test_it_is_read_from_the_record(before: str, after: str, risk: Risk) -> None:
    record, _ = told_record(*changed(SAFE_NOW | {"risk_before": before, "risk_after": after}, at=6))
    assert assessed_in(record) is risk


def test_the_page_that_asks_for_it_names_the_tool_of_the_force() -> None:
    assert by_tool(page_of(RISK_BEFORE.id), "DARA").help == "Risk as DARA has it."
    assert [page for page in PAGES if by_tool(page, "DARA") != page] == [page_of(RISK_BEFORE.id)]
    assert [by_tool(page, "") for page in PAGES] == list(PAGES)
