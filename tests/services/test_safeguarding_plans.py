"""The safeguarding plan stands beside the contact plan: every version stays, and each look at it is on the trail."""

import pytest

from domain.errors import NotAllowed, NotFound, Outdated, Unreadable
from domain.safeguarding import NOT_CHANGED
from services.contact_plans import NO_PLAN
from services.safeguarding import SEEN_OLDER, Safeguarding, find_safeguarding, keep_safeguarding, show_safeguarding
from storage.work import Database
from tests.people import AUDITOR, RESPONSE, SUPERVISOR, VLO
from tests.reminding import Register
from tests.trail import trail_of

TYPED = {"children": "two, at school", "marac": "2026-11-24"}


@pytest.fixture
async def register(database: Database) -> Register:
    register = Register(database)
    await register.open()
    return register


async def kept(register: Register, seen: int, **typed: str) -> Safeguarding:
    return await keep_safeguarding(register.database.work, register.clock, VLO, (await register.plan()).id, typed, seen)


async def shown(register: Register) -> Safeguarding:
    return await show_safeguarding(register.database.work, register.clock, VLO, (await register.plan()).id)


async def test_every_version_stays_with_who_wrote_it(register: Register) -> None:
    assert (await shown(register)).newest is None
    await kept(register, 0, **TYPED)
    found = await kept(register, 1, **TYPED, idva="Made-up Advocate")
    assert [(one.version, one.idva, dict(found.names)[one.officer]) for one in found.versions] == [
        (2, "Made-up Advocate", VLO.name),
        (1, "", VLO.name),
    ]
    assert (await find_safeguarding(register.database.work, register.clock, VLO, register.order.reference)).versions == found.versions
    lines = [(entry.event, entry.outcome) for entry in await trail_of(register.database) if entry.event.startswith("safeguarding")]
    assert lines == [
        ("safeguarding:plan:shown", "none yet"),
        ("safeguarding:plan:kept", "version 1"),
        ("safeguarding:plan:kept", "version 2"),
        ("safeguarding:plan:shown", "version 2"),
    ]


async def test_a_card_of_an_older_version_and_words_that_say_nothing_new_change_nothing(register: Register) -> None:
    await kept(register, 0, **TYPED)
    with pytest.raises(Outdated, match=SEEN_OLDER[:30]):
        await kept(register, 0, other="too late")
    with pytest.raises(Unreadable, match=NOT_CHANGED):
        await kept(register, 1, **TYPED)
    assert len((await shown(register)).versions) == 1


async def test_without_a_plan_there_is_none_and_that_somebody_asked_is_on_the_trail(register: Register) -> None:
    with pytest.raises(NotFound, match=NO_PLAN):
        await find_safeguarding(register.database.work, register.clock, VLO, "NMO-7F3K2D")
    with pytest.raises(NotFound, match=NO_PLAN):
        await show_safeguarding(register.database.work, register.clock, VLO, VLO.id)
    assert (await trail_of(register.database))[-1].outcome == "not_found"


async def test_only_whoever_may_see_what_is_safe_reads_it_and_only_whoever_keeps_contact_writes_it(register: Register) -> None:
    id, work, clock = (await register.plan()).id, register.database.work, register.clock
    for refused in (
        show_safeguarding(work, clock, RESPONSE, id),
        find_safeguarding(work, clock, AUDITOR, register.order.reference),
        keep_safeguarding(work, clock, RESPONSE, id, TYPED, 0),
    ):
        with pytest.raises(NotAllowed):
            await refused
    assert (await show_safeguarding(work, clock, SUPERVISOR, id)).newest is None
