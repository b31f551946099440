"""What officers changed of an order that is held, and the drafts of what they are about to change or register."""

from sqlalchemy import Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, String, Table, UniqueConstraint

from storage.metadata import Id, Moment, metadata

# Before and after, and what was said of it, are sealed in `said`. Rows are only added; one that is taken back has another that `undoes` it.
order_change = Table(
    "order_change",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("order_id", Id, nullable=False),
    Column("version", Integer, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("officer", Id, nullable=False),
    Column("at", Moment, nullable=False),
    Column("learned", String(20), nullable=False),
    Column("undoes", Id),
    Column("said", LargeBinary, nullable=False),
    PrimaryKeyConstraint("force", "id"),
    UniqueConstraint("force", "order_id", "version", name="uq_order_change_version"),
)
Index("ix_order_change_undoes", order_change.c.force, order_change.c.undoes)

# Its own row while it is told: what was typed is sealed in `typed`, a paper that was sent in `paper`, and it is gone once it is saved.
order_draft = Table(
    "order_draft",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("officer", Id, nullable=False),
    Column("kind", String(20), nullable=False),
    Column("order_id", Id),
    Column("seen", Integer, nullable=False),
    Column("begun_at", Moment, nullable=False),
    Column("at", Moment, nullable=False),
    Column("typed", LargeBinary, nullable=False),
    Column("paper", LargeBinary),
    PrimaryKeyConstraint("force", "id"),
)
Index("ix_order_draft_officer", order_draft.c.force, order_draft.c.officer, order_draft.c.kind)
