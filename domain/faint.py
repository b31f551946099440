"""Who comes nearest where nobody agrees enough to be meant: shown as the nearest held, and as nothing more.

In a large register somebody bears one of the names typed or was born on that day by accident, and five of those would be drawn by lot. Only of a surname that
five people bear at most, all can be shown.
"""

from collections.abc import Iterable, Mapping

from rapidfuzz.distance import Indel

from domain.agreements import DobAgreement
from domain.names import Agreement
from domain.scoring import Scored

SMALL_REGISTER = 20_000
# In log2 odds: what the spelling of both names together still says, and how much less another forename speaks against somebody when another surname does not.
_SPELT_ALIKE, _ANOTHER_FORENAME = 8.0, 3.5
_ALL_CAN_BE_SHOWN = 5


def nearest(typed: tuple[str, ...], ranked: Iterable[Scored], counts: Mapping[str, tuple[int, int]], parties: int) -> list[Scored]:
    """Whoever agrees in part, nearest first; `score` is put to how near they are among themselves.

    Nothing is said of who is meant here, so that another forename weighs no more than another surname, and every letter counts.
    """
    if parties > SMALL_REGISTER:
        return [one for one in ranked if is_one_of_few(typed, one, counts)]
    some = [one._replace(score=round(_near(typed, one), 2)) for one in ranked if _agrees(one)]
    return sorted(some, key=lambda one: (-one.score, one.candidate.no))


def is_one_of_few(typed: tuple[str, ...], one: Scored, counts: Mapping[str, tuple[int, int]]) -> bool:
    """Whoever bears the very surname that was typed, and hardly anybody else does: the forename may be a pet form that no table knows, or false."""
    if one.name.surname is not Agreement.EXACT or one.name.forename is None or one.dob is DobAgreement.DIFFERS:
        return False
    return any(0 < counts.get(surname, (0, 0))[0] <= _ALL_CAN_BE_SHOWN for surname in one.candidate.surnames if surname in typed)


def _agrees(one: Scored) -> bool:
    """One of the names is as good as the same, or both are somewhat near, or the day of birth is the same either way round."""
    return one.name.best >= Agreement.NICKNAME or one.name.both_agree or one.dob >= DobAgreement.SWAPPED


def _near(typed: tuple[str, ...], one: Scored) -> float:
    another = _ANOTHER_FORENAME if one.name.forename is Agreement.NONE else 0.0
    return one.score + another + _SPELT_ALIKE * (_alike(typed, one) - 1)


def _alike(typed: tuple[str, ...], one: Scored) -> float:
    """From 0 to 1: how many letters both have in the same order, whichever name was typed first and wherever it was cut in two."""
    letters = "".join(typed)
    given, family = ("".join(names[:1]) for names in (one.candidate.forenames, one.candidate.surnames))
    return max(Indel.normalized_similarity(letters, given + family), Indel.normalized_similarity(letters, family + given))
