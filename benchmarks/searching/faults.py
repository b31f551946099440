"""What somebody types who looks for a registered person: a name with one kind of error, a date of birth and an address with theirs."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from benchmarks.searching import another
from benchmarks.searching.chances import Chances, Half, chances
from benchmarks.searching.misdating import MISSING, RIGHT, misdated
from benchmarks.searching.misnaming import KINDS
from benchmarks.searching.people import Person
from benchmarks.searching.places import somewhere
from benchmarks.searching.slips import slip_in_code

FORMS = ("full", "name and dob", "name")
ADDRESS_KINDS: Chances[str] = chances([(RIGHT, 72.0), ("moved house", 13.0), ("postcode slip", 8.0), ("street missing", 7.0)])
_IN_SMALL_LETTERS = 0.25


@dataclass(frozen=True, slots=True)
class Query:
    """`truth` is the number of the person looked for, None where the register has no such person; a kind says what is wrong with each part.

    A part that the form leaves out is empty, and missing by its kind. No query has a telephone number: too many people share each of those
    that are kept for drama.
    """

    kind: str
    dob_kind: str
    address_kind: str
    form: str
    truth: int | None
    name: str
    dob: date | None
    address: str
    postcode: str


@dataclass(frozen=True)
class Hand:
    """Whose errors they are: how each kind misnames somebody, and how a date of birth is mistaken."""

    kinds: Mapping[str, another.Misnamed]
    misdated: Callable[[Random, date], tuple[str, date | None]]


def queries(register: Sequence[Person], half: Half, seed: int, each: int, hand: Hand | None = None) -> Iterator[Query]:
    """For each kind of error, that many people of the register in all three forms; fewer where too few names lend themselves to it."""
    hand = hand or OURS
    for kind, misnamed in hand.kinds.items():
        random, made = Random(f"{seed} {kind}"), 0
        for person in random.sample(register, len(register)):
            name = misnamed(random, person, half)
            if made == each:
                break
            if name:
                made += 1
                yield from in_all_forms(_asked(random, kind, person, name, hand))


def in_all_forms(whole: Query) -> Iterator[Query]:
    """A whole query, then the same without an address, then the name alone."""
    for form in FORMS:
        dob_kind, dob = (MISSING, None) if form == "name" else (whole.dob_kind, whole.dob)
        if form == "full":
            yield whole
        else:
            yield Query(whole.kind, dob_kind, MISSING, form, whole.truth, whole.name, dob, "", "")


def _asked(random: Random, kind: str, person: Person, name: str, hand: Hand) -> Query:
    dob_kind, dob = hand.misdated(random, person.dob)
    address_kind, address, postcode = misplaced(random, person)
    typed = name.lower() if random.random() < _IN_SMALL_LETTERS else name
    return Query(kind, dob_kind, address_kind, "full", person.number, typed, dob, address, postcode)


def misplaced(random: Random, person: Person) -> tuple[str, str, str]:
    """What is wrong, the address and the postcode."""
    kind = ADDRESS_KINDS.draw(random)
    if kind == "moved house":
        home = somewhere(random)
        return kind, f"{home.house} {home.place.street}, {home.place.town}", home.place.postcode
    if kind == "postcode slip":
        return kind, person.address, slip_in_code(random, person.postcode)
    if kind == "street missing":
        return kind, person.town, person.postcode
    return kind, person.address, person.postcode


OURS, ANOTHER = Hand(KINDS, misdated), Hand(another.KINDS, another.misdated)
