"""Of duty on a contact's card: why one is told of it, and the presses: I have it, snooze, give to somebody; and for a supervisor take over and nudge."""

from datetime import datetime

from bot.cards.parts import Card, button
from bot.offers import Offer
from domain.contacts import ContactPlan
from domain.contacts.putting_off import why_not
from domain.escalation import kind_of
from domain.outbox import (
    DEPUTY,
    HANDED_OVER,
    INSPECTOR,
    NO_ANSWER,
    NUDGE,
    OPENING,
    OVERDUE,
    REPEAT,
    STILL_OPEN,
    SUPERVISOR,
    UNREACHABLE,
)
from domain.safe_windows import is_within
from services.sending import Reminder

# Of what a supervisor is told.
ABOVE = (SUPERVISOR, INSPECTOR, OVERDUE, UNREACHABLE, NO_ANSWER)
I_HAVE_IT = "I have it"
SNOOZE = "Snooze"
GIVE = "Give to somebody"
CLOSED_AGAIN = "A safe window has opened and closed again since this was planned. Ring in the next one, which stands below."
_TOLD = {
    OVERDUE: "Overdue: nothing has been recorded by the time this had to be done. You are told as supervisor.",
    UNREACHABLE: "The officer this was for cannot be reached in chat. You are told as supervisor.",
    HANDED_OVER: "This contact is yours now: it was with the orders desk until the court gave a postcode.",
    REPEAT: "You were reminded of this before, and nobody has said yet that they have it.",
    STILL_OPEN: "You said that you have this. It is still open, and the time it must be done by comes nearer.",
    NUDGE: "A supervisor asks you about this contact: nobody has recorded it yet.",
    DEPUTY: "Its owner has not answered. You are told as the owner's cover or colleague: press I have it where you make this contact.",
    SUPERVISOR: "Neither the owner nor a colleague has answered. You are told as supervisor.",
    INSPECTOR: "Nobody has answered, nor has a supervisor settled it. You are told as duty inspector.",
    OPENING: "The safe window is open now. Read the safe contact again before you ring: what is safe changes.",
    NO_ANSWER: "Nobody answered, twice or more in a row. You are told as supervisor: decide what happens next.",
}


def told_in(reminder: Reminder, now: datetime) -> str | None:
    """Why it is sent, where that is no first reminder. Of a window that has closed again by the time the word of its opening is sent, that is said instead."""
    kind = kind_of(reminder.row.stage)
    ways = reminder.beside.ways if reminder.beside else None
    return CLOSED_AGAIN if kind == OPENING and ways and not is_within(ways.windows, now) else _TOLD.get(kind)


def ways_of_duty(plan: ContactPlan, offer: Offer, now: datetime, snoozes: int) -> list[Card]:
    """What is allowed now: so many `snoozes` are."""
    which, turn = str(plan.id), str(plan.round)
    mine = [button(I_HAVE_IT, offer.press_once_alone("contact:acknowledge", which, round=turn))] if _can_be_had(plan, now) else []
    later = [button(SNOOZE, offer.press("contact:snooze", which, round=turn))] if not why_not(plan, now, snoozes) else []
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
