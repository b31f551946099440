"""Places that checked conditions name, as keyed hashes. They can be drawn anew from the sealed terms."""

from sqlalchemy import BigInteger, Column, Index, Integer, PrimaryKeyConstraint, String, Table

from storage.metadata import Id, metadata

# A row for each mark of a place: `key` is its hash, `place` tells the places of one order from each other.
condition_place = Table(
    "condition_place",
    metadata,
    Column("force", String(40), nullable=False),
    Column("key", BigInteger, nullable=False),
    Column("order_id", Id, nullable=False),
    Column("place", Integer, nullable=False),
    Column("kind", String(10), nullable=False),
    PrimaryKeyConstraint("force", "key", "order_id", "place"),
)
Index("ix_condition_place_order", condition_place.c.force, condition_place.c.order_id)
