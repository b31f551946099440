"""Telling a breach and sending it: permission, one transaction, rule, audit."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from random import Random, SystemRandom
from typing import Protocol
from uuid import UUID, uuid4

from domain.audit import AuditEntry, AuditKind
from domain.breaches import flow
from domain.breaches.drafts import (
    SENT,
    Breach,
    BreachDraft,
    KeptAsTyped,
    Told,
    is_underway,
    page_of,
    recorded,
    taken_up,
)
from domain.breaches.flow import Step
from domain.breaches.questions import PAGES
from domain.breaches.signing import NOTHING_SINCE, Signing
from domain.breaches.spotting import first_told, tells_of_conduct
from domain.breaches.terms import asked_of
from domain.breaches.told_after import ToldAfter, told_after
from domain.breaches.twice import GROWN
from domain.clock import Clock
from domain.errors import NotFound, Outdated
from domain.evidence import Evidence
from domain.lookups import Kept
from domain.officers import Officer, Permission
from domain.orders import Order
from domain.particulars import clean
from domain.policies import Policy
from domain.references import new_reference
from services.beside_breaches import NOTHING_BESIDE, Beside, beside
from services.breach_matters import NO_RECORD, as_asked, order_of, own_draft, record_of, terms_of, told_in, told_of
from services.evidence import note_told
from storage.work import UnitOfWork, Work

_RANDOM = SystemRandom()
_MOVED_ON = "This record moved on since that was shown. Here is where it stands."


class FollowUp(Protocol):
    """What must follow a record, inside the transaction that makes it."""

    async def __call__(self, uow: UnitOfWork, clock: Clock, officer: Officer, order: Order, record: Breach, /) -> None: ...


@dataclass(frozen=True)
class Sent:
    """A record, its order with the versions before it, and what is held of service and awareness; `already` where it had been sent before this call.

    `signing` is what was added and decided since, where the record is looked at again; `told_after` who is told now, where it was just sent.
    """

    breach: Breach
    order: Order
    already: bool = False
    evidence: tuple[Evidence, ...] = ()
    earlier: tuple[Order, ...] = ()
    signing: Signing = NOTHING_SINCE
    beside: Beside = NOTHING_BESIDE
    told_after: ToldAfter | None = None


class Breaches:
    """`seen`, where a method asks for it, is the e-tag of the draft as the officer last saw it: a draft that has moved on is Outdated."""

    def __init__(
        self, work: Work, clock: Clock, follow_up: FollowUp, random: Random = _RANDOM, policy: Callable[[], Policy] = Policy
    ) -> None:
        self._work = work
        self._clock = clock
        self._follow_up = follow_up
        self._random = random
        self._policy = policy

    async def start(self, officer: Officer, order_id: UUID, first: Kept | None = None) -> BreachDraft:
        """A new draft, or the one this officer has open for this order; what the first words tell is filled in, to be confirmed.

        Not so into a draft that is of some incident already: the words may be of another.
        """
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            return await self._begun(uow, officer, order_id, first)

    async def begin_another(self, officer: Officer, draft_id: UUID, first: Kept | None = None) -> BreachDraft:
        """A new draft of the same order, with what the first words tell; the one before it is parked and stays open."""
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            draft = await self._open_draft(uow, officer, draft_id)
            if not draft.parked:
                await self._save(uow, officer, replace(draft, parked=True), "breach:draft:parked")
            return await self._begun(uow, officer, draft.order_id, first)

    async def parked(self, officer: Officer, draft_id: UUID) -> list[BreachDraft]:
        """The officer's other open drafts of the same order."""
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            draft = await self._open_draft(uow, officer, draft_id)
            found = [one for one in await uow.breaches.parked(officer.id, draft.order_id) if one.id != draft.id]
            for one in found:
                await self._note(uow, officer, AuditKind.CONSULTATION, "breach:draft:listed", one)
        return found

    async def resume(self, officer: Officer, draft_id: UUID) -> BreachDraft:
        """The open draft as it stands; Outdated, with its reference, once it has been sent."""
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            draft = await self._open_draft(uow, officer, draft_id)
            await self._note(uow, officer, AuditKind.CONSULTATION, "breach:draft:resumed", draft)
        return draft

    async def record_page(self, officer: Officer, draft_id: UUID, page_id: str, inputs: Mapping[str, str], seen: int) -> BreachDraft:
        """What a card sent for its page. Raises KeptAsTyped, with what was kept saved, where something is unread or lacking."""
        officer.must(Permission.RECORD_BREACH)
        return await self._step(officer, draft_id, page_id, seen, lambda draft, step: flow.submit(draft, step, inputs))

    async def record_words(self, officer: Officer, draft_id: UUID, page_id: str, text: str, seen: int) -> BreachDraft:
        """What was typed while the page was open. Raises Unreadable where none of it can be read, KeptAsTyped as `record_page` does."""
        officer.must(Permission.RECORD_BREACH)
        return await self._step(officer, draft_id, page_id, seen, lambda draft, step: flow.say(draft, step, text))

    async def leave_out(self, officer: Officer, draft_id: UUID, page_id: str, seen: int) -> BreachDraft:
        """Asks why all that is lacking on the page is left out."""
        officer.must(Permission.RECORD_BREACH)
        return await self._step(officer, draft_id, page_id, seen, flow.leave_out_rest)

    async def go_back(self, officer: Officer, draft_id: UUID, seen: int) -> BreachDraft:
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            draft = await self._open_draft(uow, officer, draft_id, seen)
            return await self._save(uow, officer, flow.back(draft), "breach:draft:back")

    async def change(self, officer: Officer, draft_id: UUID, page_id: str, seen: int) -> BreachDraft:
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            draft = await self._open_draft(uow, officer, draft_id, seen)
            return await self._save(uow, officer, flow.change(draft, page_of(page_id)), "breach:draft:changing")

    async def discard(self, officer: Officer, draft_id: UUID) -> None:
        """Throws the answers away for good, also where chats show them; the trail says that it was done, and nothing of what they were."""
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            draft = await self._open_draft(uow, officer, draft_id)
            await uow.breaches.discard(draft)
            await uow.redacting.draft(draft.id, await told_in(uow, officer, draft), officer.id, self._clock())
            await self._note(uow, officer, AuditKind.ERASURE, "breach:draft:discarded", draft)

    async def told(self, officer: Officer, draft_id: UUID) -> Told:
        """The draft beside its order: the state then, and what of the same order may be the same breach."""
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            draft = await self._open_draft(uow, officer, draft_id)
            told = await told_of(uow, officer, draft, self._policy().risk_tool)
            await self._note(uow, officer, AuditKind.CONSULTATION, "breach:draft:checked", draft)
        return told

    async def confirm(self, officer: Officer, draft_id: UUID, seen: int, alike: int | None = None) -> Sent:
        """Makes the record and the victim's contact task; whoever confirms it again, or at the same time, is given the same record.

        `alike` is how many records the last look named as perhaps the same breach: where one was sent since, this is refused, to be looked at again.
        """
        officer.must(Permission.RECORD_BREACH)
        async with self._work() as uow:
            draft = await own_draft(uow, officer, draft_id)
            told = await told_of(uow, officer, draft, self._policy().risk_tool)
            if draft.status == SENT:
                made = await record_of(uow, officer, draft_id)
                await self._note(uow, officer, AuditKind.CONSULTATION, "breach:record:read", made)
                return await _sent(uow, made, told.order, already=True)
            if draft.etag != seen:
                raise Outdated(_MOVED_ON)
            if alike is not None and len(told.alike) > alike:
                raise Outdated(GROWN.format(references=", ".join(told.alike[alike:])))
            record = recorded(told, self._reference(), officer.collar or officer.name, self._clock())
            await uow.breaches.close(draft)
            made = await self._file(uow, officer, told.order, record)
            after = told_after(made, await uow.contacts.hold_of_order(told.order.id), await uow.officers.all())
            return replace(await _sent(uow, made, told.order), told_after=after)

    async def offered(self, officer: Officer, order_id: UUID, words: str) -> tuple[Order, Kept | None]:
        """The order that a record is offered of, and where the words are kept, sealed, if they tell of a breach already."""
        officer.must(Permission.RECORD_BREACH)
        now = self._clock()
        async with self._work() as uow:
            order = await order_of(uow, officer, order_id)
            subjects = ";".join(map(str, (order.id, *await uow.orders.party_ids(order.id))))
            told = clean(words) if tells_of_conduct(words) else None
            (id,) = await uow.audit.note(AuditEntry(now, officer.id, AuditKind.CONSULTATION, "breach:order:offered", subjects, typed=told))
        return order, Kept(id, now) if told else None

    async def get(self, officer: Officer, id: UUID) -> Breach:
        officer.must(Permission.LOOK_UP_ORDER)
        async with self._work() as uow:
            record = await record_of(uow, officer, id)
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
        raise NotFound(NO_RECORD)

    async def show(self, officer: Officer, id: UUID) -> Sent:
        officer.must(Permission.LOOK_UP_ORDER)
        async with self._work() as uow:
            return await self._read(uow, officer, await record_of(uow, officer, id))

    async def _read(self, uow: UnitOfWork, officer: Officer, record: Breach) -> Sent:
        order = await order_of(uow, officer, record.order_id)
        await self._note(uow, officer, AuditKind.CONSULTATION, "breach:record:read", record)
        return replace(await _sent(uow, record, order), beside=await beside(uow, officer, record, order, self._clock()))

    async def _file(self, uow: UnitOfWork, officer: Officer, order: Order, record: Breach) -> Breach:
        while not await uow.breaches.add(record):
            record = replace(record, reference=self._reference())
        await note_told(uow, officer, record)
        await self._follow_up(uow, self._clock, officer, order, record)
        await self._note(uow, officer, AuditKind.COLLECTION, "breach:record:sent", record)
        return record

    async def _begun(self, uow: UnitOfWork, officer: Officer, order_id: UUID, first: Kept | None) -> BreachDraft:
        order = await order_of(uow, officer, order_id)
        new = BreachDraft(uuid4(), officer.force, officer.id, order.id, self._clock())
        draft = await uow.breaches.begin(new)
        if draft.id == new.id:
            await self._note(uow, officer, AuditKind.COLLECTION, "breach:draft:started", draft)
        else:
            draft = await self._taken_up(uow, officer, draft)
        if first is None or is_underway(draft, self._clock()):
            return draft
        words = await uow.audit.typed(first.id, first.at, officer.id)
        return await self._filled_in(uow, officer, order, draft, words) if words else draft

    async def _taken_up(self, uow: UnitOfWork, officer: Officer, draft: BreachDraft) -> BreachDraft:
        await self._note(uow, officer, AuditKind.CONSULTATION, "breach:draft:resumed", draft)
        taken = taken_up(draft, self._clock())
        return draft if taken == draft else await self._save(uow, officer, taken, "breach:draft:changing")

    async def _step(
        self, officer: Officer, draft_id: UUID, page_id: str, seen: int, take: Callable[[BreachDraft, Step], BreachDraft]
    ) -> BreachDraft:
        """Everything that could be read is saved, also where the step is refused for the rest of it."""
        refusal: KeptAsTyped | None = None
        async with self._work() as uow:
            draft = await self._open_draft(uow, officer, draft_id, seen)
            page = await as_asked(uow, officer, draft, page_of(page_id))
            try:
                given = take(draft, Step(page, officer.id, self._clock()))
            except KeptAsTyped as kept:
                given, refusal = kept.draft, kept
            saved = await self._save(uow, officer, given, "breach:draft:answered")
        if refusal is not None:
            raise type(refusal)(refusal.advice, saved)
        return saved

    async def _filled_in(self, uow: UnitOfWork, officer: Officer, order: Order, draft: BreachDraft, first_words: str) -> BreachDraft:
        now, terms = self._clock(), await terms_of(uow, officer, order)
        told = first_told([asked_of(page, order, terms) for page in PAGES], first_words, now)
        filled = flow.told_at_first(draft, told, officer.id, now)
        return draft if filled == draft else await self._save(uow, officer, filled, "breach:draft:answered")

    async def _save(self, uow: UnitOfWork, officer: Officer, draft: BreachDraft, event: str) -> BreachDraft:
        saved = await uow.breaches.save(draft)
        await self._note(uow, officer, AuditKind.COLLECTION, event, draft)
        return saved

    async def _open_draft(self, uow: UnitOfWork, officer: Officer, id: UUID, seen: int | None = None) -> BreachDraft:
        draft = await own_draft(uow, officer, id)
        if draft.status == SENT:
            raise Outdated(f"This is already recorded as {(await record_of(uow, officer, id)).reference}.")
        if seen is not None and draft.etag != seen:
            raise Outdated(_MOVED_ON)
        return draft

    def _reference(self) -> str:
        return new_reference("BR", self._random)

    async def _note(self, uow: UnitOfWork, officer: Officer, kind: AuditKind, event: str, about: BreachDraft | Breach) -> None:
        """The line names the order and both its parties too, so that the trail of each of them holds it."""
        subjects = (about.id, about.order_id, *await uow.orders.party_ids(about.order_id))
        await uow.audit.note(AuditEntry(self._clock(), officer.id, kind, event, ";".join(str(one) for one in subjects)))


async def _sent(uow: UnitOfWork, record: Breach, order: Order, *, already: bool = False) -> Sent:
    evidence, earlier = await uow.evidence.of_order(order.id), await uow.orders.versions(order.id)
    return Sent(record, order, already, tuple(evidence), tuple(earlier), await uow.signing.of(record.id))
