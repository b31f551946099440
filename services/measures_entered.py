"""A measure that comes of a draft registered by hand: saved whole with its terms as typed, its links, the contact that follows and what is owed by when."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from domain.audit import AuditEntry, AuditKind
from domain.case_numbers import normal_case
from domain.clock import Clock
from domain.feed_merge import queued
from domain.measure_duties import duties_when_made
from domain.measure_entry import Given, cautions, read_fields, with_hearing
from domain.measure_questions import OTHER
from domain.measure_table import measure_of
from domain.measures import COURT, Kind
from domain.officers import Officer, Permission
from domain.order_drafts import MEASURE, OrderDraft
from domain.orders import Order, Party, PartyRole
from domain.provenance import FROM_COURT, Provenance
from domain.references import fresh_references
from domain.registered_orders import NOT_CONFIRMED, SECOND_CHECK, told_party
from domain.same_person import PersonLink, Record, Word, linked_with, pair_of
from services.breach_tasks import BreachTasks
from services.measures import Entered, keep_terms, terms_as_typed
from services.planned import Planned
from services.registered import RANDOM, recorded_as_registered, registering_job
from services.registering import demand_saveable
from services.timetables import PolicyNow
from storage.work import UnitOfWork, Work

_SIDES = (PartyRole.RESPONDENT, PartyRole.APPLICANT)


@dataclass(frozen=True)
class EnteredMeasures:
    """`planned` opens the contact that follows, in the transaction that makes the measure known; `policy` says of which a second person checks what was typed."""

    work: Work
    clock: Clock
    planned: Planned
    tasks: BreachTasks
    policy: PolicyNow

    async def save(self, officer: Officer, draft_id: UUID, seen: int, draw: Callable[[], float] = RANDOM.random) -> Entered:
        """Of the draft as it was shown whole. Raises Unreadable with what is missing, and Outdated where it moved on."""
        officer.must(Permission.REGISTER_ORDER)
        async with self.work() as uow:
            draft = await demand_saveable(uow, self.clock, officer, draft_id, seen, MEASURE)
            row = measure_of(Kind(draft.values["kind"]))
            given = with_hearing(row, read_fields(row, draft.values, self.clock()))
            base = None if draft.order_id is None else await uow.orders.demand(draft.order_id)
            order = await self._made(uow, draft, given, base)
            if self.policy().register.wants_second(order.provenance, draw()):
                order = queued(order, SECOND_CHECK)
            await uow.orders.save_many([order])
            await uow.search.add([order])
            await keep_terms(uow, officer, order, terms_as_typed(officer, self.clock, order, given, 1))
            await self._link(uow, officer, order, base, draft.values)
            await self._plan(uow, order, base)
            owed = duties_when_made(order)
            await self.tasks.owe(uow, self.clock, officer, order, None, officer.id, owed)
            await uow.order_changes.add(recorded_as_registered(order, officer, self.clock))
            await uow.order_drafts.drop(draft.id)
            await uow.audit.note(self._entry(officer, AuditKind.COLLECTION, "entered", order))
        return Entered(order, cautions(row, given), owed)

    async def _made(self, uow: UnitOfWork, draft: OrderDraft, given: Given, base: Order | None) -> Order:
        """It bears the draft's id, so that an erasure reaches what was shown of the draft. What the court makes waits for the court's word, unless it came from there."""
        now, reference = self.clock(), (await fresh_references("NMO", 1, uow.orders.taken))[0]
        row, learned = measure_of(Kind(draft.values["kind"])), Provenance(draft.values["learned"])
        respondent, applicant = _people(draft.values, base)
        order = Order(
            id=draft.id,
            force=uow.force,
            reference=reference,
            case_no=normal_case(given.number or reference),
            file_name=f"entered-{draft.id}",
            order_name=row.name,
            respondent=respondent,
            applicant=applicant,
            received_at=now,
            confirmed_at=now,
            court_name=given.made_by,
            made_on=given.made_on,
            expires_at=given.expires_at,
            return_hearing_on=given.hearing_on,
            conditions_checked=bool(given.conditions),
            without_notice=given.without_notice,
            provenance=learned,
            kind=row.kind,
            made_at=given.made_at,
            power_clauses=given.power_clauses,
            power_until=given.power_until,
        )
        return order if learned in FROM_COURT or row.whose != COURT else queued(order, NOT_CONFIRMED)

    async def _link(self, uow: UnitOfWork, officer: Officer, order: Order, base: Order | None, values: Mapping[str, str]) -> None:
        """Entered on the people of another order: that officer says so, of that order and of each that is linked with it already."""
        if base is None:
            return
        links = (await uow.same_person.beside([base])).links
        for role in _SIDES if _same_protected(values) else _SIDES[:1]:
            mine = Record(base.id, role)
            for one in (mine, *linked_with(mine, links)):
                said = PersonLink(*pair_of(Record(order.id, role), one), Word.SAME, officer.id, self.clock())
                await uow.same_person.note(said)
        await uow.audit.note(self._entry(officer, AuditKind.COMBINATION, "linked", order, base))

    async def _plan(self, uow: UnitOfWork, order: Order, base: Order | None) -> None:
        """The contact of a person who has a plan already goes on as one; nobody unnamed is contacted."""
        if not order.applicant.surname:
            return
        held = {} if base is None or _folded(base.applicant) != _folded(order.applicant) else await uow.contacts.of_orders([base.id])
        for plan in held.values():
            await uow.contacts.join(order.id, plan)
        await self.planned(uow, self.clock, registering_job(uow.force), [order])

    def _entry(self, officer: Officer, kind: AuditKind, what: str, *orders: Order) -> AuditEntry:
        subject = ";".join(str(id) for one in orders for id in (one.id, one.respondent.id, one.applicant.id))
        return AuditEntry(self.clock(), officer.id, kind, f"measure:{what}", subject, recipient=str(officer.id))


def _people(values: Mapping[str, str], base: Order | None) -> tuple[Party, Party]:
    """Those of the order that it is entered from, or those that were typed; each is a record of its own."""
    if base is None:
        respondent, applicant = (told_party(uuid4(), role, values) for role in _SIDES)
        return respondent, applicant
    respondent = replace(base.respondent, id=uuid4())
    if _same_protected(values):
        return respondent, replace(base.applicant, id=uuid4())
    return respondent, told_party(uuid4(), PartyRole.APPLICANT, values)


def _same_protected(values: Mapping[str, str]) -> bool:
    return values.get("protects") != OTHER and not values.get("applicant_surname")


def _folded(one: Party) -> tuple[str, str]:
    return (one.surname or "").casefold(), (one.forenames or "").casefold()
