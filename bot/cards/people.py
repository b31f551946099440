"""How an officer is named on a card."""

from collections.abc import Iterable
from uuid import UUID

from domain.officers import Officer

NOT_LISTED = "an officer who is no longer on the list"


def said_of(officer: Officer) -> str:
    """To be told from others of that name."""
    return ", ".join(part for part in (officer.name, officer.collar, officer.team) if part)


def name_and_collar(officer: Officer) -> str:
    return " ".join(part for part in (officer.name, officer.collar) if part)


def named(names: Iterable[tuple[UUID, str]], officer: UUID) -> str:
    return dict(names).get(officer, NOT_LISTED)
