"""How the orders of one case stand to each other: what a person said of each pair, and which pairs still wait."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from itertools import combinations
from uuid import UUID

from domain.london import to_london
from domain.orders import Order

_DRAFTED = re.compile(r"-([0-9]{9,11})\.pdf\Z", re.IGNORECASE)


class Relation(StrEnum):
    REPLACES = "replaces"
    EXTENDS = "extends"
    SEPARATE = "separate"


@dataclass(frozen=True)
class Link:
    """What an officer said of a pair, and when; the highest `number` of a pair counts, and the papers stay as they are."""

    later: UUID
    earlier: UUID
    relation: Relation
    officer: UUID
    at: datetime
    number: int = 1
    later_reference: str = ""
    earlier_reference: str = ""

    @property
    def pair(self) -> frozenset[UUID]:
        return frozenset({self.later, self.earlier})


@dataclass(frozen=True)
class Case:
    """The orders of one case in the sequence of their making, with what has been said of them."""

    orders: tuple[Order, ...]
    links: tuple[Link, ...] = ()

    @property
    def waiting(self) -> tuple[tuple[Order, Order], ...]:
        """The pairs that nobody has spoken of, each the earlier order first."""
        said = {link.pair for link in self.links}
        return tuple(pair for pair in combinations(self.orders, 2) if frozenset(one.id for one in pair) not in said)

    def link_of(self, pair: Collection[UUID]) -> Link | None:
        return next((link for link in self.links if link.pair == frozenset(pair)), None)


def case_of(orders: Sequence[Order], links: Sequence[Link] = ()) -> Case:
    return Case(tuple(sorted(orders, key=_made)), tuple(links))


def _made(order: Order) -> tuple[date, int, datetime, str]:
    """By the day it was made; where the feed did not tell it, by the day it became known, and on one day by when its draft was begun."""
    drafted = _DRAFTED.search(order.file_name)
    return order.made_on or to_london(order.received_at).date(), int(drafted[1]) if drafted else 0, order.received_at, order.reference
