"""Cards of what came of a contact: the other outcomes, why it was outside the safe times, the next day, and a contact told in words."""

from collections.abc import Sequence

from bot.cards.contacts import UNDO, UNDO_WORDS, next_words, recorded_card
from bot.cards.parts import Card, button, card, choices, facts, heading, line, text_input, warning
from bot.offers import Offer
from domain.contact_life import life_words
from domain.contact_told import ContactTold
from domain.contact_undo import Undoable, kept
from domain.contact_words import OUTCOME_WORDS
from domain.contacts import REACHED, ContactPlan, Outcome
from domain.days_in_words import LONGEST as LONGEST_DAY
from domain.london import deadline, long_moment
from domain.moments import LONGEST as LONGEST_MOMENT
from domain.orders import Order
from services.contact_words import ToldContact
from services.contacts import OwedContact, Recorded

OFFERED = (
    Outcome.CONCERN,
    Outcome.NOT_SAFE_TO_TALK,
    Outcome.VISITED,
    Outcome.REFUSED,
    Outcome.WRONG_NUMBER,
    Outcome.SPOKE_SAFE,
    Outcome.NO_ANSWER,
)
WHAT_CAME = "What came of the contact?"
WHEN, NOTE = "When, if not just now", "Note (optional)"
NEXT_ON = "Next contact on (empty: as the rule proposes)"
WHY_LATER = "Why, if it is later than proposed"
BECAUSE = "Why was it made then, or in that way?"
RECORD_IT, KEEP_NEXT, CHANGE_NEXT, STILL_SAFE = "Record it", "Keep this day", "Change the next date", "Still safe: yes, confirmed"
THEN = {
    Outcome.CONCERN: "Your supervisor is told now. Was the order broken? Record the breach: the guide helps page by page.",
    Outcome.NOT_SAFE_TO_TALK: "This does not count as a contact. Try again in the next safe window, and do not leave a message that was not agreed.",
    Outcome.WRONG_NUMBER: "The number is marked as wrong and must not be rung again. The next thing owed is the right one: from the court, the solicitor or the officer in the case.",
    Outcome.REFUSED: "Recorded as refused. If the person wants no contact at all, say so in the plan: it is looked at again after a time, and a breach ends it.",
}
PLAN = "Plan and safeguarding"
RECORD_A_BREACH, KEEP_SAFE = "Record a breach", "Is the contact safe? Look and confirm"
NOT_OUTSIDE = "It is kept with the contact, and your supervisor can read it."
NEXT_HELP = "Earlier is always possible. Later needs a reason, and never past the time it must be made by: {}."
WHOSE = "Whose contact was it? Press one."
NOBODY = "I read that as a contact, and found nobody of yours it can be about. Open the contact first: type my contacts."


def outcome_card(plan: ContactPlan, order: Order, offer: Offer) -> Card:
    """All the outcomes, with a note, the time and the next day; only the outcome must be given."""
    body = [
        heading(WHAT_CAME),
        line(order.reference, strong=True),
        choices("outcome", "Outcome", [(_capital(OUTCOME_WORDS[one]), one.value) for one in OFFERED], required="Say what came of it."),
        text_input("note", NOTE, multiline=True),
        text_input("when", WHEN, limit=LONGEST_MOMENT),
        text_input("next", NEXT_ON, limit=LONGEST_DAY),
        text_input("later", WHY_LATER, limit=300),
    ]
    return card(body, [button(RECORD_IT, offer.press_once("contact:told", str(plan.id), round=str(plan.round)), style="positive")])


def why_card(reference: str, trouble: str, press: dict[str, str], values: dict[str, str]) -> Card:
    """Asked before anything is recorded; what was typed on the card before stands on this one."""
    body = [
        heading("Why not as agreed?"),
        line(reference, strong=True),
        warning(trouble),
        text_input("because", BECAUSE, multiline=True, required="A reason is needed.", limit=500),
        text_input("note", NOTE, multiline=True, value=values.get("note", "")),
        *(text_input(name, label, value=values[name]) for name, label in (("when", WHEN), ("next", NEXT_ON)) if values.get(name)),
        line(NOT_OUTSIDE, quiet=True),
    ]
    return card(body, [button(RECORD_IT, press, style="positive")])


