"""Orders on an officer's beat, or on one that the officer may see: listed page by page with how each stands at that moment."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.areas import Area, areas_of, named
from domain.audit import REGISTER, AuditEntry, AuditKind
from domain.beats import NEVER, BeatAsked, Beside, Cursor, Ladder, ends_of
from domain.clock import Clock
from domain.errors import NotAllowed, NotFound
from domain.officers import Officer, Permission
from domain.order_states import Standing, standing_at
from domain.orders import Order, PartyRole
from domain.policies import Policy
from domain.same_person import walled
from storage.work import UnitOfWork, Work

PAGE = 6
NO_AREAS = "Your force's policy names no areas yet: ask whoever keeps it to add them."
NO_BEAT = "No area of your force's policy is yours, by your e-mail address or your team. Areas: {areas}."
NAME_ONE = ' Name one: "orders on the {area} beat", "patrol list in {area}".'
ASK_KEEPER = " If one of them should be yours, ask whoever keeps the policy."
NO_SUCH_AREA = "There is no area {area}. Areas: {areas}. To look a person up, type the name and the date of birth."
NOT_YOURS = "The {area} beat is not yours. Look one order up by name and date of birth, or ask your supervisor for the list."


@dataclass(frozen=True)
class BeatRow:
    """One order with its state at the moment of the list; `here` is who of it lives there."""

    order: Order
    standing: Standing
    beside: Beside
    here: PartyRole


@dataclass(frozen=True)
class BeatPage:
    """`ladder` counts the whole list; `after` is where the next page goes on, none on the last one."""

    asked: BeatAsked
    areas: tuple[Area, ...]
    rows: tuple[BeatRow, ...]
    ladder: Ladder
    after: Cursor | None = None

    @property
    def where(self) -> str:
        return ", ".join(one.name for one in self.areas)


async def list_beat(
    work: Work,
    clock: Clock,
    officer: Officer,
    policy: Callable[[], Policy],
    asked: BeatAsked,
    after: Cursor | None = None,
    channel: str = "",
) -> BeatPage:
    """Raises NotFound for an area that the policy does not name, NotAllowed for one that is not the officer's to list."""
    officer.must(Permission.LOOK_UP_ORDER)
    areas, now = areas_meant(officer, policy().areas_worked, asked.area), clock()
    async with work() as uow:
        here = await uow.beats.living(areas, _told_of(officer))
        page, count = (uow.beats.page_unmet, uow.beats.ladder_unmet) if asked.unvisited else (uow.beats.page, uow.beats.ladder)
        ladder = await count(here, ends_of(asked), now)
        ids = await page(here, ends_of(asked), now, after or Cursor(), PAGE + 1)
        orders = await uow.orders.many(ids[:PAGE])
        rows = await _rows(uow, officer, orders, here, now)
        subject = ";".join(f"{one.order.id};{one.order.respondent.id}" for one in rows)
        entry = AuditEntry(
            now, officer.id, AuditKind.CONSULTATION, "beat:orders:listed", subject, channel=channel, recipient=str(officer.id)
        )
        await uow.audit.note(entry)
    last = orders[-1] if orders and len(ids) > PAGE else None
    return BeatPage(asked, areas, rows, ladder, None if last is None else Cursor(last.expires_at or NEVER, last.id))


async def show_areas(work: Work, clock: Clock, officer: Officer, policy: Callable[[], Policy]) -> tuple[Area, ...]:
    """As the policy has them now."""
    officer.must(Permission.LOOK_UP_ORDER)
    now = policy()
    async with work() as uow:
        entry = AuditEntry(clock(), officer.id, AuditKind.CONSULTATION, "policy:areas:shown", REGISTER, f"version {now.version}")
        await uow.audit.note(entry)
    return now.areas_worked


def areas_meant(officer: Officer, areas: Sequence[Area], said: str) -> tuple[Area, ...]:
    """One's own beat where none is named. Whoever stands over the force's orders may list any of its areas; others only their own."""
    if not areas:
        raise NotFound(NO_AREAS)
    own, names = areas_of(officer, areas), sorted(one.name for one in areas)
    every, of_all = ", ".join(names), officer.may(Permission.SEE_TEAM_CONTACTS) or officer.may(Permission.REVIEW_ORDERS)
    if not said:
        if not own:
            raise NotFound(f"{NO_BEAT.format(areas=every)}{NAME_ONE.format(area=names[0]) if of_all else ASK_KEEPER}")
        return own
    found = named(areas, said)
    if found is None:
        raise NotFound(NO_SUCH_AREA.format(area=said, areas=every))
    if found not in own and not of_all:
        raise NotAllowed(NOT_YOURS.format(area=found.name))
    return (found,)


async def walled_off(uow: UnitOfWork, officer: Officer, orders: Sequence[Order]) -> list[Order]:
    """Each as this officer may see it: whoever another order protects is found through none against them."""
    officer.must(Permission.LOOK_UP_ORDER)
    near = await uow.same_person.beside(orders)
    others = await uow.same_person.sides(near.references)
    return [walled(one, others, near.links) for one in orders]


async def stood(uow: UnitOfWork, officer: Officer, order: Order, now: datetime) -> Standing:
    """By every version, as on the order's card."""
    officer.must(Permission.LOOK_UP_ORDER)
    earlier = await uow.orders.versions(order.id) if order.variation else []
    return standing_at((*earlier, order), now)


def _told_of(officer: Officer) -> tuple[PartyRole, ...]:
    """That a protected person lives somewhere is for those who may see how they are reached."""
    return tuple(PartyRole) if officer.may(Permission.SEE_SAFE_CONTACT) else (PartyRole.RESPONDENT,)


async def _rows(
    uow: UnitOfWork, officer: Officer, orders: Sequence[Order], here: Mapping[str, PartyRole], now: datetime
) -> tuple[BeatRow, ...]:
    beside = await uow.beats.beside([one.id for one in orders], now)
    rows = []
    for order in await walled_off(uow, officer, orders):
        if here[order.reference] is PartyRole.RESPONDENT and _is_hidden(order, officer):
            continue
        rows.append(BeatRow(order, await stood(uow, officer, order, now), beside[order.id], here[order.reference]))
    return tuple(rows)


def _is_hidden(order: Order, officer: Officer) -> bool:
    """Where the respondent is, is the secret of another order."""
    return "postcode" in order.respondent.confidential and not officer.may(Permission.SEE_SAFE_CONTACT)
