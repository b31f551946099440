"""The names near those that one look-up has typed: by their numbers, with what bearing each is worth."""

from collections.abc import Mapping, Sequence
from itertools import accumulate

from domain.name_matching import EXTRA_FORENAME, MOST_EXTRA, Likeness, Register
from domain.name_odds import FORENAME, SURNAME
from domain.names import Agreement
from storage.lexicon import Near

# In log2 odds: that a forename typed after another is the first of those held.
_FURTHER = -4.0
# With hundreds of names somewhat like one that was typed, those beyond the nearest are looked for beside the likeliest few of the other.
_LIKELIEST, _NEAREST, _NEAR, _FAR = 3, 14, 60, 200
_RARE = 30
# Of each name of a pair of forenames so many are looked for.
_IN_PAIRS = 8
_FEW = 200
# In log2 odds, roughly: that a name is another altogether.
_ANOTHER, _ANOTHER_TURNED = -5.0, -9.0
_LISTS = (
    "first_forenames",
    "further_forenames",
    "nearest_surnames",
    "near_forenames",
    "further_surnames",
    "nearest_forenames",
    "far_surnames",
    "likeliest_forenames",
    "likeliest_surnames",
    "far_forenames",
    "turned_surnames",
    "turned_forenames",
    "rare_surnames",
)
NO_LISTS: Mapping[str, list[int]] = {name: [] for name in _LISTS}


class NearNames:
    """The numbers of the tokens near those typed, with what bearing each is worth."""

    def __init__(self, register: Register, near: Near) -> None:
        self._near = near
        self._typed = typed = register.likenesses
        last, first = typed[-1:], typed[:1]
        joined = [one for other in register.joined for one in other.likenesses if one not in typed]
        self._surnames = self._side([*(typed[1:] or typed), *joined], SURNAME)
        self._forenames = self._side([*(typed[:1] or typed), *joined], FORENAME)
        for no, points in self._side(typed[1:-1], FORENAME).items():
            self._forenames[no] = max(points + _FURTHER, self._forenames.get(no, -99.0))
        self._turned_surnames = self._side([*first, *joined] if len(typed) > 1 else (), SURNAME)
        self._turned_forenames = self._side(last if len(typed) > 1 else (), FORENAME)
        # The surname was typed last, or first.
        self.pairs = [self._pair(forenames) for forenames in (typed[:-1], typed[1:])] if len(typed) > 2 else []
        self.surnames, self.forenames = (self._ordered(side, _NEAREST) for side in (self._surnames, self._forenames))
        self.by_initials = len(typed) > 2 and len(typed[0].token) == 1
        self.alike = frozenset(held for likeness in typed for held in likeness.levels)

    def _side(self, typed: Sequence[Likeness], side: int) -> dict[int, float]:
        worth: dict[int, float] = {}
        numbers, counts = self._near.numbers, self._near.counts
        for likeness in typed:
            for held, points in likeness.points[side].items():
                if counts[held][side] > 0 and points > worth.get(numbers[held], -99.0):
                    worth[numbers[held]] = points
        return worth

    def _pair(self, typed: Sequence[Likeness]) -> tuple[dict[int, float], dict[int, float]]:
        """A first forename, and those that were typed after it."""
        further = self._side(typed[1:], FORENAME)
        return self._side(typed[:1], FORENAME), {no: min(points + EXTRA_FORENAME, MOST_EXTRA) for no, points in further.items()}

    @staticmethod
    def _ordered(worth: Mapping[int, float], most: int) -> list[int]:
        return sorted(worth, key=lambda no: -worth[no])[:most]

    @property
    def lists(self) -> dict[str, list[int]]:
        surnames, forenames = self._ordered(self._surnames, _FAR), self._ordered(self._forenames, _FAR)
        counts = {self._near.numbers[token]: count[SURNAME] for token, count in self._near.counts.items()}
        firsts, further = self._two_forenames
        return {
            "first_forenames": firsts,
            "further_forenames": further,
            "nearest_surnames": [0, *surnames[:_NEAREST]],
            "near_forenames": [0, *forenames[:_NEAR]],
            "further_surnames": surnames[_NEAREST:_NEAR],
            "nearest_forenames": forenames[:_NEAREST],
            "far_surnames": surnames[_NEAR:],
            "likeliest_forenames": forenames[:_LIKELIEST],
            "likeliest_surnames": surnames[:_LIKELIEST],
            "far_forenames": forenames[_NEAR:],
            "turned_surnames": self._ordered(self._turned_surnames, _NEAREST),
            "turned_forenames": self._ordered(self._turned_forenames, _NEAREST),
            "rare_surnames": [no for no in surnames[:6] if counts[no] <= _RARE],
        }

    @property
    def _two_forenames(self) -> tuple[list[int], list[int]]:
        firsts = {no for first, _ in self.pairs for no in self._ordered(first, _IN_PAIRS)}
        further = {-no for _, others in self.pairs for no in self._ordered(others, _IN_PAIRS)}
        return sorted(firsts), sorted(further)

    def borne_by_few(self, side: int) -> list[int]:
        """The tokens that are as good as one of those typed, whichever of the names it was typed for, as far as few bear them."""
        numbers, counts = self._near.numbers, self._near.counts
        levels = sorted(((level, held) for one in self._typed for held, level in one.levels.items()), reverse=True)
        same = list(dict.fromkeys(held for level, held in levels if level >= Agreement.NICKNAME and counts[held][side]))
        borne = accumulate(counts[held][side] for held in same)
        return [numbers[held] for held, many in zip(same, borne, strict=True) if many <= _FEW]

    def worth(self, surname: int, forename: int) -> float:
        """Of a pair of forenames, that of both with another surname."""
        if surname < 0:
            return self.paired(-surname, forename) + _ANOTHER
        straight = self._surnames.get(surname, _ANOTHER) + self._forenames.get(forename, _ANOTHER)
        turned = self._turned_surnames.get(surname, _ANOTHER_TURNED) + self._turned_forenames.get(forename, _ANOTHER_TURNED)
        return max(straight, turned)

    def family(self, surname: int) -> float:
        """Of the surname alone, whichever way round it was typed."""
        return max(self._surnames.get(surname, _ANOTHER), self._turned_surnames.get(surname, _ANOTHER))

    def paired(self, further: int, first: int) -> float:
        """Of a first forename and a further one."""
        return max(firsts.get(first, _ANOTHER) + others.get(further, _ANOTHER) for firsts, others in self.pairs)
