"""A measure is changed and ended by versions, and a slip in it is taken back."""

from datetime import date

import pytest

from dialogs.order_changes import UNDONE
from domain.errors import NotAllowed
from domain.measures import Kind
from domain.officers import Officer
from domain.order_changes import ChangeKind, Recorded
from domain.orders import Order, OrderState, state_at
from domain.outbox import CHANGED
from domain.policies import Policy
from services.breach_tasks import BreachTasks
from services.contacts import open_plans
from services.measures import Measures
from services.watches import watch
from storage.work import Database
from tests.fakes.chat import Chat
from tests.measures import Desk, entered, reference_in
from tests.people import NEIGHBOUR, RESPONSE, VLO

FOUND = "piers quillfeather dob 4/5/88"
FIRST_TERM = "1. not to contact the protected person"


@pytest.fixture
async def desk(embedded: Database) -> Desk:
    desk = Desk(embedded)
    await desk.holds()
    return desk


async def test_a_change_is_a_version_and_nothing_is_overwritten(desk: Desk) -> None:
    chat = desk.chat(officer=VLO)
    reference = reference_in(await entered(chat, Kind.RESTRAINING, conditions="1. not to contact the protected person"))
    before = await desk.order(reference)
    await chat.press("Change the measure")
    said = await chat.press("Save the change", what="extended", ends="3 August 2029 23:59", reason="by the Crown Court")
    after = await desk.order(reference)
    async with desk.database.reading() as uow:
        kept = await uow.orders.versions(after.id)
        words = [one.typed or "" for one in await uow.audit.since() if one.event == "measure:changed"]
    assert kept == [before]
    assert (after.version, after.variation) == (2, 1)
    assert any("Version 2." in one for one in said)
    assert "Version 1 was entered from the court's order, learned from: e-mail from the court." in " ".join(await history(chat))
    assert "; ".join(words) == (
        "extended; Ends: Thu 3 August 2028 at 23:59 -> Fri 3 August 2029 at 23:59; "
        "Varied or extended: never -> extended, Sun 22 November 2026 at 10:50; by the Crown Court"
    )


async def history(chat: Chat) -> list[str]:
    await chat.say(FOUND)
    return await chat.press("History")


async def test_a_change_on_an_old_card_is_refused(desk: Desk) -> None:
    chat = desk.chat(officer=VLO)
    await entered(chat, Kind.RESTRAINING)
    await chat.press("Change the measure")
    await chat.press("Save the change", what="extended", ends="3 August 2029", reason="court")
    said = await chat.press("Save the change", what="extended", ends="3 August 2030", reason="court")
    assert said == ["Somebody else has changed this measure just now. Open it again to see how it stands."]


@pytest.mark.parametrize(
    ("said_of_it", "hour"),
    [
        ("22 November 2026 10:00", "22 10:00"),
        ("today at 9am", "22 09:00"),
        ("yesterday 16:30", "21 16:30"),
        ("21 November 2026", "22 00:00"),
    ],
)
async def test_an_ended_measure_stays_findable_as_history(desk: Desk, said_of_it: str, hour: str) -> None:
    chat = desk.chat(officer=VLO)
    reference = reference_in(await entered(chat, Kind.UNDERTAKING))
    await chat.say(FOUND)
    await chat.press("End")
    await chat.press("End it", how="released", ended=said_of_it, reason="said in court")
    order = await desk.order(reference)
    assert f"{order.discharged_at:%d %H:%M}" == hour
    assert state_at(order, desk.clock()) is OrderState.DISCHARGED
    said = await chat.say(FOUND)
    assert "Ended: history only" in said
    assert not any(words.startswith("Power: ") for words in said)


async def test_an_undertaking_can_not_be_varied(desk: Desk) -> None:
    chat = desk.chat(officer=VLO)
    await entered(chat, Kind.UNDERTAKING)
    said = await chat.press("Change the measure")
    assert "Varied" not in said
    assert (await chat.press("Save the change", what="varied", ends="3 August 2029"))[0].startswith("Say what was done")


async def recorded(desk: Desk, order: Order) -> list[Recorded]:
    async with desk.database.reading() as uow:
        return await uow.order_changes.of_order(order.id)


