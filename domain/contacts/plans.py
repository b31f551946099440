"""What is owed to one protected person, and by when."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from domain.officers import Role
from domain.orders import Party

NO_ANSWERS_TO_TELL = 2


class Risk(StrEnum):
    UNASSESSED = "unassessed"
    HIGH = "high"
    MEDIUM = "medium"
    STANDARD = "standard"


class Why(StrEnum):
    GET_SAFE_CONTACT = "get_safe_contact"
    ORDER_KNOWN = "order_known"
    AFTER_KNOWN = "after_known"
    BREACH = "breach"
    AFTER_BREACH = "after_breach"
    NEAR_EXPIRY = "near_expiry"
    ROUTINE = "routine"
    VICTIM_UPDATE = "victim_update"
    AFTER_CONCERN = "after_concern"
    VARIATION = "variation"
    EXTENSION = "extension"
    SERVICE = "service"
    SERVICE_FAILED = "service_failed"
    RELEASE = "release"
    BAIL_CHANGE = "bail_change"
    DISCHARGE = "discharge"
    MOVE = "move"
    RETURN_HEARING = "return_hearing"
    AFTER_HEARING = "after_hearing"
    PAUSE_OVER = "pause_over"
    DECLINE_REVIEW = "decline_review"


# Each is settled by itself alone, and by no contact.
TASKS = (Why.GET_SAFE_CONTACT, Why.VICTIM_UPDATE)
# What has happened since, of which the protected person hears from the owner.
OF_AN_EVENT = frozenset(
    {Why.VARIATION, Why.EXTENSION, Why.SERVICE, Why.SERVICE_FAILED, Why.RELEASE, Why.BAIL_CHANGE, Why.DISCHARGE, Why.MOVE}
)
# The first contact of something that has come: it is made whatever was agreed with the person.
FIRST = OF_AN_EVENT | {Why.ORDER_KNOWN, Why.BREACH}
# Contacts of the order's own days.
OF_THE_CALENDAR = frozenset({Why.NEAR_EXPIRY, Why.RETURN_HEARING, Why.AFTER_HEARING})
# One of these stands at the end of the plan, and each contact puts a new one in its place.
RECURRING = frozenset({Why.ROUTINE, Why.PAUSE_OVER, Why.DECLINE_REVIEW})


_PRESSING = {Why.GET_SAFE_CONTACT: 0, Why.BREACH: 1, **dict.fromkeys(OF_AN_EVENT, 2)}
_OTHER = 3
_IN_TURN = {why: turn for turn, why in enumerate(Why)}


class Outcome(StrEnum):
    SPOKE_SAFE = "spoke_safe"
    GOT_SAFE_CONTACT = "got_safe_contact"
    NO_ANSWER = "no_answer"
    CONCERN = "concern"
    NOT_SAFE_TO_TALK = "not_safe_to_talk"
    REFUSED = "refused"
    WRONG_NUMBER = "wrong_number"
    VISITED = "visited"


class PlanState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True)
class Due:
    """One contact that is owed: when its owner is reminded, and by when it must be made. Both are UTC."""

    why: Why
    remind_at: datetime
    must_by: datetime


@dataclass(frozen=True)
class ContactPlan:
    """What is owed to one protected person; `order_id` is the order it was opened with, and others of the same person may have joined it since.

    `ahead` is sorted by urgency and never empty while the plan is open; `remind_at` is when its first is next brought up. `round` counts what has been owed (a
    card of an older round is history); `version` counts every change, so that a reminder of an older version is not sent. `acknowledged_at` is when somebody
    said that they have it, and `snoozes` how often it was put off, both of the present round.

    `agreed_days` is how often the person wants to be contacted, `paused_until` until when not at all, `declined_at` since when they want no contact.
    """

    id: UUID
    force: str
    order_id: UUID
    party_id: UUID
    role: Role
    ahead: tuple[Due, ...]
    remind_at: datetime
    owner: UUID | None = None
    risk: Risk = Risk.UNASSESSED
    last_outcome: Outcome | None = None
    last_contact_at: datetime | None = None
    no_answers: int = 0
    round: int = 1
    version: int = 1
    state: PlanState = PlanState.OPEN
    acknowledged_at: datetime | None = None
    snoozes: int = 0
    agreed_days: int | None = None
    paused_until: datetime | None = None
    declined_at: datetime | None = None

    @property
    def due(self) -> Due:
        return self.ahead[0]

    @property
    def tell_supervisor(self) -> bool:
        return self.no_answers >= NO_ANSWERS_TO_TELL


def follows_a_breach(plan: ContactPlan) -> bool:
    return plan.due.why in (Why.BREACH, Why.AFTER_BREACH, Why.VICTIM_UPDATE)


def owning_role(protected: Party) -> Role:
    """Without a postcode there is no team to own the contact: the orders desk does, until there is one."""
    return Role.VLO if protected.postcode else Role.ORDERS_DESK


def lacks_safe_contact(protected: Party) -> bool:
    return not (protected.phone and protected.safe_time_raw)


def plan_id(protected: Party) -> UUID:
    """Of the plan opened for this applicant; an order of the same person joins it and brings none of its own."""
    return uuid5(protected.id, "contact-plan")


def moved(plan: ContactPlan, **changes: Any) -> ContactPlan:
    """A new round has been acknowledged by nobody yet, and was never put off."""
    fresh = {"acknowledged_at": None, "snoozes": 0} if "round" in changes else {}
    return replace(plan, version=plan.version + 1, **(fresh | changes))


def owed_now(plan: ContactPlan) -> tuple[Due, ...]:
    return plan.ahead if plan.state is PlanState.OPEN else ()


def by_urgency(dues: Iterable[Due]) -> tuple[Due, ...]:
    """Of several by the same moment what has happened is told of before what was planned; of equals the same one always comes first."""
    return tuple(sorted(set(dues), key=lambda due: (due.must_by, _PRESSING.get(due.why, _OTHER), due.remind_at, _IN_TURN[due.why])))
