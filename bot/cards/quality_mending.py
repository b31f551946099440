"""The small forms by which what a record lacks is mended, each with one press."""

from collections.abc import Iterable, Sequence

from bot.cards.handing_on import WHO
from bot.cards.parts import Card, button, card, choices, heading, line, text_input
from bot.cards.people import said_of
from bot.offers import Offer
from domain.london import long_date, long_moment
from domain.measure_endings import can_happen, ends_of
from domain.measure_table import in_its_words, measure_of
from domain.officers import Officer
from domain.order_change_forms import title_of
from domain.order_changes import ChangeKind
from domain.orders import Order, PartyRole
from domain.provenance import BY_HAND
from domain.quality import FLAW_WORDS, Flaw
from services.quality_mending import LONGEST_LINE, Mended

MENDED = "Mended."
KEPT = "Kept, with your name and the time."
LEFT = "It is kept, and the record still lacks this."
ASK_WITHHELD = "The court withholds particulars of this order. It is asked in writing for what safeguarding needs; nothing is guessed here."
COULD_BE = "Ask {whose}. Where it was extended or ended otherwise, or goes on, press that and say when."
HAS_ENDED = "What has ended stays findable as history."
_WHOSE = {PartyRole.RESPONDENT: "respondent", PartyRole.APPLICANT: "protected person"}
# In the sequence in which they are told.
_WITHHELD = {
    "surname": "surname",
    "forenames": "forenames",
    "dob": "date of birth",
    "address": "address",
    "address1": "house and street",
    "address2": "town",
    "postcode": "postcode",
    "phone": "telephone",
    "email": "e-mail address",
    "safe_time_raw": "safe time to call",
}


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


def change_presses(order: Order, kinds: Iterable[ChangeKind], offer: Offer) -> list[Card]:
    """Each opens the form of that change, as from the order's own card; of what can happen to its kind."""
    possible = [kind for kind in kinds if can_happen(order.kind, kind)]
    return [button(title_of(order.kind, kind), offer.press("change:ask", str(order.id), kind=kind.value)) for kind in possible]


def owners_card(plan_id: str, found: Sequence[Officer], offer: Offer) -> Card:
    """Own team first, and a name may be typed."""
    presses = [button(said_of(one), offer.press_once("quality:assign", plan_id, to=str(one.id))) for one in found]
    typed = button("To the officer named above", offer.press("quality:assign", plan_id))
    body = [heading("Nobody has this contact. Assign it to whom?"), line("They have it at once, and are told.")]
    return card([*body, text_input("to", WHO, limit=200)], [*presses, typed], speak="Data quality.")


def which_owner_card(plan_id: str, found: Sequence[Officer], offer: Offer) -> Card:
    presses = [button(said_of(one), offer.press_once("quality:assign", plan_id, to=str(one.id))) for one in found]
    return card([heading("Which officer?")], presses, speak="Data quality.")


def _address(found: Mended, offer: Offer) -> tuple[list[Card], list[Card]]:
    body = [
        line("The respondent's address, as the court or the paper has it. Never the protected person's."),
        text_input("address1", "House and street", limit=LONGEST_LINE),
        text_input("address2", "Town", limit=LONGEST_LINE),
        text_input("postcode", "Postcode", limit=10),
        choices("learned", "Where did you learn it?", [(words, value) for value, words in BY_HAND], required="Say where you learned it."),
    ]
    id = str(found.order.id)
    asked = button("The court has been asked", offer.press_once("quality:looked", id, flaw=found.flaw.value))
    return body, [button("Keep the address", offer.press_once("quality:address", id), style="positive"), asked]


def _withheld(found: Mended, offer: Offer) -> tuple[list[Card], list[Card]]:
    parties = (found.order.respondent, found.order.applicant)
    named = [line(f"Of the {_WHOSE[one.role]}: {_withheld_words(one.withheld)}.") for one in parties if one.withheld]
    press = offer.press_once("quality:looked", str(found.order.id), flaw=found.flaw.value)
    return [line(ASK_WITHHELD), *named], [button("The court has been asked", press, style="positive")]


def _withheld_words(names: frozenset[str]) -> str:
    return ", ".join(word for name, word in _WITHHELD.items() if name in names)


def _ended(found: Mended, offer: Offer) -> tuple[list[Card], list[Card]]:
    order = found.order
    end = f"Its end was {long_moment(order.expires_at)}." if order.expires_at else "No end is known."
    hearing = (
        [line(f"Its {measure_of(order.kind).hearing} was on {long_date(order.return_hearing_on)}.")] if order.return_hearing_on else []
    )
    press = offer.press_once("quality:looked", str(order.id), flaw=found.flaw.value)
    kinds = (*([ChangeKind.HELD] if order.return_hearing_on else []), ChangeKind.EXTENDED, *ends_of(order.kind))
    presses = [button("Looked at: it has ended", press, style="positive"), *change_presses(order, kinds, offer)]
    return [line(end), *hearing, line(in_its_words(order.kind, COULD_BE)), line(HAS_ENDED, quiet=True)], presses


def _unconfirmed(found: Mended, offer: Offer) -> tuple[list[Card], list[Card]]:
    court = found.order.court_name or "the court that made it"
    body = [
        line(f"Ask {court} whether case {found.order.case_no} stands as it is held here."),
        line(
            "The feed tells of new orders only: one that was varied or discharged since may look live here. Where the court says so, press that."
        ),
    ]
    ways = (("e-mail", "court_email"), ("telephone", "court_phone"))
    presses = [
        (f"The court says that it stands: {words}", offer.press_once("quality:confirm", str(found.order.id), learned=way))
        for words, way in ways
    ]
    stands = [button(title, press, style="positive") for title, press in presses]
    since = (ChangeKind.VARIED, ChangeKind.EXTENDED, *ends_of(found.order.kind))
    return body, [*stands, *change_presses(found.order, since, offer)]


_FORMS = {
    Flaw.NO_ADDRESS: _address,
    Flaw.WITHHELD: _withheld,
    Flaw.ENDED: _ended,
    Flaw.NOT_CONFIRMED: _unconfirmed,
}
