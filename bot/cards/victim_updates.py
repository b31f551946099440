"""The clocks by which a victim is told, on cards: each with its words and one press that closes it. Nobody is named on them."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from bot.cards.parts import Card, button, card, choices, heading, line, text_input, warning
from bot.offers import Offer
from domain.breaches.updates import EVENT_WORDS, UpdateEvent, VictimUpdate, update_words
from domain.london import long_moment
from domain.moments import LONGEST
from domain.undoing import WITHIN_WORDS
from services.victim_updates import LONGEST_HOW, Clocks

TITLE = "What the victim must be told"
NONE_YET = "No event is recorded of which the victim must be told. Press Something happened when there is one."
NONE_OPEN = "Nothing is open: the victim has been told of everything that is recorded here."
ONE_DAY = (
    "Within one working day of each event: Monday to Friday, without bank holidays. By the end of the next working day after the event."
)
NEVER = "NMO Bot never contacts the victim: you do, by a route and at a time the person has called safe."
VICTIM_TOLD, SOMETHING_HAPPENED = "Victim told", "Something happened"
TOLD_WHEN, TOLD_THEN = "When the person was told (empty: now)", "When the person was told, if it was not just now"
SHOWN_AT_MOST = 12


def updates_card(clocks: Clocks, offer: Offer, now: datetime, when: str = "") -> Card:
    """All the clocks of one record; `when` is the time at which the person was told, where it was given already."""
    body = [
        *_title(clocks),
        *(clock_lines(clocks.updates, offer, now) or [line(NONE_YET)]),
        *([_told_when(TOLD_WHEN, when)] if clocks.open else []),
        line(ONE_DAY, quiet=True),
        line(NEVER, quiet=True),
    ]
    return card(body, follow_up_buttons(clocks, offer), speak=f"{TITLE}.")


def owed_card(found: Sequence[Clocks], offer: Offer, now: datetime) -> Card:
    """What the protected person of a contact plan has not been told yet, by record."""
    body = [heading(TITLE)]
    for clocks in found:
        body += [line(f"Breach {clocks.reference}, order {clocks.order_reference}", strong=True), *clock_lines(clocks.open, offer, now)]
    told = [] if found else [line(NONE_OPEN)]
    return card([*body, *told, line(ONE_DAY, quiet=True), line(NEVER, quiet=True)], speak=f"{TITLE}.")


def clock_lines(updates: Sequence[VictimUpdate], offer: Offer, now: datetime) -> list[Card]:
    """A line a clock, the open ones first and each with its own press."""
    pressing = sorted(updates, key=lambda one: (not one.is_open, one.due_by if one.is_open else one.happened_at))
    lines = [part for one in pressing[:SHOWN_AT_MOST] for part in _clock(one, offer, now)]
    left_out = len(pressing) - SHOWN_AT_MOST
    return [*lines, *([line(f"{left_out} more are not shown here.")] if left_out > 0 else [])]


def told_card(clocks: Clocks, offer: Offer) -> Card:
    """What was recorded, the way to take it back, and, for whoever wants to, how the person was told."""
    closed = clocks.closed
    if closed is None or closed.told_at is None:
        raise ValueError("nothing was closed")
    said = f"Recorded: {_lower(EVENT_WORDS[closed.event])} told on {long_moment(closed.told_at)}. Breach {clocks.reference}."
    left = f"{len(clocks.open)} still to be told." if clocks.open else NONE_OPEN
    if closed.how:
        return card([line(f"{said} How it was told is kept with it."), line(left)], [_all(clocks, offer)])
    how = text_input("how", "How the person was told (optional)", limit=LONGEST_HOW)
    undo = f"You can undo this, and put the time right, for {WITHIN_WORDS}."
    presses = [
        button("Keep how and when", offer.press("update:how", str(closed.id))),
        button("Not told after all: undo", offer.press_once("update:undo", str(closed.id))),
        _all(clocks, offer),
    ]
    return card([line(said), line(left), _told_when(TOLD_THEN), how, line(undo, quiet=True)], presses)


def happened_card(clocks: Clocks, offer: Offer) -> Card:
    """Asks what has happened since the record was sent, and when."""
    body = [
        heading("What has happened?"),
        line(f"Breach {clocks.reference}, order {clocks.order_reference}. The record itself stays as it was sent."),
        choices("event", "What happened", [(EVENT_WORDS[one], one.value) for one in UpdateEvent], required="Say what happened."),
        text_input("when", "Day and time (empty: now)", limit=LONGEST),
        line("London time, day first: '21:40', 'last night about ten', '21/11 14:30'.", quiet=True),
    ]
    return card(body, [button("Start the clock", offer.press("update:note", str(clocks.breach_id)), style="positive")])


def follow_up_buttons(clocks: Clocks, offer: Offer) -> list[Card]:
    id = str(clocks.breach_id)
    return [
        button(SOMETHING_HAPPENED, offer.press("update:event", id)),
        button("Show the breach", offer.press("breach:show", id)),
    ]


def choose_words(clocks: Clocks) -> str:
    return f"{len(clocks.open)} are open: press Victim told beside the one that was told."


def _told_when(label: str, value: str = "") -> Card:
    return text_input("when", label, value=value, limit=LONGEST)


def _title(clocks: Clocks) -> list[Card]:
    return [heading(TITLE), line(f"Breach {clocks.reference}, order {clocks.order_reference}", strong=True)]


def _clock(update: VictimUpdate, offer: Offer, now: datetime) -> Iterator[Card]:
    words = update_words(update, now)
    if not update.is_open:
        yield line(words)
        return
    yield warning(words) if now > update.due_by else line(words, strong=True)
    told = offer.press_once_alone("update:told", str(update.id))
    yield {"type": "ActionSet", "actions": [button(VICTIM_TOLD, told, style="positive")]}


def _all(clocks: Clocks, offer: Offer) -> Card:
    return button(TITLE, offer.press("update:show", str(clocks.breach_id)))


def _lower(words: str) -> str:
    return words[0].lower() + words[1:]
