"""R12 to R16: a breach is guided, safety comes first, related offences are asked of, the record goes into the crime report, and the victim's clocks run."""

from datetime import date
from uuid import UUID

import pytest

from domain.breaches.updates import UpdateEvent
from domain.contacts import Why
from domain.london import to_london
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.fakes.player import Player
from tests.orders import an_order
from tests.people import EVERYONE, RESPONSE
from tests.stories import FORCED, STORIES, TEXTS
from tests.story_parts import MOST_FULL, MOST_SIMPLE, Story

EACH = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.name)


async def playing(database: Database, story: Story) -> tuple[Player, UUID]:
    order = an_order(**story.order)
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
        await uow.orders.save_many([order])
        await uow.search.add([order])
    return Player(database, RESPONSE, FrozenClock(), story.who), order.id


async def screens(player: Player, story: Story) -> list[str]:
    """What stood on the screen after each input."""
    return [" ".join(await player.take(one)) for one in story.inputs]


@EACH
async def test_r12_a_breach_is_guided_from_the_first_words_to_the_record(embedded: Database, story: Story) -> None:
    player, order_id = await playing(embedded, story)
    said = await player.play(story)
    async with embedded.reading() as uow:
        (record,) = await uow.breaches.of_order(order_id)
    assert f"Recorded as {record.reference}" in said
    assert len(story.inputs) <= (MOST_SIMPLE if story.simple else MOST_FULL)


@EACH
async def test_r13_whether_anyone_is_in_danger_is_asked_before_anything_else(embedded: Database, story: Story) -> None:
    player, _ = await playing(embedded, story)
    shown = await screens(player, story)
    asked = next(at for at, screen in enumerate(shown) if "in danger now" in screen)
    assert not [screen for screen in shown[:asked] if "What happened" in screen]


@EACH
async def test_r14_related_offences_are_asked_of_in_every_record(embedded: Database, story: Story) -> None:
    player, _ = await playing(embedded, story)
    assert [screen for screen in await screens(player, story) if "Other offences" in screen]


async def test_r15_the_record_is_text_to_copy_into_the_crime_report_without_where_the_protected_person_is(embedded: Database) -> None:
    player, order_id = await playing(embedded, FORCED)
    said = await player.play(FORCED)
    async with embedded.reading() as uow:
        order = await uow.orders.demand(order_id)
    told = " ".join(said)
    assert "Breach of a non-molestation order" in told
    assert order.case_no in told
    assert not [part for part in (order.applicant.postcode, order.applicant.phone) if part and part in told]


async def test_r16_an_arrest_starts_a_clock_of_one_working_day_and_a_task_and_a_report_alone_starts_none(embedded: Database) -> None:
    player, order_id = await playing(embedded, FORCED)
    await player.play(FORCED)
    async with embedded.reading() as uow:
        (record,) = await uow.breaches.of_order(order_id)
        updates = await uow.victim_updates.of_breach(record.id)
        (plan,) = await uow.contacts.hold_of_order(order_id)
    assert UpdateEvent.ARREST in {one.event for one in updates}
    # A Thursday's event by the end of Friday, a Friday's by the end of Monday.
    assert {to_london(one.happened_at).date(): to_london(one.due_by).isoformat() for one in updates} == {
        date(2026, 11, 19): "2026-11-21T00:00:00+00:00",
        date(2026, 11, 20): "2026-11-24T00:00:00+00:00",
    }
    assert Why.VICTIM_UPDATE in {due.why for due in plan.ahead}


async def test_r16_a_record_without_an_event_starts_no_clock(embedded: Database) -> None:
    player, order_id = await playing(embedded, TEXTS)
    await player.play(TEXTS)
    async with embedded.reading() as uow:
        (record,) = await uow.breaches.of_order(order_id)
        assert await uow.victim_updates.of_breach(record.id) == []
