"""Presses of buttons: one's own, which lead on; and those that were never meant for whoever sends them."""

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any
from uuid import uuid4

from benchmarks.mutating import shown
from benchmarks.mutating.effects import IN_CONTACT, rows_of
from domain.officers import Officer
from storage.work import Database
from tests.fakes.talk import buttons

_ABOUT_CONTACT = ("contact:", "safe:", "safeguard:", "plan:", "matter:")
_REMEMBERED = 400
_PLAIN = (
    "yes",
    "no",
    "1",
    "unknown",
    "last night about ten",
    "he rang her twice",
    "07700 900155",
    "every day 6pm to 8pm",
    "2026-12-01",
    "",
)
_FORGED: tuple[dict[str, Any], ...] = (
    {"action": "breach:sign_off", "verb": "breach:sign_off"},
    {"action": {"verb": "address:show", "object": "all"}},
    {"action": ["contact:show"]},
    {"action": ""},
    {"action": None, "verb": "matter:decide", "ruling": "visit"},
    {"action": "' OR 1=1 --", "officer": "admin"},
    {"action": "../../audit", "permission": "read_audit"},
    {"verb": "guidance:approve", "page": "tea-rota", "role": "supervisor"},
    {"action": "x" * 5000},
    {"action": "breach:sign_off", "note": "x" * 5000},
)
_VERB = "SELECT verb FROM action WHERE id = ?"
_LEND = (
    "INSERT INTO action (force, id, verb, object, details, officer, conversation, card, once, expires_at) "
    "SELECT force, ?, verb, object, details, ?, ?, ?, once, expires_at FROM action WHERE id = ?"
)


@dataclass(frozen=True)
class _Button:
    id: str
    verb: str
    card: dict[str, Any]


class Pressing:
    """What each officer has on the screen, and what presses are made of it; `pressed` counts the kinds of buttons."""

    def __init__(self, random: Random, database: Database) -> None:
        self._random = random
        self._database = database
        self._held: dict[str, deque[_Button]] = {}
        self.pressed: Counter[str] = Counter()

    async def take(self, conversation: str, activities: Sequence[dict[str, Any]]) -> None:
        """The buttons that an answer brought, each with its card."""
        cards = [part["content"] for activity in activities for part in activity.get("attachments", [])]
        brought = [(id, card) for card in cards for _, id in buttons(card)]
        async with self._database.reading() as uow:
            verbs = [str((await rows_of(uow, _VERB, id))[0][0]) for id, _ in brought]
        held = self._held.setdefault(conversation, deque(maxlen=_REMEMBERED))
        held.extend(_Button(id, verb, card) for (id, card), verb in zip(brought, verbs, strict=True))

    def own(self, officer: Officer, conversation: str) -> dict[str, Any]:
        """A button before this officer, of a kind that was seldom pressed before, with its form filled in somehow."""
        held = self._held.get(conversation)
        if not held:
            return self.forged()
        (button,) = self._random.choices(held, weights=[1 / (1 + self.pressed[one.verb]) for one in held])
        return self._value(officer, button)

    def stolen(self, officer: Officer) -> dict[str, Any]:
        """The id of a button that is before somebody else."""
        others = [held for name, held in self._held.items() if not name.startswith(f"web-{officer.id}") and held]
        return self._value(officer, self._random.choice(self._random.choice(others))) if others else self.forged()

    async def lent(self, officer: Officer, conversation: str) -> dict[str, Any]:
        """A button that somebody else was offered, as though it had been offered to this officer: a card from before their role was changed."""
        press = self.stolen(officer)
        id = f"lent-{uuid4().hex}"
        async with self._database.work() as uow:
            values = (id, str(officer.id), conversation, str(uuid4()), str(press.get("action")))
            await uow.connection.exec_driver_sql(_LEND, values)
        return press | {"action": id}

    def forged(self) -> dict[str, Any]:
        """A value that no card of the bot ever carried."""
        return dict(self._random.choice(_FORGED))

    def _value(self, officer: Officer, button: _Button) -> dict[str, Any]:
        self.pressed[button.verb] += 1
        written = [f"{shown.WRITTEN.word} by the gate"] * len(_PLAIN) if _writes_of_contact(officer, button.verb) else []
        return {"action": button.id} | {name: self._random.choice(choices or [*_PLAIN, *written]) for name, choices in _inputs(button.card)}


def _writes_of_contact(officer: Officer, verb: str) -> bool:
    return bool(officer.roles & IN_CONTACT) and verb.startswith(_ABOUT_CONTACT)


def _inputs(part: Any) -> Iterator[tuple[str, list[str]]]:
    """(id, its choices) of everything that can be filled in, wherever it stands in the card."""
    if isinstance(part, list):
        for one in part:
            yield from _inputs(one)
    elif isinstance(part, dict):
        if str(part.get("type", "")).startswith("Input."):
            yield part["id"], [str(one["value"]) for one in part.get("choices", [])]
        for key in ("body", "items", "columns"):
            yield from _inputs(part.get(key, []))
