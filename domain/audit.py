"""What the log under section 62 of the Data Protection Act 2018 has to hold."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

# The subject of what is done to the register as a whole: backups, restores, migrations.
REGISTER = "register"


class AuditKind(StrEnum):
    COLLECTION = "collection"
    ALTERATION = "alteration"
    CONSULTATION = "consultation"
    DISCLOSURE = "disclosure"
    COMBINATION = "combination"
    ERASURE = "erasure"


@dataclass(frozen=True)
class AuditEntry:
    """One line of the trail. `event` is source:subject:action; `typed` is what was typed or searched, sealed in its own column.

    `reason` is the code of the reason that was given for looking somebody up.
    """

    at: datetime
    actor: UUID
    kind: AuditKind
    event: str
    subject: str
    outcome: str = "done"
    channel: str = ""
    recipient: str = ""
    typed: str | None = None
    reason: str = ""
    seq: int | None = None
