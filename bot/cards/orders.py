"""The answer to a look-up: one order to act on, a short list to choose from, or what was searched and not found."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from uuid import UUID

from bot.cards.order_changes import change_button
from bot.cards.order_parts import CHILDREN, breach_and_power, conditions, exercise, known, lately, on_case, paper, state_line, strip
from bot.cards.papers import check_button, paper_button
from bot.cards.parts import Card, button, button_sets, card, facts, heading, line, warning
from bot.cards.patterns import pattern_strip
from bot.cards.same_person import also_buttons, also_lines, same_person_button, told_of
from bot.cards.transfers import marks
from bot.cards.visit_hands import order_visit_buttons
from bot.offers import Offer
from domain.feed import SECOND_ORDER
from domain.feed_report import WINDOW_DAYS
from domain.london import long_date, long_moment, to_london
from domain.lookups import ELSEWHERE, RESTRICTED_LINE, Found, Match, Namesake, SafePerson, safe_particulars
from domain.matching import Verdict
from domain.measure_table import measure_of
from domain.measure_words import in_brief, kind_words, state_words
from domain.measures import Kind
from domain.officers import Officer, Permission
from domain.order_states import last_confirmed
from domain.orders import Order, PartyRole
from domain.reviews import Link, Relation
from domain.whereabouts import BUTTON, whereabouts

WHY_PARTED = "; "
COMPARE = "Compare the date of birth before you act: nothing has confirmed that this record is of your person."
# Read quickly, midnight is taken for the end of the day that it is the beginning of.
AS_IT_BEGINS = ", as that day begins"
NOT_CHECKED = "Conditions not yet checked: open the order."
A_NAME = "Did you mean a name?"
NO_NAME = "The words below do not look like one, so this says nothing about any person. Type forename, surname and date of birth. If it is the name, it was searched as it stands."
NEAREST = "Nearest of those held, most likely somebody else:"
PROTECTED = (
    "You asked about the protected person (applicant) of this order. The respondent, whom it binds, is the other person named below."
)
_HOW = {
    Relation.REPLACES: ("Replaces", "Replaced by"),
    Relation.EXTENDS: ("Extends", "Extended by"),
    Relation.SEPARATE: ("Linked order, separate:", "Linked order, separate:"),
}


def answer_card(
    match: Match, officer: Officer, now: datetime, offer: Offer, also: Sequence[Namesake] = (), read: Sequence[Card] = ()
) -> Card:
    """What an officer acts on: the state at this moment first, then who and until when, then what; the paper's numbers come last.

    `also` are records of the same name with no date of birth: a mutual order above all. `read` says what the look-up went by.
    """
    order = match.order
    also = [one for one in also if one.id not in told_of(match)]
    other = [warning(PROTECTED)] if match.role is PartyRole.APPLICANT else []
    why = [line(f"Why this record: {', '.join(match.reasons)}.", quiet=True)] if match.reasons else []
    chosen = [warning(COMPARE)] if match.chosen else [] if match.plain else [warning(not_plain_words(match))]
    review = [warning(f"This record is being checked: {order.needs_review}.")] if order.needs_review else []
    linked = [warning(link_words(link, order.id)) for link in match.links]
    acted_on = [_people(order, officer), *known(match), *conditions(match), *breach_and_power(match, now), *lately(match, now)]
    others = [button(f"Open {one.reference}", _open(one.id, one.role, one.reasons, offer)) for one in also]
    body = [
        *exercise(order),
        strip(match, now),
        *chosen,
        *other,
        *also_lines(match),
        *map(_namesake, also),
        *why,
        *read,
        *review,
        *linked,
        *(warning(words) for words in marks(match.transfers)),
        *pattern_strip(match.glance.pattern if match.glance else None),
        *on_case(match),
        *acted_on,
        paper(order),
        *button_sets([*also_buttons(match, officer, offer), *others, *_on_the_case(match, officer, offer)]),
    ]
    return card(body, _next_steps(match, officer, offer), speak=f"Order found. {state_words(order.kind, match.state)}.")


def link_words(link: Link, order_id: UUID) -> str:
    """What a person said of this order and another on its case."""
    is_later = order_id == link.later
    other = link.earlier_reference if is_later else link.later_reference
    how = _HOW[link.relation][0 if is_later else 1]
    return (
        f"{how} {other}: so recorded on {long_date(to_london(link.at).date())}. What stands here is still what this order's own paper says."
    )


def not_plain_words(match: Match) -> str:
    """Beside a match that rests on a rare name or the same home: what the officer has to compare."""
    return f"Not every particular is the same: {', '.join(match.reasons)}. Compare them before you act."


def _on_the_case(match: Match, officer: Officer, offer: Offer) -> Iterator[Card]:
    others = {link.earlier: link.earlier_reference for link in match.links} | {link.later: link.later_reference for link in match.links}
    others |= {one.id: one.reference for one in match.glance.on_case} if match.glance else {}
    for id, reference in others.items():
        if id not in {match.order.id, *told_of(match)}:
            yield button(f"Open {reference}", offer.press("order:open", str(id)))
    if officer.may(Permission.REVIEW_ORDERS) and (match.links or SECOND_ORDER in (match.order.needs_review or "")):
        yield button("Orders on this case", offer.press("review:open", str(match.order.id)))


def _namesake(also: Namesake) -> Card:
    whom = "the applicant (protected person)" if also.role is PartyRole.APPLICANT else "the respondent"
    return warning(f"Somebody of this name is {whom} in {also.reference}. No date of birth is held there: it may be the same person.")


def list_card(found: Found, officer: Officer, offer: Offer) -> Card:
    """Nobody is picked for the officer: each record has a button of its own."""
    title = "Which order?" if found.verdict is Verdict.MATCH else "Possible, not confirmed"
    title = "Named in a condition" if found.by_place else title
    rows = rows_of(found, officer, offer)
    ask = [line(f"Do you have the {found.ask}? Type it next, by itself, or the number of the record you choose.")] if found.ask else []
    return card([heading(title), line(found.why), *read_lines(found), *rows, *ask, *_searched(found)], speak=f"{len(rows)} to choose from.")


def nothing_card(found: Found, near: Sequence[Card] = ()) -> Card:
    """Never a bare "no": what was searched, how old it is, and where else to look. `near`, the nearest held, stand below all of it."""
    body = [heading("Nothing found in this register"), line(found.why), *_nowhere(found)]
    return card([*body, *([line(NEAREST, strong=True)] if near else []), *near], speak="Nothing found in this register.")


def no_name_card(found: Found) -> Card:
    """The same after a search for words that look like nobody's name: that nothing was found must not pass for an answer about a person."""
    body = [heading(A_NAME), line(NO_NAME), line(f"Nothing found in this register. {found.why}"), *_nowhere(found)]
    return card(body, speak=f"{A_NAME} Nothing found in this register.")


