"""The history of an order, oldest first, one line an event."""

from bot.cards.parts import Card, card, heading, line
from domain.histories import event_words
from domain.order_states import last_confirmed
from services.histories import History

SHOWN_AT_MOST = 30


def history_card(history: History) -> Card:
    left_out = len(history.events) - SHOWN_AT_MOST
    more = [line(f"The {left_out} oldest entries are not shown here.")] if left_out > 0 else []
    lines = [{**line(event_words(one)), "separator": True} for one in history.events[-SHOWN_AT_MOST:]]
    body = [heading(f"History of {history.order.reference}"), line(last_confirmed(history.order), strong=True), *more, *lines]
    return card(body, speak="The history of an order.")
