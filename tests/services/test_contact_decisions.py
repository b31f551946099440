"""A supervisor is told of a matter of a contact, decides it once with a reason, and the owner is reminded by what was decided."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from domain.contact_matters import MATTER_WORDS, ContactMatter, Matter, MatterState, Ruling
from domain.contact_undo import kept
from domain.contacts import Outcome
from domain.duty import Kind
from domain.errors import NotAllowed, NotFound, Outdated
from domain.officers import Officer, Role
from domain.outbox import MATTER_LATE, MATTER_RAISED, OPENING, REMIND, Unreachable
from services import contact_decisions
from services.contact_decisions import WHICH_WINDOW, MatterHeld
from services.duty_roster import enter_absence
from storage.work import Database
from tests.fakes.clock import NOON
from tests.people import EVERYONE, SUPERVISOR, VLO, officer
from tests.reminding import Register
from tests.safe_contacts import is_known, matters_of, told_of

HOUR = timedelta(hours=1)
SECOND = officer("Sol Second", Role.SUPERVISOR)
WHY = "works until five"


async def with_no_window(register: Register) -> ContactMatter:
    """A breach, and nothing that is safe before its time."""
    await register.open()
    await register.breach()
    await is_known(register, "every day 6pm to 8pm")
    (matter,) = await matters_of(register)
    return matter


async def with_three_silences(register: Register) -> ContactMatter:
    await register.open()
    for _ in range(3):
        await register.contact(Outcome.NO_ANSWER)
    (matter,) = await matters_of(register)
    return matter


@pytest.fixture
def register(database: Database) -> Register:
    return Register(database, (*EVERYONE, SECOND))


async def decided(
    register: Register, matter: ContactMatter, ruling: Ruling, by: Officer = SUPERVISOR, way: str = "", window: datetime | None = None
) -> MatterHeld:
    return await contact_decisions.decide(register.database.work, register.clock, by, matter.id, ruling, WHY, way, window)


async def stages(register: Register) -> list[tuple[str, UUID]]:
    return sorted((row.stage, row.recipient) for row in await register.live())


async def test_one_supervisor_hears_of_it_at_once_and_the_other_where_nothing_is_decided_in_time(register: Register) -> None:
    matter = await with_no_window(register)
    told = {(row.stage, row.next_at) for row in await told_of(register, matter.id)}
    assert told == {(MATTER_RAISED, NOON), (MATTER_LATE, NOON + HOUR / 2)}
    assert {row.recipient for row in await told_of(register, matter.id)} == {SUPERVISOR.id, SECOND.id}


async def test_what_is_told_on_the_wire_names_nobody(register: Register) -> None:
    await with_no_window(register)
    await register.dispatched()
    (notice,) = [one.drawn.activity for one in register.messenger.arrived if "needs your decision" in str(one.drawn.activity)]
    assert register.order.reference in str(notice)
    assert [name for name in ("Marlow", "Jane", "6pm", "18:00") if name in str(notice)] == []


async def test_two_matters_of_one_contact_are_told_apart_before_they_are_opened(register: Register) -> None:
    await with_three_silences(register)
    await register.breach()
    await is_known(register, "every day 6pm to 8pm")
    await register.dispatched()
    told = [str(one.drawn.activity) for one in register.messenger.arrived if "needs your decision" in str(one.drawn.activity)]
    said = [matter for one in told for matter, words in MATTER_WORDS.items() if words in one]
    assert sorted(said) == [Matter.NO_WINDOW, Matter.WELFARE_CHECK]


async def test_a_supervisor_who_cannot_be_reached_makes_way_for_another(register: Register) -> None:
    matter = await with_no_window(register)
    (first,) = [row.recipient for row in await told_of(register, matter.id) if row.stage == MATTER_RAISED]
    register.messenger.trouble[first].append(Unreachable("gone"))
    register.messenger.trouble[first].append(Unreachable("gone"))
    await register.dispatched()
    await register.dispatched()
    assert any("needs your decision" in str(one.drawn.activity) and one.recipient != first for one in register.messenger.arrived)


async def test_once_decided_nothing_more_is_told_of_it(register: Register) -> None:
    matter = await with_no_window(register)
    await decided(register, matter, Ruling.VISIT)
    register.clock.advance(HOUR)
    await register.dispatched()
    assert not any("needs your decision" in str(one.drawn.activity) for one in register.messenger.arrived)
    assert [one.state for one in await matters_of(register)] == [MatterState.CLOSED]


async def test_contact_anyway_reminds_the_owner_at_once_with_the_way_and_the_reason(register: Register) -> None:
    matter = await with_no_window(register)
    await decided(register, matter, Ruling.ANYWAY, way="through the sister")
    assert (REMIND, VLO.id) in await stages(register)
    await register.dispatched()
    (card,) = [str(one.drawn.activity) for one in register.messenger.arrived if one.recipient == VLO.id]
    assert "through the sister" in card
    assert WHY in card


async def test_more_time_goes_to_the_end_of_the_window_that_was_chosen(register: Register) -> None:
    matter = await with_no_window(register)
    held = await contact_decisions.show_matter(register.database.work, register.clock, SUPERVISOR, matter.id)
    slot = held.extensions[0]
    with pytest.raises(Outdated, match=WHICH_WINDOW):
        await decided(register, matter, Ruling.EXTEND)
    after = (await decided(register, matter, Ruling.EXTEND, window=slot.start)).plan
    assert (after.due.must_by, after.remind_at) == (slot.end, slot.start)
    assert [(row.stage, row.next_at) for row in await register.live()] == [(REMIND, slot.start)]
    assert [one.matter for one in await matters_of(register)] == [Matter.NO_WINDOW]


async def test_it_is_decided_once_whoever_else_presses(register: Register) -> None:
    matter = await with_no_window(register)
    await decided(register, matter, Ruling.VISIT)
    with pytest.raises(Outdated):
        await decided(register, matter, Ruling.ANYWAY, SECOND, way="by text")


async def test_what_was_dealt_with_meanwhile_is_not_decided(register: Register) -> None:
    matter = await with_no_window(register)
    register.clock.advance(7 * HOUR)
    await register.contact()
    with pytest.raises(Outdated, match="dealt with since"):
        await decided(register, matter, Ruling.VISIT)


async def test_a_decision_by_a_slip_is_taken_back_and_waits_again(register: Register) -> None:
    matter = await with_no_window(register)
    before = await register.plan()
    done = await decided(register, matter, Ruling.VISIT)
    assert done.undo is not None
    work, clock = register.database.work, register.clock
    held = await contact_decisions.undo_decision(work, clock, SUPERVISOR, matter.id, kept(done.undo.before), done.undo.at)
    assert (held.matter.state, held.plan.ahead) == (MatterState.OPEN, before.ahead)
    assert {row.stage for row in await told_of(register, matter.id)} == {MATTER_RAISED, MATTER_LATE}
    assert (await decided(register, held.matter, Ruling.VISIT)).matter.state is MatterState.CLOSED


async def test_a_welfare_check_is_asked_after_for_its_outcome_until_somebody_tells_it(register: Register) -> None:
    matter = await with_three_silences(register)
    before = await register.plan()
    held = await decided(register, matter, Ruling.ARRANGED)
    assert (held.matter.state, held.plan) == (MatterState.DECIDED, before)
    assert [(row.stage, row.recipient, row.next_at) for row in await told_of(register, matter.id)] == [
        (MATTER_LATE, SUPERVISOR.id, NOON + 24 * HOUR)
    ]
    work, clock = register.database.work, register.clock
    assert [one.matter.id for one in await contact_decisions.open_matters(work, clock, SECOND)] == [matter.id]
    done = await contact_decisions.close_matter(work, clock, SECOND, matter.id, "seen and well")
    assert (done.matter.came_of_it, await told_of(register, matter.id)) == ("seen and well", [])
    assert await contact_decisions.open_matters(work, clock, SECOND) == []


async def test_the_word_of_the_opening_goes_with_the_plan_that_was_extended(register: Register) -> None:
    matter = await with_no_window(register)
    held = await contact_decisions.show_matter(register.database.work, register.clock, SUPERVISOR, matter.id)
    await decided(register, matter, Ruling.EXTEND, window=held.extensions[0].start)
    assert OPENING not in [stage for stage, _ in await stages(register)]


async def test_only_supervisors_see_and_decide_and_what_is_gone_is_said_so(register: Register) -> None:
    matter = await with_no_window(register)
    work, clock = register.database.work, register.clock
    with pytest.raises(NotAllowed):
        await contact_decisions.show_matter(work, clock, VLO, matter.id)
    with pytest.raises(NotAllowed):
        await contact_decisions.decide(work, clock, VLO, matter.id, Ruling.VISIT, WHY)
    with pytest.raises(NotFound):
        await contact_decisions.show_matter(work, clock, SUPERVISOR, UUID(int=5))


async def test_a_matter_goes_to_a_supervisor_who_is_here(register: Register) -> None:
    await register.open()
    today = NOON.date()
    await enter_absence(register.database.work, register.clock, SUPERVISOR, SUPERVISOR.id, today, today, Kind.LEAVE, None)
    await register.contact(Outcome.CONCERN)
    (matter,) = await matters_of(register)
    assert [(row.stage, row.recipient) for row in await told_of(register, matter.id)] == [
        (MATTER_RAISED, SECOND.id),
        (MATTER_LATE, SUPERVISOR.id),
    ]
