"""The notice that an order has changed: its reference, the same words for every order, and a press to show it."""

from bot.cards.contacts import REPEAT, draw_reminder
from bot.cards.parts import Card, button, card, heading, line
from bot.offers import Offer
from bot.turn import SUMMARY
from domain.clock import Clock
from domain.outbox import Draw, Drawn
from services.sending import Notice, Reminder

CHANGED_HEADING = "An order you asked to hear about has changed"
OPEN_IT = "Press Show the order to see how it stands now."


def draw_outgoing(one: Reminder | Notice, clock: Clock) -> Draw:
    return draw_notice(one, clock) if isinstance(one, Notice) else draw_reminder(one, clock)


def draw_notice(notice: Notice, clock: Clock) -> Draw:
    """Draws it for whichever conversation it goes to."""

    def draw(conversation_id: str) -> Drawn:
        offer = Offer(notice.row.recipient, conversation_id, clock())
        attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "content": notice_card(notice, offer)}
        activity = {"type": "message", "summary": SUMMARY, "attachments": [attachment]}
        return Drawn(activity, frozenset({str(notice.order_id)}), tuple(offer.actions))

    return draw


def notice_card(notice: Notice, offer: Offer) -> Card:
    repeat = [line(REPEAT)] if notice.row.repeat else []
    id = str(notice.order_id)
    presses = [button("Show the order", offer.press("order:open", id)), button("Stop telling me", offer.press("order:unwatch", id))]
    which = [line(notice.reference, strong=True)] if notice.reference else []
    return card([heading(CHANGED_HEADING), *which, line(OPEN_IT), *repeat], presses, speak=f"{CHANGED_HEADING}.")
