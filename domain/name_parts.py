"""How the words of a name hang together: the parts of a surname, the first forename, and words that are one where they are held."""

from collections.abc import Container
from itertools import pairwise

from domain.folding import MAY_BE_FORENAMES


def runs_held_as_one(typed: tuple[str, ...], counts: Container[str]) -> list[slice]:
    """Two or three words side by side that somebody bears as one: Al Haj, Salah Ud Din; all that is typed is one name only as O Brien is."""
    least = 1 if typed[:1] and typed[0] in MAY_BE_FORENAMES else 2
    each = [slice(at, at + many) for many in (2, 3) for at in range(len(typed) - many + 1) if len(typed) - many + 1 >= least]
    return [run for run in each if "".join(typed[run]) in counts]


def first_and_further(forenames: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The first with the joined form that begins with it, and the middle names."""
    if len(forenames) < 2:
        return forenames, ()
    first = tuple(one for one in forenames if one.startswith(forenames[0]))
    return first, tuple(one for one in forenames if one not in first)


def parts_of(surnames: tuple[str, ...]) -> int:
    """How many words a surname has that is held in parts and as one."""
    if len(surnames) == 1:
        return 1
    joined = {one + other for one, other in pairwise(surnames)}
    return sum(one not in joined for one in surnames)
