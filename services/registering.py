"""An order registered by hand: told in a draft that waits for whoever told it, held against what the register has, and saved whole or not at all."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import SystemRandom
from uuid import UUID, uuid4

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.documents import Document, DocumentKind
from domain.errors import NotFound, Outdated, Unreadable
from domain.feed import SECOND_ORDER
from domain.feed_merge import queued
from domain.lookups import Match
from domain.officers import Officer, Permission, SystemJob
from domain.order_changes import ChangeKind, Recorded
from domain.order_drafts import REGISTER, DraftPaper, OrderDraft
from domain.orders import Order, PartyRole
from domain.policies import Policy
from domain.references import fresh_references
from domain.registered_orders import PAPER_CASE, PAPER_NOTE, SECOND_CHECK, asked_of, draft_of_typed, registered
from domain.registration import BY_ID, Problem, kept, last_answered, next_question, problems
from domain.terms import OrderTerms, TermsState
from services.lookups import find
from services.planned import Planned
from services.timetables import PolicyNow
from storage.work import UnitOfWork, Work

DRAFT_GONE = 'That draft is no longer open: it was saved or dropped. Say "register an order" to begin.'
NOT_WHOLE = "Nothing was saved. "
MOVED_ON = "The draft has changed since this was shown, so nothing was saved. Read it as it is now."
_RANDOM = SystemRandom()


@dataclass(frozen=True)
class Registration:
    """A draft as it stands: what keeps it from being saved, and what the register holds already that may be the same order. `goes_on` where it was begun before."""

    draft: OrderDraft
    problems: tuple[Problem, ...] = ()
    alike: tuple[Match, ...] = ()
    goes_on: bool = False


def registering_job(force: str) -> SystemJob:
    """Opens the contact plan of an order that was registered by hand, as the feed does for those that it brings."""
    return SystemJob("registered-orders", force, frozenset({Permission.IMPORT_FEED}))


async def begin_registration(
    work: Work, clock: Clock, officer: Officer, told: Mapping[str, str] | None = None, paper: DraftPaper | None = None
) -> Registration:
    """The officer's own draft that is open already, else a new one; with a paper always a new one."""
    officer.must(Permission.REGISTER_ORDER)
    now = clock()
    async with work() as uow:
        open_ones = await uow.order_drafts.of_officer(officer.id, REGISTER)
        if open_ones and paper is None:
            draft = await _written(uow, open_ones[0], _unsaid(open_ones[0], told or {}), clock)
        else:
            values = {
                name: kept(name, value, now) for name, value in (told or {}).items() if name in BY_ID or name in (PAPER_CASE, PAPER_NOTE)
            }
            draft = OrderDraft(uuid4(), officer.id, REGISTER, now, now, values=values, has_paper=paper is not None)
            await uow.order_drafts.begin(draft, paper)
        await uow.audit.note(_entry(clock, officer, AuditKind.COLLECTION, "begun", draft.id))
    return replace(_stands(draft, clock), goes_on=bool(open_ones) and paper is None)


async def answer_registration(work: Work, clock: Clock, officer: Officer, draft_id: UUID, told: Mapping[str, str]) -> Registration:
    """Keeps what was told, readable or not; what is not is a problem until it is put right."""
    officer.must(Permission.REGISTER_ORDER)
    async with work() as uow:
        draft = await _written(uow, await _own(uow, officer, draft_id), told, clock)
        await uow.audit.note(_entry(clock, officer, AuditKind.COLLECTION, "answered", draft_id))
    return _stands(draft, clock)


async def go_back(work: Work, clock: Clock, officer: Officer, draft_id: UUID) -> Registration:
    """The last answer is asked for again."""
    officer.must(Permission.REGISTER_ORDER)
    async with work() as uow:
        draft = await _own(uow, officer, draft_id)
        last = last_answered(draft.values)
        values = {name: value for name, value in draft.values.items() if last is None or name != last.id}
        taken = replace(draft, values=values, at=clock())
        await uow.order_drafts.change(taken, draft.seen + 1)
        await uow.audit.note(_entry(clock, officer, AuditKind.ALTERATION, "taken_back", draft_id))
    return _stands(replace(taken, seen=draft.seen + 1), clock)


async def show_registration(work: Work, clock: Clock, officer: Officer, draft_id: UUID) -> Registration:
    """With what the register holds already that may be the same order, once the draft could be saved, or a paper was read."""
    officer.must(Permission.REGISTER_ORDER)
    async with work() as uow:
        draft = await _own(uow, officer, draft_id)
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "shown", draft_id))
    stands = _stands(draft, clock)
    known = draft.values.get("case_no") and (draft.has_paper or not (stands.problems or next_question(draft.values)))
    return replace(stands, alike=await _alike(work, clock, officer, draft)) if known else stands


async def save_registration(
    work: Work,
    clock: Clock,
    officer: Officer,
    draft_id: UUID,
    seen: int,
    planned: Planned,
    policy: PolicyNow = Policy,
    draw: Callable[[], float] = _RANDOM.random,
) -> Order:
    """Searchable, with its paper and the first contact of its protected person, in one transaction. `seen` is the draft that was shown whole. Raises Unreadable with what is missing."""
    officer.must(Permission.REGISTER_ORDER)
    async with work() as uow:
        draft = await _own(uow, officer, draft_id)
        if draft.seen != seen:
            raise Outdated(MOVED_ON)
        found = problems(draft.values, clock())
        if found:
            raise Unreadable(NOT_WHOLE + "; ".join(one.words for one in found))
        paper = await uow.order_drafts.paper(draft.id)
        order = await _made(uow, clock, draft, paper)
        if policy().register.wants_second(order.provenance, draw()):
            order = queued(order, SECOND_CHECK)
        await uow.orders.save_many([order])
        await uow.orders.add_documents(_documents(order, paper, clock))
        await uow.search.add([order])
        await _terms(uow, clock, officer, order, draft, paper)
        await planned(uow, clock, registering_job(uow.force), [order])
        await uow.order_changes.add(_recorded(order, officer, clock))
        await uow.order_drafts.drop(draft.id)
        await uow.audit.note(_entry(clock, officer, AuditKind.COLLECTION, "saved", order.id, order.respondent.id, order.applicant.id))
    return order


