"""The people of the force, from the file its administrator keeps."""

import asyncio
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.officers import Actor, Officer, Permission
from domain.people_file import Line, Rejected, read_people
from services.leavers import rehome
from storage.work import UnitOfWork, Work

_AT_ONCE = 200
NO_SUPERVISOR = "supervisor is the id of nobody in the file or the register"


@dataclass(frozen=True)
class PeopleReport:
    """How many rows of each kind; `rejected` and `warnings` are line numbers with their reasons."""

    imported: int
    updated: int
    unchanged: int
    rejected: tuple[tuple[int, str], ...]
    warnings: tuple[tuple[int, str], ...] = ()


async def import_people(work: Work, clock: Clock, actor: Actor, text_of_csv: str) -> PeopleReport:
    """Takes each good row whole and each bad one not at all. An officer whom the file does not name is left as is: leavers stand in it with `no`.

    Raises Unreadable where the header is not `id,name,collar,email,roles,team,supervisor,active`.
    """
    actor.must(Permission.IMPORT_PEOPLE)
    lines = list(read_people(text_of_csv, actor.force))
    counts: Counter[str] = Counter()
    async with work() as uow:
        known = {one.id: one for one in await uow.officers.all()}
        for some in _in_parts([line.officer for line in lines if isinstance(line, Line)]):
            changed = [one for one in some if known.get(one.id) != one]
            await _take(uow, clock, actor, changed, {one.id: known[one.id] for one in changed if one.id in known})
            counts.update("updated" if one.id in known else "imported" for one in changed)
            counts["unchanged"] += len(some) - len(changed)
            await asyncio.sleep(0)
        await rehome(uow, clock, actor)
    rejected = tuple((line.number, line.reason) for line in lines if isinstance(line, Rejected))
    taken = [line for line in lines if isinstance(line, Line)]
    ids = known.keys() | {line.officer.id for line in taken}
    nobody = tuple((line.number, NO_SUPERVISOR) for line in taken if line.officer.supervisor and line.officer.supervisor not in ids)
    return PeopleReport(counts["imported"], counts["updated"], counts["unchanged"], rejected, nobody)


def _in_parts(people: list[Officer]) -> Iterator[list[Officer]]:
    yield from (people[start : start + _AT_ONCE] for start in range(0, len(people), _AT_ONCE))


async def _take(uow: UnitOfWork, clock: Clock, actor: Actor, changed: Sequence[Officer], before: dict[object, Officer]) -> None:
    await uow.officers.save(changed)
    await uow.audit.note(*(_entry(clock, actor, one, before.get(one.id)) for one in changed))


def _entry(clock: Clock, actor: Actor, one: Officer, before: Officer | None) -> AuditEntry:
    if before is None:
        return AuditEntry(clock(), actor.id, AuditKind.COLLECTION, "people:officer:imported", str(one.id))
    powers = (before.roles, before.active) != (one.roles, one.active)
    return AuditEntry(clock(), actor.id, AuditKind.ALTERATION, f"people:officer:{'powers_changed' if powers else 'updated'}", str(one.id))
