"""How far a held person agrees with what was typed, in points and plain words, and what may be said of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum
from functools import cached_property
from uuid import UUID

from domain.dates import DobGiven
from domain.name_matching import NO_NAME, STRONG, NameAgreement, Register
from domain.names import Agreement
from domain.orders import PartyRole
from domain.particulars import Particulars

MOST_SHOWN = 5
_CLOSE = 5.0
_CLOSE_AND_FITTING = 8.0


class Verdict(StrEnum):
    MATCH = "match"
    POSSIBLE = "possible"
    NONE = "none"
    REFUSED = "refused"


class DobAgreement(IntEnum):
    NOT_COMPARED = 0
    DIFFERS = 1
    YEAR = 2
    ONE_PART_WRONG = 3
    SWAPPED = 4
    EXACT = 5


class PostcodeAgreement(IntEnum):
    NOT_COMPARED = 0
    DIFFERS = 1
    DISTRICT = 2
    SAME = 3


_DOB_SAYS = {
    DobAgreement.DIFFERS: (-8.0, "date of birth differs"),
    DobAgreement.YEAR: (5.0, "year of birth the same"),
    DobAgreement.ONE_PART_WRONG: (7.0, "one part of the date of birth differs"),
    DobAgreement.SWAPPED: (10.0, "date of birth the same with day and month swapped"),
    DobAgreement.EXACT: (14.0, "date of birth the same"),
}
_POSTCODE_SAYS = {
    PostcodeAgreement.DIFFERS: (-1.0, "postcode differs"),
    PostcodeAgreement.DISTRICT: (3.0, "same postcode district"),
    PostcodeAgreement.SAME: (9.0, "postcode the same"),
}


@dataclass(frozen=True)
class Candidate:
    """A party as the index holds it: folded names, and nothing that was withheld."""

    order: UUID
    party: UUID
    role: PartyRole
    surnames: tuple[str, ...] = ()
    forenames: tuple[str, ...] = ()
    dob: date | None = None
    postcode: str | None = None


@dataclass(frozen=True)
class Pool:
    """Whom the index found near what was typed. `counts`: how many parties bear a token as surname and as forename."""

    candidates: tuple[Candidate, ...] = ()
    counts: Mapping[str, tuple[int, int]] | None = None
    parties: int = 0

    @cached_property
    def register(self) -> Register:
        return Register(self.counts or {}, self.parties)


@dataclass(frozen=True)
class Scored:
    candidate: Candidate
    score: float
    reasons: tuple[str, ...]
    name: NameAgreement
    dob: DobAgreement
    postcode: PostcodeAgreement

    @property
    def fits(self) -> bool:
        """Both names agree and the date of birth is exactly the same: this and no rival is a match."""
        return self.name.agrees_firmly and self.dob is DobAgreement.EXACT

    @property
    def is_worth_showing(self) -> bool:
        if self.name is NO_NAME:
            return self.postcode is PostcodeAgreement.SAME
        particular = self.dob >= DobAgreement.SWAPPED or self.postcode is PostcodeAgreement.SAME
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
    """`match` only where name and exact date of birth agree and nobody else comes near; never on a name alone."""
    scored = (score(asked, candidate, pool) for candidate in pool.candidates)
    ranked = sorted((one for one in scored if one.is_worth_showing), key=lambda one: (-one.score, str(one.candidate.order)))
    if not ranked:
        return Judgement(Verdict.NONE, "Nothing in this register agrees with what was typed.")
    if ranked[0].fits and not any(_is_rival(ranked[0], other) for other in ranked[1:]):
        also = tuple(one for one in ranked[1:] if one.name.agrees_firmly and one.dob is DobAgreement.NOT_COMPARED)
        why = "Name and date of birth agree, and no other date of birth in this register comes near."
        return Judgement(Verdict.MATCH, why, tuple(ranked[:1]), also[:MOST_SHOWN])
    return Judgement(Verdict.POSSIBLE, _why_possible(asked, ranked), tuple(ranked[:MOST_SHOWN]))


def score(asked: Particulars, candidate: Candidate, pool: Pool) -> Scored:
    name = pool.register.compare(asked.name_tokens, candidate.surnames, candidate.forenames)
    dob, postcode = compare_dob(asked.dob, candidate.dob), compare_postcode(asked.postcode or asked.district, candidate.postcode)
    dob_points, dob_words = _DOB_SAYS.get(dob, (0.0, "no date of birth held" if asked.dob else ""))
    postcode_points, postcode_words = _POSTCODE_SAYS.get(postcode, (0.0, ""))
    points = name.points + dob_points + postcode_points + _role_points(asked.role_hint, candidate.role)
    reasons = (*name.reasons, *(words for words in (dob_words, postcode_words) if words))
    return Scored(candidate, round(points, 2), reasons, name, dob, postcode)


def compare_dob(given: DobGiven | None, held: date | None) -> DobAgreement:
    if given is None or held is None:
        return DobAgreement.NOT_COMPARED
    if given.day is None:
        return DobAgreement.YEAR if given.year == held.year else DobAgreement.DIFFERS
    if given.day == held:
        return DobAgreement.EXACT
    if given.swapped == held:
        return DobAgreement.SWAPPED
    same = (given.day.year == held.year, given.day.month == held.month, given.day.day == held.day)
    return DobAgreement.ONE_PART_WRONG if sum(same) == 2 else DobAgreement.DIFFERS


def compare_postcode(given: str | None, held: str | None) -> PostcodeAgreement:
    if given is None or held is None:
        return PostcodeAgreement.NOT_COMPARED
    if given == held:
        return PostcodeAgreement.SAME
    return PostcodeAgreement.DISTRICT if given.split()[0] == held.split()[0] else PostcodeAgreement.DIFFERS


def _role_points(hint: PartyRole | None, role: PartyRole) -> float:
    if hint is None:
        return 0.1 if role is PartyRole.RESPONDENT else 0.0
    return 1.0 if role is hint else -1.0


def _is_rival(best: Scored, other: Scored) -> bool:
    gap = best.score - other.score
    return gap < _CLOSE or (other.fits and gap < _CLOSE_AND_FITTING)


def _why_possible(asked: Particulars, ranked: list[Scored]) -> str:
    if len(ranked) > MOST_SHOWN:
        return f"{len(ranked)} records may fit; the {MOST_SHOWN} nearest are shown. Add a particular to narrow them down."
    if len(ranked) > 1:
        return f"{len(ranked)} records may fit. Choose one only if its particulars are those of your person."
    if ranked[0].name.both_agree and ranked[0].postcode is PostcodeAgreement.SAME and ranked[0].dob is not DobAgreement.DIFFERS:
        return "One record may fit: name and postcode agree. Compare the date of birth before you act."
    if asked.dob is None or asked.dob.day is None:
        return "One record may fit. A name alone is not enough to say that this is the person."
    return "One record may fit, but not every particular agrees."
