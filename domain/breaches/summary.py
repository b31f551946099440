"""What a breach comes to in words: each answer, the points to prove, and the text for the crime report."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from domain.breaches.drafts import Answer, Breach, standing, when_of, words_of_states
from domain.breaches.questions import (
    AWARENESS,
    CONDITIONS,
    DANGER,
    EVIDENCE,
    HAPPENED,
    LABELS,
    NOT_KNOWN,
    NOT_SURE,
    QUESTIONS,
    SAFE,
    STOCK,
    WHEN,
)
from domain.breaches.reading import arrest_line, evidence_lines, gives_evidence, lacks_reason
from domain.evidence import Evidence, held_beside
from domain.london import long_date, long_moment, to_london
from domain.moments import in_words
from domain.orders import LIVE, Order, OrderState, Party
from domain.withholding import with_words_instead

MARKING = "OFFICIAL-SENSITIVE"
TELL_THE_VICTIM = (
    "Tell the victim within one working day of each of these: arrest, interview under caution, release, a change of bail, "
    "or a decision not to investigate."
)
UNREAD_TIME = "time as typed, not read: fix it before this goes further"
NO_CONDITION_READ = "no condition could be read from it: change it, or tell your sergeant"
READ_FROM_WORDS = (CONDITIONS.id, AWARENESS.id)
ACCOUNT_GIVEN = "the account given"
EVIDENCE_GIVEN = "the evidence given"
NOTHING_READ = "Nothing ticked"
_BETWEEN_PIECES = "\x1e"
_HARASSMENT = re.compile(r"\b(?:harass|pester|intimidat|molest)", re.IGNORECASE)
_TITLES = {
    DANGER.id: "Danger now",
    SAFE.id: "Help",
    HAPPENED.id: "What happened",
    WHEN.id: "When",
    CONDITIONS.id: "Condition broken, and how",
    AWARENESS.id: "How the respondent knew of the order",
    EVIDENCE.id: "Evidence",
}


@dataclass(frozen=True)
class Point:
    """One point to prove: what speaks for it, what is lacking, and what was only said. It informs; it never decides."""

    title: str
    held: str
    lacking: str
    said: str = ""


def title_of(question: str) -> str:
    return _TITLES[question]


def answer_words(given: Answer) -> str:
    """One answer as a person reads it."""
    if given.skipped is not None:
        return f"left out: {given.skipped}" + (f".\nSaid: {_quoted(given)}" if given.text else "")
    if given.question == WHEN.id:
        return _when_words(given)
    ticked = _ticked(given)
    if given.question == EVIDENCE.id and ticked:
        ticked = f"Will be lost soon: {ticked}"
    if given.question in READ_FROM_WORDS:
        read = ticked or NOTHING_READ
        return f"{read.rstrip('.')}.\nSaid: {_quoted(given)}" if given.text else read
    return "\n".join(part for part in (given.text, ticked) if part)


def names_no_condition(given: Answer) -> bool:
    """Kept as it was typed, and neither a condition nor that it is not sure was read from it."""
    return (
        given.skipped is None
        and not given.quoted
        and not any(value.startswith("condition_") or value == NOT_SURE.id for value in given.values)
    )


def conditions_said_back(given: Answer) -> str:
    """What was read from typed words, so that the officer can put it right; nothing where it was only ticked."""
    if not given.text or given.skipped is not None:
        return ""
    if names_no_condition(given):
        return f"Kept as you typed it ({NO_CONDITION_READ})."
    return f"I read that as: {_ticked(given).rstrip('.')}. Your words are kept beside it. If it is not right, or not all, type 'change {CONDITIONS.number}'."


def awareness_said_back(given: Answer) -> str:
    """As `conditions_said_back`; words from which nothing could be read are kept and stop nobody."""
    if not given.text or given.skipped is not None:
        return ""
    if not given.values:
        return "Kept as you typed it: I ticked nothing from it."
    return f"I read that as: {_ticked(given)}. Your words are kept beside it. If it is not right, or not all, type 'change {AWARENESS.number}'."


def points_to_prove(
    order: Order, answers: Mapping[str, Answer], states: tuple[OrderState, ...], registered: Sequence[str] = ()
) -> list[Point]:
    """`registered` is what the register holds of service and of awareness beside the answer."""
    return [
        _identity(order),
        _in_force(order, answers, states),
        _forbidden_act(answers),
        _awareness(answers.get(AWARENESS.id), registered),
        Point("No reasonable excuse", "", "Any explanation, word for word. Once one is raised it is for the prosecution to disprove it."),
        Point("Not already punished as contempt", "", "Check with the family court."),
    ]


def happened_words(breach: Breach) -> str:
    """When it was, as far as that is known."""
    when = when_of(standing(breach.answers))
    return in_words(when) if when is not None else "time not known"


def arrest_words(breach: Breach, people: Iterable[Party]) -> str:
    """What was recorded of the arrest decision, without where the protected person can be found."""
    return with_words_instead(_arrest(standing(breach.answers)), people)


def danger_words(breach: Breach) -> str:
    """Whether danger was told of, also where a later answer says that it had passed; nothing where it never was."""
    told = [one.values for one in breach.answers if one.question == DANGER.id and one.values]
    if ("yes",) not in told:
        return ""
    return "yes" if told[-1] == ("yes",) else "yes at first, then answered no"


def summary(breach: Breach, order: Order, evidence: Iterable[Evidence] = (), earlier: Iterable[Order] = ()) -> str:
    """Plain text to paste into the crime report. The protected person's address and contact details are never on it.

    `earlier` are the versions of the order before this one: what they hold of where the person was is kept out as well.
    """
    return "\n".join(pieces(breach, order, evidence, earlier))


def pieces(breach: Breach, order: Order, evidence: Iterable[Evidence] = (), earlier: Iterable[Order] = ()) -> list[str]:
    """The summary piece by piece: a line of the program's own, or all lines of one answer, whatever was typed into it."""
    registered = held_beside(breach, evidence, served_copy=order.served_file)
    whole = _BETWEEN_PIECES.join(piece.replace(_BETWEEN_PIECES, " ") for piece in _lines(breach, order, registered))
    return with_words_instead(whole, [one.applicant for one in (order, *earlier)]).split(_BETWEEN_PIECES)