def _nowhere(found: Found) -> list[Card]:
    return [*read_lines(found), *_searched(found), warning(RESTRICTED_LINE), line(ELSEWHERE)]


def read_lines(found: Found) -> list[Card]:
    """What was read of the officer's words: on the card alone, since a notification shows the rest."""
    read = [line(f"Searched for: {found.asked_for}", strong=True)] if found.asked_for else []
    return [*read, *(line(note) for note in found.notes)]


def _people(order: Order, officer: Officer) -> Card:
    safe, hearing = safe_particulars(order, officer), order.return_hearing_on
    return facts(
        [
            ("Kind", kind_words(order.kind)),
            ("Respondent", safe.respondent.name),
            ("Date of birth", safe.respondent.dob),
            ("Area", safe.respondent.area),
            ("Protected person (applicant)", safe.applicant.name),
            ("Children", CHILDREN if order.kind is Kind.NMO else f"as the {measure_of(order.kind).paper} names them"),
            ("Made on", _made_on(order)),
            ("Ends", _end(order)),
            ("Return hearing", long_date(hearing) if hearing else None),
        ]
    )


def _made(order: Order) -> str:
    return f"made on {long_date(order.made_on)}" if order.made_on else "day it was made not known"


def _made_on(order: Order) -> str:
    if order.made_at is not None:
        return long_moment(order.made_at)
    return long_date(order.made_on) if order.made_on else "not known until the order is read"


def _end(order: Order) -> str:
    if order.expires_at is not None:
        begins = to_london(order.expires_at).time() == time()
        return f"{long_moment(order.expires_at)}{AS_IT_BEGINS if begins else ''}"
    return f"could not be read, the court wrote: {order.end_raw}" if order.end_raw else "no end date given"


