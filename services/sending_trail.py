"""The lines that sending leaves on the trail."""

from datetime import datetime

from domain.audit import AuditEntry, AuditKind
from domain.conversations import is_erased
from domain.officers import Actor
from services.notices import Notice
from services.reminders import subject_of
from services.sending import Reminder, Sending, TakingAway


def _subject(one: Reminder) -> str:
    return ";".join([subject_of(one.plan), *([str(one.breach.id)] if one.breach else [])])


def disclosed(now: datetime, actor: Actor, one: Sending, outcome: str, channel: str = "") -> AuditEntry:
    """The reminder names the protected person to its recipient, so both the intent and the result are in the trail; those of a notice are too."""
    if isinstance(one, TakingAway):
        event = "retention:card:redacted" if is_erased(one.message.activity) else "address:applicant:taken_away"
        subject, recipient = ";".join(sorted(one.message.about)), str(one.row.recipient)
        return AuditEntry(now, actor.id, AuditKind.ERASURE, event, subject, outcome[:40], channel, recipient)
    return AuditEntry(
        now,
        actor.id,
        AuditKind.DISCLOSURE,
        f"notice:{one.about}:send" if isinstance(one, Notice) else "reminder:plan:send",
        one.subjects if isinstance(one, Notice) else _subject(one),
        outcome=outcome[:40],
        channel=channel,
        recipient=str(one.row.recipient),
    )
