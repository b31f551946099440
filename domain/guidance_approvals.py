"""Who stands for a page that a force writes itself: it counts once a second person has approved it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from domain.errors import NotAllowed, NotFound
from domain.officers import Officer

OWN_PAGE = "You wrote this page. Somebody else has to approve it."
NO_AUTHOR = "The page's author is no officer of this force. Put the officer's id, or the name as the register has it, under author."


@dataclass(frozen=True)
class Approval:
    """`digest` is the SHA-256 of the file as it was read, `text` the file itself: what was approved is shown, whatever becomes of the file."""

    page: str
    number: int
    digest: str
    text: str
    by: UUID
    who: str
    at: datetime


def demand_second_person(author: str, approver: Officer, officers: Iterable[Officer]) -> None:
    """The author is somebody the register knows: a made-up name would let whoever wrote the page approve it."""
    if is_named(approver, author):
        raise NotAllowed(OWN_PAGE)
    if not any(is_named(one, author) for one in officers):
        raise NotFound(NO_AUTHOR)


def is_named(officer: Officer, author: str) -> bool:
    return _plain(author) in {str(officer.id), _plain(officer.name)}


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
