"""A reminder is put off, so often and no further, and never past the time its contact must be made; or somebody says that they have it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from uuid import UUID

from domain.contacts.cadences import HOUR
from domain.contacts.plans import ContactPlan, moved
from domain.errors import Outdated, Unreadable
from domain.london import deadline, long_moment, to_london
from domain.mornings import MORNING, clock_at

EVENING = time(18)
TOO_LATE = "This contact is past the time it had to be made by, so it cannot be put off. Make it now, or tell your supervisor."
TOO_OFTEN = "This contact has been put off {} already, and no more is allowed. Make it, give it to somebody else, or tell your supervisor."
ASKS_WHY = "Say why it is put off again: type the reason beside it. Nothing was changed."
PASSED = "That is past already. Nothing was changed."
NOT_OUT_YET = "You have not been reminded of this contact yet: that comes on {}. Nothing was changed."
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Way:
    """One of the short list: `words` stand on the button. What is `after` some time counts from the press, the others are moments."""

    words: str
    until: datetime
    after: timedelta | None = None


def ways_to_put_off(plan: ContactPlan, now: datetime) -> list[Way]:
    """What can be chosen now: only what is before the contact must be made."""
    return [way for way in _ways(now) if now < way.until < plan.due.must_by]


def _ways(now: datetime) -> Iterator[Way]:
    today = to_london(now).date()
    for words, after in (("30 minutes", HOUR / 2), ("1 hour", HOUR), ("2 hours", 2 * HOUR)):
        yield Way(words, now + after, after)
    yield Way("This evening", clock_at(today, EVENING))
    yield Way("Tomorrow morning", clock_at(today + _DAY, MORNING))


def why_not(plan: ContactPlan, now: datetime, most: int, until: datetime | None = None) -> str:
    """Why it cannot be put off at all, or not until then; empty where it can."""
    by = deadline(plan.due.must_by)
    if now >= plan.due.must_by:
        return f"it had to be done by {by}"
    if plan.snoozes >= most:
        return "it has been put off as often as is allowed"
    return f"it must be done by {by}" if until is not None and until > plan.due.must_by else ""


def snoozed(plan: ContactPlan, now: datetime, until: datetime, reason: str = "", most: int = 3, reason_from: int = 2) -> ContactPlan:
    """Reminds again then. `most` times of one contact, from the one numbered `reason_from` with a reason. Raises Outdated or Unreadable, with words to show."""
    if now >= plan.due.must_by:
        raise Outdated(TOO_LATE)
    if plan.snoozes >= most:
        raise Outdated(TOO_OFTEN.format("once" if most == 1 else f"{most} times"))
    if until <= now:
        raise Unreadable(PASSED)
    if until > plan.due.must_by:
        raise Unreadable(
            f"{long_moment(until)} is after the time this contact must be made by, {deadline(plan.due.must_by)}. Nothing was changed."
        )
    if asks_why(plan, reason_from) and not reason.strip():
        raise Unreadable(ASKS_WHY)
    return moved(plan, remind_at=until, snoozes=plan.snoozes + 1, acknowledged_at=None)


def asks_why(plan: ContactPlan, reason_from: int) -> bool:
    return plan.snoozes + 1 >= reason_from


def acknowledged(plan: ContactPlan, now: datetime) -> ContactPlan:
    """Somebody has it: nobody else is told for now. It settles nothing, and what was not brought up yet cannot be acknowledged."""
    if plan.remind_at > now:
        raise Outdated(NOT_OUT_YET.format(long_moment(plan.remind_at)))
    return moved(plan, acknowledged_at=now)


def given_to(plan: ContactPlan, owner: UUID) -> ContactPlan:
    """Another owner's from now on, who has acknowledged nothing yet; what is owed stays as it was."""
    return moved(plan, owner=owner, acknowledged_at=None)