@pytest.mark.parametrize(("kind", "how"), [(Kind.RESTRAINING, "discharged"), (Kind.OCCUPATION, "undertaking")])
async def test_an_end_that_was_a_slip_is_undone_and_the_measure_runs_again(desk: Desk, kind: Kind, how: str) -> None:
    chat = desk.chat(officer=VLO)
    reference = reference_in(await entered(chat, kind))
    await chat.say(FOUND)
    await chat.press("End")
    said = await chat.press("End it", how=how, ended="22 November 2026 10:00", reason="released by the court")
    assert "Sun 22 November 2026 at 10:00" in said
    _, change = await recorded(desk, await desk.order(reference))
    assert (change.kind.value, change.version, change.officer, change.words) == (how, 2, VLO.id, "released by the court")
    assert await chat.press("Wrong? Undo") == [UNDONE]
    order = await desk.order(reference)
    assert (state_at(order, desk.clock()), order.version) == (OrderState.IN_FORCE, 3)
    assert [one.kind for one in await recorded(desk, order)] == [ChangeKind.REGISTERED, ChangeKind(how), ChangeKind.UNDONE]


async def test_a_change_that_was_a_slip_is_undone_with_the_terms_that_came_with_it(desk: Desk) -> None:
    chat = desk.chat(officer=VLO)
    reference = reference_in(await entered(chat, Kind.OCCUPATION, conditions=FIRST_TERM))
    before = await desk.order(reference)
    await chat.press("Change the measure")
    told = {"ends": "2 August 2027 23:59", "power_clauses": "4", "conditions": "1. to leave by noon\n2. not to come back"}
    said = await chat.press("Save the change", what="varied", reason="by the court", **told)
    assert {"Mon 2 August 2027 at 23:59", "4", "2, 3"} <= set(said)
    await chat.press("Wrong? Undo")
    after = await desk.order(reference)
    assert (after.expires_at, after.power_clauses, after.variation) == (before.expires_at, before.power_clauses, 0)
    async with desk.database.reading() as uow:
        terms = await uow.terms.newest_checked(after.id)
    assert terms is not None
    assert [one.words for one in terms.draft.conditions] == ["not to contact the protected person"]
    assert any("not to contact the protected person" in words for words in await chat.say(FOUND))


async def test_terms_that_a_slip_brought_first_are_shown_no_more(desk: Desk) -> None:
    chat = desk.chat(officer=VLO)
    await entered(chat, Kind.RESTRAINING)
    await chat.press("Change the measure")
    await chat.press("Save the change", what="varied", reason="by the court", conditions="1. to leave by noon")
    await chat.press("Wrong? Undo")
    said = await chat.say(FOUND)
    assert not any("to leave by noon" in words for words in said)
    assert any(words.startswith("Terms not entered") for words in said)


async def test_a_correction_is_a_version_with_who_before_and_after_and_stands_in_the_history(desk: Desk) -> None:
    chat = desk.chat(officer=VLO)
    reference = reference_in(await entered(chat, Kind.RESTRAINING))
    before = await desk.order(reference)
    await chat.press("Change the measure")
    told = {"ends": "3 August 2029 23:59", "made": "4 August 2026", "number": "T20261234", "made_by": "Crown Court at Ambermere"}
    await chat.press("Save the change", what="corrected", reason="misread", **told)
    after = await desk.order(reference)
    assert (after.made_on, after.case_no, after.variation, after.version) == (date(2026, 8, 4), "T20261234", 0, 2)
    async with desk.database.reading() as uow:
        assert await uow.orders.versions(after.id) == [before]
        assert [one.id for one in await uow.orders.by_case("T20261234")] == [after.id]
    _, change = await recorded(desk, after)
    assert (change.kind, change.officer, change.words) == (ChangeKind.CORRECTED, VLO.id, "misread")
    said = next(words for words in await history(chat) if "Version 2: corrected." in words)
    assert "Ends: Thu 3 August 2028 at 23:59 -> Fri 3 August 2029 at 23:59." in said
    assert "Number: none -> T20261234." in said
    assert "Made: 3 August 2026 -> 4 August 2026." in said
    assert "Said: misread." in said
    assert f"By {VLO.collar}." in said


