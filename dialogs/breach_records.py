"""A record of a breach as it is shown: just sent, or looked at again with what came after it."""

from uuid import UUID

from bot.cards.breach_files import FORMS, ONLY_AT_THE_PAGE, with_files
from bot.cards.breach_signing import signed_card
from bot.cards.breaches import done_card
from bot.turn import Turn
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
    shown = with_files(signed_card(sent, turn.officer, offer), sent.breach, offer, turn.conversation.channel)
    turn.show(shown, offer, (sent.breach.id, sent.order.id))


def show_done(turn: Turn, sent: Sent) -> None:
    offer = turn.offer()
    turn.show(with_files(done_card(sent), sent.breach, offer, turn.conversation.channel), offer, (sent.breach.id, sent.order.id))
