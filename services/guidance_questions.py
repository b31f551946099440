"""What a page did not answer is put to an expert, who answers in words; what was asked in vain is reported, so that pages get written."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from domain import guidance_questions as questions
from domain.audit import REGISTER, AuditEntry, AuditKind
from domain.breaches.tasks import supervisor_of
from domain.clock import Clock
from domain.errors import NotAllowed, NotFound
from domain.guidance_questions import NOT_YOURS, Question, QuestionState, Why
from domain.london import to_london
from domain.officers import Actor, Officer, Permission
from domain.outbox import NOBODY, QUESTION_ANSWERED, QUESTION_ASKED, QUESTION_LATE, notice
from domain.policies import Policy
from domain.working_days import within_working_days
from services.closed_days import closed_days
from services.guidance import Shelf
from storage.work import UnitOfWork, Work

GONE = "That question is no longer here. Ask it again."
REPORTED_DAYS = 90
WORDS_SHOWN = 50


@dataclass(frozen=True)
class QuestionHeld:
    """A question as one officer may see it: the names of the people in it, and what that officer may do."""

    question: Question
    asker: str
    expert: str
    answered_by: str
    may_answer: bool
    may_put_again: bool


@dataclass(frozen=True)
class NearPage:
    """How many questions of the last days were asked in vain beside one page, which is empty where none was near."""

    page: str
    unanswered: int
    unhelpful: int
    waiting: int


@dataclass(frozen=True)
class Report:
    """Most asked first; `words` are those of the newest, for whoever may see them."""

    near: tuple[NearPage, ...]
    words: tuple[Question, ...]


class GuidanceQuestions:
    def __init__(self, work: Work, clock: Clock, pages: Shelf, policy: Callable[[], Policy]) -> None:
        self._work = work
        self._clock = clock
        self._pages = pages
        self._policy = policy

    async def helped(self, officer: Officer, page: str) -> None:
        officer.must(Permission.READ_GUIDANCE)
        async with self._work() as uow:
            await self._note(uow, officer, AuditKind.CONSULTATION, "guidance:page:helpful", page)

    async def did_not_help(self, officer: Officer, line: UUID, at: datetime, page: str) -> QuestionHeld:
        """Puts what was asked to the expert of the page's topic; `line` and `at` say where in the trail its words are sealed."""
        officer.must(Permission.READ_GUIDANCE)
        async with self._work() as uow:
            typed = await uow.audit.typed(line, at, officer.id)
            if typed is None:
                raise NotFound(GONE)
            await uow.guidance_questions.add(Question(line, officer.id, at, Why.UNHELPFUL, page, typed))
            return await self._put(uow, officer, await _held(uow, line))

    async def ask_expert(self, officer: Officer, id: UUID) -> QuestionHeld:
        """Of a question that no page answered."""
        officer.must(Permission.READ_GUIDANCE)
        async with self._work() as uow:
            question = await _held(uow, id)
            if question.asker != officer.id:
                raise NotAllowed(NOT_YOURS)
            return await self._put(uow, officer, question)

    async def show(self, officer: Officer, id: UUID) -> QuestionHeld:
        officer.must(Permission.READ_GUIDANCE)
        async with self._work() as uow:
            question = await _held(uow, id)
            if officer.id != question.asker and not questions.may_answer(question, officer):
                raise NotAllowed(NOT_YOURS)
            await self._note(uow, officer, AuditKind.CONSULTATION, "guidance:question:read", str(id))
            return await _as_seen(uow, officer, question)

    async def answer(self, officer: Officer, id: UUID, words: str) -> QuestionHeld:
        """The asker is told, without the words. Raises NotAllowed for anybody but the expert and whoever may approve pages."""
        officer.must(Permission.READ_GUIDANCE)
        async with self._work() as uow:
            question = await _held(uow, id)
            if not questions.may_answer(question, officer):
                raise NotAllowed(NOT_YOURS)
            now = self._clock()
            done = questions.answered(question, officer.id, words, now)
            await uow.guidance_questions.save(done)
            await uow.outbox.cancel_older(id, done.version)
            await uow.outbox.plan([notice(uow.force, id, done.version, QUESTION_ANSWERED, done.asker, now)])
            await self._note(uow, officer, AuditKind.DISCLOSURE, "guidance:question:answered", str(id), str(done.asker))
            return await _as_seen(uow, officer, done)

    async def put_again(self, officer: Officer, id: UUID, words: str) -> QuestionHeld:
        """Once, with what is still not clear."""
        officer.must(Permission.READ_GUIDANCE)
        async with self._work() as uow:
            question = await _held(uow, id)
            return await self._sent(uow, officer, questions.put_again(question, officer, words, self._due_at()), "reopened")

    async def report(self, officer: Officer) -> Report:
        """Counts for whoever may see questions; their words only for whoever may approve pages."""
        officer.must(Permission.SEE_QUESTIONS)
        async with self._work() as uow:
            found = await uow.guidance_questions.since(self._clock() - timedelta(days=REPORTED_DAYS))
            words = tuple(found[:WORDS_SHOWN]) if officer.may(Permission.APPROVE_GUIDANCE) else ()
            subject = ";".join(str(one.id) for one in words) or REGISTER
            await self._note(uow, officer, AuditKind.CONSULTATION, "guidance:question:reported", subject)
        pages = Counter(one.page for one in found)
        return Report(tuple(_near(page, [one for one in found if one.page == page]) for page, _ in pages.most_common()), words)

    async def _put(self, uow: UnitOfWork, officer: Officer, question: Question) -> QuestionHeld:
        policy, people = self._policy(), await uow.officers.all()
        topic = next((page.topic for page in self._pages.pages if page.name == question.page), "")
        names = questions.expert_names(policy.expert, policy.experts.get(topic))
        return await self._sent(
            uow, officer, questions.put(question, questions.expert_for(names, people, question), self._due_at()), "sent"
        )

    async def _sent(self, uow: UnitOfWork, officer: Officer, question: Question, what: str) -> QuestionHeld:
        """Open from now on: the expert is told at once, and a supervisor where it still is when its time is over."""
        await uow.guidance_questions.save(question)
        expert, now = question.expert or NOBODY, self._clock()
        chief = supervisor_of(expert, await uow.officers.all(), frozenset({question.asker})) or NOBODY
        late = notice(uow.force, question.id, question.version, QUESTION_LATE, chief, question.due_at or now)
        await uow.outbox.cancel_older(question.id, question.version)
        await uow.outbox.plan([notice(uow.force, question.id, question.version, QUESTION_ASKED, expert, now), late])
        await self._note(uow, officer, AuditKind.DISCLOSURE, f"guidance:question:{what}", str(question.id), str(expert))
        return await _as_seen(uow, officer, question)

    def _due_at(self) -> datetime:
        now, policy = self._clock(), self._policy()
        return within_working_days(now, policy.expert_days, closed_days(policy, to_london(now).date()))

    async def _note(self, uow: UnitOfWork, actor: Actor, kind: AuditKind, event: str, subject: str, recipient: str = "") -> None:
        await uow.audit.note(AuditEntry(self._clock(), actor.id, kind, event, subject, recipient=recipient))


async def _held(uow: UnitOfWork, id: UUID) -> Question:
    question = await uow.guidance_questions.hold(id)
    if question is None:
        raise NotFound(GONE)
    return question


async def _as_seen(uow: UnitOfWork, officer: Officer, question: Question) -> QuestionHeld:
    names = {one.id: one.name for one in await uow.officers.all()}
    return QuestionHeld(
        question,
        names.get(question.asker, ""),
        names.get(question.expert or NOBODY, ""),
        names.get(question.answered_by or NOBODY, ""),
        may_answer=question.is_open and questions.may_answer(question, officer),
        may_put_again=question.asker == officer.id and question.may_be_put_again,
    )


def _near(page: str, some: list[Question]) -> NearPage:
    whys = Counter(one.why for one in some)
    waiting = sum(one.state is QuestionState.OPEN for one in some)
    return NearPage(page, whys[Why.UNANSWERED], whys[Why.UNHELPFUL], waiting)
