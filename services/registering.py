"""An order or another measure registered by hand: told in a draft that waits for whoever told it, held against what the register has, and saved whole or not at all."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import NotFound, Outdated, Unreadable
from domain.lookups import Match
from domain.matching import Verdict
from domain.measure_entry import cautions_of
from domain.measure_questions import BESIDE, KIND, row_of
from domain.officers import Officer, Permission
from domain.order_drafts import MEASURE, REGISTER, DraftPaper, OrderDraft
from domain.orders import Order, PartyRole
from domain.registered_orders import PAPER_CASE, PAPER_NOTE, asked_of
from domain.registration import Problem, cautions, kept, last_answered, next_question, problems, question, questions_of
from services.lookups import find
from services.measure_alike import alike_measures
from storage.work import UnitOfWork, Work

DRAFT_GONE = 'That draft is no longer open: it was saved or dropped. Say "register an order" or "enter a measure" to begin.'
NOT_WHOLE = "Nothing was saved. "
MOVED_ON = "The draft has changed since this was shown, so nothing was saved. Read it as it is now."


@dataclass(frozen=True)
class Registration:
    """A draft as it stands: what keeps it from being saved, and what the register holds already that may be the same. `goes_on` where it was begun before.

    `cautions` are what is looked at again before it is saved: of a measure what is not as its kind has it. Of that `beside` is the order on whose people it is.
    """

    draft: OrderDraft
    problems: tuple[Problem, ...] = ()
    alike: tuple[Match, ...] = ()
    goes_on: bool = False
    beside: Order | None = None
    cautions: tuple[str, ...] = ()


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
                name: kept({}, name, value, now)
                for name, value in (told or {}).items()
                if question({}, name) or name in (PAPER_CASE, PAPER_NOTE)
            }
            draft = OrderDraft(uuid4(), officer.id, REGISTER, now, now, values=values, has_paper=paper is not None)
            await uow.order_drafts.begin(draft, paper)
        await uow.audit.note(_entry(clock, officer, AuditKind.COLLECTION, "begun", draft.id))
    return replace(_stands(draft, clock), goes_on=bool(open_ones) and paper is None)


async def begin_measure(work: Work, clock: Clock, officer: Officer, told: Mapping[str, str], beside: Order | None = None) -> Registration:
    """The officer's own draft of that kind on those people that is open already, else a new one. `told` is what a typed line tells."""
    officer.must(Permission.REGISTER_ORDER)
    now, values = clock(), {BESIDE: beside.reference if beside else ""}
    async with work() as uow:
        held = [one for one in await uow.order_drafts.of_officer(officer.id, MEASURE) if _goes_on(one, told, beside)]
        if held:
            draft = await _written(uow, held[0], _unsaid(held[0], told), clock)
        else:
            values = _read_into(values, told, now)
            draft = OrderDraft(uuid4(), officer.id, MEASURE, now, now, beside.id if beside else None, values=values)
            await uow.order_drafts.begin(draft)
        about = (draft.id, *_of(beside))
        await uow.audit.note(_entry(clock, officer, AuditKind.COLLECTION, "begun", *about))
    return replace(_stands(draft, clock), goes_on=bool(held), beside=beside)


async def answer_registration(work: Work, clock: Clock, officer: Officer, draft_id: UUID, told: Mapping[str, str]) -> Registration:
    """Keeps what was told, readable or not; what is not is a problem until it is put right."""
    officer.must(Permission.REGISTER_ORDER)
    async with work() as uow:
        draft = await _written(uow, await _own(uow, officer, draft_id), told, clock)
        await uow.audit.note(_entry(clock, officer, AuditKind.COLLECTION, "answered", draft_id))
    return _stands(draft, clock)


async def fill_registration(work: Work, clock: Clock, officer: Officer, draft_id: UUID, form: Mapping[str, str]) -> Registration:
    """A form answers every question but of which kind it is: what it left empty the paper does not say."""
    officer.must(Permission.REGISTER_ORDER)
    async with work() as uow:
        draft = await _own(uow, officer, draft_id)
        told = {one.id: form.get(one.id, "") for one in questions_of(draft.values) if one.id != KIND}
        draft = await _written(uow, draft, told, clock)
        await uow.audit.note(_entry(clock, officer, AuditKind.COLLECTION, "answered", draft_id))
    return _stands(draft, clock)


async def go_back(work: Work, clock: Clock, officer: Officer, draft_id: UUID, which: str = "") -> Registration:
    """The last answer is asked for again, or that of the question whose id is named."""
    officer.must(Permission.REGISTER_ORDER)
    async with work() as uow:
        draft = await _own(uow, officer, draft_id)
        last = question(draft.values, which) if which else last_answered(draft.values)
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
        beside = None if draft.kind != MEASURE or draft.order_id is None else await uow.orders.get(draft.order_id)
        await uow.audit.note(_entry(clock, officer, AuditKind.CONSULTATION, "shown", draft_id, *_of(beside)))
    stands = replace(_stands(draft, clock), beside=beside)
    if draft.kind == MEASURE:
        return await _measure(work, clock, officer, stands)
    whole = not (stands.problems or next_question(draft.values))
    known = draft.values.get("case_no") and (draft.has_paper or whole)
    looked = cautions(draft.values, clock()) if whole else ()
    return replace(stands, cautions=looked, alike=await _alike(work, clock, officer, draft) if known else ())


