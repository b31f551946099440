"""What may be said of the people held who come near what was typed: a match only where an officer may act on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from math import log2

from domain.agreements import DobAgreement, PostcodeAgreement
from domain.faint import is_one_of_few, nearest
from domain.name_matching import Register
from domain.names import Agreement
from domain.nonsense import names_nobody
from domain.particulars import Particulars
from domain.scoring import Candidate, Hit, Scored, score

MOST_SHOWN = 5
NEAREST_HELD = "Who is listed comes nearest of those held and agrees in part alone: most likely each is somebody else."
# Fitted on other made-up people than those the figures are reported of (benchmarks/search.py).
# Of a name with one slip (one in fifteen is typed so), where two people at most bear one as near.
_BY_ACCIDENT, _BORN_BY_ACCIDENT, _NAMED_BY_ACCIDENT = 0.03, 0.06, 0.01
# So many people at most bear two forenames as near by accident.
_OF_TWO_FORENAMES = 30
_IN_REGISTER, _A_RELATIVE = 0.4, 0.1
_SMALLEST_REGISTER = 2_000


class Verdict(StrEnum):
    MATCH = "match"
    POSSIBLE = "possible"
    NONE = "none"
    REFUSED = "refused"


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


@dataclass(frozen=True)
class Judgement:
    """`also`, beside a match: records of the same name that hold no date of birth, so nobody can say that they are of somebody else.

    Of `none`, whoever is shown is the nearest held, and most likely somebody else.
    """

    verdict: Verdict
    why: str
    shown: tuple[Scored, ...] = ()
    also: tuple[Scored, ...] = ()


def judge(asked: Particulars, pool: Pool) -> Judgement:
    """`match` only where an officer may act on it; never on a name alone."""
    scored = rank(asked, pool)
    typed = pool.gone_by(asked).name_tokens
    ranked = _worth_showing(asked, typed, scored, pool)
    if not ranked:
        near = [] if names_nobody(asked) else nearest(typed, scored, pool.counts, pool.parties)[:MOST_SHOWN]
        return Judgement(Verdict.NONE, _why_none(asked, len(near)), tuple(near))
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


def _worth_showing(asked: Particulars, typed: tuple[str, ...], scored: Sequence[Scored], pool: Pool) -> list[Scored]:
    """Beside others, on a name alone, also the few of a rare surname: they come nearer than many whose names are both only somewhat near."""
    ranked = [one for one in scored if one.is_worth_showing or _stands_alone(asked, one, pool.parties)]
    if not ranked or asked.dob is not None:
        return ranked
    known = {one.candidate.no for one in ranked}
    return [one for one in scored if one.candidate.no in known or is_one_of_few(typed, one, pool.counts)]


def _stands_alone(asked: Particulars, one: Scored, parties: int) -> bool:
    """Whoever bears a name so near what was typed, when hardly anybody else does, is shown whatever the date of birth: a false one may have been given.

    So is a name that is only somewhat near, of somebody born on that day or a slip away, the surname with a forename that may be a pet form, and two
    forenames that hardly anybody else bears together: the surname may be from before or after a marriage.
    """
    held = max(parties, _SMALLEST_REGISTER)
    if one.dob >= DobAgreement.BIRTHDAY:
        return one.name.best >= Agreement.TWO_EDITS and one.score >= log2(held * _BORN_BY_ACCIDENT)
    if asked.dob is None:
        if one.name.paired and not one.name.stray and one.name.given_points >= log2(held / _OF_TWO_FORENAMES):
            return True
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


def _why_none(asked: Particulars, near: int) -> str:
    nearest_held = f" {NEAREST_HELD}" if near else ""
    if asked.postcode and asked.name_tokens:
        return f"Nobody of that name is held at or near that postcode. Type the postcode by itself to see who is.{nearest_held}"
    return (
        f"Nobody in this register agrees with what was typed.{nearest_held}"
        if near
        else "Nothing in this register agrees with what was typed."
    )


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
