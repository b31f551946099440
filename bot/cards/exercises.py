"""The card of exercise mode: whether one runs, its made-up orders, and the press that begins or ends it."""

from bot.cards.parts import Card, button, card, facts, heading, line, warning
from bot.offers import Offer
from domain.exercises import WORDS
from services.exercises import NONE_RUNS, Exercise

TITLE = "Exercise"
WHAT_IT_DOES = (
    "An exercise makes three made-up orders, to look up, visit, record a breach of and keep contact about. They bear EXERCISE in their names and "
    "case numbers, a warning stands on their cards, and they are in no figure. What is practised is on the audit trail as anything else is."
)
ENDING = "Ending it discharges the made-up orders, and nothing is owed of them any more."


def exercise_card(found: Exercise, offer: Offer, said: str = "") -> Card:
    told = [line(said, strong=True)] if said else []
    if not found.orders:
        begin = button("Begin an exercise", offer.press_once("exercise:begin"), style="positive")
        return card([heading(TITLE), *told, line(NONE_RUNS), line(WHAT_IT_DOES)], [begin], speak=f"{TITLE}.")
    rows = facts([(one.reference, f"{one.respondent.name}, case {one.case_no}") for one in found.orders])
    opens = [button(f"Open {one.reference}", offer.press("order:open", str(one.id))) for one in found.orders]
    end = button("End the exercise", offer.press_once("exercise:end"), style="destructive")
    return card([heading(TITLE), *told, warning(WORDS), rows, line(ENDING, quiet=True)], [*opens, end], speak=f"{TITLE}.")
