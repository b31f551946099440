"""What happens to an order that is held: told by an officer, shown before and after, and kept as a version more that can be taken back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.contacts import Event
from domain.ends import ended_already
from domain.errors import NotFound, Outdated, Unreadable
from domain.evidence import Given
from domain.measure_endings import demand_possible
from domain.officers import Officer, Permission, SystemJob
from domain.order_change_forms import Field, missing, proposed
from domain.order_change_words import TERMS, Line, cautions, evidence_line, told_of_court
from domain.order_changes import BY_COURT, EVIDENCE_OF, OF_RECORD, ChangeKind, Proposed, Recorded, applied, filled, taken_back
from domain.order_corrections import as_typed, corrected, corrections
from domain.order_drafts import OrderDraft
from domain.orders import Order
from domain.outbox import reminders_job
from domain.papers import Draft
from domain.places import places_of
from domain.policies import Policy
from domain.provenance import Provenance
from services import evidence
from services.breach_tasks import end_clocks, set_clocks
from services.contact_changes import take_back_event
from services.kept_changes import keep_change
from services.planned import Planned
from services.timetables import PolicyNow, timetable_of
from storage.work import UnitOfWork, Work

DRAFT_GONE = "That is no longer open: it was saved, dropped, or begun anew. Open the order and press Change this order."
MOVED_ON = (
    "The order has changed since this was shown, so nothing was changed. Look at it as it is now, and press Show before and after again."
)
DRAFT_MOVED_ON = (
    "What is to be recorded was changed after this was shown, so nothing was changed. Confirm on the newer card, or show it again."
)
NOT_LAST = "Something has been recorded of this order since, so this can no longer be undone by itself. Record what is right as a change."
NOT_YOURS = "Only whoever recorded it, or somebody who may change orders, can undo it."
TAKEN_BACK = "Undone as a slip"
_CONTACTS = {ChangeKind.SERVED: Event.SERVICE, ChangeKind.TOLD: Event.SERVICE, ChangeKind.ATTEMPTED: Event.SERVICE_FAILED}


@dataclass(frozen=True)
class ChangeShown:
    """What stands between telling a change and confirming it: what is `missing`, or each thing before and after with what ought to be known."""

    draft: OrderDraft
    kind: ChangeKind
    order: Order
    missing: tuple[Field, ...] = ()
    lines: tuple[Line, ...] = ()
    cautions: tuple[str, ...] = ()


def changes_job(force: str) -> SystemJob:
    """Fits contact plans to what an officer recorded, as the feed does to what it brings."""
    return SystemJob("changed-orders", force, frozenset({Permission.IMPORT_FEED}))


async def begin_change(
    work: Work, clock: Clock, officer: Officer, order_id: UUID, kind: ChangeKind, values: Mapping[str, str] | None = None
) -> ChangeShown:
    """With what a typed line told already; nothing of the order changes by it. Raises NotFound."""
    officer.must(Permission.RECORD_SERVICE)
    _may(officer, kind)
    now = clock()
    async with work() as uow:
        order = await uow.orders.demand(order_id)
        demand_possible(order.kind, kind)
        for older in await uow.order_drafts.of_officer(officer.id, kind.value):
            await uow.order_drafts.drop(older.id)
            await uow.redacting.draft(older.id, {officer.id}, officer.id, now)
        told = as_typed(order) if kind is ChangeKind.CORRECTED else filled(values or {})
        draft = OrderDraft(uuid4(), officer.id, kind.value, now, now, order_id, 0, told)
        await uow.order_drafts.begin(draft)
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "begun", order))
        return await _shown(uow, clock, draft, order)


async def tell_change(work: Work, clock: Clock, officer: Officer, draft_id: UUID, values: Mapping[str, str]) -> ChangeShown:
    """What the form says now, kept in the draft. Raises Unreadable with what is missing."""
    officer.must(Permission.RECORD_SERVICE)
    async with work() as uow:
        draft, order = await _draft(uow, officer, draft_id)
        written = replace(draft, values={**draft.values, **values}, at=clock())
        await uow.order_drafts.change(written, draft.seen + 1)
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "compared", order))
        shown = await _shown(uow, clock, replace(written, seen=draft.seen + 1), order)
        if not shown.lines:
            proposed(order.kind, shown.kind, written.values, clock())
        return shown


async def show_change(work: Work, clock: Clock, officer: Officer, draft_id: UUID) -> ChangeShown:
    officer.must(Permission.RECORD_SERVICE)
    async with work() as uow:
        draft, order = await _draft(uow, officer, draft_id)
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "shown", order))
        return await _shown(uow, clock, draft, order)


async def confirm_change(
    work: Work, clock: Clock, officer: Officer, draft_id: UUID, shown: tuple[int, int], planned: Planned, policy: PolicyNow = Policy
) -> Recorded:
    """The order's next version, with who, when, before, after and where it was learned. `shown` are the order's version and the draft's that were seen."""
    officer.must(Permission.RECORD_SERVICE)
    async with work() as uow:
        draft, order = await _draft(uow, officer, draft_id)
        kind = ChangeKind(draft.kind)
        _may(officer, kind)
        demand_possible(order.kind, kind)
        if order.version != shown[0]:
            raise Outdated(MOVED_ON)
        if draft.seen != shown[1]:
            raise Outdated(DRAFT_MOVED_ON)
        said = proposed(order.kind, kind, draft.values, clock())
        lines = await _lines(uow, clock, order, said)
        saved = await uow.orders.update(_after(order, said, clock), clock())
        change = Recorded(uuid4(), order.id, saved.version, kind, officer.id, clock(), said.learned, lines, said.words)
        change = await _follow(uow, clock, officer, saved, said, change, planned, policy)
        await keep_change(uow, clock, reminders_job(uow.force), saved, change)
        await uow.order_drafts.drop(draft.id)
        await uow.audit.note(replace(_entry(clock, officer, AuditKind.ALTERATION, kind.value, saved, change.id), typed=lines_typed(lines)))
    return change


