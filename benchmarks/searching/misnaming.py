"""The thirteen ways in which a name is typed: right, or with one kind of error; None where a name does not lend itself to the kind."""

from collections.abc import Callable
from functools import cache
from random import Random

from benchmarks.searching import naming, pools, variants
from benchmarks.searching.chances import Half
from benchmarks.searching.people import Person
from benchmarks.searching.slips import slip
from benchmarks.searching.sources import locale

_MIDDLE_TYPED, _SURNAME_FIRST, _WOMEN = 0.2, 0.6, 0.85


def exact(random: Random, person: Person, _half: Half) -> str | None:
    return f"{_given(random, person)} {person.surname}"


def one_slip(random: Random, person: Person, _half: Half) -> str | None:
    return " ".join(_slipped(random, _given(random, person), person.surname))


def two_slips(random: Random, person: Person, _half: Half) -> str | None:
    """One in each name, or both in one name that is long enough to bear them."""
    given, surname = _given(random, person), person.surname
    if random.random() < 0.5:
        return f"{_slip_in(random, given)} {_slip_in(random, surname)}"
    if len(surname) > 5:
        return f"{given} {_twice(random, surname)}"
    return f"{_twice(random, given)} {surname}" if len(given) > 5 else None


def heard_wrongly(random: Random, person: Person, half: Half) -> str | None:
    first, *_ = person.forenames.split()
    ears = [(f"{first} {one}", _SURNAME_FIRST) for one in _any(random, variants.heard(person.surname, half))]
    ears += [(f"{one} {person.surname}", 1 - _SURNAME_FIRST) for one in _any(random, variants.heard(first, half))]
    if not ears or not person.surname.isalpha():
        return None
    names, weights = zip(*ears, strict=True)
    heard: str = random.choices(names, weights)[0]
    return heard


def surname_variant(random: Random, person: Person, half: Half) -> str | None:
    others = variants.surname_variants(half).get(person.surname)
    return None if others is None else f"{_given(random, person)} {others.draw(random)}"


def nickname(random: Random, person: Person, half: Half) -> str | None:
    first, *middle = person.forenames.split()
    others = variants.pet_forms(half).get(first)
    if others is None:
        return None
    kept = middle if random.random() < _MIDDLE_TYPED else []
    return " ".join([others.draw(random), *kept, person.surname])


def swapped(random: Random, person: Person, _half: Half) -> str | None:
    return f"{person.surname} {_given(random, person)}"


def swapped_with_a_slip(random: Random, person: Person, _half: Half) -> str | None:
    given, surname = _slipped(random, _given(random, person), person.surname)
    return f"{surname} {given}"


def transliteration(random: Random, person: Person, half: Half) -> str | None:
    """One of the names is spelt another way, or now and then both."""
    if person.surname not in _far_surnames():
        return None
    first, *_ = person.forenames.split()
    given, surname = variants.romanisations(first, half), variants.romanisations(person.surname, half)
    if given is None and surname is None:
        return None
    changed = "both" if random.random() < 0.25 else random.choice(("given", "surname"))
    spelt_first = given.draw(random) if given and (changed != "surname" or surname is None) else first
    spelt_last = surname.draw(random) if surname and (changed != "given" or given is None) else person.surname
    return f"{spelt_first} {spelt_last}"


def hyphen(random: Random, person: Person, _half: Half) -> str | None:
    """A double name with its parts joined otherwise, one of them alone or both turned round; an O' or a Mc written apart or as one."""
    given, parts = _given(random, person), person.surname.replace("-", " ").split()
    if len(parts) == 2:
        one, other = parts
        other_sign = " " if "-" in person.surname else "-"
        ways = (f"{one}{other_sign}{other}", one + other.lower(), one, other, f"{other}-{one}")
        return f"{given} {random.choices(ways, (40, 20, 15, 15, 10))[0]}"
    if random.random() < 0.85:
        return None
    if person.surname.startswith("O'"):
        return f"{given} O{random.choice((' ', ''))}{person.surname[2:]}"
    if person.surname.startswith("Mc") and len(person.surname) > 4:
        return f"{given} {random.choice(('Mc ', 'Mac'))}{person.surname[2:]}"
    return None


def initial(random: Random, person: Person, _half: Half) -> str | None:
    first, *middle = person.forenames.split()
    if middle and random.random() < 0.3:
        return f"{random.choice((first, first[0]))} {middle[0][0]} {person.surname}"
    return f"{first[0]} {person.surname}"


def middle_name_used(_random: Random, person: Person, _half: Half) -> str | None:
    _, *middle = person.forenames.split()
    return f"{middle[0]} {person.surname}" if middle else None


def married_name(random: Random, person: Person, _half: Half) -> str | None:
    """The register has the name before or after a marriage; the other one is typed."""
    first, *_ = person.forenames.split()
    if naming.sex_of(first) == "male" and random.random() < _WOMEN:
        return None
    other = naming.surname(random, naming.group_of(first), "female")
    return None if other == person.surname else f"{_given(random, person)} {other}"


KINDS: dict[str, Callable[[Random, Person, Half], str | None]] = {
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


def _given(random: Random, person: Person) -> str:
    """Middle names are mostly left out."""
    return person.forenames if random.random() < _MIDDLE_TYPED else person.forenames.split()[0]


def _slipped(random: Random, given: str, surname: str) -> tuple[str, str]:
    if len(given) < 3 or (random.random() < _SURNAME_FIRST and len(surname) > 2):
        return given, _slip_in(random, surname)
    return _slip_in(random, given), surname


def _slip_in(random: Random, name: str) -> str:
    """A slip in the first word of it that is long enough to have one."""
    words = name.split()
    at = next((at for at, word in enumerate(words) if len(word) > 2), 0)
    return " ".join([*words[:at], slip(random, words[at]), *words[at + 1 :]])


def _twice(random: Random, name: str) -> str:
    while (typed := _slip_in(random, _slip_in(random, name))).casefold() == name.casefold():
        continue
    return typed


def _any(random: Random, names: list[str]) -> list[str]:
    return [random.choice(names)] if names else []


@cache
def _far_surnames() -> frozenset[str]:
    return frozenset([*pools.muslim_surnames().things, *pools.indian_surnames().things]) - frozenset(locale("en_GB").last_names)
