"""What is answered once the outcome of a contact is recorded, or is asked for first because it was not as agreed."""

from bot.cards.contact_outcomes import outcome_recorded_card, why_card
from bot.cards.contacts import about, next_words
from bot.turn import Turn
from domain.contact_words import OUTCOME_WORDS
from domain.contacts import Outcome
from domain.conversations import Action
from domain.errors import AssistantError
from services.contacts import Recorded

ALREADY = "That contact has been dealt with already; nothing was recorded twice."
_TOLD = " That is no answer twice or more in a row: a supervisor is told."
_CHECK = " Three times or more: a welfare check is proposed to the supervisor."
_THREE = 3


def tell_recorded(turn: Turn, done: Recorded, outcome: Outcome, trouble: str = "") -> None:
    """A silence is said in a line; everything else can be taken back from its card."""
    if done.undo is None or outcome is Outcome.NO_ANSWER:
        tell(turn, done, ALREADY if done.already else f"Recorded: {OUTCOME_WORDS[outcome]}.{f' {trouble}' if trouble else ''}")
        return
    offer = turn.offer()
    turn.show(outcome_recorded_card(done, done.undo, outcome, offer, trouble), offer, about(done.plan, done.order, *done.others))


def ask_why(turn: Turn, action: Action, outcome: Outcome, refusal: AssistantError) -> None:
    """Nothing is recorded yet; what was typed stands on the new card. A contact told in words is kept where it was."""
    offer = turn.offer()
    kept = {name: value for name, value in action.details.items() if name in ("line", "at", "round")}
    verb = "contact:record_words" if "line" in kept else "contact:told"
    press = offer.press_once(verb, action.object, outcome=outcome.value, **kept)
    turn.show(why_card("Nothing is recorded yet.", refusal.advice, press, turn.values), offer, (action.object,))


def tell(turn: Turn, done: Recorded, said: str) -> None:
    plan = done.plan
    told = _TOLD if plan.tell_supervisor and not done.already else ""
    check = _CHECK if told and plan.no_answers >= _THREE else ""
    turn.say(f"{done.order.reference}: {said}{told}{check} {next_words(plan)}", about(plan, done.order, *done.others))
