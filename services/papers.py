"""An order's own paper: opened by an officer, read into a draft, and checked by a person before its terms count."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.conversations import WEB
from domain.documents import Document
from domain.errors import NotFound, Outdated, Unreadable
from domain.feed_merge import ANOTHER_END, unqueued
from domain.officers import Officer, Permission, SystemJob
from domain.orders import Order
from domain.outbox import reminders_job
from domain.papers import Draft
from domain.places import places_of
from domain.registered_orders import is_as_typed, with_paper
from domain.terms import HELD, OrderTerms, TermsState, amended, applied, compared_since, demand_complete, differences
from services.planned import Planned
from services.watches import tell_of_changes
from storage.work import UnitOfWork, Work

Reader = Callable[[bytes], Awaitable[Draft]]
NO_PAPER = "The order's PDF is not held here: ask the orders desk or the court for the sealed order."
CHANGED = "Somebody else has changed these terms just now. Press Check the wording again to see them."
OPENED = "paper:document:opened"
NOT_OPENED = (
    "You have not opened this order's paper since its wording was read. Press Open the order, compare every word, "
    "then press Checked against the order again. What you typed is still on the card."
)
NOT_HELD = "Say that you have the sealed order itself before you, then press Checked against the order again. Nothing was changed."
_APPLIED = ("made_on", "expires_at", "return_hearing_on", "without_notice", "conditions_checked")


@dataclass(frozen=True)
class Checking:
    """What the person who checks sees: the order, its newest terms, and where the paper says another thing than the register."""

    order: Order
    terms: OrderTerms
    differs: tuple[str, ...]


def plans_job(force: str) -> SystemJob:
    """Fits contact plans to an order's new end as the feed does, whoever checked the wording."""
    return SystemJob("checked-orders", force, frozenset({Permission.IMPORT_FEED}))


async def open_paper(work: Work, clock: Clock, officer: Officer, order_id: UUID, channel: str = "") -> Document:
    """The court's PDF as it came. Whoever it is shown to is on the trail."""
    officer.must(Permission.LOOK_UP_ORDER)
    async with work() as uow:
        paper = await uow.orders.document(order_id)
        outcome = "done" if paper else "not_found"
        recipient = str(officer.id)
        entry = AuditEntry(clock(), officer.id, AuditKind.DISCLOSURE, OPENED, str(order_id), outcome, channel, recipient)
        await uow.audit.note(entry)
    if paper is None:
        raise NotFound(NO_PAPER)
    return paper


async def find_paper(work: Work, clock: Clock, officer: Officer, order_id: UUID, channel: str = "") -> Order:
    """The order whose paper somebody asks for where it cannot be shown."""
    officer.must(Permission.LOOK_UP_ORDER)
    async with work() as uow:
        order = await uow.orders.demand(order_id)
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "document:asked_for", order_id, channel))
    return order


async def show_terms(work: Work, clock: Clock, officer: Officer, order_id: UUID, channel: str = "") -> OrderTerms | None:
    """The checked terms of the order as it is now; None until a person has checked them."""
    officer.must(Permission.LOOK_UP_ORDER)
    async with work() as uow:
        order = await uow.orders.demand(order_id)
        terms = await uow.terms.newest_checked(order_id) if order.conditions_checked else None
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "terms:shown", order_id, channel))
    return terms


async def read_terms(work: Work, clock: Clock, officer: Officer, order_id: UUID, reader: Reader, channel: str = "") -> Checking:
    """The newest terms of the order's newest paper; where it was not read for them yet it is, into a draft, which may say that it cannot be."""
    officer.must(Permission.CHECK_CONDITIONS)
    async with work() as uow:
        order = await uow.orders.demand(order_id)
        paper = await uow.orders.document(order_id)
        if paper is None:
            raise NotFound(NO_PAPER)
        held = await uow.terms.newest(order_id)
        of_paper = held is not None and held.paper == paper.sha256
        if held is not None and of_paper and not (held.version == 1 and is_as_typed(held.draft)):
            await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "terms:shown", order_id, channel))
            return _checking(order, held)
        draft = await reader(paper.content)
        draft = with_paper(held.draft, draft) if held is not None and of_paper else draft
        version = held.version + 1 if held else 1
        terms = OrderTerms(order_id, version, TermsState.DRAFT, paper.sha256, officer.id, clock(), draft)
        if not await uow.terms.note(terms):
            raise Outdated(CHANGED)
        await uow.audit.note(_entry(clock, officer, AuditKind.COLLECTION, "terms:read", order_id, channel))
        return _checking(order, terms)


