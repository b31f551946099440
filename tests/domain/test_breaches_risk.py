"""The risk of a record is that after the breach where it was assessed, else that before it."""

import pytest

from domain.breaches.risk import assessed_in
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
