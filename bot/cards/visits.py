"""Cards of a compliance visit: the briefing, and the form for what came of it. Nothing of the protected person is on any of them."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.cards.order_parts import exercise
from bot.cards.parts import Card, button, card, choices, facts, heading, line, text_input, warning
from bot.cards.visit_hands import TITLE, hand_buttons
from bot.offers import Offer
from domain.beats import end_words
from domain.officers import Officer
from domain.order_states import last_confirmed, standing_words
from domain.orders import LIVE
from domain.visit_briefing import NEVER_SAY, TO_ASK, home_of, safe_words, terms_to_take, to_say
from domain.visit_hands import how_it_stands
from domain.visits import LONGEST_SAID, OUTCOME_WORDS, SAY_OUTCOME, VisitMade, VisitOutcome, made_words
from services.visit_parts import Briefing

GUIDANCE = "respondent-visit"
A_TASK_OF_ITS_OWN = (
    "This visit is a task of its own: it never counts as a contact with the protected person, nor such a contact as a visit."
)
IS_EVIDENCE = "What the respondent says is kept on the order as evidence of awareness. Write it word for word, and nothing of what the protected person told us."
BREACH = "Seen or heard of a breach? It is a crime: record it at once."
NEXT_VISITS = (
    ("As the force's policy has it", "policy"),
    ("In 3 days", "3"),
    ("In 7 days", "7"),
    ("In 14 days", "14"),
    ("In 28 days", "28"),
)


def briefing_card(found: Briefing, officer: Officer, offer: Offer, now: datetime, said: str = "", undo: Sequence[Card] = ()) -> Card:
    """What to take along: whom it is to and how the order stands, the terms, what to say, what to ask, what never to say."""
    order, id = found.order, str(found.order.id)
    who = facts(
        [
            ("Respondent", order.respondent.name),
            ("Date of birth", _born(found)),
            ("Home", home_of(order)),
            ("Order", f"{order.reference}, case {order.case_no}"),
            ("State", f"{standing_words(found.standing)}. {last_confirmed(order)}"),
            ("Ends", end_words(order, now)),
            ("Visit", how_it_stands(found.plan, now)),
            ("Said by", found.ended_by or None),
            ("Whose visit", found.owner or "nobody's yet"),
            ("Beat", ", ".join(found.areas) or None),
        ]
    )
    body = [
        heading(f"{TITLE}: {order.reference}"),
        *([line(said, strong=True)] if said else []),
        *exercise(order),
        warning(NEVER_SAY),
        who,
        line("The terms", strong=True),
        *map(line, terms_to_take(order, found.terms)),
        line("Say", strong=True),
        *(line(f"{at}. {one}") for at, one in enumerate(to_say(order), start=1)),
        line("Ask", strong=True),
        *(line(f"{at}. {one}") for at, one in enumerate(TO_ASK, start=1)),
        *_before(found),
        line(A_TASK_OF_ITS_OWN, quiet=True),
    ]
    return card(body, list(_ways(found, officer, offer, id, undo)), speak=f"{TITLE}.")


def record_card(found: Briefing, offer: Offer) -> Card:
    """One form, one press."""
    id, seen = str(found.order.id), {"version": str(found.plan.version if found.plan else 0)}
    body = [
        heading(f"{TITLE}: {found.order.reference}"),
        line(BREACH, strong=True),
        choices("outcome", "What came of it?", [(words, one.value) for one, words in OUTCOME_WORDS.items()], required=SAY_OUTCOME),
        text_input("said", "What the respondent said, word for word", multiline=True, limit=LONGEST_SAID),
        text_input("support", "What would help to keep to the order", multiline=True, limit=LONGEST_SAID),
        choices("next", "Next visit", NEXT_VISITS) | {"value": NEXT_VISITS[0][1]},
        line(IS_EVIDENCE, quiet=True),
    ]
    ways = [
        button("Keep", offer.press_once("visit:record", id, **seen), style="positive"),
        button("Record a breach", offer.press("breach:start", id)),
    ]
    return card(body, ways, speak=f"{TITLE}.")


def _ways(found: Briefing, officer: Officer, offer: Offer, id: str, undo: Sequence[Card]) -> Iterator[Card]:
    guidance = button("Guidance", offer.press("guidance:page", GUIDANCE))
    yield from undo
    if found.plan is None or not found.plan.is_open:
        if found.standing.state in LIVE:
            yield button("Plan a visit", offer.press("visit:plan", id), style="positive")
        yield guidance
        return
    yield button("Record the visit", offer.press("visit:ask", id), style="positive")
    yield from hand_buttons(found, officer, offer)
    yield guidance


def _before(found: Briefing) -> Iterator[Card]:
    """What came of the visits before; what was typed then goes without anything by which the protected person could be found."""
    if found.made:
        yield line("Visits before", strong=True)
    for made, who in found.made:
        yield line(made_words(made, who))
        yield from _told(found, made)


def _told(found: Briefing, made: VisitMade) -> Iterator[Card]:
    if made.said:
        yield line(f"Said: {safe_words(found.order, made.said)}", quiet=True)
    if made.support:
        yield line(f"Would help: {safe_words(found.order, made.support)}", quiet=True)
    if made.outcome is VisitOutcome.MOVED:
        yield line("Find out where the respondent lives now, and tell the orders desk.", quiet=True)


def _born(found: Briefing) -> str:
    from_order = found.order.respondent.dob
    return f"{from_order.day} {from_order:%B %Y}" if from_order and "dob" not in found.order.respondent.withheld else "not given"
