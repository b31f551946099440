"""A line of days and times parted into clauses: which times belong to which days, and what is said not to be safe."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from domain.errors import Unreadable
from domain.safe_window_words import EARLIEST, LATEST, MEANS, Kind, Piece
from domain.safe_windows import WHOLE_DAY

HINT = "Days and times are best, such as 'weekdays after 6pm; Saturday 10am to noon; not Sundays'."
WHICH_HALF = "Is {} in the morning or in the evening? Please type it with am or pm."
ONE_TIME = f"A time alone opens no window: say from when to when. {HINT}"
NO_TIME = f"I read no time after '{{}}'. {HINT}"
WHICH_PART = "I am not sure which of those belong together. Put each in a line of its own: 'weekdays after 6pm', then 'not Sundays'."
CONDITION = f"That depends on something which the bot cannot know. Say it in days and times. {HINT}"
_HALF_DAY = 12 * 60
_OPENERS = (Kind.AFTER, Kind.BEFORE, Kind.LATER, Kind.EARLIER, Kind.BETWEEN, Kind.TO)
_PARTING = (Kind.AND, Kind.COMMA)


@dataclass
class Clause:
    """What belongs together: these days, at these times, from minute to minute. `parted` is the comma or `and` that stood last, `joined` the one it began with."""

    negative: bool = False
    days: set[int] = field(default_factory=set)
    spans: list[tuple[int, int]] = field(default_factory=list)
    joined: Kind | None = None
    parted: Kind | None = None
    times_first: bool = False
    listed: bool = False
    on: bool = False
    depends: bool = False
    means: bool = False

    @property
    def is_empty(self) -> bool:
        return not self.days and not self.spans

    @property
    def is_whole(self) -> bool:
        return bool(self.days and self.spans)


class Clauses:
    """Goes over the pieces once, from left to right. `unread` are the words that stand for nothing here."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._at = 0
        self._turned = False
        self.unread: list[str] = []

    def __iter__(self) -> Iterator[Clause]:
        clause = Clause()
        while self._at < len(self._pieces):
            piece = self._pieces[self._at]
            fresh = self._fresh(clause, piece)
            if fresh is not None:
                yield from _checked(clause)
                clause = fresh
            self._at += 1
            self._take(clause, piece)
        yield from _checked(clause)

    def _fresh(self, clause: Clause, piece: Piece) -> Clause | None:
        """The clause that begins with this piece, where one does."""
        if piece.kind is Kind.NOT and self._kind(1) not in (Kind.LATER, Kind.EARLIER):
            return Clause(negative=True)
        if piece.kind is Kind.BREAK and not clause.is_empty:
            return Clause()
        if clause.negative or not clause.is_whole:
            return None
        if clause.times_first:
            return self._after_its_days(clause, piece)
        if piece.kind in _PARTING or piece.kind is Kind.DAYS:
            return Clause(joined=piece.kind)
        return None

    def _after_its_days(self, clause: Clause, piece: Piece) -> Clause | None:
        """`after 6pm weekdays, 10 to 12 Saturday`: the next times begin anew."""
        if not self._tells_times(piece):
            return None
        if clause.listed and clause.parted is None:
            raise Unreadable(WHICH_PART)
        return Clause(joined=clause.parted)

    def _tells_times(self, piece: Piece) -> bool:
        after = self._pieces[self._at + 1].kind if self._at + 1 < len(self._pieces) else None
        return piece.kind in (Kind.TIME, Kind.RANGE) or (piece.kind in _OPENERS and after is Kind.TIME)

    def _take(self, clause: Clause, piece: Piece) -> None:
        if piece.kind is Kind.DAYS:
            self._begin(clause, days=True)
            clause.listed |= bool(clause.days) or clause.parted is not None
            clause.days |= self._run_of(piece)
            clause.parted = None
        elif piece.kind is Kind.RANGE:
            self._add(clause, piece.span)
        elif piece.kind is Kind.TIME:
            self._add(clause, self._from_time(piece))
        elif piece.kind in _OPENERS:
            self._open(clause, piece)
        elif piece.kind in _PARTING:
            clause.parted = piece.kind
        elif piece.kind is Kind.OTHER and not (clause.negative and clause.depends):
            self.unread.append(piece.word)
        clause.on |= piece.kind is Kind.ON
        clause.means |= piece.word in MEANS
        clause.depends |= piece.kind is Kind.WHEN
        self._turned = piece.kind is Kind.NOT

    def _add(self, clause: Clause, span: tuple[int, int]) -> None:
        self._begin(clause, days=False)
        clause.times_first |= not clause.days
        clause.spans.append(span)
        clause.parted = None

    def _begin(self, clause: Clause, *, days: bool) -> None:
        """What follows `not` is taken only where nobody can read it otherwise."""
        if clause.negative and clause.is_empty and clause.means and clause.parted is not None:
            raise Unreadable(WHICH_PART)
        if not clause.negative or clause.is_empty:
            return
        alike = bool(clause.days) is days and not clause.is_whole and clause.parted is Kind.AND
        of_the_days = not days and clause.parted is None and not clause.spans
        on_the_days = days and clause.parted is None and clause.on and not clause.days
        if not (alike or of_the_days or on_the_days):
            raise Unreadable(WHICH_PART)

    def _run_of(self, first: Piece) -> set[int]:
        """`mon to fri`."""
        last = self._piece(1)
        if self._kind(0) is not Kind.TO or last is None or last.kind is not Kind.DAYS:
            return set(first.days)
        self._at += 2
        start, end = min(first.days), max(last.days)
        return {(start + number) % 7 for number in range((end - start) % 7 + 1)}

    def _from_time(self, first: Piece) -> tuple[int, int]:
        """`9 to 5`, or `6pm onwards`."""
        last = self._piece(1)
        if self._kind(0) is Kind.TO and last is not None and last.kind is Kind.TIME:
            self._at += 2
            return _between(first, last)
        if self._kind(0) is Kind.AND and self._kind(1) in (Kind.ONWARDS, Kind.LATER, Kind.AFTER):
            self._at += 1
        elif self._kind(0) is not Kind.ONWARDS:
            raise Unreadable(ONE_TIME)
        self._at += 1
        return _alone(first), LATEST

    def _open(self, clause: Clause, opener: Piece) -> None:
        """`between 9 and 5`, `from 9 until 5`, `after 6pm`, `until 3`."""
        while self._kind(0) is Kind.FILL:
            self._at += 1
        first, joint, last = self._piece(0), self._kind(1), self._piece(2)
        if first is None or first.kind is not Kind.TIME:
            _needs_no_time(opener, first)
            return
        joints = (Kind.TO, Kind.AND) if opener.kind is Kind.BETWEEN else (Kind.TO, Kind.BEFORE)
        if opener.kind in (Kind.BETWEEN, Kind.AFTER) and joint in joints and last is not None and last.kind is Kind.TIME:
            self._at += 3
            self._add(clause, _between(first, last))
            return
        if opener.kind is Kind.BETWEEN:
            raise Unreadable(ONE_TIME)
        self._at += 1
        self._add(clause, self._half_open(opener, first, negative=clause.negative))

    def _half_open(self, opener: Piece, first: Piece, *, negative: bool) -> tuple[int, int]:
        """`no later than nine` is up to nine. What is said not to be safe reaches to the end of the day, or from its beginning."""
        turned = (
            {Kind.LATER: Kind.BEFORE, Kind.EARLIER: Kind.AFTER} if self._turned else {Kind.LATER: Kind.AFTER, Kind.EARLIER: Kind.BEFORE}
        )
        if turned.get(opener.kind, opener.kind) is Kind.AFTER:
            return _alone(first), WHOLE_DAY if negative else LATEST
        return 0 if negative else EARLIEST, _alone(first)

    def _piece(self, ahead: int) -> Piece | None:
        at = self._at + ahead
        return self._pieces[at] if at < len(self._pieces) else None

    def _kind(self, ahead: int) -> Kind | None:
        piece = self._piece(ahead)
        return None if piece is None else piece.kind


