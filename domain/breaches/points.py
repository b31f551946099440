"""The points to prove, each with what is held for it and what is lacking. They inform; they never decide."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from domain.breaches.answers import labels, quoted, ticked
from domain.breaches.choices import NOT_KNOWN, NOT_SURE, STOCK
from domain.breaches.drafts import Answer, values_of, when_of
from domain.breaches.guarding import guarded, guarded_conditions
from domain.breaches.questions import (
    AWARENESS,
    AWARENESS_MORE,
    CONDITIONS,
    CONTEMPT_DONE,
    EVIDENCE,
    EXCEPTION,
    EXPLAINED_AT_ALL,
    EXPLANATION,
    HAPPENED,
    IDENTITY,
    IDENTITY_MORE,
    is_asked,
)
from domain.breaches.terms import numbers_of
from domain.breaches.then import words_of_states
from domain.evidence import BEFORE
from domain.london import long_date, to_london
from domain.measure_table import measure_of
from domain.measure_words import NO_POWER, POWER_UNKNOWN, attached_words, typed_words
from domain.measures import Consequence, Kind, Proof
from domain.order_states import Standing, Stands, standing_words
from domain.orders import LIVE, Order, OrderState

ACCOUNT_GIVEN = "the account given"
BEFORE_IT = "that this was before the act"
EVIDENCE_GIVEN = "the evidence given"
_HARASSMENT = re.compile(r"\b(?:harass|pester|intimidat|molest)", re.IGNORECASE)
_NO_EVIDENCE = frozenset({"id_unknown", "ev_none", NOT_KNOWN.id, NOT_SURE.id})
# Of a return hearing that is still to come it is certain only where the end is known too: its state says that.
_SURE = frozenset({OrderState.IN_FORCE, OrderState.VARIED})
_SURELY = frozenset({Stands.IN_FORCE, Stands.VARIED, Stands.EXTENDED, Stands.RETURN_HEARING_PENDING})


@dataclass(frozen=True)
class Point:
    """One point to prove: what speaks for it, what is lacking, and what was only said. `short` is its name on a strip, `doubt` what is there and not certain."""

    title: str
    held: str
    lacking: str
    said: str = ""
    short: str = ""
    doubt: str = ""

    @property
    def shown(self) -> str:
        return self.held or (f"not certain: {self.doubt}" if self.doubt else "nothing yet")

    @property
    def mark(self) -> str:
        return "some evidence" if self.held else "not certain" if self.doubt else "nothing yet"


def points_to_prove(
    order: Order,
    answers: Mapping[str, Answer],
    states: tuple[OrderState, ...],
    registered: Sequence[str] = (),
    standings: Sequence[Standing] = (),
) -> list[Point]:
    """Those of the measure's kind. `registered` is what the register holds of service and of awareness beside the answer, `standings` how the order stood where more than its state is known."""
    told = _Told(order, answers, states, registered, standings)
    return [
        replace(point, title=title or point.title) for proof, title in measure_of(order.kind).proofs for point in [_POINTS[proof](told)]
    ]


def points_heading(kind: Kind) -> str:
    """A crime is proved; of anything else it is shown to a court."""
    return "Points to prove" if measure_of(kind).consequence is Consequence.OFFENCE else "Points to show the court"


def judged_by(kind: Kind) -> str:
    return "the investigator and the CPS" if measure_of(kind).consequence is Consequence.OFFENCE else "the investigator and the court"


@dataclass(frozen=True)
class _Told:
    """What a point is made of."""

    order: Order
    answers: Mapping[str, Answer]
    states: tuple[OrderState, ...]
    registered: Sequence[str]
    standings: Sequence[Standing]


def strip_words(points: Sequence[Point], kind: Kind = Kind.NMO) -> str:
    """All of them in one line: what has something for it, what is not certain, and what has nothing yet."""
    return f"{points_heading(kind)}: " + "; ".join(f"{one.short}: {one.mark}" for one in points) + "."


def _identity(order: Order, answers: Mapping[str, Answer]) -> Point:
    known, more = answers.get(IDENTITY.id), answers.get(IDENTITY_MORE.id)
    held = labels(value for value in known.values if value not in _NO_EVIDENCE) if known else ""
    return Point(
        "The person is the respondent",
        held,
        f"{'what shows it' if held else 'how it is known who did it'}: photograph, body-worn video, attribution of the phone or account; "
        f"on the order: {order.respondent.name}{born(order)}",
        quoted(more) or quoted(known),
        "identity",
    )


