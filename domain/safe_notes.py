"""What a line of safe days and times says beside them: by which way not to reach the person, or who answers; kept word for word."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from domain.safe_window_words import MEANS, Kind, Piece, as_read, pieces_in

_BETWEEN = (Kind.BREAK, Kind.AND, Kind.COMMA)
# Whatever else stands in a part may tell when, and is the reader's of days and times.
_TELLS_NO_TIME = frozenset({Kind.FILL, Kind.OTHER, Kind.NOT, Kind.AND, Kind.COMMA, Kind.ON, Kind.TO})


def parted(text: str) -> tuple[list[Piece], tuple[str, ...]]:
    """The pieces that tell of days and times, and the parts of the line that tell of none."""
    pieces, typed, folded = pieces_in(text), as_read(text), as_read(text.casefold())
    # Small letters may be more than the capitals they stand for, and then the pieces lie elsewhere than in what was typed.
    words = typed if len(typed) == len(folded) else folded
    left: list[Piece] = []
    notes: list[str] = []
    for part in _parts(pieces):
        told = _without_ends(part)
        if _is_note(told):
            notes.append(words[told[0].start : told[-1].end])
            left += [one for one in part if one.kind is Kind.BREAK]
        else:
            left += part
    return left, tuple(dict.fromkeys(notes))


def _parts(pieces: Sequence[Piece]) -> Iterator[Sequence[Piece]]:
    """Each begins after a full stop or the like, or with what is said not to be safe."""
    breaks = {number + 1 for number, one in enumerate(pieces) if one.kind is Kind.BREAK}
    denials = {_beginning(pieces, number) for number, one in enumerate(pieces) if one.kind is Kind.NOT}
    yield from (pieces[start:end] for start, end in pairwise(sorted({0, len(pieces)} | breaks | denials)))


def _beginning(pieces: Sequence[Piece], denial: int) -> int:
    """`please do not` begins with `please`."""
    while denial and pieces[denial - 1].kind is Kind.FILL:
        denial -= 1
    return denial


def _without_ends(part: Sequence[Piece]) -> Sequence[Piece]:
    told = [number for number, one in enumerate(part) if one.kind not in _BETWEEN]
    return part[told[0] : told[-1] + 1] if told else ()


def _is_note(part: Sequence[Piece]) -> bool:
    """What is not safe is a note only where it names a way of reaching somebody: anything else may be a time that nobody here knows."""
    if not any(one.kind is Kind.OTHER and one.word[0].isalpha() for one in part):
        return False
    if any(one.kind not in _TELLS_NO_TIME and one.word != "by" for one in part):
        return False
    return all(one.kind is not Kind.NOT for one in part) or any(one.word in MEANS for one in part)
