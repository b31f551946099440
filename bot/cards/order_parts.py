"""The parts of an order's card: the strip with its state, service and awareness, the conditions, and what stands beside the order."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.cards.measure_parts import power_lines
from bot.cards.papers import occupation, word_for_word
from bot.cards.parts import Card, facts, heading, line, warning
from domain import exercises
from domain.breaches.terms import VARIED
from domain.case_numbers import normal_case
from domain.evidence import NOTICE, Evidence, awareness_words, outline, service_words
from domain.glances import BREACH_DAYS, breach_words, contact_words, on_case_words, visited_words
from domain.london import long_date, long_moment, to_london
from domain.lookups import Match
from domain.measure_table import measure_of
from domain.measure_words import state_words, typed_words
from domain.measures import Kind
from domain.order_states import last_confirmed, never_confirmed, standing_words
from domain.orders import ENDED, LIVE, Order, OrderState
from domain.places import may_give_away
from domain.provenance import PROVENANCE_WORDS, Provenance
from domain.terms import OrderTerms

UNCHECKED = "Conditions not yet checked: open the order, or go by the applicant's own copy or the court."
UNCHECKED_NO_PAPER = "Conditions not yet checked, and the order itself is not held here: go by the applicant's own copy or the court."
CHECKED = "Conditions, word for word from the sealed order as a person checked them:"
CHECKED_ELSEWHERE = "Conditions: checked against the sealed order. Press Conditions to read them word for word."
UNDERTAKING_IS = "Breach of an undertaking is contempt of court: it is not the offence of s.42A and carries no power of arrest."
BREACH_IS = (
    "Breach without reasonable excuse is an offence (s.42A Family Law Act 1996); arrest under s.24 PACE, no power of arrest is needed on the order. "
    "Source: the guidance page Breach of an NMO is a crime."
)
# Signs of wording that the card holds: a message to Teams has an end, and nothing of the order may be cut off by it.
MOST_WORDING = 8000
CHILDREN = "as the sealed order names them"
NO_PAPER = "the PDF is not held here: send it here if you have it, or ask the orders desk or the court"
_STYLES = {OrderState.IN_FORCE: "good", OrderState.VARIED: "good"}


def exercise(order: Order) -> list[Card]:
    """On every card of an order that is made up to practise on."""
    return [warning(exercises.WORDS)] if exercises.is_exercise(order) else []


def strip(match: Match, now: datetime) -> Card:
    """The words say it all; the colour only repeats them."""
    style = "emphasis" if match.state in ENDED else _STYLES.get(match.state, "warning")
    items = [heading(state_line(match)), line(f"As at {long_moment(now)}. {last_confirmed(match.order)}", strong=True)]
    return {"type": "Container", "style": style, "bleed": True, "items": items}


def state_line(match: Match) -> str:
    if match.standing is not None:
        return standing_words(match.standing)
    hearing = match.order.return_hearing_on
    if match.state is OrderState.RETURN_HEARING_PASSED and hearing is not None:
        return f"May have ended at the hearing of {long_date(hearing)}: check with the court"
    return state_words(match.order.kind, match.state)


def known(match: Match) -> list[Card]:
    """Service, then awareness, each under its own words."""
    held = match.glance.evidence if match.glance else ()
    if match.order.kind is not Kind.NMO:
        return _known_of_another(match.order, held)
    service = service_words(held, served_copy=match.order.served_file)
    awareness = [*awareness_words(held), NOTICE[match.order.without_notice]]
    return [
        *(line(words, strong=at == 0) for at, words in enumerate(service)),
        *(line(words, strong=at == 0) for at, words in enumerate(awareness)),
    ]


def _unchecked(order: Order) -> str:
    if order.kind is not Kind.NMO:
        return f"Terms not entered: go by the {measure_of(order.kind).paper}."
    return UNCHECKED if order.has_document else UNCHECKED_NO_PAPER


def conditions(match: Match) -> list[Card]:
    """Numbered as they stand in the order; never before a person has checked them, and whole or not at all."""
    if not match.order.conditions_checked:
        return [line(_unchecked(match.order), strong=True)]
    if match.terms is None:
        return [line(CHECKED_ELSEWHERE if match.order.kind is Kind.NMO else _typed_elsewhere(match.order), strong=True)]
    return [*_wording(match.order, match.terms), *occupation(match.terms)]


def _wording(order: Order, terms: OrderTerms) -> list[Card]:
    if sum(len(one.words) for one in terms.draft.conditions) > MOST_WORDING or may_give_away(order, terms.draft):
        return [line(_typed_elsewhere(order) if terms.is_typed else CHECKED_ELSEWHERE, strong=True)]
    changed = [line(VARIED)] if order.variation else []
    checked = f"Terms, {typed_words(order.kind)}:" if terms.is_typed else CHECKED
    return [line(checked, strong=True), *word_for_word(terms), *changed]


def _typed_elsewhere(order: Order) -> str:
    return f"Terms: {typed_words(order.kind)}. Press Conditions to read them word for word."


def _known_of_another(order: Order, held: Sequence[Evidence]) -> list[Card]:
    """Of any measure but an NMO: what is recorded, and no law that is not its own."""
    thing = measure_of(order.kind).thing
    told = [outline(one) for one in held] or [
        f"Nothing is recorded here of service of the {thing}: ask how the respondent came to know of it."
    ]
    notice = {None: [], True: ["Made without notice to the respondent."], False: ["Made on notice to the respondent."]}[
        order.without_notice
    ]
    return [line(words, strong=at == 0) for at, words in enumerate((*told, *notice))]


def breach_and_power(match: Match, now: datetime) -> list[Card]:
    """What a breach is and the power that goes with it, while it may be live."""
    if match.order.kind is not Kind.NMO:
        return list(power_lines(match.order, now)) if match.state in LIVE else []
    if match.state is OrderState.UNDERTAKING:
        return [line(UNDERTAKING_IS)]
    return [line(BREACH_IS)] if match.state in LIVE else []


def on_case(match: Match) -> Iterator[Card]:
    """The rest of its case, but for what the links say already."""
    linked = {id for link in match.links for id in link.pair}
    others = match.glance.on_case if match.glance else ()
    yield from (line(on_case_words(one)) for one in others if one.id not in linked)


def lately(match: Match, now: datetime) -> list[Card]:
    """A visit to the respondent stands apart from a contact with the protected person."""
    if match.glance is None:
        return []
    pairs = [
        ("Last contact", contact_words(match.glance)),
        ("Compliance visit", visited_words(match.glance, now)),
        (f"Breaches in {BREACH_DAYS} days", breach_words(match.glance)),
    ]
    return [facts(pairs)]


def paper(order: Order) -> Card:
    """Where the record comes from, and how old it is."""
    if order.kind is not Kind.NMO:
        return _paper_of_another(order)
    return facts(
        [
            ("Record", _whence(order)),
            ("Court", order.court_name),
            ("Case number", order.case_no),
            ("FamilyMan number", order.familyman_no),
            ("Reference", order.reference),
            (
                "Document",
                "sealed order held: press Open the order" if order.has_document else NO_PAPER,
            ),
        ]
    )


def _whence(order: Order) -> str:
    source, taken_in = PROVENANCE_WORDS[order.provenance], long_date(to_london(order.received_at).date())
    if never_confirmed(order):
        return f"{source}, registered on {taken_in}, never confirmed with the court"
    how = "taken in" if order.provenance is Provenance.COURT_FEED else "registered"
    return f"{source}, {how} on {taken_in}, last confirmed {long_date(to_london(order.confirmed_at).date())}"


def _learned(order: Order) -> str:
    """Whence, where that was asked for when it was entered."""
    return "" if order.provenance is Provenance.COURT_FEED else f" ({PROVENANCE_WORDS[order.provenance]})"


def _paper_of_another(order: Order) -> Card:
    row = measure_of(order.kind)
    entered = long_date(to_london(order.received_at).date())
    return facts(
        [
            (
                "Record",
                f"entered by an officer from the {row.paper}{_learned(order)} on {entered}, last changed or confirmed {long_date(to_london(order.confirmed_at).date())}",
            ),
            ("Made by", order.court_name),
            ("Number", order.case_no if order.case_no != normal_case(order.reference) else None),
            ("Reference", order.reference),
            ("Document", f"go by the {row.paper}"),
        ]
    )
