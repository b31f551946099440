"""A protected person goes over to another force: sent, accepted or declined, taken back; until it is accepted the sender keeps the duty of contact."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from domain.errors import Outdated, Unreadable
from domain.folding import tokens
from domain.officers import Officer, Permission, Role
from domain.transfer_rules import OtherForce, TransferRules
from domain.undoing import WITHIN_WORDS, is_past_undoing

LONGEST = 500
# How often a supervisor hears of a transfer that nobody answers, the first time as the force has it.
SUPERVISOR_AGAIN = (timedelta(0), timedelta(days=1), timedelta(days=3))
WHO_ACCEPTS = "Say who will accept it there: a name, and how you reached them. Nothing was sent."
SAY_WHY = "Say in a few words why not. Nothing was changed."
WHO_ACCEPTED = "Say who accepted it there, by name. Nothing was changed."
ANSWERED = "That transfer has been answered or taken back already; nothing was done twice."
TOO_LATE = f"More than {WITHIN_WORDS} have passed, so this stays. If they hand the person back, take the transfer in."
ERASED_SAY_WHY = "A record of this was erased here, as the card says. Say in a few words why it is taken up again, or do not accept. Nothing was changed."
TOO_LONG = f"That is too long: at most {LONGEST} characters in each field. Nothing was sent."


class Direction(StrEnum):
    OUT = "out"
    IN = "in"


class TransferState(StrEnum):
    PENDING = "pending"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


STATE_WORDS = {
    TransferState.PENDING: "waiting for their answer",
    TransferState.ACCEPTED: "accepted",
    TransferState.DECLINED: "declined",
    TransferState.WITHDRAWN: "taken back",
}


# How a transfer stands where contact is the other force's: theirs until one that came in is accepted, and theirs once one that was sent is.
_THEIRS = frozenset(
    {
        (Direction.IN, TransferState.PENDING),
        (Direction.IN, TransferState.DECLINED),
        (Direction.OUT, TransferState.ACCEPTED),
    }
)


@dataclass(frozen=True)
class Transfer:
    """One person's, to or from `other`, a force by its code. The id is the same at both ends, and so is the reference.

    `acceptor` is whom the sender named, `answerer` who answered; `plan` is the contact plan, which one that came in has once it is accepted. `by_hand` says that
    the answer was told to an officer and did not come sealed. `version` counts the changes.
    """

    id: UUID
    force: str
    reference: str
    direction: Direction
    other: str
    other_name: str
    at: datetime
    accept_by: datetime
    acceptor: str
    by: UUID | None = None
    plan: UUID | None = None
    orders: tuple[UUID, ...] = ()
    note: str = ""
    state: TransferState = TransferState.PENDING
    answered_at: datetime | None = None
    answerer: str = ""
    reason: str = ""
    by_hand: bool = False
    version: int = 1

    @property
    def is_open(self) -> bool:
        return self.state is TransferState.PENDING


@dataclass(frozen=True)
class ErasedHere:
    """That a record of an order of a pack was erased here: `theirs` is the sender's reference, `reference` the one it had here. `is_same` where it was that very
    paper, else it was an order of the same case.
    """

    theirs: str
    reference: str
    by: str
    at: datetime
    is_same: bool


@dataclass(frozen=True)
class Asked:
    """What the sender says: who will accept it, and where the person lives now if that is known."""

    acceptor: str
    note: str = ""
    address1: str = ""
    address2: str = ""
    postcode: str = ""


def is_contact_theirs(direction: Direction, state: TransferState) -> bool:
    """Of the newest transfer of an order: whether the other force keeps contact. One that they declined, or that was taken back, leaves it here."""
    return (direction, state) in _THEIRS


def state_words(transfer: Transfer) -> str:
    """Whose answer it waits for depends on the way that it goes."""
    if transfer.is_open and transfer.direction is Direction.IN:
        return "waiting for our answer"
    return STATE_WORDS[transfer.state]


def asked(values: dict[str, str]) -> Asked:
    """Raises Unreadable where nobody is named, or a field is too long."""
    said = {name: values.get(name, "").strip() for name in Asked.__dataclass_fields__}
    if any(len(one) > LONGEST for one in said.values()):
        raise Unreadable(TOO_LONG)
    if not said["acceptor"]:
        raise Unreadable(WHO_ACCEPTS)
    return Asked(**said)


def receivers(people: Iterable[Officer], acceptor: str) -> list[UUID]:
    """Whom the sender named where that is somebody here, else the orders desk, else the supervisors."""
    able = [one for one in people if one.may(Permission.TRANSFER)]
    said = frozenset(tokens(acceptor))
    named = [one.id for one in able if one.email and one.email.casefold() in acceptor.casefold().split()]
    named += [one.id for one in able if said and frozenset(tokens(one.name)) <= said]
    return (
        list(dict.fromkeys(named))
        or [one.id for one in able if Role.ORDERS_DESK in one.roles]
        or [one.id for one in able if Role.SUPERVISOR in one.roles]
    )


def sent(
    id: UUID,
    force: str,
    reference: str,
    to: OtherForce,
    given: Asked,
    by: UUID,
    plan: UUID,
    orders: tuple[UUID, ...],
    now: datetime,
    rules: TransferRules,
) -> Transfer:
    until = now + rules.accept_within
    return Transfer(id, force, reference, Direction.OUT, to.code, to.name, now, until, given.acceptor, by, plan, orders, given.note)


def accepted(transfer: Transfer, answerer: str, now: datetime, *, by_hand: bool, reason: str = "") -> Transfer:
    """`reason` is why a record that was erased here is taken up again. Raises Unreadable where nobody is named, and Outdated where it was answered before."""
    if not answerer.strip():
        raise Unreadable(WHO_ACCEPTED)
    return _answered(transfer, TransferState.ACCEPTED, answerer, reason, now, by_hand=by_hand)


def declined(transfer: Transfer, answerer: str, reason: str, now: datetime, *, by_hand: bool) -> Transfer:
    if not reason.strip():
        raise Unreadable(SAY_WHY)
    return _answered(transfer, TransferState.DECLINED, answerer, reason, now, by_hand=by_hand)


def withdrawn(transfer: Transfer, answerer: str, now: datetime) -> Transfer:
    return _answered(transfer, TransferState.WITHDRAWN, answerer, "", now, by_hand=True)


def reopened(transfer: Transfer, now: datetime) -> Transfer:
    """A slip in what was told by hand: for some minutes it waits again as before."""
    if transfer.is_open or not transfer.by_hand or transfer.answered_at is None or transfer.direction is Direction.IN:
        raise Outdated(ANSWERED)
    if is_past_undoing(transfer.answered_at, now):
        raise Outdated(TOO_LATE)
    return _next(replace(transfer, state=TransferState.PENDING, answered_at=None, answerer="", reason="", by_hand=False))


def told_at(transfer: Transfer, rules: TransferRules) -> Iterator[tuple[datetime, bool]]:
    """When somebody is told that it still waits, and whether that is a supervisor; else it is the owner."""
    yield transfer.accept_by, False
    for later in SUPERVISOR_AGAIN:
        yield transfer.accept_by + rules.then_supervisor + later, True


def _answered(transfer: Transfer, state: TransferState, answerer: str, reason: str, now: datetime, *, by_hand: bool) -> Transfer:
    if not transfer.is_open:
        raise Outdated(ANSWERED)
    if len(answerer) > LONGEST or len(reason) > LONGEST:
        raise Unreadable(TOO_LONG)
    return _next(replace(transfer, state=state, answered_at=now, answerer=answerer.strip(), reason=reason.strip(), by_hand=by_hand))


def _next(transfer: Transfer) -> Transfer:
    return replace(transfer, version=transfer.version + 1)
