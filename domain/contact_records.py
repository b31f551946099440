"""What officers changed of a contact plan, and why: each change a line of its own that is never altered, and undone for some minutes."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from domain.contact_undo import kept, taken_back
from domain.contacts import ContactPlan, PlanState, Risk
from domain.errors import Unreadable

LONGEST_WORDS = 1_000
SAY_WHY = "Say why in a few words. Nothing was changed."
CHANGED_SINCE = "This plan has been changed since that card was drawn, so nothing was changed. This is how it stands now."


class Changed(StrEnum):
    RISK = "risk"
    FREQUENCY = "frequency"
    PAUSE = "pause"
    RESUMED = "resumed"
    DECLINE = "decline"
    WANTED = "wanted"
    EVENT = "event"
    HEARING = "hearing"


@dataclass(frozen=True)
class PlanChange:
    """`value` is what it was changed to, or the event; `happened_at` is of an event; `words` are the officer's own."""

    id: UUID
    plan: UUID
    at: datetime
    officer: UUID
    what: Changed
    value: str
    words: str = ""
    happened_at: datetime | None = None


def reason_of(words: str, *, needed: bool) -> str:
    """Raises Unreadable."""
    said = words.strip()
    if needed and not said:
        raise Unreadable(SAY_WHY)
    if len(said) > LONGEST_WORDS:
        raise Unreadable(f"That is longer than {LONGEST_WORDS:,} characters and was not kept. Please say it shorter.")
    return said


def kept_whole(before: ContactPlan) -> str:
    """What a change of a plan changes, as text."""
    moments = {name: getattr(before, name) for name in ("paused_until", "declined_at")}
    return json.dumps(
        {
            **json.loads(kept(before)),
            **{name: None if moment is None else moment.isoformat() for name, moment in moments.items()},
            "risk": before.risk.value,
            "agreed_days": before.agreed_days,
            "state": before.state.value,
        }
    )


def whole_taken_back(plan: ContactPlan, before: str, changed_at: datetime, now: datetime) -> ContactPlan:
    """The plan as it was before the change, owed anew from this minute. Raises Outdated."""
    was = json.loads(before)
    moments: dict[str, Any] = {
        name: None if was[name] is None else datetime.fromisoformat(was[name]) for name in ("paused_until", "declined_at")
    }
    back = taken_back(plan, before, changed_at, now)
    return replace(back, risk=Risk(was["risk"]), agreed_days=was["agreed_days"], state=PlanState(was["state"]), **moments)
