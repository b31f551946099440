"""Measures of every kind entered from their papers, changed and ended by later versions, and shown beside each other for one person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from domain.audit import AuditEntry, AuditKind
from domain.case_numbers import normal_case
from domain.clock import Clock
from domain.errors import Outdated
from domain.london import to_london
from domain.measure_changes import CORRECTED, DISCHARGED, MOVED_ON, changed, ended
from domain.measure_duties import Owed, duties_when_made
from domain.measure_entry import Given, cautions, demand_whole, read_fields, read_party, with_hearing
from domain.measure_table import measure_of
from domain.measures import Kind
from domain.officers import Officer, Permission
from domain.order_change_words import Line, compared, terms_line
from domain.order_changes import ChangeKind, Recorded
from domain.orders import Order, Party, PartyRole
from domain.outbox import reminders_job
from domain.papers import Draft
from domain.places import places_of
from domain.provenance import Provenance
from domain.references import fresh_references
from domain.same_person import PersonLink, Record, Word, pair_of, standing
from domain.terms import OrderTerms, TermsState
from services.breach_tasks import BreachTasks
from services.papers import plans_job
from services.planned import Planned
from services.watches import tell_of_changes
from storage.work import UnitOfWork, Work

_SIDES = (PartyRole.RESPONDENT, PartyRole.APPLICANT)
_TOLD = (
    "made_on",
    "made_at",
    "expires_at",
    "return_hearing_on",
    "without_notice",
    "power_clauses",
    "power_until",
    "discharged_at",
    "undertaking_at",
)


@dataclass(frozen=True)
class Entered:
    """A measure as it now stands, what of it is not as its kind has it, and what is owed of it by when; `already` where it had been entered before.

    `change` is what was recorded of it, to be taken back where it was a slip.
    """

    order: Order
    cautions: tuple[str, ...] = ()
    owed: tuple[Owed, ...] = ()
    beside: Order | None = None
    already: bool = False
    change: Recorded | None = None


class Measures:
    """`planned` opens the contact that follows, in the transaction that makes the measure known."""

    def __init__(self, work: Work, clock: Clock, planned: Planned, tasks: BreachTasks) -> None:
        self._work = work
        self._clock = clock
        self._planned = planned
        self._tasks = tasks

    async def begin(self, officer: Officer, beside: UUID | str | None) -> Order | None:
        """The order whose people the measure is on, where it is entered from one: by its id or its reference."""
        officer.must(Permission.ENTER_MEASURE)
        if beside is None:
            return None
        async with self._work() as uow:
            found = await uow.orders.by_reference(beside) if isinstance(beside, str) else await uow.orders.get(beside)
            if found is not None:
                await uow.audit.note(self._entry(officer, AuditKind.CONSULTATION, "begun", found))
        return found

    async def enter(self, officer: Officer, id: UUID, kind: Kind, values: Mapping[str, str], beside: UUID | None) -> Entered:
        """Once, however often it is sent. Raises Unreadable where a field cannot be read, and keeps nothing then."""
        officer.must(Permission.ENTER_MEASURE)
        row, now = measure_of(kind), self._clock()
        async with self._work() as uow:
            held = await uow.orders.get(id)
            if held is not None:
                await uow.audit.note(self._entry(officer, AuditKind.CONSULTATION, "shown", held))
                return Entered(held, already=True)
            base = None if beside is None else await uow.orders.demand(beside)
            given = with_hearing(row, read_fields(row, values, now))
            people = _people(values, base, self._clock)
            demand_whole(row, given, people[0])
            order = await self._made(uow, officer, id, kind, given, people)
            await self._keep_terms(uow, order, self._terms(officer, order, given, version=1))
            await self._link(uow, officer, order, base, values)
            await self._plan(uow, order, base)
            owed = duties_when_made(order)
            await self._tasks.owe(uow, self._clock, officer, order, None, officer.id, owed)
            await uow.audit.note(self._entry(officer, AuditKind.COLLECTION, "entered", order))
        return Entered(order, cautions(row, given), owed, base)

    async def find(self, officer: Officer, order_id: UUID) -> Order:
        """To be changed or ended."""
        officer.must(Permission.CHANGE_ORDER)
        async with self._work() as uow:
            order = await uow.orders.demand(order_id)
            await uow.audit.note(self._entry(officer, AuditKind.CONSULTATION, "read", order))
        return order

    async def change(self, officer: Officer, order_id: UUID, seen: int, values: Mapping[str, str]) -> Entered:
        """A new version; the one before it is kept as it was. `seen` is the version that the officer had before them."""
        officer.must(Permission.CHANGE_ORDER)
        async with self._work() as uow:
            before = await self._seen(uow, order_id, seen)
            made = changed(before, values, self._clock())
            after = replace(made.order, conditions_checked=made.order.conditions_checked or bool(made.given.conditions))
            held = await uow.terms.newest(order_id)
            terms = self._terms(officer, before, made.given, version=held.version + 1 if held else 1)
            lines = () if terms is None else (terms_line(held, terms),)
            saved, change = await self._saved(uow, officer, before, after, values, lines)
            await self._keep_terms(uow, saved, terms)
            owed = duties_when_made(saved) if saved.made_at != before.made_at else ()
            await self._tasks.owe(uow, self._clock, officer, saved, None, officer.id, owed)
        return Entered(saved, cautions(measure_of(saved.kind), _as_given(saved, made.given)), owed, change=change)

    async def end(self, officer: Officer, order_id: UUID, seen: int, values: Mapping[str, str]) -> Entered:
        officer.must(Permission.CHANGE_ORDER)
        async with self._work() as uow:
            before = await self._seen(uow, order_id, seen)
            after = ended(before, values, self._clock())
            saved, change = await self._saved(uow, officer, before, after, dict(values) | {"what": values.get("how", DISCHARGED)})
        return Entered(saved, change=change)

    async def _seen(self, uow: UnitOfWork, order_id: UUID, seen: int) -> Order:
        order = await uow.orders.demand(order_id)
        if order.version != seen:
            raise Outdated(MOVED_ON)
        return order

    async def _saved(
        self, uow: UnitOfWork, officer: Officer, before: Order, after: Order, values: Mapping[str, str], more: tuple[Line, ...] = ()
    ) -> tuple[Order, Recorded | None]:
        what, reason = values.get("what", ""), values.get("reason", "").strip()
        saved = await uow.orders.update(after, self._clock())
        change = self._recorded(officer, before, saved, what, reason, more)
        if change is None:
            await uow.order_origins.note(officer.id, self._clock(), [saved])
        else:
            await uow.order_changes.add(change)
        await self._planned(uow, self._clock, plans_job(uow.force), [saved])
        await tell_of_changes(uow, self._clock, reminders_job(uow.force), [saved])
        words = "; ".join(part for part in (what, _before_and_after(before, saved), reason) if part)
        await uow.audit.note(replace(self._entry(officer, AuditKind.ALTERATION, "changed", saved), typed=words))
        return saved, change

    def _recorded(self, officer: Officer, before: Order, saved: Order, what: str, reason: str, more: tuple[Line, ...]) -> Recorded | None:
        """None of a correction: what it put wrong is corrected again."""
        if what == CORRECTED:
            return None
        lines, kind = (*compared(before, saved), *more), ChangeKind(what)
        return Recorded(uuid4(), saved.id, saved.version, kind, officer.id, self._clock(), Provenance.OFFICER, lines, reason)

    async def _made(self, uow: UnitOfWork, officer: Officer, id: UUID, kind: Kind, given: Given, people: tuple[Party, Party]) -> Order:
        now, reference = self._clock(), (await fresh_references("NMO", 1, uow.orders.taken))[0]
        order = Order(
            id=id,
            force=officer.force,
            reference=reference,
            case_no=normal_case(given.number or reference),
            file_name=f"entered-{id}",
            order_name=measure_of(kind).name,
            respondent=people[0],
            applicant=people[1],
            received_at=now,
            confirmed_at=now,
            court_name=given.made_by,
            made_on=given.made_on,
            expires_at=given.expires_at,
            return_hearing_on=given.hearing_on,
            conditions_checked=bool(given.conditions),
            without_notice=given.without_notice,
            kind=kind,
            made_at=given.made_at,
            power_clauses=given.power_clauses,
            power_until=given.power_until,
        )
        await uow.orders.save_many([order])
        await uow.order_origins.note(officer.id, now, [order])
        await uow.search.add([order])
        return order

    def _terms(self, officer: Officer, order: Order, given: Given, version: int) -> OrderTerms | None:
        """Word for word as the officer who has the paper typed them."""
        draft = Draft(conditions=given.conditions)
        return OrderTerms(order.id, version, TermsState.CHECKED, "", officer.id, self._clock(), draft) if given.conditions else None

    async def _keep_terms(self, uow: UnitOfWork, order: Order, terms: OrderTerms | None) -> None:
        if terms is None:
            return
        if not await uow.terms.note(terms):
            raise Outdated(MOVED_ON)
        await uow.places.replace(order.id, places_of(order, terms.draft))

    async def _link(self, uow: UnitOfWork, officer: Officer, order: Order, base: Order | None, values: Mapping[str, str]) -> None:
        """Entered on the people of another order: that officer says so, of that order and of each that is linked with it already."""
        if base is None:
            return
        links = standing((await uow.same_person.beside([base])).links)
        for role in _SIDES if _same_protected(values) else _SIDES[:1]:
            mine = Record(base.id, role)
            others = [link.other if link.one == mine else link.one for link in links if mine in link.pair]
            for one in (mine, *others):
                said = PersonLink(*pair_of(Record(order.id, role), one), Word.SAME, officer.id, self._clock())
                await uow.same_person.note(said)
        await uow.audit.note(self._entry(officer, AuditKind.COMBINATION, "linked", order, base))

    async def _plan(self, uow: UnitOfWork, order: Order, base: Order | None) -> None:
        """The contact of a person who has a plan already goes on as one; nobody unnamed is contacted."""
        if not order.applicant.surname:
            return
        held = {} if base is None or _folded(base.applicant) != _folded(order.applicant) else await uow.contacts.of_orders([base.id])
        for plan in held.values():
            await uow.contacts.join(order.id, plan)
        await self._planned(uow, self._clock, plans_job(uow.force), [order])

    def _entry(self, officer: Officer, kind: AuditKind, what: str, *orders: Order) -> AuditEntry:
        subject = ";".join(str(id) for one in orders for id in (one.id, one.respondent.id, one.applicant.id))
        return AuditEntry(self._clock(), officer.id, kind, f"measure:{what}", subject, recipient=str(officer.id))


def _people(values: Mapping[str, str], base: Order | None, clock: Clock) -> tuple[Party, Party]:
    """Those of the order that it is entered from, or those that were typed; each is a record of its own."""
    today = to_london(clock()).date()
    if base is None:
        fresh = (Party(uuid4(), role) for role in _SIDES)
        respondent, applicant = (read_party(one.role, values, one, today) for one in fresh)
        return respondent, applicant
    respondent = replace(base.respondent, id=uuid4())
    if _same_protected(values):
        return respondent, replace(base.applicant, id=uuid4())
    return respondent, read_party(PartyRole.APPLICANT, values, Party(uuid4(), PartyRole.APPLICANT), today)


def _same_protected(values: Mapping[str, str]) -> bool:
    return not values.get("applicant_surname", "").strip()


def _folded(one: Party) -> tuple[str, str]:
    return (one.surname or "").casefold(), (one.forenames or "").casefold()


def _as_given(order: Order, given: Given) -> Given:
    """What stands now, to be held against the rules of its kind."""
    return replace(given, made_on=order.made_on, made_at=order.made_at, expires_at=order.expires_at, hearing_on=order.return_hearing_on)


def _before_and_after(before: Order, after: Order) -> str:
    told = [name for name in _TOLD if getattr(before, name) != getattr(after, name)]
    return "; ".join(f"{name}: {getattr(before, name)} -> {getattr(after, name)}" for name in told)
