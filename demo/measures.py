"""The other measures of the made-up force, registered as its officers register them: a notice, bail conditions, a restraining order, and one so old that its retention is due for review."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from demo.people import officer_id
from domain.clock import Clock
from domain.london import long_date
from domain.measures import Kind
from domain.officers import Officer
from domain.orders import Order
from domain.policies import Policy
from services.breach_tasks import BreachTasks
from services.contacts import open_plans
from services.measures_entered import EnteredMeasures
from services.registering import begin_measure, fill_registration
from storage.work import Work

_DESK, _NEIGHBOURHOOD = "Dale Quill", "PC Ash Penhallow"


@dataclass(frozen=True)
class MadeMeasure:
    """`told` is what its officer types into the form; `number` knows it again, `case_no` is that of the order on whose people it is, where there is one."""

    officer: str
    number: str
    told: Mapping[str, str]
    case_no: str = ""


def made_measures(today: date, case_no: str) -> tuple[MadeMeasure, ...]:
    """About `today`; the bail conditions on the people of the order with this case number."""
    return (_notice(today), _bail(today, case_no), _restraining(today), _long_over(today))


async def load_measures(work: Work, clock: Clock, made: tuple[MadeMeasure, ...]) -> None:
    """Each once, however often the loading is begun. Nothing is left to chance: what the desk was shown waits for the second person of the desk, the rest for nobody."""
    entering = EnteredMeasures(work, clock, open_plans, BreachTasks(work, clock, Policy), Policy)
    for one in made:
        officer, base, held = await _scene(work, one)
        if officer is None or held:
            continue
        stands = await begin_measure(work, clock, officer, one.told, base)
        filled = await fill_registration(work, clock, officer, stands.draft.id, one.told)
        await entering.save(officer, stands.draft.id, filled.draft.seen, lambda: 1.0)


async def _scene(work: Work, one: MadeMeasure) -> tuple[Officer | None, Order | None, bool]:
    async with work() as uow:
        officer = await uow.officers.get(officer_id(one.officer))
        base = await uow.orders.by_case(one.case_no) if one.case_no else []
        return officer, next(iter(base), None), bool(await uow.orders.by_case(one.number))


def _notice(today: date) -> MadeMeasure:
    given = today - timedelta(days=1)
    people = _people("Barnaby Thistlewick", "1989-02-14", "Clementine Foxglove-Moss", "1991-06-30")
    told = {
        "kind": Kind.DVPN,
        "learned": "court_email",
        "made": f"{long_date(given)} 21:30",
        "made_by": "Supt Example",
        "number": "MADEUP-DVPN-1",
        "conditions": "1. not to enter or come near the house\n2. not to molest the protected person",
    }
    return MadeMeasure(_NEIGHBOURHOOD, "MADEUPDVPN1", told | people)


def _bail(today: date, case_no: str) -> MadeMeasure:
    given, ends = today - timedelta(days=9), today + timedelta(days=70)
    told = {
        "kind": Kind.BAIL,
        "learned": "officer",
        "made": f"{long_date(given)} 03:15",
        "ends": f"{long_date(ends)} 10:00",
        "made_by": "Ambermere custody",
        "number": "MADEUP-BAIL-1",
        "conditions": "1. not to contact the protected person by any means\n2. to live and sleep at the address given to custody",
        "protects": "same",
    }
    return MadeMeasure(_DESK, "MADEUPBAIL1", told, case_no)


def _restraining(today: date) -> MadeMeasure:
    made = today - timedelta(days=40)
    people = _people("Humphrey Wobblesworth", "1977-11-05", "Perpetua Larkspur-Vane", "1980-03-21")
    told = {
        "kind": Kind.RESTRAINING,
        "learned": "sealed_order",
        "made": long_date(made),
        "ends": f"{long_date(made + timedelta(days=730))} 23:59",
        "made_by": "Crown Court at Ambermere",
        "number": "MADEUP-RO-1",
        "conditions": "1. not to contact the protected person\n2. not to go within 100 metres of the place of work that the court named",
    }
    return MadeMeasure(_NEIGHBOURHOOD, "MADEUPRO1", told | people)


def _long_over(today: date) -> MadeMeasure:
    """Its six years have passed since its end."""
    made, ended = today - timedelta(days=9 * 366), today - timedelta(days=6 * 366 + 30)
    people = _people("Mortimer Peverell-Hatch", "1969-08-19", "Ottoline Greenacre", "1972-04-02")
    told = {
        "kind": Kind.RESTRAINING,
        "learned": "sealed_order",
        "made": long_date(made),
        "ends": f"{long_date(ended)} 23:59",
        "made_by": "Crown Court at Ambermere",
        "number": "MADEUP-RO-2",
        "conditions": "1. not to contact the protected person",
    }
    return MadeMeasure(_NEIGHBOURHOOD, "MADEUPRO2", told | people)


def _people(respondent: str, born: str, applicant: str, second_born: str) -> dict[str, str]:
    """Names that nobody bears; telephones of the numbers kept for drama."""
    theirs, protected = respondent.split(), applicant.split()
    return {
        "respondent_forenames": theirs[0],
        "respondent_surname": theirs[1],
        "respondent_dob": born,
        "respondent_phone": "07700 900801",
        "applicant_forenames": protected[0],
        "applicant_surname": protected[1],
        "applicant_dob": second_born,
        "applicant_phone": "07700 900802",
        "confidential": "yes",
    }
