"""The words of the welcome's own buttons, typed: each begins what the button begins."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.alarm_words import asks_how_reminders_stand
from bot.guidance_words import approval_asked, asks_for_questions
from bot.intents import names_guidance
from bot.plan_words import asks_for_contact_policy
from domain.officers import Permission


@dataclass(frozen=True)
class TypedButton:
    """The dialog that the button begins, what that is given, and what the officer must be allowed for it."""

    dialog: str
    given: Mapping[str, Any] = field(default_factory=dict)
    needs: Permission | None = None


_BY_THEMSELVES: tuple[tuple[Callable[[str], bool], TypedButton], ...] = (
    (asks_for_contact_policy, TypedButton("contact_plans", needs=Permission.SEE_CONTACT_POLICY)),
    (asks_for_questions, TypedButton("guidance_questions")),
    (asks_how_reminders_stand, TypedButton("alarms")),
)


def button_typed(text: str) -> TypedButton | None:
    if names_guidance(text):
        return TypedButton("guidance", {"text": text, "list": True})
    approval = approval_asked(text)
    if approval is not None:
        return TypedButton("guidance_approvals", {"page": approval.page})
    return next((button for is_said, button in _BY_THEMSELVES if is_said(text)), None)
