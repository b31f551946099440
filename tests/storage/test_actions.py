"""Presses: one officer, one conversation, one day, and once where it matters."""

import asyncio
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from domain.conversations import Action
from domain.errors import NotAllowed, Outdated, PressedTwice
from storage.work import Database
from tests.fakes.clock import NOON
from tests.people import RESPONSE, VLO

TOMORROW = NOON + timedelta(hours=24)
CARD = uuid4()
DONE = Action("done", "contact:done", "plan-1", RESPONSE.id, "c", CARD, TOMORROW, {"how": "phone"}, once=True)
SNOOZE = replace(DONE, id="snooze", verb="contact:snooze")
SHOW = replace(DONE, id="show", verb="order:show", once=False)
ELSEWHERE = replace(DONE, id="elsewhere", card=uuid4())


async def offered(database: Database, actions: Iterable[Action] = (DONE, SNOOZE, SHOW, ELSEWHERE)) -> None:
    async with database.work() as uow:
        await uow.actions.offer(actions)


async def test_a_press_is_what_was_offered_to_this_officer_here(database: Database) -> None:
    await offered(database)
    async with database.work() as uow:
        assert await uow.actions.take("done", RESPONSE.id, "c", TOMORROW - timedelta(microseconds=1)) == DONE


async def test_somebody_else_elsewhere_or_too_late_presses_in_vain(database: Database) -> None:
    await offered(database)
    in_vain = [
        ("done", VLO.id, "c", NOON),
        ("done", RESPONSE.id, "another", NOON),
        ("done", RESPONSE.id, "c", TOMORROW),
        ("done", RESPONSE.id, "c", NOON + timedelta(days=400)),
        ("never-offered", RESPONSE.id, "c", NOON),
        ("", RESPONSE.id, "c", NOON),
    ]
    async with database.work() as uow:
        for press in in_vain:
            with pytest.raises(Outdated, match="no longer live"):
                await uow.actions.take(*press)
        assert await uow.actions.live({"done"}, NOON) == {"done"}


async def test_one_press_uses_up_the_buttons_of_its_card_that_work_once(database: Database) -> None:
    await offered(database)
    async with database.work() as uow:
        await uow.actions.take("done", RESPONSE.id, "c", NOON)
    async with database.work() as uow:
        for id in ("done", "snooze"):
            with pytest.raises(Outdated, match="nothing was done twice"):
                await uow.actions.take(id, RESPONSE.id, "c", NOON)
        assert await uow.actions.live(["done", "snooze", "show", "elsewhere"], NOON) == {"show", "elsewhere"}
        assert await uow.actions.live([], NOON) == set()
        await uow.actions.take("show", RESPONSE.id, "c", NOON)
        assert await uow.actions.live({"show"}, TOMORROW) == set()


async def test_the_same_button_within_seconds_is_told_apart_from_a_later_press_and_from_another_button(database: Database) -> None:
    await offered(database)
    async with database.work() as uow:
        await uow.actions.take("done", RESPONSE.id, "c", NOON)
    presses = [("done", NOON), ("done", NOON + timedelta(seconds=4)), ("done", NOON + timedelta(seconds=5)), ("snooze", NOON)]
    ended = []
    async with database.work() as uow:
        for id, at in presses:
            with pytest.raises(Outdated) as refused:
                await uow.actions.take(id, RESPONSE.id, "c", at)
            ended.append(refused.type)
    assert ended == [PressedTwice, PressedTwice, Outdated, Outdated]


async def test_a_press_whose_effect_was_refused_can_be_pressed_again(database: Database) -> None:
    await offered(database)
    with pytest.raises(NotAllowed):
        async with database.work() as uow:
            await uow.actions.take("done", RESPONSE.id, "c", NOON)
            raise NotAllowed("no")
    async with database.work() as uow:
        assert (await uow.actions.take("done", RESPONSE.id, "c", NOON)).verb == "contact:done"


async def test_ten_presses_at_once_have_one_effect(database: Database) -> None:
    await offered(database)

    async def press() -> None:
        async with database.work() as uow:
            await uow.actions.take("done", RESPONSE.id, "c", NOON)
            await asyncio.sleep(0)
            so_far = int(await uow.marks.get("effects") or "0")
            await uow.marks.put("effects", str(so_far + 1))

    ended = await asyncio.gather(*(press() for _ in range(10)), return_exceptions=True)
    assert [type(end) for end in ended if end is not None] == [PressedTwice] * 9
    async with database.reading() as uow:
        assert await uow.marks.get("effects") == "1"


async def test_buttons_that_nobody_can_press_any_more_are_forgotten(database: Database) -> None:
    await offered(database, [DONE, replace(SHOW, expires_at=NOON)])
    async with database.work() as uow:
        assert await uow.actions.forget_old(NOON + timedelta(seconds=1)) == 1
        assert await uow.actions.live({"done", "show"}, NOON) == {"done"}
