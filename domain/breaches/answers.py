"""One answer as a person reads it, and what was read from typed words said back."""

from collections.abc import Iterable, Sequence

from domain.breaches.choices import LABELS, NOT_SURE
from domain.breaches.drafts import Answer, span_of
from domain.breaches.questions import BY_ID, CONDITIONS, PAGE_OF, Kind, Question
from domain.breaches.terms import number_of
from domain.moments import in_words

UNREAD_TIME = "time as typed, not read: fix it before this goes further"
NO_CONDITION_READ = "no condition could be read from it: change it, or tell your sergeant"
NOTHING_READ = "Nothing ticked"
ALSO_SAID = "Also said"
TITLES = frozenset({ALSO_SAID, *(one.title for one in BY_ID.values())})


def title_of(question: str) -> str:
    return BY_ID[question].title if question in BY_ID else ALSO_SAID


def answer_words(given: Answer) -> str:
    if given.skipped is not None:
        return f"left out: {given.skipped}" + (f".\nSaid: {quoted(given)}" if given.text else "")
    kind = BY_ID[given.question].kind if given.question in BY_ID else Kind.WORDS
    if kind is Kind.MOMENT:
        return _moment_words(given)
    if kind is Kind.WORDS and not given.values:
        return given.text
    read = ticked(given) or NOTHING_READ
    return f"{read.rstrip('.')}.\nSaid: {quoted(given)}" if given.text else read


def names_no_condition(given: Answer) -> bool:
    """Kept as it was typed, and neither a condition nor that it is not sure was read from it."""
    return (
        given.skipped is None
        and not given.quoted
        and not any(value.startswith("condition_") or value == NOT_SURE.id for value in given.values)
    )


def said_back_words(read: Sequence[tuple[Question, Answer]]) -> str:
    """What was read from typed words, so that the officer can put it right; a locked phone may show it, so the order's own conditions go by number alone."""
    told = "; ".join(f"{question.title}: {_read_words(given)}" for question, given in read)
    page = PAGE_OF[read[0][0].id]
    return (
        f"I read that as: {told.rstrip('.')}. Your words are kept beside it. If it is not right, or not all, type 'change {page.number}'."
    )


def ticked(given: Answer) -> str:
    return "; ".join(part for part in (*given.quoted, labels(given.values)) if part)


def labels(values: Iterable[str]) -> str:
    """The order's own conditions are not among them: an answer quotes those."""
    return "; ".join(LABELS[value] for value in values if value in LABELS)


def quoted(given: Answer | None) -> str:
    """Words that were typed: said, which is not yet held."""
    return "" if given is None or not given.text else f'"{" / ".join(given.text.splitlines())}"'


def _read_words(given: Answer) -> str:
    read = "; ".join(part for part in (*(number_of(one) for one in given.quoted), labels(given.values)) if part)
    if read:
        return read
    span = span_of(given)
    return in_words(span) if span is not None else "kept as you typed it"


def _moment_words(given: Answer) -> str:
    span = span_of(given)
    return f'"{given.text}" ({UNREAD_TIME})' if span is None else f'{in_words(span)} (as typed: "{given.text}")'


def condition_kept_words(given: Answer) -> str:
    """That nothing was read from the words about the condition; nothing to say where something was."""
    unread = given.question == CONDITIONS.id and given.skipped is None and names_no_condition(given)
    return f"Kept as you typed it ({NO_CONDITION_READ})." if unread else ""
