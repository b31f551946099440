"""Which measures that are held may be the one that is about to be saved: of the same kind, with the same day, number or court."""

from collections.abc import Iterator, Mapping
from datetime import date

from domain.case_numbers import normal_case
from domain.measure_questions import KIND
from domain.orders import Order

SAME_DAY, SAME_NUMBER, SAME_COURT = "the same day", "the same number", "the same court or giver"


def doubles(values: Mapping[str, str], held: Order) -> tuple[str, ...]:
    """Why the measure that a draft tells of may be this one; nothing where it is another. The person is held against each other elsewhere."""
    return tuple(_why(values, held)) if values.get(KIND) == held.kind else ()


def may_be_one(values: Mapping[str, str], held: Order) -> bool:
    """Whether its respondent bears the same surname, and no other date of birth: where only a surname is known, no look-up goes by it."""
    surname, born = values.get("respondent_surname", ""), values.get("respondent_dob", "")
    same = bool(surname) and surname.casefold() == (held.respondent.surname or "").casefold()
    return same and (not born or held.respondent.dob is None or born == held.respondent.dob.isoformat())


def _why(values: Mapping[str, str], held: Order) -> Iterator[str]:
    made = values.get("made", "")[:10]
    if made and held.made_on == date.fromisoformat(made):
        yield SAME_DAY
    if values.get("number") and normal_case(values["number"]) == held.case_no:
        yield SAME_NUMBER
    if _plain(values.get("made_by")) and _plain(values.get("made_by")) == _plain(held.court_name):
        yield SAME_COURT


def _plain(name: str | None) -> str:
    return " ".join((name or "").casefold().replace("the ", "").split())
