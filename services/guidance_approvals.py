"""A second person approves a page that the force wrote; how every page stands is reported."""

from dataclasses import dataclass, replace
from datetime import date

from domain.audit import REGISTER, AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import AssistantError, NotFound, Outdated
from domain.guidance_approvals import Approval, demand_second_person
from domain.london import long_date, to_london
from domain.officers import Officer, Permission
from guidance.differences import differences
from guidance.force import LONGEST_NAME, ForcePage, State
from guidance.pages import Page
from services.force_pages import ForcePages
from storage.work import UnitOfWork, Work

NO_PAGE = "The force has no page of that name in its folder. To see which wait, type: guidance to approve"
CHANGED = "The page has changed since you saw it, so nothing was approved. Preview it again."
APPROVED_ALREADY = "This page is approved as it stands."
WAITING = frozenset({State.NEW, State.CHANGED, State.WRONG})


@dataclass(frozen=True)
class Preview:
    """`text` is what officers would see below the title; `refusal` says why this officer may not approve it now, empty where they may.

    `before` is what the page would take the place of, and `changed` in what words it differs from that.
    """

    page: ForcePage
    written: Page | None
    text: str
    before: Page | None
    changed: tuple[str, ...]
    refusal: str


@dataclass(frozen=True)
class PageStatus:
    page: Page | None
    name: str
    whose: str
    state: str
    overdue: bool
    problem: str = ""


@dataclass(frozen=True)
class GuidanceApprovals:
    work: Work
    clock: Clock
    pages: ForcePages

    async def waiting(self, officer: Officer, channel: str = "") -> list[ForcePage]:
        officer.must(Permission.APPROVE_GUIDANCE)
        async with self.work() as uow:
            found = self.pages.found(await uow.guidance_approvals.all())
            await uow.audit.note(self._entry(officer, AuditKind.CONSULTATION, "guidance:force:listed", REGISTER, channel))
        return [page for page in found if page.state in WAITING]

    async def preview(self, officer: Officer, name: str, channel: str = "") -> Preview:
        """Raises NotFound where the force's folder holds no page of that name."""
        officer.must(Permission.APPROVE_GUIDANCE)
        async with self.work() as uow:
            page = await self._page(uow, name)
            shown = await self._preview(uow, officer, page)
            entry = self._entry(officer, AuditKind.CONSULTATION, "guidance:page:previewed", page.name, channel)
            await uow.audit.note(replace(entry, recipient=page.digest))
        return shown

    async def approve(self, officer: Officer, name: str, digest: str, channel: str = "") -> Approval:
        """`digest` is that of the file as it was previewed. Raises Outdated where the file is another now, NotAllowed for the page's own author."""
        officer.must(Permission.APPROVE_GUIDANCE)
        async with self.work() as uow:
            page = await self._page(uow, name)
            if page.digest != digest:
                raise Outdated(CHANGED)
            if page.state is State.APPROVED or page.written is None:
                raise Outdated(page.problem or APPROVED_ALREADY)
            demand_second_person(page.written.author or "", officer, await uow.officers.all())
            approval = Approval(name, page.approvals + 1, digest, page.text, officer.id, officer.name, self.clock())
            await uow.guidance_approvals.add(approval)
            entry = self._entry(officer, AuditKind.ALTERATION, "guidance:page:approved", name, channel)
            await uow.audit.note(replace(entry, recipient=digest))
        return approval

    async def status(self, officer: Officer, channel: str = "") -> list[PageStatus]:
        """Every page that can be shown, and those of the force that wait or cannot."""
        officer.must(Permission.READ_GUIDANCE)
        today = to_london(self.clock()).date()
        async with self.work() as uow:
            found = self.pages.found(await uow.guidance_approvals.all())
            await uow.audit.note(self._entry(officer, AuditKind.CONSULTATION, "guidance:force:status", REGISTER, channel))
        overridden = {page.shown.overrides for page in found if page.shown is not None}
        ours = [
            PageStatus(page, page.name, "bot", "overridden" if page.name in overridden else "shown", self.pages.is_overdue(page, today))
            for page in self.pages.of_the_bot
        ]
        return [*ours, *(self._of_force(page, today) for page in found)]

    def _of_force(self, page: ForcePage, today: date) -> PageStatus:
        told = page.shown or page.written
        return PageStatus(told, page.name, "force", page.state, told is not None and self.pages.is_overdue(told, today), page.problem)

    async def _page(self, uow: UnitOfWork, name: str) -> ForcePage:
        found = self.pages.found(await uow.guidance_approvals.all())
        page = next((one for one in found if one.name == name.strip().casefold().removesuffix(".md")), None)
        if page is None:
            raise NotFound(NO_PAGE)
        return page

    async def _preview(self, uow: UnitOfWork, officer: Officer, page: ForcePage) -> Preview:
        written = page.written
        if written is None:
            return Preview(page, None, "", page.shown, (), page.problem)
        before = page.shown or self.pages.named(written.overrides)
        approved = f"{long_date(to_london(self.clock()).date())} by {officer.name[:LONGEST_NAME]}"
        text = self.pages.text(replace(written, approved=approved))
        changed = () if before is None else tuple(differences(before, written))
        return Preview(page, written, text, before, changed, await self._refusal(uow, officer, page, written))

    async def _refusal(self, uow: UnitOfWork, officer: Officer, page: ForcePage, written: Page) -> str:
        if page.state is State.APPROVED:
            return APPROVED_ALREADY
        try:
            demand_second_person(written.author or "", officer, await uow.officers.all())
        except AssistantError as refusal:
            return refusal.advice
        return ""

    def _entry(self, officer: Officer, kind: AuditKind, event: str, subject: str, channel: str) -> AuditEntry:
        return AuditEntry(self.clock(), officer.id, kind, event, subject, channel=channel)
