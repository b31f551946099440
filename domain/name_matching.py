"""Which typed word is which name of a held person, and what that is worth: an accident among many Smiths counts for little."""

from collections.abc import Mapping
from functools import cached_property
from math import inf, log2, prod
from typing import NamedTuple

from domain.forenames import is_forename
from domain.name_odds import (
    FORENAME,
    INITIAL_SAYS,
    SURNAME,
    accident,
    as_it_stands,
    chance_of_pet_form,
    chances_of,
    chances_of_two_slips,
    odds_of_other,
    odds_of_pet_form,
)
from domain.name_parts import first_and_further, parts_of, runs_held_as_one
from domain.names import Agreement, agreements
from domain.pet_forms import Made, made, may_be
from domain.spellings import are_written_alike

STRONG = frozenset({Agreement.EXACT, Agreement.ONE_EDIT, Agreement.NICKNAME, Agreement.SOUNDS_ALIKE})
Counts = Mapping[str, tuple[int, int]]
_Chances = Mapping[str, tuple[float, float]]
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
# A name that so few of all people bear is seldom the one that two slips were made in.
_SELDOM = 0.00003
# In log2 odds (fitted, benchmarks/search.py): a word that contradicts, the middle name instead of the first, one more that agrees, one that is held and
# not typed, one that is typed and not held; one part alone of a double surname.
_STRAY, _MIDDLE, EXTRA_FORENAME, _NOT_TYPED, _NOT_HELD, _ONE_PART = -3.0, -2.0, 1.0, -0.35, -1.5, -3.0
MOST_EXTRA = 9.0
_SWAPPED = 0.13
# That words typed apart are one that is held, in log2 odds.
_JOINED = -1.0
# So many times as many bear the name that a slip for it is likelier than a name of its own.
_COMMONER = 50


