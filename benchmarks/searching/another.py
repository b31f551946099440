"""The thirteen kinds of error as another hand makes them: other pet forms, other slips, another ear. Nothing is fitted to these, nor split in halves."""

import re
from collections.abc import Callable
from datetime import date
from random import Random
from string import ascii_lowercase

from benchmarks.searching import naming
from benchmarks.searching.another_names import ALIKE, HEARD, PET_FORMS, ROMANISED, ROMANISING
from benchmarks.searching.chances import Half
from benchmarks.searching.misnaming import hyphen, married_name, middle_name_used
from benchmarks.searching.people import Person

_MIDDLE_TYPED = 0.2
Misnamed = Callable[[Random, Person, Half], str | None]


def exact(random: Random, person: Person, _half: Half) -> str:
    return f"{_given(random, person)} {person.surname}"


def one_slip(random: Random, person: Person, _half: Half) -> str:
    given, surname = _given(random, person), person.surname
    return f"{given} {slip(random, surname)}" if random.random() < 0.5 else f"{slip(random, given)} {surname}"


def two_slips(random: Random, person: Person, _half: Half) -> str:
    return f"{slip(random, _given(random, person))} {slip(random, person.surname)}"


def heard_wrongly(random: Random, person: Person, _half: Half) -> str | None:
    return _one_changed(random, person, lambda name: _rewritten(random, name, HEARD))


def surname_variant(random: Random, person: Person, _half: Half) -> str | None:
    other = _drawn(random, ALIKE, person.surname)
    return other and f"{_given(random, person)} {other}"


def nickname(random: Random, person: Person, _half: Half) -> str | None:
    first, *middle = person.forenames.split()
    other = _drawn(random, PET_FORMS, first)
    kept = middle if random.random() < _MIDDLE_TYPED else []
    return other and " ".join([other, *kept, person.surname])


def swapped(random: Random, person: Person, _half: Half) -> str:
    return f"{person.surname} {_given(random, person)}"


def swapped_with_a_slip(random: Random, person: Person, _half: Half) -> str:
    given, surname = _given(random, person), person.surname
    return f"{slip(random, surname)} {given}" if random.random() < 0.5 else f"{surname} {slip(random, given)}"


def transliteration(random: Random, person: Person, _half: Half) -> str | None:
    """One of both names as it is also written; by a table, or by a rule where it has none."""
    first, *_ = person.forenames.split()
    if naming.group_of(first) not in {"muslim", "indian"}:
        return None
    return _one_changed(random, person, lambda name: _drawn(random, ROMANISED, name) or _rewritten(random, name, ROMANISING))


def initial(random: Random, person: Person, _half: Half) -> str:
    first, *middle = person.forenames.split()
    typed = middle[:1] if random.random() < 0.3 else []
    return " ".join([first[0], *(one[0] for one in typed), person.surname])


KINDS: dict[str, Misnamed] = {
    "exact": exact,
    "one slip": one_slip,
    "two slips": two_slips,
    "heard wrongly": heard_wrongly,
    "surname variant": surname_variant,
    "nickname": nickname,
    "swapped": swapped,
    "swapped with a slip": swapped_with_a_slip,
    "transliteration": transliteration,
    "hyphen": hyphen,
    "initial": initial,
    "middle name used": middle_name_used,
    "married name": married_name,
}


def misdated(random: Random, dob: date) -> tuple[str, date | None]:
    """One figure of the date mistyped, or the year taken for another near it, beside days and months turned round."""
    luck = random.random()
    if luck < 0.02:
        return "missing", None
    if luck < 0.10 and dob.day <= 12 and dob.day != dob.month:
        return "day and month swapped", date(dob.year, dob.day, dob.month)
    if luck < 0.16:
        return "one part wrong", _figure_wrong(random, dob)
    if luck < 0.20:
        return "year wrong", dob.replace(year=dob.year + random.choice((-10, -2, -1, 1, 2, 10)), day=min(dob.day, 28))
    return "right", dob


def slip(random: Random, name: str) -> str:
    """Any letter for any, one more, one less or two turned round, anywhere but at the very beginning; words of one or two letters stay."""
    if len(name) < 3:
        return name
    while True:
        at, letter = random.randrange(1, len(name)), random.choice(ascii_lowercase)
        ways = (
            name[:at] + letter + name[at + 1 :],
            name[:at] + letter + name[at:],
            name[:at] + name[at + 1 :],
            name[:at] + name[at : at + 2][::-1] + name[at + 2 :],
        )
        typed = random.choice(ways)
        if typed.casefold() != name.casefold() and typed[at - 1 : at + 1].strip() == typed[at - 1 : at + 1]:
            return typed


def _figure_wrong(random: Random, dob: date) -> date:
    while True:
        day, month = (dob.day, random.randint(1, 12)) if random.random() < 0.4 else (random.randint(1, 28), dob.month)
        if (day, month) != (dob.day, dob.month) and day <= 28:
            return date(dob.year, month, day)


def _given(random: Random, person: Person) -> str:
    return person.forenames if random.random() < _MIDDLE_TYPED else person.forenames.split()[0]


def _drawn(random: Random, table: dict[str, list[str]], name: str) -> str | None:
    others = table.get(name.lower())
    return random.choice(others).title() if others else None


def _rewritten(random: Random, name: str, rules: tuple[tuple[str, str], ...]) -> str | None:
    low = name.lower()
    ways = [one for one in (re.sub(pattern, to, low, count=1) for pattern, to in rules) if one != low and len(one) > 2]
    return random.choice(ways).title() if ways else None


def _one_changed(random: Random, person: Person, changed: Callable[[str], str | None]) -> str | None:
    first, *_ = person.forenames.split()
    given, surname = changed(first), changed(person.surname)
    if surname and (given is None or random.random() < 0.6):
        return f"{first} {surname}"
    return given and f"{given} {person.surname}"
