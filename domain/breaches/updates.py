"""What the victim must be told of as an investigation goes on, and by when: each event starts a clock of its own."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid5

from domain.errors import Outdated
from domain.london import deadline, long_moment
from domain.undoing import WITHIN_WORDS, is_past_undoing
from domain.working_days import within_one_working_day

ALREADY_TOLD = "That has been told already, and nothing was recorded twice."
TOO_LATE = f"More than {WITHIN_WORDS} have passed, so this stays on the record. Tell your supervisor."
NOT_TOLD = "It is not recorded that this was told, so there is nothing to take back."


class UpdateEvent(StrEnum):
    """The events of the Victims' Code of which a victim with enhanced rights is told within one working day."""

    ARREST = "arrest"
    INTERVIEW = "interview"
    RELEASE = "release"
    BAIL = "bail"
    NOT_INVESTIGATING = "not_investigating"


EVENT_WORDS: dict[UpdateEvent, str] = {
    UpdateEvent.ARREST: "Arrest",
    UpdateEvent.INTERVIEW: "Interview under caution",
    UpdateEvent.RELEASE: "Release (without charge, on bail or under investigation)",
    UpdateEvent.BAIL: "Change of bail or of release under investigation",
    UpdateEvent.NOT_INVESTIGATING: "Decision not to investigate",
}


@dataclass(frozen=True)
class VictimUpdate:
    """One event that the protected person must be told of. `plan` is the contact plan whose owner is reminded; `how` are the words of whoever told it.

    `told_at` is when the person was told, `closed_at` when that was recorded.
    """

    id: UUID
    force: str
    breach_id: UUID
    order_id: UUID
    plan: UUID
    event: UpdateEvent
    happened_at: datetime
    due_by: datetime
    noted_by: UUID
    noted_at: datetime
    told_at: datetime | None = None
    told_by: UUID | None = None
    how: str = ""
    closed_at: datetime | None = None

    @property
    def is_open(self) -> bool:
        return self.told_at is None


def due_by(happened_at: datetime, closed: AbstractSet[date]) -> datetime:
    """By when the victim must be told: within one working day of the event itself, whenever it was reported or recorded.

    Victims' Code, right 6, for victims with enhanced rights, which all victims of domestic abuse have. A working day is Monday to Friday without the bank holidays of
    England and Wales, and of the readings of "within" the earliest is taken that counts in days: see `within_one_working_day`.
    """
    return within_one_working_day(happened_at, closed)


def update_id(breach_id: UUID, event: UpdateEvent, happened_at: datetime) -> UUID:
    """The same event of the same minute has one id, however often it is noted."""
    return uuid5(breach_id, f"victim-update:{event.value}:{_minute(happened_at).isoformat()}")


def noted(
    breach_id: UUID,
    order_id: UUID,
    plan: UUID,
    force: str,
    event: UpdateEvent,
    at: datetime,
    closed: AbstractSet[date],
    by: UUID,
    now: datetime,
) -> VictimUpdate:
    happened_at = _minute(at)
    id = update_id(breach_id, event, at)
    return VictimUpdate(id, force, breach_id, order_id, plan, event, happened_at, due_by(happened_at, closed), by, now)


def told(update: VictimUpdate, by: UUID, how: str, now: datetime, at: datetime | None = None) -> VictimUpdate:
    """Closed once, as told now or at the time given; whoever closed it may still add how, and for some minutes put the time right. Raises Outdated."""
    if update.is_open:
        return replace(update, told_at=at or now, told_by=by, how=how, closed_at=now)
    fresh = replace(update, told_at=at or update.told_at, how=update.how or how)
    if update.told_by != by or fresh == update:
        raise Outdated(ALREADY_TOLD)
    if fresh.told_at != update.told_at and _is_settled(update, now):
        raise Outdated(TOO_LATE)
    return fresh


def taken_back(update: VictimUpdate, by: UUID, now: datetime) -> VictimUpdate:
    """Open again, for some minutes and by whoever closed it. Raises Outdated."""
    if update.told_at is None or update.told_by != by:
        raise Outdated(NOT_TOLD)
    if _is_settled(update, now):
        raise Outdated(TOO_LATE)
    return replace(update, told_at=None, told_by=None, how="", closed_at=None)


def update_words(update: VictimUpdate, now: datetime) -> str:
    """One clock in a line: the event and its moment, by when it must be told, and whether it was."""
    what = f"{EVENT_WORDS[update.event]}, {long_moment(update.happened_at)}"
    if update.told_at is not None:
        late = " (late)" if update.told_at > update.due_by else ""
        return f"{what}: the protected person was told on {long_moment(update.told_at)}{late}."
    overdue = " This is overdue." if now > update.due_by else ""
    return f"{what}: tell the protected person by {deadline(update.due_by)}. Not yet told.{overdue}"


def _is_settled(update: VictimUpdate, now: datetime) -> bool:
    """The minutes count from when it was recorded, however long before that the person was told."""
    since = update.closed_at or update.told_at
    return since is not None and is_past_undoing(since, now)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
