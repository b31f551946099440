"""Places that the conditions of an order name: a street, a school, somewhere to work; never a person."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.addresses import KIND_OF_STREET, KINDS_OF_STREET
from domain.folding import fold, tokens
from domain.forenames import is_forename
from domain.orders import Order
from domain.papers import Draft
from domain.withholding import without_whereabouts


class PlaceKind(StrEnum):
    STREET = "street"
    SCHOOL = "school"
    WORK = "work"


@dataclass(frozen=True)
class Place:
    """`names` tell it from others of its sort, folded; `sort` is the folded word that says what it is, empty where none was given."""

    kind: PlaceKind
    names: tuple[str, ...]
    sort: str = ""

    @property
    def marks(self) -> frozenset[str]:
        """What it is found by: each of its names, by itself and with its sort."""
        return frozenset({*self.names, *(f"{name}|{self.sort}" for name in self.names if self.sort)})


def words(line: str) -> frozenset[str]:
    return frozenset(line.split())


_SCHOOL = words(
    "school schools academy college nursery preschool kindergarten playgroup university primary infants infant junior juniors secondary"
)
_WORK = words(
    "bakery hospital surgery clinic pharmacy chemist office offices factory warehouse depot shop store supermarket market pub inn hotel club gym library"
    " church mosque temple gurdwara synagogue salon garage station centre center restaurant cafe takeaway bar works mill farm stadium cinema care"
    " hospice theatre museum foodbank"
)
_MORE_STREETS = words("bank bridge mount green fold croft parade estate gate embankment promenade quay wharf")
_COMPANY = words("ltd limited plc llp company")
_SAME_SORT = {"center": "centre", "offices": "office"} | dict.fromkeys(_SCHOOL, "school") | dict.fromkeys(_COMPANY, "company")
_NO_NAME = words("the of and for at in on a an c e ce rc no number local this that")
_OF_ANY_SCHOOL = _SCHOOL | words("high grammar community catholic comprehensive")
# They begin a sentence with a capital, or name a side or a day.
_BEGINNERS = words(
    "the a an this that any all he she they his her their you your it no not nor within respondent applicant must may save except unless from until order paragraph"
    " monday tuesday wednesday thursday friday saturday sunday"
)
_COURTS = words("family county crown magistrate high youth supreme central criminal")
# A name in the genitive before a small `school` is a child's, unless it is a saint's or the like.
_PATRONS = words("st saint all our king kings queen queens bishop archbishop lady christ holy sacred")
_PIECE = re.compile(r"[^\W_][\w'\u2019.&-]*[\w'\u2019]|[^\W_]|[^\w\s]")
_POSSESSIVE = ("'s", "\u2019s", "s'", "s\u2019")
_EMPLOYED = re.compile(
    r"\b(?:place of (?:work|employment|business)|work ?place|works? (?:at|for)|working (?:at|for)|employed (?:at|by)|employer)\b"
    r"[\s,:(]*(?:(?:at|namely|being|which is|is|currently|known as|called)\b[\s,:]*)*(?:the )?",
    re.IGNORECASE,
)
_ADDRESS = ("address", "address1", "address2", "postcode")
_MOST_NAMES = 5
_FAR_ENOUGH = 80


def places_of(order: Order, draft: Draft) -> frozenset[Place]:
    """Those that the conditions name; no street of an order with an address that is withheld or confidential, since it may be that address."""
    people = {part for party in (order.respondent, order.applicant) for part in tokens(party.name)}
    found = {place for wording in _wordings(draft) for place in places_in(wording)}
    found -= {place for place in found if not place.sort and people.issuperset(place.names)}
    return frozenset(place for place in found if place.kind is not PlaceKind.STREET or not has_hidden_address(order))


def has_hidden_address(order: Order) -> bool:
    return any(not (party.withheld | party.confidential).isdisjoint(_ADDRESS) for party in (order.respondent, order.applicant))


def may_give_away(order: Order, draft: Draft) -> bool:
    """Whether the wording names a street or particulars that are held, of an order with an address that is withheld or confidential: it may be that address."""
    return any(names_hidden(order, wording) for wording in _wordings(draft))


def names_hidden(order: Order, wording: str) -> bool:
    """The same of one wording by itself."""
    return has_hidden_address(order) and (
        any(place.kind is PlaceKind.STREET for place in places_in(wording))
        or any(without_whereabouts(wording, party) != wording for party in (order.respondent, order.applicant))
    )


def _wordings(draft: Draft) -> Iterator[str]:
    return (wording for one in draft.conditions for wording in (one.lead, one.words))


def may_be_told(order: Order, kinds: Iterable[PlaceKind]) -> bool:
    """That it names a place of one of these kinds: never of a wording that is no longer the checked one, nor a street that has since become somebody's secret."""
    hidden = {PlaceKind.STREET} if has_hidden_address(order) else set()
    return order.conditions_checked and not hidden.issuperset(kinds)