def outcome_recorded_card(done: Recorded, undo: Undoable, outcome: Outcome, offer: Offer, trouble: str = "") -> Card:
    """What was recorded, what follows from it, and the ways on: the breach, still safe, the next day, the way to take it back."""
    words = f"{done.order.reference}: Recorded: {OUTCOME_WORDS[outcome]}. {next_words(done.plan)}"
    lived = [] if done.life is None else [line(f"Reminder: {life_words(done.life, undo.at)}.", quiet=True)]
    told = [*([warning(THEN[outcome])] if outcome in THEN else []), *([line(trouble)] if trouble else []), *lived]
    breach = offer.press("breach:start", str(done.order.id))
    concern = [button(RECORD_A_BREACH, breach, style="destructive")] if outcome is Outcome.CONCERN else []
    return recorded_card(words, undo, done.plan, offer, told, [*concern, *_ways_on(done, outcome, offer)])


def _ways_on(done: Recorded, outcome: Outcome, offer: Offer) -> list[Card]:
    """The safe contact is confirmed anew at each contact, in one press; the next day can be changed."""
    which, known = str(done.plan.id), done.ways is not None and done.ways.is_enough
    still = (
        button(STILL_SAFE, offer.press_once_alone("safe:still", which)) if known else button(KEEP_SAFE, offer.press("contact:show", which))
    )
    change = button(CHANGE_NEXT, offer.press("contact:ask_next", which, round=str(done.plan.round)))
    plan = button(PLAN, offer.press("plan:open", which))
    return [*([still] if outcome in REACHED else []), *([plan] if outcome is Outcome.REFUSED else []), change]


def next_card(plan: ContactPlan, order: Order, offer: Offer) -> Card:
    body = [
        heading("When is the next contact?"),
        line(order.reference, strong=True),
        line(next_words(plan)),
        text_input("next", "Day, and time if one was agreed", required="Say a day.", limit=LONGEST_DAY),
        text_input("later", WHY_LATER, limit=300),
        line(NEXT_HELP.format(deadline(plan.due.must_by)), quiet=True),
    ]
    return card(body, [button(KEEP_NEXT, offer.press_once("contact:choose", str(plan.id), round=str(plan.round)), style="positive")])


def chosen_card(plan: ContactPlan, reference: str, undo: Undoable, offer: Offer) -> Card:
    press = offer.press_once("contact:undo", str(plan.id), before=kept(undo.before), at=undo.at.isoformat())
    return card([line(f"{reference}: {next_words(plan)}"), line(UNDO_WORDS, quiet=True)], [button(UNDO, press)])


def told_card(heard: ToldContact, offer: Offer) -> Card:
    """What was read in the words, to be confirmed before anything is recorded."""
    (one,) = heard.whose
    told, which = heard.told, str(one.plan.id)
    rows = [
        ("Order", one.order.reference),
        ("Protected person", one.order.applicant.name),
        ("Outcome", _outcome(told)),
        ("When", long_moment(told.at) if told.at else f"just now ({long_moment(heard.at)})"),
        ("Next contact", told.following.words if told.following else "as the rule proposes"),
    ]
    kept_at = {"line": str(heard.line), "at": heard.at.isoformat(), "round": str(one.plan.round)}
    outcomes = (told.outcome,) if told.outcome else (Outcome.SPOKE_SAFE, Outcome.CONCERN)
    presses = [
        button(_title(came, told), offer.press_once("contact:record_words", which, outcome=came.value, **kept_at)) for came in outcomes
    ]
    presses.append(button("No: open the contact", offer.press("contact:open", which)))
    return card([heading("Record this contact?"), facts(rows), line("Nothing is recorded until you press.", quiet=True)], presses)


def whose_card(heard: ToldContact, offer: Offer) -> Card:
    kept_at = {"line": str(heard.line), "at": heard.at.isoformat()}
    presses = [_choice(one, offer.press("contact:whose", str(one.plan.id), **kept_at)) for one in heard.whose]
    return card([heading("Whose contact?"), line(WHOSE), facts(_people(heard.whose))], presses)


def _people(some: Sequence[OwedContact]) -> list[tuple[str, str | None]]:
    return [(one.order.reference, one.order.applicant.name) for one in some]


def _choice(one: OwedContact, press: dict[str, str]) -> Card:
    return button(one.order.reference, press)


def _outcome(told: ContactTold) -> str:
    if told.outcome is None:
        return "spoke: press how the person was"
    return OUTCOME_WORDS[told.outcome] + (f", {told.tries} times" if told.tries > 1 else "")


def _title(outcome: Outcome, told: ContactTold) -> str:
    return RECORD_IT if told.outcome else f"Record: {OUTCOME_WORDS[outcome]}"


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
