"""Missing evidence is a task of whoever recorded the breach; when nothing is done the owner is told, and a day later a supervisor."""

import asyncio
from datetime import timedelta
from uuid import UUID, uuid4

import orjson
import pytest

from bot.cards.notices import draw_outgoing
from domain.breaches.tasks import TaskState
from domain.errors import NotAllowed, NotFound
from domain.officers import Role
from domain.outbox import NOBODY, TASK_DUE, TASK_LATE, State, Unreachable
from scheduler.dispatcher import Dispatcher
from services.exchanging import Post
from storage.work import Database
from tests.fakes.messenger import Arrived, FakeMessenger
from tests.following_up import KINDS, Scene
from tests.people import AUDITOR, EVERYONE, NEIGHBOUR, RESPONSE, SUPERVISOR, VLO, officer
from tests.reminding import JOB
from tests.trail import trail_of

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@pytest.fixture
async def scene(database: Database) -> Scene:
    made = Scene(database)
    await made.held()
    return made


async def dispatched(scene: Scene, messenger: FakeMessenger | None = None) -> list[Arrived]:
    """What arrives of notices about evidence at this moment."""
    taken = messenger or FakeMessenger()
    work, reading = scene.database.work, scene.database.reading
    dispatcher = Dispatcher(work, reading, scene.clock, JOB, Post(taken, lambda one: draw_outgoing(one, scene.clock), "one"))
    await dispatcher.tick()
    await dispatcher.settled()
    return [one for one in taken.arrived if "vidence of a breach" in str(one.drawn.activity)]


def recipients(arrived: list[Arrived]) -> list[UUID]:
    return [one.recipient for one in arrived]


async def test_each_kind_has_one_task_of_the_recorder_due_by_the_policy(scene: Scene) -> None:
    now = scene.clock()
    record = await scene.sent(kinds=(*KINDS, KINDS[0]))
    found = (await scene.tasks.of_breach(RESPONSE, record.id)).tasks
    assert [(one.kind, one.owner, one.due_at - now) for one in found] == [
        ("cctv", RESPONSE.id, DAY),
        ("phone", RESPONSE.id, DAY),
        ("statement", RESPONSE.id, 7 * DAY),
    ]
    assert (await scene.tasks.mine(RESPONSE)).tasks == found
    assert (await scene.tasks.mine(NEIGHBOUR)).tasks == ()


async def test_tasks_and_notices_are_there_with_the_record_or_not_at_all(scene: Scene) -> None:
    with pytest.raises(AssertionError, match="made to fail"):
        await scene.sent(kinds=KINDS, fails=True)
    assert (await scene.tasks.mine(RESPONSE)).tasks == ()


async def test_what_falls_due_together_is_one_notice_and_one_to_a_supervisor_a_day_later(scene: Scene) -> None:
    now = scene.clock()
    record = await scene.sent(kinds=KINDS)
    rows = [(row.stage, row.recipient, row.due_at - now) for row in await scene.live(record)]
    assert sorted(rows, key=lambda row: row[2]) == [
        (TASK_DUE, RESPONSE.id, DAY),
        (TASK_LATE, SUPERVISOR.id, 2 * DAY),
        (TASK_DUE, RESPONSE.id, 7 * DAY),
        (TASK_LATE, SUPERVISOR.id, 8 * DAY),
    ]


async def test_the_owner_is_told_when_they_fall_due_and_the_supervisor_when_nothing_was_done(scene: Scene) -> None:
    record = await scene.sent(kinds=KINDS)
    assert await dispatched(scene) == []
    scene.clock.advance(DAY)
    (told,) = await dispatched(scene)
    assert (
        told.recipient,
        f"{record.reference}: 2 tasks are still open.".replace("-", "") in str(told.drawn.activity).replace("-", ""),
    ) == (RESPONSE.id, True)
    scene.clock.advance(DAY)
    (late,) = await dispatched(scene)
    assert late.recipient == SUPERVISOR.id
    assert "you are told as supervisor" in str(late.drawn.activity)


async def test_the_notice_names_nobody_and_nothing_that_was_said(scene: Scene) -> None:
    await scene.sent(kinds=KINDS)
    scene.clock.advance(DAY)
    (told,) = await dispatched(scene)
    drawn = orjson.dumps(told.drawn.activity).decode()
    named = (scene.order.applicant, scene.order.respondent)
    parts = [part for one in named for part in (one.surname, one.forenames, one.phone, one.postcode, one.email, one.address1) if part]
    assert [part for part in (*parts, "CCTV", "Phone of") if part in drawn] == []


async def test_a_task_that_is_done_by_then_is_not_told_of(scene: Scene) -> None:
    record = await scene.sent(kinds=KINDS[:1])
    (task,) = (await scene.tasks.of_breach(RESPONSE, record.id)).tasks
    await scene.tasks.done(RESPONSE, task.id)
    scene.clock.advance(3 * DAY)
    assert await dispatched(scene) == []
    async with scene.database.reading() as uow:
        assert {row.state for row in await uow.outbox.of_plan(record.id)} == {State.CANCELLED}


