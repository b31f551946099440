"""What follows a record, on the record's own card: the pattern first, then the clocks, then the ways to the clocks and to the evidence."""

from datetime import datetime

from bot.cards.parts import Card, button, line
from bot.cards.patterns import pattern_strip
from bot.cards.victim_updates import TITLE, clock_lines
from bot.offers import Offer
from domain.breaches.drafts import events_of, standing
from domain.breaches.questions import VICTIM_TOLD
from services.breaches import Sent

_MARKING_AND_HEADING = 2
TOLD_YES = "told_yes"
SAID_TOLD = "You said the victim was told: of which, and when?"


def with_follow_ups(whole: Card, sent: Sent, offer: Offer, now: datetime) -> Card:
    """The card with what stands beside its record; the text for the crime report stays last."""
    beside, id = sent.beside, str(sent.breach.id)
    clocks = clock_lines(beside.updates, offer, now)
    told = [*_told_already(sent, offer), *pattern_strip(beside.pattern), *([line(TITLE, strong=True), *clocks] if clocks else [])]
    left = sum(one.is_open for one in beside.tasks)
    evidence = f"Evidence tasks ({left} open)" if left else "Evidence tasks"
    ways = [
        button("Victim updates", offer.press("update:show", id)),
        button("Something happened", offer.press("update:event", id)),
        button(evidence, offer.press("task:breach", id)),
    ]
    body = whole["body"]
    return {**whole, "body": [*body[:_MARKING_AND_HEADING], *told, *body[_MARKING_AND_HEADING:]], "actions": [*whole["actions"], *ways]}


def _told_already(sent: Sent, offer: Offer) -> list[Card]:
    """Under a record just sent that says so: no clock was closed by that, and the clocks' card closes them."""
    given = standing(sent.breach.answers).get(VICTIM_TOLD.id)
    if sent.beside.as_of is not None or given is None or TOLD_YES not in given.values or not events_of(sent.breach):
        return []
    press = button(SAID_TOLD, offer.press("update:show", str(sent.breach.id)), style="positive")
    return [{"type": "ActionSet", "actions": [press]}]
