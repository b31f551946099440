"""Where the protected person lives: the one card that shows it, for a minute."""

from bot.cards.parts import Card, card, heading, line, warning
from domain.whereabouts import BUTTON
from services.whereabouts import Revealed

HEADING = BUTTON
FOR_A_MINUTE = "Shown for one minute, then taken away. Do not copy it into anything that the respondent may see."


def address_card(revealed: Revealed) -> Card:
    lines = [line(part, strong=True) for part in revealed.lines]
    return card([heading(HEADING), line(revealed.order.reference, quiet=True), *lines, warning(FOR_A_MINUTE)], speak=f"{HEADING}.")
