"""Erasing a whole case leaves nothing of it: every column of every table is read, also what is sealed."""

from collections.abc import AsyncIterator

import pytest

from domain.retention import Ground
from services.erasing import erase_by_reference
from storage.work import Database
from tests.people import ADMIN
from tests.retention import DUE
from tests.whole_cases import WholeCase

# All that a case leaves words in, while it is held.
WORDS_IN = {
    *("audit", "breach", "breach_addendum", "breach_decision", "breach_draft", "breach_task", "contact_change", "contact_made"),
    *("contact_matter", "document", "duty_offer", "evidence", "indexed_party", "lexicon", "message", "order_change", "order_draft"),
    *("order_terms", "order_version", "party", "reject", "retention_decision", "safe_contact", "safeguarding_plan", "transfer"),
    *("victim_update", "visit_made"),
}
# Digests of rows, and files that only another force can open: both go with their order.
NOT_OF_THE_SEALER = {("nmo", "row_digest"), ("transfer", "content"), ("transfer", "reply")}


@pytest.fixture
async def case(embedded: Database) -> AsyncIterator[WholeCase]:
    case = WholeCase(embedded)
    await case.lives()
    yield case
    await case.database.close()


async def test_nothing_of_a_whole_case_is_left_in_any_column_of_any_table(case: WholeCase) -> None:
    assert {table for table, _ in await case.found_anywhere()} == WORDS_IN
    assert await case.unread() <= NOT_OF_THE_SEALER
    case.clock.now = DUE
    for order in await case.orders():
        await erase_by_reference(case.database.work, case.clock, ADMIN, order.reference, Ground.ORDERED.value)
    assert await case.found_anywhere() == []
    assert await case.unread() == set()
