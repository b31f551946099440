"""The life of an order played step by step, and reckoned a second time from the bare list of what still stands, trying every hour a day may hide."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import combinations, product
from zoneinfo import ZoneInfo

from domain.order_changes import ChangeKind, Proposed, applied, taken_back
from domain.order_states import standing_at
from domain.orders import Order, OrderState
from tests.orders import an_order

LONDON = ZoneInfo("Europe/London")
MADE = date(2026, 3, 20)
NOW = datetime(2026, 11, 4, 12, tzinfo=UTC)
DAY, MINUTE, SECOND = timedelta(days=1), timedelta(minutes=1), timedelta(seconds=1)
EVER = datetime(1900, 1, 1, tzinfo=UTC)
ENDED = {OrderState.EXPIRED, OrderState.DISCHARGED, OrderState.UNDERTAKING}
STOPS = {ChangeKind.DISCHARGED: OrderState.DISCHARGED, ChangeKind.UNDERTAKING: OrderState.UNDERTAKING}
MOVES = (ChangeKind.VARIED, ChangeKind.EXTENDED)


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(), LONDON).astimezone(UTC)


def london_day(moment: datetime) -> date:
    return moment.astimezone(LONDON).date()


@dataclass
class Life:
    """`versions` are the register's, `said` is the plain list of what was told and not taken back."""

    versions: list[Order] = field(default_factory=lambda: [an_order(made_on=MADE, expires_at=datetime(2026, 9, 30, 22, 59, tzinfo=UTC))])
    said: list[Proposed] = field(default_factory=list)
    undoable: bool = False

    @property
    def moves(self) -> int:
        return sum(one.kind in MOVES for one in self.said)

    def tell(self, one: Proposed) -> None:
        """The register's way: a version more."""
        after = applied(self.versions[-1], one, NOW)
        self.versions.append(replace(after, version=self.versions[-1].version + 1))
        self.said.append(one)
        self.undoable = True

    def undo(self) -> None:
        back = taken_back(self.versions[-1], self.versions[-2])
        self.versions.append(replace(back, version=self.versions[-1].version + 1))
        self.said.pop()
        self.undoable = False

    def by_register(self, asked: datetime) -> tuple[OrderState, set[int]]:
        found = standing_at(self.versions, asked)
        return found.state, {one.variation for one in found.governing}

    def by_hand(self, asked: datetime) -> tuple[OrderState, set[int]]:
        if london_day(asked) < MADE:
            return OrderState.NOT_YET_KNOWN, set()
        numbers = self._may_govern(asked)
        states = {self._state(number, asked) for number in numbers}
        differs = len(numbers) > 1 and (len(states) > 1 or not states & ENDED)
        return (OrderState.VARIED if differs else states.pop()), numbers

    def _may_govern(self, asked: datetime) -> set[int]:
        moves = [one for one in self.said if one.kind in MOVES]
        found = set()
        for begun in product(*(hours(one, asked) for one in moves)):
            way = sorted([(EVER, 0), *zip(begun, range(1, len(moves) + 1), strict=True)])
            if all(in_sequence(moves, first, then) for (_, first), (_, then) in combinations(way, 2)):
                found.add([number for at, number in way if at <= asked][-1])
        return found

    def _state(self, number: int, asked: datetime) -> OrderState:
        """Of the version that so many changes of the court had made, with what was known of it last."""
        end, hearing, made = self.versions[0].expires_at, None, 0
        for one in self.said:
            made += one.kind in MOVES
            if made > number:
                break
            end, hearing = moved(one, end, hearing)
        for one in self.said:
            if one.kind in STOPS and stopped_at(one) <= asked:
                return STOPS[one.kind]
        if end is not None and end <= asked:
            return OrderState.EXPIRED
        if hearing is not None and hearing < london_day(asked):
            return OrderState.RETURN_HEARING_PASSED
        return OrderState.VARIED if number else OrderState.IN_FORCE


def moved(one: Proposed, end: datetime | None, hearing: date | None) -> tuple[datetime | None, date | None]:
    if one.kind is ChangeKind.HEARING:
        return end, one.hearing_on
    if one.kind not in MOVES:
        return end, hearing
    was_held = hearing is not None and hearing <= (one.on or london_day(one.at or EVER))
    return one.ends_at or end, one.hearing_on or (None if was_held else hearing)


def stopped_at(one: Proposed) -> datetime:
    return one.at or min(midnight((one.on or MADE) + DAY), NOW)


def hours(one: Proposed, asked: datetime) -> list[datetime]:
    """Every instant at which it may have begun that could matter."""
    if one.at is not None:
        return [one.at]
    first, last = midnight(one.on or MADE), midnight((one.on or MADE) + DAY) - SECOND
    near = [asked + number * MINUTE for number in (-1, 0, 1)]
    return sorted({first, last, first + 8 * timedelta(hours=1), *(at for at in near if first <= at <= last)})


def in_sequence(moves: list[Proposed], first: int, then: int) -> bool:
    """Two changes known by the same day, or the same instant, alone came in the sequence in which they were told."""
    if 0 in (first, then):
        return True
    one, other = moves[first - 1], moves[then - 1]
    return (one.on, one.at) != (other.on, other.at) or first < then
