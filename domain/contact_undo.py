"""A contact recorded by mistake: what the plan was before is kept with the button that brings it back, for a few minutes."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from domain.contacts import ContactPlan, Due, Outcome, PlanState, Why
from domain.errors import Outdated
from domain.undoing import WITHIN_WORDS, is_past_undoing

TOO_LATE = f"More than {WITHIN_WORDS} have passed, so this stays on the record. Tell your supervisor, and record what is right when you have spoken."
MOVED_ON = "Something else has happened with this contact since, so nothing was undone. Ask for your contacts to see how things stand."


@dataclass(frozen=True)
class Undoable:
    """What was recorded at that moment, and the plan before it."""

    before: ContactPlan
    at: datetime


def kept(before: ContactPlan) -> str:
    """The part of the plan that recording a contact changes, as text."""
    return json.dumps(
        {
            "version": before.version,
            "ahead": [[due.why.value, due.remind_at.isoformat(), due.must_by.isoformat()] for due in before.ahead],
            "remind_at": before.remind_at.isoformat(),
            "last_outcome": None if before.last_outcome is None else before.last_outcome.value,
            "last_contact_at": None if before.last_contact_at is None else before.last_contact_at.isoformat(),
            "no_answers": before.no_answers,
            "snoozes": before.snoozes,
            "state": before.state.value,
            "paused_until": None if before.paused_until is None else before.paused_until.isoformat(),
            "declined_at": None if before.declined_at is None else before.declined_at.isoformat(),
        }
    )


def taken_back(plan: ContactPlan, before: str, recorded_at: datetime, now: datetime) -> ContactPlan:
    """The plan as it was, owed anew from this minute: cards of the round that was taken back stay history. Raises Outdated."""
    if is_past_undoing(recorded_at, now):
        raise Outdated(TOO_LATE)
    was = json.loads(before)
    if plan.version != was["version"] + 1:
        raise Outdated(MOVED_ON)
    return _as_it_was(plan, was, now)


def untold(plan: ContactPlan, before: str, now: datetime) -> ContactPlan | None:
    """The plan without what an event brought forward that never happened; None where anything else has happened with the plan since."""
    was = json.loads(before)
    if plan.version != was["version"] + 1:
        return None
    state, paused_until, declined_at = PlanState(was["state"]), _moment(was["paused_until"]), _moment(was["declined_at"])
    return replace(_as_it_was(plan, was, now), state=state, paused_until=paused_until, declined_at=declined_at)


def _as_it_was(plan: ContactPlan, was: dict[str, Any], now: datetime) -> ContactPlan:
    moment = datetime.fromisoformat
    return replace(
        plan,
        ahead=tuple(Due(Why(why), moment(remind_at), moment(must_by)) for why, remind_at, must_by in was["ahead"]),
        remind_at=max(now, moment(was["remind_at"])),
        last_outcome=None if was["last_outcome"] is None else Outcome(was["last_outcome"]),
        last_contact_at=_moment(was["last_contact_at"]),
        no_answers=was["no_answers"],
        round=plan.round + 1,
        version=plan.version + 1,
        acknowledged_at=None,
        snoozes=was.get("snoozes", plan.snoozes),
    )


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
