"""How many questions anybody could answer at best, since others in the register fit what was typed as well as whoever was meant."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

from benchmarks.figures import Figure
from benchmarks.searching.faults import FORMS, Query
from benchmarks.searching.misdating import MISSING, likely_for
from benchmarks.searching.misnaming import KINDS
from benchmarks.searching.people import Person

MARRIED, MIDDLE_USED, INITIAL, MOVED, NO_STREET = "married name", "middle name used", "initial", "moved house", "street missing"
# Where each particular stands among those of `_particulars`.
_FIRST, _FORENAMES, _SURNAME, _POSTCODE, _HOME, _INITIAL, _MIDDLE_INITIAL = range(7)
_Key = tuple[tuple[int, ...], Any]


@dataclass(frozen=True)
class Fit:
    """How many are likelier to be meant than whoever was, and how many as likely, with that one."""

    query: Query
    ahead: int
    level: int

    def among(self, places: int) -> float:
        return min(1.0, max(0, places - self.ahead) / self.level)


def ceiling_figures(asked: Sequence[Query], register: Sequence[Person], everybody: Iterable[Person]) -> list[Figure]:
    """What an oracle would reach that holds all of the register and knows how often each error is made, but not which of them somebody made.

    It is told the first forename and the surname that were meant, and the middle name where one was typed in any way; of an initial that
    letter alone, and of a married name no surname. Of the date typed it knows for which dates of birth it is typed and how often. Where the form has an address it knows house and
    postcode, the postcode alone where the street is missing, nothing where the person has moved. Whoever bears the very words that were typed,
    and fits the date no worse, comes before whoever needs an error. Of those who fit alike it names five in any order: of `k` alike the one
    meant is first by 1/k and among five by 5/k.
    """
    held = {person.number: person for person in register}
    told = [(query, held[query.truth]) for query in asked if query.truth is not None]
    keys = [(query, who.dob, _meant(query, mine), _as_typed(query, mine)) for query, who in told for mine in [_particulars(who)]]
    born = _born([key for _, _, *both in keys for key in both if key], everybody)
    fits = [_fit(query, dob, born[meant], born[typed] if typed else Counter()) for query, dob, meant, typed in keys]
    return [figure for form in FORMS for kind in ("", *KINDS) for figure in _figures(form, kind, fits)]


def _fit(query: Query, dob: date, meant: Counter[date], as_typed: Counter[date]) -> Fit:
    if query.dob is None:
        return Fit(query, as_typed.total(), meant.total())
    likely: Mapping[date, float] = likely_for(query.dob)
    own = likely[dob]
    ahead = sum(meant[day] for day, chance in likely.items() if chance > own)
    ahead += sum(as_typed[day] for day, chance in likely.items() if chance >= own)
    return Fit(query, ahead, sum(meant[day] for day, chance in likely.items() if chance == own))


def _particulars(person: Person) -> tuple[str, ...]:
    forenames = person.forenames.casefold()
    first, *middle = forenames.split()
    home = f"{person.house} {person.street}"
    return first, forenames, person.surname.casefold(), person.postcode, home, first[0], middle[0][0] if middle else ""


def _meant(query: Query, mine: Sequence[str]) -> _Key:
    words = query.name.casefold().split()
    if query.kind == INITIAL:
        given = [_INITIAL if len(words[0]) == 1 else _FIRST, *([_MIDDLE_INITIAL] if len(words[1]) == 1 else [])]
    else:
        given = [_FORENAMES if _has_middle(query, mine[_FORENAMES], mine[_SURNAME]) else _FIRST]
    return _key((*given, *(() if query.kind == MARRIED else (_SURNAME,)), *_address(query)), mine)


def _as_typed(query: Query, mine: Sequence[str]) -> _Key | None:
    """Whoever has the first word for a forename and the last for a surname, and lives where the one meant does; None where that one is among them."""
    first, *_, last = query.name.casefold().split()
    if (first, last) == (mine[_FIRST], mine[_SURNAME].split()[-1]):
        return None
    return _key((_FIRST, _SURNAME, *_address(query)), (first, "", last, *mine[_POSTCODE:]))


def _address(query: Query) -> tuple[int, ...]:
    if query.address_kind in (MISSING, MOVED):
        return ()
    return (_POSTCODE,) if query.address_kind == NO_STREET else (_POSTCODE, _HOME)


def _key(fields: tuple[int, ...], mine: Sequence[str]) -> _Key:
    return fields, itemgetter(*fields)(mine)


def _has_middle(query: Query, forenames: str, surname: str) -> bool:
    _, *middle = forenames.split()
    typed = Counter(query.name.casefold().split()) - Counter(surname.split())
    return bool(middle) and (query.kind == MIDDLE_USED or typed[middle[0]] > 0)


def _born(keys: Iterable[_Key], everybody: Iterable[Person]) -> Mapping[_Key, Counter[date]]:
    """When those were born who have these particulars."""
    found: dict[_Key, Counter[date]] = {key: Counter() for key in keys}
    read: list[tuple[tuple[int, ...], Callable[[Any], Any]]] = [(fields, itemgetter(*fields)) for fields in {fields for fields, _ in found}]
    for person in everybody:
        theirs = _particulars(person)
        for fields, of in read:
            if days := found.get((fields, of(theirs))):
                days[person.dob] += 1
            elif days is not None:
                days[person.dob] = 1
    return found


def _figures(form: str, kind: str, fits: Sequence[Fit]) -> list[Figure]:
    mine = [one for one in fits if one.query.form == form and kind in ("", one.query.kind)]
    if not mine:
        return []
    name = f"{form}, {kind}: at best" if kind else f"{form}: at best"
    return [Figure(f"{name}, recall at {places}", "", (sum(one.among(places) for one in mine) / len(mine),)) for places in (1, 5)]
