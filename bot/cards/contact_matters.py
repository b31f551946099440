"""Cards of what a supervisor decides about a contact; names stand inside a card only."""

from collections.abc import Sequence

from bot.cards.contacts import UNDO, UNDO_WORDS
from bot.cards.parts import Card, button, card, choices, facts, heading, line, text_input
from bot.offers import Offer
from domain.contact_matters import MATTER_WORDS, RULING_WORDS, RULINGS, Matter, MatterState, Ruling
from domain.contact_undo import kept
from domain.contact_words import RISK_WORDS, WHY_WORDS
from domain.london import deadline, long_moment
from domain.safe_windows import Slot, window_words
from services.contact_decisions import MatterHeld

TITLE = "A contact needs your decision"
OPEN = "Open"
NONE_OPEN = "No contact waits for a decision of yours."
REASON, WAY, WINDOW = (
    "Reason (kept with the decision)",
    "The safe way, if outside the safe times: how exactly",
    "More time: until the end of which window?",
)
BUTTONS: dict[Ruling, str] = {
    Ruling.ANYWAY: "Contact anyway, so",
    Ruling.VISIT: "Have a visit considered",
    Ruling.EXTEND: "Give more time",
    Ruling.ARRANGED: "Arranged",
    Ruling.NOT_NEEDED: "Not needed because",
    Ruling.SEEN_TO: "I have it",
}
WHAT_IT_MEANS: dict[Matter, str] = {
    Matter.NO_WINDOW: "The bot never contacts the victim. Nobody rings outside the safe times unless you say by which safe way, and why.",
    Matter.WELFARE_CHECK: "Say whether a welfare check is arranged. What came of it is asked for after a day.",
    Matter.CONCERN: "Read the contact and speak to its owner. Was the order broken, a record of the breach is to be made.",
}
BY_WHOM = "By whom and when, or why it is not needed"
CAME_OF_IT = "What came of the welfare check"
THEN: dict[Ruling, str] = {
    Ruling.ANYWAY: "The owner of the contact is reminded now and reads how and why.",
    Ruling.VISIT: "The owner of the contact is reminded now to consider a visit. Whether one is ruled out stands on the card.",
    Ruling.EXTEND: "The owner of the contact is reminded when that window opens.",
    Ruling.ARRANGED: "What came of it is asked for in a day, or tell it as soon as you know.",
    Ruling.NOT_NEEDED: "Kept with your reason. Contact goes on as planned.",
    Ruling.SEEN_TO: "Nobody else is told of it.",
}


def matter_card(held: MatterHeld, offer: Offer) -> Card:
    """What has happened, what is known, and the ways to decide."""
    one = held.matter
    rows = [
        ("Order", held.order.reference),
        ("Protected person", held.order.applicant.name),
        ("Owner", held.owner or None),
        ("Risk", RISK_WORDS[held.plan.risk]),
        ("Owed now", WHY_WORDS[held.plan.due.why]),
        ("Must be done by", deadline(held.plan.due.must_by)),
        ("Safe days and times", window_words(held.ways.windows) if held.ways and held.ways.windows else "not known"),
        ("Do not visit", "yes: ruled out by the person" if held.ways and held.ways.do_not_visit else None),
        ("Raised", long_moment(one.raised_at)),
        *_decided(held),
    ]
    body = [heading(MATTER_WORDS[one.matter]), facts(rows), line(WHAT_IT_MEANS[one.matter], quiet=True)]
    if one.is_open:
        inputs, presses = _open(held, offer)
    elif one.state is MatterState.DECIDED:
        inputs = [text_input("came_of_it", CAME_OF_IT, multiline=True, required="Say what came of it.")]
        presses = [button("Keep what came of it", offer.press_once("matter:close", str(one.id)), style="positive")]
    else:
        inputs, presses = [], []
    return card([*body, *inputs], [*presses, button("Open the contact", offer.press("contact:open", str(held.plan.id)))], speak=f"{TITLE}.")


def decided_card(held: MatterHeld, offer: Offer) -> Card:
    one = held.matter
    if one.ruling is None:
        raise ValueError("nothing was decided")
    body = [line(f"{held.order.reference}: Decided: {RULING_WORDS[one.ruling]}."), line(THEN[one.ruling])]
    ways = [button(OPEN, offer.press("matter:open", str(one.id)))]
    if held.undo is not None:
        undo = held.undo
        ways.append(button(UNDO, offer.press_once("matter:undo", str(one.id), before=kept(undo.before), at=undo.at.isoformat())))
        body.append(line(UNDO_WORDS, quiet=True))
    return card(body, ways)


def matters_card(found: Sequence[MatterHeld], offer: Offer) -> Card:
    rows = [(one.order.reference, f"{MATTER_WORDS[one.matter.matter]}, since {long_moment(one.matter.raised_at)}") for one in found]
    body = [heading("Contacts that wait for a decision"), *([facts(rows)] if rows else [line(NONE_OPEN)])]
    return card(body, [button(f"Open {one.order.reference}", offer.press("matter:open", str(one.matter.id))) for one in found[:10]])


def _open(held: MatterHeld, offer: Offer) -> tuple[list[Card], list[Card]]:
    one = held.matter
    rulings = [ruling for ruling in RULINGS[one.matter] if ruling is not Ruling.EXTEND or held.extensions]
    presses = [button(BUTTONS[ruling], offer.press_once("matter:decide", str(one.id), ruling=ruling.value)) for ruling in rulings]
    if one.matter is Matter.NO_WINDOW:
        slots = [(_slot(slot), slot.start.isoformat()) for slot in held.extensions]
        windows = [choices("window", WINDOW, slots)] if slots else []
        return [text_input("reason", REASON, multiline=True), text_input("way", WAY), *windows], presses
    return [text_input("reason", BY_WHOM, multiline=True)] if one.matter is Matter.WELFARE_CHECK else [], presses


def _decided(held: MatterHeld) -> list[tuple[str, str | None]]:
    one = held.matter
    if one.ruling is None or one.decided_at is None:
        return []
    return [
        ("Decided", f"{RULING_WORDS[one.ruling]}, {long_moment(one.decided_at)}"),
        ("The way", one.way or None),
        ("Why", one.reason or None),
        ("What came of it", one.came_of_it or None),
    ]


def _slot(one: Slot) -> str:
    return f"{long_moment(one.start)} to {long_moment(one.end)[-5:]}"
