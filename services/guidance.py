"""Quick guidance: an approved page with its source, or a plain "I don't have that"."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from domain.audit import AuditEntry, AuditKind
from domain.clock import Clock
from domain.guidance_questions import Question, Why
from domain.london import to_london
from domain.officers import Officer, Permission, Role
from guidance.library import Answer
from guidance.pages import Page
from storage.work import Work

LONGEST_KEPT = 4_000


class Shelf(Protocol):
    """The pages, whether or not a force adds its own."""

    @property
    def pages(self) -> tuple[Page, ...]: ...

    def answer(self, question: str, today: date, roles: frozenset[Role] = ...) -> Answer: ...

    def pages_for(self, today: date, roles: frozenset[Role]) -> list[Page]: ...


@dataclass(frozen=True, kw_only=True)
class Asked(Answer):
    """An answer with the line of the trail in which its question is sealed."""

    line: UUID
    at: datetime


@dataclass(frozen=True)
class Guidance:
    work: Work
    clock: Clock
    library: Shelf

    async def ask(self, officer: Officer, question: str, channel: str = "") -> Asked:
        """The question is sealed in the trail, since officers name people in them; one that no page answers is noted, so that a page gets written."""
        officer.must(Permission.READ_GUIDANCE)
        now = self.clock()
        answer = self.library.answer(question, to_london(now).date(), officer.roles)
        entry = AuditEntry(
            now,
            officer.id,
            AuditKind.CONSULTATION,
            "guidance:page:asked",
            answer.page or "",
            outcome="answered" if answer.answered else "none",
            channel=channel,
            typed=question,
        )
        async with self.work() as uow:
            [line] = await uow.audit.note(entry)
            if not answer.answered:
                await uow.guidance_questions.add(Question(line, officer.id, now, Why.UNANSWERED, answer.nearest, question[:LONGEST_KEPT]))
        said = {field.name: getattr(answer, field.name) for field in fields(Answer)}
        return Asked(**said, line=line, at=now)

    async def page(self, officer: Officer, page: str, channel: str = "") -> Asked | None:
        """A page by its name, as a button asks for it."""
        officer.must(Permission.READ_GUIDANCE)
        title = next((one.title for one in self.pages_for(officer) if page in (one.name, one.overrides)), None)
        return None if title is None else await self.ask(officer, title, channel)

    def pages_for(self, officer: Officer) -> list[Page]:
        """What this officer finds today."""
        return self.library.pages_for(to_london(self.clock()).date(), officer.roles)
