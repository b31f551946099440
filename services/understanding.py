"""What a line asks for and the facts in it, as the bot reads them; nobody is looked up."""

from datetime import datetime

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.officers import Officer, Permission
from domain.understanding import Understood
from domain.understanding import understand as read
from storage.work import Work


async def understand(work: Work, clock: Clock, officer: Officer, text: str, now: datetime | None = None, channel: str = "") -> Understood:
    """`now` is what the words are reckoned from, the clock's own where none is given. The text is sealed in the trail: officers name people in it."""
    officer.must(Permission.OPEN_CONVERSATION)
    at = clock()
    understood = read(text, now or at)
    event, outcome = "understanding:text:read", understood.intent.value
    entry = AuditEntry(at, officer.id, AuditKind.CONSULTATION, event, str(officer.id), outcome, channel=channel, typed=text)
    async with work() as uow:
        await uow.audit.note(entry)
    return understood
