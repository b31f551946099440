"""When somebody must be told that reminders do not go out as they should: what is found, what stands, and how often it is said."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID, uuid4

# What is due is to leave within this time, and what the channel does not take is tried for so long before anybody is told.
LATE_AFTER = timedelta(minutes=5)
TOLD_AGAIN_AFTER = timedelta(hours=1)
_HICCUP = timedelta(minutes=1)


class Kind(StrEnum):
    UNSENT = "unsent"
    NOT_TAKEN = "not_taken"
    NOBODY = "nobody"
    FORGOTTEN = "forgotten"
    JOB_LATE = "job_late"


# Where one of these stands the program itself does not do its work, and the monitor outside is to ring too.
STANDS_STILL = frozenset({Kind.UNSENT, Kind.FORGOTTEN, Kind.JOB_LATE})


@dataclass(frozen=True)
class Finding:
    """`number` reminders, plans or jobs of that kind; `since` is when the oldest of them was to be done, none where that is not known."""

    kind: Kind
    number: int
    since: datetime | None = None


@dataclass(frozen=True)
class Alarm:
    """What stands, under an id of its own from the first finding to the last; `round` counts how often it was said."""

    id: UUID
    since: datetime
    findings: tuple[Finding, ...]
    told_at: datetime | None = None
    round: int = 0


def late_after(seconds: int) -> timedelta:
    """How long a job that runs every so many seconds may go without a sign of life."""
    return 3 * timedelta(seconds=seconds) + _HICCUP


def late_jobs(patience: Mapping[str, timedelta], last: Mapping[str, datetime], watching_since: datetime, now: datetime) -> list[Finding]:
    """A job that never ran is late once it has been watched for longer than it may take."""
    heard = {name: last.get(name, watching_since) for name in patience}
    late = [at for name, at in heard.items() if now - at > patience[name]]
    return [Finding(Kind.JOB_LATE, len(late), min(late))] if late else []


def raised(standing: Alarm | None, findings: Sequence[Finding], now: datetime) -> Alarm | None:
    """What stands now: the same alarm while anything is found. It is to be said where `told_at` is now."""
    if not findings:
        return None
    alarm = replace(standing or Alarm(uuid4(), now, ()), findings=tuple(findings))
    if standing is not None and not _is_to_be_said(standing, findings, now):
        return alarm
    return replace(alarm, told_at=now, round=alarm.round + 1)


def _is_to_be_said(standing: Alarm, findings: Collection[Finding], now: datetime) -> bool:
    """At first, again each hour, and at once where something else is found beside it."""
    known = {one.kind for one in standing.findings}
    return standing.told_at is None or now - standing.told_at >= TOLD_AGAIN_AFTER or any(one.kind not in known for one in findings)
