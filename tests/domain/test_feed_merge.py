"""What a person checked against the sealed order is not undone by the next row of the feed."""

from dataclasses import replace
from datetime import UTC, date, datetime

from domain.feed import FeedOrder, read_manifest, read_rows
from domain.feed_merge import ANOTHER_END, merged
from domain.orders import Order
from tests.domain.feed_rows import ROW_A, written
from tests.orders import an_order

CHECKED_END = datetime(2026, 12, 1, 16, 0, tzinfo=UTC)
FEED_END = datetime(2026, 12, 10, 23, 59, tzinfo=UTC)


def row(**changes: str) -> FeedOrder:
    (read,) = read_rows(read_manifest(written(ROW_A | changes)))
    assert isinstance(read, FeedOrder)
    return read


def after(checked: bool, read: FeedOrder) -> Order:
    order = an_order(conditions_checked=checked, made_on=date(2026, 6, 2), expires_at=CHECKED_END, without_notice=True)
    return merged(order, read, order.confirmed_at)


def test_before_the_check_the_feeds_days_count() -> None:
    order = after(checked=False, read=row())
    assert (order.made_on, order.expires_at, order.needs_review) == (date(2026, 6, 1), FEED_END, None)


def test_after_the_check_the_papers_days_stand_and_another_end_waits_for_a_person() -> None:
    order = after(checked=True, read=row())
    assert (order.made_on, order.expires_at, order.without_notice) == (date(2026, 6, 2), CHECKED_END, True)
    assert order.needs_review == ANOTHER_END


def test_a_feed_that_names_no_end_takes_nothing_back() -> None:
    order = after(checked=True, read=replace(row(), expires_at=None))
    assert (order.expires_at, order.needs_review) == (CHECKED_END, None)


LINE1, LINE2, POSTCODE = "Respondent 1st Line of Address", "Respondent 2nd Line of Address", "Respondent Postcode"


def test_an_address_that_somebody_gave_stays_where_the_court_sends_none() -> None:
    order = after(checked=False, read=row(**{LINE1: "", LINE2: "", POSTCODE: ""}))
    assert order.respondent.postcode is not None
    assert (order.respondent.address1, order.respondent.postcode) == (an_order().respondent.address1, an_order().respondent.postcode)


def test_an_address_that_the_court_withholds_from_now_on_does_not_stay() -> None:
    order = after(checked=False, read=row(**{LINE1: "-", LINE2: "", POSTCODE: "-"}))
    assert (order.respondent.address1, order.respondent.postcode) == (None, None)
