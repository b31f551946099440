"""What this force has erased is not brought back unseen by another force's pack, and a pack that an erasure shortened says so."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from domain.audit import AuditKind
from domain.errors import Unreadable
from domain.officers import Role
from domain.orders import Order
from domain.retention import Ground
from domain.transfer_pack import PackedBreach
from domain.transfers import ERASED_SAY_WHY, Transfer
from services import transfers, transfers_in
from services.erasing import erase_by_reference
from services.transfers import Shown
from storage.work import Database
from tests.orders import an_order
from tests.people import officer
from tests.trail import trail_of
from tests.transferring import THERE, WEST, TwoForces, two_forces

ADMIN_THERE = replace(officer("Ada Westward", Role.ADMIN, team="west"), force=WEST)
AGAIN = "moved here, and at risk again"


@pytest.fixture
async def forces(database: Database) -> AsyncIterator[TwoForces]:
    async with two_forces(database) as forces:
        async with forces.there.work() as uow:
            await uow.officers.save([ADMIN_THERE])
        yield forces


async def held_there(forces: TwoForces, **changes: object) -> Order:
    """The order as the receiver had it, ended by now as far as it knew."""
    ours, ended = forces.here.order, forces.here.clock() - timedelta(days=1)
    known = an_order(case_no=ours.case_no, file_name=ours.file_name, made_on=ours.made_on, expires_at=ended)
    order = replace(known, force=WEST, **changes)  # type: ignore[arg-type]  # any field of an order
    async with forces.there.work() as uow:
        await uow.orders.save_many([order])
        await uow.search.add([order])
    return order


async def erased_there(forces: TwoForces, order: Order) -> None:
    await erase_by_reference(forces.there.work, forces.here.clock, ADMIN_THERE, order.reference, Ground.NOT_NEEDED.value)


async def on_register_there(forces: TwoForces) -> list[Order]:
    async with forces.there.reading() as uow:
        return await uow.orders.by_case(forces.here.order.case_no)


async def shown_there(forces: TwoForces, one: Transfer) -> Shown:
    return await transfers.show(forces.there.work, forces.here.clock, THERE, one.id)


async def test_what_was_erased_is_not_taken_up_and_whoever_answers_is_told_by_whom_and_when(forces: TwoForces) -> None:
    order = await held_there(forces)
    await erased_there(forces, order)
    came = await forces.come()
    assert await on_register_there(forces) == []
    (told,) = (await shown_there(forces, came)).erased
    assert (told.theirs, told.reference, told.at, told.is_same) == (forces.here.order.reference, order.reference, forces.here.clock(), True)
    assert told.by.startswith("Ada Westward")


async def test_it_is_taken_up_again_only_with_a_reason_which_is_on_the_trail(forces: TwoForces) -> None:
    await erased_there(forces, await held_there(forces))
    came = await forces.come()
    with pytest.raises(Unreadable, match=ERASED_SAY_WHY.split(",", maxsplit=1)[0]):
        await forces.accept(came.id)
    assert await on_register_there(forces) == []
    plan = await transfers_in.accept(forces.there.work, forces.here.clock, THERE, came.id, AGAIN)
    assert [one.id for one in await on_register_there(forces)] == [plan.order_id]
    (line,) = [one for one in await trail_of(forces.there) if one.event == "transfer:person:erased_taken_up"]
    assert (line.actor, line.kind, line.typed, str(plan.order_id) in line.subject) == (THERE.id, AuditKind.COLLECTION, AGAIN, True)
    assert (await forces.answer(came.id)).transfer.reason == ""


async def test_who_does_not_accept_leaves_it_erased(forces: TwoForces) -> None:
    await erased_there(forces, await held_there(forces))
    came = await forces.come()
    await transfers_in.decline(forces.there.work, forces.here.clock, THERE, came.id, "no longer needed here")
    assert await on_register_there(forces) == []


async def test_the_same_paper_under_another_name_is_known_by_its_case(forces: TwoForces) -> None:
    await erased_there(forces, await held_there(forces, file_name="by-hand.pdf"))
    came = await forces.come()
    assert await on_register_there(forces) == []
    assert [one.is_same for one in (await shown_there(forces, came)).erased] == [False]


async def test_an_order_of_another_case_is_taken_in_as_ever(forces: TwoForces) -> None:
    await erased_there(forces, await held_there(forces, case_no="1899999999999999"))
    came = await forces.come()
    assert len(await on_register_there(forces)) == 1
    assert (await shown_there(forces, came)).erased == ()


async def test_one_that_was_erased_and_registered_anew_since_is_compared_as_ever(forces: TwoForces) -> None:
    await erased_there(forces, await held_there(forces))
    await held_there(forces, expires_at=forces.here.order.expires_at)
    came = await forces.come()
    assert (await shown_there(forces, came)).erased == ()
    await forces.accept(came.id)
    assert len(await on_register_there(forces)) == 1


async def two_orders(forces: TwoForces, breaches: tuple[PackedBreach, ...]) -> tuple[Transfer, Order]:
    """A pack of two orders of one person that waits there, one of which the receiver will erase."""
    came = await forces.come()
    other = an_order(case_no="1899999999999999")
    async with forces.there.work() as uow:
        pack = await uow.transfers.pack(came.id)
        await uow.transfers.put_anew(came.id, replace(pack, orders=(*pack.orders, replace(pack.orders[0], order=other)), breaches=breaches))
    return came, await held_there(forces, id=uuid4(), case_no=other.case_no, file_name=other.file_name, made_on=other.made_on)


async def test_an_erasure_leaves_the_breaches_of_the_other_orders_and_says_what_went(forces: TwoForces) -> None:
    ours = forces.here.order.reference
    breaches = (PackedBreach("BR-1", None, (), ours), PackedBreach("BR-2", None, (), "NMO-OTHER"), PackedBreach("BR-3", None, (), ours))
    came, order = await two_orders(forces, breaches)
    await erased_there(forces, order)
    pack = (await shown_there(forces, came)).pack
    assert pack is not None
    assert [one.reference for one in pack.breaches] == ["BR-1", "BR-3"]
    (out,) = pack.erased
    assert (out.reference, out.breaches, out.at) == (order.reference, 1, forces.here.clock())
    assert out.by.startswith("Ada Westward")


async def test_in_an_older_pack_the_text_of_a_breach_tells_of_which_order_it_is_and_without_it_the_breach_goes_and_is_counted(
    forces: TwoForces,
) -> None:
    line = f"Order: {forces.here.order.reference}, version 1, case 1"
    came, order = await two_orders(forces, (PackedBreach("BR-1", None, (line,)), PackedBreach("BR-2", None, ("nothing of it",))))
    await erased_there(forces, order)
    pack = (await shown_there(forces, came)).pack
    assert pack is not None
    assert ([one.reference for one in pack.breaches], [one.breaches for one in pack.erased]) == (["BR-1"], [1])
