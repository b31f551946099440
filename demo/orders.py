"""Made-up orders as a court might send them, drawn by a seeded Random."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from demo.names import made_up_name
from demo.places import COURTS, made_up_address, made_up_phone

WITHHELD = "-"
GROUPS = ("address", "phone", "email")
_SAFE_TIMES = (
    "after 6pm",
    "weekdays 9.30 to 14.30, school hours",
    "text first, never call",
    "not on Fridays",
    "",
    "",
    "only through my sister",
)


@dataclass(frozen=True)
class MadePerson:
    """`confidential` groups are sent with a flag and their value, `withheld` ones with a flag and a dash."""

    surname: str
    forenames: str
    dob: date | None
    address1: str = ""
    address2: str = ""
    postcode: str = ""
    phone: str = ""
    email: str = ""
    safe_time: str = ""
    confidential: frozenset[str] = field(default_factory=frozenset)
    withheld: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class MadeOrder:
    """`ends` is court local time, None for no fixed end."""

    case_no: str
    familyman_no: str
    court: str
    court_code: str
    respondent: MadePerson
    applicant: MadePerson
    made_on: date
    ends: datetime | None
    terms: tuple[int, ...]
    drafted: int
    without_notice: bool = False
    served: bool = False
    welsh: bool = False
    order_name: str = "FL401"

    @property
    def stem(self) -> str:
        return f"FL404A-{self.case_no}-{self.drafted}"

    @property
    def file_name(self) -> str:
        return f"{self.stem}_served.pdf" if self.served else f"{self.stem}.pdf"


def made_up_orders(random: Random, number: int, day: date) -> Iterator[MadeOrder]:
    """Orders made in the year up to `day`; about three in a hundred are a second order on an earlier case."""
    earlier: list[MadeOrder] = []
    for _ in range(number):
        order = made_up_order(random, day)
        if earlier and random.random() < 0.03:
            first = random.choice(earlier)
            order = replace(
                order, case_no=first.case_no, familyman_no=first.familyman_no, respondent=first.respondent, applicant=first.applicant
            )
        earlier.append(order)
        yield order


def made_up_order(random: Random, day: date) -> MadeOrder:
    made_on = day - timedelta(days=random.randint(0, 365))
    court, code = random.choice(COURTS)
    without_notice = random.random() < 0.4
    return MadeOrder(
        case_no=f"17{random.randrange(10**14):014d}",
        familyman_no=f"{random.choice(('LS', 'BD', 'MA', 'BM'))}{made_on:%y}F{random.randrange(10**5):05d}",
        court=court,
        court_code=code,
        respondent=made_up_person(random, day),
        applicant=_kept_back(random, replace(made_up_person(random, day), safe_time=random.choice(_SAFE_TIMES))),
        made_on=made_on,
        ends=None if random.random() < 0.08 else _end(random, made_on),
        terms=made_up_terms(random),
        drafted=int(datetime.combine(made_on, time(9), tzinfo=UTC).timestamp()) - random.randint(3_600, 400_000),
        without_notice=without_notice,
        served=random.random() < 0.15,
        welsh=random.random() < 0.05,
    )


def made_up_person(random: Random, day: date) -> MadePerson:
    forenames, surname = made_up_name(random)
    address1, address2, postcode = made_up_address(random)
    letters = "".join(letter for letter in f"{forenames}.{surname}".casefold() if letter.isascii() and (letter.isalpha() or letter == "."))
    return MadePerson(
        surname=surname,
        forenames=forenames,
        dob=day - timedelta(days=random.randint(18 * 366, 70 * 365)),
        address1=address1,
        address2=address2,
        postcode=postcode,
        phone=made_up_phone(random),
        email=f"{letters.strip('.')}{random.randint(1, 99)}@mail.example",
    )


def _kept_back(random: Random, one: MadePerson) -> MadePerson:
    luck = random.random()
    if luck < 0.12:
        return replace(one, withheld=frozenset(GROUPS))
    return replace(one, confidential=frozenset(random.sample(GROUPS, random.randint(1, 2)))) if luck < 0.2 else one


def _end(random: Random, made_on: date) -> datetime:
    wall = random.choice((time(23, 59), time(23, 59), time(16), time(0)))
    return datetime.combine(made_on + timedelta(days=random.choice((183, 274, 365, 365, 730))), wall)


def made_up_terms(random: Random) -> tuple[int, ...]:
    return tuple(sorted({0, 1, 2} | set(random.sample(range(3, 10), random.randint(0, 4)))))
