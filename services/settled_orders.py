"""What an order waits for is settled, as a version more with who said so and where it was learned."""

from dataclasses import replace
from uuid import uuid4

from domain.clock import Clock
from domain.errors import Outdated
from domain.feed_merge import unqueued
from domain.london import long_moment
from domain.officers import Officer, Permission
from domain.order_changes import ChangeKind, Recorded
from domain.orders import Order
from domain.outbox import reminders_job
from domain.provenance import Provenance
from domain.registered_orders import NOT_CONFIRMED
from services.kept_changes import keep_change
from storage.work import UnitOfWork

ALREADY = "That was settled already. Ask for intake again to see what waits."


async def confirmed_by_court(uow: UnitOfWork, clock: Clock, officer: Officer, order: Order, learned: Provenance) -> Order:
    """The court has said that it made this order and that it stands, whoever asked it: intake, or who keeps the quality of the record."""
    officer.must(Permission.REVIEW_ORDERS if officer.may(Permission.REVIEW_ORDERS) else Permission.KEEP_QUALITY)
    after = replace(unqueued(order, NOT_CONFIRMED), confirmed_at=max(order.confirmed_at, clock()))
    return await settled(uow, clock, officer, order, after, ChangeKind.CONFIRMED, learned)


async def settled(
    uow: UnitOfWork, clock: Clock, officer: Officer, order: Order, after: Order, kind: ChangeKind, learned: Provenance
) -> Order:
    """Raises Outdated where nothing is left to settle."""
    officer.must(Permission.REVIEW_ORDERS if officer.may(Permission.REVIEW_ORDERS) else Permission.KEEP_QUALITY)
    if after == order:
        raise Outdated(ALREADY)
    saved = await uow.orders.update(after, clock())
    lines = (("What is being checked", order.needs_review or "nothing", after.needs_review or "nothing"),)
    if order.needs_review == after.needs_review:
        lines = (("Last confirmed with the court", long_moment(order.confirmed_at), long_moment(after.confirmed_at)),)
    change = Recorded(uuid4(), order.id, saved.version, kind, officer.id, clock(), learned, lines)
    await keep_change(uow, clock, reminders_job(uow.force), saved, change)
    return saved
