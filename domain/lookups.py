"""A look-up of orders: what was found, what was searched, and what of it may be shown to whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from domain.glances import Glance
from domain.london import long_date
from domain.matching import MOST_SHOWN, Verdict
from domain.name_runs import Names
from domain.officers import Officer, Permission
from domain.order_states import Standing
from domain.orders import LIVE, Order, OrderState, Party, PartyRole
from domain.particulars import SLIP, Particulars
from domain.reviews import Link
from domain.sweeping import ONE_AT_A_TIME, has_wildcard, wants_everyone
from domain.terms import OrderTerms
from domain.transfers import Transfer

RESTRICTED_LINE = "A restricted record may exist: ring the duty desk."
UNREAD_NAME = "I could not read the name: type forename, surname and date of birth. Nothing here says that there is no order."
ONE_NAME = "One name alone is not searched. Type forename and surname, and the date of birth if you have it."
ELSEWHERE = "Look also in PND and PNC, ask the court, and ask to see the applicant's own copy."
PLACES_SEARCHED = (
    "Searched by the streets, schools and workplaces that conditions name, as they are spelt there. Only conditions that a person has checked are searched, "
    "and no street of an order with a confidential address."
)
NAMED_IN_A_CONDITION = "named in a condition"
NO_PLACE = "No checked condition in this register names that place. Conditions that nobody has checked yet are not searched."
WITHHELD = "withheld by the court"
NOT_SHOWN = "confidential, not shown to your role"
NOT_GIVEN = "not given"
_AREA = ("address", "address1", "address2", "postcode")


@dataclass(frozen=True)
class Match:
    """One record that may be meant, with its state at the moment of the look-up.

    Of the one record that is shown whole, `standing` says the state more finely and `glance` what stands beside it; `terms` are word for word from the
    paper as a person checked them, None until then. `chosen`: by the officer, from a list that confirmed nobody. `plain`: both names and the date
    of birth are those typed, so that nothing has to be compared.
    """

    order: Order
    role: PartyRole
    score: float
    reasons: tuple[str, ...]
    state: OrderState
    links: tuple[Link, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    standing: Standing | None = None
    glance: Glance | None = None
    terms: OrderTerms | None = None
    chosen: bool = False
    plain: bool = True

    @property
    def party(self) -> Party:
        return self.order.respondent if self.role is PartyRole.RESPONDENT else self.order.applicant


@dataclass(frozen=True)
class Namesake:
    """A record of somebody of the same name without a date of birth: which one, never what it says."""

    id: UUID
    reference: str
    role: PartyRole
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Kept:
    """Where a look-up stands in the trail, in which what was typed is sealed."""

    id: UUID
    at: datetime


@dataclass(frozen=True)
class Found:
    """The answer to one look-up. `ask` says which particular would help; `also` are records of the same name without a date of birth, beside a match; `register_as_of` and `days_without`, but for a match, are when the newest feed was taken in and for how many days of the last weeks no file came.

    `asked_for` is what was read, values and all, and `notes` say what of it was not used: both for the card alone. `kept` finds what was typed again;
    `tells_of_breach` that the words tell what somebody did, beside whom.
    `names_nobody`: nothing was found, and what was typed is hardly a name. `by_place`: the orders name a place, and nobody was looked for.
    """

    verdict: Verdict
    why: str
    matches: tuple[Match, ...] = ()
    searched: str = ""
    register_as_of: datetime | None = None
    ask: str | None = None
    also: tuple[Namesake, ...] = ()
    days_without: int = 0
    asked_for: str = ""
    notes: tuple[str, ...] = ()
    kept: Kept | None = None
    tells_of_breach: bool = False
    names_nobody: bool = False
    by_place: bool = False


@dataclass(frozen=True)
class SafePerson:
    """Particulars in words, as far as this officer may see them."""

    name: str
    dob: str
    area: str


@dataclass(frozen=True)
class SafeParticulars:
    respondent: SafePerson
    applicant: SafePerson


def live_first(matches: Iterable[Match]) -> tuple[Match, ...]:
    """Of records that may be meant as well as each other, those that may still be live."""
    return tuple(sorted(matches, key=lambda one: (-one.score, one.state not in LIVE)))


def safe_particulars(order: Order, officer: Officer) -> SafeParticulars:
    """Nothing withheld, nothing confidential without the permission, and never where the applicant can be found."""
    applicant = _safe(order.applicant, officer)
    return SafeParticulars(_safe(order.respondent, officer), SafePerson(applicant.name, applicant.dob, "not shown here"))


def too_little(asked: Particulars) -> str | None:
    """Why this cannot be searched, in words for the officer; None where it can."""
    if has_wildcard(asked.raw):
        return ONE_AT_A_TIME
    if asked.case_no or asked.reference or asked.place or (asked.has_particular and not asked.name_tokens):
        return None
    if wants_everyone(asked.raw):
        return ONE_AT_A_TIME
    if not any(len(token) > 1 for token in asked.name_tokens):
        return _nothing_to_go_by(asked)
    has_particular = asked.has_particular or (asked.dob is not None and asked.dob.day is not None)
    if len(asked.name_tokens) == 1 and not has_particular:
        return " ".join((ONE_NAME, *(f"{doubt.partition(':')[0]}." for doubt in asked.doubts)))
    return None


def _nothing_to_go_by(asked: Particulars) -> str:
    if asked.dob is not None:
        return "A date alone is not searched. Type the name and the date of birth together."
    if asked.age is not None:
        return "An age alone is not searched. Type the name and the age together, or better the date of birth."
    if SLIP in asked.unused:
        return "That reference has a slip in it: check it sign by sign. Or type a name and a date of birth, a postcode or a case number."
    if asked.unused:
        return f"The register cannot be searched by {' or '.join(asked.unused)} yet. Type a name and a date of birth, a postcode or a case number."
    return "Type a name of at least two letters and a date of birth, or a postcode, or a case number."


def what_would_help(asked: Particulars) -> str | None:
    """The one particular to ask for next."""
    if asked.place is not None:
        return None
    if asked.dob is None or asked.dob.day is None:
        return "date of birth" if asked.postcode else "date of birth or postcode"
    return None if asked.postcode else "postcode"


def why_number(orders: int) -> str:
    return "The number is the same." if orders == 1 else f"{orders} orders bear this case number. Choose the one you mean."


def why_place(orders: int) -> str:
    held = "One order has" if orders == 1 else f"{orders} orders have"
    which = f" The {MOST_SHOWN} newest are shown, those that may still be live first." if orders > MOST_SHOWN else ""
    return f"{held} a checked condition that names this place.{which} That says nothing of who your person is."


def what_was_searched(asked: Particulars) -> str:
    """What the search went by and what it left out; never the values."""
    if asked.place is not None:
        return PLACES_SEARCHED
    parts = ["case number"] if asked.case_no else []
    parts += ["reference"] if asked.reference else []
    parts += ["name (also slips, sound, short forms, forename and surname swapped)"] if asked.name_tokens else []
    if asked.dob is not None:
        parts.append("year of birth" if asked.dob.day is None else "date of birth (also day and month swapped)")
    parts += ["age (to put the nearest first)"] if asked.age else []
    parts += ["postcode"] if asked.postcode else []
    parts += ["house and street"] if asked.home else []
    parts += ["telephone number"] if asked.phone else []
    parts += ["e-mail address"] if asked.email else []
    if asked.district:
        parts.append(f"postcode {'sector' if asked.sector else 'district'} (to put the nearest first)")
    left_out = [f"Not searched by {' or '.join(asked.unused)}."] if asked.unused else []
    return " ".join([f"Searched by {', '.join(parts)}, respondents and applicants. Children are not searched.", *left_out])


def what_was_read(asked: Particulars) -> str:
    """The particulars as they were understood, for the officer to check against what was meant."""
    if asked.place is not None:
        return f"a place named in a condition: {asked.place.words}"
    born = None if asked.dob is None else long_date(asked.dob.day) if asked.dob.day else str(asked.dob.year)
    aged = f"aged {asked.age.least} to {asked.age.most}" if asked.age else None
    parts = [_as_name(asked.name_tokens), f"born {born}" if born else aged, asked.nearest_postcode]
    numbers = [asked.case_no and f"case {asked.case_no}", asked.reference]
    ways = [
        asked.home and f"house {asked.home.house}, street {asked.home.street.capitalize()}",
        asked.phone and f"telephone {_dialled(asked.phone)}",
    ]
    return ", ".join(part for part in (*parts, *ways, asked.email, *numbers) if part)


def _dialled(digits: str) -> str:
    """As it is dialled here: the nought that begins a number of this country is not kept with it."""
    return f"0{digits}" if len(digits) < len("07700900456") else digits


def what_was_left_out(asked: Particulars, searched: Names) -> tuple[str, ...]:
    """Whom and what else was typed and not gone by, in words for the officer; the same letters with a gap less are the same name."""
    others = [_as_name(names) for names in (asked.name_tokens, *asked.others) if names and "".join(names) != "".join(searched)]
    return (*([f"One person at a time: also typed: {'; '.join(others)}."] if others else []), *asked.doubts)


def _as_name(names: Names) -> str:
    return " ".join(name.capitalize() for name in names)


def _safe(party: Party, officer: Officer) -> SafePerson:
    name = " ".join(part for part in (_shown(party, officer, "forenames"), _shown(party, officer, "surname")) if part)
    district = (party.postcode or "").split(" ")[0]
    area = ", ".join(part for part in (party.address2, district) if part)
    return SafePerson(
        name=name or _reason(party, officer, "forenames", "surname", "name"),
        dob=_dob(party, officer),
        area=area if area and not _is_closed(party, officer, *_AREA) else _reason(party, officer, *_AREA),
    )


def _shown(party: Party, officer: Officer, field: str) -> str | None:
    value: str | None = getattr(party, field)
    return None if _is_closed(party, officer, field, "name") else value


def _dob(party: Party, officer: Officer) -> str:
    if _is_closed(party, officer, "dob"):
        return _reason(party, officer, "dob")
    if isinstance(party.dob, date):
        return long_date(party.dob)
    return f"{party.dob_raw} (as the court wrote it)" if party.dob_raw else NOT_GIVEN


def _is_closed(party: Party, officer: Officer, *fields: str) -> bool:
    return not party.withheld.isdisjoint(fields) or (
        not party.confidential.isdisjoint(fields) and not officer.may(Permission.SEE_SAFE_CONTACT)
    )


def _reason(party: Party, officer: Officer, *fields: str) -> str:
    if not party.withheld.isdisjoint(fields):
        return WITHHELD
    return NOT_SHOWN if _is_closed(party, officer, *fields) else NOT_GIVEN
