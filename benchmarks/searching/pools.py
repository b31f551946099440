"""Who is called what: forenames by sex and decade and surnames, for each of the groups of people that live in England and Wales."""

from functools import cache
from unicodedata import combining, normalize

from benchmarks.searching import decades, words
from benchmarks.searching.chances import Chances, chances, ranked, shared
from benchmarks.searching.sources import Romanised, Sex, arabic_sexes, census_forenames, census_surnames, locale, romanised

Names = Chances[str]
SEXES: tuple[Sex, Sex] = ("female", "male")
_ENDS_AS_A_WOMANS = ("a", "ah", "een", "bibi", "bano")


@cache
def british_forenames(sex: Sex, decade: int) -> Names:
    """The thirty commonest of the decade, then what is met at any age, then a long tail; no name stands in two of them."""
    most, more, start = decades.MEASURED[sex][decade]
    table, head = locale("en_GB"), decades.commonest(sex, decade)
    met = [name for name in (table.first_names_female if sex == "female" else table.first_names_male) if name not in head]
    tail = [(name, weight) for name, weight in census_forenames(sex) if name not in {*head, *met}]
    return chances([*shared(ranked(head, start), most), *shared(ranked(met, 20), more), *shared(tail, 1 - most - more)])


@cache
def british_surnames() -> Names:
    """Per cent of the five hundred commonest, the rest over a tail in the order of a larger census, which falls off from where they end.

    So the five thousand commonest are two in three of all, and the 25,000 commonest four in five.
    """
    head = list(locale("en_GB").last_names.items())
    known = {name for name, _ in head}
    tail = [name for name in census_surnames() if name not in known]
    places = sorted({first + last for first in words.SURNAME_FIRST for last in words.SURNAME_LAST} - known - set(tail))
    return chances([*shared(head, 0.42), *shared(ranked(tail, 500), 0.5), *shared([(name, 1.0) for name in places], 0.08)])


@cache
def irish_forenames(sex: Sex) -> Names:
    table = locale("en_IE")
    return chances(ranked(table.first_names_female if sex == "female" else table.first_names_male, 60))


@cache
def irish_surnames() -> Names:
    tail = [name for name in locale("en_IE").last_names if name.startswith(("O'", "Mc", "Mac"))]
    return chances([*shared(ranked(words.IRISH_SURNAMES), 0.6), *shared(ranked(tail, 200), 0.4)])


@cache
def indian_forenames(sex: Sex) -> Names:
    table = locale("en_IN")
    return chances(ranked(table.first_names_female if sex == "female" else table.first_names_male, 60))


@cache
def indian_surnames() -> Names:
    return chances([*shared(ranked(words.INDIAN_SURNAMES), 0.6), *shared(ranked(locale("en_IN").last_names, 200), 0.4)])


@cache
def muslim_forenames(sex: Sex) -> Names:
    """A name by how often it is met, in each spelling by how often it is so written."""
    return _spelt([(one, one.given) for one in romanised() if one.given >= 2 and one.given > one.surname / 2 and sex_of(one) == sex])


@cache
def muslim_surnames() -> Names:
    return _spelt([(one, one.surname) for one in romanised() if one.surname > 0])


def sex_of(name: Romanised) -> Sex:
    commonest = name.spellings[0][0]
    guessed: Sex = "female" if commonest.lower().endswith(_ENDS_AS_A_WOMANS) and commonest not in words.MENS_NAMES_IN_A else "male"
    return arabic_sexes().get(name.key, guessed)


def _spelt(weighed: list[tuple[Romanised, float]]) -> Names:
    return chances([(latin, weight * share) for name, weight in weighed for latin, share in shared(name.spellings, 1.0)])


@cache
def polish_forenames(sex: Sex) -> Names:
    table = locale("pl_PL")
    return chances(ranked(_with_and_without_accents(table.first_names_female if sex == "female" else table.first_names_male), 20))


@cache
def polish_surnames(sex: Sex) -> Names:
    """Kowalski is his, Kowalska hers."""
    table = locale("pl_PL")
    ending = "ska" if sex == "female" else "ski"
    changing = [name.removesuffix("ski") + ending for name in table.male_last_names if name.endswith("ski")]
    commonest = shared(ranked(_with_and_without_accents(changing), 20), 0.5)
    return chances([*commonest, *shared(ranked(_with_and_without_accents(table.unisex_last_names), 100), 0.5)])


def _with_and_without_accents(names: tuple[str, ...] | list[str]) -> list[str]:
    """English records keep the accents now and then."""
    return [name if at % 4 == 0 else without_accents(name) for at, name in enumerate(names)]


def without_accents(name: str) -> str:
    return "".join(sign for sign in normalize("NFKD", name.replace("ł", "l").replace("Ł", "L")) if not combining(sign))
