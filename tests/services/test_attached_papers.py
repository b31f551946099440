"""A PDF that is sent for an order that is held: it changes nothing of what is told of the order until somebody who may check its wording takes it."""

from datetime import timedelta
from itertools import pairwise
from uuid import UUID

import pytest

from bot.cards.waiting_papers import AS_READ, NOTHING_READ
from domain.audit import AuditKind
from domain.errors import NotAllowed, Outdated, Unreadable
from domain.officers import Officer
from domain.orders import Order
from domain.outbox import reminders_job
from domain.registered_orders import PAPER_WAITS
from domain.terms import HELD
from services import attached_papers, papers
from services.attached_papers import ANOTHERS, HELD_ALREADY, SETTLED, Attached
from services.contacts import open_plans
from services.jobs import DRAFTS_KEPT, keep_house
from services.order_changes import undo_change
from services.paper_intake import take_paper
from services.registering import answer_registration
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.orders import an_order
from tests.papers import SENTENCES, a_paper, a_pdf, at_once, hold
from tests.people import DESK, RESPONSE, VLO
from tests.registering import hold_orders, register_chat
from tests.trail import trail_of

CASE = "1712345678901234"
CLOCK = FrozenClock()
CLOCK.advance(timedelta(hours=1))
FIRST = a_pdf(*SENTENCES)
OWN = a_pdf(f"Case number: {CASE}", *SENTENCES[:4])
OTHERS = a_pdf("Case number: 1799999999999999", *SENTENCES[:4])
SCAN = a_pdf()


@pytest.fixture
async def order(database: Database) -> Order:
    """A live order whose terms were checked against its paper."""
    order = an_order(case_no=CASE, has_document=True)
    await hold_orders(database, [])
    await hold(database, order, a_paper(order, content=FIRST))
    await papers.read_terms(database.work, CLOCK, DESK, order.id, at_once)
    await papers.check_terms(database.work, CLOCK, DESK, order.id, 1, {HELD: "yes"}, open_plans)
    return await as_held(database, order)


async def as_held(database: Database, order: Order) -> Order:
    async with database.reading() as uow:
        return await uow.orders.demand(order.id)


async def sent(database: Database, by: Officer, order: Order, content: bytes) -> Attached:
    draft = await take_paper(database.work, CLOCK, by, "order.pdf", content, at_once)
    return await attached_papers.attach_paper(database.work, CLOCK, by, draft, order.id)


async def told(database: Database, order: Order) -> int:
    terms = await papers.show_terms(database.work, CLOCK, RESPONSE, order.id)
    return 0 if terms is None else len(terms.draft.conditions)


async def waiting(database: Database, order: Order) -> list[UUID]:
    _, found = await attached_papers.show_aside(database.work, CLOCK, DESK, order.id)
    return [one.id for one in found]


@pytest.mark.parametrize("content", [OWN, SCAN], ids=["read", "a scan"])
async def test_sent_by_who_may_not_check_it_only_waits_and_the_conditions_are_told_on(
    database: Database, order: Order, content: bytes
) -> None:
    before = await told(database, order)
    await sent(database, RESPONSE, order, content)
    now = await as_held(database, order)
    async with database.reading() as uow:
        newest = await uow.orders.document(order.id)
    assert (now.conditions_checked, now.needs_review, await told(database, order)) == (True, PAPER_WAITS, before)
    assert newest is not None
    assert newest.content == FIRST


async def test_whoever_may_check_takes_it_and_its_wording_is_to_be_checked_anew(database: Database, order: Order) -> None:
    await sent(database, RESPONSE, order, OWN)
    (id,) = await waiting(database, order)
    await attached_papers.take_aside(database.work, CLOCK, DESK, id)
    now = await as_held(database, order)
    async with database.reading() as uow:
        newest = await uow.orders.document(order.id)
    assert (now.conditions_checked, now.needs_review) == (False, None)
    assert newest is not None
    assert newest.content == OWN
    with pytest.raises(Outdated, match=SETTLED):
        await attached_papers.take_aside(database.work, CLOCK, DESK, id)


async def test_what_is_left_out_is_not_kept_and_leaves_the_queue_with_the_last(database: Database, order: Order) -> None:
    await sent(database, RESPONSE, order, OWN)
    await sent(database, RESPONSE, order, SCAN)
    first, second = await waiting(database, order)
    await attached_papers.leave_aside(database.work, CLOCK, VLO, first)
    assert (await as_held(database, order)).needs_review == PAPER_WAITS
    await attached_papers.leave_aside(database.work, CLOCK, VLO, second)
    assert ((await as_held(database, order)).needs_review, await waiting(database, order)) == (None, [])


