"""Ten stories of breaches from the first message to the record, and how few inputs each of them takes."""

from itertools import pairwise
from uuid import UUID

import pytest

from domain.breaches.drafts import Answer, Breach, standing
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.fakes.player import Player
from tests.orders import an_order
from tests.people import EVERYONE, RESPONSE
from tests.stories import MOST_FIELDS, MOST_FULL, MOST_SIMPLE, STORIES, Input, Story

WHO = "john smith dob 12/3/85"
EACH = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


async def player(database: Database, story: Story) -> tuple[Player, UUID]:
    order = an_order(**story.order)
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many([order])
        await uow.search.add([order])
    return Player(database, RESPONSE, FrozenClock(), WHO), order.id


async def record_of(database: Database, order_id: UUID) -> Breach:
    async with database.work() as uow:
        (record,) = await uow.breaches.of_order(order_id)
    return record


def held(answers: tuple[Answer, ...], question: str) -> tuple[str, ...] | str:
    given = standing(answers)[question]
    return given.values or given.text


@EACH
async def test_the_story_ends_with_a_record_that_says_what_was_told(embedded: Database, story: Story) -> None:
    playing, order_id = await player(embedded, story)
    said = await playing.play(story)
    record = await record_of(embedded, order_id)
    assert f"Recorded as {record.reference}" in said
    assert {question: held(record.answers, question) for question in story.holds} == story.holds


@EACH
def test_a_simple_breach_takes_twelve_inputs_and_a_full_one_twenty_five(story: Story) -> None:
    assert len(story.inputs) <= (MOST_SIMPLE if story.simple else MOST_FULL)
    assert [one for one in story.inputs if len(one.fields) > MOST_FIELDS] == []


def answers_in(row: tuple[Answer, ...]) -> dict[str, tuple[str, ...] | str]:
    return {one.question: one.values or one.text or one.skipped or "" for one in standing(row).values()}


@EACH
async def test_no_answer_is_lost_whichever_step_a_process_dies_after(embedded: Database, story: Story) -> None:
    """Each input meets services made anew over the same database; every answer of the step before still stands, or a later one to its question does."""
    playing, order_id = await player(embedded, story)
    seen: list[set[str]] = []
    for one in story.inputs[:-1]:
        await playing.take(one)
        seen.append(await answered_so_far(embedded))
    assert [earlier - later for earlier, later in pairwise(seen)] == [set()] * (len(seen) - 1)
    await playing.take(Input(text="send"))
    record = await record_of(embedded, order_id)
    assert set(answers_in(record.answers)) >= seen[-1]


async def answered_so_far(database: Database) -> set[str]:
    async with database.work() as uow:
        drafts = [await uow.breaches.draft(id) for id in await uow.breaches.ids_of_order((await uow.orders.next_after("", 1))[0].id)]
    return {one.question for draft in drafts if draft is not None for one in draft.answers}
