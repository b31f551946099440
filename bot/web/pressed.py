"""What a press at the chat page is changed for something by: whose it is, who that is now, and a refusal that leaves its line."""

from collections.abc import AsyncIterator, Collection
from contextlib import asynccontextmanager
from uuid import UUID

from bot.web.tokens import conversation_of
from domain.access import reason_in
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.conversations import NOT_LIVE, WEB, Action
from domain.errors import NotAllowed, Outdated
from domain.officers import Officer
from storage.work import Database


async def taken(database: Database, clock: Clock, action: str, officer: UUID, conversation: str, verbs: Collection[str]) -> Action:
    """Outdated where it is no live press of theirs, or one of another kind."""
    async with database.work() as uow:
        found = await uow.actions.take(action, officer, conversation, clock())
    if found.verb not in verbs:
        raise Outdated(NOT_LIVE)
    return found


async def speaker(database: Database, clock: Clock, id: UUID) -> tuple[Officer, str]:
    """The officer as they stand now, with the reason that holds in their chat; one whom nobody knows may do nothing."""
    async with database.reading() as uow:
        known = await uow.conversations.speaking(conversation_of(id), id, clock())
        officer, chat = known or (Officer(id, uow.force, "", active=False), None)
    return officer, "" if chat is None else reason_in(chat.state, clock())


@asynccontextmanager
async def refusal_noted(database: Database, clock: Clock, officer: UUID, subject: UUID) -> AsyncIterator[None]:
    try:
        yield
    except NotAllowed:
        async with database.work() as uow:
            refused = AuditEntry(clock(), officer, AuditKind.CONSULTATION, "bot:permission:refused", str(subject), "refused", WEB)
            await uow.audit.note(refused)
        raise
