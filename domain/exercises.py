"""Made-up orders to practise on: told by their case number, shown as what they are, and kept out of every figure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from domain.areas import Area
from domain.london import to_london
from domain.orders import Order, Party, PartyRole
from domain.papers import Condition, Draft

PREFIX = "EXERCISE-"
WORDS = "EXERCISE: a made-up order to practise on. No court made it, nobody is protected by it, and it is in no figure."


def is_exercise(order: Order) -> bool:
    """No case number of a court looks like these."""
    return is_exercise_case(order.case_no)


def is_exercise_case(case_no: str) -> bool:
    return case_no.startswith(PREFIX)


@dataclass(frozen=True)
class Shape:
    """One of the orders that an exercise begins with: what there is to practise on it."""

    named: str
    made_days_ago: int
    ends_in_days: int | None
    served: bool = False
    without_notice: bool = True
    hearing_in_days: int | None = None


SHAPES = (
    Shape("Alpha", made_days_ago=3, ends_in_days=180),
    Shape("Bravo", made_days_ago=170, ends_in_days=6, served=True, without_notice=False),
    Shape("Charlie", made_days_ago=40, ends_in_days=None, hearing_in_days=-5),
)
TERMS = Draft(
    conditions=(
        Condition("1", "The respondent must not use or threaten violence against the applicant."),
        Condition("2", "The respondent must not telephone, text, email or otherwise contact the applicant, except through a solicitor."),
        Condition("3", "The respondent must not instruct, encourage or suggest that anyone else do what is forbidden here."),
    )
)
BORN_YEARS_AGO = 30


def made_up_orders(force: str, references: Sequence[str], areas: Sequence[Area], now: datetime, new_id: Callable[[], UUID]) -> list[Order]:
    """One of each shape; their names, case numbers and addresses say that they are made up. The first area is where their respondents live."""
    return [_made_up(force, reference, shape, areas, now, new_id) for reference, shape in zip(references, SHAPES, strict=True)]


def _made_up(force: str, reference: str, shape: Shape, areas: Sequence[Area], now: datetime, new_id: Callable[[], UUID]) -> Order:
    day, id = to_london(now).date(), new_id()
    case_no = f"{PREFIX}{reference.removeprefix('NMO-')}"
    born = day.replace(year=day.year - BORN_YEARS_AGO, day=1)
    respondent = Party(
        id=new_id(), role=PartyRole.RESPONDENT, surname=f"Practice-{shape.named}", forenames="Exercise", dob=born,
        address1="1 Exercise Row", address2="Nowhere", postcode=_postcode(areas),
    )  # fmt: skip
    applicant = Party(
        id=new_id(), role=PartyRole.APPLICANT, surname=f"Protected-{shape.named}", forenames="Exercise", dob=born,
        address1="2 Exercise Walk", address2="Nowhere", phone="07700 900000", safe_time_raw="made up: any time",
    )  # fmt: skip
    return Order(
        id=id,
        force=force,
        reference=reference,
        case_no=case_no,
        file_name=f"{case_no}.pdf",
        order_name="FL401",
        respondent=respondent,
        applicant=applicant,
        received_at=now,
        confirmed_at=now,
        court_name="Exercise: no court",
        made_on=day - timedelta(days=shape.made_days_ago),
        expires_at=None if shape.ends_in_days is None else now + timedelta(days=shape.ends_in_days),
        return_hearing_on=None if shape.hearing_in_days is None else day + timedelta(days=shape.hearing_in_days),
        served_file=shape.served,
        conditions_checked=True,
        without_notice=shape.without_notice,
    )


def _postcode(areas: Sequence[Area]) -> str | None:
    """In the first area; no postcode has such letters behind its figure."""
    if not areas:
        return None
    district = min(areas[0].districts, default="")
    return f"{district} 0CC" if district else f"{min(areas[0].sectors)}CC"
