"""The pages of guidance as they stand now: ours and the force's approved ones, read anew when the folder, an approval or the policy changes."""

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import structlog

from domain.audit import REGISTER, AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import Unreadable
from domain.guidance_approvals import Approval
from domain.london import to_london
from domain.officers import Actor, Permission, Role
from domain.policies import Policy
from guidance.force import ForcePage, State, force_pages
from guidance.library import EVERY_ROLE, Answer, Library, pages_of
from guidance.pages import Page
from guidance.wording import page_text
from storage.guidance_folder import Stamp, guidance_folder, read_guidance_folder, stamp_of
from storage.work import Work

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class _Standing:
    """Where any of these is other than before, the pages are read anew."""

    files: Stamp
    approvals: int
    pilots: frozenset[str]
    areas: frozenset[str]


class ForcePages:
    """One a process. It answers as the library that it holds, which is empty until it was loaded; a force without a folder has the pages of the bot."""

    def __init__(self, work: Work, reading: Work, clock: Clock, folder: Path, force: str, policy: Callable[[], Policy]) -> None:
        self._work = work
        self._reading = reading
        self._clock = clock
        self.force = force
        self._folder = guidance_folder(folder, force)
        self._policy = policy
        self._ours = pages_of()
        self._library = Library(())
        self._standing: _Standing | None = None
        self._told = ""

    @property
    def pages(self) -> tuple[Page, ...]:
        return self._library.pages

    def answer(self, question: str, today: date, roles: frozenset[Role] = EVERY_ROLE) -> Answer:
        return self._library.answer(question, today, roles)

    def pages_for(self, today: date, roles: frozenset[Role]) -> list[Page]:
        return self._library.pages_for(today, roles)

    @property
    def of_the_bot(self) -> tuple[Page, ...]:
        return self._ours

    def named(self, name: str | None) -> Page | None:
        """A page that comes with the bot."""
        return next((page for page in self._ours if page.name == name), None)

    def text(self, page: Page) -> str:
        """As officers would read it today, were it shown."""
        today = to_london(self._clock()).date()
        return page_text(page, self._policy().pilots, overdue=self.is_overdue(page, today))

    def is_overdue(self, page: Page, today: date) -> bool:
        return self._library.is_overdue(page, today)

    def count_overdue(self) -> int:
        return len(self._library.overdue(to_london(self._clock()).date()))

    def found(self, approvals: Iterable[Approval]) -> list[ForcePage]:
        """The force's pages as their files are at this moment."""
        return force_pages(read_guidance_folder(self._folder), approvals, self._ours)

    async def load(self, actor: Actor) -> None:
        """Raises Unreadable with one plain line where the folder cannot be read."""
        actor.must(Permission.RUN_JOBS)
        policy, files = self._policy(), stamp_of(self._folder)
        async with self._reading() as uow:
            standing = _Standing(files, await uow.guidance_approvals.count(), policy.pilots, policy.areas)
            if standing == self._standing:
                return
            found = self.found(await uow.guidance_approvals.all())
        shown = [page.shown for page in found if page.shown is not None]
        # A tenth of a second's work, during which others are still answered.
        library = await asyncio.to_thread(lambda: Library((*self._ours, *shown), areas=policy.areas, pilots=policy.pilots))
        if found or self._standing is not None:
            await self._note(actor, found, len(shown))
        self._library, self._standing = library, standing

    async def refresh(self, actor: Actor) -> None:
        """Takes up what has changed. A folder that cannot be read is told once, and the pages stay as they were."""
        actor.must(Permission.RUN_JOBS)
        try:
            await self.load(actor)
            self._told = ""
        except Unreadable as wrong:
            if wrong.advice != self._told:
                log.warning("guidance_not_taken_up", why=wrong.advice)
            self._told = wrong.advice

    async def _note(self, actor: Actor, found: Iterable[ForcePage], shown: int) -> None:
        """Which text of a page is shown stands in its approvals."""
        for page in found:
            if page.state is State.WRONG:
                log.warning("guidance_page_not_taken_up", page=page.name, why=page.problem)
        entry = AuditEntry(self._clock(), actor.id, AuditKind.ALTERATION, "guidance:force:read", REGISTER, f"{shown} shown")
        async with self._work() as uow:
            await uow.audit.note(entry)
