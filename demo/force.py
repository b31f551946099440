"""The made-up force's register: a small set of orders fixed in all but their days, which stand about `today`."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from random import Random

from demo.feed import write_feed
from demo.orders import GROUPS, MadeOrder, MadePerson, made_up_order

JOHN_SMITH_BORN = date(1985, 3, 12)
_SEED = 1985
Shape = Callable[[MadeOrder, date], MadeOrder]


def demo_feed(folder: Path, today: date, orders: int = 60) -> Path:
    """The feed of the made-up force in layout A, every order with its PDF; returns the manifest's path."""
    return write_feed(folder, demo_orders(today, orders), orders, today)


def demo_orders(today: date, number: int = 60) -> list[MadeOrder]:
    """The orders worth showing, then ordinary ones; the same names and case numbers on every day."""
    return list(islice(_all(Random(_SEED), today), number))


def case_of_who_has_more(today: date) -> str:
    """The case of the order whose respondent is on bail with conditions as well."""
    return demo_orders(today)[_SHAPES.index(_ends_soon)].case_no


def _all(random: Random, today: date) -> Iterator[MadeOrder]:
    told = [shape(made_up_order(random, today), today) for shape in _SHAPES]
    yield from told
    yield _mutual(made_up_order(random, today), told[_SHAPES.index(_first_of_a_pair)])
    yield _second_on_the_case(made_up_order(random, today), told[_SHAPES.index(_flagged_phone)], today)
    while True:
        order = made_up_order(random, today)
        if order.respondent.surname != "Smith":
            yield order


def _the_john_smith(order: MadeOrder, today: date) -> MadeOrder:
    he = _person("Smith", "John", JOHN_SMITH_BORN, "14 Larkfield Row", "Ambermere", "LS6 2CK", "07700 900123")
    she = _person("Marlow", "Jane", date(1987, 9, 4), "3 Cobbler's Yard", "Ambermere", "LS8 4MV", "07700 900456")
    she = replace(she, safe_time="weekdays after 6pm; never call the landline")
    made_on, ends = today - timedelta(days=120), _at(today + timedelta(days=243))
    # Whose contact it is goes by the name of its paper: with this one it is VLO Kit Rowan's on every day, as the README's story has it.
    story = replace(order, drafted=1_780_304_400, terms=(0, 1, 2, 5), without_notice=True, served=True, welsh=False)
    return replace(story, respondent=he, applicant=she, made_on=made_on, ends=ends)


def _older_john_smith(order: MadeOrder, today: date) -> MadeOrder:
    return _in_force(_against(order, "Smith", "John", date(1961, 11, 2)), today)


def _younger_john_smith(order: MadeOrder, today: date) -> MadeOrder:
    return _in_force(_against(order, "Smith", "John Paul", date(1999, 7, 21)), today)


def _jon_smyth(order: MadeOrder, today: date) -> MadeOrder:
    return _in_force(_against(order, "Smyth", "Jon", date(1978, 1, 30)), today)


def _expired(order: MadeOrder, today: date) -> MadeOrder:
    changed = _against(order, "Pike", "Darren", date(1979, 5, 17))
    return replace(changed, made_on=today - timedelta(days=425), ends=_at(today - timedelta(days=60)))


def _no_end(order: MadeOrder, today: date) -> MadeOrder:
    changed = _against(order, "Wiśniewski", "Kamil", date(1990, 2, 8))
    return replace(changed, made_on=today - timedelta(days=30), ends=None, without_notice=True)


def _withheld_address(order: MadeOrder, today: date) -> MadeOrder:
    changed = _in_force(_against(order, "Hussain", "Tariq", date(1983, 8, 25)), today)
    return replace(changed, applicant=replace(changed.applicant, withheld=frozenset(GROUPS), confidential=frozenset()))


def _flagged_phone(order: MadeOrder, today: date) -> MadeOrder:
    changed = _in_force(_against(order, "O'Brien", "Siobhán", date(1992, 12, 1)), today)
    return replace(changed, applicant=replace(changed.applicant, withheld=frozenset(), confidential=frozenset({"phone"})))


def _first_of_a_pair(order: MadeOrder, today: date) -> MadeOrder:
    they = _person("Tanner", "Gemma", date(1988, 4, 19), "27 Weir Walk", "Thornley Bridge", "BD3 7KO", "07700 900311")
    other = _person("Holt", "Craig", date(1986, 10, 6), "5 Lantern Road", "Thornley Bridge", "BD7 1VM", "07700 900322")
    return _in_force(replace(order, respondent=other, applicant=they), today)


def _ends_soon(order: MadeOrder, today: date) -> MadeOrder:
    changed = _against(order, "Al-Rashid", "Omar", date(1981, 6, 14))
    return replace(changed, made_on=today - timedelta(days=170), ends=_at(today + timedelta(days=10)))


def _made_yesterday(order: MadeOrder, today: date) -> MadeOrder:
    changed = _against(order, "Walker-Shah", "Priya", date(1994, 3, 3))
    return replace(
        changed, made_on=today - timedelta(days=1), ends=_at(today + timedelta(days=364)), served=False, without_notice=True, welsh=True
    )


def _one_name(order: MadeOrder, today: date) -> MadeOrder:
    return _in_force(_against(order, "Yusuf", "", date(1975, 9, 9)), today)


_SHAPES: tuple[Shape, ...] = (
    _the_john_smith,
    _older_john_smith,
    _younger_john_smith,
    _jon_smyth,
    _expired,
    _no_end,
    _withheld_address,
    _flagged_phone,
    _first_of_a_pair,
    _ends_soon,
    _made_yesterday,
    _one_name,
)


def _mutual(order: MadeOrder, first: MadeOrder) -> MadeOrder:
    """Each against the other, on a case of its own."""
    return replace(order, respondent=first.applicant, applicant=first.respondent, made_on=first.made_on, ends=first.ends)


def _second_on_the_case(order: MadeOrder, first: MadeOrder, today: date) -> MadeOrder:
    """A later order on the same case, which nobody has yet said replaces the first."""
    same = replace(order, case_no=first.case_no, familyman_no=first.familyman_no, respondent=first.respondent, applicant=first.applicant)
    return replace(same, made_on=today - timedelta(days=20), ends=_at(today + timedelta(days=345)))


def _against(order: MadeOrder, surname: str, forenames: str, dob: date) -> MadeOrder:
    return replace(order, respondent=replace(order.respondent, surname=surname, forenames=forenames, dob=dob))


def _in_force(order: MadeOrder, today: date) -> MadeOrder:
    return replace(order, made_on=today - timedelta(days=90), ends=_at(today + timedelta(days=275)))


def _at(day: date) -> datetime:
    return datetime.combine(day, time(23, 59))


def _person(surname: str, forenames: str, dob: date, address1: str, address2: str, postcode: str, phone: str) -> MadePerson:
    email = f"{forenames}.{surname}@mail.example".lower()
    return MadePerson(surname, forenames, dob, address1, address2, postcode, phone, email)
