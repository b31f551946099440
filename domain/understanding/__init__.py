"""What an officer's line asks for and the facts in it, for the public contract's `understand`; `entities.md` beside this says what each entity is."""

from domain.understanding.intents import Intent
from domain.understanding.reading import Understood, is_surely, shares, understand

__all__ = ["Intent", "Understood", "is_surely", "shares", "understand"]
