"""Which typed word is which name of a held person, and what that is worth: an accident among many Smiths counts for little."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from math import inf, log2

from domain.forenames import is_forename
from domain.names import Agreement, agreements
from domain.spellings import are_written_alike

STRONG = frozenset({Agreement.EXACT, Agreement.ONE_EDIT, Agreement.NICKNAME, Agreement.SOUNDS_ALIKE})
SURNAME, FORENAME = 0, 1
Counts = Mapping[str, tuple[int, int]]
# How often the same person's name comes typed so (fitted, benchmarks/search.py).
_SAME_PERSON = (
    {8: 0.80, 7: 0.09, 6: 0.04, 5: 0.001, 4: 0.03, 3: 0.015, 2: 0.001, 1: 0.005, 0: 0.02},
    {8: 0.72, 7: 0.08, 6: 0.05, 5: 0.02, 4: 0.03, 3: 0.02, 2: 0.01, 1: 0.05, 0: 0.03},
)
_WORDS = {
    Agreement.EXACT: "the same",
    Agreement.NICKNAME: "a form of the same name",
    Agreement.RELATED: "may be a form of the same name",
    Agreement.ONE_EDIT: "one letter off",
    Agreement.SOUNDS_ALIKE: "sounds alike",
    Agreement.TWO_EDITS: "near, not the same",
    Agreement.OTHER_NAME: "near, but a name of its own",
    Agreement.INITIAL: "initial the same",
    Agreement.NONE: "differs",
}
_SOMEWHAT_ALIKE = frozenset({Agreement.SOUNDS_ALIKE, Agreement.TWO_EDITS})
_NEAR_ONLY = frozenset({Agreement.ONE_EDIT, Agreement.SOUNDS_ALIKE, Agreement.TWO_EDITS})
_SMALLEST_REGISTER = 2_000
_MOST = 16.0
_INITIAL_BY_ACCIDENT = 0.08
_STRAY = -3.0
_SWAPPED = -3.0
_MIDDLE = -2.0
_EXTRA = 2.0
# So many times as many bear the name that a slip for it is likelier than a name of its own.
_COMMONER = 50
# Of pet forms that no table knows six in ten begin with the two letters of the name; of other names three in a hundred do.
_BEGINS_ALIKE, _BEGINS_OTHERWISE = 3.0, -0.5


@dataclass(frozen=True, slots=True)
class NameAgreement:
    """None where nothing was typed for that name. `middle`: only a second or later forename agrees. `stray`: a typed word contradicts.

    `another`: the surname typed sounds or looks somewhat like the one held and is itself borne by others, as Porter is near Foster.
    """

    points: float = 0.0
    family_points: float = 0.0
    given_points: float = 0.0
    surname: Agreement | None = None
    forename: Agreement | None = None
    middle: bool = False
    stray: bool = False
    swapped: bool = False
    another: bool = False

    @property
    def best(self) -> Agreement:
        return max(self.surname or Agreement.NONE, self.forename or Agreement.NONE)

    @property
    def both_agree(self) -> bool:
        return bool(self.surname) and bool(self.forename)

    @property
    def agrees_firmly(self) -> bool:
        """Surname and first forename agree by more than an initial, and nothing typed contradicts."""
        return self.surname in STRONG and self.forename in STRONG and not self.middle and not self.stray

    @property
    def reasons(self) -> tuple[str, ...]:
        said = [] if self.surname is None else [f"surname {_WORDS[self.surname]}"]
        if self.forename is not None:
            said.append(f"{'middle name' if self.middle else 'forename'} {_WORDS[self.forename]}")
        said += ["a further name differs"] if self.stray else []
        said += ["forename and surname swapped"] if self.swapped else []
        return tuple(said)


NO_NAME = NameAgreement()


class Likeness:
    """One typed token against the tokens of the register: how far each agrees, and what agreeing so far is worth on either side.

    The chance of agreeing by accident is how many bear a name at least as near, so it is reckoned anew for every token typed.
    """

    def __init__(self, token: str, counts: Counts, parties: int) -> None:
        self.token = token
        borne = max(parties, _SMALLEST_REGISTER)
        self.levels: dict[str, Agreement] = agreements(token, [held for held in counts if held])
        self._counts = counts
        self.is_surname = counts.get(token, (0, 0))[0] > 1
        self.is_forename = counts.get(token, (0, 0))[1] > 0 or is_forename(token)
        self.worth = tuple(self._worth(side, counts, borne) for side in (SURNAME, FORENAME))

    def _worth(self, side: int, counts: Counts, borne: int) -> dict[int, float]:
        bearers: dict[int, int] = dict.fromkeys(Agreement, 0)
        for held, level in self.levels.items():
            bearers[level] += counts[held][side]
        worth, at_least = {}, 1
        for degree in range(Agreement.EXACT, Agreement.NONE, -1):
            at_least += bearers[degree]
            accident = max(at_least / (borne + 1), _INITIAL_BY_ACCIDENT if degree == Agreement.INITIAL else 0)
            worth[degree] = min(log2(_SAME_PERSON[side][degree] / min(accident, 1.0)), _MOST)
        return worth | {0: log2(_SAME_PERSON[side][0])}

    def best(self, held: tuple[str, ...], side: int) -> tuple[Agreement, float]:
        """The nearest of these names and its points; `differs` where none is near."""
        level, levels, nearest = Agreement.NONE, self.levels, ""
        for one in held:
            if one in levels and levels[one] > level:
                level, nearest = levels[one], one
        if len(self.token) == 1 and level < Agreement.INITIAL and any(one[0] == self.token for one in held):
            level = Agreement.INITIAL
        if level is Agreement.RELATED:
            # The wide table has Erin for Aaron: of a name that many bear by itself it says nothing.
            level = Agreement.NONE if side == SURNAME else Agreement.OTHER_NAME if is_forename(self.token) else level
        if side == FORENAME and self.is_forename and level in _NEAR_ONLY and not self._is_slip_for(nearest):
            # Jade for Jake is another name, not a slip: twins have such names. Asmaa for Asma is not.
            level = Agreement.SOUNDS_ALIKE if self._is_otherwise_written(nearest) else Agreement.OTHER_NAME
        return level, self.worth[side][level]

    def begins_like(self, held: tuple[str, ...]) -> float:
        """What the first two letters say where a forename agrees with none of these."""
        if len(self.token) < 2:
            return 0.0
        return _BEGINS_ALIKE if any(one[:2] == self.token[:2] for one in held) else _BEGINS_OTHERWISE

    def _is_slip_for(self, held: str) -> bool:
        """A name that hardly anybody bears, near one that very many do: Jhon is John far more often than somebody's name."""
        typed, near = (self._counts.get(name, (0, 0))[FORENAME] for name in (self.token, held))
        return not is_forename(self.token) and typed * _COMMONER <= near

    def _is_otherwise_written(self, held: str) -> bool:
        return are_written_alike(self.token, held) and not (is_forename(self.token) and is_forename(held))


