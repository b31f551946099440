"""Answers what is put to the bot in the midst of a record; the record stays as it was."""

from bot.asides import Aside
from bot.cards.breach_follow_ups import with_follow_ups
from bot.cards.parts import Card
from bot.turn import Turn
from dialogs.lookups import conditions_words
from domain.breaches.drafts import BreachDraft
from domain.breaches.questions import SIX
from domain.london import long_date
from domain.lookups import safe_particulars
from domain.officers import Officer
from domain.orders import Order
from services.breaches import Breaches, Sent

NOT_WHOLE = "There is an answer still to give before this can be sent. Nothing was changed."
ALREADY = "You are in a record already. To record another breach, stop this one first: your answers are kept."
NO_SUCH = f"There is no such question: they are numbered 1 to {SIX}. Nothing was changed."
UNCLEAR = "I took that as said to me, so it is not kept as your answer and nothing was changed. If it is your answer, type it again after 'answer:'."
CHECKED = "A person has checked this order's conditions against the sealed order: read them word for word with Conditions on the order's card, or Open the order."


async def answer_aside(breaches: Breaches, turn: Turn, draft: BreachDraft, aside: Aside) -> None:
    """Reads the order only where the answer is in it."""
    if aside is Aside.SEND:
        turn.say(NOT_WHOLE)
    elif aside is Aside.RECORD:
        turn.say(ALREADY)
    else:
        order = (await breaches.told(turn.officer, draft.id)).order
        conditions = CHECKED if order.conditions_checked else conditions_words(order)
        turn.say(conditions if aside is Aside.CONDITIONS else whose(order, turn.officer), about=(draft.id, order.id))


def show_with_follow_ups(turn: Turn, card: Card, sent: Sent) -> None:
    """The card of a record, with what stands beside it and the ways to it."""
    offer = turn.offer()
    turn.show(with_follow_ups(card, sent, offer, turn.now), offer, (sent.breach.id, sent.order.id))


def which(order: Order, officer: Officer) -> str:
    """In a card alone: a name is never in what a locked phone shows."""
    return f"{order.reference}, {safe_particulars(order, officer).respondent.name}"


def whose(order: Order, officer: Officer) -> str:
    respondent = safe_particulars(order, officer).respondent
    born = f", born {long_date(order.respondent.dob)}" if respondent.dob and order.respondent.dob else ""
    return f"This record is of order {order.reference}. The respondent is {respondent.name}{born}."
