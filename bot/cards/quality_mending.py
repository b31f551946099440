"""The small forms by which what a record lacks is mended, each with one press."""

from bot.cards.parts import Card, button, card, choices, heading, line, text_input
from bot.offers import Offer
from domain.evidence import HOW_WORDS, EvidenceKind, How
from domain.london import long_date, long_moment
from domain.quality import FLAW_WORDS, Flaw
from services.quality_mending import LONGEST_LINE, Mended

MENDED = "Mended."
KEPT = "Kept, with your name and the time."
LEFT = "It is kept, and the record still lacks this."
ASK_WITHHELD = "The court withholds particulars of this order. It is asked in writing for what safeguarding needs; nothing is guessed here."
COULD_BE = (
    "Ask the court that made the order. Where it says that it was extended or discharged, do not press: its paper is taken in as any other."
)
HAS_ENDED = "An order that has ended stays findable as history."
_SERVICE = (How.PERSONAL, How.DEEMED, How.EMAIL_BY_ORDER, How.IN_COURT, How.OTHER)
_AWARENESS = (How.TOLD_BY_COURT, How.TOLD_BY_OFFICER, How.TOLD_BY_PHONE, How.TOLD_BY_SOLICITOR, How.OWN_WORDS, How.IN_COURT)


def mending_card(found: Mended, offer: Offer) -> Card:
    body, presses = _FORMS[found.flaw](found, offer)
    return card([heading(f"{found.order.reference}: {FLAW_WORDS[found.flaw]}"), *body], presses, speak="Data quality.")


def mended_card(found: Mended, offer: Offer) -> Card:
    """What was done, and the way back to the list."""
    said = LEFT if found.is_left else MENDED
    ways = [
        button("Back to the list", offer.press("quality:list", found.flaw.value)),
        button(f"Open {found.order.reference}", offer.press("order:open", str(found.order.id))),
    ]
    return card(
        [heading(f"{found.order.reference}: {FLAW_WORDS[found.flaw]}"), line(said), line(KEPT, quiet=True)], ways, speak="Data quality."
    )


def _evidence(found: Mended, offer: Offer) -> tuple[list[Card], list[Card]]:
    options = [(f"Served: {HOW_WORDS[how]}", f"{EvidenceKind.SERVICE.value}={how.value}") for how in _SERVICE]
    options += [(f"Knew of it: {HOW_WORDS[how]}", f"{EvidenceKind.AWARENESS.value}={how.value}") for how in _AWARENESS]
    body = [
        choices("how", "How was the respondent served, or how did the respondent know?", options, required="Choose one."),
        text_input("when", "When? A day or a moment, empty where it is not known", limit=60),
        text_input("by", "By whom", limit=200),
        text_input("words", "What was said, word for word", multiline=True, limit=1500),
    ]
    return body, [button("Keep", offer.press_once("quality:evidence", str(found.order.id)), style="positive")]


def _address(found: Mended, offer: Offer) -> tuple[list[Card], list[Card]]:
    body = [
        line("The respondent's address, as the court or the paper has it. Never the protected person's."),
        text_input("address1", "House and street", limit=LONGEST_LINE),
        text_input("address2", "Town", limit=LONGEST_LINE),
        text_input("postcode", "Postcode", limit=10),
    ]
    id = str(found.order.id)
    asked = button("The court has been asked", offer.press_once("quality:looked", id, flaw=found.flaw.value))
    return body, [button("Keep the address", offer.press_once("quality:address", id), style="positive"), asked]


def _withheld(found: Mended, offer: Offer) -> tuple[list[Card], list[Card]]:
    parties = (found.order.respondent, found.order.applicant)
    named = [line(f"Of the {one.role.value}: {', '.join(sorted(one.withheld))}.") for one in parties if one.withheld]
    press = offer.press_once("quality:looked", str(found.order.id), flaw=found.flaw.value)
    return [line(ASK_WITHHELD), *named], [button("The court has been asked", press, style="positive")]


def _ended(found: Mended, offer: Offer) -> tuple[list[Card], list[Card]]:
    order = found.order
    end = f"Its end was {long_moment(order.expires_at)}." if order.expires_at else "No end is known."
    hearing = [line(f"Its return hearing was on {long_date(order.return_hearing_on)}.")] if order.return_hearing_on else []
    press = offer.press_once("quality:looked", str(order.id), flaw=found.flaw.value)
    return [line(end), *hearing, line(COULD_BE), line(HAS_ENDED, quiet=True)], [button("Looked at: it has ended", press, style="positive")]


def _unconfirmed(found: Mended, offer: Offer) -> tuple[list[Card], list[Card]]:
    court = found.order.court_name or "the court that made it"
    body = [
        line(f"Ask {court} whether case {found.order.case_no} stands as it is held here."),
        line("The feed tells of new orders only: one that was varied or discharged since may look live here."),
    ]
    ways = (("e-mail", "court_email"), ("telephone", "court_phone"))
    presses = [
        (f"The court says that it stands: {words}", offer.press_once("quality:confirm", str(found.order.id), learned=way))
        for words, way in ways
    ]
    return body, [button(title, press, style="positive") for title, press in presses]


_FORMS = {
    Flaw.NO_SERVICE: _evidence,
    Flaw.NO_ADDRESS: _address,
    Flaw.WITHHELD: _withheld,
    Flaw.ENDED: _ended,
    Flaw.NOT_CONFIRMED: _unconfirmed,
}
