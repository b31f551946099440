"""What a made-up paper says: drawn before it is written, so that whoever reads the paper can be held to it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random

from demo.orders import MadeOrder, made_up_order
from demo.papers import TERMS, latin

ENDS = ("fixed", "fixed", "fixed", "next_hearing", "further_order", "no_fixed")
_MORE_TERMS = (
    "must not post anything about {applicant} on any website or app, nor ask another person to do so.",
    "must not come within 50 metres of {applicant} wherever {applicant} may be, save that he or she may attend hearings of the court.",
    "must not go along Hollin Bank between numbers 2 and 48, unless told in writing by the court that this is allowed.",
    "must not send 12 or more, or any, messages through a third party to {applicant}; this does not prevent letters of a solicitor.",
)
_TIMES = (time(9, 30), time(10), time(10, 30), time(14), time(14, 15))


@dataclass(frozen=True)
class Matter:
    """Names and words as the built-in fonts can print them; `ends` and `hearing` are court local time."""

    order: MadeOrder
    applicant: str
    respondent: str
    court: str
    made_on: date
    notice: str | None
    end: str
    ends: datetime | None
    hearing: datetime | None
    hearing_court: str | None
    occupation: str | None
    penal: bool
    served: bool
    terms: tuple[str, ...]

    def truth(self) -> dict[str, str | None]:
        """By the names of the fields of an order; None where the paper says nothing of it."""
        hearing = self.hearing
        return {
            "case_no": self.order.case_no,
            "court": self.court,
            "applicant": self.applicant,
            "respondent": self.respondent,
            "made_on": self.made_on.isoformat(),
            "notice": self.notice,
            "end": self.end,
            "ends_on": None if self.ends is None else self.ends.date().isoformat(),
            "ends_at": None if self.ends is None else f"{self.ends:%H:%M}",
            "hearing_on": None if hearing is None else hearing.date().isoformat(),
            "hearing_at": None if hearing is None else f"{hearing:%H:%M}",
            "hearing_court": self.hearing_court,
            "occupation": self.occupation,
            "penal_notice": "yes" if self.penal else None,
            "service": "yes" if self.served else None,
        }


def made_up_matter(random: Random, day: date) -> Matter:
    order = made_up_order(random, day)
    end = random.choice(ENDS)
    hearing = random.random() < 0.6 or end == "next_hearing"
    names = {"applicant": _name(order.applicant.forenames, order.applicant.surname)}
    home = f"{order.applicant.address1}, {order.applicant.address2}, {order.applicant.postcode}"
    every = [*TERMS, *_MORE_TERMS]
    chosen = [every[at] for at in sorted(random.sample(range(len(every)), random.randint(3, 9)))]
    return Matter(
        order=order,
        applicant=names["applicant"],
        respondent=_name(order.respondent.forenames, order.respondent.surname),
        court=latin(order.court),
        made_on=order.made_on,
        notice=random.choice(("without", "without", "on", None)),
        end=end,
        ends=_ends(random, order.made_on) if end == "fixed" else None,
        hearing=datetime.combine(order.made_on + timedelta(days=random.randint(10, 28)), random.choice(_TIMES)) if hearing else None,
        hearing_court=latin(order.court) if hearing else None,
        occupation=random.choice((None, None, None, "power", "no_power")),
        penal=random.random() < 0.8,
        served=random.random() < 0.25,
        terms=tuple(latin(one.format(home=home, **names)) for one in chosen),
    )


def _ends(random: Random, made_on: date) -> datetime:
    wall = random.choice((time(23, 59), time(16), time(10, 30), time(12)))
    return datetime.combine(made_on + timedelta(days=random.choice((183, 274, 365, 730))), wall)


def _name(forenames: str, surname: str) -> str:
    return latin(f"{forenames} {surname}".strip())
