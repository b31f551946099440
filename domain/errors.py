"""Refusals that a person can act on."""


class AssistantError(Exception):
    """A refusal the officer can act on. `advice` is shown as it stands; keep names out of it."""

    def __init__(self, advice: str) -> None:
        super().__init__(advice)
        self.advice = advice


class NotFound(AssistantError):
    """The thing asked for is not in the register, or no longer is."""


class NotAllowed(AssistantError):
    """The actor's roles do not carry the permission."""


class Outdated(AssistantError):
    """Somebody else changed the matter first, or the card's time has passed."""


class PressedTwice(Outdated):
    """The same button again within seconds: one press to whoever made it, and answered already."""


class NotTheirs(Outdated):
    """A button that was offered to somebody else, or elsewhere; told apart for the trail only."""


class Unreadable(AssistantError):
    """What was typed or sent cannot be read as what was asked for."""


class Busy(AssistantError):
    """The database could not be had in time; nothing was saved."""


class StorageFull(AssistantError):
    """The disk takes no more; nothing was saved."""
