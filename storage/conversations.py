"""Conversations and their state: plain JSON, an e-tag, an expiry."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from uuid import UUID

import orjson
from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.conversations import STATE_LIFE, Conversation
from domain.errors import Outdated
from domain.officers import Officer
from storage.among import among
from storage.dialects import insert_new
from storage.officers import officer_of
from storage.tables.core import conversation, officer

_ONE = select(conversation).where(conversation.c.force == bindparam("force"), conversation.c.id == bindparam("id"))
_OF_OFFICER = (
    select(conversation)
    .where(conversation.c.force == bindparam("force"), conversation.c.officer == bindparam("officer"))
    # A state lives equally long in each, so the one saved last expires last.
    .order_by(conversation.c.expires_at.desc(), conversation.c.id)
)
# Whom to write to, without what the conversation is about.
_ADDRESSES = (
    select(
        conversation.c.id,
        conversation.c.channel,
        conversation.c.officer,
        conversation.c.service_url,
        conversation.c.reachable,
        conversation.c.etag,
    )
    .where(conversation.c.force == bindparam("force"), among(conversation.c.officer, "officers"))
    .order_by(conversation.c.expires_at.desc(), conversation.c.id)
)
_KEPT = ("id", "channel", "officer", "service_url", "tenant", "bot", "welcomed_at", "reachable", "etag")
# Of one row: who speaks, and the conversation if there is one; it is read in every turn.
_SPEAKING = (
    select(officer, *(conversation.c[name].label(f"conversation_{name}") for name in (*_KEPT, "state", "expires_at")))
    .select_from(
        officer.outerjoin(conversation, (conversation.c.force == officer.c.force) & (conversation.c.id == bindparam("conversation")))
    )
    .where(officer.c.force == bindparam("force"), officer.c.id == bindparam("officer"))
)
_CHANGED = ("officer", "service_url", "tenant", "bot", "welcomed_at", "reachable", "state", "etag", "expires_at")
_CHANGE = (
    update(conversation)
    .where(conversation.c.force == bindparam("of"), conversation.c.id == bindparam("which"), conversation.c.etag == bindparam("was"))
    .values({name: bindparam(f"new_{name}") for name in _CHANGED})
)
_LOSE = (
    update(conversation)
    .where(conversation.c.force == bindparam("of"), conversation.c.id == bindparam("which"), conversation.c.etag == bindparam("was"))
    .values(reachable=False, etag=conversation.c.etag + 1)
)


class Conversations:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def get(self, id: str, now: datetime) -> Conversation | None:
        """The conversation; a state past its expiry comes back empty."""
        row = (await self._connection.execute(_ONE, {"force": self._force, "id": id})).first()
        return None if row is None else _conversation_of(row, now)

    async def speaking(self, id: str, officer: UUID, now: datetime) -> tuple[Officer, Conversation | None] | None:
        """The officer, and the conversation as `get` gives it; None where nobody has that id."""
        row = (await self._connection.execute(_SPEAKING, {"force": self._force, "conversation": id, "officer": officer})).first()
        if row is None:
            return None
        return officer_of(row), None if row.conversation_id is None else _conversation_of(row, now, "conversation_")

    async def of_officers(self, officers: Collection[UUID]) -> dict[UUID, list[Conversation]]:
        """Where each of these can be written to, the one that was saved last first; their states are left where they are."""
        found: dict[UUID, list[Conversation]] = defaultdict(list)
        if officers:
            for row in await self._connection.execute(_ADDRESSES, {"force": self._force, "officers": list(officers)}):
                address = Conversation(row.id, row.channel, row.officer, row.service_url, reachable=row.reachable, etag=row.etag)
                found[row.officer].append(address)
        return found

    async def of_officer(self, officer: UUID, now: datetime) -> list[Conversation]:
        """The one that was saved last comes first."""
        rows = await self._connection.execute(_OF_OFFICER, {"force": self._force, "officer": officer})
        return [_conversation_of(row, now) for row in rows]

    async def save(self, one: Conversation, now: datetime) -> Conversation:
        """Raises Outdated where somebody saved it since it was read."""
        saved = replace(one, etag=one.etag + 1)
        values = _values(saved, now)
        if one.etag == 0:
            row = {"force": self._force, "id": one.id, "channel": one.channel, **values}
            done = await self._connection.execute(insert_new(self._connection, conversation, ("force", "id")), row)
        else:
            changes = {f"new_{name}": value for name, value in values.items()}
            done = await self._connection.execute(_CHANGE, {"of": self._force, "which": one.id, "was": one.etag, **changes})
        if not done.rowcount:
            raise Outdated("This conversation moved on in another window. Please send that again.")
        return saved

    async def lost(self, one: Conversation) -> None:
        """Nothing can be sent there until the officer speaks again; one that was saved since it was read is left as it is."""
        await self._connection.execute(_LOSE, {"of": self._force, "which": one.id, "was": one.etag})


def _values(one: Conversation, now: datetime) -> dict[str, object]:
    return {
        "officer": one.officer,
        "service_url": one.service_url,
        "tenant": one.tenant,
        "bot": one.bot,
        "welcomed_at": one.welcomed_at,
        "reachable": one.reachable,
        "state": orjson.dumps(one.state).decode(),
        "etag": one.etag,
        "expires_at": now + STATE_LIFE,
    }


def _conversation_of(row: Row[tuple[object, ...]], now: datetime, prefix: str = "") -> Conversation:
    held = row._asdict()
    state = orjson.loads(held[f"{prefix}state"]) if held[f"{prefix}expires_at"] > now else {}
    return Conversation(**{name: held[prefix + name] for name in _KEPT}, state=state)
