"""A breach that is sent brings the protected person's contact with it, in the same transaction."""

from dataclasses import replace
from datetime import timedelta

from domain.breaches.drafts import Breach
from domain.contacts import Due, Risk, Why
from domain.officers import Role
from services import contacts
from services.breaches import Breaches
from services.sending import Reminder
from storage.work import Database
from tests.breaches import NOW, SIMPLE, contact_follows
from tests.fakes.clock import FrozenClock
from tests.orders import an_order
from tests.people import EVERYONE, RESPONSE, VLO
from tests.reminding import about_to_go
from tests.telling import sent, told


async def test_the_contact_is_owed_as_soon_as_the_record_stands(database: Database) -> None:
    order = an_order()
    async with database.work() as uow:
        await uow.orders.save_many([order])
        await uow.officers.save(EVERYONE)
    breaches = Breaches(database.work, FrozenClock(NOW), contact_follows)
    draft = await told(breaches, RESPONSE, order.id, *SIMPLE)
    async with database.work() as uow:
        assert await uow.contacts.hold_of_order(order.id) == []
    made = await breaches.confirm(RESPONSE, draft.id, draft.etag)
    await breaches.confirm(RESPONSE, draft.id, draft.etag)
    async with database.work() as uow:
        plans = await uow.contacts.hold_of_order(order.id)
        lines = await uow.audit.since()
    assert made.told_after is not None
    assert (made.told_after.contact, made.told_after.signing) == (Role.VLO, 1)
    assert len(plans) == 1
    assert (plans[0].remind_at, plans[0].risk) == (NOW, Risk.HIGH)
    assert str(made.breach.id) in " ".join(line.subject for line in lines)


async def test_the_reminder_and_the_plan_know_the_newest_breach_and_a_routine_contact_knows_none(database: Database) -> None:
    order, clock = an_order(), FrozenClock(NOW)
    async with database.work() as uow:
        await uow.orders.save_many([order])
        await uow.officers.save(EVERYONE)
    breaches = Breaches(database.work, clock, contact_follows)
    made: list[Breach] = []
    for _ in range(2):
        clock.advance(timedelta(minutes=1))
        made.append((await sent(breaches, RESPONSE, order.id, *SIMPLE)).breach)
    newest = made[-1]
    (reminder,) = await about_to_go(database, clock)
    assert isinstance(reminder, Reminder)
    assert reminder.breach == newest
    assert (await contacts.show_plan(database.work, clock, VLO, reminder.plan.id)).breach == newest
    async with database.work() as uow:
        lines = await uow.audit.since()
    routine = replace(reminder.plan, ahead=(Due(Why.ROUTINE, NOW, NOW),), version=reminder.plan.version + 1)
    async with database.work() as uow:
        await uow.contacts.save(routine)
    assert (await contacts.show_plan(database.work, clock, VLO, reminder.plan.id)).breach is None
    assert [line.event for line in lines if line.subject.endswith(str(newest.id))][-2:] == ["reminder:plan:send", "contact:plan:shown"]
