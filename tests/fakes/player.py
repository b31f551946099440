"""Plays a story of `tests/stories.py` through whole turns, each of which may meet a process that was started anew."""

from collections.abc import Callable, Sequence

from bot.handler import NmoHandler
from bot.heard import Heard
from bot.turns import Turns
from dialogs.breaches import BreachDialog
from dialogs.capability import Capability
from dialogs.guidance import GuidanceDialog
from dialogs.lookups import LookupDialog
from dialogs.root import RootDialog
from domain.clock import Clock
from domain.officers import Officer
from services.after_breaches import AfterBreaches
from services.breach_tasks import BreachTasks
from services.breaches import Breaches
from services.guidance import Guidance
from services.victim_updates import VictimUpdates
from storage.work import Database
from tests.fakes.chat import LIBRARY
from tests.fakes.talk import buttons, words
from tests.policies import unasked
from tests.story_parts import Input, Story


class Player:
    """One officer at one conversation. Nothing is kept between two inputs but what the database holds and the buttons that stand on the screen."""

    def __init__(self, database: Database, officer: Officer, clock: Clock, who: str) -> None:
        self._database = database
        self._officer = officer
        self._clock = clock
        self._who = who
        self.buttons: dict[str, str] = {}
        self.said: list[str] = []
        self.on_a_locked_phone: list[str] = []
        self.inputs = 0

    async def play(self, story: Story, between: Callable[[], None] = lambda: None) -> list[str]:
        for one in story.inputs:
            await self.take(one)
            between()
        return self.said

    async def take(self, one: Input) -> list[str]:
        """What is on the screen after this input."""
        self.inputs += 1
        id = f"{self.inputs}"
        said = {"text": one.text.format(who=self._who)} if one.text else {"value": {"action": self.buttons[one.title], **one.fields}}
        conversation = f"web-{self._officer.id}"
        whole = {"type": "message", "id": id, "conversation": {"id": conversation}, **said}
        outcome = await self._turns().hear(Heard("webchat", conversation, id, self._officer.id, whole))
        cards = [part["content"] for answer in outcome.answers for part in answer.activity.get("attachments", [])]
        self.buttons |= dict(buttons(cards))
        for answer in outcome.answers:
            self.on_a_locked_phone += [str(answer.activity.get(part, "")) for part in ("text", "summary")]
        self.on_a_locked_phone += [str(card.get("speak", "")) for card in cards]
        self.said = [*words(cards), *(answer.activity["text"] for answer in outcome.answers if "text" in answer.activity)]
        return self.said

    def _turns(self) -> Turns:
        work = self._database.work
        updates, tasks = VictimUpdates(work, self._clock, unasked), BreachTasks(work, self._clock, unasked)
        capabilities: Sequence[Capability] = [
            LookupDialog(work, self._clock, unasked),
            BreachDialog(Breaches(work, self._clock, AfterBreaches(updates, tasks))),
            GuidanceDialog(Guidance(work, self._clock, LIBRARY)),
        ]
        root = RootDialog([*capabilities], lambda line: LIBRARY.answer(line, self._clock().date()).answered)
        return Turns(self._database, self._clock, NmoHandler(root))
