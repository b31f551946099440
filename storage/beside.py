"""The one shape of all that stands beside an order, so that a single statement brings it."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import BigInteger, ColumnElement, Date, String, TypeDecorator, cast, literal, null
from sqlalchemy.types import TypeEngine

from storage.metadata import Id, Moment

_TYPES: dict[str, TypeEngine[Any] | TypeDecorator[Any]] = {
    "id": Id(),
    "first": String(),
    "second": String(),
    "third": String(),
    "number": BigInteger(),
    "day": Date(),
    "at": Moment(),
    "recorded_at": Moment(),
    "by": Id(),
    "of": Id(),
}


def columns(what: str | ColumnElement[str], **given: Any) -> Iterator[Any]:
    """The same columns for every part; what a part does not tell is empty."""
    yield (literal(what, String()) if isinstance(what, str) else what).label("what")
    yield from (given[name].label(name) if name in given else cast(null(), kind).label(name) for name, kind in _TYPES.items())
