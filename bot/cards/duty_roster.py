"""Cards of leave, sickness, cover and shifts: what was entered, said back in words, and who is away."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from bot.cards.parts import Card, button, card, facts, heading, line, text_input
from bot.cards.people import said_of
from bot.offers import Offer
from domain.duty import Absence, Shift, absence_words
from domain.duty_shift_words import shift_words
from domain.london import long_date
from domain.officers import Officer
from services.duty_roster import Entered

NO_COVER = "No cover is named: reminders go to a colleague of the team who is on duty, else to a supervisor."
NOBODY_AWAY = "Nobody you would see here is away or will be."
HOW = "To enter it, type: I'm off from Monday til 14 Dec, cover and the name."
COVER = "Cover: name, collar number or e-mail address"
WAITS = "A reminder that can wait comes when a shift begins, as long as that is in time. A breach goes at once to whoever is on duty."
NO_SHIFTS = "No working hours are entered: reminders come at any hour of a day on which you are not away."


def entered_card(made: Entered, reader: UUID, offer: Offer) -> Card:
    who = "You are" if made.officer.id == reader else f"{made.officer.name} is"
    body = [heading("Entered"), line(f"{who} {absence_words(made.absence)}."), *_back(made.absence)]
    if made.cover is not None:
        body.append(line(f"Cover: {said_of(made.cover)}. Reminders of those days go there; the contacts stay with their owner."))
    else:
        body += [line(NO_COVER), text_input("cover", COVER, limit=200)]
    if made.moved:
        body.append(
            line(f"{made.moved} of the reminders on their way {'goes' if made.moved == 1 else 'go'} elsewhere because of it.", quiet=True)
        )
    name = [] if made.cover else [button("Name the cover", offer.press("duty:cover", str(made.absence.id)))]
    return card(body, [*name, button("Wrong? Take it back", offer.press_once_alone("duty:back", str(made.absence.id)))], marked=False)


def which_cover_card(absence_id: str, found: Sequence[Officer], offer: Offer) -> Card:
    presses = [button(said_of(one), offer.press_once("duty:cover", absence_id, to=str(one.id))) for one in found]
    return card([heading("Which officer covers?")], presses, marked=False)


def away_card(found: Sequence[Entered], offer: Offer) -> Card:
    """Each with the press that ends it."""
    if not found:
        return card([heading("Who is away"), line(NOBODY_AWAY), line(HOW, quiet=True)], marked=False)
    rows = [(one.officer.name, f"{absence_words(one.absence)}. Cover: {one.cover.name if one.cover else 'none named'}") for one in found]
    ends = [button(f"Back: {one.officer.name}", offer.press_once_alone("duty:back", str(one.absence.id))) for one in found[:6]]
    return card([heading("Who is away"), facts(rows), line(HOW, quiet=True)], ends, marked=False)


def shifts_card(shifts: Sequence[Shift]) -> Card:
    words = [line(f"Your working hours: {shift_words(shifts)}."), line(WAITS, quiet=True)] if shifts else [line(NO_SHIFTS)]
    return card([heading("Entered"), *words], marked=False)


def _back(absence: Absence) -> list[Card]:
    if absence.last is None:
        return [line("Type I'm back when it is over.", quiet=True)]
    day = absence.last + timedelta(days=1)
    return [line(f"Back on {day:%a} {long_date(day)}.", quiet=True)]
