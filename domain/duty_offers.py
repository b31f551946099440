"""A contact is handed on: offered, taken or refused, taken back, or given back; until it is taken it stays with whoever gave it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from domain.contacts import ContactPlan
from domain.errors import NotAllowed, Outdated, Unreadable
from domain.officers import Officer, Permission
from domain.officers_meant import officers_meant
from domain.undoing import WITHIN_WORDS, is_past_undoing

LONGEST_REASON = 500
NOBODY_FOUND = "Nobody of this force who may make contacts is known under that name, collar number or e-mail address. Nothing was changed."
OWN = "It is that officer's already. Nothing was changed."
MAY_NOT = "That officer may not make contacts, so nothing was changed."
NOTHING_LEFT = "There is nothing to give: no contact of that officer is open."
NOT_OFFERED = "That is not offered to you now. Ask for your contacts to see what is yours."
LAPSED = "Nobody took it in time, so it stayed with the officer who offered it. Nothing was changed."
WITHDRAWN = "The officer who offered it has taken the offer back. Nothing was changed."
ANSWERED = "That has been answered already; nothing was done twice."
NOT_YOURS = "Only the officer who offered it can take the offer back."
SAY_WHY = "Say in a few words why not: type it beside the button. Nothing was changed."
TOO_LATE = f"More than {WITHIN_WORDS} have passed. Give them to somebody anew: they stay with whoever has them until then."


class OfferState(StrEnum):
    OPEN = "open"
    TAKEN = "taken"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    ASSIGNED = "assigned"
    RETURNED = "returned"


@dataclass(frozen=True)
class DutyOffer:
    """Of one contact or many, from their owner to another; `by` is who entered it, a supervisor where it is assigned. Nobody takes it after `until`."""

    id: UUID
    giver: UUID
    to: UUID
    by: UUID
    at: datetime
    until: datetime
    plans: tuple[UUID, ...]
    state: OfferState = OfferState.OPEN
    answered_at: datetime | None = None
    reason: str = ""


def meant(people: Iterable[Officer], words: str, apart_from: UUID) -> list[Officer]:
    """Everybody who may make contacts and whom the words may mean."""
    able = [one for one in people if one.may(Permission.PLAN_CONTACT) and one.id != apart_from]
    return officers_meant(able, words, NOBODY_FOUND)


def assigns(officer: Officer, plan: ContactPlan) -> bool:
    """Without asking, where it is another's; what is one's own is offered."""
    return plan.owner != officer.id and officer.may(Permission.SEE_TEAM_CONTACTS)


def offered(id: UUID, giver: UUID, receiver: Officer, plans: Sequence[ContactPlan], by: UUID, now: datetime, lasts: timedelta) -> DutyOffer:
    """Never for longer than until the first of them must be made."""
    _must_be_another(giver, receiver, plans)
    first = min((plan.due.must_by for plan in plans if plan.due.must_by > now), default=now + lasts)
    return DutyOffer(id, giver, receiver.id, by, now, min(first, now + lasts), tuple(plan.id for plan in plans))


def assigned(id: UUID, giver: UUID, receiver: Officer, plans: Sequence[ContactPlan], by: UUID, now: datetime) -> DutyOffer:
    """Without being asked: the officer is told, and has them from now on."""
    _must_be_another(giver, receiver, plans)
    return DutyOffer(id, giver, receiver.id, by, now, now, tuple(plan.id for plan in plans), OfferState.ASSIGNED, now)


def taken(offer: DutyOffer, by: UUID, now: datetime) -> DutyOffer:
    _must_be_open(offer, by, now)
    return replace(offer, state=OfferState.TAKEN, answered_at=now)


def refused(offer: DutyOffer, by: UUID, reason: str, now: datetime) -> DutyOffer:
    _must_be_open(offer, by, now)
    if not reason.strip():
        raise Unreadable(SAY_WHY)
    return replace(offer, state=OfferState.REFUSED, answered_at=now, reason=reason.strip()[:LONGEST_REASON])


def withdrawn(offer: DutyOffer, by: UUID, now: datetime) -> DutyOffer:
    if by not in (offer.giver, offer.by):
        raise NotAllowed(NOT_YOURS)
    _must_stand(offer, now)
    return replace(offer, state=OfferState.WITHDRAWN, answered_at=now)


def returned(offer: DutyOffer, by: UUID, now: datetime) -> DutyOffer:
    """A slip: for some minutes whoever took them, or assigned them, gives all of them back."""
    may = {OfferState.TAKEN: offer.to, OfferState.ASSIGNED: offer.by}.get(offer.state)
    if offer.state is OfferState.RETURNED:
        raise Outdated(ANSWERED)
    if may != by:
        raise Outdated(NOT_OFFERED)
    if offer.answered_at is None or is_past_undoing(offer.answered_at, now):
        raise Outdated(TOO_LATE)
    return replace(offer, state=OfferState.RETURNED)


def _must_be_another(giver: UUID, receiver: Officer, plans: Sequence[ContactPlan]) -> None:
    if not receiver.may(Permission.PLAN_CONTACT):
        raise NotAllowed(MAY_NOT)
    if receiver.id == giver:
        raise Outdated(OWN)
    if not plans:
        raise Outdated(NOTHING_LEFT)


def _must_be_open(offer: DutyOffer, by: UUID, now: datetime) -> None:
    if offer.to != by:
        raise Outdated(NOT_OFFERED)
    _must_stand(offer, now)


def _must_stand(offer: DutyOffer, now: datetime) -> None:
    if offer.state is OfferState.WITHDRAWN:
        raise Outdated(WITHDRAWN)
    if offer.state is not OfferState.OPEN:
        raise Outdated(ANSWERED)
    if now >= offer.until:
        raise Outdated(LAPSED)
