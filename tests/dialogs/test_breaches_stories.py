"""Ten stories of breaches from the first message to the record, and how few inputs each of them takes."""

import re
from itertools import pairwise
from uuid import UUID

import pytest

from domain.breaches.drafts import Answer, Breach, standing
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.fakes.player import Player
from tests.orders import an_order
from tests.people import EVERYONE, RESPONSE
from tests.stories import STORIES
from tests.story_parts import MOST_FIELDS, MOST_FULL, MOST_SIMPLE, Input, Story

GENDERED = re.compile(r"\b(?:he|she|him|her|his|hers|himself|herself)\b", re.IGNORECASE)
EACH = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


async def player(database: Database, story: Story) -> tuple[Player, UUID]:
    order = an_order(**story.order)
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many([order])
        await uow.search.add([order])
    return Player(database, RESPONSE, FrozenClock(), story.who), order.id


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


@EACH
async def test_no_answer_is_lost_whichever_step_a_process_dies_after(embedded: Database, story: Story) -> None:
    """Each input meets services made anew over the same database; what the step before it settled stands in the record, or a later answer to its question."""
    playing, order_id = await player(embedded, story)
    seen: list[tuple[Answer, ...]] = []
    for one in story.inputs[:-1]:
        await playing.take(one)
        seen.append(await answered_so_far(embedded, order_id))
    assert [earlier for earlier, later in pairwise(seen) if later[: len(earlier)] != earlier] == []
    await playing.take(Input(text="send"))
    record = await record_of(embedded, order_id)
    assert record.answers[: len(seen[-1])] == seen[-1]
    assert all(seen[-1])


@EACH
async def test_the_bot_names_nobody_a_man_or_a_woman(embedded: Database, story: Story) -> None:
    playing, _ = await player(embedded, story)
    typed = [words for one in story.inputs for words in (one.text, *one.fields.values()) if words]
    gendered: list[str] = []
    for one in story.inputs:
        said = await playing.take(one)
        own = [line for line in said if not is_typed(line, typed)]
        gendered += [line for line in own if GENDERED.search(line)]
    assert gendered == []


def is_typed(line: str, typed: list[str]) -> bool:
    """Words of the officer, alone or beside the name of their question."""
    said = line.partition(": ")[2] or line
    return any(words in line or said in words for words in typed)


async def answered_so_far(database: Database, order_id: UUID) -> tuple[Answer, ...]:
    async with database.work() as uow:
        drafts = [await uow.breaches.draft(id) for id in await uow.breaches.ids_of_order(order_id)]
    return tuple(one for draft in drafts if draft is not None for one in draft.answers)
