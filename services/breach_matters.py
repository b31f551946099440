"""What a step of a breach reads beside its draft: the order, its checked terms, the evidence held, and records that may be the same breach."""

from collections.abc import Sequence
from uuid import UUID

from domain.breaches.drafts import DISCARDED, Breach, BreachDraft, Told, standing, when_of
from domain.breaches.questions import CONDITIONS, Page
from domain.breaches.terms import asked_of
from domain.breaches.then import standings_then, states_of, versions_of_standings, versions_then
from domain.breaches.twice import BEGUN_LATELY, days_compared
from domain.errors import NotAllowed, NotFound, Outdated
from domain.evidence import held_then
from domain.officers import Officer, Permission
from domain.orders import Order
from domain.terms import OrderTerms
from storage.work import UnitOfWork

_NO_ORDER = "That order is no longer in the register. Look it up again."
_NO_DRAFT = "That record is no longer here. Look the order up and press Record a breach."
_NOT_YOURS = (
    "Another officer has that record, and only that officer can go on with it. You can record the breach yourself from the order's card."
)
_DISCARDED = "Those answers were discarded. To begin anew, look the order up and press Record a breach."
NO_RECORD = "There is no record of a breach under that reference."


async def order_of(uow: UnitOfWork, officer: Officer, id: UUID) -> Order:
    officer.must(Permission.LOOK_UP_ORDER)
    order = await uow.orders.get(id)
    if order is None:
        raise NotFound(_NO_ORDER)
    return order


async def terms_of(uow: UnitOfWork, officer: Officer, order: Order, versions: Sequence[int] = ()) -> OrderTerms | None:
    """The wording that a person has checked, of the newest version: nothing where another of the `versions` may have governed then."""
    officer.must(Permission.RECORD_BREACH)
    governs = not versions or set(versions) == {order.version}
    return await uow.terms.newest_checked(order.id) if order.conditions_checked and governs else None


async def as_asked(uow: UnitOfWork, officer: Officer, draft: BreachDraft, page: Page) -> Page:
    """That of the conditions is put over the order's own, where a person has checked them."""
    officer.must(Permission.RECORD_BREACH)
    if CONDITIONS not in page.questions:
        return page
    order = await order_of(uow, officer, draft.order_id)
    versions = versions_then(order, when_of(standing(draft.answers)), await _earlier(uow, order))
    return asked_of(page, order, await terms_of(uow, officer, order, versions), versions)


async def _earlier(uow: UnitOfWork, order: Order) -> list[Order]:
    """The versions before this one, where the court has changed it: else this one says it all."""
    return await uow.orders.versions(order.id) if order.variation else []


async def record_of(uow: UnitOfWork, officer: Officer, id: UUID) -> Breach:
    officer.must(Permission.LOOK_UP_ORDER)
    record = await uow.breaches.get(id)
    if record is None:
        raise NotFound(NO_RECORD)
    return record


async def own_draft(uow: UnitOfWork, officer: Officer, id: UUID) -> BreachDraft:
    """The officer's draft, open or sent, held until the transaction ends."""
    officer.must(Permission.RECORD_BREACH)
    draft = await uow.breaches.draft(id)
    if draft is None:
        raise NotFound(_NO_DRAFT)
    if draft.officer != officer.id:
        raise NotAllowed(_NOT_YOURS)
    if draft.status == DISCARDED:
        raise Outdated(_DISCARDED)
    return draft


async def told_of(uow: UnitOfWork, officer: Officer, draft: BreachDraft, risk_tool: str = "") -> Told:
    officer.must(Permission.RECORD_BREACH)
    order = await order_of(uow, officer, draft.order_id)
    when = when_of(standing(draft.answers))
    alike = [] if when is None else await uow.breaches.references_of_days(order.id, *days_compared(when))
    earlier = await _earlier(uow, order)
    standings = standings_then(order, when, earlier)
    versions = versions_of_standings(order, standings)
    registered = tuple(held_then(when, await uow.evidence.of_order(order.id), served_copy=order.served_file))
    return Told(
        draft,
        order,
        states_of(standings),
        tuple(alike),
        await terms_of(uow, officer, order, versions),
        versions,
        registered,
        standings,
        await uow.breaches.is_begun_beside(draft, draft.started_at - BEGUN_LATELY),
        risk_tool,
    )


async def told_in(uow: UnitOfWork, officer: Officer, draft: BreachDraft) -> set[UUID]:
    """The officers in whose chats a draft was told: whoever has it, gave an answer to it, or handed it over."""
    officer.must(Permission.RECORD_BREACH)
    offered = await uow.handover.of(draft.id)
    return {officer.id, draft.officer, *(one.by for one in draft.answers), *([offered.by] if offered else [])}