class NameAgreement(NamedTuple):
    """None where nothing was typed for that name. `middle`: only a second or later forename agrees. `stray`: a typed word contradicts.

    `another`: the surname typed sounds or looks somewhat like the one held and is itself borne by others, as Porter is near Foster.
    `paired`: the first forename agrees, and so does one that was typed after it.
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
    paired: bool = False

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
    """One typed token against the tokens of the register: how far each agrees, and what bearing each is worth on either side.

    `accident`: the chance that anybody at all has this word typed for either name, so that what agrees by accident is reckoned anew for every token.
    """

    def __init__(self, token: str, counts: Counts, parties: int) -> None:
        self.token = token
        borne = max(parties, _SMALLEST_REGISTER)
        self.levels: dict[str, Agreement] = agreements(token, [held for held in counts if held])
        self._counts = counts
        self.is_surname = counts.get(token, (0, 0))[0] > 1
        self.is_forename = counts.get(token, (0, 0))[1] > 0 or is_forename(token)
        chances = self._chances(borne * _SELDOM)
        self.accident = tuple(self._by_accident(side, chances, borne) for side in (SURNAME, FORENAME))
        self.other = tuple(
            odds_of_other(side, self._by_themselves(side, chances, borne) / self.accident[side]) for side in (SURNAME, FORENAME)
        )
        self.points = tuple(self._points(side, chances) for side in (SURNAME, FORENAME))
        self._said: tuple[dict[str, tuple[Agreement, float]], ...] = ({}, {})

    def _chances(self, seldom: float) -> _Chances:
        """Which two slips they would be is asked of names that are borne often enough to be meant: of the many others it is all one."""
        token, counts = self.token, self._counts
        chances = {held: chances_of(token, held, level) for held, level in self.levels.items()}
        near = [held for held, level in self.levels.items() if level is Agreement.TWO_EDITS and max(counts[held]) > seldom]
        chances |= {held: chances_of_two_slips(token, held) for held in near}
        # In a sequence that is the same in every process: of names that are worth the same, those that come first are looked for.
        for held in sorted(counts.keys() & may_be(token)):
            as_surname, as_forename = chances.get(held, (0.0, 0.0))
            chances[held] = as_surname, max(as_forename, chance_of_pet_form(made(self.token, held)))
        return chances

    def _by_accident(self, side: int, chances: _Chances, borne: int) -> float:
        counts = self._counts
        return accident(sum([each[side] * counts[held][side] for held, each in chances.items()]) / borne, borne)

    def _by_themselves(self, side: int, chances: _Chances, borne: int) -> float:
        """The chance that somebody has this word typed who bears it as it stands."""
        own = chances.get(self.token, (0.0, 0.0))
        return as_it_stands(own[side] * self._counts.get(self.token, (0, 0))[side] / borne, borne)

    def _points(self, side: int, chances: _Chances) -> dict[str, float]:
        by_accident, least = self.accident[side], self.other[side]
        beyond = by_accident * 2**least
        return {held: log2(each[side] / by_accident) if each[side] > beyond else least for held, each in chances.items() if each[side]}

    def best(self, held: tuple[str, ...], side: int) -> tuple[Agreement, float]:
        """What the likeliest of these names says and its points; `differs` where none is near."""
        known = self._said[side]
        nearest = Agreement.NONE, self.other[side]
        for one in held:
            said = known.get(one)
            if said is None:
                said = known[one] = self._of_one(one, side)
            if said[1] > nearest[1]:
                nearest = said
        return nearest

    def _of_one(self, held: str, side: int) -> tuple[Agreement, float]:
        points = self.points[side].get(held)
        if points is not None:
            level = self.levels.get(held, Agreement.NONE)
            return level if side == SURNAME else self._forename(level, held), points
        if len(self.token) == 1 and held[0] == self.token:
            return Agreement.INITIAL, self.points[side].get(f"{self.token}*", INITIAL_SAYS)
        if side == SURNAME or len(held) == 1:
            return Agreement.NONE, self.other[side]
        made_so = made(self.token, held)
        return self._pet_form(made_so), odds_of_pet_form(made_so)

    def _pet_form(self, made_so: Made) -> Agreement:
        if made_so < Made.BEGINNING:
            return Agreement.NONE
        return Agreement.OTHER_NAME if self.is_forename else Agreement.RELATED

    def _forename(self, level: Agreement, nearest: str) -> Agreement:
        if level is Agreement.NONE:
            return self._pet_form(made(self.token, nearest))
        if level is Agreement.RELATED and is_forename(self.token):
            # The wide table has Erin for Aaron: of a name that many bear by itself it says nothing.
            return Agreement.OTHER_NAME
        if self.is_forename and level in _NEAR_ONLY and not self._is_slip_for(nearest):
            # Jade for Jake is another name, not a slip: twins have such names. Asmaa for Asma is not.
            return Agreement.SOUNDS_ALIKE if self._is_otherwise_written(nearest) else Agreement.OTHER_NAME
        return level

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
        self.joined = tuple(self._joined(run, counts, parties) for run in runs_held_as_one(typed, counts))
        self._families: dict[tuple[int, int, tuple[str, ...]], NameAgreement] = {}
        self._givens: dict[tuple[int, int, tuple[str, ...]], NameAgreement] = {}

    @cached_property
    def readings(self) -> tuple[tuple[slice, slice, float, bool], ...]:
        """The last words are the surname, or the first ones are; each with the log2 share it has of what strangers type so, and whether it is swapped."""
        each: list[tuple[slice, slice, float, bool]] = []
        for at in range(1, len(self.likenesses)):
            each += [(slice(at, None), slice(None, at), 1 - _SWAPPED, False), (slice(None, at), slice(at, None), _SWAPPED, True)]
        chances = [share * self._by_accident(family, SURNAME) * self._by_accident(given, FORENAME) for family, given, share, _ in each]
        return tuple((*one[:2], log2(chance / sum(chances)), one[3]) for one, chance in zip(each, chances, strict=True))

    def _by_accident(self, which: slice, side: int) -> float:
        return prod(one.accident[side] for one in self.likenesses[which])

    def _joined(self, run: slice, counts: Counts, parties: int) -> "Register":
        """The same with a run of the words read as one that is held."""
        one = "".join(each.token for each in self.likenesses[run])
        other = Register((), counts, parties)
        other.likenesses = (*self.likenesses[: run.start], Likeness(one, {one: counts[one]}, parties), *self.likenesses[run.stop :])
        return other

    def compare(self, surnames: tuple[str, ...], forenames: tuple[str, ...]) -> NameAgreement:
        """The best reading, with words that may be one typed apart or joined; one word alone may be either name."""
        best = self.read_apart(surnames, forenames)
        if not self.joined:
            return best
        for other in self.joined:
            as_one = other.read_apart(surnames, forenames)
            if as_one.points + _JOINED > best.points:
                best = as_one
        return best

    def read_apart(self, surnames: tuple[str, ...], forenames: tuple[str, ...]) -> NameAgreement:
        if not self.likenesses:
            return NO_NAME
        whole = slice(None)
        if len(self.likenesses) == 1:
            return max((self.family(whole, surnames), self.given(whole, forenames)), key=lambda one: one.points)
        best, said = -inf, (0.0, NO_NAME, NO_NAME, False)
        for family, given, share, swapped in self.readings:
            last, first = self.family(family, surnames), self.given(given, forenames)
            points = round(last.points + first.points + share, 6)
            if points > best or (points == best and (said[1].stray or said[2].stray) and not (last.stray or first.stray)):
                best, said = points, (share, last, first, swapped)
        return _whole(*said[:3], swapped=said[3])

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
        if level:
            points = sum(worth for one, worth in pairs if one) + _STRAY * strays
            points += _ONE_PART if len(typed) - strays < parts_of(held) and nearest.token not in held[2:] else 0.0
        return NameAgreement(points, family_points=points, surname=level, stray=strays > 0, another=another)

    def _given(self, typed: tuple[Likeness, ...], held: tuple[str, ...]) -> NameAgreement:
        """The first typed forename decides; more of them support it, or contradict where more are held. No held one is counted for two that were typed."""
        first, further = first_and_further(held)
        (level, points), middle = typed[0].best(first, FORENAME), False
        if further:
            points += _NOT_TYPED if len(typed) == 1 else 0.0
            also, instead = typed[0].best(further, FORENAME)
            if also and instead + _MIDDLE > points:
                level, points, middle = also, instead + _MIDDLE, True
        others = [one.best(further if level and not middle else held, FORENAME) for one in typed[1:]]
        strays = sum(not other for other, _ in others)
        points += sum(min(EXTRA_FORENAME + worth, MOST_EXTRA) for other, worth in others if other) + strays * (
            _STRAY if len(held) > 1 else _NOT_HELD
        )
        stray = strays > 0 and len(held) > 1
        paired = level in STRONG and not middle and any(other in STRONG for other, _ in others)
        return NameAgreement(points, given_points=points, forename=level, middle=middle, stray=stray, paired=paired)


def _whole(share: float, last: NameAgreement, first: NameAgreement, *, swapped: bool) -> NameAgreement:
    points = round(last.points + first.points + share, 6)
    stray = last.stray or first.stray
    turned = swapped and bool(last.surname) and bool(first.forename)
    said = last.surname, first.forename, first.middle, stray, turned, last.another, first.paired
    return NameAgreement(points, last.points + share, first.points, *said)