def _checked(clause: Clause) -> Iterator[Clause]:
    """What depends on something is refused, but for what is not safe then: that is not safe at all."""
    if clause.negative and clause.is_empty:
        raise Unreadable(f"I did not read what is not safe. {HINT}")
    if clause.depends and not clause.negative:
        raise Unreadable(CONDITION)
    if not clause.is_empty:
        yield clause


def _needs_no_time(opener: Piece, follows: Piece | None) -> None:
    """`from Monday`, `by text` and `safe to ring` tell no time; `after school` is one that nobody here knows."""
    if opener.kind is Kind.BETWEEN or (opener.kind is Kind.AFTER and (follows is None or follows.kind is not Kind.DAYS)):
        raise Unreadable(NO_TIME.format(opener.word))
    if opener.kind is Kind.BEFORE and opener.word != "by":
        raise Unreadable(NO_TIME.format(opener.word))


def _alone(time: Piece) -> int:
    """Nobody is rung at one in the morning where `after 1` is said; `after 8` may be either."""
    if time.sure or time.minute >= _HALF_DAY:
        return time.minute
    if time.minute >= EARLIEST:
        raise Unreadable(WHICH_HALF.format(time.word))
    return time.minute + _HALF_DAY


def _between(first: Piece, last: Piece) -> tuple[int, int]:
    """On the twelve-hour clock an end is the one that comes next after the beginning: `9 to 5`, `6-8pm`, `10am-2`."""
    if first.sure and last.sure:
        return first.minute, last.minute
    if first.sure:
        return first.minute, min(_both(last), key=lambda end: (end - first.minute - 1) % WHOLE_DAY)
    if last.sure:
        return min(_both(first), key=lambda start: (last.minute - start - 1) % WHOLE_DAY), last.minute
    if EARLIEST <= first.minute < last.minute < _HALF_DAY:
        raise Unreadable(WHICH_HALF.format(f"{first.word} to {last.word}"))
    start = first.minute + (_HALF_DAY if first.minute < EARLIEST else 0)
    return start, min(_both(last), key=lambda end: (end - start - 1) % WHOLE_DAY)


def _both(time: Piece) -> tuple[int, int]:
    return time.minute % _HALF_DAY, time.minute % _HALF_DAY + _HALF_DAY
