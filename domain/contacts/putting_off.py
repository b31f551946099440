"""A reminder is put off, and never past the time its contact must be made."""

from datetime import datetime, timedelta

from domain.contacts.cadences import HOUR
from domain.contacts.plans import ContactPlan, moved
from domain.errors import Outdated


def snoozed(plan: ContactPlan, now: datetime, by: timedelta = HOUR) -> ContactPlan:
    """Reminds again later, never later than the contact must be made."""
    if now >= plan.due.must_by:
        raise Outdated("This contact is past the time it had to be made by, so it cannot be put off. Make it now, or tell your supervisor.")
    return moved(plan, remind_at=min(now + by, plan.due.must_by))
