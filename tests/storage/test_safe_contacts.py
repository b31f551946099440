"""How a person may be reached, the life of a reminder and the matters of a contact come back as they were kept, and what tells of people is sealed."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest

from domain.contact_life import Life, Step
from domain.contact_matters import ContactMatter, Matter, Ruling, closed, decided
from domain.contacts import Outcome, Why, plan_for
from domain.errors import Outdated
from domain.outbox import REMIND, Delivered, outgoing
from domain.safe_contacts import Channel, SafeWays, still_safe
from domain.safe_windows_read import read_windows
from storage.contacts import ContactMade
from storage.work import Database
from tests.fakes.clock import NOON
from tests.orders import an_order
from tests.people import SUPERVISOR, VLO

MINUTE = timedelta(minutes=1)
PLAN = plan_for(an_order(), NOON)
WAYS = SafeWays(
    PLAN.id,
    1,
    NOON,
    VLO.id,
    read_windows("weekdays after 6pm; Saturday 10am to noon").windows,
    "not Mondays",
    waits=True,
    note="never call the landline",
    channel=Channel.PHONE,
    number="07700 900111",
    email="made-up@mail.example",
    who_may_answer="a sister",
    voicemail=False,
    text=None,
    withheld=True,
    code_word="blue door",
    interpreter=True,
    language="Sylheti",
    needs="speaks slowly",
    do_not_visit=True,
    fallback="the school",
    wrong_number="07700 900222",
    confirmed_on=date(2026, 11, 1),
)


def a_matter(matter: Matter = Matter.NO_WINDOW, minutes: int = 0) -> ContactMatter:
    return ContactMatter(uuid4(), "demo", PLAN.id, PLAN.order_id, matter, 1, NOON + minutes * MINUTE)


async def test_every_version_of_how_to_reach_somebody_is_kept_whole(database: Database) -> None:
    second = replace(still_safe(WAYS, SUPERVISOR.id, NOON + MINUTE), channel=None)
    async with database.work() as uow:
        assert await uow.safe_contacts.current(PLAN.id) is None
        await uow.safe_contacts.keep(WAYS)
        await uow.safe_contacts.keep(second)
    async with database.reading() as uow:
        assert await uow.safe_contacts.current(PLAN.id) == second
        assert await uow.safe_contacts.versions(PLAN.id) == [second, WAYS]
        assert await uow.safe_contacts.at_version(PLAN.id, 1) == WAYS
        assert await uow.safe_contacts.current(UUID(int=1)) is None


async def test_two_who_change_it_at_once_never_overwrite_each_other(database: Database) -> None:
    async with database.work() as uow:
        await uow.safe_contacts.keep(WAYS)
    with pytest.raises(Outdated):
        async with database.work() as uow:
            await uow.safe_contacts.keep(replace(WAYS, number="07700 900333"))


async def test_each_step_of_a_reminder_counts_the_first_time_and_once_a_round(database: Database) -> None:
    second = replace(PLAN, round=2, version=2)
    async with database.work() as uow:
        await uow.contacts.add([PLAN])
        assert await uow.contact_life.note(PLAN, Step.PLANNED, NOON)
        assert await uow.contact_life.note(PLAN, Step.SEEN, NOON + 2 * MINUTE, VLO.id)
        assert not await uow.contact_life.note(PLAN, Step.SEEN, NOON + 9 * MINUTE, SUPERVISOR.id)
        assert await uow.contact_life.note(second, Step.ACKNOWLEDGED, NOON + 9 * MINUTE, VLO.id)
        assert await uow.contact_life.of_plans([PLAN]) == {PLAN.id: Life(PLAN.remind_at, NOON, seen_at=NOON + 2 * MINUTE)}
        await uow.contacts.save(second)
        assert await uow.contact_life.of_plans([second]) == {PLAN.id: Life(PLAN.remind_at, acknowledged_at=NOON + 9 * MINUTE)}


async def test_many_new_plans_are_noted_at_once_and_not_twice(database: Database) -> None:
    other = plan_for(an_order(), NOON)
    async with database.work() as uow:
        await uow.contacts.add([PLAN, other])
        await uow.contact_life.note_new([], NOON)
        await uow.contact_life.note_new([PLAN, other], NOON)
        await uow.contact_life.note_new([PLAN], NOON + MINUTE)
        assert {one.planned_at for one in (await uow.contact_life.of_plans([PLAN, other])).values()} == {NOON}


async def test_what_was_sent_of_the_round_is_known_and_to_whom(database: Database) -> None:
    row = outgoing(PLAN, REMIND, VLO.id, NOON)
    async with database.work() as uow:
        await uow.contacts.add([PLAN])
        await uow.contact_life.note(PLAN, Step.PLANNED, NOON)
        await uow.outbox.plan([row])
        assert not await uow.contact_life.was_sent(PLAN, VLO.id)
        await uow.outbox.sent([(row.id, Delivered("m-1", "webchat"))], NOON + MINUTE)
        assert await uow.contact_life.was_sent(PLAN, VLO.id)
        assert not await uow.contact_life.was_sent(PLAN, SUPERVISOR.id)
        assert (await uow.contact_life.of_plans([PLAN]))[PLAN.id].sent_at == NOON + MINUTE
        await uow.contacts.save(replace(PLAN, round=2, version=2))
        assert not await uow.contact_life.was_sent(PLAN, VLO.id)


async def test_beside_a_contact_stand_open_matters_and_what_was_decided_of_this_very_one(database: Database) -> None:
    other = plan_for(an_order(), NOON)
    now, concern, before = a_matter(), a_matter(Matter.CONCERN, 1), replace(a_matter(minutes=2), round=7)
    async with database.work() as uow:
        await uow.contacts.add([PLAN, other])
        for one in (now, concern, before):
            await uow.contact_matters.add(one)
        await uow.contact_matters.save(decided(before, Ruling.VISIT, SUPERVISOR.id, NOON, "works"))
        ruled = decided(now, Ruling.VISIT, SUPERVISOR.id, NOON, "works")
        await uow.contact_matters.save(ruled)
        assert await uow.contact_matters.beside([PLAN.id, other.id]) == {PLAN.id: [concern, ruled]}
        await uow.safe_contacts.keep(WAYS)
        assert await uow.safe_contacts.current_of([PLAN.id, other.id]) == {PLAN.id: WAYS}


async def test_a_matter_comes_back_as_it_was_decided_and_closed(database: Database) -> None:
    one = a_matter(Matter.WELFARE_CHECK)
    arranged = decided(one, Ruling.ARRANGED, SUPERVISOR.id, NOON + MINUTE, "the day shift, at 3")
    done = replace(closed(arranged, "seen and well", VLO.id, NOON + 2 * MINUTE), round=4)
    async with database.work() as uow:
        await uow.contact_matters.add(one)
        assert await uow.contact_matters.hold(one.id) == one
        await uow.contact_matters.save(arranged)
        assert await uow.contact_matters.hold(one.id) == arranged
        await uow.contact_matters.save(done)
    async with database.reading() as uow:
        assert await uow.contact_matters.of_plan(PLAN.id) == [done]
    with pytest.raises(Outdated):
        async with database.work() as uow:
            await uow.contact_matters.save(arranged)


async def test_what_waits_is_listed_the_oldest_first(database: Database) -> None:
    later, first, over = a_matter(minutes=5), a_matter(Matter.WELFARE_CHECK), a_matter(Matter.CONCERN, 1)
    async with database.work() as uow:
        for one in (later, first, over):
            await uow.contact_matters.add(one)
        await uow.contact_matters.save(decided(over, Ruling.SEEN_TO, SUPERVISOR.id, NOON))
        arranged = decided(first, Ruling.ARRANGED, SUPERVISOR.id, NOON)
        await uow.contact_matters.save(arranged)
        assert await uow.contact_matters.not_closed(5) == [arranged, later]
        assert await uow.contact_matters.not_closed(1) == [arranged]


async def test_when_a_contact_was_made_and_why_outside_the_safe_times_are_kept(database: Database) -> None:
    made = ContactMade(PLAN.id, NOON, VLO.id, Why.ROUTINE, Outcome.SPOKE_SAFE, "calm", NOON - 60 * MINUTE, "asked to be rung then")
    async with database.work() as uow:
        await uow.contacts.record(made)
        assert await uow.contacts.made(PLAN.id) == [made]


async def test_nothing_that_tells_of_people_stands_open_in_a_row(embedded: Database) -> None:
    one = decided(a_matter(), Ruling.ANYWAY, SUPERVISOR.id, NOON, "works until nine", "ring the sister")
    made = ContactMade(PLAN.id, NOON, VLO.id, Why.ROUTINE, Outcome.SPOKE_SAFE, because="asked to be rung then")
    async with embedded.work() as uow:
        await uow.safe_contacts.keep(WAYS)
        await uow.contact_matters.add(replace(one, version=1))
        await uow.contacts.record(made)
        rows = [
            value
            for table in ("safe_contact", "contact_matter", "contact_made")
            for row in await uow.connection.exec_driver_sql(f"SELECT * FROM {table}")  # noqa: S608  # a name of our own
            for value in row
        ]
    open_words = b"\n".join(str(value).encode() if not isinstance(value, bytes) else value for value in rows)
    assert [word for word in (b"900111", b"sister", b"blue", b"Sylheti", b"works", b"asked") if word in open_words] == []
