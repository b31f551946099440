"""What is to be looked at in the times of events before a record is sent: the clock for telling the victim runs from them."""

from collections.abc import Iterator

from domain.breaches.drafts import Answer, answered, span_of, standing, when_of
from domain.breaches.questions import ARREST_WHEN, EVENT_TIMES
from domain.breaches.updates import EVENT_WORDS, UpdateEvent

ARREST_BEFORE = "The arrest is before the act: check both times."
_FROM_SEND = "the clock for telling the victim of it will run from Send. Give the time if you can."


def cautions_of_events(answers: tuple[Answer, ...]) -> Iterator[str]:
    given = {question.id: one for question, one in answered(answers)}
    for event, question in EVENT_TIMES.items():
        one = given.get(question.id)
        if one is not None and span_of(one) is None:
            lacks = "could not be read" if one.skipped is None else "was left out"
            yield f"{EVENT_WORDS[UpdateEvent(event)]}: its time {lacks}, so {_FROM_SEND}"
    act, arrest = when_of(standing(answers)), span_of(given.get(ARREST_WHEN.id))
    if act is not None and arrest is not None and arrest.end < act.start:
        yield ARREST_BEFORE
