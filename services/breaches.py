"""Telling a breach and sending it: permission, one transaction, rule, audit."""

from dataclasses import dataclass, replace
from random import Random, SystemRandom
from typing import Protocol
from uuid import UUID, uuid4

from domain.audit import AuditEntry, AuditKind
from domain.breaches.drafts import (
    DISCARDED,
    SENT,
    Breach,
    BreachDraft,
    KeptAsTyped,
    Told,
    answer,
    back,
    change,
    day_of,
    question_of,
    recorded,
    standing,
    states_then,
    taken_up,
    when_of,
)
from domain.breaches.questions import CONDITIONS, Question
from domain.breaches.terms import asked_of
from domain.clock import Clock
from domain.errors import NotAllowed, NotFound, Outdated
from domain.evidence import Evidence
from domain.officers import Actor, Officer, Permission
from domain.orders import Order
from domain.references import new_reference
from domain.terms import OrderTerms
from services.beside_breaches import NOTHING_BESIDE, Beside, beside
from services.evidence import note_told
from storage.work import UnitOfWork, Work

_RANDOM = SystemRandom()
_NO_ORDER = "That order is no longer in the register. Look it up again."
_NO_DRAFT = "That record is no longer here. Look the order up and press Record a breach."
_NO_RECORD = "There is no record of a breach under that reference."
_NOT_YOURS = (
    "Another officer began that record, and only that officer can go on with it. You can record the breach yourself from the order's card."
)
_DISCARDED = "Those answers were discarded. To begin anew, look the order up and press Record a breach."
_MOVED_ON = "This record moved on since that was shown. Here is where it stands."


class FollowUp(Protocol):
    """Makes the victim's contact task inside the transaction that makes the record."""

    async def __call__(self, uow: UnitOfWork, clock: Clock, actor: Actor, order: Order, breach_id: UUID, /) -> object: ...


@dataclass(frozen=True)
class Sent:
    """A record, its order with the versions before it, and what is held of service and awareness; `already` where it had been sent before this call."""

    breach: Breach
    order: Order
    already: bool = False
    evidence: tuple[Evidence, ...] = ()
    earlier: tuple[Order, ...] = ()
    beside: Beside = NOTHING_BESIDE


