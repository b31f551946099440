"""Erasing an order takes it out of every transfer: also out of a pack that came in and that nobody accepted."""

from dataclasses import replace
from datetime import date

from domain.orders import Order
from domain.transfers import Transfer
from services import transfers, transfers_in
from services.jobs import DECLINED_KEPT, DRAFTS_KEPT, keep_house
from services.registering import begin_registration
from storage.erasing import Reach
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.orders import an_order
from tests.people import EVERYONE, RESPONSE
from tests.reminding import JOB
from tests.trail import trail_of
from tests.transferring import THERE, TwoForces, two_forces


async def held_there(forces: TwoForces, **changes: object) -> Order:
    """The order of the transfer as the other force has it already."""
    ours = forces.here.order
    order = replace(an_order(case_no=ours.case_no, file_name=ours.file_name, made_on=ours.made_on), force=forces.there.force, **changes)  # type: ignore[arg-type]  # any field of an order
    async with forces.there.work() as uow:
        await uow.orders.save_many([order])
    return order


async def erased(database: Database, order: Order) -> Reach:
    async with database.work() as uow:
        reach = await uow.erasing.reach(order)
        await uow.erasing.erase(order, reach)
    return reach


async def there(forces: TwoForces, one: Transfer) -> Transfer | None:
    async with forces.there.reading() as uow:
        return await uow.transfers.get(one.id)


async def test_a_pack_that_waits_goes_with_the_order_that_it_names(database: Database) -> None:
    async with two_forces(database) as forces:
        order = await held_there(forces)
        came = await forces.come()
        reach = await erased(forces.there, order)
        assert reach.transfers.gone == (came.id,)
        assert await there(forces, came) is None


async def test_a_pack_goes_too_where_the_order_was_taken_in_after_it(database: Database) -> None:
    async with two_forces(database) as forces:
        came = await forces.come()
        await transfers_in.decline(forces.there.work, forces.here.clock, THERE, came.id, "not ours")
        await erased(forces.there, await held_there(forces, file_name="by-hand.pdf"))
        assert await there(forces, came) is None


async def test_a_pack_of_another_order_of_the_case_stays(database: Database) -> None:
    async with two_forces(database) as forces:
        came = await forces.come()
        await erased(forces.there, await held_there(forces, file_name="other.pdf", made_on=date(2001, 2, 3)))
        assert await there(forces, came) == came


async def test_a_pack_with_another_order_of_the_person_goes_on_without_the_erased_one(database: Database) -> None:
    async with two_forces(database) as forces:
        order = await held_there(forces)
        came = await forces.come()
        async with forces.there.work() as uow:
            pack = await uow.transfers.pack(came.id)
            other = replace(pack.orders[0], order=an_order(case_no="1899999999999999"))
            await uow.transfers.put_anew(came.id, replace(pack, orders=(*pack.orders, other)))
        reach = await erased(forces.there, order)
        assert reach.told[-1] == came.id
        async with forces.there.reading() as uow:
            left = await uow.transfers.pack(came.id)
        assert [one.order.case_no for one in left.orders] == ["1899999999999999"]


async def test_one_that_was_sent_goes_with_its_only_order(database: Database) -> None:
    async with two_forces(database) as forces:
        sent = await forces.send()
        await erased(database, forces.here.order)
        async with database.reading() as uow:
            assert await uow.transfers.get(sent.id) is None
            assert await uow.transfers.orders_of(sent.id) == []


async def test_a_card_of_a_pack_that_waits_names_the_orders_that_are_held_here(database: Database) -> None:
    async with two_forces(database) as forces:
        order = await held_there(forces)
        came = await forces.come()
        shown = await transfers.show(forces.there.work, forces.here.clock, THERE, came.id)
        assert [one.id for one in shown.orders] == [order.id]


async def test_a_declined_pack_is_kept_for_some_weeks_and_then_goes_with_a_line_on_the_trail(database: Database) -> None:
    async with two_forces(database) as forces:
        came = await forces.come()
        await transfers_in.decline(forces.there.work, forces.here.clock, THERE, came.id, "not ours")
        later = FrozenClock(forces.here.clock())
        await keep_house(forces.there.work, later, JOB)
        assert await there(forces, came) is not None
        later.advance(DECLINED_KEPT)
        await keep_house(forces.there.work, later, JOB)
        assert await there(forces, came) is None
        last = (await trail_of(forces.there))[-1]
        assert (last.event, last.subject) == ("transfer:pack:forgotten", str(came.id))


async def test_a_draft_that_nobody_goes_on_with_is_forgotten_with_a_line_on_the_trail(database: Database) -> None:
    clock = FrozenClock()
    async with database.work() as uow:
        await uow.officers.save(EVERYONE)
    stands = await begin_registration(database.work, clock, RESPONSE, {"case_no": "1712345678901234"})
    await keep_house(database.work, clock, JOB)
    async with database.reading() as uow:
        assert await uow.order_drafts.get(stands.draft.id) is not None
    clock.advance(DRAFTS_KEPT)
    await keep_house(database.work, clock, JOB)
    async with database.reading() as uow:
        assert await uow.order_drafts.get(stands.draft.id) is None
    last = (await trail_of(database))[-1]
    assert (last.event, last.subject) == ("register:draft:forgotten", str(stands.draft.id))
