"""How the respondent was served and how he knew; and who asked to be told of an order's changes."""

from sqlalchemy import Column, Date, Index, LargeBinary, PrimaryKeyConstraint, String, Table

from storage.metadata import Id, Moment, metadata

# Who served or told him, and what was said of it, are sealed in `words`. Rows are only added.
evidence = Table(
    "evidence",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("order_id", Id, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("how", String(20), nullable=False),
    Column("happened_on", Date),
    Column("happened_at", Moment),
    Column("source", String(20), nullable=False),
    Column("recorded_by", Id, nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("words", LargeBinary),
    PrimaryKeyConstraint("force", "id"),
)
Index("ix_evidence_order", evidence.c.force, evidence.c.order_id, evidence.c.recorded_at)

order_watch = Table(
    "order_watch",
    metadata,
    Column("force", String(40), nullable=False),
    Column("order_id", Id, nullable=False),
    Column("officer", Id, nullable=False),
    Column("since", Moment, nullable=False),
    PrimaryKeyConstraint("force", "order_id", "officer"),
)
