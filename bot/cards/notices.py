"""The notice that an order has changed: its reference, the same words for every order, and a press to show it."""

from bot.cards.contacts import REPEAT, draw_reminder
from bot.cards.parts import Card, as_message, button, card, heading, line
from bot.offers import Offer
from domain.clock import Clock
from domain.london import long_moment
from domain.officers import Permission
from domain.outbox import MANY, TASK_LATE, TASK_STAGES, Draw, Drawn
from services.sending import Notice, Reminder

CHANGED_HEADING = "An order you asked to hear about has changed"
OPEN_IT = "Press Show the order to see how it stands now."

EVIDENCE_DUE = "Evidence of a breach is due"
EVIDENCE_LATE = "Evidence of a breach is overdue: you are told as supervisor"
MANY_HEADING = "Many look-ups by one officer"
WHAT_TO_DO = "Whom they looked up is not said here: ask them why, or ask for the audit trail of this officer. They are not stopped from looking people up."


def draw_outgoing(one: Reminder | Notice, clock: Clock) -> Draw:
    return draw_notice(one, clock) if isinstance(one, Notice) else draw_reminder(one, clock)


def draw_notice(notice: Notice, clock: Clock) -> Draw:
    """Draws it for whichever conversation it goes to."""

    def draw(conversation_id: str) -> Drawn:
        offer = Offer(notice.row.recipient, conversation_id, clock())
        needs = Permission.SEE_LOOK_UPS if notice.row.stage == MANY else Permission.LOOK_UP_ORDER
        return Drawn(as_message(notice_card(notice, offer)), frozenset({str(notice.order_id)}), tuple(offer.actions), needs)

    return draw


def notice_card(notice: Notice, offer: Offer) -> Card:
    repeat = [line(REPEAT)] if notice.row.repeat else []
    if notice.row.stage == MANY:
        return card([heading(MANY_HEADING), line(_many(notice)), line(WHAT_TO_DO), *repeat], speak=f"{MANY_HEADING}.")
    if notice.row.stage in TASK_STAGES:
        return _of_evidence(notice, offer, repeat)
    id = str(notice.order_id)
    presses = [button("Show the order", offer.press("order:open", id)), button("Stop telling me", offer.press("order:unwatch", id))]
    which = [line(notice.reference, strong=True)] if notice.reference else []
    return card([heading(CHANGED_HEADING), *which, line(OPEN_IT), *repeat], presses, speak=f"{CHANGED_HEADING}.")


def _of_evidence(notice: Notice, offer: Offer, repeat: list[Card]) -> Card:
    """The record's reference and how many tasks: what the evidence is of is seen once it is opened."""
    title = EVIDENCE_LATE if notice.row.stage == TASK_LATE else EVIDENCE_DUE
    open_still = f"{notice.reference}: {notice.number} {'task is' if notice.number == 1 else 'tasks are'} still open."
    press = button("Show the tasks", offer.press("task:breach", str(notice.row.plan)))
    return card([heading(title), line(open_still), *repeat], [press], speak=f"{title}.")


def _many(notice: Notice) -> str:
    who = notice.officer
    named = "Somebody who is no longer on the list" if who is None else " ".join(part for part in (who.name, who.collar) if part)
    return f"{named} has looked up more than {notice.number} people in an hour, up to {long_moment(notice.row.due_at)}."