class Breaches:
    """`seen`, where a method asks for it, is the e-tag of the draft as the officer last saw it: a draft that has moved on is Outdated."""

    def __init__(self, work: Work, clock: Clock, follow_up: FollowUp, random: Random = _RANDOM) -> None:
        self._work = work
        self._clock = clock
        self._follow_up = follow_up
        self._random = random

    async def start(self, officer: Officer, order_id: UUID) -> BreachDraft:
        """A new draft, or the one this officer has open for this order."""
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            order = await _order(uow, order_id)
            new = BreachDraft(uuid4(), officer.force, officer.id, order.id, self._clock())
            draft = await uow.breaches.begin(new)
            if draft.id == new.id:
                await self._note(uow, officer, AuditKind.COLLECTION, "breach:draft:started", draft)
            else:
                draft = await self._taken_up(uow, officer, draft)
        return draft

    async def resume(self, officer: Officer, draft_id: UUID) -> BreachDraft:
        """The open draft as it stands; Outdated, with its reference, once it has been sent."""
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            draft = await self._open_draft(uow, officer, draft_id)
            await self._note(uow, officer, AuditKind.CONSULTATION, "breach:draft:resumed", draft)
        return draft

    async def record_answer(self, officer: Officer, draft_id: UUID, question_id: str, text: str, seen: int) -> BreachDraft:
        """Raises Unreadable where the words cannot be read; those of a time are kept all the same."""
        officer.must(Permission.RECORD_BREACH)
        refusal: KeptAsTyped | None = None
        async with self._work() as uow:
            draft = await self._open_draft(uow, officer, draft_id, seen)
            question = await _as_asked(uow, draft, question_of(question_id))
            try:
                given = answer(draft, question, text, officer.id, self._clock())
            except KeptAsTyped as kept:
                given, refusal = kept.draft, kept
            saved = await self._save(uow, officer, given, "breach:draft:answered")
        if refusal is not None:
            raise KeptAsTyped(refusal.advice, saved)
        return saved

    async def go_back(self, officer: Officer, draft_id: UUID, seen: int) -> BreachDraft:
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            draft = await self._open_draft(uow, officer, draft_id, seen)
            return await self._save(uow, officer, back(draft), "breach:draft:back")

    async def change(self, officer: Officer, draft_id: UUID, question_id: str, seen: int) -> BreachDraft:
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            draft = await self._open_draft(uow, officer, draft_id, seen)
            return await self._save(uow, officer, change(draft, question_of(question_id)), "breach:draft:changing")

    async def discard(self, officer: Officer, draft_id: UUID) -> None:
        """Throws the answers away for good; the trail says that it was done, and nothing of what they were."""
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            draft = await self._open_draft(uow, officer, draft_id)
            await uow.breaches.discard(draft)
            await self._note(uow, officer, AuditKind.ERASURE, "breach:draft:discarded", draft)

    async def told(self, officer: Officer, draft_id: UUID) -> Told:
        """The draft beside its order: the state then, and records of the same order and day that may be the same breach."""
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            draft = await self._open_draft(uow, officer, draft_id)
            told = await _told(uow, draft)
            await self._note(uow, officer, AuditKind.CONSULTATION, "breach:draft:checked", draft)
        return told

    async def confirm(self, officer: Officer, draft_id: UUID, seen: int) -> Sent:
        """Makes the record and the victim's contact task; whoever confirms it again, or at the same time, is given the same record."""
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            draft = await self._own_draft(uow, officer, draft_id)
            told = await _told(uow, draft)
            if draft.status == SENT:
                made = await _record(uow, draft_id)
                await self._note(uow, officer, AuditKind.CONSULTATION, "breach:record:read", made)
                return Sent(made, told.order, already=True, evidence=tuple(await uow.evidence.of_order(told.order.id)))
            if draft.etag != seen:
                raise Outdated(_MOVED_ON)
            record = recorded(told, self._reference(), officer.collar or officer.name, self._clock())
            await uow.breaches.close(draft)
            made = await self._file(uow, officer, told.order, record)
            return Sent(made, told.order, evidence=tuple(await uow.evidence.of_order(told.order.id)))

    async def order(self, officer: Officer, order_id: UUID) -> Order:
        """The order that a record is offered of."""
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            order = await _order(uow, order_id)
            subjects = ";".join(map(str, (order.id, *await uow.orders.party_ids(order.id))))
            await uow.audit.note(AuditEntry(self._clock(), officer.id, AuditKind.CONSULTATION, "breach:order:offered", subjects))
        return order

    async def get(self, officer: Officer, id: UUID) -> Breach:
        officer.must(Permission.LOOK_UP_ORDER)
        async with self._work() as uow:
            record = await _record(uow, id)
            await self._note(uow, officer, AuditKind.CONSULTATION, "breach:record:read", record)
        return record

    async def find(self, officer: Officer, reference: str) -> Sent:
        """The record of that reference as it was sent."""
        officer.must(Permission.LOOK_UP_ORDER)
        async with self._work() as uow:
            record = await uow.breaches.by_reference(reference)
            if record is not None:
                return await self._read(uow, officer, record)
            entry = AuditEntry(self._clock(), officer.id, AuditKind.CONSULTATION, "breach:record:read", reference, "not_found")
            await uow.audit.note(entry)
        raise NotFound(_NO_RECORD)

    async def show(self, officer: Officer, id: UUID) -> Sent:
        officer.must(Permission.LOOK_UP_ORDER)
        async with self._work() as uow:
            return await self._read(uow, officer, await _record(uow, id))

    async def _read(self, uow: UnitOfWork, officer: Officer, record: Breach) -> Sent:
        order = await _order(uow, record.order_id)
        await self._note(uow, officer, AuditKind.CONSULTATION, "breach:record:read", record)
        evidence, earlier = await uow.evidence.of_order(order.id), await uow.orders.versions(order.id)
        follow_ups = await beside(uow, officer, record, order, self._clock())
        return Sent(record, order, evidence=tuple(evidence), earlier=tuple(earlier), beside=follow_ups)

    async def _file(self, uow: UnitOfWork, officer: Officer, order: Order, record: Breach) -> Breach:
        while not await uow.breaches.add(record):
            record = replace(record, reference=self._reference())
        await note_told(uow, officer, record)
        await self._follow_up(uow, self._clock, officer, order, record.id)
        await self._note(uow, officer, AuditKind.COLLECTION, "breach:record:sent", record)
        return record

    async def _taken_up(self, uow: UnitOfWork, officer: Officer, draft: BreachDraft) -> BreachDraft:
        await self._note(uow, officer, AuditKind.CONSULTATION, "breach:draft:resumed", draft)
        taken = taken_up(draft, self._clock())
        return draft if taken == draft else await self._save(uow, officer, taken, "breach:draft:changing")

    async def _save(self, uow: UnitOfWork, officer: Officer, draft: BreachDraft, event: str) -> BreachDraft:
        saved = await uow.breaches.save(draft)
        await self._note(uow, officer, AuditKind.COLLECTION, event, draft)
        return saved

    async def _open_draft(self, uow: UnitOfWork, officer: Officer, id: UUID, seen: int | None = None) -> BreachDraft:
        draft = await self._own_draft(uow, officer, id)
        if draft.status == SENT:
            raise Outdated(f"This is already recorded as {(await _record(uow, id)).reference}.")
        if seen is not None and draft.etag != seen:
            raise Outdated(_MOVED_ON)
        return draft

    async def _own_draft(self, uow: UnitOfWork, officer: Officer, id: UUID) -> BreachDraft:
        draft = await uow.breaches.draft(id)
        if draft is None:
            raise NotFound(_NO_DRAFT)
        if draft.officer != officer.id:
            raise NotAllowed(_NOT_YOURS)
        if draft.status == DISCARDED:
            raise Outdated(_DISCARDED)
        return draft

    def _reference(self) -> str:
        return new_reference("BR", self._random)

    async def _note(self, uow: UnitOfWork, officer: Officer, kind: AuditKind, event: str, about: BreachDraft | Breach) -> None:
        """The line names the order and both its parties too, so that the trail of each of them holds it."""
        subjects = (about.id, about.order_id, *await uow.orders.party_ids(about.order_id))
        await uow.audit.note(AuditEntry(self._clock(), officer.id, kind, event, ";".join(str(one) for one in subjects)))


async def _order(uow: UnitOfWork, id: UUID) -> Order:
    order = await uow.orders.get(id)
    if order is None:
        raise NotFound(_NO_ORDER)
    return order


async def _terms(uow: UnitOfWork, order: Order) -> OrderTerms | None:
    return await uow.terms.newest_checked(order.id) if order.conditions_checked else None


async def _as_asked(uow: UnitOfWork, draft: BreachDraft, question: Question) -> Question:
    """That of the conditions is put over the order's own, where a person has checked them."""
    if question is not CONDITIONS:
        return question
    order = await _order(uow, draft.order_id)
    return asked_of(question, order, await _terms(uow, order))


async def _record(uow: UnitOfWork, id: UUID) -> Breach:
    record = await uow.breaches.get(id)
    if record is None:
        raise NotFound(_NO_RECORD)
    return record


async def _told(uow: UnitOfWork, draft: BreachDraft) -> Told:
    order = await _order(uow, draft.order_id)
    when = when_of(standing(draft.answers))
    day = day_of(when)
    alike = [] if day is None else await uow.breaches.references_of_day(order.id, day)
    earlier = await uow.orders.versions(order.id) if order.variation else []
    return Told(draft, order, states_then(order, when, earlier), tuple(alike), await _terms(uow, order))
