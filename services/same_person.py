"""Two records are of one person because an officer says so, and no longer when an officer takes it back; nothing else links or merges them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import NotFound, Outdated, Unreadable
from domain.officers import Officer, Permission
from domain.orders import Order
from domain.same_person import PersonLink, Record, Word, pair_of, sides_of, walled
from storage.work import UnitOfWork, Work

ONE_ORDER = "The two people of one order are not one person. Nothing was recorded."
GONE = "That order is no longer in the register. Please look the person up again."
CHANGED = "Somebody else has said something of these two records just now. Open one of them again to see it."


@dataclass(frozen=True)
class Compared:
    """A record beside the one that was chosen. `number` is that of the last word on the two, 0 where there is none; `linked`: it stands."""

    record: Record
    order: Order
    number: int = 0
    linked: bool = False


@dataclass(frozen=True)
class Comparison:
    chosen: Compared
    others: tuple[Compared, ...]


async def compare(work: Work, clock: Clock, officer: Officer, chosen: Record, others: Sequence[Record], channel: str = "") -> Comparison:
    """A record and those that stood in the list with it, to be held against each other by a person."""
    officer.must(Permission.LINK_RECORDS)
    asked = [one for one in dict.fromkeys(others) if one.order != chosen.order]
    async with work() as uow:
        orders = {one.id: one for one in await uow.orders.many([one.order for one in (chosen, *asked)])}
        if chosen.order not in orders:
            raise NotFound(GONE)
        near = await uow.same_person.beside(list(orders.values()))
        sides = (*(await uow.same_person.sides(near.references)), *map(sides_of, orders.values()))
        shown = {id: walled(order, sides, near.links) for id, order in orders.items()}
        seen = [_compared(chosen, one, shown[one.order], near.links) for one in asked if one.order in shown]
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "compared", shown.values(), channel))
    return Comparison(Compared(chosen, shown[chosen.order]), tuple(seen))


async def link(work: Work, clock: Clock, officer: Officer, first: Record, second: Record, seen: int, channel: str = "") -> PersonLink:
    """`seen` is the number of the last word on the two records that the officer had before them."""
    officer.must(Permission.LINK_RECORDS)
    async with work() as uow:
        orders = await _both(uow, first, second)
        said = await _say(uow, orders, PersonLink(*pair_of(first, second), Word.SAME, officer.id, clock(), seen + 1))
        await uow.audit.note(_entry(clock, officer, AuditKind.COMBINATION, "linked", orders, channel))
    return said


async def unlink(work: Work, clock: Clock, officer: Officer, first: Record, second: Record, seen: int, channel: str = "") -> PersonLink:
    """Takes back what was said; both words stay on record."""
    officer.must(Permission.LINK_RECORDS)
    async with work() as uow:
        orders = await _both(uow, first, second)
        said = await _say(uow, orders, PersonLink(*pair_of(first, second), Word.TAKEN_BACK, officer.id, clock(), seen + 1))
        await uow.audit.note(_entry(clock, officer, AuditKind.COMBINATION, "unlinked", orders, channel))
    return said


async def _both(uow: UnitOfWork, first: Record, second: Record) -> list[Order]:
    if first.order == second.order:
        raise Unreadable(ONE_ORDER)
    orders = await uow.orders.many([first.order, second.order])
    if len(orders) != 2:
        raise NotFound(GONE)
    return orders


async def _say(uow: UnitOfWork, orders: Sequence[Order], said: PersonLink) -> PersonLink:
    """A word follows the last one on the pair, and says another thing."""
    before = _last((await uow.same_person.beside(orders)).links, said.pair)
    word = before.word if before else Word.TAKEN_BACK
    if (before.number if before else 0) != said.number - 1 or word is said.word or not await uow.same_person.note(said):
        raise Outdated(CHANGED)
    references = {one.id: one.reference for one in orders}
    return replace(said, one_reference=references[said.one.order], other_reference=references[said.other.order])


def _compared(chosen: Record, other: Record, order: Order, links: Sequence[PersonLink]) -> Compared:
    last = _last(links, frozenset({chosen, other}))
    return Compared(other, order, last.number, last.word is Word.SAME) if last else Compared(other, order)


def _last(links: Sequence[PersonLink], pair: frozenset[Record]) -> PersonLink | None:
    return max((link for link in links if link.pair == pair), key=lambda link: link.number, default=None)


def _entry(clock: Clock, officer: Officer, kind: AuditKind, what: str, orders: Iterable[Order], channel: str) -> AuditEntry:
    """Under both orders and the parties of both, so that the trail of either person has it."""
    ids: list[UUID] = [id for one in orders for id in (one.id, one.respondent.id, one.applicant.id)]
    return AuditEntry(
        clock(), officer.id, kind, f"person:records:{what}", ";".join(map(str, ids)), channel=channel, recipient=str(officer.id)
    )