async def test_a_task_opened_again_is_told_of_to_the_supervisor_when_its_time_has_passed(scene: Scene) -> None:
    record = await scene.sent(kinds=KINDS[:1])
    (task,) = (await scene.tasks.of_breach(RESPONSE, record.id)).tasks
    await scene.tasks.not_obtainable(NEIGHBOUR, task.id, "overwritten")
    scene.clock.advance(3 * DAY)
    await dispatched(scene)
    held = await scene.tasks.reopen(RESPONSE, task.id)
    assert (held.tasks[0].state, held.tasks[0].reason) == (TaskState.OPEN, "")
    scene.clock.advance(DAY)
    assert recipients(await dispatched(scene)) == [SUPERVISOR.id]


async def test_where_the_owner_has_left_a_supervisor_is_told_at_once(scene: Scene) -> None:
    await scene.sent(kinds=KINDS[:1])
    await scene.leave(RESPONSE)
    scene.clock.advance(DAY)
    assert recipients([*await dispatched(scene), *await dispatched(scene)]) == [SUPERVISOR.id]
    rows = {row for row in await _every(scene) if row[0] == TASK_DUE}
    assert rows == {(TASK_DUE, RESPONSE.id, State.CANCELLED), (TASK_DUE, SUPERVISOR.id, State.SENT)}


async def test_a_supervisor_who_cannot_be_reached_gives_way_to_another(database: Database) -> None:
    other = officer("Sid Second", Role.SUPERVISOR)
    scene = Scene(database, (*EVERYONE, other))
    await scene.held()
    await scene.sent(kinds=KINDS[:1])
    first = next(row[1] for row in await _every(scene) if row[0] == TASK_LATE)
    messenger = FakeMessenger()
    messenger.trouble[first] = [Unreachable("403")] * 9
    scene.clock.advance(2 * DAY)
    await dispatched(scene, messenger)
    assert {row[1] for row in await _every(scene) if row[0] == TASK_LATE} == {SUPERVISOR.id, other.id}


async def test_while_there_is_no_supervisor_it_waits_in_sight(database: Database) -> None:
    scene = Scene(database, [one for one in EVERYONE if one != SUPERVISOR])
    await scene.held()
    record = await scene.sent(kinds=KINDS[:1])
    scene.clock.advance(2 * DAY)
    await dispatched(scene)
    (waiting,) = [row for row in await scene.live(record) if row.stage == TASK_LATE]
    assert (waiting.recipient, waiting.next_at) == (NOBODY, scene.clock() + timedelta(minutes=1))
    async with database.work() as uow:
        await uow.officers.save([SUPERVISOR])
    scene.clock.advance(timedelta(minutes=1))
    await dispatched(scene)
    await dispatched(scene)
    assert (TASK_LATE, SUPERVISOR.id, State.SENT) in await _every(scene)


async def test_every_step_is_on_the_trail_of_the_record_and_none_says_what(scene: Scene) -> None:
    record = await scene.sent(kinds=KINDS[1:2])
    (task,) = (await scene.tasks.mine(RESPONSE)).tasks
    await scene.tasks.not_obtainable(RESPONSE, task.id, "canary")
    await scene.tasks.reopen(RESPONSE, task.id)
    await scene.tasks.done(VLO, task.id)
    await scene.tasks.find(VLO, task.id)
    lines = [line for line in await trail_of(scene.database) if line.event.startswith("breach:task")]
    assert [line.event.rpartition(":")[2] for line in lines] == ["made", "listed", "not_obtainable", "reopened", "done", "read"]
    named = {str(one) for one in (task.id, record.id, scene.order.id, scene.order.respondent.id, scene.order.applicant.id)}
    assert [named - set(line.subject.split(";")) for line in lines] == [set()] * 6
    assert [word for word in ("canary", "Marlow") if word in str(lines)] == []


async def test_a_notice_is_on_the_trail_of_the_record(scene: Scene) -> None:
    record = await scene.sent(kinds=KINDS[:1])
    scene.clock.advance(DAY)
    await dispatched(scene)
    lines = [line for line in await trail_of(scene.database) if line.event == "notice:task:send"]
    assert [(line.outcome, str(record.id) in line.subject) for line in lines] == [("intended", True), ("sent", True)]


async def test_what_is_gone_and_who_may_not_are_refused(embedded: Database) -> None:
    tasks, id = Scene(embedded).tasks, uuid4()
    calls = [tasks.mine(AUDITOR), tasks.of_breach(AUDITOR, id), tasks.find(AUDITOR, id), tasks.done(AUDITOR, id), tasks.reopen(AUDITOR, id)]
    calls.append(tasks.not_obtainable(AUDITOR, id, "no"))
    assert {type(one) for one in await asyncio.gather(*calls, return_exceptions=True)} == {NotAllowed}
    with pytest.raises(NotFound, match="no longer here"):
        await tasks.done(RESPONSE, id)


async def _every(scene: Scene) -> list[tuple[str, UUID, State]]:
    async with scene.database.reading() as uow:
        breaches = await uow.breaches.of_order(scene.order.id)
        return [(row.stage, row.recipient, row.state) for one in breaches for row in await uow.outbox.of_plan(one.id)]
