"""What a story of a breach is made of: the inputs of an officer, and what the record must say in the end."""

from dataclasses import dataclass, field
from typing import Any

RECORD, NEXT, SEND, YES_THAT_ORDER = "Record a breach", "Next", "Send", "Yes, record it for that order"
MOST_SIMPLE, MOST_FULL, MOST_FIELDS = 12, 25, 6


@dataclass(frozen=True)
class Input:
    """A message, or a press of the newest button of that title with what is filled in beside it."""

    text: str = ""
    title: str = ""
    fields: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Story:
    """`simple`: one condition, and the facts in the first message. `order` is what is special about the order; `holds` what the record must say, by question."""

    name: str
    inputs: tuple[Input, ...]
    holds: dict[str, tuple[str, ...] | str]
    simple: bool = False
    order: dict[str, Any] = field(default_factory=dict)
    who: str = "john smith dob 12/3/85"


def say(text: str) -> Input:
    return Input(text=text)


def press(title: str, **fields: str) -> Input:
    return Input(title=title, fields=fields)
