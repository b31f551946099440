"""What the web chat needs from the rest: the transcript, somebody who hears, the orders' papers, the records' files, and the people one can be."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from bot.files.breach import RecordFile
from domain.documents import Document

Activity = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Line:
    """One committed message of a conversation. Its activity has an `id` and a `timestamp`."""

    seq: int
    activity: Activity


@dataclass(frozen=True, slots=True)
class Arrival:
    seq: int
    conversation: str


@dataclass(frozen=True, slots=True)
class Someone:
    """`roles` and `does` in words, as the page shows them."""

    id: UUID
    name: str
    roles: tuple[str, ...]
    does: str


class Transcript(Protocol):
    async def since(self, conversation: str, watermark: int, not_before: datetime) -> list[Line]:
        """Lines after the watermark, ordered by seq, redacted as of now."""
        ...

    async def newest(self) -> int:
        """The highest seq committed in any conversation, 0 if there is none."""
        ...

    async def arrivals(self, after: int) -> list[Arrival]:
        """Every committed line with a higher seq, in any conversation: asked several times a second, so two columns of one index."""
        ...


class Desk(Protocol):
    async def hear(self, activity: Activity, officer_id: UUID) -> None:
        """Runs the turn. What the person said and what is answered reach the transcript by its commit.

        Raises AssistantError, with words for the person, when the turn was refused and nothing was committed.
        """
        ...


class Shelf(StrEnum):
    """Where a paper lies: with its order, or kept aside until somebody takes it."""

    ORDERS = "orders"
    WAITING = "waiting"


class Papers(Protocol):
    async def named(self, action: str, officer_id: UUID, conversation: str) -> tuple[Shelf, UUID]:
        """The order, or the paper that waits, for which this press asks; raises AssistantError where it is no such press of theirs."""
        ...

    async def open(self, shelf: Shelf, id: UUID, officer_id: UUID) -> Document:
        """Raises AssistantError, with words for the person, where it is not held or not theirs to see."""
        ...


class Files(Protocol):
    async def made(self, action: str, officer_id: UUID, conversation: str) -> RecordFile:
        """The file that this press asks for; raises AssistantError, with words for the person, where there is none for them."""
        ...


class Uploads(Protocol):
    async def take(self, name: str, content: bytes, officer_id: UUID) -> str:
        """The id of the press that shows what was read of the file; raises AssistantError, with words for the person, where it is not taken."""
        ...


class Roster(Protocol):
    async def people(self) -> list[Someone]: ...
