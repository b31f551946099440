"""Measures of every kind entered from their papers, changed and ended by later versions, and shown beside each other for one person."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from uuid import UUID, uuid4

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import Outdated
from domain.measure_changes import MOVED_ON, changed, ended
from domain.measure_duties import Owed, duties_when_made
from domain.measure_entry import Given, cautions
from domain.measure_table import measure_of
from domain.officers import Officer, Permission
from domain.order_change_words import Line, compared, terms_line
from domain.order_changes import ChangeKind, Recorded
from domain.orders import Order
from domain.outbox import reminders_job
from domain.papers import Draft
from domain.places import places_of
from domain.provenance import Provenance
from domain.terms import OrderTerms, TermsState
from services.breach_tasks import BreachTasks, set_clocks
from services.kept_changes import keep_change
from services.order_changes import changes_job, lines_typed
from services.planned import Planned
from storage.work import UnitOfWork, Work


@dataclass(frozen=True)
class Entered:
    """A measure as it now stands, what of it is not as its kind has it, and what is owed of it by when.

    `change` is what was recorded of it, to be taken back where it was a slip.
    """

    order: Order
    cautions: tuple[str, ...] = ()
    owed: tuple[Owed, ...] = ()
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
        officer.must(Permission.REGISTER_ORDER)
        if beside is None:
            return None
        async with self._work() as uow:
            found = await uow.orders.by_reference(beside) if isinstance(beside, str) else await uow.orders.get(beside)
            if found is not None:
                await uow.audit.note(self._entry(officer, AuditKind.CONSULTATION, "begun", found))
        return found

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
            terms = terms_as_typed(officer, self._clock, before, made.given, held.version + 1 if held else 1)
            lines = () if terms is None else (terms_line(held, terms),)
            saved, change = await self._saved(uow, officer, before, after, values, lines)
            await keep_terms(uow, officer, saved, terms)
            owed = duties_when_made(saved) if saved.made_at != before.made_at else ()
            await self._tasks.owe(uow, self._clock, officer, saved, None, officer.id, owed)
            await set_clocks(uow, self._clock, officer, saved)
        return Entered(saved, cautions(measure_of(saved.kind), _as_given(saved, made.given)), owed, change=change)

    async def end(self, officer: Officer, order_id: UUID, seen: int, values: Mapping[str, str]) -> Entered:
        officer.must(Permission.CHANGE_ORDER)
        async with self._work() as uow:
            before = await self._seen(uow, order_id, seen)
            after = ended(before, values, self._clock())
            saved, change = await self._saved(uow, officer, before, after, dict(values) | {"what": values.get("how", "")})
        return Entered(saved, change=change)

    async def _seen(self, uow: UnitOfWork, order_id: UUID, seen: int) -> Order:
        order = await uow.orders.demand(order_id)
        if order.version != seen:
            raise Outdated(MOVED_ON)
        return order

    async def _saved(
        self, uow: UnitOfWork, officer: Officer, before: Order, after: Order, values: Mapping[str, str], more: tuple[Line, ...] = ()
    ) -> tuple[Order, Recorded]:
        what, reason = values.get("what", ""), values.get("reason", "").strip()
        saved = await uow.orders.update(after, self._clock())
        change = self._recorded(officer, before, saved, what, reason, more)
        await self._planned(uow, self._clock, changes_job(uow.force), [saved])
        await keep_change(uow, self._clock, reminders_job(uow.force), saved, change)
        words = "; ".join(part for part in (what, lines_typed(change.lines), reason) if part)
        await uow.audit.note(replace(self._entry(officer, AuditKind.ALTERATION, "changed", saved), typed=words))
        return saved, change

    def _recorded(self, officer: Officer, before: Order, saved: Order, what: str, reason: str, more: tuple[Line, ...]) -> Recorded:
        lines, kind = (*compared(before, saved), *more), ChangeKind(what)
        return Recorded(uuid4(), saved.id, saved.version, kind, officer.id, self._clock(), Provenance.OFFICER, lines, reason)

    def _entry(self, officer: Officer, kind: AuditKind, what: str, *orders: Order) -> AuditEntry:
        subject = ";".join(str(id) for one in orders for id in (one.id, one.respondent.id, one.applicant.id))
        return AuditEntry(self._clock(), officer.id, kind, f"measure:{what}", subject, recipient=str(officer.id))


def terms_as_typed(officer: Officer, clock: Clock, order: Order, given: Given, version: int) -> OrderTerms | None:
    """Word for word as the officer who has the paper typed them."""
    draft = Draft(conditions=given.conditions)
    return OrderTerms(order.id, version, TermsState.CHECKED, "", officer.id, clock(), draft) if given.conditions else None


async def keep_terms(uow: UnitOfWork, officer: Officer, order: Order, terms: OrderTerms | None) -> None:
    """In the transaction of whoever saves or changes the measure."""
    officer.must(Permission.REGISTER_ORDER)
    if terms is None:
        return
    if not await uow.terms.note(terms):
        raise Outdated(MOVED_ON)
    await uow.places.replace(order.id, places_of(order, terms.draft))


def _as_given(order: Order, given: Given) -> Given:
    """What stands now, to be held against the rules of its kind."""
    return replace(given, made_on=order.made_on, made_at=order.made_at, expires_at=order.expires_at, hearing_on=order.return_hearing_on)
