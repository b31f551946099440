"""Why somebody is looked up, given before the look-ups of an incident."""

from dataclasses import replace

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.officers import Officer, Permission
from domain.particulars import clean
from storage.work import Work


async def give_reason(work: Work, clock: Clock, officer: Officer, code: str, words: str = "", channel: str = "", of: str = "") -> None:
    """The lines of look-ups that follow in this turn bear it. `words` say which, where the list has none that fits: they may be about a person, and are sealed.

    `of` is the order, or the line of the trail with the words, for which it was asked: an erasure reaches these words by it.
    """
    officer.must(Permission.LOOK_UP_ORDER)
    async with work() as uow:
        subject = ";".join(filter(None, (str(officer.id), of)))
        entry = AuditEntry(clock(), officer.id, AuditKind.CONSULTATION, "lookup:reason:given", subject, channel=channel, reason=code)
        await uow.audit.note(replace(entry, typed=clean(words) or None))
        uow.audit.reason = code