async def drop_registration(work: Work, clock: Clock, officer: Officer, draft_id: UUID) -> None:
    officer.must(Permission.REGISTER_ORDER)
    async with work() as uow:
        draft = await _own(uow, officer, draft_id)
        await uow.order_drafts.drop(draft.id)
        await uow.redacting.draft(draft.id, {officer.id}, officer.id, clock())
        await uow.audit.note(_entry(clock, officer, AuditKind.ERASURE, "dropped", draft_id))


async def typed_terms(work: Work, clock: Clock, officer: Officer, order_id: UUID) -> OrderTerms | None:
    """What was typed of the conditions of an order whose paper nobody holds: it counts for nothing, and is told as that."""
    officer.must(Permission.LOOK_UP_ORDER)
    async with work() as uow:
        order = await uow.orders.demand(order_id)
        terms = None if order.has_document or order.conditions_checked else await uow.terms.newest(order_id)
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "typed_shown", order_id))
    return terms


async def _made(uow: UnitOfWork, clock: Clock, draft: OrderDraft, paper: DraftPaper | None) -> Order:
    """A second order of its case waits for the orders desk, and so do those that the register holds of it already. It bears the draft's id, so that an erasure reaches what was shown of the draft."""
    (reference,) = await fresh_references("NMO", 1, uow.orders.taken)
    ids = (draft.id, uuid4(), uuid4())
    order = registered(draft.values, ids, uow.force, reference, clock(), paper.name if paper else "")
    on_case = [one for one in await uow.orders.by_case(order.case_no) if one.case_no == order.case_no]
    if any(one.file_name == order.file_name for one in on_case):
        order = replace(order, file_name=f"by-hand-{reference}.pdf")
    for other in on_case:
        if queued(other, SECOND_ORDER) != other:
            waits = await uow.orders.update(queued(other, SECOND_ORDER), clock())
            await uow.order_origins.note(draft.officer, clock(), [waits])
    return queued(order, SECOND_ORDER) if on_case else order


def _documents(order: Order, paper: DraftPaper | None, clock: Clock) -> list[Document]:
    if paper is None:
        return []
    return [Document(uuid4(), order.id, DocumentKind.ORDER, paper.name, paper.sha256, clock(), paper.content)]


async def _terms(uow: UnitOfWork, clock: Clock, officer: Officer, order: Order, draft: OrderDraft, paper: DraftPaper | None) -> None:
    """What was typed or read of the conditions is a draft of the order's terms, and nothing more until somebody checks it."""
    typed = draft_of_typed(draft.values)
    if typed is not None:
        sha256 = paper.sha256 if paper else ""
        await uow.terms.note(OrderTerms(order.id, 1, TermsState.DRAFT, sha256, officer.id, clock(), typed))


def _recorded(order: Order, officer: Officer, clock: Clock) -> Recorded:
    return Recorded(uuid4(), order.id, order.version, ChangeKind.REGISTERED, officer.id, clock(), order.provenance)


async def _alike(work: Work, clock: Clock, officer: Officer, draft: OrderDraft) -> tuple[Match, ...]:
    """Orders of the same case first, then those of people who may be the same, found as any look-up finds them."""
    async with work() as uow:
        ids = {one.id for one in await uow.orders.by_case(draft.values["case_no"])}
    found = [await find(work, clock, officer, draft.values["case_no"], of=str(draft.id))] if ids else []
    found += [await find(work, clock, officer, asked_of(draft.values, role), of=str(draft.id)) for role in PartyRole]
    matches = {match.order.id: match for one in reversed(found) for match in one.matches}
    return tuple(sorted(matches.values(), key=lambda one: (one.order.id not in ids, -one.score)))[:5]


async def _own(uow: UnitOfWork, officer: Officer, draft_id: UUID) -> OrderDraft:
    draft = await uow.order_drafts.get(draft_id)
    if draft is None or draft.officer != officer.id or draft.kind != REGISTER:
        raise NotFound(DRAFT_GONE)
    return draft


async def _written(uow: UnitOfWork, draft: OrderDraft, told: Mapping[str, str], clock: Clock) -> OrderDraft:
    if not told:
        return draft
    read = {name: kept(name, value, clock()) for name, value in told.items() if name in BY_ID}
    written = replace(draft, values={**draft.values, **read}, at=clock())
    await uow.order_drafts.change(written, draft.seen + 1)
    return replace(written, seen=draft.seen + 1)


def _unsaid(draft: OrderDraft, told: Mapping[str, str]) -> dict[str, str]:
    """What a typed line tells beside what the draft has: nothing that was answered is overwritten by it."""
    return {name: value for name, value in told.items() if not draft.values.get(name)}


def _stands(draft: OrderDraft, clock: Clock) -> Registration:
    """While questions are still to be asked, what is missing is no problem yet."""
    return Registration(draft, () if next_question(draft.values) else problems(draft.values, clock()))


def _entry(clock: Clock, officer: Officer, kind: AuditKind, what: str, *subjects: UUID) -> AuditEntry:
    return AuditEntry(clock(), officer.id, kind, f"register:order:{what}", ";".join(map(str, subjects)), recipient=str(officer.id))
