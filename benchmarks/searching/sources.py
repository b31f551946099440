"""Names out of the packages that publish them: census tables, locales of faker, romanised Arabic and Urdu names, nicknames."""

import csv
import sqlite3
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, Literal

from rapidfuzz.distance import OSA

Sex = Literal["female", "male"]
# How often a spelling of that country is met in England; every other country counts a half.
_MET = {"PK": 3.0, "SO": 1.0, "IR": 0.2, "DZ": 0.1, "MA": 0.1, "TN": 0.1, "MR": 0.1}
_FOLDED = str.maketrans("أإآىةکیہ", "ااايهكيه")
_LEAST_COUNT, _LEAST_SHARE, _LEAST_ALIKE = 1.0, 0.02, 0.5


@dataclass(frozen=True)
class Romanised:
    """One name of another script with its Latin spellings, commonest first, and how often it is a forename or a surname."""

    key: str
    spellings: tuple[tuple[str, float], ...]
    given: float
    surname: float


def packaged(package: str, path: str) -> Path:
    """A file of an installed package, which need not be imported for it."""
    return Path(str(distribution(package).locate_file(path)))


def locale(place: str) -> Any:
    return import_module(f"faker.providers.person.{place}").Provider


@cache
def census_surnames() -> tuple[str, ...]:
    """About 88,000, commonest first."""
    return tuple(_written(name) for name, _ in _census("last"))


@cache
def census_forenames(sex: Sex) -> tuple[tuple[str, float], ...]:
    return tuple((name.capitalize(), per_cent) for name, per_cent in _census(f"first.{sex}"))


def _census(table: str) -> list[tuple[str, float]]:
    name = "dist.all.last" if table == "last" else f"dist.{table.removeprefix('first.')}.first"
    lines = packaged("names", f"names/{name}").read_text(encoding="ascii").splitlines()
    return [(word, float(per_cent)) for word, per_cent, *_ in map(str.split, lines)]


def _written(name: str) -> str:
    """The census has capitals only: MCDONALD is McDonald."""
    return f"Mc{name[2:].capitalize()}" if name.startswith("MC") and len(name) > 5 else name.capitalize()


@cache
def romanised() -> tuple[Romanised, ...]:
    """Each spelling stands with the one name that it is most often written for."""
    counts = _counts()
    totals = {key: sum(map(sum, spellings.values())) for key, spellings in counts.items()}
    home: dict[str, tuple[float, str]] = {}
    for key, spellings in counts.items():
        for latin, roles in spellings.items():
            if sum(roles) >= max(_LEAST_COUNT, _LEAST_SHARE * totals[key]):
                home[latin] = max(home.get(latin, (0.0, "")), (sum(roles), key))
    kept: defaultdict[str, list[str]] = defaultdict(list)
    for latin, (_, key) in home.items():
        kept[key].append(latin)
    return tuple(_romanised(key, {latin: counts[key][latin] for latin in kept[key]}) for key in sorted(kept))


def _romanised(key: str, spellings: dict[str, list[float]]) -> Romanised:
    """Some spellings came beside another name's: what is written quite otherwise than the commonest is left out."""
    ordered = sorted(((latin, sum(roles)) for latin, roles in spellings.items()), key=lambda pair: (-pair[1], pair[0]))
    alike = tuple(pair for pair in ordered if OSA.normalized_similarity(pair[0], ordered[0][0]) >= _LEAST_ALIKE)
    given, surname = (sum(spellings[latin][at] for latin, _ in alike) for at in (0, 1))
    return Romanised(key, alike, given, surname)


def _counts() -> dict[str, dict[str, list[float]]]:
    """By name and Latin spelling: the count as a forename, and as a surname."""
    counts: defaultdict[str, dict[str, list[float]]] = defaultdict(dict)
    table = sqlite3.connect(packaged("arabic-name-romanizer", "arabic_name_romanizer/resources/names.sqlite3"))
    for key, latin, country, role, count in table.execute("SELECT arabic_key, latin, country, role, count FROM units ORDER BY rowid"):
        if latin.isascii() and latin[0].isalpha() and not latin.lower().startswith(("bin ", "ben ")):
            name = " ".join(word[0].upper() + word[1:].lower() for word in latin.replace("'", "").split())
            roles = counts[key].setdefault(name, [0.0, 0.0])
            roles[role == "surname"] += count * _MET.get(country, 0.5)
    table.close()
    return counts


@cache
def arabic_sexes() -> dict[str, Sex]:
    """Which names, in Arabic script, are a woman's and which a man's."""
    table = locale("ar_AA")
    found: dict[str, Sex] = {name.translate(_FOLDED): "female" for name in table.first_names_female}
    found.update({name.translate(_FOLDED): "male" for name in table.first_names_male})
    return found


@cache
def nicknames() -> tuple[tuple[str, str], ...]:
    """A name and a short or pet form of it, both in small letters."""
    with packaged("nicknames", "nicknames/names.csv").open(encoding="utf-8", newline="") as file:
        return tuple((row["name1"], row["name2"]) for row in csv.DictReader(file))
