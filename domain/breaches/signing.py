"""What becomes of a record of a breach once it is sent: additions, and a supervisor's decisions; both are only added to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from domain.breaches.drafts import Breach
from domain.errors import NotAllowed, Outdated, Unreadable
from domain.officers import Officer, Permission

LONGEST_ADDENDUM = 4_000
LONGEST_NOTE = 1_000
MOST_TOLD = 3
OWN_RECORD = "You gave part of this record, so another supervisor signs it off or returns it. Nothing was changed."
SIGNED_ALREADY = "This record is signed off already. Nothing was done twice; whatever is added to it asks for a new sign-off."
RETURNED_ALREADY = "This record is returned already. It comes back for sign-off once somebody has added to it; nothing was changed."
MOVED_ON = "Something was added to this record since that was shown. Read it as it stands now, then decide."
NO_NOTE = "Say in a note what is to be put right: without one a record is not returned."
LONG_NOTE = f"That note is longer than {LONGEST_NOTE:,} characters and was not kept. Please send a shorter one."
NO_WORDS = "That was empty, so nothing was added."
LONG_ADDENDUM = f"That is longer than {LONGEST_ADDENDUM:,} characters and was not kept. Please add it in two parts."
ADDED_ALREADY = "You have added those words to this record already. Nothing was done twice."


class SigningState(StrEnum):
    AWAITING = "awaiting_sign_off"
    SIGNED_OFF = "signed_off"
    RETURNED = "returned"


class Verdict(StrEnum):
    SIGNED_OFF = "signed_off"
    RETURNED = "returned"


@dataclass(frozen=True)
class Addendum:
    """Words added to a record after it was sent, the `number`th. `who` is how the card names the officer; `question` the one they are about, if any."""

    number: int
    text: str
    by: UUID
    who: str
    at: datetime
    question: str | None = None


@dataclass(frozen=True)
class Decision:
    """A supervisor's, the `number`th of its record. It `covers` so many of the addenda: what is added after them awaits a decision of its own."""

    number: int
    verdict: Verdict
    by: UUID
    who: str
    at: datetime
    covers: int
    note: str = ""


@dataclass(frozen=True)
class Signing:
    """Everything that came after the record was sent, each in the sequence of its numbers."""

    decisions: tuple[Decision, ...] = ()
    addenda: tuple[Addendum, ...] = ()

    @property
    def state(self) -> SigningState:
        if not self.decisions or self.decisions[-1].covers < len(self.addenda):
            return SigningState.AWAITING
        return SigningState(self.decisions[-1].verdict.value)

    @property
    def mark(self) -> str:
        """What a card carries, so that a decision is made on what its supervisor saw."""
        return f"{len(self.decisions)}.{len(self.addenda)}"

    @property
    def history(self) -> tuple[Addendum | Decision, ...]:
        """In order: each decision after what it covers."""
        return tuple(_in_order(self))


NOTHING_SINCE = Signing()


@dataclass(frozen=True)
class Waiting:
    """A record that awaits a supervisor, as a list names it."""

    id: UUID
    order_id: UUID
    reference: str
    recorder: str
    recorded_at: datetime


def sign_off(breach: Breach, signing: Signing, supervisor: Officer, seen: str, now: datetime) -> Decision:
    """`seen` is the mark of the card on which it was decided. Raises NotAllowed for whoever gave part of the record, Outdated where there is nothing to decide."""
    _must_await(breach, signing, supervisor, seen)
    return _decided(signing, Verdict.SIGNED_OFF, supervisor, now, "")


def send_back(breach: Breach, signing: Signing, supervisor: Officer, note: str, seen: str, now: datetime) -> Decision:
    """As `sign_off`; Unreadable where the note is missing or too long."""
    _must_await(breach, signing, supervisor, seen)
    said = note.strip()
    if not said:
        raise Unreadable(NO_NOTE)
    if len(said) > LONGEST_NOTE:
        raise Unreadable(LONG_NOTE)
    return _decided(signing, Verdict.RETURNED, supervisor, now, said)


def add(signing: Signing, officer: Officer, text: str, now: datetime, question: str | None = None) -> Addendum:
    """Allowed at any time, after a sign-off too. The same words of the same officer are added once."""
    said = text.strip()
    if not said:
        raise Unreadable(NO_WORDS)
    if len(said) > LONGEST_ADDENDUM:
        raise Unreadable(LONG_ADDENDUM)
    if any((one.by, one.text, one.question) == (officer.id, said, question) for one in signing.addenda):
        raise Outdated(ADDED_ALREADY)
    return Addendum(len(signing.addenda) + 1, said, officer.id, named(officer), now, question)


def authors(breach: Breach, signing: Signing) -> frozenset[UUID]:
    """Whoever gave any part of what is to be signed off."""
    return frozenset((breach.recorded_by, *(one.by for one in breach.answers), *(one.by for one in signing.addenda)))


def may_decide(breach: Breach, signing: Signing, officer: Officer) -> bool:
    return officer.may(Permission.SIGN_OFF_BREACH) and officer.id not in authors(breach, signing)


def told_of(breach: Breach, signing: Signing, people: Sequence[Officer], apart_from: frozenset[UUID] = frozenset()) -> list[UUID]:
    """Who is told that it awaits a decision: whoever decided before, else the recorder's own supervisor, else those of the team, else those of the force."""
    barred = authors(breach, signing) | apart_from
    free = [one for one in people if one.may(Permission.SIGN_OFF_BREACH) and one.id not in barred]
    recorder = next((one for one in people if one.id == breach.recorded_by), None)
    before = signing.decisions[-1].by if signing.decisions else None
    near = (
        [one for one in free if one.id == before]
        or [one for one in free if recorder and one.id == recorder.supervisor]
        or [one for one in free if recorder and recorder.team and one.team == recorder.team]
        or free
    )
    return [one.id for one in near[:MOST_TOLD]]


def named(officer: Officer) -> str:
    """As a record names its recorder."""
    return officer.collar or officer.name


def _must_await(breach: Breach, signing: Signing, supervisor: Officer, seen: str) -> None:
    if supervisor.id in authors(breach, signing):
        raise NotAllowed(OWN_RECORD)
    if signing.state is SigningState.SIGNED_OFF:
        raise Outdated(SIGNED_ALREADY)
    if signing.state is SigningState.RETURNED:
        raise Outdated(RETURNED_ALREADY)
    if seen != signing.mark:
        raise Outdated(MOVED_ON)


def _decided(signing: Signing, verdict: Verdict, supervisor: Officer, now: datetime, note: str) -> Decision:
    return Decision(len(signing.decisions) + 1, verdict, supervisor.id, named(supervisor), now, len(signing.addenda), note)


def _in_order(signing: Signing) -> Iterator[Addendum | Decision]:
    told = 0
    for decision in signing.decisions:
        yield from signing.addenda[told : decision.covers]
        yield decision
        told = decision.covers
    yield from signing.addenda[told:]
