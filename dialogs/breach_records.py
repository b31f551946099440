"""A record of a breach as it is shown: just sent, or looked at again with what came after it."""

from uuid import UUID

from bot.cards.breach_files import FORMS, ONLY_AT_THE_PAGE, with_files
from bot.cards.breach_follow_ups import with_follow_ups
from bot.cards.breach_signing import signed_card
from bot.cards.breaches import done_card
from bot.cards.parts import Card
from bot.offers import Offer
from bot.turn import Step, Turn
from domain.conversations import Action
from services.breaches import Breaches, Sent

RECORD_VERBS = ("breach:show", *FORMS)


async def pressed_on_record(breaches: Breaches, turn: Turn, action: Action) -> None:
    """A press for a file that comes here was made where none can be saved: the text of it is shown instead."""
    sent = await breaches.show(turn.officer, UUID(action.object))
    if action.verb in FORMS:
        turn.say(ONLY_AT_THE_PAGE)
    show_record(turn, sent)


def show_record(turn: Turn, sent: Sent) -> None:
    offer = turn.offer()
    _show(turn, sent, signed_card(sent, turn.officer, offer), offer)


def show_done(turn: Turn, sent: Sent) -> None:
    _show(turn, sent, done_card(sent), turn.offer(), Step(str(sent.breach.id), "Recorded. It is shown again below."))


def _show(turn: Turn, sent: Sent, card: Card, offer: Offer, step: Step | None = None) -> None:
    """With what stands beside the record, the ways to it, and the ways to save it."""
    whole = with_files(with_follow_ups(card, sent, offer, turn.now), sent.breach, offer, turn.conversation.channel)
    turn.show(whole, offer, (sent.breach.id, sent.order.id), step=step)
