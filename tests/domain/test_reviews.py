"""How the orders of a case stand to each other is asked pair by pair, and the newest answer counts."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import combinations

from domain.feed import SECOND_ORDER
from domain.feed_merge import queued, unqueued
from domain.reviews import Link, Relation, case_of
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import DESK

CASE = "1712345678901234"
FIRST = an_order(case_no=CASE, file_name=f"FL404A-{CASE}-1780000009.pdf", made_on=date(2026, 6, 1))
SECOND = an_order(case_no=CASE, file_name=f"FL404A-{CASE}-1780000001.pdf", made_on=date(2026, 8, 1))
THIRD = an_order(case_no=CASE, file_name=f"FL404A-{CASE}-1780000005.pdf", made_on=date(2026, 8, 1))


def test_orders_stand_in_the_sequence_they_were_made_and_on_one_day_drafted() -> None:
    assert case_of([THIRD, SECOND, FIRST]).orders == (FIRST, SECOND, THIRD)


def test_an_order_whose_day_is_not_known_stands_where_it_became_known() -> None:
    unread = an_order(case_no=CASE, made_on=None, received_at=NOON - timedelta(days=365))
    assert case_of([FIRST, unread]).orders == (unread, FIRST)


def test_the_day_on_which_it_became_known_is_a_day_in_london() -> None:
    unread = an_order(case_no=CASE, made_on=None, received_at=datetime(2026, 6, 1, 23, 30, tzinfo=UTC))
    after_it = replace(FIRST, made_on=date(2026, 6, 1), received_at=unread.received_at + timedelta(days=1))
    assert case_of([unread, after_it]).orders == (after_it, unread)


def test_every_pair_waits_until_it_has_been_spoken_of_whichever_way_round() -> None:
    case = case_of([FIRST, SECOND, THIRD])
    assert case.waiting == tuple(combinations((FIRST, SECOND, THIRD), 2))
    said = [Link(SECOND.id, FIRST.id, Relation.REPLACES, DESK.id, NOON), Link(FIRST.id, THIRD.id, Relation.SEPARATE, DESK.id, NOON)]
    assert case_of([FIRST, SECOND, THIRD], said).waiting == ((SECOND, THIRD),)
    assert case_of([FIRST, SECOND], said).link_of({FIRST.id, SECOND.id}) == said[0]


def test_an_order_leaves_the_queue_for_one_reason_and_stays_in_it_for_another() -> None:
    order = an_order(needs_review="the end date could not be read")
    assert unqueued(queued(order, SECOND_ORDER), SECOND_ORDER) == order
    assert unqueued(queued(an_order(id=order.id), SECOND_ORDER), SECOND_ORDER).needs_review is None
