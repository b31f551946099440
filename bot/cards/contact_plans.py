"""The plan behind a contact, on cards: what is agreed and what lies ahead, the forms that change it, and what a change did."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from bot.cards.contacts import next_words
from bot.cards.parts import Card, button, button_sets, card, choices, facts, heading, line, text_input, warning
from bot.cards.people import named
from bot.offers import Offer
from domain.contact_records import LONGEST_WORDS, Changed, PlanChange
from domain.contact_words import EVENT_WORDS, RISK_WORDS, WHY_WORDS
from domain.contacts import Due, Event, PlanState, Risk
from domain.contacts.risks import RISKS
from domain.days_ahead import LONGEST
from domain.london import deadline, long_date, long_moment, to_london
from domain.undoing import WITHIN_WORDS
from services.contact_plans import PlanShown

TITLE = "Contact plan"
UNDO, UNDO_WORDS = "Wrong? Undo", f"You can undo this for {WITHIN_WORDS}, as long as nothing else has happened with the plan."
CLOSED = "This plan is closed and nobody is reminded. Something that has happened opens it again."
HAPPENED, PLAN = "Something has happened", "Plan and safeguarding"
AGREED_WITH = "Agree with the person what is safe: never promise a contact that the plan does not hold."
AHEAD_SHOWN, CHANGES_SHOWN = 6, 5
# What is planned stands apart, since its day is read forwards.
PLANNED = {"service_planned": "Service is planned", "release_planned": "Release is planned", "hearing": "A court hearing is planned"}
_PAST = {Event.SERVICE: "Respondent served or told", Event.RELEASE: "Respondent released"}
WHEN_HINT = "London time, day first. What has happened: '21:40' or 'last night' (empty: now). What is planned: 'tomorrow 10am' or '24/11/2026 14:30'."
_CHANGED_WORDS = {
    Changed.RISK: "Risk assessed as {}",
    Changed.FREQUENCY: "Contact agreed every {} days",
    Changed.PAUSE: "Contact paused until {}",
    Changed.RESUMED: "Pause ended",
    Changed.DECLINE: "No contact wanted",
    Changed.WANTED: "Contact wanted again",
    Changed.EVENT: "{}",
    Changed.HEARING: "Court hearing on {}",
}


def contact_plan_card(shown: PlanShown, offer: Offer, now: datetime) -> Card:
    plan = shown.plan
    details = [
        ("Order", ", ".join(one.reference for one in shown.orders)),
        ("Protected person", ", also written ".join(dict.fromkeys(one.applicant.name for one in shown.orders))),
        ("Risk", f"{RISK_WORDS[plan.risk]}{_assessed(shown)}"),
        ("Routine contact", _often(shown)),
        ("Paused", _pause(plan.paused_until, now)),
        ("No contact wanted", f"since {long_moment(plan.declined_at)}; a breach ends this" if plan.declined_at else None),
    ]
    closed = [warning(CLOSED)] if plan.state is PlanState.CLOSED else []
    ahead = [] if closed else [line("Owed and planned", strong=True), facts(_ahead(due) for due in plan.ahead[:AHEAD_SHOWN])]
    changes = [(long_moment(one.at), _change(shown, one)) for one in shown.changes[:CHANGES_SHOWN]]
    history = [line("Last changes", strong=True), facts(changes)] if changes else []
    return card([heading(TITLE), *closed, facts(details), *ahead, *history, *button_sets([*_ways(shown, offer, now)])], speak=f"{TITLE}.")


def changed_card(shown: PlanShown, offer: Offer) -> Card:
    """What was changed, what comes next, and for some minutes the way back."""
    (made, *_) = shown.changes
    undo = offer.press_once("plan:undo", str(shown.plan.id), before=shown.before, at=made.at.isoformat())
    said = f"{shown.orders[0].reference}: {change_words(made)}. {next_words(shown.plan)}"
    ways = [button(PLAN, offer.press("plan:open", str(shown.plan.id))), button(UNDO, undo)]
    return card([line(said), line(UNDO_WORDS, quiet=True)], ways, speak=f"{TITLE}.")


def happened_card(shown: PlanShown, offer: Offer) -> Card:
    past = [(words, event.value) for event, words in ({event: EVENT_WORDS[event] for event in Event} | _PAST).items()]
    body = [
        *_title(shown, "What has happened?"),
        choices("event", "What", [*past, *((words, name) for name, words in PLANNED.items())], required="Say what has happened."),
        text_input("when", "Day and time (empty: now)", limit=LONGEST),
        line(WHEN_HINT, quiet=True),
        text_input("words", "What is known of it (optional)", multiline=True, limit=LONGEST_WORDS),
    ]
    return card(body, [button("Bring the contact forward", offer.press_once("plan:note", str(shown.plan.id)), style="positive")])


def risk_card(shown: PlanShown, offer: Offer) -> Card:
    body = [
        *_title(shown, "Assess the risk"),
        line(
            f"Now: {RISK_WORDS[shown.plan.risk]}. A higher risk brings contact forward at once; a lower one holds from the next contact on."
        ),
        choices("risk", "Risk", [(RISK_WORDS[risk], risk.value) for risk in RISKS], required="Say which risk was assessed."),
        text_input("words", "Why (needed where it is lower than before)", multiline=True, limit=LONGEST_WORDS),
    ]
    return card(body, [button("Keep this risk", _save("plan:risk", shown, offer), style="positive")])


def often_card(shown: PlanShown, offer: Offer) -> Card:
    fewest, most = shown.cadence.agreed_days
    agreed = "" if shown.plan.agreed_days is None else str(shown.plan.agreed_days)
    body = [
        *_title(shown, "Agree how often"),
        line(f"The force's rhythm is every {shown.cadence.routine_days} days. From {fewest} to {most} days may be agreed at this risk."),
        text_input("days", f"Every how many days ({fewest} to {most}; empty: as the force has it)", value=agreed, limit=3),
        text_input("words", "Why, in the person's words where you can", multiline=True, required="Say why.", limit=LONGEST_WORDS),
        line(AGREED_WITH, quiet=True),
    ]
    return card(body, [button("Keep what was agreed", _save("plan:often", shown, offer), style="positive")])


def pause_card(shown: PlanShown, offer: Offer) -> Card:
    body = [
        *_title(shown, "Pause contact"),
        line(
            f"At most {shown.cadence.longest_pause_days} days at this risk. Contact comes back by itself on that day; whatever happens ends the pause."
        ),
        text_input("until", "Until which day ('friday', 'in 1 week', '24/11/2026')", required="Say until which day.", limit=LONGEST),
        text_input("words", "Why, in the person's words where you can", multiline=True, required="Say why.", limit=LONGEST_WORDS),
        line(AGREED_WITH, quiet=True),
    ]
    return card(body, [button("Pause until that day", _save("plan:pause", shown, offer), style="positive")])


def decline_card(shown: PlanShown, offer: Offer) -> Card:
    body = [
        *_title(shown, "No contact wanted"),
        line(
            f"In {shown.cadence.decline_review_days} days you are asked to look at this again. The order's own days stand, and a breach ends it."
        ),
        text_input("words", "What the person said", multiline=True, required="Say what the person said.", limit=LONGEST_WORDS),
    ]
    return card(body, [button("Record that no contact is wanted", _save("plan:decline", shown, offer), style="destructive")])


def change_words(one: PlanChange) -> str:
    if one.what is Changed.FREQUENCY and not one.value:
        return "Contact as often as the force has it"
    said = _CHANGED_WORDS[one.what].format(_value(one))
    return said if one.happened_at is None else f"{said}, {long_moment(one.happened_at)}"


def _ways(shown: PlanShown, offer: Offer, now: datetime) -> Iterator[Card]:
    plan, id = shown.plan, str(shown.plan.id)
    yield button(HAPPENED, offer.press("plan:happened", id))
    yield button("Safeguarding plan", offer.press("safeguard:show", id))
    if plan.state is PlanState.CLOSED:
        return
    yield button("Assess the risk", offer.press("plan:ask_risk", id))
    yield button("Agree how often", offer.press("plan:ask_often", id))
    if plan.paused_until is not None and plan.paused_until > now:
        yield button("End the pause", offer.press_once("plan:resume", id))
    elif plan.declined_at is None:
        yield button("Pause contact", offer.press("plan:ask_pause", id))
    if plan.declined_at is None:
        yield button("No contact wanted", offer.press("plan:ask_decline", id))
    else:
        yield button("Contact wanted again", offer.press_once("plan:want", id))
    yield button("Transfer to another force", offer.press("transfer:begin", str(shown.plan.order_id)))
    yield button("Open the contact", offer.press("contact:open", id))


def _save(verb: str, shown: PlanShown, offer: Offer) -> dict[str, str]:
    return offer.press_once(verb, str(shown.plan.id), seen=str(shown.plan.version))


def _title(shown: PlanShown, title: str) -> Sequence[Card]:
    return heading(title), line(shown.orders[0].reference, strong=True)


def _ahead(due: Due) -> tuple[str, str]:
    return f"By {deadline(due.must_by)}", WHY_WORDS[due.why]


def _often(shown: PlanShown) -> str:
    rhythm = f"every {shown.cadence.routine_days} days"
    agreed = shown.plan.agreed_days
    return rhythm if agreed is None else f"every {min(agreed, shown.cadence.agreed_days[1])} days, as agreed (the force's rhythm: {rhythm})"


def _pause(until: datetime | None, now: datetime) -> str | None:
    return f"until {long_date(to_london(until).date())}; whatever happens ends it" if until is not None and until > now else None


def _assessed(shown: PlanShown) -> str:
    """A risk that no officer put down here came with the record of a breach."""
    by = next((one for one in shown.changes if one.what is Changed.RISK), None)
    if shown.plan.risk is Risk.UNASSESSED:
        return ""
    if by is None or by.value != shown.plan.risk.value:
        return ", as assessed with a breach or before the last changes"
    return f", assessed by {named(shown.names, by.officer)} on {long_moment(by.at)}"


def _change(shown: PlanShown, one: PlanChange) -> str:
    words = f": {one.words}" if one.words else ""
    return f"{named(shown.names, one.officer)}: {change_words(one)}{words}"


def _value(one: PlanChange) -> str:
    match one.what:
        case Changed.RISK:
            return RISK_WORDS[Risk(one.value)]
        case Changed.EVENT if one.happened_at is not None and one.happened_at > one.at:
            return PLANNED[f"{one.value}_planned"]
        case Changed.EVENT:
            return _PAST.get(Event(one.value), EVENT_WORDS[Event(one.value)])
        case Changed.PAUSE | Changed.HEARING:
            return long_date(date.fromisoformat(one.value))
    return one.value
