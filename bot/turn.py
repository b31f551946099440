"""One turn as the dialogs see it: who speaks, what was said or pressed, and what is answered."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from botbuilder.core import TurnContext

from bot.cards.parts import as_message
from bot.offers import Offer
from domain.conversations import WEB, Action, Conversation, Message
from domain.errors import AssistantError
from domain.officers import Officer, Permission

_KEY = "nmo.turn"
ABOVE_ALL = "above"


@dataclass(frozen=True)
class Step:
    """One card of several that follow each other: `of` is what they are of, an id alone, and `done` what stands in its place once the next has come."""

    of: str
    done: str


@dataclass
class Turn:
    """What the handler knows of the turn; answers gather here and are sent after the commit.

    `listed`, for the next turn alone: the ids of the buttons of a list just shown, and of the line of the trail that seals what was typed.
    """

    officer: Officer
    conversation: Conversation
    now: datetime
    activity_id: str
    text: str = ""
    action: Action | None = None
    values: dict[str, str] = field(default_factory=dict)
    answers: list[Message] = field(default_factory=list)
    offered: list[Action] = field(default_factory=list)
    listed: dict[str, Any] | None = None

    @classmethod
    def of(cls, context: TurnContext) -> "Turn":
        turn: Turn = context.turn_state[_KEY]
        return turn

    def keep_in(self, context: TurnContext) -> None:
        context.turn_state[_KEY] = self

    def offer(self) -> Offer:
        """The buttons of one new card; give it to the card's builder, then to `show`."""
        return Offer(self.officer.id, self.conversation.id, self.now)

    def say(self, text: str, about: Iterable[UUID | str] = (), needs: Permission = Permission.LOOK_UP_ORDER) -> None:
        """Plain text, shown as it stands (markdown switched off)."""
        self.answer({"type": "message", "text": text, "textFormat": "plain", "inputHint": "expectingInput"}, about, needs)

    def show(
        self,
        card: dict[str, Any],
        offer: Offer | None = None,
        about: Iterable[UUID | str] = (),
        needs: Permission = Permission.LOOK_UP_ORDER,
        until: datetime | None = None,
        step: Step | None = None,
    ) -> None:
        """A card with the presses that were offered on it. At `until` it is taken away again; the next of the same `step` takes its place at the chat page."""
        activity = as_message(card)
        if step is not None and self.conversation.channel == WEB:
            activity["channelData"] = {"step": {"of": step.of, "done": step.done}}
        self.answer(activity, about, needs, until)
        if offer is not None:
            self.offered.extend(offer.actions)

    @contextmanager
    def unsaid_if_refused(self) -> Iterator[None]:
        """A refusal rolls back what was done, so what was answered about it, and where the dialog stood after it, go too."""
        conversation, answers, offered = self.conversation, len(self.answers), len(self.offered)
        try:
            yield
        except AssistantError:
            self.conversation = conversation
            del self.answers[answers:], self.offered[offered:]
            raise

    def remember(self, state: dict[str, Any]) -> None:
        """Keeps the dialog stack: ids only."""
        self.conversation = replace(self.conversation, state=state)

    def welcomed(self) -> None:
        """By what was answered last: at the chat page it stands above all that arrived before the officer came."""
        self.conversation = replace(self.conversation, welcomed_at=self.now)
        if self.conversation.channel == WEB and self.answers:
            self.answers[-1].activity["channelData"] = {ABOVE_ALL: True}

    def lose(self) -> None:
        """The app was taken away here: nothing can be sent until the officer speaks again."""
        self.conversation = replace(self.conversation, reachable=False)

    def answer(
        self,
        activity: dict[str, Any],
        about: Iterable[UUID | str] = (),
        needs: Permission = Permission.LOOK_UP_ORDER,
        until: datetime | None = None,
    ) -> None:
        named = frozenset(str(one) for one in about)
        self.answers.append(Message(uuid4(), self.conversation.id, activity, self.now, named, needs, self.activity_id, until=until))
