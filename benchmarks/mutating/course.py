"""One shift of the made-up force: mutated sentences and presses of every role through whole turns, and what came of each of them."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from random import Random
from typing import Any
from uuid import UUID

from benchmarks.mutating.effects import Seen, Watch, outside, rows_of
from benchmarks.mutating.lines import aimed_line, typed_lines
from benchmarks.mutating.mutations import mutated
from benchmarks.mutating.presses import Pressing
from benchmarks.mutating.register import Register
from benchmarks.mutating.scene import FORCE, SPEAKING
from benchmarks.mutating.shown import brought_to_light, kept_open, shown_to
from bot.edge import Hearing
from bot.heard import Heard
from bot.turns import SORRY
from domain.officers import Officer
from domain.outbox import reminders_job
from services.order_changes import changes_job
from services.papers import plans_job
from services.quality_mending import quality_job
from services.registered import registering_job

# Of the lines, so many ask for something that stands in the register; after so many of all lines something else comes.
_AIMED, _BESIDES = 0.5, 0.35
# What that is: a line as it would be typed, which leads on; one's own button; one lent from another, or stolen; a value made up.
_KINDS, _SHARES = ("plain line", "own button", "lent button", "stolen button", "forged value"), (30, 45, 15, 5, 5)
# Longer than the time within which a second press is taken for a double one.
_BETWEEN = timedelta(seconds=6)
# After so many sentences an officer opens a new chat, so that no half-finished record hears all the rest.
_A_CHAT = 25
_LINES = typed_lines()
# Where nothing of a person may stand but sealed: a sealed value is bytes.
_OPEN_TABLES = (
    "action",
    "audit",
    "conversation",
    "message",
    "outbox",
    "inbox",
    "breach_draft",
    "breach",
    "breach_task",
    "victim_update",
    "contact_plan",
)


@dataclass(frozen=True)
class Fault:
    """`kind` is effect, shown, open, error or silent; `said` is the made-up line or press that brought it."""

    kind: str
    role: str
    what: str
    said: str


@dataclass
class Ledger:
    """`events` are the lines of the trail, `verbs` the kinds of buttons pressed, `light` the hidden words that came before somebody who may see them."""

    sentences: int = 0
    besides: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    verbs: Counter[str] = field(default_factory=Counter)
    light: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)

    def of(self, kind: str) -> list[Fault]:
        return [one for one in self.faults if one.kind == kind]


class Shift:
    """`log` gives what was logged so far; the ledger is kept from one shift to the next."""

    def __init__(self, register: Register, hearing: Hearing, random: Random, log: Callable[[], str]) -> None:
        self._database, self._known, self._clock = register.database, register.scene.known, register.clock
        self._hearing, self._random, self._log = hearing, random, log
        self._watch, self._pressing = Watch(register.database), Pressing(random, register.database)
        self._numbers, self._said_by = count(1), Counter[UUID]()
        jobs = (reminders_job, changes_job, registering_job, quality_job, plans_job)
        self._jobs = tuple(str(job(FORCE).id) for job in jobs)

    async def run(self, sentences: int, ledger: Ledger) -> None:
        await self._watch.begin()
        before = len(self._log())
        for _ in range(sentences):
            officer = self._random.choice(SPEAKING)
            self._said_by[officer.id] += 1
            conversation = f"web-{officer.id}-{self._said_by[officer.id] // _A_CHAT}"
            ledger.sentences += 1
            await self._turn(ledger, officer, conversation, {"text": self._sentence()})
            if self._random.random() < _BESIDES:
                await self._besides(ledger, officer, conversation)
        ledger.verbs.update(self._pressing.pressed)
        opened = f"{await self._open_rows()} {self._log()[before:]}"
        ledger.faults += [Fault("open", "", what, "") for what in kept_open("the open columns or the log", opened)]

    def _sentence(self) -> str:
        line, other = (self._line() for _ in range(2))
        return mutated(self._random, line, other)

    def _line(self) -> str:
        return aimed_line(self._random, self._known) if self._random.random() < _AIMED else self._random.choice(_LINES)

    async def _besides(self, ledger: Ledger, officer: Officer, conversation: str) -> None:
        (kind,) = self._random.choices(_KINDS, weights=_SHARES)
        ledger.besides[kind] += 1
        said = await self._said(kind, officer, conversation)
        # What was lent was written by us.
        await self._watch.since(conversation)
        await self._turn(ledger, officer, conversation, said)

    async def _said(self, kind: str, officer: Officer, conversation: str) -> dict[str, Any]:
        match kind:
            case "plain line":
                return {"text": aimed_line(self._random, self._known)}
            case "own button":
                return {"value": self._pressing.own(officer, conversation)}
            case "lent button":
                return {"value": await self._pressing.lent(officer, conversation)}
            case "stolen button":
                return {"value": self._pressing.stolen(officer)}
            case _:
                return {"value": self._pressing.forged()}

    async def _turn(self, ledger: Ledger, officer: Officer, conversation: str, said: dict[str, Any]) -> None:
        self._clock.advance(_BETWEEN)
        activities, error = await self._heard(officer, conversation, said)
        seen = await self._watch.since(conversation)
        await self._pressing.take(conversation, activities)
        ledger.events.update(event for _, event, _ in seen.lines)
        ledger.light.update(brought_to_light(officer.roles, activities))
        ledger.faults += [Fault(kind, _role(officer), what, str(said)) for kind, what in self._faults(officer, activities, seen, error)]

    async def _heard(self, officer: Officer, conversation: str, said: dict[str, Any]) -> tuple[list[dict[str, Any]], str]:
        id = str(next(self._numbers))
        whole = {"type": "message", "id": id, "conversation": {"id": conversation}, **said}
        try:
            outcome = await self._hearing.hear(Heard("webchat", conversation, id, officer.id, whole))
        except Exception as trouble:  # noqa: BLE001 - whatever was raised is what is counted
            return [], type(trouble).__name__
        activities = [one.activity for one in outcome.answers]
        return activities, SORRY if any(SORRY in str(one.get("text")) for one in activities) else ""

    def _faults(self, officer: Officer, activities: list[dict[str, Any]], seen: Seen, error: str) -> list[tuple[str, str]]:
        return [
            *(("effect", what) for what in outside(seen, officer, self._jobs)),
            *(("shown", what) for what in shown_to(officer.roles, activities)),
            *(("open", what) for what in kept_open("the conversation's state", seen.state)),
            *([("error", error)] if error else []),
            *([("silent", "no answer")] if not activities and not error else []),
        ]

    async def _open_rows(self) -> str:
        async with self._database.reading() as uow:
            found = [await rows_of(uow, f"SELECT * FROM {table}") for table in _OPEN_TABLES]  # noqa: S608 - names of tables
        return " ".join(str(value) for some in found for row in some for value in row if not isinstance(value, bytes))


def _role(officer: Officer) -> str:
    return ", ".join(sorted(officer.roles))