def _lines(breach: Breach, order: Order, registered: Sequence[str]) -> Iterator[str]:
    answers = standing(breach.answers)
    yield MARKING
    yield f"Breach of a non-molestation order: {breach.reference}"
    yield f"Recorded {long_moment(breach.recorded_at)} by {breach.recorder}"
    yield f"Order: {order.reference}, version {breach.order_version}, case {order.case_no}{_court(order)}"
    yield f"Respondent: {order.respondent.name}{_born(order)}"
    yield f"Protected person: {order.applicant.name}"
    yield words_of_states(breach.states)
    yield ""
    for question in QUESTIONS:
        if question.id in answers:
            given = answers[question.id]
            yield f"{title_of(question.id)} (answered {long_moment(given.at)}):"
            yield answer_words(replace(given, text=evidence_lines(given.text))) or "nothing said"
    yield f"Arrest decision: {_arrest(answers)}"
    yield ""
    yield "Points to prove (what is held and what is lacking; for the investigator and the CPS to judge):"
    for number, point in enumerate(points_to_prove(order, answers, breach.states, registered), 1):
        said = f" Said: {point.said}." if point.said else ""
        yield f"{number}. {point.title}. Held: {point.held or 'nothing yet'}.{said} Lacking: {point.lacking or 'nothing known'}"
    yield ""
    yield TELL_THE_VICTIM


def _when_words(given: Answer) -> str:
    span = when_of({WHEN.id: given})
    return f'"{given.text}" ({UNREAD_TIME})' if span is None else f'{in_words(span)} (as typed: "{given.text}")'


def _court(order: Order) -> str:
    return f", {order.court_name}" if order.court_name else ""


def _born(order: Order) -> str:
    return f", born {long_date(order.respondent.dob)}" if order.respondent.dob else ""


def _arrest(answers: Mapping[str, Answer]) -> str:
    given = answers.get(EVIDENCE.id)
    decision = arrest_line(given.text) if given else ""
    if lacks_reason(decision):
        return f"{decision} (the reason is missing)"
    return decision or "not recorded yet; record it, with the reason if there was no arrest"


