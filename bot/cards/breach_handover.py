"""Cards of handing an unfinished record over: who is meant, what was offered, and what was taken on."""

from collections.abc import Sequence

from bot.cards.parts import Card, button, card, heading, line, text_input
from bot.cards.people import said_of
from bot.offers import Offer
from domain.breaches.drafts import BreachDraft
from domain.officers import Officer
from services.breach_handover import Offered

STAYS_YOURS = "Until it is taken on it stays yours, with every answer, and you can go on with it."
KEPT = "Every answer is kept, with who gave it. Look at each before you send."


def whom_card(draft_id: str, offer: Offer) -> Card:
    who = text_input("to", "Name, collar number or e-mail address", required="Say to whom.", limit=200)
    press = button("Offer it", offer.press("breach:offer", draft_id), style="positive")
    return card([heading("Hand this record over to whom?"), line(STAYS_YOURS), who], [press, _resume(draft_id, offer)], speak="To whom?")


def which_officer_card(draft_id: str, found: Sequence[Officer], offer: Offer) -> Card:
    body = [heading("Which officer?"), line(STAYS_YOURS)]
    presses = [button(said_of(one), offer.press_once("breach:offer", draft_id, to=str(one.id))) for one in found]
    return card(body, [*presses, _resume(draft_id, offer)], speak="Which officer?")


def offered_card(made: Offered, offer: Offer) -> Card:
    id = str(made.draft.id)
    body = [heading("Offered"), line(f"This record is offered to {said_of(made.to)}, who is told."), line(STAYS_YOURS)]
    back = button("Take the offer back", offer.press("breach:withdraw", id))
    return card(body, [_resume(id, offer), back], speak="The record is offered.")


def taken_card(draft: BreachDraft, offer: Offer) -> Card:
    return card(
        [heading("It is yours now"), line(KEPT)], [_resume(str(draft.id), offer, "Go on with it")], speak="The record is yours now."
    )


def withdrawn_card(draft: BreachDraft, offer: Offer) -> Card:
    body = [heading("Offer taken back"), line("The record is yours alone, and nobody can take it on.")]
    return card(body, [_resume(str(draft.id), offer)], speak="The offer is taken back.")


def _resume(draft_id: str, offer: Offer, title: str = "Resume") -> Card:
    return button(title, offer.press("breach:resume", draft_id))