async def test_a_correction_that_was_a_slip_itself_is_put_back(desk: Desk) -> None:
    chat = desk.chat(officer=VLO)
    reference = reference_in(await entered(chat, Kind.RESTRAINING))
    before = await desk.order(reference)
    await chat.press("Change the measure")
    await chat.press("Save the change", what="corrected", ends="3 August 2029 23:59", number="T1", reason="misread")
    assert await chat.press("Wrong? Undo") == [UNDONE]
    after = await desk.order(reference)
    assert (after.expires_at, after.case_no, after.version) == (before.expires_at, before.case_no, 3)


async def test_a_correction_by_which_it_would_end_before_it_was_made_is_refused(desk: Desk) -> None:
    chat = desk.chat(officer=VLO)
    reference = reference_in(await entered(chat, Kind.RESTRAINING))
    await chat.press("Change the measure")
    said = await chat.press("Save the change", what="corrected", ends="3 August 2025")
    assert said == ["It cannot end before it was made. Look at both days again. Nothing was changed."]
    assert (await desk.order(reference)).version == 1


async def test_the_history_tells_who_ended_it_and_that_it_was_undone(desk: Desk) -> None:
    chat = desk.chat(officer=VLO)
    await entered(chat, Kind.DVPN)
    await chat.say(FOUND)
    await chat.press("End")
    await chat.press("End it", how="withdrawn", reason="the superintendent took it back")
    await chat.press("Wrong? Undo")
    said = " ".join(await history(chat))
    assert "Version 2: withdrawn. Ended: no -> Sun 22 November 2026" in said
    assert "Version 3: undoes version 2." in said


async def test_whoever_asked_is_told_of_the_end_and_of_its_undoing(desk: Desk) -> None:
    chat = desk.chat(officer=VLO)
    order = await desk.order(reference_in(await entered(chat, Kind.RESTRAINING)))
    await watch(desk.database.work, desk.clock, NEIGHBOUR, order.id)
    await chat.say(FOUND)
    await chat.press("End")
    await chat.press("End it", how="discharged", reason="released by the court")
    await chat.press("Wrong? Undo")
    async with desk.database.reading() as uow:
        told = [(one.recipient, one.occurrence) for one in await uow.outbox.of_plan(order.id) if one.stage == CHANGED]
    assert sorted(told) == [(NEIGHBOUR.id, 2), (NEIGHBOUR.id, 3)]


@pytest.mark.parametrize("officer", [RESPONSE, NEIGHBOUR])
async def test_who_may_not_change_orders_enters_a_measure_and_changes_none(desk: Desk, officer: Officer) -> None:
    chat = desk.chat(officer=officer)
    await entered(chat, Kind.RESTRAINING)
    assert "Change the measure" not in chat.buttons
    await chat.say(FOUND)
    assert {"Change", "End"}.isdisjoint(chat.buttons)


async def test_a_press_that_another_role_was_given_changes_nothing(desk: Desk) -> None:
    order = await desk.order(reference_in(await entered(desk.chat(), Kind.RESTRAINING)))
    tasks = BreachTasks(desk.database.work, desk.clock, Policy)
    measures = Measures(desk.database.work, desk.clock, open_plans, tasks)
    with pytest.raises(NotAllowed):
        await measures.change(RESPONSE, order.id, 1, {"what": "extended", "ends": "3 August 2029"})
    with pytest.raises(NotAllowed):
        await measures.end(RESPONSE, order.id, 1, {"reason": "a slip"})
    assert await desk.order(order.reference) == order


@pytest.mark.parametrize(
    ("kind", "line"),
    [(Kind.DVPN, "extended to 3 march 2027"), (Kind.RESTRAINING, "undertaking accepted today"), (Kind.UNDERTAKING, "order varied today")],
)
async def test_what_cannot_happen_to_its_kind_is_refused_where_it_is_typed(desk: Desk, kind: Kind, line: str) -> None:
    chat = desk.chat(officer=VLO)
    reference = reference_in(await entered(chat, kind))
    await chat.say(FOUND)
    said = await chat.say(line)
    assert any(words.startswith("That cannot happen to a") for words in said)
    assert (await desk.order(reference)).version == 1


async def test_what_can_happen_to_its_kind_is_recorded(desk: Desk) -> None:
    chat = desk.chat(officer=VLO)
    reference = reference_in(await entered(chat, Kind.RESTRAINING))
    await chat.say(FOUND)
    await chat.say("extended to 3 march 2029")
    await chat.press("Show before and after", when="yesterday", learned="court_email")
    await chat.press("Confirm")
    assert (await desk.order(reference)).variation == 1