def _identity(order: Order) -> Point:
    return Point(
        "The person is the respondent",
        f"on the order: {order.respondent.name}{_born(order)}",
        "how it is known who did it: photograph, body-worn video, attribution of the phone or account",
    )


def _in_force(order: Order, answers: Mapping[str, Answer], states: tuple[OrderState, ...]) -> Point:
    held = f"order {order.reference}; {words_of_states(states).rstrip('.')}"
    return Point("The order existed and was in force then", held, "; ".join(_force_lacks(order, answers, states)))


def _force_lacks(order: Order, answers: Mapping[str, Answer], states: tuple[OrderState, ...]) -> Iterator[str]:
    when = when_of(answers)
    sealed = "a copy of the sealed order in the file" if order.has_document else "the sealed order"
    yield f"{sealed}, and the court's confirmation for that date"
    if when is None:
        yield "the time of the act"
    if not LIVE.issuperset(states):
        yield "proof that it was in force at that time"
    if order.made_on is None:
        yield "the date on which it was made (not known until the document is read)"
    if when is not None and order.made_on == to_london(when.start).date():
        yield "the hour at which it was made: the act was on the same day"


def _forbidden_act(answers: Mapping[str, Answer]) -> Point:
    given = answers.get(CONDITIONS.id)
    values = [value for value in given.values if value != NOT_SURE.id] if given else []
    quoted = given.quoted if given else ()
    told = _told(answers)
    lacks = ["the exceptions in it", f"what {'else ' if EVIDENCE_GIVEN in told else ''}supports the account"]
    if not quoted:
        lacks.insert(0, f"{STOCK[0].lower()}{STOCK[1:]}".rstrip("."))
    if not quoted and not any(value.startswith("condition_") for value in values):
        lacks.insert(0, "which condition it breaks")
    if {"condition_2", "condition_8"} & set(values) or any(_HARASSMENT.search(words) for words in quoted):
        lacks.append("that it was oppressive and unreasonable, judged objectively: messages in full, and the pattern")
    held = "; ".join(part for part in (_own(quoted), _labels(values), *told) if part)
    return Point("An act that the order forbids", held, "; ".join(lacks), _quoted(given))


def _told(answers: Mapping[str, Answer]) -> tuple[str, ...]:
    """The account and the evidence, by name: they stand in full above the points to prove."""
    account, evidence = answers.get(HAPPENED.id), answers.get(EVIDENCE.id)
    given = (ACCOUNT_GIVEN, account is not None and account.text), (EVIDENCE_GIVEN, evidence is not None and gives_evidence(evidence.text))
    return tuple(name for name, there in given if there)


def _awareness(given: Answer | None, registered: Sequence[str]) -> Point:
    """Service is no point of its own: it is one of the ways in which the respondent may have come to know."""
    answered = _labels(value for value in given.values if value != NOT_KNOWN.id) if given is not None else ""
    in_register = f"in the register: {' '.join(registered)}".rstrip(".") if registered else ""
    held = "; ".join(part for part in (answered, in_register) if part)
    proof = (
        "the statement, recording or message that shows it, and its time"
        if held
        else "how and when the respondent came to know that it exists"
    )
    return Point("Knew that the order existed (needed where it was made without notice)", held, proof, _quoted(given))


def _ticked(given: Answer) -> str:
    return "; ".join(part for part in (*given.quoted, _labels(given.values)) if part)


def _own(quoted: Sequence[str]) -> str:
    """Without their own last stops: more follows, and a stop ends it all."""
    words = " / ".join(one.rstrip(". ") for one in quoted)
    return f"of the order's own conditions, as checked against the sealed order: {words}" if quoted else ""


def _labels(values: Iterable[str]) -> str:
    """The order's own conditions are not among them: an answer quotes those."""
    return "; ".join(LABELS[value] for value in values if value in LABELS)


def _quoted(given: Answer | None) -> str:
    """Words that were typed: said, which is not yet held."""
    return "" if given is None or not given.text else f'"{" / ".join(given.text.splitlines())}"'
