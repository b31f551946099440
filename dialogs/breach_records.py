"""Shows a record of a breach, with what came after it, to whoever asked for it."""

from bot.cards.breach_signing import signed_card
from bot.turn import Turn
from services.breaches import Sent


def show_record(turn: Turn, sent: Sent) -> None:
    offer = turn.offer()
    turn.show(signed_card(sent, turn.officer, offer), offer, about=(sent.breach.id, sent.order.id))