async def drop_change(work: Work, clock: Clock, officer: Officer, draft_id: UUID) -> None:
    officer.must(Permission.RECORD_SERVICE)
    async with work() as uow:
        draft, order = await _draft(uow, officer, draft_id)
        await uow.order_drafts.drop(draft.id)
        await uow.redacting.draft(draft.id, {officer.id}, officer.id, clock())
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "dropped", order))


async def what_may_be_undone(work: Work, clock: Clock, officer: Officer, order_id: UUID) -> Recorded | None:
    """The last that was recorded of the order, where nothing has happened to it since and this officer may take it back."""
    officer.must(Permission.RECORD_SERVICE)
    async with work() as uow:
        order = await uow.orders.demand(order_id)
        recorded = await uow.order_changes.of_order(order_id)
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "last", order))
    slip = recorded[-1] if recorded else None
    if slip is None or slip.version != order.version or slip.kind in OF_RECORD:
        return None
    return slip if slip.officer == officer.id or officer.may(Permission.CHANGE_ORDER) else None


async def undo_change(work: Work, clock: Clock, officer: Officer, change_id: UUID, planned: Planned) -> Recorded:
    """A slip is taken back by a version more; what was recorded stays in the order's history. Raises Outdated once anything else has happened to the order."""
    officer.must(Permission.RECORD_SERVICE)
    async with work() as uow:
        slip = await uow.order_changes.get(change_id)
        order = None if slip is None else await uow.orders.get(slip.order_id)
        if slip is None or order is None:
            raise NotFound(DRAFT_GONE)
        if slip.officer != officer.id and not officer.may(Permission.CHANGE_ORDER):
            raise Unreadable(NOT_YOURS)
        if order.version != slip.version or slip.kind in OF_RECORD:
            raise Outdated(NOT_LAST)
        before = (await uow.orders.versions(order.id))[-1]
        saved = await uow.orders.update(taken_back(order, before), clock())
        if slip.kind is ChangeKind.CORRECTED:
            await uow.search.replace(saved)
        if slip.kind is ChangeKind.PAPER:
            await uow.order_changes.drop_paper(slip.id)
        lines = tuple((title, after, now) for title, now, after in slip.lines)
        undone = Recorded(
            uuid4(), order.id, saved.version, ChangeKind.UNDONE, officer.id, clock(), Provenance.OFFICER, lines, TAKEN_BACK, slip.id
        )
        await _terms_back(uow, saved, slip)
        reckoned = end_clocks if order.made_at is not None and saved.made_at is None else set_clocks
        await reckoned(uow, clock, officer, saved)
        await take_back_event(uow, clock, officer, order.id, slip.plans)
        await planned(uow, clock, changes_job(uow.force), [saved])
        await keep_change(uow, clock, reminders_job(uow.force), saved, undone)
        await uow.audit.note(replace(_entry(clock, officer, AuditKind.ALTERATION, "undone", saved, undone.id), typed=lines_typed(lines)))
    return undone


