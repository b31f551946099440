"""The record of a breach as plain text, for the crime report."""

from collections.abc import Iterable, Iterator, Sequence

from domain.breaches.answers import answer_words, title_of
from domain.breaches.drafts import Answer, Breach, answered, standing, when_of
from domain.breaches.guarding import guarded
from domain.breaches.points import born, judged_by, points_heading, points_to_prove
from domain.breaches.questions import ARREST, ARREST_WHY, DANGER
from domain.breaches.signing import NOTHING_SINCE, Signing
from domain.breaches.since import since_words
from domain.breaches.then import standings_then, states_of, versions_of, words_of_states
from domain.evidence import Evidence, held_beside
from domain.london import long_moment, to_london
from domain.measure_table import measure_of
from domain.measure_words import breach_words, kind_words, power_words
from domain.measures import Kind
from domain.moments import in_words
from domain.order_states import Standing
from domain.orders import Order, Party
from domain.withholding import with_words_instead

MARKING = "OFFICIAL-SENSITIVE"
TELL_THE_VICTIM = (
    "Tell the victim within one working day of each of these: arrest, interview under caution, release, a change of bail, "
    "or a decision not to investigate."
)
_BETWEEN_PIECES = "\x1e"
ANSWERED = " (answered "


def happened_words(breach: Breach) -> str:
    """When it was, as far as that is known."""
    when = when_of(standing(breach.answers))
    return in_words(when) if when is not None else "time not known"


def arrest_words(breach: Breach, people: Iterable[Party]) -> str:
    """What was recorded of the arrest decision, without where the protected person can be found."""
    return with_words_instead(_arrest(breach), people)


def danger_words(breach: Breach) -> str:
    """Whether danger was told of, also where a later answer says that it had passed; nothing where it never was."""
    told = [one.values for one in breach.answers if one.question == DANGER.id and one.values]
    if ("yes",) not in told:
        return ""
    return "yes" if told[-1] == ("yes",) else "yes at first, then answered no"


def summary(
    breach: Breach, order: Order, evidence: Iterable[Evidence] = (), earlier: Iterable[Order] = (), signing: Signing = NOTHING_SINCE
) -> str:
    """Plain text to paste into the crime report. The protected person's address and contact details are never on it.

    `earlier` are the versions of the order before this one: what they hold of where the person was is kept out as well. `signing` is what came after it was sent.
    """
    return "\n".join(pieces(breach, order, evidence, earlier, signing))


def pieces(
    breach: Breach, order: Order, evidence: Iterable[Evidence] = (), earlier: Iterable[Order] = (), signing: Signing = NOTHING_SINCE
) -> list[str]:
    """The summary piece by piece: a line of the program's own, or all lines of one answer, whatever was typed into it."""
    earlier = tuple(earlier)
    registered = held_beside(breach, evidence, served_copy=order.served_file)
    lines = (*_lines(breach, order, earlier, registered), "", *since_words(signing), "", TELL_THE_VICTIM)
    whole = _BETWEEN_PIECES.join(piece.replace(_BETWEEN_PIECES, " ") for piece in lines)
    return with_words_instead(whole, [one.applicant for one in (order, *earlier)]).split(_BETWEEN_PIECES)


def _lines(breach: Breach, order: Order, earlier: Sequence[Order], registered: Sequence[str]) -> Iterator[str]:
    yield MARKING
    yield f"Breach of {measure_of(order.kind).with_article}: {breach.reference}"
    yield f"Recorded {long_moment(breach.recorded_at)} by {breach.recorder}"
    yield from given_words(breach)
    yield f"Order: {order.reference}, version {breach.order_version}, case {order.case_no}{_court(order)}"
    yield from _versions(versions_of(breach, (*earlier, order)))
    yield f"Respondent: {order.respondent.name}{born(order)}"
    yield f"Protected person: {order.applicant.name}"
    yield words_of_states(breach.states, order.kind)
    yield from _kind(breach, order)
    if breach.risk_tool:
        yield f"Risk is assessed with {breach.risk_tool}."
    yield ""
    for question, given in answered(breach.answers):
        yield f"{title_of(question.id)}{'' if _as_the_rest(breach, given) else _given_otherwise(breach, given)}:"
        yield answer_words(guarded(order, given))
    yield ""
    standings = standings_of(breach, order, earlier)
    yield f"{points_heading(order.kind)} (what is held and what is lacking; for {judged_by(order.kind)} to judge):"
    for number, point in enumerate(points_to_prove(order, standing(breach.answers), breach.states, registered, standings), 1):
        said = f" Said: {point.said}." if point.said else ""
        yield f"{number}. {point.title}. Held: {point.shown}.{said} Lacking: {point.lacking or 'nothing known'}"


def given_words(breach: Breach) -> Iterator[str]:
    """When the recorder answered on the day of the record, once for all answers that say nothing else."""
    times = sorted(given.at for _, given in answered(breach.answers) if _as_the_rest(breach, given))
    if not times:
        return
    first, last = long_moment(times[0]), f"{to_london(times[-1]):%H:%M}"
    yield f"Answers given: {first}" if first.endswith(last) else f"Answers given: {first} to {last}"


def _as_the_rest(breach: Breach, given: Answer) -> bool:
    return given.by == breach.recorded_by and to_london(given.at).date() == to_london(breach.recorded_at).date()


def _given_otherwise(breach: Breach, given: Answer) -> str:
    """Of one that was given on another day, or by somebody else."""
    by = "" if given.by == breach.recorded_by else " by another officer"
    return f"{ANSWERED}{long_moment(given.at)}{by})"


def standings_of(breach: Breach, order: Order, earlier: Sequence[Order]) -> tuple[Standing, ...]:
    """How the order stood then, in more than a word; nothing where what is held by now would say another state than the record."""
    standings = standings_then(order, when_of(standing(breach.answers)), earlier)
    return standings if states_of(standings) == breach.states else ()


def _versions(numbers: Sequence[int]) -> Iterator[str]:
    """The line of the order names one of them."""
    if len(numbers) > 1:
        yield f"Versions of the order that may have governed then: {', '.join(map(str, numbers))}"


def _kind(breach: Breach, order: Order) -> Iterator[str]:
    """Of any measure but an NMO: what a breach of it is, and the power of arrest as it was at the time."""
    if order.kind is Kind.NMO:
        return
    when = when_of(standing(breach.answers))
    yield f"Kind: {kind_words(order.kind)}"
    yield f"Breach: {breach_words(order)}"
    yield f"Power: {power_words(order, breach.recorded_at if when is None else when.end)}"


def _court(order: Order) -> str:
    return f", {order.court_name}" if order.court_name else ""


def _arrest(breach: Breach) -> str:
    answers: dict[str, Answer] = {question.id: given for question, given in answered(breach.answers)}
    told = [" ".join(answer_words(answers[one.id]).splitlines()) for one in (ARREST, ARREST_WHY) if one.id in answers]
    return "; ".join(told) or "not recorded yet; record it, with the reason if there was no arrest"
