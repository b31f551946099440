"""The versions of an order as another force held them, which came with a transfer."""

from sqlalchemy import Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, String, Table

from storage.metadata import Id, Moment, metadata

# Rows are only added; what was told is sealed in `said`.
version_told = Table(
    "version_told",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("order_id", Id, nullable=False),
    Column("held_at", Moment, nullable=False),
    Column("taken_as", Integer, nullable=False),
    Column("said", LargeBinary, nullable=False),
    PrimaryKeyConstraint("force", "id"),
)
Index("ix_version_told_order_id", version_told.c.force, version_told.c.order_id)
