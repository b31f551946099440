"""The buttons of one card: each gets an opaque id; what it does stays on the server."""

import secrets
from datetime import datetime
from uuid import UUID, uuid4

from domain.conversations import CARD_LIFE, Action


class Offer:
    """Mints presses while a card is drawn; its `actions` are saved in the turn's transaction (or the outbox's)."""

    def __init__(self, officer: UUID, conversation: str, now: datetime) -> None:
        self._officer = officer
        self._conversation = conversation
        self._expires_at = now + CARD_LIFE
        self.card = uuid4()
        self.actions: list[Action] = []

    def press(self, verb: str, object: str = "", **details: str) -> dict[str, str]:
        """Button data for something that may be pressed again (showing, starting)."""
        return self._mint(verb, object, details, once=False)

    def press_once(self, verb: str, object: str = "", **details: str) -> dict[str, str]:
        """Button data for something that happens once; pressing it uses up every such button of the card."""
        return self._mint(verb, object, details, once=True)

    def _mint(self, verb: str, object: str, details: dict[str, str], once: bool) -> dict[str, str]:
        action = Action(
            id=secrets.token_urlsafe(16),
            verb=verb,
            object=object,
            officer=self._officer,
            conversation=self._conversation,
            card=self.card,
            expires_at=self._expires_at,
            details=details,
            once=once,
        )
        self.actions.append(action)
        return {"action": action.id}
