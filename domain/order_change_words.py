"""A change to an order in words: each thing as it was before and as it is after, without where the protected person can be found."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from domain.case_numbers import normal_case
from domain.evidence import HOW_WORDS, NOT_CONFIRMED, Evidence, EvidenceKind, outline
from domain.london import deadline, long_date, long_moment
from domain.measures import Kind
from domain.order_changes import ENDS, EVIDENCE_OF, ChangeKind, Proposed, held_on
from domain.orders import Order
from domain.terms import OrderTerms
from domain.withholding import without_whereabouts

Line = tuple[str, str, str]
# The line that says that a change brought terms of its own, so that whoever takes it back takes them back too.
TERMS = "Terms"
NOTHING = "nothing recorded"
NOT_BY_APPLICANT = "The applicant must not serve the papers in person (FPR 10.6). If the applicant did, say so in the proof and tell the court or the solicitor."
CONDITIONS_OPEN = "What the court changed in the conditions counts here only once a person has checked the new paper. Until then officers are told to ask."
HOUR_UNKNOWN = "The hour is not known: for anything done that day, ask the court for it."
_HEARING = "Return hearing"
_TITLES = {
    EvidenceKind.SERVICE: "Service",
    EvidenceKind.ATTEMPT: "Attempted service",
    EvidenceKind.AWARENESS: "Awareness",
}
_NOTICE = {None: "not known", True: "without notice", False: "on notice"}


def compared(before: Order, after: Order) -> tuple[Line, ...]:
    """Only what differs."""
    court = before.kind is Kind.NMO
    lines = (
        ("Made", _made(before), _made(after)),
        ("Number", _number(before), _number(after)),
        ("Made by", before.court_name or NOTHING, after.court_name or NOTHING),
        ("Notice", _NOTICE[before.without_notice], _NOTICE[after.without_notice]),
        ("Ends", _end(before), _end(after)),
        (_HEARING, _day(before.return_hearing_on), _day(after.return_hearing_on)),
        ("Conditions", _conditions(before), _conditions(after)),
        ("Power of arrest attached to", _clauses(before), _clauses(after)),
        ("Power of arrest ends", _until(before), _until(after)),
        ("Discharged" if court else "Ended", _moment(before.discharged_at), _moment(after.discharged_at)),
        ("Undertaking instead", _moment(before.undertaking_at), _moment(after.undertaking_at)),
        ("Changed by the court" if court else "Varied or extended", _changed(before), _changed(after)),
    )
    return tuple(one for one in lines if one[1] != one[2])


def terms_line(before: OrderTerms | None, after: OrderTerms) -> Line:
    """How many and of when, not what they say: they may name where the protected person is."""
    return TERMS, "none entered" if before is None else _terms(before), _terms(after)


def told_of_court(before: Order, after: Order, said: Proposed, now: datetime) -> tuple[Line, ...]:
    """Of a hearing that changed nothing, that it was held and how long the order goes on."""
    lines = compared(before, after)
    if said.kind is not ChangeKind.HELD:
        return lines
    held = f"held on {long_date(held_on(said, now))}, order goes on {_goes_on(after)}"
    return ((_HEARING, _day(before.return_hearing_on), held), *(one for one in lines if one[0] != _HEARING))


def evidence_line(said: Proposed, held: Sequence[Evidence], order: Order) -> Line:
    kind = EVIDENCE_OF[said.kind]
    before = [outline(one).partition(": ")[2] for one in held if one.kind is kind]
    nothing = NOT_CONFIRMED.partition(".")[0] if kind is EvidenceKind.SERVICE else NOTHING
    how = "" if kind is EvidenceKind.ATTEMPT else f"{HOW_WORDS[said.how]}, "
    proof = f". {said.words}" if said.words else ""
    after = without_whereabouts(f"{how}{_told_when(said)}, by {said.by_whom}{proof}", order.applicant)
    return _TITLES[kind], " ".join(before) or nothing, after


def cautions(said: Proposed) -> Iterator[str]:
    """What an officer ought to know before confirming."""
    if said.kind is ChangeKind.SERVED and any(word in said.by_whom.casefold() for word in ("applicant", "victim", "protected person")):
        yield NOT_BY_APPLICANT
    if said.kind is ChangeKind.VARIED and said.conditions:
        yield CONDITIONS_OPEN
    if said.kind in ENDS | {ChangeKind.VARIED} and said.at is None:
        yield HOUR_UNKNOWN


def _told_when(said: Proposed) -> str:
    if said.at is not None:
        return long_moment(said.at)
    return f"on {long_date(said.on)}" if said.on is not None else "day not known"


def _number(order: Order) -> str:
    return "none" if order.case_no == normal_case(order.reference) else order.case_no


def _end(order: Order) -> str:
    if order.expires_at is not None:
        return long_moment(order.expires_at)
    return "no end date known"


def _goes_on(order: Order) -> str:
    """The next hearing is when it is looked at again, whatever its end."""
    parts = [f"until {long_moment(order.expires_at)}" if order.expires_at is not None else "with no end named"]
    return ", ".join([*parts, *([f"next hearing on {long_date(order.return_hearing_on)}"] if order.return_hearing_on is not None else [])])


def _day(day: date | None) -> str:
    return "none" if day is None else long_date(day)


def _moment(moment: datetime | None) -> str:
    """What is known of a day alone ended with that day, and stands at its midnight."""
    return "no" if moment is None else deadline(moment)


def _made(order: Order) -> str:
    return long_moment(order.made_at) if order.made_at else _day(order.made_on)


def _clauses(order: Order) -> str:
    return "not known" if order.power_clauses is None else order.power_clauses or "no clause"


def _until(order: Order) -> str:
    return "with the order" if order.power_until is None else long_moment(order.power_until)


def _terms(one: OrderTerms) -> str:
    return f"{len(one.draft.conditions)}, as entered {long_moment(one.at)}"


def _conditions(order: Order) -> str:
    if order.kind is not Kind.NMO:
        return "as an officer entered them" if order.conditions_checked else "not entered, or varied since"
    return "checked against the sealed order" if order.conditions_checked else "not yet checked"


def _changed(order: Order) -> str:
    if order.change is None:
        return "never"
    at = long_moment(order.changed_at) if order.changed_at else f"on {_day(order.changed_on)}"
    return f"{order.change.value}, {at}"
