"""Records of one person on cards: what a person said of them, what makes two orders mutual, and the question whether two records are of one."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from bot.cards.parts import Card, button, card, heading, line, warning
from bot.offers import Offer
from domain.glances import Glance
from domain.lookups import Match, SafePerson, safe_particulars
from domain.officers import Officer, Permission
from domain.orders import Order, PartyRole
from domain.same_person import LINKED, PersonLink, Record, linked_words, mutual_words
from services.same_person import Compared, Comparison

LINKING_IS = "Your decision is kept with your name and the time and can be undone. Both records stay as they are: nothing is merged."
DIFFERENT_DATES = "The dates of birth differ: say that these are one person only if you know it."
LINKED_NOW = "Recorded: these are records of one person. The card of each now says so."
TAKEN_BACK = "Taken back: these two records are not linked any more. What was said before stays in the log."
_MANY = 2


def also_lines(match: Match) -> Iterator[Card]:
    if match.glance is not None:
        yield from (warning(mutual_words(one)) for one in match.glance.mutual)
        yield from (line(linked_words(one), strong=True) for one in match.glance.also_in)


def also_buttons(match: Match, officer: Officer, offer: Offer) -> Iterator[Card]:
    """Each other order once, and a way to take back each link."""
    if match.glance is None:
        return
    opened = {one.record.order: (one.reference, one.record.role, LINKED) for one in match.glance.also_in}
    opened |= {one.id: (one.reference, PartyRole.APPLICANT, f"mutual order, {one.how}") for one in match.glance.mutual}
    for id, (reference, role, why) in opened.items():
        yield button(f"Open {reference}", offer.press("order:open", str(id), role=role.value, why=why))
    if officer.may(Permission.LINK_RECORDS):
        for one in match.glance.also_in:
            mine = Record(match.order.id, one.whose)
            link = "link" if one.whose is PartyRole.RESPONDENT else "link of the protected person"
            undo = offer.press_once_alone("person:undo", **_pair(mine, one.record), seen=str(one.number))
            yield button(f"Undo {link} to {one.reference}", undo)


def told_of(match: Match) -> set[UUID]:
    """The orders that have a button and words of their own here."""
    glance = match.glance or Glance()
    return {*(one.record.order for one in glance.also_in), *(one.id for one in glance.mutual)}


def same_person_button(at: int, listed: Sequence[Match], officer: Officer, offer: Offer) -> Iterator[Card]:
    """Beside a record of a list: it and the others are then held against each other."""
    chosen = listed[at - 1]
    others = [one for one in listed if one.order.id != chosen.order.id]
    if officer.may(Permission.LINK_RECORDS) and others:
        kept = ";".join(f"{one.order.id}|{one.role.value}" for one in others)
        yield button(f"Same person {at}", offer.press("person:start", str(chosen.order.id), role=chosen.role.value, others=kept))


def compare_card(comparison: Comparison, officer: Officer, offer: Offer) -> Card:
    """The record chosen, then each other one with a button that says it is of the same person."""
    chosen = comparison.chosen
    rows = [_row(one, chosen, officer, offer) for one in comparison.others]
    body = [
        heading("Which record is of the same person?"),
        line(_record(chosen, officer), strong=True),
        line(LINKING_IS, quiet=True),
        *rows,
    ]
    return card(body, speak="Which record is of the same person?")


def linked_card(link: PersonLink, offer: Offer) -> Card:
    one, other = link.one_reference, link.other_reference
    body = [heading("Linked"), line(LINKED_NOW), line(f"{one} ({link.one.role.value}) and {other} ({link.other.role.value})", strong=True)]
    opened = [
        button(f"Open {reference}", offer.press("order:open", str(record.order), role=record.role.value, why=LINKED))
        for record, reference in ((link.one, one), (link.other, other))
    ]
    undo = button("Undo", offer.press_once_alone("person:undo", **_pair(link.one, link.other), seen=str(link.number)))
    return card(body, [*opened, undo], speak="Linked.")


def _row(one: Compared, chosen: Compared, officer: Officer, offer: Offer) -> Card:
    items = [line(_record(one, officer), strong=True)]
    days = {_party_dob(chosen.order, chosen.record), _party_dob(one.order, one.record)} - {None}
    items += [warning(DIFFERENT_DATES)] if len(days) == _MANY else []
    if one.linked:
        items.append(line("Already linked by a person."))
    else:
        press = offer.press_once_alone("person:link", **_pair(chosen.record, one.record), seen=str(one.number))
        items.append({"type": "ActionSet", "actions": [button(f"Same person as {one.order.reference}", press)]})
    return {"type": "Container", "separator": True, "items": items}


def _record(one: Compared, officer: Officer) -> str:
    safe = safe_particulars(one.order, officer)
    person: SafePerson = safe.respondent if one.record.role is PartyRole.RESPONDENT else safe.applicant
    return f"{person.name} ({one.record.role.value} of {one.order.reference}), date of birth: {person.dob}"


def _party_dob(order: Order, record: Record) -> object:
    return order.respondent.dob if record.role is PartyRole.RESPONDENT else order.applicant.dob


def _pair(one: Record, other: Record) -> dict[str, str]:
    return {"subject": str(one.order), "role": one.role.value, "other": str(other.order), "other_role": other.role.value}
