"""Buttons the bot has offered: looked up, bound to a person, used up in the transaction of their effect."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

import orjson
from sqlalchemy import Row, bindparam, case, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.conversations import DOUBLE_PRESS, NOT_LIVE, Action
from domain.errors import NotTheirs, Outdated, PressedTwice
from storage.among import among
from storage.bulk import put_typed
from storage.metadata import Moment
from storage.tables.core import action

_ONE = select(action).where(action.c.force == bindparam("force"), action.c.id == bindparam("id"))
_USE_CARD = (
    update(action)
    .where(action.c.force == bindparam("of"), action.c.card == bindparam("which"), action.c.used_at.is_(None), action.c.once.is_(True))
    .values(used_at=case((action.c.id == bindparam("pressed"), bindparam("when", type_=Moment)), else_=bindparam("beside", type_=Moment)))
)
_LIVE = select(action.c.id).where(
    action.c.force == bindparam("force"),
    among(action.c.id, "ids"),
    action.c.used_at.is_(None),
    action.c.expires_at > bindparam("now"),
)
_OLD = delete(action).where(action.c.force == bindparam("of"), action.c.expires_at < bindparam("before"))
_WITHDRAW = delete(action).where(action.c.force == bindparam("of"), among(action.c.id, "ids"))
_USED = "That has been dealt with already; nothing was done twice. Ask for the record again to see how things stand now."


class Actions:
    def __init__(self, connection: AsyncConnection, force: str) -> None:
        self._connection = connection
        self._force = force

    async def offer(self, actions: Iterable[Action]) -> None:
        await put_typed(self._connection, action, [self._row(one) for one in actions])

    async def take(self, id: str, officer: UUID, conversation: str, now: datetime) -> Action:
        """The action, used up if it is of the once kind; Outdated for one unknown, expired, used, (PressedTwice) just now, or (NotTheirs) someone else's."""
        found = await self._one(id)
        if found.officer != officer or found.conversation != conversation:
            raise NotTheirs(NOT_LIVE)
        if now >= found.expires_at:
            raise Outdated(NOT_LIVE)
        if found.used_at is not None:
            raise _used(found.used_at, now)
        if found.once:
            moments = {"pressed": id, "when": now, "beside": now - DOUBLE_PRESS}
            used = await self._connection.execute(_USE_CARD, {"of": self._force, "which": found.card, **moments})
            if not used.rowcount:
                raise _used((await self._one(id)).used_at, now)
        return found

    async def _one(self, id: str) -> Action:
        row = (await self._connection.execute(_ONE, {"force": self._force, "id": id})).first()
        if row is None:
            raise Outdated(NOT_LIVE)
        return _action_of(row)

    async def live(self, ids: Collection[str], now: datetime) -> set[str]:
        """Which of these can still be pressed."""
        return set(await self._connection.scalars(_LIVE, {"force": self._force, "ids": list(ids), "now": now}))

    async def withdraw(self, ids: Collection[str]) -> None:
        """Of a card that surely never left."""
        if ids:
            await self._connection.execute(_WITHDRAW, {"of": self._force, "ids": list(ids)})

    async def forget_old(self, before: datetime) -> int:
        return (await self._connection.execute(_OLD, {"of": self._force, "before": before})).rowcount

    def _row(self, one: Action) -> dict[str, object]:
        return {
            "force": self._force,
            "id": one.id,
            "verb": one.verb,
            "object": one.object,
            "details": orjson.dumps(one.details).decode(),
            "officer": one.officer,
            "conversation": one.conversation,
            "card": one.card,
            "once": one.once,
            "expires_at": one.expires_at,
            "used_at": one.used_at,
        }


def _used(at: datetime | None, now: datetime) -> Outdated:
    return PressedTwice(_USED) if at is not None and now - at < DOUBLE_PRESS else Outdated(_USED)


def _action_of(row: Row[tuple[object, ...]]) -> Action:
    return Action(
        id=row.id,
        verb=row.verb,
        object=row.object,
        details=orjson.loads(row.details),
        officer=row.officer,
        conversation=row.conversation,
        card=row.card,
        once=row.once,
        expires_at=row.expires_at,
        used_at=row.used_at,
    )
