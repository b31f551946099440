"""The hours and days by which a measure is reckoned: of its duties, of its hearing, and of an end whose hour nobody knows."""

from datetime import date, datetime

import pytest

from domain.measures import Kind
from domain.orders import OrderState, state_at
from storage.work import Database
from tests.dialogs.test_measure_changes import FOUND, history
from tests.measures import Desk, entered, reference_in
from tests.people import VLO


@pytest.fixture
async def desk(embedded: Database) -> Desk:
    desk = Desk(embedded)
    await desk.holds()
    return desk


async def test_a_duty_goes_by_the_hour_that_was_corrected_and_by_the_first_one_when_that_is_undone(desk: Desk) -> None:
    chat = desk.chat(officer=VLO)
    reference = reference_in(await entered(chat, Kind.DVPN))
    due = [await due_of(desk, reference)]
    await chat.press("Change the measure")
    said = await chat.press("Save the change", what="corrected", made="21 November 2026 20:30", reason="misread")
    due.append(await due_of(desk, reference))
    assert any("by Mon 23 November 2026 at 20:30." in words for words in said)
    await chat.press("Wrong? Undo")
    due.append(await due_of(desk, reference))
    assert [f"{one:%d %H:%M}" for one in due] == ["23 22:30", "23 20:30", "23 22:30"]


async def test_a_duty_ends_with_the_hour_that_was_a_slip_and_is_owed_again_when_one_is_given(desk: Desk) -> None:
    chat = desk.chat(officer=VLO)
    reference = reference_in(await entered(chat, Kind.DVPN, made="21 November 2026"))
    for made in ("21 November 2026 20:30", "21 November 2026 22:30"):
        await chat.press("Change the measure")
        await chat.press("Save the change", what="corrected", made=made, reason="misread")
        assert f"{await due_of(desk, reference):%d %H:%M}" == f"23 {made[-5:]}"
        assert await open_duties(desk, reference) == 1
        await chat.press("Wrong? Undo")
        assert await open_duties(desk, reference) == 0
    assert any("not needed, with the reason on it. By" in words for words in await history(chat))


async def open_duties(desk: Desk, reference: str) -> int:
    async with desk.database.reading() as uow:
        return sum(one.is_open for one in await uow.breach_tasks.of_breach((await desk.order(reference)).id))


async def due_of(desk: Desk, reference: str) -> datetime:
    async with desk.database.reading() as uow:
        (task,) = await uow.breach_tasks.of_breach((await desk.order(reference)).id)
        assert task.due_at in {row.due_at for row in await uow.outbox.of_plan(task.breach_id)}
    return task.due_at


@pytest.mark.parametrize(
    ("changed", "hearing"), [("20 November 2026", None), ("19 November 2026", date(2026, 11, 20))], ids=["at its hearing", "before it"]
)
async def test_what_the_court_extended_at_its_hearing_is_in_doubt_no_longer(desk: Desk, changed: str, hearing: date | None) -> None:
    chat = desk.chat(officer=VLO)
    reference = reference_in(await entered(chat, Kind.OCCUPATION, hearing="20 November 2026"))
    await chat.press("Change the measure")
    await chat.press("Save the change", what="extended", ends="2 August 2027 23:59", changed=changed, reason="at the hearing")
    order = await desk.order(reference)
    in_doubt = state_at(order, desk.clock()) is OrderState.RETURN_HEARING_PASSED
    assert (order.return_hearing_on, in_doubt) == (hearing, hearing is not None)


async def test_what_ended_on_a_day_whose_hour_nobody_knows_ended_with_that_day(desk: Desk) -> None:
    chat = desk.chat(officer=VLO)
    await entered(chat, Kind.UNDERTAKING)
    await chat.say(FOUND)
    await chat.press("End")
    await chat.press("End it", how="released", ended="21 November 2026", reason="said in court")
    assert "Ended: no -> the end of Sat 21 November 2026." in " ".join(await history(chat))
