"""Handing an unfinished record over: who is meant by the words, and whether it may be offered or taken on."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from domain.breaches.drafts import DISCARDED, SENT, BreachDraft, taken_up
from domain.errors import NotAllowed, Outdated
from domain.officers import Officer, Permission
from domain.officers_meant import officers_meant

NOBODY_FOUND = (
    "Nobody of this force is known under that name, collar number or e-mail address who may record a breach. Nothing was changed."
)
NOT_YOURS = "That record is another officer's: only the officer who has it can hand it over."
OWN = "That record is yours already."
MAY_NOT = "That officer may not record a breach, so the record stays yours."
SENT_MEANWHILE = "That record has been sent meanwhile: there is nothing left to hand over."
DISCARDED_MEANWHILE = "Those answers were discarded: there is nothing left to hand over."
NOT_OFFERED = "That record is not offered to you now: the offer was taken back, or it went to somebody else. Nothing was changed."
NO_OFFER = "That record is not offered to anybody now. Nothing was changed."


@dataclass(frozen=True)
class Handover:
    """The newest offer of one draft. `to` is None once it was taken on or taken back."""

    draft: UUID
    number: int
    by: UUID
    at: datetime
    to: UUID | None = None


def meant(people: Iterable[Officer], words: str, giver: Officer) -> list[Officer]:
    """Everybody who may take it on and whom the words may mean."""
    able = [one for one in people if one.may(Permission.RECORD_BREACH) and one.id != giver.id]
    return officers_meant(able, words, NOBODY_FOUND)


def offered(draft: BreachDraft, giver: Officer, receiver: Officer, before: Handover | None, now: datetime) -> Handover:
    _must_be_held_by(draft, giver)
    if not receiver.may(Permission.RECORD_BREACH):
        raise NotAllowed(MAY_NOT)
    if receiver.id == giver.id:
        raise Outdated(OWN)
    return Handover(draft.id, before.number + 1 if before else 1, giver.id, now, receiver.id)


def withdrawn(draft: BreachDraft, giver: Officer, offer: Handover | None) -> Handover:
    _must_be_held_by(draft, giver)
    if offer is None or offer.to is None:
        raise Outdated(NO_OFFER)
    return replace(offer, to=None)


def taken(draft: BreachDraft, receiver: Officer, offer: Handover | None, now: datetime) -> tuple[BreachDraft, Handover]:
    """The draft as the receiver's, and the offer used up. Every answer keeps who gave it; danger is asked about anew as on any draft gone on with."""
    _must_be_open(draft)
    if offer is None or offer.to != receiver.id:
        raise Outdated(NOT_OFFERED)
    return taken_up(replace(draft, officer=receiver.id), now), replace(offer, to=None)


def _must_be_held_by(draft: BreachDraft, giver: Officer) -> None:
    if draft.officer != giver.id:
        raise NotAllowed(NOT_YOURS)
    _must_be_open(draft)


def _must_be_open(draft: BreachDraft) -> None:
    if draft.status == SENT:
        raise Outdated(SENT_MEANWHILE)
    if draft.status == DISCARDED:
        raise Outdated(DISCARDED_MEANWHILE)
