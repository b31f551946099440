"""A question that no page answers well: noted so that a page gets written, and put to an expert where the asker wants it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from domain.errors import NotAllowed, NotFound, Outdated, Unreadable
from domain.officers import Officer, Permission, Role

LONGEST_ANSWER = 2_000
NOBODY_TO_ASK = "There is nobody to put it to now. Ask your duty sergeant or the force policy lead."
NOT_YOURS = "This question is between the officer who asked it and whoever was asked."
NOT_OPEN = "This question has been answered already, or was never put to anybody."
ASKED_ALREADY = "That question is with an expert already, or has been answered. You are told here when there is an answer."
ONCE_ONLY = "A question can be put once more, after its answer. Ask a new one instead."
WORDS_NEEDED = "Type the words first, then press the button."
TOO_LONG = f"That is longer than {LONGEST_ANSWER:,} characters and was not kept. Please send a shorter one."


class Why(StrEnum):
    UNANSWERED = "unanswered"
    UNHELPFUL = "unhelpful"


class QuestionState(StrEnum):
    NOTED = "noted"
    OPEN = "open"
    ANSWERED = "answered"


@dataclass(frozen=True)
class Question:
    """`id` is that of the line of the trail where it was asked, `page` the nearest page or the one that did not help.

    `again` is what the asker put to the expert after the answer; `due_at` is when a supervisor is told that there is none.
    """

    id: UUID
    asker: UUID
    asked_at: datetime
    why: Why
    page: str
    words: str
    state: QuestionState = QuestionState.NOTED
    expert: UUID | None = None
    due_at: datetime | None = None
    answer: str = ""
    answered_by: UUID | None = None
    answered_at: datetime | None = None
    again: str = ""
    version: int = 1

    @property
    def is_open(self) -> bool:
        return self.state is QuestionState.OPEN

    @property
    def may_be_put_again(self) -> bool:
        return self.state is QuestionState.ANSWERED and not self.again


def put(question: Question, expert: UUID, due_at: datetime) -> Question:
    if question.state is not QuestionState.NOTED:
        raise Outdated(ASKED_ALREADY)
    return replace(question, state=QuestionState.OPEN, expert=expert, due_at=due_at, version=question.version + 1)


def answered(question: Question, by: UUID, words: str, now: datetime) -> Question:
    if not question.is_open:
        raise Outdated(NOT_OPEN)
    said = _said(words)
    return replace(question, state=QuestionState.ANSWERED, answer=said, answered_by=by, answered_at=now, version=question.version + 1)


def put_again(question: Question, asker: Officer, words: str, due_at: datetime) -> Question:
    """Once, by whoever asked; the answer before stays beside it until the next."""
    if asker.id != question.asker:
        raise NotAllowed(NOT_YOURS)
    if not question.may_be_put_again:
        raise Outdated(ONCE_ONLY)
    return replace(question, state=QuestionState.OPEN, again=_said(words), due_at=due_at, version=question.version + 1)


def may_answer(question: Question, officer: Officer) -> bool:
    """The expert who was asked, or whoever may approve pages and is told where the expert is silent; nobody answers themselves."""
    if officer.id == question.asker or question.expert is None:
        return False
    return officer.id == question.expert or officer.may(Permission.APPROVE_GUIDANCE)


def expert_for(named: Iterable[str], people: Iterable[Officer], question: Question) -> UUID:
    """The first of the roles and e-mail addresses that somebody active bears; of several always the same one for a question. Raises NotFound."""
    able = [one for one in sorted(people, key=lambda one: one.id) if one.may(Permission.READ_GUIDANCE) and one.id != question.asker]
    for name in named:
        bearers = [one.id for one in able if name in one.roles or one.email.casefold() == name]
        if bearers:
            return bearers[question.id.int % len(bearers)]
    raise NotFound(NOBODY_TO_ASK)


def expert_names(default: str, of_topic: str | None) -> tuple[str, ...]:
    """Whom a question goes to, first to last: a supervisor where all that the policy names have gone."""
    return tuple(filter(None, (of_topic, default, Role.ORDERS_DESK.value, Role.SUPERVISOR.value)))


def _said(words: str) -> str:
    said = words.strip()
    if not said:
        raise Unreadable(WORDS_NEEDED)
    if len(said) > LONGEST_ANSWER:
        raise Unreadable(TOO_LONG)
    return said
