"""How likely a name that is held comes typed as a given word, by how far the two agree."""

from math import log2

from domain.names import Agreement, sound_alike
from domain.pet_forms import Made
from domain.slips import CHANCES, chance_of_two, slip_of
from domain.spellings import are_heard_alike

SURNAME, FORENAME = 0, 1
# The chance of this very word for a surname and for a forename, where the two agree so far; a slip goes by its kind instead
# (fitted, benchmarks/search.py).
_CHANCES = {
    Agreement.EXACT: (0.55, 0.6),
    Agreement.NICKNAME: (0.05, 0.04),
    Agreement.RELATED: (0.0, 0.008),
    Agreement.SOUNDS_ALIKE: (0.0008, 0.0008),
    Agreement.TWO_EDITS: (0.00008, 0.00008),
    Agreement.INITIAL: (0.01, 0.06),
}
# Two slips in one name are oftener made together than by themselves, and what is no two slips that are ever made is hardly ever typed.
_BOTH, _NO_TWO_SLIPS = 6.0, 0.00002
_MAY_BE_HEARD = frozenset({Agreement.ONE_EDIT, Agreement.SOUNDS_ALIKE})
# Another spelling of the same sound to an English ear.
_HEARD = 0.008
# What another surname says, and the least that any forename does: log2 odds. A surname that is another altogether is one that people bear: of a word that is
# hardly ever typed but by a slip it says less.
_OTHER = (-4.0, -7.5)
_OTHER_AND_A_SLIP = -7.5
INITIAL_SAYS = 3.5
# A word that nobody bears is typed for somebody once in so many million.
_RAREST, _LEAST = 0.3, 2.0**-16
_MADE = {
    Made.OTHERWISE: -7.5,
    Made.ONE_LETTER: -4.5,
    Made.TWO_LETTERS: -1.0,
    Made.WITHIN: 1.0,
    Made.THREE_LETTERS: 1.3,
    Made.BEGINNING: 3.1,
    Made.END: 3.5,
}
# The chance of this very word for a forename that it may be a pet form of.
_MADE_SO = {Made.WITHIN: 0.0005, Made.BEGINNING: 0.002, Made.END: 0.0025}


def chances_of(typed: str, held: str, level: Agreement) -> tuple[float, float]:
    """That somebody who bears it as a surname, or as a forename, has this word typed for it; 0 where that is no more likely than of any name."""
    slip = 0.0
    if level is Agreement.ONE_EDIT:
        slip = max(CHANCES[slip_of(typed, held)], _CHANCES[Agreement.SOUNDS_ALIKE][0] if sound_alike(typed, held) else 0.0)
    if level in _MAY_BE_HEARD and are_heard_alike(typed, held):
        slip = max(slip, _HEARD)
    return (slip, slip) if slip else _CHANCES[level]


def chances_of_two_slips(typed: str, held: str) -> tuple[float, float]:
    """The same of a word that is two edits away, by the slips that they are."""
    chance = max(chance_of_two(typed, held) * _BOTH, _NO_TWO_SLIPS)
    return chance, chance


def accident(borne: float, parties: int) -> float:
    """That anybody at all has it typed: by those who bear a name that it may stand for, and a little besides."""
    return max(as_it_stands(borne, parties), _LEAST)


def as_it_stands(borne: float, parties: int) -> float:
    """With whoever bears a name that a register of so many does not hold: a small one does not hold most names."""
    return borne + _RAREST / parties


def odds_of_other(side: int, by_themselves: float) -> float:
    """`by_themselves`: of all who have the word typed, the share of those who bear it as it stands."""
    return max(_OTHER[side] + min(log2(by_themselves), 0.0), _OTHER_AND_A_SLIP) if side == SURNAME else _OTHER[side]


def chance_of_pet_form(made_so: Made) -> float:
    return _MADE_SO.get(made_so, 0.0)


def odds_of_pet_form(made_so: Made) -> float:
    return _MADE[made_so]