async def change_terms(
    work: Work, clock: Clock, officer: Officer, order_id: UUID, seen: int, values: Mapping[str, str], channel: str = ""
) -> Checking:
    """Keeps what was typed as the next version of the draft; `seen` is the version that the person had before them."""
    officer.must(Permission.CHECK_CONDITIONS)
    async with work() as uow:
        order = await uow.orders.demand(order_id)
        terms = await _next(uow, clock, officer, order_id, seen, values, TermsState.DRAFT)
        await uow.audit.note(_entry(clock, officer, AuditKind.ALTERATION, "terms:changed", order_id, channel))
        return _checking(order, terms)


async def check_terms(
    work: Work, clock: Clock, officer: Officer, order_id: UUID, seen: int, values: Mapping[str, str], planned: Planned, channel: str = ""
) -> Checking:
    """A person has held the terms against the sealed order: they count from now on, as the next version of the order.

    `planned` fits the contact plans to the order's new end. Raises Unreadable with what is still missing, and where they have not
    opened the paper; a channel that shows no paper takes their word that they have it before them.
    """
    officer.must(Permission.CHECK_CONDITIONS)
    async with work() as uow:
        before = await uow.orders.demand(order_id)
        paper = await uow.orders.document(order_id)
        terms = await _next(uow, clock, officer, order_id, seen, values, TermsState.CHECKED)
        if paper is None or terms.paper != paper.sha256:
            raise Outdated("Another paper has come for this order. Press Check the wording again to read it.")
        beside = await _beside(uow, officer, terms, values, channel)
        demand_complete(terms.draft)
        after = await uow.orders.update(unqueued(applied(before, terms.draft), ANOTHER_END), clock())
        await uow.order_origins.note(officer.id, clock(), [after])
        await uow.places.replace(order_id, places_of(after, terms.draft))
        await planned(uow, clock, plans_job(uow.force), [after])
        await tell_of_changes(uow, clock, reminders_job(uow.force), [after])
        entry = _entry(clock, officer, AuditKind.ALTERATION, "terms:checked", order_id, channel)
        await uow.audit.note(replace(entry, typed=f"{beside}; {_before_and_after(before, after)}"))
        return _checking(after, terms)


async def _beside(uow: UnitOfWork, officer: Officer, terms: OrderTerms, values: Mapping[str, str], channel: str) -> str:
    """By what the trail knows that the sealed order lay beside the terms."""
    since = compared_since([one for one in await uow.terms.versions(terms.order) if one.version < terms.version], terms.paper)
    if await uow.audit.stands(officer.id, OPENED, str(terms.order), since):
        return "paper: opened"
    if channel == WEB:
        raise Unreadable(NOT_OPENED)
    if values.get(HELD) != "yes":
        raise Unreadable(NOT_HELD)
    return "paper: said to be held"


async def _next(
    uow: UnitOfWork, clock: Clock, officer: Officer, order_id: UUID, seen: int, values: Mapping[str, str], state: TermsState
) -> OrderTerms:
    held = await uow.terms.newest(order_id)
    if held is None or held.version != seen:
        raise Outdated(CHANGED)
    draft = amended(held.draft, values)
    terms = OrderTerms(order_id, held.version + 1, state, held.paper, officer.id, clock(), draft)
    if not await uow.terms.note(terms):
        raise Outdated(CHANGED)
    return terms


def _checking(order: Order, terms: OrderTerms) -> Checking:
    return Checking(order, terms, differences(order, terms.draft))


def _before_and_after(before: Order, after: Order) -> str:
    changed = [name for name in _APPLIED if getattr(before, name) != getattr(after, name)]
    return "; ".join(f"{name}: {getattr(before, name)} -> {getattr(after, name)}" for name in changed)


def _entry(clock: Clock, officer: Officer, kind: AuditKind, what: str, order_id: UUID, channel: str) -> AuditEntry:
    return AuditEntry(clock(), officer.id, kind, f"paper:{what}", str(order_id), channel=channel, recipient=str(officer.id))
