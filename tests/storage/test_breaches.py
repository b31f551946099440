"""Drafts keep every answer sealed and give way to no second window; records are kept once and not altered."""

import asyncio
from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlalchemy import text

from domain.breaches.drafts import REST, SENT, Breach, BreachDraft, page_of
from domain.breaches.flow import change
from domain.breaches.patterns import BreachSeen
from domain.breaches.questions import PAGES, QUESTIONS
from domain.errors import Outdated
from domain.orders import OrderState
from storage.work import Database
from tests.breaches import ACCOUNT, DECIDED, NOW, SIMPLE, a_draft, changed
from tests.people import NEIGHBOUR, RESPONSE


def a_record(draft: BreachDraft, reference: str = "BR-7F3K2D") -> Breach:
    states = (OrderState.IN_FORCE, OrderState.EXPIRED)
    return Breach(
        draft.id, "demo", reference, draft.order_id, 2, RESPONSE.id, "0000", NOW, draft.answers, states, date(2026, 11, 21), "DARA"
    )


async def test_a_draft_comes_back_as_it_was_saved(database: Database) -> None:
    draft = a_draft(*SIMPLE)
    async with database.work() as uow:
        await uow.breaches.begin(draft)
    changed = change(draft, page_of("happened"))
    async with database.work() as uow:
        saved = await uow.breaches.save(changed)
    async with database.work() as uow:
        assert await uow.breaches.draft(draft.id) == saved == replace(changed, etag=1)
        assert await uow.breaches.draft(uuid4()) is None


async def test_an_officer_has_one_open_draft_of_an_order(database: Database) -> None:
    first = a_draft("no")
    second = a_draft("no", order_id=first.order_id)
    others = a_draft("no", order_id=first.order_id, by=NEIGHBOUR.id)
    async with database.work() as uow:
        assert await uow.breaches.begin(first) == first
        assert await uow.breaches.begin(second) == first
        assert await uow.breaches.begin(others) == others
        await uow.breaches.close(first)
        assert await uow.breaches.begin(second) == second


async def test_two_windows_that_begin_at_once_get_the_same_draft(database: Database) -> None:
    first = a_draft()
    second = a_draft(order_id=first.order_id)

    async def begin(draft: BreachDraft) -> BreachDraft:
        async with database.work() as uow:
            return await uow.breaches.begin(draft)

    begun = await asyncio.gather(begin(first), begin(second))
    assert begun[0] == begun[1]


async def test_a_second_window_does_not_write_over_the_first(database: Database) -> None:
    draft = a_draft("no")
    async with database.work() as uow:
        await uow.breaches.begin(draft)
        await uow.breaches.save(change(draft, page_of("danger")))
        with pytest.raises(Outdated, match="another window"):
            await uow.breaches.save(draft)


async def test_whatever_is_left_out_or_answered_anew_has_room_for_its_name(database: Database) -> None:
    draft = a_draft("no")
    async with database.work() as uow:
        saved = await uow.breaches.begin(draft)
        for skipping in (REST, *(question.id for question in QUESTIONS)):
            saved = await uow.breaches.save(replace(saved, skipping=skipping))
            assert await uow.breaches.draft(draft.id) == saved
        for page in PAGES:
            saved = await uow.breaches.save(replace(saved, revisiting=page.id))
            assert await uow.breaches.draft(draft.id) == saved


async def test_a_draft_is_closed_once_and_its_answers_go_with_it(database: Database) -> None:
    draft = a_draft(*SIMPLE)
    async with database.work() as uow:
        await uow.breaches.begin(draft)
        await uow.breaches.close(draft)
        with pytest.raises(Outdated, match="another window"):
            await uow.breaches.close(draft)
        closed = await uow.breaches.draft(draft.id)
    assert closed is not None
    assert (closed.status, closed.answers) == (SENT, ())


async def test_a_record_comes_back_as_it_was_sent(database: Database) -> None:
    record = a_record(a_draft(*SIMPLE))
    async with database.work() as uow:
        assert await uow.breaches.add(record)
        assert await uow.breaches.get(record.id) == record
        assert await uow.breaches.of_order(record.order_id) == [record]
        assert await uow.breaches.get(uuid4()) is None


async def test_a_reference_is_given_once(database: Database) -> None:
    record = a_record(a_draft(*SIMPLE))
    async with database.work() as uow:
        assert await uow.breaches.add(record)
        assert not await uow.breaches.add(replace(record, id=uuid4()))
        assert await uow.breaches.add(replace(record, id=uuid4(), reference="BR-K2D7F3"))


