"""The measures of one person beside each other: those linked by a person's word, those of the same case, and those in which they are the other party."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from domain.measures import Kind
from domain.order_states import Standing
from domain.orders import ENDED, Order, PartyRole

KINDS = list(Kind)


@dataclass(frozen=True)
class Beside:
    """One measure as it stands; `role` is that of the person who was asked about, `how` why it is shown."""

    order: Order
    standing: Standing
    role: PartyRole
    how: str

    @property
    def is_live(self) -> bool:
        return self.standing.state not in ENDED


def in_sequence(found: Iterable[Beside]) -> tuple[Beside, ...]:
    """What is live first; then by kind, the newest first."""
    return tuple(sorted(found, key=lambda one: (not one.is_live, KINDS.index(one.order.kind), -_made(one.order).timestamp())))


def live_words(found: Sequence[Beside]) -> str:
    live = sum(one.is_live for one in found)
    return f"{len(found)} known here to be on this person, {live} live or perhaps live."


def _made(order: Order) -> datetime:
    return order.made_at or order.received_at
