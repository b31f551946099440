"""Which typed word is which name of a held person, and what that is worth: an accident among many Smiths counts for little."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf, log2

from domain.forenames import is_forename
from domain.names import Agreement, agreement

STRONG = frozenset({Agreement.EXACT, Agreement.ONE_EDIT, Agreement.NICKNAME, Agreement.SOUNDS_ALIKE})
Counts = Mapping[str, tuple[int, int]]
_WORTH = {
    Agreement.EXACT: 1.0,
    Agreement.NICKNAME: 0.85,
    Agreement.ONE_EDIT: 0.75,
    Agreement.SOUNDS_ALIKE: 0.6,
    Agreement.TWO_EDITS: 0.45,
    Agreement.INITIAL: 0.3,
}
_WORDS = {
    Agreement.EXACT: "the same",
    Agreement.NICKNAME: "a form of the same name",
    Agreement.ONE_EDIT: "one letter off",
    Agreement.SOUNDS_ALIKE: "sounds alike",
    Agreement.TWO_EDITS: "near, not the same",
    Agreement.INITIAL: "initial the same",
    Agreement.NONE: "differs",
}
_SMALLEST_REGISTER = 2_000
_LEAST, _MOST = 3.0, 14.0
_DIFFERS = -5.0
_STRAY = -3.0
_SWAPPED = -1.0
_EXTRA = 2.0


@dataclass(frozen=True)
class NameAgreement:
    """None where nothing was typed for that name. `middle`: only a second or later forename agrees. `stray`: a typed word contradicts."""

    points: float = 0.0
    surname: Agreement | None = None
    forename: Agreement | None = None
    middle: bool = False
    stray: bool = False
    swapped: bool = False

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


def _whole(points: float, last: NameAgreement, first: NameAgreement, cost: float) -> NameAgreement:
    swapped = bool(cost) and bool(last.surname) and bool(first.forename)
    return NameAgreement(points, last.surname, first.forename, first.middle, last.stray or first.stray, swapped)


class Register:
    """How many bear each name, and what one look-up has worked out so far: its candidates share surnames and forenames."""

    def __init__(self, counts: Counts, parties: int) -> None:
        self._counts = counts
        self._parties = max(parties, _SMALLEST_REGISTER)
        self._known: dict[tuple[str, tuple[str, ...], int], tuple[Agreement, float]] = {}
        self._families: dict[tuple[tuple[str, ...], tuple[str, ...]], NameAgreement] = {}
        self._givens: dict[tuple[tuple[str, ...], tuple[str, ...]], NameAgreement] = {}

    def compare(self, typed: tuple[str, ...], surnames: tuple[str, ...], forenames: tuple[str, ...]) -> NameAgreement:
        """The best reading: the last words are the surname, or the first ones are; one word alone may be either."""
        if not typed:
            return NO_NAME
        if len(typed) == 1:
            return max((self.family(typed, surnames), self.given(typed, forenames)), key=lambda one: one.points)
        best, said = -inf, NO_NAME
        for at in range(1, len(typed)):
            for family, given, cost in ((typed[at:], typed[:at], 0.0), (typed[:at], typed[at:], _SWAPPED)):
                last, first = self.family(family, surnames), self.given(given, forenames)
                points = round(last.points + first.points + cost, 6)
                if points > best or (points == best and said.stray and not (last.stray or first.stray)):
                    best, said = points, _whole(points, last, first, cost)
        return said

    def family(self, typed: tuple[str, ...], held: tuple[str, ...]) -> NameAgreement:
        known = self._families.get((typed, held))
        if known is None:
            known = self._families[typed, held] = self._family(typed, held)
        return known

    def given(self, typed: tuple[str, ...], held: tuple[str, ...]) -> NameAgreement:
        known = self._givens.get((typed, held))
        if known is None:
            known = self._givens[typed, held] = self._given(typed, held)
        return known

    def _family(self, typed: tuple[str, ...], held: tuple[str, ...]) -> NameAgreement:
        """Any part of a double surname will do; a typed part that agrees with none of them contradicts."""
        pairs = [self._nearest(token, held, 0) for token in typed]
        level, points = max(pairs, key=lambda pair: pair[1])
        strays = sum(one is Agreement.NONE for one, _ in pairs) if level else 0
        return NameAgreement(points + _STRAY * strays, surname=level, stray=strays > 0)

    def _given(self, typed: tuple[str, ...], held: tuple[str, ...]) -> NameAgreement:
        """The first typed forename decides; more of them support it, or contradict where more are held."""
        level, points = self._nearest(typed[0], held, 1)
        first = self._nearest(typed[0], tuple(one for one in held if one.startswith(held[0])), 1)[0]
        others = [self._nearest(token, held, 1)[0] for token in typed[1:]]
        strays = sum(other is Agreement.NONE for other in others)
        points += _EXTRA * (len(others) - strays) + _STRAY * strays
        return NameAgreement(points, forename=level, middle=bool(level) and level > first, stray=strays > 0 and len(held) > 1)

    def _nearest(self, token: str, held: tuple[str, ...], side: int) -> tuple[Agreement, float]:
        asked = (token, held, side)
        known = self._known.get(asked)
        if known is None:
            levels = [(self._level(token, one, side), one) for one in held]
            known = max(((level, self._points(level, one, side)) for level, one in levels), default=(Agreement.NONE, _DIFFERS))
            self._known[asked] = known
        return known

    def _level(self, token: str, held: str, side: int) -> Agreement:
        """Jade for Jake is another name, not a slip: twins have such names."""
        level = agreement(token, held)
        if side == 1 and level in {Agreement.ONE_EDIT, Agreement.SOUNDS_ALIKE} and self._is_forename(token):
            return Agreement.TWO_EDITS
        return level

    def _is_forename(self, token: str) -> bool:
        return self._counts.get(token, (0, 0))[1] > 0 or is_forename(token)

    def _points(self, level: Agreement, held: str, side: int) -> float:
        if level is Agreement.NONE:
            return _DIFFERS
        rarity = log2(self._parties / (self._counts.get(held, (0, 0))[side] + 1))
        return _WORTH[level] * min(max(rarity, _LEAST), _MOST)
