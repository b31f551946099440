"""How far a held person agrees with what was typed, in log-odds and in plain words."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import log2
from typing import NamedTuple

from domain.ages import AgeSays
from domain.agreements import POSTCODE_SAYS, DobAgreement, PostcodeAgreement, Says, compare_postcode, dob_said
from domain.name_matching import NO_NAME, STRONG, NameAgreement, Register
from domain.names import Agreement
from domain.orders import PartyRole
from domain.particulars import Particulars

# Fitted on other made-up people than those the figures are reported of (benchmarks/search.py).
# Where both names agree and the date of birth is the same, whoever else it might be is seldom held; by a slip in it strangers of one name are mistaken.
_SURE = {DobAgreement.EXACT: 0.8, DobAgreement.SWAPPED: 0.95}
_SURE_BY_SLIP, _SURE_BY_INITIAL = 0.99, 0.98
_TELLING = 10.5
_SAME_FORENAME_IN_A_FAMILY = 0.05


class Hit(StrEnum):
    """A particular that a person was found by, as a whole."""

    HOME = "same house and street"
    PHONE = "telephone number the same"
    EMAIL = "e-mail address the same"


_HIT_SAYS = {Hit.HOME: (11.0, 11.0), Hit.PHONE: (14.0, 9.0), Hit.EMAIL: (15.0, 6.0)}
_HOUSE_IN_POSTCODE = 3.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A party as the index holds it: folded names, and nothing that was withheld. `no` is twice the order's number, and one more for the applicant."""

    no: int
    surnames: tuple[str, ...] = ()
    forenames: tuple[str, ...] = ()
    dob: date | None = None
    postcode: str | None = None
    house: str | None = None
    hits: frozenset[Hit] = frozenset()

    @property
    def order(self) -> int:
        return self.no >> 1

    @property
    def role(self) -> PartyRole:
        return PartyRole.APPLICANT if self.no & 1 else PartyRole.RESPONDENT


class Scored(NamedTuple):
    """`relative`: the log-odds that it is somebody of the same family or household instead."""

    candidate: Candidate
    score: float
    relative: float
    name: NameAgreement
    dob: DobAgreement
    postcode: PostcodeAgreement
    about_dob: str = ""

    @property
    def reasons(self) -> tuple[str, ...]:
        postcode = POSTCODE_SAYS[self.postcode].words if self.postcode else ""
        hits = (hit.value for hit in Hit if hit in self.candidate.hits)
        return (*self.name.reasons, *(words for words in (self.about_dob, postcode, *hits) if words))

    @property
    def fits(self) -> bool:
        """What a match needs besides the odds: both names agree and the date of birth does but for a slip; at the same home the surname may be another.

        A name alone, or a name with a home, is never enough, Jake is never Jade, and Porter never Foster.
        """
        if self.name.stray or self.name.forename is Agreement.OTHER_NAME or (self.name.another and not self.at_home):
            return False
        if self.name.both_agree:
            return self.dob >= DobAgreement.ONE_PART_WRONG
        return self.at_home and self.dob >= DobAgreement.SWAPPED and self.name.forename in STRONG and not self.name.middle

    @property
    def least_chance(self) -> float:
        """What it must come to: of an initial more than of a name, for a family gives the same one to many."""
        by_dob = _SURE.get(self.dob, _SURE_BY_SLIP)
        return max(by_dob, _SURE_BY_INITIAL) if self.name.forename is Agreement.INITIAL else by_dob

    @property
    def is_plain(self) -> bool:
        """Whether nothing has to be explained: both names agree by more than an initial and the date of birth is the same."""
        return self.name.agrees_firmly and self.dob is DobAgreement.EXACT

    @property
    def at_home(self) -> bool:
        return self.postcode is PostcodeAgreement.SAME or bool(self.candidate.hits)

    @property
    def is_worth_showing(self) -> bool:
        """Whoever is held with the same home, telephone or e-mail address is shown even under another name: a false one may have been given."""
        if self.candidate.hits:
            return True
        if self.name is NO_NAME:
            return self.at_home
        particular = self.dob >= DobAgreement.SWAPPED or self.at_home
        if self.dob is DobAgreement.ONE_PART_WRONG and self.name.best is Agreement.EXACT and self.score >= _TELLING:
            return True
        if self.name.surname is None or self.name.forename is None:
            return particular and self.name.best in STRONG
        if self.dob is DobAgreement.DIFFERS and not particular:
            return self.name.agrees_firmly and self.name.surname is Agreement.EXACT
        return self.name.both_agree or (particular and self.name.best in STRONG)


def score(asked: Particulars, candidate: Candidate, register: Register) -> Scored:
    name = register.compare(candidate.surnames, candidate.forenames)
    dob, by_dob = _dob_said(asked, candidate.dob)
    postcode = compare_postcode(asked.nearest_postcode, candidate.postcode)
    person = name.points + _role_points(asked.role_hint, candidate.role)
    relative = name.family_points + log2(1 + _SAME_FORENAME_IN_A_FAMILY * 2**name.given_points)
    if by_dob is not None:
        person, relative = person + by_dob.person, relative + by_dob.relative
    home = _home_points(candidate, postcode)
    person, relative = person + home, relative + home
    for hit in candidate.hits - {Hit.HOME} if candidate.hits else ():
        person, relative = person + _HIT_SAYS[hit][0], relative + _HIT_SAYS[hit][1]
    about_dob = by_dob.words if by_dob else ("no date of birth held" if asked.dob or asked.age else "")
    return Scored(candidate, round(person, 2), relative, name, dob, postcode, about_dob)


def _dob_said(asked: Particulars, held: date | None) -> tuple[DobAgreement, Says | AgeSays | None]:
    """By the date typed, or else by the age."""
    said = dob_said(asked.dob, held)
    if said is not None:
        return (DobAgreement.DIFFERS if said[1].person < 0 else said[0]), said[1]
    by_age = asked.age.says(held) if asked.age else None
    return (DobAgreement.DIFFERS if by_age and by_age.person < 0 else DobAgreement.NOT_COMPARED), by_age


def _home_points(candidate: Candidate, postcode: PostcodeAgreement) -> float:
    """A household shares its home: postcode and house together say little more than the postcode."""
    by_postcode = POSTCODE_SAYS[postcode].person if postcode else 0.0
    if Hit.HOME not in candidate.hits:
        return by_postcode
    same = postcode is PostcodeAgreement.SAME
    return by_postcode + _HOUSE_IN_POSTCODE if same else max(by_postcode, 0.0) / 2 + _HIT_SAYS[Hit.HOME][0]


def _role_points(hint: PartyRole | None, role: PartyRole) -> float:
    if hint is None:
        return 0.1 if role is PartyRole.RESPONDENT else 0.0
    return 1.0 if role is hint else -1.0
