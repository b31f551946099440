"""Each event of an investigation has its clock, its reminder and its line on the trail, until somebody says that the victim was told."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from bot.cards.contacts import draw_reminder
from domain.breaches.updates import UpdateEvent
from domain.contacts import Outcome, PlanState, Why, closed
from domain.errors import NotAllowed, NotFound, Outdated, Unreadable
from domain.outbox import REMIND
from domain.policies import Policy
from services import contacts
from services.sending import Reminder
from services.victim_updates import VictimUpdates
from storage.work import Database
from tests.fakes.talk import buttons, words
from tests.following_up import ARREST, BY, Scene
from tests.people import AUDITOR, NEIGHBOUR, RESPONSE, VLO
from tests.reminding import about_to_go
from tests.trail import trail_of

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)


@pytest.fixture
async def scene(database: Database) -> Scene:
    made = Scene(database)
    await made.held()
    return made


async def test_an_arrest_told_in_the_record_starts_its_clock_with_it(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST))
    (clock,) = (await scene.updates.of_breach(VLO, record.id)).updates
    plan = await scene.plan()
    assert (clock.event, clock.happened_at, clock.due_by, clock.plan, clock.noted_by) == (
        UpdateEvent.ARREST,
        ARREST,
        BY,
        plan.id,
        RESPONSE.id,
    )
    assert [(due.why, due.must_by) for due in plan.ahead if due.why is Why.VICTIM_UPDATE] == [(Why.VICTIM_UPDATE, BY)]
    assert [(row.recipient, row.stage, row.occurrence, row.next_at) for row in await scene.live()] == [
        (VLO.id, REMIND, plan.version, scene.clock())
    ]


async def test_the_clock_is_there_with_the_record_or_not_at_all(scene: Scene) -> None:
    with pytest.raises(AssertionError, match="made to fail"):
        await scene.sent(("arrest", ARREST), fails=True)
    async with scene.database.reading() as uow:
        assert await uow.contacts.hold_of_order(scene.order.id) == []
        assert await uow.breaches.of_order(scene.order.id) == []


async def test_an_event_told_twice_has_one_clock(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST), ("arrest", ARREST + timedelta(seconds=20)), ("release", ARREST))
    before = await scene.plan()
    again = await scene.updates.note_event(VLO, record.id, "arrest", ARREST)
    assert (again.made, len(again.updates)) == (0, 2)
    assert await scene.plan() == before


async def test_what_happens_after_the_record_was_sent_brings_the_contact_forward(scene: Scene) -> None:
    record = await scene.sent()
    await contacts.record_contact(scene.database.work, scene.clock, VLO, (await scene.plan()).id, Outcome.SPOKE_SAFE)
    scene.clock.advance(30 * MINUTE)
    noted = await scene.updates.note_event(NEIGHBOUR, record.id, "release", scene.clock())
    plan = await scene.plan()
    assert (noted.made, [one.event for one in noted.open]) == (1, [UpdateEvent.RELEASE])
    assert (plan.due.why, plan.remind_at) == (Why.RELEASE, scene.clock())
    assert BY in [due.must_by for due in plan.ahead if due.why is Why.VICTIM_UPDATE]
    async with scene.database.reading() as uow:
        assert await uow.breaches.get(record.id) == record


async def test_an_event_of_a_person_whose_plan_was_closed_opens_it_again(scene: Scene) -> None:
    record = await scene.sent()
    async with scene.database.work() as uow:
        await uow.contacts.save(closed(await scene.plan()))
    await scene.updates.note_event(RESPONSE, record.id, "bail", scene.clock())
    assert ((await scene.plan()).state, len(await scene.live())) == (PlanState.OPEN, 1)


async def test_once_told_nothing_is_owed_of_it_and_the_reminder_is_of_what_comes_next(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST), ("interview", ARREST))
    first, second = (await scene.updates.of_breach(RESPONSE, record.id)).open
    half = await scene.updates.told(RESPONSE, first.id)
    assert half.open == (second,)
    assert Why.VICTIM_UPDATE in [due.why for due in (await scene.plan()).ahead], "the other is owed by the same hour"
    whole = await scene.updates.told(VLO, second.id, "in person")
    plan = await scene.plan()
    assert whole.open == ()
    assert Why.VICTIM_UPDATE not in [due.why for due in plan.ahead]
    assert [row.occurrence for row in await scene.live()] == [plan.version]
    told = {one.id: (one.told_by, one.how) for one in whole.updates}
    assert told == {first.id: (RESPONSE.id, ""), second.id: (VLO.id, "in person")}


async def test_a_safe_contact_leaves_it_open_until_it_is_told(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST))
    done = await contacts.record_contact(scene.database.work, scene.clock, VLO, (await scene.plan()).id, Outcome.SPOKE_SAFE)
    assert [due.must_by for due in done.plan.ahead if due.why is Why.VICTIM_UPDATE] == [BY]
    (listed,) = await scene.updates.of_plan(VLO, done.plan.id)
    assert (listed.reference, len(listed.open)) == (record.reference, 1)


async def test_the_reminder_asks_for_it_and_its_preview_names_nobody(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST))
    (due,) = [row for row in await scene.live() if row.stage == REMIND]
    for hours in (3, 9):
        scene.clock.advance(hours * HOUR)
        await contacts.record_contact(scene.database.work, scene.clock, VLO, due.plan, Outcome.SPOKE_SAFE)
    (going,) = await about_to_go(scene.database, scene.clock)
    assert isinstance(going, Reminder)
    drawn = draw_reminder(going, scene.clock)("chat")
    (card,) = [one["content"] for one in drawn.activity["attachments"]]
    said = list(words(card))
    assert ("Tell the victim" in said, any(record.reference in one for one in said)) == (True, True)
    assert "What the victim must be told" in dict(buttons(card))
    preview = f"{card['speak']} {drawn.activity['summary']}"
    assert [one for one in ("Marlow", "Jane", "Smith") if one in preview] == []


async def test_two_who_tell_at_once_close_it_once(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST))
    (clock,) = (await scene.updates.of_breach(RESPONSE, record.id)).open
    told = await asyncio.gather(scene.updates.told(RESPONSE, clock.id), scene.updates.told(VLO, clock.id), return_exceptions=True)
    assert sorted(type(one).__name__ for one in told) == ["Clocks", "Outdated"]


async def test_what_was_told_by_mistake_is_owed_again(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST))
    (clock,) = (await scene.updates.of_breach(RESPONSE, record.id)).open
    await scene.updates.told(RESPONSE, clock.id)
    again = await scene.updates.take_back(RESPONSE, clock.id)
    plan = await scene.plan()
    assert again.open == (clock,)
    assert (BY in [due.must_by for due in plan.ahead if due.why is Why.VICTIM_UPDATE], plan.remind_at) == (True, scene.clock())
    await scene.updates.told(RESPONSE, clock.id)
    scene.clock.advance(11 * MINUTE)
    with pytest.raises(Outdated, match="More than 10 minutes"):
        await scene.updates.take_back(RESPONSE, clock.id)


async def test_a_time_that_cannot_be_is_refused(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST))
    (clock,) = (await scene.updates.of_breach(RESPONSE, record.id)).open
    with pytest.raises(Unreadable, match="still to come"):
        await scene.updates.note_event(RESPONSE, record.id, "release", scene.clock() + MINUTE)
    with pytest.raises(Unreadable, match="still to come"):
        await scene.updates.told(RESPONSE, clock.id, at=scene.clock() + MINUTE)
    with pytest.raises(Unreadable, match="before it happened"):
        await scene.updates.told(RESPONSE, clock.id, at=ARREST - MINUTE)
    with pytest.raises(Unreadable, match="Say which"):
        await scene.updates.note_event(RESPONSE, record.id, "charge", ARREST)


async def test_the_forces_own_day_is_no_working_day(scene: Scene) -> None:
    policy = Policy(closed_days=frozenset({BY.date() - timedelta(days=1)}))
    record = await scene.sent()
    own = VictimUpdates(scene.database.work, scene.clock, lambda: policy)
    noted = await own.note_event(RESPONSE, record.id, "arrest", ARREST)
    assert noted.open[0].due_by == BY + timedelta(days=3)


async def test_what_is_not_there_is_said_to_be_gone(scene: Scene) -> None:
    with pytest.raises(NotFound, match="no record"):
        await scene.updates.of_breach(RESPONSE, uuid4())
    with pytest.raises(NotFound, match="no record"):
        await scene.updates.find(RESPONSE, "BR-222222")
    with pytest.raises(Outdated, match="no longer here"):
        await scene.updates.told(RESPONSE, uuid4())


async def test_every_step_is_on_the_trail_of_the_record_the_order_and_both_parties_and_none_says_how(scene: Scene) -> None:
    record = await scene.sent(("arrest", ARREST))
    (clock,) = (await scene.updates.of_breach(VLO, record.id)).open
    await scene.updates.told(VLO, clock.id, "canary")
    await scene.updates.take_back(VLO, clock.id)
    lines = [line for line in await trail_of(scene.database) if line.event.startswith("breach:update")]
    assert [line.event.rpartition(":")[2] for line in lines] == ["noted", "read", "told", "taken_back"]
    named = {str(one) for one in (record.id, scene.order.id, scene.order.respondent.id, scene.order.applicant.id)}
    assert [named - set(line.subject.split(";")) for line in lines] == [set()] * 4
    assert "canary" not in str(lines)


async def test_a_role_without_the_permission_is_refused_everywhere(embedded: Database) -> None:
    updates, id = Scene(embedded).updates, uuid4()
    calls = [
        updates.note_event(AUDITOR, id, "arrest", ARREST),
        updates.told(AUDITOR, id),
        updates.take_back(AUDITOR, id),
        updates.of_breach(AUDITOR, id),
        updates.find(AUDITOR, "BR-222222"),
        updates.of_plan(RESPONSE, id),
    ]
    assert {type(one) for one in await asyncio.gather(*calls, return_exceptions=True)} == {NotAllowed}
