"""What can happen to a measure of each kind, by its row of the table: how it is changed, and how it ends before its time."""

from domain.errors import Unreadable
from domain.measure_table import measure_of
from domain.measures import Field, Kind
from domain.order_changes import BY_COURT, ChangeKind

NEVER = "That cannot happen to {measure}, so nothing was changed. Look at the paper again. It can be: {can}."


def endings_of(kind: Kind) -> tuple[str, ...]:
    return tuple(one.what for one in measure_of(kind).endings)


def ends_of(kind: Kind) -> tuple[ChangeKind, ...]:
    """The same as what is recorded."""
    return tuple(map(ChangeKind, endings_of(kind)))


def can_happen(kind: Kind, what: ChangeKind) -> bool:
    """Of what is recorded of an order: what its kind can undergo."""
    row = measure_of(kind)
    if what in (ChangeKind.VARIED, ChangeKind.EXTENDED):
        return what.value in row.changes
    if what in (ChangeKind.HEARING, ChangeKind.HELD):
        return Field.HEARING in row.fields
    return what not in BY_COURT or what.value in endings_of(kind)


def demand_possible(kind: Kind, what: ChangeKind) -> None:
    """Raises Unreadable with what it can undergo."""
    if can_happen(kind, what):
        return
    row = measure_of(kind)
    can = (*sorted(row.changes, reverse=True), *(one.words for one in row.endings))
    raise Unreadable(NEVER.format(measure=row.with_article, can="; ".join(can)))
