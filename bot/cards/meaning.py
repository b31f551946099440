"""One short question where a line may mean more than one job, with a button for each."""

from collections.abc import Sequence

from bot.cards.parts import Card, button, card, line
from bot.intents import Intent
from bot.offers import Offer

WHICH = "Which of these do you want?"
TITLES = {
    Intent.RECORD_BREACH: ("Record a breach", "help:record_breach"),
    Intent.CONTACTS_DUE: ("My contacts", "contact:list"),
    Intent.LOOKUP_ORDER: ("Look up an order", "help:look_up"),
    Intent.GUIDANCE: ("Ask the guidance", "guidance:list"),
}


def meaning_card(jobs: Sequence[Intent], offer: Offer) -> Card:
    buttons = [button(TITLES[job][0], offer.press(TITLES[job][1])) for job in jobs]
    return card([line(WHICH, strong=True)], buttons, marked=False)
