"""An order or another protective measure as the register holds it, and its state at a moment."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from domain.london import to_london
from domain.measures import Kind
from domain.provenance import Provenance


class PartyRole(StrEnum):
    RESPONDENT = "respondent"
    APPLICANT = "applicant"


class OrderState(StrEnum):
    IN_FORCE = "in_force"
    RETURN_HEARING_PASSED = "return_hearing_passed"
    END_UNKNOWN = "end_unknown"
    VARIED = "varied"
    EXPIRED = "expired"
    DISCHARGED = "discharged"
    UNDERTAKING = "undertaking"
    NOT_YET_KNOWN = "not_yet_known"


class Change(StrEnum):
    """What the court did to the order by this version."""

    VARIED = "varied"
    EXTENDED = "extended"


@dataclass(frozen=True)
class Party:
    """An applicant or a respondent.

    `withheld` names the particulars for which the court sent a single dash (their value here is None);
    `confidential` names those sent with a confidentiality flag: held, shown only to a role that may see them.
    """

    id: UUID
    role: PartyRole
    surname: str | None = None
    forenames: str | None = None
    dob: date | None = None
    dob_raw: str | None = None
    address1: str | None = None
    address2: str | None = None
    postcode: str | None = None
    phone: str | None = None
    email: str | None = None
    safe_time_raw: str | None = None
    withheld: frozenset[str] = field(default_factory=frozenset)
    confidential: frozenset[str] = field(default_factory=frozenset)

    @property
    def name(self) -> str:
        return " ".join(part for part in (self.forenames, self.surname) if part) or "name not given"


@dataclass(frozen=True)
class Order:
    """One sealed order of the court. Identity is force, case number and order file name.

    `made_on` is a day (the feed gives no time) or None until the PDF is read; `expires_at` is UTC or None where no end was given;
    `confirmed_at` is when the court last told us anything about it. `variation` counts what the court has changed since it was made: a version with the number of
    the one before it only corrects it. `changed_on` is the day from which this variation governs, `changed_at` the instant where its paper gives one.

    `provenance` is where the record itself came from. `without_notice` is None until a person has checked the paper: then the respondent's awareness must be shown.

    `kind` says which row of the table of measures holds for it. `made_at` is the instant it was made or given, where the paper tells it. `power_clauses` are those
    to which a power of arrest is attached, empty where there is none, None where that is not known; `power_until` is when that power ends, where sooner.
    """

    id: UUID
    force: str
    reference: str
    case_no: str
    file_name: str
    order_name: str
    respondent: Party
    applicant: Party
    received_at: datetime
    confirmed_at: datetime
    familyman_no: str | None = None
    court_name: str | None = None
    court_code: str | None = None
    made_on: date | None = None
    court_date_raw: str | None = None
    expires_at: datetime | None = None
    end_raw: str | None = None
    return_hearing_on: date | None = None
    served_file: bool = False
    welsh_file_name: str | None = None
    has_document: bool = False
    conditions_checked: bool = False
    without_notice: bool | None = None
    discharged_at: datetime | None = None
    undertaking_at: datetime | None = None
    needs_review: str | None = None
    version: int = 1
    variation: int = 0
    change: Change | None = None
    changed_on: date | None = None
    changed_at: datetime | None = None
    provenance: Provenance = Provenance.COURT_FEED
    kind: Kind = Kind.NMO
    made_at: datetime | None = None
    power_clauses: str | None = None
    power_until: datetime | None = None


def state_at(order: Order, moment: datetime) -> OrderState:
    """The order's state at a UTC instant by this version alone; a blank end is never `expired` and never plainly `in_force`."""
    if order.made_on is not None and to_london(moment).date() < order.made_on:
        return OrderState.NOT_YET_KNOWN
    if order.made_at is not None and moment < order.made_at:
        return OrderState.NOT_YET_KNOWN
    if order.discharged_at is not None and moment >= order.discharged_at:
        return OrderState.DISCHARGED
    if order.undertaking_at is not None and moment >= order.undertaking_at:
        return OrderState.UNDERTAKING
    if order.expires_at is not None and moment >= order.expires_at:
        return OrderState.EXPIRED
    if order.return_hearing_on is not None and to_london(moment).date() > order.return_hearing_on:
        return OrderState.RETURN_HEARING_PASSED
    if order.expires_at is None:
        return OrderState.END_UNKNOWN
    return OrderState.VARIED if order.variation else OrderState.IN_FORCE


STATE_WORDS: dict[OrderState, str] = {
    OrderState.IN_FORCE: "In force on what the court last told us",
    OrderState.RETURN_HEARING_PASSED: "May have ended at the return hearing: check with the court",
    OrderState.END_UNKNOWN: "No end date known: treat as live and check with the court",
    OrderState.VARIED: "Varied: check the newest version",
    OrderState.EXPIRED: "Expired: history only",
    OrderState.DISCHARGED: "Discharged: history only",
    OrderState.UNDERTAKING: "Replaced by an undertaking: not this offence",
    OrderState.NOT_YET_KNOWN: "Not yet made at that time",
}
ENDED = frozenset({OrderState.EXPIRED, OrderState.DISCHARGED, OrderState.UNDERTAKING})
LIVE = frozenset({OrderState.IN_FORCE, OrderState.END_UNKNOWN, OrderState.RETURN_HEARING_PASSED, OrderState.VARIED})
