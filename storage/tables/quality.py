"""What the records of orders lack: as it was last reckoned, the figures of each day, and what somebody said was seen to."""

from sqlalchemy import Column, Date, Index, Integer, PrimaryKeyConstraint, String, Table

from storage.metadata import Id, Moment, metadata

quality_finding = Table(
    "quality_finding",
    metadata,
    Column("force", String(40), nullable=False),
    Column("flaw", String(20), nullable=False),
    Column("order_id", Id, nullable=False),
    Column("since", Moment, nullable=False),
    PrimaryKeyConstraint("force", "flaw", "order_id"),
)
Index("ix_quality_finding_since", quality_finding.c.force, quality_finding.c.flaw, quality_finding.c.since)

quality_figure = Table(
    "quality_figure",
    metadata,
    Column("force", String(40), nullable=False),
    Column("day", Date, nullable=False),
    Column("flaw", String(20), nullable=False),
    Column("number", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    PrimaryKeyConstraint("force", "day", "flaw"),
)

# Rows are only added.
quality_look = Table(
    "quality_look",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("order_id", Id, nullable=False),
    Column("flaw", String(20), nullable=False),
    Column("officer", Id, nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("force", "id"),
)
Index("ix_quality_look_order", quality_look.c.force, quality_look.c.order_id)