async def test_it_waits_for_as_long_as_nobody_settles_it(database: Database, order: Order) -> None:
    await sent(database, RESPONSE, order, OWN)
    later = FrozenClock(CLOCK())
    later.advance(2 * DRAFTS_KEPT)
    await keep_house(database.work, later, reminders_job(database.force))
    (id,) = await waiting(database, order)
    assert (await attached_papers.open_aside(database.work, later, DESK, id)).content == OWN


async def test_only_who_may_check_settles_it(database: Database, order: Order) -> None:
    await sent(database, RESPONSE, order, OWN)
    (id,) = await waiting(database, order)
    for settle in (attached_papers.take_aside, attached_papers.leave_aside, attached_papers.show_aside, attached_papers.open_aside):
        with pytest.raises(NotAllowed):
            await settle(database.work, CLOCK, RESPONSE, id)


@pytest.mark.parametrize("by", [RESPONSE, DESK], ids=lambda one: one.name)
async def test_a_paper_of_another_case_is_refused_whatever_is_typed_over_its_number(database: Database, order: Order, by: Officer) -> None:
    draft = await take_paper(database.work, CLOCK, by, "order.pdf", OTHERS, at_once)
    await answer_registration(database.work, CLOCK, by, draft, {"case_no": CASE})
    with pytest.raises(Unreadable, match=ANOTHERS):
        await attached_papers.attach_paper(database.work, CLOCK, by, draft, order.id)
    assert await as_held(database, order) == order


async def test_a_slip_is_undone_and_the_conditions_and_the_paper_are_as_before(database: Database, order: Order) -> None:
    before = await told(database, order)
    attached = await sent(database, VLO, order, OWN)
    assert attached.change is not None
    assert await told(database, order) == 0
    await undo_change(database.work, CLOCK, VLO, attached.change.id, open_plans)
    async with database.reading() as uow:
        newest = await uow.orders.document(order.id)
    assert newest is not None
    assert (await told(database, order), newest.content) == (before, FIRST)
    with pytest.raises(Outdated, match="undone"):
        await undo_change(database.work, CLOCK, VLO, attached.change.id, open_plans)
    assert (await sent(database, VLO, order, OWN)).change is not None


async def test_a_paper_that_is_held_is_not_added_twice_however_old_it_is(database: Database, order: Order) -> None:
    await sent(database, VLO, order, OWN)
    with pytest.raises(Unreadable, match=HELD_ALREADY):
        await sent(database, VLO, order, FIRST)


async def test_the_orders_desk_finds_it_at_intake_takes_it_and_undoes_it_in_the_chat(database: Database, order: Order) -> None:
    await sent(database, RESPONSE, order, OWN)
    chat = register_chat(database, DESK)
    await chat.say("intake")
    await chat.press("Show what was sent 1")
    await chat.press("Take order.pdf")
    assert not (await as_held(database, order)).conditions_checked
    await chat.press("Undo: it is not this order's")
    assert (await as_held(database, order)).conditions_checked


async def test_before_anybody_takes_it_what_was_read_stands_beside_what_is_held_and_it_opens_as_it_was_sent(
    database: Database, order: Order
) -> None:
    await sent(database, RESPONSE, order, OWN)
    before = await as_held(database, order)
    chat = register_chat(database, DESK)
    await chat.say("intake")
    said = await chat.press("Show what was sent 1")
    told = dict(pairwise(said))
    assert (AS_READ in said, told["Case number on the paper"]) == (True, CASE)
    assert "Open order.pdf" in chat.buttons
    (id,) = await waiting(database, order)
    opened = await attached_papers.open_aside(database.work, CLOCK, DESK, id, "webchat")
    line = (await trail_of(database))[-1]
    assert (opened.content, opened.name, await as_held(database, order)) == (OWN, "order.pdf", before)
    assert (line.event, line.kind, line.recipient) == ("paper:waiting:opened", AuditKind.DISCLOSURE, str(DESK.id))
    assert {str(order.id), str(id)} <= set(line.subject.split(";"))


async def test_of_a_scan_it_is_said_that_nothing_was_read(database: Database, order: Order) -> None:
    await sent(database, RESPONSE, order, SCAN)
    chat = register_chat(database, DESK)
    await chat.say("intake")
    said = await chat.press("Show what was sent 1")
    assert (NOTHING_READ in said, "Open order.pdf" in chat.buttons) == (True, True)


async def test_what_was_settled_in_another_window_opens_no_more(database: Database, order: Order) -> None:
    await sent(database, RESPONSE, order, OWN)
    (id,) = await waiting(database, order)
    await attached_papers.leave_aside(database.work, CLOCK, VLO, id)
    with pytest.raises(Outdated, match=SETTLED):
        await attached_papers.open_aside(database.work, CLOCK, DESK, id)
