"""The force's policy as it stands now: read from its file, and read anew when that changes, each time on the trail."""

from hashlib import sha256
from pathlib import Path

import structlog

from domain.audit import REGISTER, AuditEntry, AuditKind
from domain.clock import Clock
from domain.errors import Unreadable
from domain.officers import Actor, Permission, SystemJob
from domain.policies import Policy, read_policy
from domain.toml_lines import with_line
from guidance.chapters import TOPICS
from storage.policy_file import read_policy_file
from storage.work import Work

log = structlog.get_logger(__name__)
_NEVER = b"never read"


def policy_job(force: str) -> SystemJob:
    """The system's own actor for reading the policy; it may do nothing else."""
    return SystemJob("policy", force, frozenset({Permission.RUN_JOBS}))


class Policies:
    """One a process. A force without a file has the policy of the house."""

    def __init__(self, work: Work, clock: Clock, folder: Path, force: str) -> None:
        self._work = work
        self._clock = clock
        self._folder = folder
        self._force = force
        self._policy = Policy()
        self._read: bytes | None = _NEVER

    def now(self) -> Policy:
        return self._policy

    async def load(self, actor: Actor) -> None:
        """Raises Unreadable with one plain line: nobody serves by half a policy."""
        actor.must(Permission.RUN_JOBS)
        await self._take(actor, read_policy_file(self._folder, self._force))

    async def refresh(self, actor: Actor) -> None:
        """Takes up a file that has changed. One that cannot be read is told once, and the policy stays as it was."""
        actor.must(Permission.RUN_JOBS)
        content = read_policy_file(self._folder, self._force)
        if content == self._read:
            return
        try:
            await self._take(actor, content)
        except Unreadable as wrong:
            log.warning("policy_not_taken_up", why=wrong.advice)
            self._read = content
            await self._note(actor, "refused", content)

    async def _take(self, actor: Actor, content: bytes | None) -> None:
        policy = Policy() if content is None else self._checked(content)
        await self._note(actor, f"version {policy.version}" if content is not None else "no file", content)
        self._policy, self._read = policy, content

    async def _note(self, actor: Actor, outcome: str, content: bytes | None) -> None:
        """With the file's digest, by which an auditor knows which text it was."""
        digest = "" if content is None else sha256(content).hexdigest()
        async with self._work() as uow:
            entry = AuditEntry(self._clock(), actor.id, AuditKind.ALTERATION, "policy:force:read", REGISTER, outcome, recipient=digest)
            await uow.audit.note(entry)

    def _checked(self, content: bytes) -> Policy:
        try:
            text = content.decode("utf-8")
            return _of_known_topics(read_policy(text), text)
        except UnicodeDecodeError as trouble:
            raise Unreadable(f"{self._name()} is not UTF-8 text.") from trouble
        except Unreadable as wrong:
            raise Unreadable(f"{self._name()}: {wrong.advice}.") from wrong

    def _name(self) -> str:
        return str(self._folder / f"{self._force}.toml")


def _of_known_topics(policy: Policy, text: str) -> Policy:
    for topic in sorted(policy.experts.keys() - TOPICS):
        wrong = f"experts.topics.{topic} is no topic of the pages of guidance, which are {', '.join(sorted(TOPICS))}"
        raise Unreadable(with_line(text, wrong))
    return policy
