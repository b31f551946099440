"""A breach that is sent brings the protected person's contact with it, in the same transaction."""

from services import contacts
from services.breaches import Breaches
from storage.work import Database
from tests.breaches import NOW, SIMPLE
from tests.fakes.clock import FrozenClock
from tests.orders import an_order
from tests.people import EVERYONE, RESPONSE


async def test_the_contact_is_owed_as_soon_as_the_record_stands(database: Database) -> None:
    order = an_order()
    async with database.work() as uow:
        await uow.orders.save_many([order])
        await uow.officers.save(EVERYONE)
    breaches = Breaches(database.work, FrozenClock(NOW), contacts.breach_reported)
    draft = await breaches.start(RESPONSE, order.id)
    for question, text in zip(("danger", "happened", "when", "conditions", "awareness", "evidence"), SIMPLE, strict=True):
        draft = await breaches.record_answer(RESPONSE, draft.id, question, text, draft.etag)
    async with database.work() as uow:
        assert await uow.contacts.hold_of_order(order.id) == []
    sent = await breaches.confirm(RESPONSE, draft.id, draft.etag)
    await breaches.confirm(RESPONSE, draft.id, draft.etag)
    async with database.work() as uow:
        plans = await uow.contacts.hold_of_order(order.id)
        lines = await uow.audit.since()
    assert len(plans) == 1
    assert plans[0].remind_at == NOW
    assert str(sent.breach.id) in " ".join(line.subject for line in lines)
