"""The presses of duty on a contact's card: I have it, snooze, give to somebody; and for a supervisor take over and nudge."""

from datetime import datetime

from bot.cards.parts import Card, button
from bot.offers import Offer
from domain.contacts import ContactPlan
from domain.outbox import INSPECTOR, NO_ANSWER, OVERDUE, SUPERVISOR, UNREACHABLE

# Of what a supervisor is told.
ABOVE = (SUPERVISOR, INSPECTOR, OVERDUE, UNREACHABLE, NO_ANSWER)
I_HAVE_IT = "I have it"
SNOOZE = "Snooze"
GIVE = "Give to somebody"


def ways_of_duty(plan: ContactPlan, offer: Offer, now: datetime) -> list[Card]:
    which, turn = str(plan.id), str(plan.round)
    mine = [button(I_HAVE_IT, offer.press_once_alone("contact:acknowledge", which, round=turn))] if _can_be_had(plan, now) else []
    later = [button(SNOOZE, offer.press("contact:snooze", which, round=turn))] if now < plan.due.must_by else []
    return [*mine, *later, button(GIVE, offer.press("duty:give", which))]


def ways_above(plan: ContactPlan, offer: Offer) -> list[Card]:
    """A supervisor's: whoever may not is refused by the service."""
    which, turn = str(plan.id), str(plan.round)
    return [
        button("Take it over", offer.press_once_alone("duty:take_over", which, round=turn)),
        button("Nudge the owner", offer.press_once_alone("duty:nudge", which, round=turn)),
    ]


def _can_be_had(plan: ContactPlan, now: datetime) -> bool:
    return plan.acknowledged_at is None and plan.remind_at <= now
