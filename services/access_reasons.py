"""Why somebody is looked up, given before the look-ups of an incident."""

from dataclasses import replace

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.officers import Officer, Permission
from domain.particulars import clean
from storage.work import Work


async def give_reason(work: Work, clock: Clock, officer: Officer, code: str, words: str = "", channel: str = "") -> None:
    """The lines of look-ups that follow in this turn bear it. `words` say which, where the list has none that fits: they may be about a person, and are sealed."""
    officer.must(Permission.LOOK_UP_ORDER)
    async with work() as uow:
        entry = AuditEntry(
            clock(), officer.id, AuditKind.CONSULTATION, "lookup:reason:given", str(officer.id), channel=channel, reason=code
        )
        await uow.audit.note(replace(entry, typed=clean(words) or None))
        uow.audit.reason = code