async def test_records_of_the_same_order_and_days_are_found(database: Database) -> None:
    record = a_record(a_draft(*SIMPLE))
    later = NOW + timedelta(hours=1)
    another_day = replace(record, id=uuid4(), reference="BR-222222", happened_on=date(2026, 11, 20), answers=(), recorded_at=later)
    another_order = replace(record, id=uuid4(), reference="BR-333333", order_id=uuid4())
    no_day = replace(record, id=uuid4(), reference="BR-444444", happened_on=None)
    async with database.work() as uow:
        for one in (record, another_day, another_order, no_day):
            await uow.breaches.add(one)
        assert await uow.breaches.references_of_days(record.order_id, date(2026, 11, 21), date(2026, 11, 23)) == ["BR-7F3K2D"]
        both = ["BR-7F3K2D", "BR-222222"]
        assert await uow.breaches.references_of_days(record.order_id, date(2026, 11, 19), date(2026, 11, 21)) == both


async def test_a_record_of_several_days_is_found_by_its_last(database: Database) -> None:
    record = a_record(a_draft(*changed(ACCOUNT | {"when": "between 18/11 10:00 and 20/11 22:00"})))
    async with database.work() as uow:
        await uow.breaches.add(replace(record, happened_on=date(2026, 11, 18)))
        assert await uow.breaches.references_of_days(record.order_id, date(2026, 11, 20), date(2026, 11, 25)) == ["BR-7F3K2D"]
        assert await uow.breaches.references_of_days(record.order_id, date(2026, 11, 21), date(2026, 11, 25)) == []


async def test_another_officers_open_draft_of_the_order_is_known_and_ones_own_is_not(database: Database) -> None:
    mine, week = a_draft(), timedelta(days=7)
    theirs = replace(a_draft(order_id=mine.order_id, by=NEIGHBOUR.id))
    async with database.work() as uow:
        await uow.breaches.begin(mine)
        assert not await uow.breaches.is_begun_beside(mine, NOW - week)
        await uow.breaches.begin(theirs)
        assert await uow.breaches.is_begun_beside(mine, NOW - week)
        assert not await uow.breaches.is_begun_beside(mine, NOW + week)
        await uow.breaches.discard(theirs)
        assert not await uow.breaches.is_begun_beside(mine, NOW - week)


async def test_the_newest_record_of_some_orders_is_found(database: Database) -> None:
    first = a_record(a_draft(*SIMPLE))
    last = replace(first, id=uuid4(), reference="BR-222222", order_id=uuid4(), recorded_at=first.recorded_at + timedelta(hours=1))
    another = replace(first, id=uuid4(), reference="BR-333333", order_id=uuid4(), recorded_at=first.recorded_at + timedelta(hours=2))
    async with database.work() as uow:
        for one in (last, first, another):
            await uow.breaches.add(one)
        assert await uow.breaches.newest_of([first.order_id, last.order_id]) == last
        assert await uow.breaches.newest_of([]) is None


async def test_what_counts_for_a_pattern_is_found_though_no_answer_can_be_opened(database: Database) -> None:
    told = a_record(a_draft(*(DECIDED | {"earlier": "yes"} if one == DECIDED else one for one in SIMPLE)))
    old = replace(told, id=uuid4(), reference="BR-222222", happened_on=date(2026, 11, 1), answers=())
    no_day = replace(told, id=uuid4(), reference="BR-333333", happened_on=None, answers=())
    async with database.work() as uow:
        for one in (told, old, no_day):
            await uow.breaches.add(one)
        await uow.connection.execute(text("UPDATE breach SET answers = :nothing"), {"nothing": b""})
        found = await uow.breaches.seen_of([told.order_id], date(2026, 11, 2))
    assert sorted(found, key=lambda one: -one.unreported) == [
        BreachSeen(told.order_id, told.recorded_at, told.happened_on, 1),
        BreachSeen(told.order_id, told.recorded_at, None, 0),
    ]


async def test_what_was_said_is_sealed_in_both_tables(database: Database) -> None:
    draft = a_draft(*SIMPLE)
    async with database.work() as uow:
        await uow.breaches.begin(draft)
        await uow.breaches.add(a_record(draft))
    async with database.reading() as uow:
        rows = [tuple(row) for table in ("breach_draft", "breach") for row in await uow.connection.execute(text(f"SELECT * FROM {table}"))]  # noqa: S608 - the two names stand here
    assert len(rows) == 2
    assert "texted" not in repr(rows)
