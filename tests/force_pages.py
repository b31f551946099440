"""Pages that a made-up force writes, and the service that shows them, for tests of both."""

from pathlib import Path

from domain.officers import Officer
from domain.policies import Policy
from services.force_pages import ForcePages
from services.guidance_approvals import GuidanceApprovals
from services.policies import policy_job
from storage.work import Database
from tests.fakes.clock import FrozenClock
from tests.people import DESK

JOB = policy_job("demo")
ADDED = "tea-rota"
QUESTION = "who makes the tea on the orders desk"
FRONT = {
    "title": '"The tea rota"',
    "summary": '"Made up."',
    "topic": "bot",
    "aliases": '["tea rota"]',
    "questions": f'["{QUESTION}"]',
    "sources": '[{title: "A note", url: "https://force.example/note", key: F1}]',
    "mark": "force practice",
    "reviewed": "2026-11-01",
    "owner": '"Orders desk"',
    "author": f'"{DESK.name}"',
}


def page_text_of(body: str = "Dale makes it.", **fields: str) -> str:
    lines = [f"{name}: {value}" for name, value in (FRONT | fields).items() if value]
    return "\n".join(["---", *lines, "---", body])


class Force:
    """A force's folder, and what is shown of it after each reading."""

    def __init__(self, database: Database, folder: Path, clock: FrozenClock | None = None) -> None:
        self.clock = clock or FrozenClock()
        self.policy = Policy()
        self.folder = folder / "demo" / "guidance"
        self.folder.mkdir(parents=True, exist_ok=True)
        self.pages = ForcePages(database.work, database.reading, self.clock, folder, "demo", lambda: self.policy)
        self.approvals = GuidanceApprovals(database.work, self.clock, self.pages)

    def write(self, body: str = "Dale makes it.", name: str = ADDED, **fields: str) -> None:
        (self.folder / f"{name}.md").write_text(page_text_of(body, **fields), encoding="utf-8")

    async def approve(self, officer: Officer, name: str = ADDED) -> None:
        preview = await self.approvals.preview(officer, name)
        await self.approvals.approve(officer, name, preview.page.digest)

    async def shown(self, question: str = QUESTION, officer: Officer = DESK) -> str:
        """The beginning of what an officer is answered after the pages were looked at again; empty where nothing is held."""
        await self.pages.refresh(JOB)
        answer = self.pages.answer(question, self.clock().date(), officer.roles)
        return answer.text.partition("\n")[0] if answer.answered else ""
