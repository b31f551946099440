"""Records of one person: linked by a person's decision and by nothing else; and mutual orders, in which each protects one from the other."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from domain.folding import tokens
from domain.london import long_date, to_london
from domain.officers import Officer, Permission
from domain.orders import Order, Party, PartyRole

_NAMES = frozenset({"name", "surname", "forenames"})
_WHEREABOUTS = frozenset({"address", "address1", "address2", "postcode", "phone", "email", "safe_time_raw"})
LINKED, SAME_CASE, FIRM = "linked by a person", "one case, the same names", "the same names and dates of birth"


@dataclass(frozen=True)
class Record:
    """Somebody as one order has them."""

    order: UUID
    role: PartyRole

    @property
    def place(self) -> tuple[str, str]:
        """Pairs are kept in this order, so that each is kept once."""
        return str(self.order), self.role.value


class Word(StrEnum):
    SAME = "same"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True)
class PersonLink:
    """What an officer said of two records, and when; the highest `number` of a pair counts."""

    one: Record
    other: Record
    word: Word
    officer: UUID
    at: datetime
    number: int = 1
    one_reference: str = ""
    other_reference: str = ""

    @property
    def pair(self) -> frozenset[Record]:
        return frozenset({self.one, self.other})


@dataclass(frozen=True)
class AlsoIn:
    """Another record of the respondent (or, by `whose`, of the protected person) of the order that is shown. `number` is that of the decision."""

    record: Record
    reference: str
    whose: PartyRole
    at: datetime
    number: int = 1


@dataclass(frozen=True)
class Sides:
    """The two people of another order by name and date of birth, with what is withheld or confidential of them and none of their particulars."""

    id: UUID
    reference: str
    case_no: str
    respondent: Party
    applicant: Party


@dataclass(frozen=True)
class Mutual:
    """An order with the same two people in each other's place; `how` says what makes them the same."""

    id: UUID
    reference: str
    how: str


@dataclass(frozen=True)
class Neighbours:
    """What was found beside some orders that may be of the same people: what a person said, and the references of orders worth comparing."""

    links: tuple[PersonLink, ...] = ()
    references: frozenset[str] = frozenset()


def sides_of(order: Order) -> Sides:
    return Sides(order.id, order.reference, order.case_no, order.respondent, order.applicant)


def may_be_told(one: Sides, officer: Officer) -> bool:
    """That somebody is in this order: not where a name in it is confidential and the officer's role may not see it."""
    named = one.respondent.confidential | one.applicant.confidential
    return officer.may(Permission.SEE_SAFE_CONTACT) or named.isdisjoint(_NAMES)


def pair_of(first: Record, second: Record) -> tuple[Record, Record]:
    one, other = sorted((first, second), key=lambda record: record.place)
    return one, other


def standing(links: Iterable[PersonLink]) -> tuple[PersonLink, ...]:
    """What counts of each pair, and was not taken back."""
    newest = {link.pair: link for link in sorted(links, key=lambda link: link.number)}
    return tuple(link for link in newest.values() if link.word is Word.SAME)


def linked_with(record: Record, links: Iterable[PersonLink]) -> list[Record]:
    """The records of which somebody says that they are the same person, each by itself."""
    return [link.other if link.one == record else link.one for link in standing(links) if record in link.pair]


def also_in(order: UUID, links: Iterable[PersonLink]) -> tuple[AlsoIn, ...]:
    """The records that are linked with those of this order, each by itself: nobody said what two links together would say."""
    found = []
    for link in standing(links):
        for mine, theirs, reference in ((link.one, link.other, link.other_reference), (link.other, link.one, link.one_reference)):
            if mine.order == order:
                found.append(AlsoIn(theirs, reference, mine.role, link.at, link.number))
    return tuple(sorted(found, key=lambda one: (one.whose is PartyRole.APPLICANT, one.reference, one.record.role)))


def mutuals(order: Order, others: Iterable[Sides], links: Sequence[PersonLink]) -> tuple[Mutual, ...]:
    """Orders in which the respondent here is protected from the applicant here."""
    said = {link.pair for link in standing(links)}
    found = (Mutual(one.id, one.reference, how) for one in others if one.id != order.id and (how := _turned(order, one, said)))
    return tuple(sorted(found, key=lambda one: one.reference))


def walled(order: Order, others: Iterable[Sides], links: Sequence[PersonLink]) -> Order:
    """Whoever another order protects is found through no order against them: where they are is as confidential here as the applicant's own is there.

    Their name or date of birth too, where it is so there.
    """
    mine = {
        one.record.order for one in also_in(order.id, links) if (one.whose, one.record.role) == (PartyRole.RESPONDENT, PartyRole.APPLICANT)
    }
    mine |= {one.id for one in mutuals(order, others, links)}
    protecting = [one for one in others if one.id in mine]
    if not protecting:
        return order
    hidden = frozenset().union(*(one.applicant.withheld | one.applicant.confidential for one in protecting))
    return replace(order, respondent=replace(order.respondent, confidential=order.respondent.confidential | _WHEREABOUTS | hidden))


def linked_words(one: AlsoIn) -> str:
    whom = "Also in" if one.whose is PartyRole.RESPONDENT else "The protected person is also in"
    return f"{whom}: {one.reference} ({one.record.role.value}), linked by a person on {long_date(to_london(one.at).date())}."


def mutual_words(one: Mutual) -> str:
    return (
        f"Mutual order: the respondent here is also the protected person in {one.reference}, and the protected person here is its respondent ({one.how}). "
        "Each order binds only its own respondent."
    )


def _turned(order: Order, other: Sides, said: set[frozenset[Record]]) -> str | None:
    """Each of the two the same by a person's word, or by name and date of birth; on one case the names are enough."""
    his = bool(said) and frozenset({Record(order.id, PartyRole.RESPONDENT), Record(other.id, PartyRole.APPLICANT)}) in said
    hers = bool(said) and frozenset({Record(order.id, PartyRole.APPLICANT), Record(other.id, PartyRole.RESPONDENT)}) in said
    if not (his or _bear_one_name(order.respondent, other.applicant)) or not (hers or _bear_one_name(order.applicant, other.respondent)):
        return None
    if (his or _have_dates(order.respondent, other.applicant)) and (hers or _have_dates(order.applicant, other.respondent)):
        return LINKED if his or hers else FIRM
    return SAME_CASE if order.case_no == other.case_no else None


def _have_dates(one: Party, other: Party) -> bool:
    return one.dob is not None and other.dob is not None


def _bear_one_name(one: Party, other: Party) -> bool:
    """Forename and surname both held and the same, and no date of birth that speaks against it."""
    if _have_dates(one, other) and one.dob != other.dob:
        return False
    names = [(tokens(party.surname or ""), tokens(party.forenames or "")) for party in (one, other)]
    return names[0] == names[1] and all(names[0])