def _in_force(order: Order, answers: Mapping[str, Answer], states: tuple[OrderState, ...], standings: Sequence[Standing]) -> Point:
    """Held only where it was surely in force at both ends of the time, on what the court last told; where it may have been, that is said with why."""
    is_sure = bool(states) and _SURE.issuperset(states) and _SURELY.issuperset(one.how for one in standings)
    may_be = not is_sure and not LIVE.isdisjoint(states)
    stood = f"{measure_of(order.kind).thing} {order.reference}; {words_of_states(states, order.kind).rstrip('.')}"
    how = "; or: ".join(dict.fromkeys(standing_words(one) for one in standings)) if LIVE.issuperset(states) else ""
    lacks = [*([] if is_sure or may_be else [stood]), *_force_lacks(order, answers, states, is_sure=is_sure)]
    return Point(
        "The order existed and was in force then",
        stood if is_sure else "",
        "; ".join(lacks),
        short="order in force",
        doubt=(f"{measure_of(order.kind).thing} {order.reference}; {how}" if how else stood) if may_be else "",
    )


def _force_lacks(order: Order, answers: Mapping[str, Answer], states: tuple[OrderState, ...], *, is_sure: bool) -> Iterator[str]:
    when = when_of(answers)
    row = measure_of(order.kind)
    paper = f"a copy of the {row.paper} in the file" if order.has_document else f"the {row.paper}"
    yield f"{paper}, and {row.confirmed_by} confirmation for that date"
    if when is None:
        yield "the time of the act"
    if states and not is_sure:
        yield "proof that it was in force at that time"
    if order.made_on is None:
        yield "the date on which it was made (not known until the document is read)"
    if when is not None and order.made_at is None and order.made_on == to_london(when.start).date():
        yield "the hour at which it was made: the act was on the same day"


def _forbidden_act(order: Order, answers: Mapping[str, Answer]) -> Point:
    given = answers.get(CONDITIONS.id)
    values = [value for value in given.values if value not in _NO_EVIDENCE] if given else []
    own = given.quoted if given else ()
    told = _told(answers)
    held = (
        "; ".join(part for part in (_own(order.kind, guarded_conditions(order, own)), labels(values), *told) if part)
        if values or told
        else ""
    )
    return Point(
        "An act that the order forbids",
        held,
        "; ".join(_act_lacks(answers, values, own, told)),
        quoted(guarded(order, given) if given else None),
        "forbidden act",
    )


def _act_lacks(answers: Mapping[str, Answer], values: Sequence[str], own: Sequence[str], told: Sequence[str]) -> Iterator[str]:
    if not values:
        yield "which condition it breaks"
    if not own:
        yield f"{STOCK[0].lower()}{STOCK[1:]}".rstrip(".")
    exception = answers.get(EXCEPTION.id)
    if exception is None or exception.values != ("exception_none",):
        yield "the exceptions in it"
    yield f"what {'else ' if EVIDENCE_GIVEN in told else ''}supports the account"
    if {"condition_2", "condition_8"} & set(values) or any(_HARASSMENT.search(words) for words in own):
        yield "that it was oppressive and unreasonable, judged objectively: messages in full, and the pattern"