async def _follow(
    uow: UnitOfWork,
    clock: Clock,
    officer: Officer,
    saved: Order,
    said: Proposed,
    change: Recorded,
    planned: Planned,
    policy: PolicyNow,
) -> Recorded:
    """Evidence is kept beside the version, and the protected person's next contact is planned. The change is told with the plans as they were."""
    if said.kind is ChangeKind.CORRECTED:
        await uow.search.replace(saved)
    await planned(uow, clock, changes_job(uow.force), [saved])
    if said.kind in EVIDENCE_OF:
        # Of the change's own id, so that taking the change back takes this back too.
        held = await evidence.keep(uow, clock, officer, saved.id, _given(said), timetable_of(policy()), _CONTACTS[said.kind], change.id)
        change = replace(change, plans=held.plans)
    return change


async def _terms_back(uow: UnitOfWork, saved: Order, slip: Recorded) -> None:
    """Terms that came with a change go with it: those before them stand again as they were entered, as a version more."""
    if all(title != TERMS for title, _, _ in slip.lines):
        return
    *earlier, newest = await uow.terms.versions(saved.id)
    if earlier and not await uow.terms.note(replace(earlier[-1], version=newest.version + 1)):
        raise Outdated(MOVED_ON)
    await uow.places.replace(saved.id, places_of(saved, earlier[-1].draft if earlier else Draft()))


def _given(said: Proposed) -> Given:
    return Given(EVIDENCE_OF[said.kind], said.how, said.on, said.at, said.by_whom, said.words)


async def _shown(uow: UnitOfWork, clock: Clock, draft: OrderDraft, order: Order) -> ChangeShown:
    """The comparison where enough is told to make one, else the form with what is missing."""
    kind = ChangeKind(draft.kind)
    left = tuple(missing(order.kind, kind, draft.values))
    if left:
        return ChangeShown(draft, kind, order, left)
    said = proposed(order.kind, kind, draft.values, clock())
    after = _after(order, said, clock)
    ended = ended_already(after.expires_at, clock()) if after.expires_at != order.expires_at else ()
    return ChangeShown(draft, kind, order, (), await _lines(uow, clock, order, said), (*ended, *cautions(said)))


async def _lines(uow: UnitOfWork, clock: Clock, order: Order, said: Proposed) -> tuple[Line, ...]:
    if said.kind in EVIDENCE_OF:
        return (evidence_line(said, await uow.evidence.of_order(order.id), order),)
    if said.kind is ChangeKind.CORRECTED:
        return corrections(order, _after(order, said, clock))
    return told_of_court(order, applied(order, said, clock()), said, clock())


def _after(order: Order, said: Proposed, clock: Clock) -> Order:
    return corrected(order, dict(said.typed), clock()) if said.kind is ChangeKind.CORRECTED else applied(order, said, clock())


async def _draft(uow: UnitOfWork, officer: Officer, draft_id: UUID) -> tuple[OrderDraft, Order]:
    draft = await uow.order_drafts.get(draft_id)
    if draft is None or draft.officer != officer.id or draft.order_id is None:
        raise NotFound(DRAFT_GONE)
    return draft, await uow.orders.demand(draft.order_id)


def _may(officer: Officer, kind: ChangeKind) -> None:
    if kind in BY_COURT or kind is ChangeKind.CORRECTED:
        officer.must(Permission.CHANGE_ORDER)


def lines_typed(lines: Sequence[Line]) -> str:
    return "; ".join(f"{title}: {before} -> {after}" for title, before, after in lines)


def _entry(clock: Clock, officer: Officer, kind: AuditKind, what: str, order: Order, *more: UUID) -> AuditEntry:
    subject = ";".join(map(str, (order.id, order.respondent.id, order.applicant.id, *more)))
    return AuditEntry(clock(), officer.id, kind, f"change:order:{what}", subject, recipient=str(officer.id))
