"""The one schema description, and the column types every table shares."""

from collections.abc import Callable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import BigInteger, DateTime, Dialect, Integer, MetaData, String, TypeDecorator

NAMES = {"ix": "ix_%(column_0_N_label)s", "uq": "uq_%(table_name)s_%(column_0_N_name)s", "pk": "pk_%(table_name)s"}
metadata = MetaData(naming_convention=NAMES)
Serial = BigInteger().with_variant(Integer(), "sqlite")


class Moment(TypeDecorator[datetime]):
    """An aware instant, kept in UTC; a naive datetime is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    # SQLite has text for an instant. Straight to the driver and back is three times as fast as by way of the library's own parts.
    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Any] | None:
        return _as_text if dialect.name == "sqlite" else _as_instant

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:
        return _of_text if dialect.name == "sqlite" else _as_instant


def _as_instant(value: datetime | None) -> datetime | None:
    return None if value is None else _in_utc(value)


def _in_utc(value: datetime) -> datetime:
    if value.tzinfo is UTC:
        return value
    if value.tzinfo is None:
        raise ValueError("a naive datetime reached the database")
    return value.astimezone(UTC)


def _as_text(value: datetime | None) -> str | None:
    return None if value is None else _text_of(value)


@lru_cache(maxsize=512)
def _text_of(moment: datetime) -> str:
    """The rows of one transaction share theirs."""
    return _in_utc(moment).isoformat(" ", "microseconds")[:26]


def _of_text(text: str | None) -> datetime | None:
    return None if text is None else moment_of(text)


def moment_of(text: str) -> datetime:
    """As SQLite keeps it."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


class Id(TypeDecorator[UUID]):
    """A UUID as 36 characters, the same on both databases."""

    impl = String(36)
    cache_ok = True

    def bind_processor(self, _: Dialect) -> Callable[[Any], Any]:
        return _id_as_text

    def result_processor(self, _: Dialect, coltype: object) -> Callable[[Any], Any]:
        return _id_of_text


def _id_as_text(value: Any) -> str | None:
    return None if value is None else _text_of_id(value)


def _text_of_id(value: Any) -> str:
    """The library writes an id four times as fast as the id itself."""
    return orjson.dumps(value)[1:-1].decode() if type(value) is UUID else str(value)


def _id_of_text(text: Any) -> UUID | None:
    return None if text is None else _id_of(text)


@lru_cache(maxsize=4096)
def _id_of(text: str) -> UUID:
    """The same few ids come again and again within a turn or a burst, and to take one apart costs as much as to find its row."""
    return UUID(text)
