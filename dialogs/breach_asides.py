"""Answers what is put to the bot in the midst of a record; the record stays as it was."""

from bot.asides import Aside
from bot.cards.breaches import whose_card
from bot.turn import Turn
from dialogs.lookups import conditions_words
from domain.breaches.drafts import BreachDraft
from domain.breaches.questions import LAST
from domain.lookups import safe_particulars
from domain.measure_words import typed_words
from domain.measures import Kind
from domain.officers import Officer
from domain.orders import Order
from services.breaches import Breaches

NOT_WHOLE = "There is an answer still to give before this can be sent. Nothing was changed."
ALREADY = "You are in a record already. To record another breach, stop this one first: your answers are kept."
NO_SUCH = f"There is no such question: they are numbered 1 to {LAST}. Nothing was changed."
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
        if aside is Aside.CONDITIONS:
            turn.say(_where_read(order) if order.conditions_checked else conditions_words(order), about=(draft.id, order.id))
        else:
            turn.show(whose_card(order, safe_particulars(order, turn.officer).respondent), about=(draft.id, order.id))


def _where_read(order: Order) -> str:
    return CHECKED if order.kind is Kind.NMO else f"Its terms are held {typed_words(order.kind)}. Read them with Conditions on its card."


def which(order: Order, officer: Officer) -> str:
    """In a card alone: a name is never in what a locked phone shows."""
    return f"{order.reference}, {safe_particulars(order, officer).respondent.name}"
