"""How many questions anybody could answer at best, since others in the register bear exactly what was typed."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from operator import itemgetter
from typing import Any

from benchmarks.figures import Figure
from benchmarks.searching.faults import FORMS, MISSING, RIGHT, Query
from benchmarks.searching.people import Person

MARRIED, MIDDLE_USED, MOVED, NO_STREET = "married name", "middle name used", "moved house", "street missing"
KINDS = ("exact", MARRIED)
# Where each particular stands among those of `_particulars`.
_FIRST, _FORENAMES, _SURNAME, _DOB, _POSTCODE, _HOME = range(6)
_Known = tuple[int, ...]


def ceiling_figures(asked: Sequence[Query], register: Sequence[Person], everybody: Iterable[Person]) -> list[Figure]:
    """What an oracle would reach that knows all of the register and is told what was meant, and not what somebody made of it.

    It is told the first forename, the middle name where one was typed in any way, and the surname before the error; of a married name no
    surname. Besides, where the form has them: the date of birth where one was typed; house and postcode, the postcode alone where the street
    is missing, nothing where the person has moved. Of those who bear all that it names five in any order, so that of `k` such people the right
    one is first by 1/k and among five by 5/k at most. A date of birth that was typed wrongly counts as known in the first figures, which makes
    them a bound; in those that put it aside it tells nothing, as if it had not been typed, and a matcher that reads a slip may pass them.
    An oracle that used how seldom a middle name is typed, or who lends themselves to an error, would get a little further.
    """
    held = {person.number: person for person in register}
    told = [(query, _particulars(held[query.truth])) for query in asked if query.truth is not None]
    at_best = [(query, _told(query, mine, dob=query.dob_kind != MISSING), mine) for query, mine in told]
    put_aside = [(query, _told(query, mine, dob=query.dob_kind == RIGHT), mine) for query, mine in told]
    bearers = _bearers([(known, mine) for _, known, mine in (*at_best, *put_aside)], everybody)
    many, many_aside = ([(query, bearers(known, mine)) for query, known, mine in some] for some in (at_best, put_aside))
    return [
        figure
        for form in FORMS
        for kind in ("", *KINDS)
        for figure in (
            *_figures(_name(form, kind, "at best"), _of(many, form, kind)),
            *_figures(
                _name(form, kind, "at best with a wrong date of birth put aside"), _of(many_aside, form, kind) if form != "name" else []
            ),
        )
    ]


def _particulars(person: Person) -> tuple[Any, ...]:
    forenames = person.forenames.casefold()
    first, *_ = forenames.split()
    return first, forenames, person.surname.casefold(), person.dob, person.postcode, f"{person.house} {person.street}"


def _told(query: Query, mine: tuple[Any, ...], *, dob: bool) -> _Known:
    """Which of the particulars the oracle is told."""
    known = [_FORENAMES if _has_middle(query, mine[_FORENAMES], mine[_SURNAME]) else _FIRST]
    known += [] if query.kind == MARRIED else [_SURNAME]
    known += [_DOB] if dob else []
    if query.address_kind not in (MISSING, MOVED):
        known += [_POSTCODE] if query.address_kind == NO_STREET else [_POSTCODE, _HOME]
    return tuple(known)


def _has_middle(query: Query, forenames: str, surname: str) -> bool:
    """Whether the middle name was typed, or its initial."""
    _, *middle = forenames.split()
    if not middle:
        return False
    typed, family = Counter(query.name.casefold().split()), surname.split()
    initials = query.kind == "initial" and typed.total() > 1 + len(family)
    return initials or query.kind == MIDDLE_USED or (typed - Counter(family))[middle[0]] > 0


def _bearers(wanted: Iterable[tuple[_Known, tuple[Any, ...]]], everybody: Iterable[Person]) -> Callable[[_Known, tuple[Any, ...]], int]:
    """By counting: how many people have the same of these particulars."""
    counts: dict[_Known, tuple[Callable[[Any], Any], Counter[Any]]] = {}
    for known, mine in wanted:
        of, counter = counts.setdefault(known, (itemgetter(*known), Counter()))
        counter[of(mine)] = 0
    for person in everybody:
        theirs = _particulars(person)
        for of, counter in counts.values():
            if (key := of(theirs)) in counter:
                counter[key] += 1

    def bearers(known: _Known, mine: tuple[Any, ...]) -> int:
        of, counter = counts[known]
        return counter[of(mine)]

    return bearers


def _of(many: Sequence[tuple[Query, int]], form: str, kind: str) -> list[int]:
    return [one for query, one in many if query.form == form and kind in ("", query.kind)]


def _name(form: str, kind: str, what: str) -> str:
    return f"{form}, {kind}: {what}" if kind else f"{form}: {what}"


def _figures(name: str, bearers: Sequence[int]) -> list[Figure]:
    if not bearers:
        return []
    return [
        Figure(f"{name}, recall at 1", "", (sum(1 / one for one in bearers) / len(bearers),)),
        Figure(f"{name}, recall at 5", "", (sum(min(1.0, 5 / one) for one in bearers) / len(bearers),)),
    ]
