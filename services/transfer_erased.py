"""Which orders of a pack this force held before and erased: they are not taken up again unless whoever accepts the pack says why. And what was erased out of one."""

from dataclasses import replace

from domain.officers import Actor, Permission
from domain.transfer_pack import Pack, PackedOrder, TakenOut
from domain.transfers import ErasedHere
from storage.retention import Tombstone
from storage.work import UnitOfWork

NOT_KNOWN = "somebody who is no longer known here"


async def erased_of(uow: UnitOfWork, actor: Actor, pack: Pack) -> list[PackedOrder]:
    """Those of the pack that are not held here, and of which, or of whose case, a record was erased."""
    actor.must(Permission.CARRY_TRANSFERS)
    return [one for one in pack.orders if await _graves(uow, one)]


async def erased_here(uow: UnitOfWork, actor: Actor, pack: Pack) -> list[ErasedHere]:
    """What whoever answers is told: by whom each was erased and when, and nothing of what it held."""
    actor.must(Permission.TRANSFER)
    told = []
    for one in pack.orders:
        same = await uow.retention.buried([(one.order.case_no, one.order.file_name)])
        graves = await _graves(uow, one)
        told += [ErasedHere(one.order.reference, grave.reference, await _named(uow, grave), grave.at, bool(same)) for grave in graves]
    return told


async def taken_out_of(uow: UnitOfWork, actor: Actor, pack: Pack) -> list[TakenOut]:
    """What was erased out of the pack after it came, with by whom and when."""
    actor.must(Permission.TRANSFER)
    graves = [(one, await uow.retention.tombstone(one.reference)) for one in pack.erased]
    return [replace(one, by=await _named(uow, grave), at=grave.at) if grave else one for one, grave in graves]


async def _named(uow: UnitOfWork, grave: Tombstone) -> str:
    who = await uow.officers.get(grave.officer)
    return ", ".join(part for part in (who.name, who.collar) if part) if who else NOT_KNOWN


async def _graves(uow: UnitOfWork, one: PackedOrder) -> list[Tombstone]:
    identity = (one.order.case_no, one.order.file_name)
    held = await uow.orders.known([one.order.case_no])
    return [] if identity in held else await uow.retention.graves(*identity)
