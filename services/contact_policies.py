"""The force's policy of contact, shown to whoever keeps to it or keeps it."""

from domain.audit import REGISTER, AuditEntry, AuditKind
from domain.clock import Clock
from domain.officers import Officer, Permission
from domain.policies import Policy
from services.timetables import PolicyNow
from storage.work import Work


async def show_contact_policy(work: Work, clock: Clock, officer: Officer, policy: PolicyNow) -> Policy:
    """As it stands now."""
    officer.must(Permission.SEE_CONTACT_POLICY)
    now = policy()
    async with work() as uow:
        entry = AuditEntry(clock(), officer.id, AuditKind.CONSULTATION, "policy:contacts:shown", REGISTER, f"version {now.version}")
        await uow.audit.note(entry)
    return now
