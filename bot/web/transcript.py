"""The web chat's ports over the database: transcript as of now, the desk that runs turns, the people of the demonstration."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from bot.edge import Hearing
from bot.heard import Heard
from bot.web.adapt import BOT
from bot.web.ports import Arrival, Line, Someone
from bot.web.tokens import officer_of
from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.conversations import WEB, Message, taken_away
from domain.officers import ROLE_NAMES, Officer, Role
from storage.work import Database, UnitOfWork

HISTORY = timedelta(minutes=1)
GONE = "This was shown here earlier. It is not shown to you any more."
DOES = {
    Role.RESPONSE: "looks orders up and records breaches",
    Role.NEIGHBOURHOOD: "looks orders up on the beat",
    Role.VLO: "keeps up reassurance contact",
    Role.SUPERVISOR: "sees who is waiting and steps in",
    Role.ORDERS_DESK: "takes orders in and mends what was rejected",
    Role.AUDITOR: "reads the audit trail",
    Role.ADMIN: "keeps people and the database",
}


@dataclass(frozen=True)
class _Shown:
    """What one look reads; `history` are the ids of the records that it shows again."""

    messages: list[Message]
    officer: Officer | None
    live: set[str]
    history: frozenset[str]


@dataclass(frozen=True)
class SealedTranscript:
    """Lines out of the sealed registry. What is older than a minute is history: its showing is audited again."""

    database: Database
    clock: Clock

    async def since(self, conversation: str, watermark: int, not_before: datetime) -> list[Line]:
        """A poll holds no writer up; only what finds history is read anew, in the transaction of the line that tells of it."""
        now = self.clock()
        async with self.database.reading() as uow:
            shown = await _read(uow, conversation, watermark, not_before, now)
        if shown.history:
            async with self.database.work() as uow:
                shown = await _read(uow, conversation, watermark, not_before, now)
                await uow.audit.note(*_line(shown, now))
        return [Line(one.seq, _as_of_now(one, shown.officer, shown.live, now)) for one in shown.messages]

    async def newest(self) -> int:
        async with self.database.reading() as uow:
            return await uow.messages.newest()

    async def arrivals(self, after: int) -> list[Arrival]:
        async with self.database.reading() as uow:
            return [Arrival(seq, conversation) for seq, conversation in await uow.messages.arrivals(after)]


@dataclass(frozen=True)
class WebDesk:
    turns: Hearing

    async def hear(self, activity: dict[str, Any], officer_id: UUID) -> None:
        heard = Heard(WEB, activity["conversation"]["id"], activity["id"], officer_id, activity)
        await self.turns.hear(heard)


@dataclass(frozen=True)
class DemoRoster:
    """The active officers one may choose to be; only ever served under --dev."""

    database: Database

    async def people(self) -> list[Someone]:
        async with self.database.reading() as uow:
            people = await uow.officers.all()
        return [_someone(one) for one in people if one.active]


async def _read(uow: UnitOfWork, conversation: str, watermark: int, not_before: datetime, now: datetime) -> _Shown:
    messages = await uow.messages.since(conversation, watermark, not_before)
    officer = await uow.officers.get(officer_of(conversation))
    live = await uow.actions.live({id for one in messages for id in _action_ids(one.activity)}, now)
    again = [one for one in messages if now - one.at > HISTORY and not _hidden(one, officer) and not _is_over(one, now)]
    return _Shown(messages, officer, live, frozenset(id for one in again for id in one.about))


def _line(shown: _Shown, now: datetime) -> Iterator[AuditEntry]:
    if shown.history and shown.officer is not None:
        subject = ";".join(sorted(shown.history))
        yield AuditEntry(now, shown.officer.id, AuditKind.CONSULTATION, "webchat:history:shown", subject, channel=WEB)


def _someone(officer: Officer) -> Someone:
    roles = sorted(officer.roles, key=list(Role).index)
    does = "; ".join(DOES[role] for role in roles)
    return Someone(officer.id, officer.name, tuple(ROLE_NAMES[role] for role in roles), does)


def _hidden(message: Message, officer: Officer | None) -> bool:
    return bool(message.about) and (officer is None or not officer.may(message.needs))


def _is_over(message: Message, now: datetime) -> bool:
    """Whether its time is over: so it is from that moment on, also where nobody has taken it out of the registry yet."""
    return message.until is not None and now >= message.until


def _as_of_now(message: Message, officer: Officer | None, live: set[str], now: datetime) -> dict[str, Any]:
    activity = {**message.activity, "id": message.activity.get("id") or str(message.id), "timestamp": message.at.isoformat()}
    if activity.get("from", BOT).get("role") == "user":
        return activity
    activity |= {"from": BOT, "conversation": {"id": message.conversation}}
    if _hidden(message, officer):
        return {**{key: activity[key] for key in ("type", "id", "timestamp", "from", "conversation")}, "text": GONE}
    if _is_over(message, now):
        return taken_away(activity)
    if message.until is not None:
        # The page takes it away by itself, by its own clock: see static/line.js.
        activity["channelData"] = {"shownFor": (message.until - now) // timedelta(milliseconds=1)}
    if "attachments" in activity:
        activity["attachments"] = [_without_dead_buttons(one, live) for one in activity["attachments"]]
    return activity


def _without_dead_buttons(part: Any, live: set[str]) -> Any:
    if isinstance(part, list):
        return [_without_dead_buttons(one, live) for one in part if not _dead(one, live)]
    if isinstance(part, dict):
        return {key: _without_dead_buttons(one, live) for key, one in part.items()}
    return part


def _dead(part: Any, live: set[str]) -> bool:
    return _is_button(part) and _pressed(part) not in live


def _action_ids(part: Any) -> Iterable[str]:
    if isinstance(part, list):
        for one in part:
            yield from _action_ids(one)
    if isinstance(part, dict):
        if _is_button(part):
            yield str(_pressed(part))
        for one in part.values():
            if isinstance(one, dict | list):
                yield from _action_ids(one)


def _is_button(part: Any) -> bool:
    return isinstance(part, dict) and part.get("type") in ("Action.Execute", "Action.Submit")


def _pressed(button: dict[str, Any]) -> Any:
    return (button.get("data") or {}).get("action")
