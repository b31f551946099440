"""What an erased order leaves behind in transfers: one that is of it alone goes, and out of a pack with other orders of the person its part is taken."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.orders import Order
from domain.transfer_pack import Pack, shortened
from storage.among import among
from storage.tables.transfers import transfer, transfer_order
from storage.transfers import Transfers

_FORCE: BindParameter[str] = bindparam("force")
_NAMED = select(transfer_order.c.transfer).where(transfer_order.c.force == _FORCE, transfer_order.c.order_id == bindparam("order_id"))
_OTHERS = select(transfer_order.c.transfer).where(
    transfer_order.c.force == _FORCE, transfer_order.c.transfer == bindparam("transfer"), transfer_order.c.order_id != bindparam("order_id")
)
_OF_PLANS = select(transfer.c.id).where(transfer.c.force == _FORCE, among(transfer.c.plan, "plans"))
_CAME_IN = select(transfer.c.id).where(transfer.c.force == _FORCE, transfer.c.direction == "in").order_by(transfer.c.id)


@dataclass(frozen=True)
class TransfersReached:
    """`gone` are of this order alone; `shortened` go on for other orders of the person, without it."""

    gone: tuple[UUID, ...] = ()
    shortened: tuple[UUID, ...] = ()


async def transfers_reached(
    connection: AsyncConnection, force: str, transfers: Transfers, order: Order, plans: list[UUID]
) -> TransfersReached:
    """By the plans that go, by what names the order, and by every pack that came in: one that nobody accepted names its orders nowhere else."""
    given = {"force": force, "order_id": order.id}
    gone = dict.fromkeys(await connection.scalars(_OF_PLANS, {"force": force, "plans": plans}) if plans else ())
    packs = {id: await transfers.pack(id) for id in list(await connection.scalars(_CAME_IN, {"force": force}))}
    named = [*await connection.scalars(_NAMED, given), *(id for id, pack in packs.items() if _names(pack, order))]
    shortened: dict[UUID, None] = {}
    for id in dict.fromkeys(named):
        others = list(await connection.scalars(_OTHERS, given | {"transfer": id}))
        goes_on = bool(_without(packs[id], order).orders) if id in packs else bool(others)
        (shortened if goes_on else gone)[id] = None
    return TransfersReached(tuple(gone), tuple(id for id in shortened if id not in gone))


async def erase_transfers(connection: AsyncConnection, force: str, transfers: Transfers, order: Order, reached: TransfersReached) -> None:
    await transfers.drop(reached.gone)
    came = set(await connection.scalars(_CAME_IN, {"force": force}))
    for id in reached.shortened:
        if id in came:
            await transfers.put_anew(id, _without(await transfers.pack(id), order))


def _names(pack: Pack, order: Order) -> bool:
    return any(_is_it(one.order, order) for one in pack.orders)


def _is_it(theirs: Order, order: Order) -> bool:
    """Of one case, and not plainly another order of it: two forces may have taken the same paper in under two names."""
    if theirs.case_no != order.case_no:
        return False
    days = {theirs.made_on, order.made_on}
    return theirs.file_name == order.file_name or None in days or len(days) == 1


def _without(pack: Pack, order: Order) -> Pack:
    return shortened(pack, {one.order.reference for one in pack.orders if _is_it(one.order, order)}, order.reference)
