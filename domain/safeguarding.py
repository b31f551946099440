"""The safeguarding plan that is kept with a contact plan: children, who else helps, MARAC, and whether another measure was considered; every version stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.errors import Unreadable

LONGEST = 500
NOTHING = "Nothing is in it. Fill in at least one field, then press Keep it."
NOT_CHANGED = "It says the same as the version before, so no new version was made."
NO_DATE = "Give the MARAC date as a day, such as 2026-11-24, or leave it empty."
# Name, label and whether it is written at length; the MARAC date stands apart.
WRITTEN = (
    ("children", "Children: who, how old, where"),
    ("idva", "IDVA or other advocate"),
    ("agencies", "Other agencies and who there"),
    ("considered", "Another order or measure considered, and what was decided"),
    ("other", "What else keeps the person safe"),
)
CONSIDER = (
    "Consider an order: does this one still fit what happens now? Where it ends soon, was broken, or does not cover somebody, another measure may "
    "fit beside it. It never replaces dealing with an offence."
)


@dataclass(frozen=True)
class SafeguardingPlan:
    """One version, as an officer left it at that moment."""

    plan: UUID
    version: int
    at: datetime
    officer: UUID
    children: str = ""
    idva: str = ""
    marac: date | None = None
    agencies: str = ""
    considered: str = ""
    other: str = ""


def written(values: Mapping[str, str], plan: UUID, before: SafeguardingPlan | None, officer: UUID, at: datetime) -> SafeguardingPlan:
    """The next version. Raises Unreadable where it is empty, too long, or says what the one before said."""
    said = {name: values.get(name, "").strip() for name, _ in WRITTEN}
    for name, label in WRITTEN:
        if len(said[name]) > LONGEST:
            raise Unreadable(f"{label}: that is longer than {LONGEST} characters and was not kept. Please say it shorter.")
    fresh = SafeguardingPlan(plan, (before.version if before else 0) + 1, at, officer, marac=_marac(values.get("marac", "")), **said)
    if before is None and _content(fresh) == _content(SafeguardingPlan(plan, 0, at, officer)):
        raise Unreadable(NOTHING)
    if before is not None and _content(fresh) == _content(before):
        raise Unreadable(NOT_CHANGED)
    return fresh


def _marac(said: str) -> date | None:
    try:
        return date.fromisoformat(said.strip()) if said.strip() else None
    except ValueError as trouble:
        raise Unreadable(NO_DATE) from trouble


def _content(one: SafeguardingPlan) -> tuple[object, ...]:
    return one.marac, *(getattr(one, name) for name, _ in WRITTEN)
