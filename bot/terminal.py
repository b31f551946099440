"""The whole bot in a terminal: cards as text, buttons by number."""

import re
import sys
from collections.abc import Callable, Iterator
from string import ascii_lowercase
from typing import Any
from uuid import UUID, uuid4

from bot.heard import Heard
from bot.turns import Turns
from domain.conversations import TERMINAL
from domain.errors import AssistantError

PROMPT = "> "
HOW = 'What stands in brackets presses that button; anything else is said as you type it. "exit" or "quit" ends: answers already given are kept.'
TICK = "Type the numbers of what applies, such as 1,3 or 1-3, or words."
ON_THE_LIST = "Please type numbers of that list, such as 1,3, or nothing."
_ENDS = frozenset({"exit", "quit"})
_INSTEAD = frozenset({"stop", "back", "cancel"})
_BRACKETED = re.compile(r"^\[(.+)\]$")
_PICK = re.compile(r"(\d{1,4})(?: ?(?:-|to) ?(\d{1,4}))?(?: ?(?:,|&|and) ?| |$)")

Activity = dict[str, Any]


class Terminal:
    """One officer's chat; `write` shows a line, `read` gives one (None at the end)."""

    def __init__(self, turns: Turns, officer: UUID, read: Callable[[], str | None], write: Callable[[str], None]) -> None:
        self._turns = turns
        self._officer = officer
        self._read = read
        self._write = write
        self._buttons: dict[str, tuple[dict[str, str], list[dict[str, Any]]]] = {}
        self._ticks: list[dict[str, Any]] = []

    async def run(self) -> None:
        """Until the end of input, or "exit"."""
        self._write(HOW)
        if not await self._turn({"type": "conversationUpdate", "membersAdded": [{"id": str(self._officer)}]}):
            await self._turn({"type": "message", "text": "help"})
        while (activity := self._next()) is not None:
            await self._turn(activity)

    def _next(self) -> Activity | None:
        line = self._read()
        if line is None or line.strip().casefold() in _ENDS:
            return None
        return self._activity(line)

    def _activity(self, line: str) -> Activity | None:
        """What stands on a button presses it; numbers tick the choices of the question that is shown; anything else is said."""
        chosen = line.strip().casefold()
        named = _BRACKETED.sub(r"\1", chosen)
        if named in self._buttons:
            return self._pressed(*self._buttons[named])
        return {"type": "message", "text": _picked(chosen, self._ticks) or line}

    def _pressed(self, data: dict[str, str], inputs: list[dict[str, Any]]) -> Activity | None:
        """Asks for each input first. An end there ends; a word such as `stop` is said instead, and nothing is sent in."""
        values = {}
        for one in inputs:
            said = self._asked(one)
            if said is None or said.casefold() in _ENDS:
                return None
            if said.casefold() in _INSTEAD:
                return {"type": "message", "text": said}
            values[one["id"]] = said
        return {"type": "message", "value": data | values}

    def _asked(self, field: dict[str, Any]) -> str | None:
        options = field.get("choices", [])
        for line in _numbered(options):
            self._write(f"   {line}")
        self._write(f"{field.get('label', field['id'])}:")
        while (typed := self._read()) is not None:
            said = typed.strip()
            picked = _picked(said.casefold(), options)
            if picked and (field.get("isMultiSelect") or "," not in picked):
                return picked
            if not options or not said or said.casefold() in _ENDS | _INSTEAD:
                return said
            self._write(ON_THE_LIST)
        return None

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
        self._show([answer.activity for answer in outcome.answers])
        return bool(outcome.answers)

    def _show(self, activities: list[Activity]) -> None:
        """Buttons have letters where the question shown is answered by numbers."""
        cards = [attachment["content"] for activity in activities for attachment in activity.get("attachments", [])]
        if activities:
            self._buttons, self._ticks = {}, next(filter(None, map(_ticks, cards)), [])
        for activity in activities:
            if activity.get("text"):
                self._write(str(activity["text"]))
            for attachment in activity.get("attachments", []):
                self._card(attachment["content"])

    def _card(self, card: dict[str, Any]) -> None:
        self._write("-" * 60)
        for line in _lines(card.get("body", [])):
            self._write(line)
        inputs = _inputs(card)
        if self._ticks and _ticks(card):
            for line in (*_numbered(self._ticks), TICK):
                self._write(f"   {line}")
        for one in _parts(card):
            if one.get("type") == "Action.Execute":
                place = len(self._buttons)
                name = ascii_lowercase[place] if self._ticks and place < len(ascii_lowercase) else str(place + 1)
                self._buttons[name] = (one["data"], inputs)
                self._write(f"  [{name}] {one['title']}")


def _inputs(card: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in _parts(card) if str(one.get("type", "")).startswith("Input.")]


def _ticks(card: dict[str, Any]) -> list[dict[str, Any]]:
    """The choices that the card's question is about; none where it asks for words first, or for one choice."""
    first = next(iter(_inputs(card)), {})
    return list(first.get("choices", [])) if first.get("isMultiSelect") else []


def _numbered(options: list[dict[str, Any]]) -> Iterator[str]:
    """Each choice with its number, once, also where its own words begin with it."""
    for number, option in enumerate(options, start=1):
        title = option["title"].replace("\\", "")
        yield title if title.startswith(f"{number}. ") else f"{number}. {title}"


def _picked(said: str, options: list[dict[str, Any]]) -> str:
    """The values of the choices whose numbers were typed, or that were named whole; nothing where anything else was."""
    named = [str(option["value"]) for option in options if said in (option["value"], option["title"].replace("\\", "").casefold())]
    values, at = [], 0
    while at < len(said) and (piece := _PICK.match(said, at)):
        first, last = int(piece[1]), int(piece[2] or piece[1])
        if not 0 < first <= last <= len(options):
            return ""
        values += [str(option["value"]) for option in options[first - 1 : last]]
        at = piece.end()
    return ",".join(named or (values if at == len(said) else []))


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
