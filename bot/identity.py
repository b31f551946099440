"""Which officer speaks; and the one polite refusal for everybody else."""

from datetime import datetime
from uuid import UUID

from bot.heard import Heard
from domain.audit import AuditEntry, AuditKind
from domain.conversations import Conversation
from domain.officers import Officer
from storage.work import UnitOfWork

STRANGER = (
    "I can only help people whom this force has registered with me, and you are not on that list, or no longer. "
    "If you should be, ask your supervisor or the force's administrator."
)
GROUP = "I only talk about people and orders one to one. Open a personal chat with me and ask there; nothing about anyone is shown here."
NOBODY = UUID(int=0)


async def speaking(uow: UnitOfWork, heard: Heard, now: datetime) -> tuple[Officer, Conversation] | None:
    """The active officer of this force who speaks and the conversation so far, or None, audited, for a stranger, a guest or a leaver."""
    known = None if heard.speaker is None else await uow.conversations.speaking(heard.conversation, heard.speaker, now)
    if known is None or not known[0].active:
        await note_refusal(uow, heard, now, "bot:identity:refused")
        return None
    officer, conversation = known
    return officer, conversation or Conversation(heard.conversation, heard.channel)


async def note_refusal(uow: UnitOfWork, heard: Heard, now: datetime, event: str) -> None:
    speaker = heard.speaker or NOBODY
    await uow.audit.note(AuditEntry(now, speaker, AuditKind.CONSULTATION, event, "", outcome="refused", channel=heard.channel))
