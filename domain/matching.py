"""How far a held person agrees with what was typed, in log-odds and plain words, and what may be said of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
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

MOST_SHOWN = 5
# Fitted on other made-up people than those the figures are reported of (benchmarks/search.py).
# Where both names agree and the date of birth is the same, whoever else it might be is seldom held; by a slip in it strangers of one name are mistaken.
_SURE = {DobAgreement.EXACT: 0.8, DobAgreement.SWAPPED: 0.95}
_SURE_BY_SLIP, _SURE_BY_INITIAL = 0.99, 0.98
_TELLING = 10.5
# Of a name with one slip (one in fifteen is typed so), where two people at most bear one as near.
_BY_ACCIDENT, _BORN_BY_ACCIDENT, _NAMED_BY_ACCIDENT = 0.03, 0.06, 0.01
_IN_REGISTER, _A_RELATIVE = 0.4, 0.1
_SMALLEST_REGISTER = 2_000
_SAME_FORENAME_IN_A_FAMILY = 0.05


class Verdict(StrEnum):
    MATCH = "match"
    POSSIBLE = "possible"
    NONE = "none"
    REFUSED = "refused"


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


@dataclass(frozen=True)
class Pool:
    """Whom the index found near what was typed. `counts`: how many parties bear a token as surname and as forename."""

    candidates: tuple[Candidate, ...] = ()
    counts: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    parties: int = 0
    register: Register | None = None

    def gone_by(self, asked: Particulars) -> Particulars:
        """What was asked with the names as they were searched for."""
        return asked if self.register is None else replace(asked, name_tokens=tuple(one.token for one in self.register.likenesses))


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
        if self.name.surname is Agreement.EXACT and self.dob is DobAgreement.ONE_PART_WRONG and self.score >= _TELLING:
            return True
        if self.name.surname is None or self.name.forename is None:
            return particular and self.name.best in STRONG
        if self.dob is DobAgreement.DIFFERS and not particular:
            return self.name.agrees_firmly and self.name.surname is Agreement.EXACT
        return self.name.both_agree or (particular and self.name.best in STRONG)


@dataclass(frozen=True)
class Judgement:
    """`also`, beside a match: records of the same name that hold no date of birth, so nobody can say that they are of somebody else."""

    verdict: Verdict
    why: str
    shown: tuple[Scored, ...] = ()
    also: tuple[Scored, ...] = ()


def judge(asked: Particulars, pool: Pool) -> Judgement:
    """`match` only where an officer may act on it; never on a name alone."""
    scored = rank(asked, pool)
    ranked = [one for one in scored if one.is_worth_showing or _stands_alone(asked, one, pool.parties)]
    if not ranked:
        return Judgement(Verdict.NONE, _why_none(asked))
    rivalled = any(_is_rival(one, ranked[0]) for one in ranked[1:])
    if ranked[0].fits and not rivalled and chance_of_first(scored, pool.parties) >= ranked[0].least_chance:
        also = tuple(one for one in ranked[1:] if one.name.agrees_firmly and one.dob is DobAgreement.NOT_COMPARED)
        return Judgement(Verdict.MATCH, _why_match(ranked[0]), tuple(ranked[:1]), also[:MOST_SHOWN])
    return Judgement(Verdict.POSSIBLE, _why_possible(asked, ranked), tuple(ranked[:MOST_SHOWN]))


def rank(asked: Particulars, pool: Pool) -> list[Scored]:
    register = pool.register or Register(asked.name_tokens, pool.counts, pool.parties)
    scored = [score(asked, candidate, register) for candidate in pool.candidates]
    return sorted(scored, key=lambda one: (-one.score, one.candidate.no))


def chance_of_first(ranked: Sequence[Scored], parties: int) -> float:
    """The chance that the first is meant: against the others, against relatives of each who are not held, and against nobody held at all."""
    held = max(parties, _SMALLEST_REGISTER)
    each, kin = log2(_IN_REGISTER / held), log2(_A_RELATIVE / held)
    nobody = log2(1 - _IN_REGISTER - _A_RELATIVE)
    first = ranked[0].score + each
    rivals = sum(2 ** (one.score + each - first) for one in ranked[1:])
    relatives = sum(2 ** (one.relative + kin - first) for one in ranked)
    return 1 / (1 + rivals + relatives + 2 ** (nobody - first))


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


def _stands_alone(asked: Particulars, one: Scored, parties: int) -> bool:
    """Whoever bears a name so near what was typed, when hardly anybody else does, is shown whatever the date of birth: a false one may have been given.

    So is a name that is only somewhat near, of somebody born on that day or a slip away, and the surname with a forename that may be a pet form.
    """
    held = max(parties, _SMALLEST_REGISTER)
    if one.dob >= DobAgreement.BIRTHDAY:
        return one.name.best >= Agreement.TWO_EDITS and one.score >= log2(held * _BORN_BY_ACCIDENT)
    if asked.dob is None:
        return one.name.surname is Agreement.EXACT and one.name.forename is not None and one.name.points >= log2(held * _NAMED_BY_ACCIDENT)
    near = one.name.agrees_firmly and Agreement.EXACT in (one.name.surname, one.name.forename)
    return near and one.dob is DobAgreement.DIFFERS and one.name.points >= log2(held * _BY_ACCIDENT)


def _is_rival(other: Scored, first: Scored) -> bool:
    """Somebody of the same name whose date of birth is the same but for a slip; where the first is at the home typed, only who is there too."""
    a_slip_away = other.name.agrees_firmly and other.dob >= DobAgreement.ONE_PART_WRONG
    return a_slip_away and (other.at_home or not first.at_home)


def _why_match(best: Scored) -> str:
    if best.is_plain:
        return "Name and date of birth agree, and nobody else in this register comes near."
    return f"Nobody else in this register comes near, but not every particular is the same: {', '.join(best.reasons)}."


def _why_without_a_name(only: Scored) -> str:
    """By what agrees alone; what was typed beside it and does not is said, so that nobody takes it for having been found."""
    hits = ((Hit.PHONE, "telephone number"), (Hit.EMAIL, "e-mail address"), (Hit.HOME, "house and street"))
    by = [words for hit, words in hits if hit in only.candidate.hits]
    by += ["postcode"] if only.postcode is PostcodeAgreement.SAME else []
    other = " The postcode typed is another." if only.postcode is PostcodeAgreement.DIFFERS else ""
    return (
        f"One record may fit, found by {' and '.join(by)} alone.{other}"
        " That is not enough to say that this is the person: compare the name and the date of birth."
    )


def _why_none(asked: Particulars) -> str:
    if asked.postcode and asked.name_tokens:
        return "Nobody of that name is held at or near that postcode. Type the postcode by itself to see who is."
    return "Nothing in this register agrees with what was typed."


def _why_possible(asked: Particulars, ranked: list[Scored]) -> str:
    if asked.name_tokens and not any(one.name.best for one in ranked):
        return "Nobody of that name was found. Who is shown is held with the same home, telephone number or e-mail address: the name may be a false one."
    if len(ranked) > MOST_SHOWN:
        return f"{len(ranked)} records may fit; the {MOST_SHOWN} nearest are shown. Add a particular to narrow them down."
    if len(ranked) > 1:
        return f"{len(ranked)} records may fit. Choose one only if its particulars are those of your person."
    if not asked.name_tokens:
        return _why_without_a_name(ranked[0])
    if ranked[0].name.both_agree and ranked[0].postcode is PostcodeAgreement.SAME and ranked[0].dob is not DobAgreement.DIFFERS:
        return "One record may fit: name and postcode agree. Compare the date of birth before you act."
    if asked.dob is None or asked.dob.day is None:
        return "One record may fit. A name alone is not enough to say that this is the person."
    return "One record may fit, but not every particular agrees."
