"""The whole bot in a terminal: cards as text, buttons by number."""

import sys
from collections.abc import Callable, Iterator
from typing import Any
from uuid import UUID, uuid4

from bot.heard import Heard
from bot.turns import Turns
from domain.conversations import TERMINAL
from domain.errors import AssistantError

PROMPT = "> "


class Terminal:
    """One officer's chat; `write` shows a line, `read` gives one (None at the end)."""

    def __init__(self, turns: Turns, officer: UUID, read: Callable[[], str | None], write: Callable[[str], None]) -> None:
        self._turns = turns
        self._officer = officer
        self._read = read
        self._write = write
        self._buttons: list[tuple[str, dict[str, str], list[dict[str, Any]]]] = []

    async def run(self) -> None:
        """Until the end of input, or "exit"."""
        if not await self._turn({"type": "conversationUpdate", "membersAdded": [{"id": str(self._officer)}]}):
            await self._turn({"type": "message", "text": "help"})
        while (line := self._read()) is not None and line.strip().lower() != "exit":
            await self._turn(self._activity(line))

    def _activity(self, line: str) -> dict[str, Any]:
        """A number presses that button; anything else is said."""
        chosen = line.strip()
        if not chosen.isdecimal() or not 0 < int(chosen) <= len(self._buttons):
            return {"type": "message", "text": line}
        _, data, inputs = self._buttons[int(chosen) - 1]
        return {"type": "message", "value": data | {one["id"]: self._asked(one) for one in inputs}}

    def _asked(self, field: dict[str, Any]) -> str:
        options = field.get("choices", [])
        for number, option in enumerate(options, start=1):
            self._write(f"   {number}. {option['title']}")
        self._write(f"{field.get('label', field['id'])}:")
        said = (self._read() or "").strip()
        if said.isdecimal() and 0 < int(said) <= len(options):
            return str(options[int(said) - 1]["value"])
        return said

    async def _turn(self, activity: dict[str, Any]) -> bool:
        """Whether anything was said."""
        conversation = f"terminal-{self._officer}"
        whole = {
            "id": str(uuid4()),
            "channelId": TERMINAL,
            "conversation": {"id": conversation},
            "from": {"id": str(self._officer)},
            **activity,
        }
        try:
            outcome = await self._turns.hear(Heard(TERMINAL, conversation, whole["id"], self._officer, whole))
        except AssistantError as refusal:
            self._write(refusal.advice)
            return True
        if outcome.answers:
            self._buttons = []
        for answer in outcome.answers:
            self._show(answer.activity)
        return bool(outcome.answers)

    def _show(self, activity: dict[str, Any]) -> None:
        if activity.get("text"):
            self._write(str(activity["text"]))
        for attachment in activity.get("attachments", []):
            self._card(attachment["content"])

    def _card(self, card: dict[str, Any]) -> None:
        self._write("-" * 60)
        for line in _lines(card.get("body", [])):
            self._write(line)
        inputs = [one for one in _parts(card) if str(one.get("type", "")).startswith("Input.")]
        for one in _parts(card):
            if one.get("type") == "Action.Execute":
                self._buttons.append((one["title"], one["data"], inputs))
                self._write(f"  [{len(self._buttons)}] {one['title']}")


def _parts(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, list):
        for one in part:
            yield from _parts(one)
    elif isinstance(part, dict):
        yield part
        for key in ("body", "items", "columns", "actions"):
            yield from _parts(part.get(key, []))


def _lines(body: list[dict[str, Any]]) -> Iterator[str]:
    for part in _parts(body):
        if part.get("type") == "TextBlock":
            yield part["text"].replace("\\", "")
        if part.get("type") == "RichTextBlock":
            yield "".join(run["text"] if isinstance(run, dict) else str(run) for run in part.get("inlines", []))
        for fact in part.get("facts", []):
            yield f"{fact['title']}: {fact['value']}".replace("\\", "")


def read_line() -> str | None:
    """A line of standard input, or None at its end."""
    sys.stdout.write(PROMPT)
    sys.stdout.flush()
    line = sys.stdin.readline()
    return line.rstrip("\n") if line else None