async def drop_registration(work: Work, clock: Clock, officer: Officer, draft_id: UUID) -> None:
    officer.must(Permission.REGISTER_ORDER)
    async with work() as uow:
        draft = await _own(uow, officer, draft_id)
        await uow.order_drafts.drop(draft.id)
        await uow.redacting.draft(draft.id, {officer.id}, officer.id, clock())
        await uow.audit.note(_entry(clock, officer, AuditKind.ERASURE, "dropped", draft_id))


async def demand_saveable(uow: UnitOfWork, clock: Clock, officer: Officer, draft_id: UUID, seen: int, kind: str) -> OrderDraft:
    """The officer's own draft as it was shown whole. Raises NotFound, Outdated, and Unreadable with what is missing."""
    officer.must(Permission.REGISTER_ORDER)
    draft = await _own(uow, officer, draft_id, kind)
    if draft.seen != seen:
        raise Outdated(MOVED_ON)
    found = problems(draft.values, clock())
    if found:
        raise Unreadable(NOT_WHOLE + "; ".join(one.words for one in found))
    return draft


async def _measure(work: Work, clock: Clock, officer: Officer, stands: Registration) -> Registration:
    """With what of it is not as its kind has it, and the measures that may be the same, once the draft could be saved."""
    values = stands.draft.values
    if stands.problems or next_question(values):
        return stands
    alike = await alike_measures(work, clock, officer, stands.draft, stands.beside)
    return replace(stands, cautions=cautions_of(values, clock()), alike=alike)


async def _alike(work: Work, clock: Clock, officer: Officer, draft: OrderDraft) -> tuple[Match, ...]:
    """Orders of the same case first, then those of people who may be the same, found as any look-up finds them."""
    async with work() as uow:
        ids = {one.id for one in await uow.orders.by_case(draft.values["case_no"])}
    found = [await find(work, clock, officer, draft.values["case_no"], of=str(draft.id))] if ids else []
    found += [await find(work, clock, officer, asked_of(draft.values, role), of=str(draft.id)) for role in PartyRole]
    matches = {match.order.id: match for one in reversed(found) if one.verdict is not Verdict.NONE for match in one.matches}
    return tuple(sorted(matches.values(), key=lambda one: (one.order.id not in ids, -one.score)))[:5]


async def _own(uow: UnitOfWork, officer: Officer, draft_id: UUID, *kinds: str) -> OrderDraft:
    draft = await uow.order_drafts.get(draft_id)
    if draft is None or draft.officer != officer.id or draft.kind not in (kinds or (REGISTER, MEASURE)):
        raise NotFound(DRAFT_GONE)
    return draft


async def _written(uow: UnitOfWork, draft: OrderDraft, told: Mapping[str, str], clock: Clock) -> OrderDraft:
    if not told:
        return draft
    written = replace(draft, values=_read_into(draft.values, told, clock()), at=clock())
    await uow.order_drafts.change(written, draft.seen + 1)
    return replace(written, seen=draft.seen + 1)


def _read_into(values: Mapping[str, str], told: Mapping[str, str], now: datetime) -> dict[str, str]:
    """The kind first, since it says what else is asked."""
    read = dict(values)
    for name in sorted(told, key=lambda one: one != KIND):
        if question(read, name) is not None:
            read[name] = kept(read, name, told[name], now)
    return read


def _goes_on(draft: OrderDraft, told: Mapping[str, str], beside: Order | None) -> bool:
    """A draft of another kind, or on other people, stays for itself."""
    kind = told.get(KIND, "")
    same_kind = not kind or row_of(draft.values) is None or draft.values[KIND] == kind
    return same_kind and draft.order_id == (beside.id if beside else None) and not _of_another(draft, told)


def _of(beside: Order | None) -> tuple[UUID, ...]:
    return () if beside is None else (beside.id, beside.respondent.id, beside.applicant.id)


def _unsaid(draft: OrderDraft, told: Mapping[str, str]) -> dict[str, str]:
    """What a typed line tells beside what the draft has: nothing that was answered is overwritten by it, and nothing of another respondent is put to it."""
    return {} if _of_another(draft, told) else {name: value for name, value in told.items() if not draft.values.get(name)}


def _of_another(draft: OrderDraft, told: Mapping[str, str]) -> bool:
    names = [draft.values.get("respondent_surname", ""), told.get("respondent_surname", "")]
    return all(names) and names[0].casefold() != names[1].casefold()


def _stands(draft: OrderDraft, clock: Clock) -> Registration:
    """While questions are still to be asked, what is missing is no problem yet."""
    return Registration(draft, () if next_question(draft.values) else problems(draft.values, clock()))


def _entry(clock: Clock, officer: Officer, kind: AuditKind, what: str, *subjects: UUID) -> AuditEntry:
    return AuditEntry(clock(), officer.id, kind, f"register:order:{what}", ";".join(map(str, subjects)), recipient=str(officer.id))
