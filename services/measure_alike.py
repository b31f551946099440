"""The measures that the register holds already and that may be the one an officer is about to save."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.case_numbers import normal_case
from domain.clock import Clock
from domain.lookups import Match
from domain.measure_doubles import SAME_NUMBER, doubles, may_be_one
from domain.measure_questions import KIND
from domain.officers import Officer, Permission
from domain.order_drafts import OrderDraft
from domain.orders import Order, Party, PartyRole, state_at
from domain.registered_orders import asked_of
from domain.same_person import also_in, may_be_told, sides_of
from services.beats import walled_off
from services.lookups import find
from storage.work import UnitOfWork, Work

MOST, OF_A_DAY = 5, 200
SAME_NAME = "the same surname"
_LINKED = "said to be one person"


async def alike_measures(work: Work, clock: Clock, officer: Officer, draft: OrderDraft, beside: Order | None) -> tuple[Match, ...]:
    """Of the same kind: with the same number, or of the same person with the same day or court. People are found as any look-up finds them, by what was said of them, and among what was made that day."""
    officer.must(Permission.LOOK_UP_ORDER)
    values, of = draft.values, ";".join(str(one.id) for one in (draft, beside) if one is not None)
    people = values if beside is None else _told_of(beside.respondent)
    found = await find(work, clock, officer, asked_of(people, PartyRole.RESPONDENT), of=of)
    matches = {match.order.id: match for match in found.matches}
    async with work() as uow:
        others: dict[UUID, tuple[Order, tuple[str, ...]]] = {}
        for order, why in (*await _others(uow, officer, values, beside), *await _of_the_day(uow, values, people)):
            others.setdefault(order.id, (order, why))
        for order in await walled_off(uow, officer, [order for order, _ in others.values()]):
            matches.setdefault(order.id, Match(order, PartyRole.RESPONDENT, 0.0, others[order.id][1], state_at(order, clock())))
        alike = [replace(one, reasons=(*one.reasons, *why)) for one in matches.values() if (why := doubles(values, one.order))]
        shown = tuple(sorted(alike, key=lambda one: (SAME_NUMBER not in one.reasons, -one.score)))[:MOST]
        ids = ";".join(str(one.order.id) for one in shown)
        await uow.audit.note(
            AuditEntry(clock(), officer.id, AuditKind.CONSULTATION, "measure:alike:listed", ids, recipient=str(officer.id))
        )
    return shown


async def _others(
    uow: UnitOfWork, officer: Officer, values: Mapping[str, str], beside: Order | None
) -> list[tuple[Order, tuple[str, ...]]]:
    """Those that bear the same number, and those on a person who was said to be the respondent of the order."""
    number = normal_case(values.get("number", ""))
    same: list[tuple[Order, tuple[str, ...]]] = [(one, ()) for one in (await uow.orders.by_case(number) if number else [])]
    if beside is None:
        return same
    links = (await uow.same_person.beside([beside])).links
    linked = await uow.orders.many([one.record.order for one in also_in(beside.id, links)])
    return [*same, *((one, (_LINKED,)) for one in linked if may_be_told(sides_of(one), officer))]


async def _of_the_day(uow: UnitOfWork, values: Mapping[str, str], people: Mapping[str, str]) -> list[tuple[Order, tuple[str, ...]]]:
    """Those of the same kind and day whose respondent bears the name that was typed."""
    made = values.get("made", "")[:10]
    ids = await uow.order_queues.made_on(values[KIND], date.fromisoformat(made), OF_A_DAY) if made else []
    return [(one, (SAME_NAME,)) for one in await uow.orders.many(ids) if may_be_one(people, one)]


def _told_of(party: Party) -> dict[str, str]:
    """Of the respondent of an order that is held, as an officer would type it."""
    told = {
        "forenames": party.forenames,
        "surname": party.surname,
        "dob": party.dob.isoformat() if party.dob else None,
        "address1": party.address1,
        "postcode": party.postcode,
        "phone": party.phone,
    }
    return {f"{PartyRole.RESPONDENT.value}_{name}": value or "" for name, value in told.items()}
