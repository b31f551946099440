"""The buttons of one card: each gets an opaque id; what it does stays on the server."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from domain.conversations import CARD_LIFE, Action
from domain.ids import id_at, secret_at


class Offer:
    """Mints presses while a card is drawn; its `actions` are saved in the turn's transaction (or the outbox's).

    The ids of one card share a secret of 128 bits, so that they lie side by side where they are kept, cards of one moment beside each other: whoever has one has them all in view.
    """

    def __init__(self, officer: UUID, conversation: str, now: datetime) -> None:
        self._officer = officer
        self._conversation = conversation
        self._now = now
        self._expires_at = now + CARD_LIFE
        self.card = id_at(now)
        self._secret = secret_at(now)
        self.actions: list[Action] = []

    def press(self, verb: str, subject: str = "", **details: str) -> dict[str, str]:
        """Button data for something that may be pressed again (showing, starting)."""
        return self._mint(self._action(verb, subject, details))

    def press_once(self, verb: str, subject: str = "", **details: str) -> dict[str, str]:
        """Button data for something that happens once; pressing it uses up every such button of the card."""
        return self._mint(self._action(verb, subject, details, once=True))

    def press_once_alone(self, verb: str, subject: str = "", **details: str) -> dict[str, str]:
        """Button data for something that happens once and settles nothing: the card's other buttons stay as they were."""
        return self._mint(self._action(verb, subject, details, once=True, card=id_at(self._now)))

    def hold_beside(self, verb: str, **details: str) -> None:
        """Gives every press of that verb on this card these details as well."""
        self.actions = [replace(one, details=one.details | details) if one.verb == verb else one for one in self.actions]

    def _action(self, verb: str, subject: str, details: dict[str, str], *, once: bool = False, card: UUID | None = None) -> Action:
        return Action(
            id=f"{self._secret}{len(self.actions):02}",
            verb=verb,
            object=subject,
            officer=self._officer,
            conversation=self._conversation,
            card=card or self.card,
            expires_at=self._expires_at,
            details=details,
            once=once,
        )

    def _mint(self, action: Action) -> dict[str, str]:
        self.actions.append(action)
        return {"action": action.id}