def places_in(wording: str) -> Iterator[Place]:
    """Names with a capital before a word that says what the place is, and what follows words that say somebody works there."""
    pieces = pieces_of(wording)
    for start, end in _runs(pieces):
        place = _named(pieces[start:end])
        if place is not None:
            yield place
    for cue in _EMPLOYED.finditer(wording):
        behind = pieces_of(wording[cue.end() : cue.end() + _FAR_ENOUGH])
        start, end = next(_runs(behind), (1, 1))
        run = behind[start:end] if start == 0 else []
        if run and sort_at(run) is None and not is_forename(fold(run[0])) and (names := names_of(run)):
            yield Place(PlaceKind.WORK, names)


def pieces_of(line: str) -> list[str]:
    return _PIECE.findall(line)


def sort_at(run: Sequence[str]) -> int | None:
    """Where the last word stands that says what it is; a company's ending says nothing where another word does."""
    sorts = [at for at, piece in enumerate(run) if kind_of(piece) is not None and (at or list(run[1:2]) == ["of"])]
    # St before a name is a saint.
    sorts = [at for at in sorts if fold(run[at]).strip(".") != "st" or at == len(run) - 1]
    plain = [at for at in sorts if fold(run[at]) not in _COMPANY]
    return next(iter((plain or sorts)[-1:]), None)


def names_of(pieces: Iterable[str]) -> tuple[str, ...]:
    """Folded, without what says nothing; Primary and the like only where nothing else is left."""
    folded = [fold(piece).strip(".-&") for piece in pieces if piece[0].isalpha()]
    kept = [one for one in folded if one not in _NO_NAME]
    kept = [one for one in kept if one not in _OF_ANY_SCHOOL] or kept
    return tuple(dict.fromkeys(_plain(part) for one in kept for part in one.split("-") if part))[:_MOST_NAMES]


def sort_of(piece: str) -> str:
    word = fold(piece).strip(".")
    word = KIND_OF_STREET.get(word, word)
    return _SAME_SORT.get(word, word)


def kind_of(piece: str) -> PlaceKind | None:
    word = fold(piece).strip(".")
    if word in _SCHOOL:
        return PlaceKind.SCHOOL
    if word in _WORK or word in _COMPANY:
        return PlaceKind.WORK
    return PlaceKind.STREET if word in _MORE_STREETS or KIND_OF_STREET.get(word, word) in KINDS_OF_STREET else None


def is_a_court(names: Sequence[str], sort: str) -> bool:
    return sort == "court" and _COURTS.issuperset(names)


def _runs(pieces: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(start, end) of words with capitals side by side, with small words between or behind them that belong to a place."""
    start: int | None = None
    for at, piece in enumerate([*pieces, "."]):
        if start is None:
            start = at if piece[0].isupper() and fold(piece) not in _BEGINNERS else None
        elif not _goes_on(pieces, start, at):
            yield start, at
            start = None


def _goes_on(pieces: Sequence[str], start: int, at: int) -> bool:
    if at == len(pieces):
        return False
    piece = pieces[at]
    if piece[0].isupper():
        return True
    great_next = at + 1 < len(pieces) and pieces[at + 1][0].isupper()
    if piece in {"and", "&"}:
        return great_next and sort_at(pieces[start:at]) is None
    return (piece in {"of", "the"} and great_next) or kind_of(piece) in {PlaceKind.SCHOOL, PlaceKind.WORK}


def _named(run: Sequence[str]) -> Place | None:
    at = sort_at(run)
    if at is None:
        return None
    before = run[:at] or run[at + 2 :]
    kind, names, sort = kind_of(run[at]), names_of(before), sort_of(run[at])
    small = not run[at][0].isupper()
    if kind is None or not names or is_a_court(names, sort) or (small and kind is PlaceKind.STREET):
        return None
    child = small and before[-1].endswith(_POSSESSIVE) and fold(before[0]) not in _PATRONS
    return None if child else Place(kind, names, sort)


def _plain(name: str) -> str:
    """Cobbler's, Cobblers and Cobbler are one name, and so are Saint and St."""
    return "st" if name == "saint" else name.removesuffix("s") if len(name) > 3 else name