class Register:
    """What one look-up knows of the names near those typed. `counts`: how many bear each as surname and as forename."""

    def __init__(self, typed: tuple[str, ...], counts: Counts, parties: int) -> None:
        self.likenesses = tuple(Likeness(token, counts, parties) for token in typed)
        self._families: dict[tuple[int, int, tuple[str, ...]], NameAgreement] = {}
        self._givens: dict[tuple[int, int, tuple[str, ...]], NameAgreement] = {}

    @cached_property
    def readings(self) -> tuple[tuple[slice, slice, float], ...]:
        """The last words are the surname, or the first ones are."""
        return tuple(
            reading
            for at in range(1, len(self.likenesses))
            for reading in ((slice(at, None), slice(None, at), 0.0), (slice(None, at), slice(at, None), _SWAPPED))
        )

    def compare(self, surnames: tuple[str, ...], forenames: tuple[str, ...]) -> NameAgreement:
        """The best reading; one word alone may be either name."""
        if not self.likenesses:
            return NO_NAME
        whole = slice(None)
        if len(self.likenesses) == 1:
            return max((self.family(whole, surnames), self.given(whole, forenames)), key=lambda one: one.points)
        best, said = -inf, NO_NAME
        for family, given, cost in self.readings:
            last, first = self.family(family, surnames), self.given(given, forenames)
            points = round(last.points + first.points + cost, 6)
            if points > best or (points == best and said.stray and not (last.stray or first.stray)):
                best, said = points, _whole(points, last, first, cost)
        return said

    def family(self, which: slice, held: tuple[str, ...]) -> NameAgreement:
        key = (which.start or 0, which.stop or 0, held)
        known = self._families.get(key)
        if known is None:
            known = self._families[key] = self._family(self.likenesses[which], held)
        return known

    def given(self, which: slice, held: tuple[str, ...]) -> NameAgreement:
        key = (which.start or 0, which.stop or 0, held)
        known = self._givens.get(key)
        if known is None:
            known = self._givens[key] = self._given(self.likenesses[which], held)
        return known

    def _family(self, typed: tuple[Likeness, ...], held: tuple[str, ...]) -> NameAgreement:
        """Any part of a double surname will do; a typed part that agrees with none of them contradicts."""
        pairs = [one.best(held, SURNAME) for one in typed]
        level, points = max(pairs, key=lambda pair: pair[1])
        nearest = typed[pairs.index((level, points))]
        another = level in _SOMEWHAT_ALIKE and nearest.is_surname and not any(are_written_alike(nearest.token, one) for one in held)
        strays = sum(not one for one, _ in pairs) if level else 0
        points += _STRAY * strays
        return NameAgreement(points, family_points=points, surname=level, stray=strays > 0, another=another)

    def _given(self, typed: tuple[Likeness, ...], held: tuple[str, ...]) -> NameAgreement:
        """The first typed forename decides; more of them support it, or contradict where more are held."""
        level, points = typed[0].best(held, FORENAME)
        first = typed[0].best(tuple(one for one in held if one.startswith(held[0])), FORENAME)[0]
        middle = bool(level) and level > first
        points += 0.0 if level else typed[0].begins_like(held)
        others = [one.best(held, FORENAME)[0] for one in typed[1:]]
        strays = sum(not other for other in others) if len(held) > 1 else 0
        points += _EXTRA * sum(map(bool, others)) + _STRAY * strays + (_MIDDLE if middle else 0.0)
        return NameAgreement(points, given_points=points, forename=level, middle=middle, stray=strays > 0)


def _whole(points: float, last: NameAgreement, first: NameAgreement, cost: float) -> NameAgreement:
    swapped = bool(cost) and bool(last.surname) and bool(first.forename)
    stray = last.stray or first.stray
    return NameAgreement(points, last.points, first.points, last.surname, first.forename, first.middle, stray, swapped, last.another)