def _next_steps(match: Match, officer: Officer, offer: Offer) -> list[Card]:
    order, id = match.order, str(match.order.id)
    told = match.glance is not None and match.glance.watched
    return [
        button("Record a breach", offer.press("breach:start", id), style="positive"),
        *_of_the_paper(order, officer, offer),
        button("Conditions", offer.press("order:conditions", id)),
        *_of_the_address(order, officer, offer),
        button("Guidance", offer.press("guidance:page", measure_of(order.kind).page)),
        *order_visit_buttons(match, officer, offer),
        *_of_measures(order, officer, offer),
        button("History", offer.press("order:history", id)),
        *([change_button(order, offer)] if officer.may(Permission.RECORD_SERVICE) else []),
        button("Stop telling me", offer.press("order:unwatch", id))
        if told
        else button("Tell me when it changes", offer.press("order:watch", id)),
        button("Not this person", offer.press("order:not_this", id)),
    ]


def _of_the_paper(order: Order, officer: Officer, offer: Offer) -> Iterator[Card]:
    if order.has_document:
        yield paper_button(order, offer)
    if order.has_document and not order.conditions_checked and officer.may(Permission.CHECK_CONDITIONS):
        yield check_button(order, offer)


def _of_measures(order: Order, officer: Officer, offer: Offer) -> Iterator[Card]:
    id = str(order.id)
    if officer.may(Permission.REVIEW_RETENTION):
        yield button("Retention", offer.press("retention:open", id))
    yield button("Measures", offer.press("measure:beside", id))
    if officer.may(Permission.CHANGE_ORDER) and order.kind is not Kind.NMO:
        yield button("Change", offer.press("measure:ask_change", id))
        yield button("End", offer.press("measure:ask_end", id))


def _of_the_address(order: Order, officer: Officer, offer: Offer) -> Iterator[Card]:
    """The address itself stands on no card of an order."""
    if whereabouts(order, officer):
        yield button(BUTTON, offer.press("address:ask", str(order.id)))


def rows_of(found: Found, officer: Officer, offer: Offer) -> list[Card]:
    """Each with a button of its own, for whoever knows better."""
    return [_row(at, found.matches, officer, offer) for at in range(1, len(found.matches) + 1)]


def _row(at: int, listed: Sequence[Match], officer: Officer, offer: Offer) -> Card:
    match = listed[at - 1]
    safe = safe_particulars(match.order, officer)
    person: SafePerson = safe.respondent if match.role is PartyRole.RESPONDENT else safe.applicant
    choose = button(f"Choose {at}", _open(match.order.id, match.role, match.reasons, offer))
    items = [
        *exercise(match.order),
        line(f"{at}. {person.name} ({match.role.value})", strong=True),
        line(f"Date of birth: {person.dob}. Area: {person.area}."),
        *([] if person is safe.respondent else [line(f"Respondent: {safe.respondent.name}, date of birth {safe.respondent.dob}.")]),
        line(f"{state_line(match)}. {last_confirmed(match.order)}"),
        line(f"{match.order.reference}, {_made(match.order)}. Case {match.order.case_no}."),
        line(in_brief(match.order.kind)),
        *(line(link_words(link, match.order.id)) for link in match.links),
        *(line(words) for words in marks(match.transfers)),
        *([] if match.order.conditions_checked else [line(NOT_CHECKED, quiet=True)]),
        line(f"Why listed: {', '.join(match.reasons)}.", quiet=True),
        {"type": "ActionSet", "actions": [choose, *same_person_button(at, listed, officer, offer)]},
    ]
    return {"type": "Container", "separator": True, "items": items}


def _open(id: UUID, role: PartyRole, reasons: Sequence[str], offer: Offer) -> dict[str, str]:
    """Why it was listed goes with the button: it says which particulars agree and holds none of them."""
    return offer.press("order:open", str(id), role=role.value, why=WHY_PARTED.join(reasons))


def _searched(found: Found) -> list[Card]:
    age = "It is not known when the last court feed was taken in."
    if found.register_as_of is not None:
        age = f"The last court feed was taken in on {long_moment(found.register_as_of)}."
    if found.days_without:
        age += f" No file came for {found.days_without} of the last {WINDOW_DAYS} days: orders made then may be missing here."
    return [line(f"{found.searched} {age}", quiet=True)]
