"""The made-up force: how big it is, who its people are, and the orders that reach it day by day."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from uuid import NAMESPACE_URL, UUID, uuid5

from demo.orders import MadePerson, made_up_order
from domain.contacts import Risk
from domain.london import at_london
from domain.officers import Officer, Role
from domain.orders import Order, Party, PartyRole
from domain.references import new_reference

FORCE = "made-up-year"
BEGINS = datetime(2026, 10, 1, tzinfo=UTC)
# Of those whose risk is assessed: how many are of each, in a hundred.
RISKS = ((Risk.HIGH, 12), (Risk.MEDIUM, 33), (Risk.STANDARD, 55))
_ENDS_AFTER = (183, 274, 365, 365, 730)


@dataclass(frozen=True)
class Size:
    """How much of everything; `days` are simulated ones."""

    days: int
    orders: int
    liaison: int
    teams: int
    breaches: int
    crashes: int
    jumps: int
    leaves: int
    leavers: int
    blocked: int
    seed: int = 2026

    @property
    def ends(self) -> datetime:
        return BEGINS + timedelta(days=self.days)


YEAR = Size(365, 8_000, 120, 10, 2_400, 200, 24, 150, 6, 12)
# A quarter of the force, and a sixteenth, each with every crash of the year.
QUARTER_YEAR = Size(365, 2_000, 30, 3, 600, 200, 24, 40, 2, 3)
SMALL_YEAR = Size(365, 500, 8, 1, 150, 200, 24, 10, 1, 1)
MONTH = Size(31, 500, 12, 2, 120, 40, 6, 6, 0, 2)
FEW_DAYS = Size(4, 30, 4, 1, 8, 8, 2, 1, 0, 1)


@dataclass(frozen=True)
class People:
    """`liaison` make the contacts, one of `supervisors` stands over each team, the desk has what has no postcode, the administrator takes orders in."""

    liaison: tuple[Officer, ...]
    supervisors: tuple[Officer, ...]
    desk: Officer
    response: Officer
    admin: Officer

    @property
    def all(self) -> tuple[Officer, ...]:
        return (*self.liaison, *self.supervisors, self.desk, self.response, self.admin)


def people_of(size: Size) -> People:
    teams = [f"team {number}" for number in range(1, size.teams + 1)]
    supervisors = tuple(_officer(f"Supervisor {at}", Role.SUPERVISOR, team) for at, team in enumerate(teams, 1))
    liaison = tuple(
        replace(_officer(f"Liaison {at}", Role.VLO, teams[at % size.teams]), supervisor=supervisors[at % size.teams].id)
        for at in range(size.liaison)
    )
    others = (("Desk", Role.ORDERS_DESK), ("Response", Role.RESPONSE), ("Admin", Role.ADMIN))
    desk, response, admin = (_officer(name, role, "office") for name, role in others)
    return People(liaison, supervisors, replace(desk, supervisor=supervisors[0].id), response, admin)


def orders_of(size: Size, random: Random) -> Iterator[tuple[datetime, list[Order]]]:
    """Each day's new orders with the moment at which they are taken in; some come by night."""
    first, taken = BEGINS.date(), set[str]()
    for number in range(size.days):
        day = first + timedelta(days=number)
        due = size.orders * (number + 1) // size.days - size.orders * number // size.days
        at = at_london(day, time(random.choice((6, 6, 6, 10, 22)), random.randint(0, 59)))
        yield max(at, BEGINS), [_order(random, day, at, taken) for _ in range(due)]


def _order(random: Random, day: date, at: datetime, taken: set[str]) -> Order:
    made = made_up_order(random, day)
    made_on = day - timedelta(days=random.randint(1, 3))
    ends = None if made.ends is None else at_london(made_on + timedelta(days=random.choice(_ENDS_AFTER)), time(23, 59))
    id = uuid5(NAMESPACE_URL, f"made-up-year:{made.case_no}:{made.drafted}:{random.random()}")
    return Order(
        id=id,
        force=FORCE,
        reference=_free(random, taken),
        case_no=made.case_no,
        file_name=made.file_name,
        order_name="FL401",
        respondent=_party(id, PartyRole.RESPONDENT, made.respondent),
        applicant=_party(id, PartyRole.APPLICANT, made.applicant),
        received_at=at,
        confirmed_at=at,
        court_name=made.court,
        court_code=made.court_code,
        made_on=made_on,
        expires_at=ends,
    )


def _free(random: Random, taken: set[str]) -> str:
    """A reference that no other order of the year has."""
    while (reference := new_reference("NMO", random)) in taken:
        pass
    taken.add(reference)
    return reference


def _party(order: UUID, role: PartyRole, one: MadePerson) -> Party:
    withheld = {"phone"} if "phone" in one.withheld else set()
    return Party(
        id=uuid5(order, role),
        role=role,
        surname=one.surname,
        forenames=one.forenames,
        dob=one.dob,
        postcode=one.postcode or None,
        phone=None if withheld else one.phone,
        safe_time_raw=one.safe_time or None,
    )


def _officer(name: str, role: Role, team: str) -> Officer:
    return Officer(uuid5(NAMESPACE_URL, f"made-up-year:{name}"), FORCE, name, roles=frozenset({role}), team=team)