def _told(answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """The account and the evidence, by name: they stand in full beside the points to prove."""
    account, evidence = answers.get(HAPPENED.id), answers.get(EVIDENCE.id)
    there = evidence is not None and not _NO_EVIDENCE.issuperset(evidence.values)
    given = (ACCOUNT_GIVEN, account is not None and account.text), (EVIDENCE_GIVEN, there)
    return tuple(name for name, is_there in given if is_there)


def _awareness(answers: Mapping[str, Answer], registered: Sequence[str]) -> Point:
    """Service is no point of its own: it is one of the ways in which the respondent may have come to know."""
    given, more = answers.get(AWARENESS.id), answers.get(AWARENESS_MORE.id)
    answered = labels(value for value in given.values if value not in _NO_EVIDENCE) if given is not None else ""
    in_register = f"in the register: {' '.join(registered)}".rstrip(".") if registered else ""
    held = "; ".join(part for part in (answered, in_register) if part)
    proof = (
        "the statement, recording or message that shows it, and its time"
        if held
        else "how and when the respondent came to know that it exists"
    )
    lacking = proof if any(line.endswith(BEFORE) for line in registered) else f"{proof}; {BEFORE_IT}"
    said = " ".join(part for part in (quoted(given), quoted(more)) if part)
    return Point("Knew, before the act, that the order existed (needed where it was made without notice)", held, lacking, said, "awareness")


def _excuse(answers: Mapping[str, Answer]) -> Point:
    """Nothing is held against an excuse by its mere absence: what was asked and said is told."""
    asked = answers.get(EXPLAINED_AT_ALL.id)
    words = answers.get(EXPLANATION.id) if is_asked(EXPLANATION.follows, values_of(answers)) else None
    said = quoted(words) or (ticked(asked) if asked is not None else "")
    held = "the respondent was asked and gave no explanation" if asked is not None and asked.values == ("explained_nothing",) else ""
    lacking = "What would disprove it. " if words is not None else "Any explanation, word for word. "
    return Point(
        "No reasonable excuse", held, f"{lacking}Once one is raised it is for the prosecution to disprove it", said, "no reasonable excuse"
    )


def _contempt(answers: Mapping[str, Answer]) -> Point:
    given = answers.get(CONTEMPT_DONE.id)
    values = given.values if given is not None else ()
    held = "not as far as is known" if values == ("contempt_no",) else ""
    lacking = (
        "it is said to have been dealt with as contempt already: check with the family court before going further"
        if values == ("contempt_yes",)
        else "the family court's word"
    )
    return Point("Not already punished as contempt", held, lacking, short="no contempt")


def _own(kind: Kind, own: Sequence[str]) -> str:
    """Without their own last stops: more follows, and a stop ends it all."""
    words = " / ".join(one.rstrip(". ") for one in own)
    whose = "of the order's own conditions, as checked against the sealed order"
    if kind is not Kind.NMO:
        whose = f"of the {measure_of(kind).thing}'s own terms, {typed_words(kind).partition(':')[0]}"
    return f"{whose}: {words}" if own else ""


def born(order: Order) -> str:
    """Said behind the respondent's name."""
    return f", born {long_date(order.respondent.dob)}" if order.respondent.dob else ""


def _power_attached(order: Order, answers: Mapping[str, Answer]) -> Point:
    """Of an order whose clauses alone carry a power of arrest: whether the clause that was broken is one of them."""
    when, given = when_of(answers), answers.get(CONDITIONS.id)
    broken = numbers_of(given.quoted) if given is not None else frozenset()
    attached = frozenset(_NUMBER.findall(order.power_clauses or ""))
    said = attached_words(order, when.end if when is not None else None)
    runs = order.power_until is None or (when is not None and when.end < order.power_until)
    held = said if broken and broken <= attached and runs else ""
    return Point("", held, _power_lacks(order, broken, attached, said), short="power attached", doubt=said if attached and not held else "")


def _power_lacks(order: Order, broken: frozenset[str], attached: frozenset[str], said: str) -> str:
    if order.power_clauses is None:
        return POWER_UNKNOWN
    if not attached:
        return NO_POWER
    without = ", ".join(sorted(broken - attached))
    return (
        f"clause {without} has no power attached, as entered: no arrest for that"
        if without
        else f"form FL406, read clause by clause: {said}"
    )


_NUMBER = re.compile(r"[0-9]+[a-z]?")
_POINTS: Mapping[Proof, Callable[[_Told], Point]] = {
    Proof.IDENTITY: lambda told: _identity(told.order, told.answers),
    Proof.IN_FORCE: lambda told: _in_force(told.order, told.answers, told.states, told.standings),
    Proof.FORBIDDEN_ACT: lambda told: _forbidden_act(told.order, told.answers),
    Proof.POWER_ATTACHED: lambda told: _power_attached(told.order, told.answers),
    Proof.AWARENESS: lambda told: _awareness(told.answers, told.registered),
    Proof.NO_EXCUSE: lambda told: _excuse(told.answers),
    Proof.NO_CONTEMPT: lambda told: _contempt(told.answers),
}
