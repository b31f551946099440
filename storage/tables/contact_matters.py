"""Matters of a contact that a supervisor is asked about, and what was decided."""

from sqlalchemy import Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, String, Table

from storage.metadata import Id, Moment, metadata

# Reasons, ways and what came of it are sealed: they tell of people.
contact_matter = Table(
    "contact_matter",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("plan", Id, nullable=False),
    Column("order_id", Id, nullable=False),
    Column("matter", String(20), nullable=False),
    Column("round", Integer, nullable=False),
    Column("raised_at", Moment, nullable=False),
    Column("state", String(20), nullable=False),
    Column("ruling", String(20)),
    Column("decided_by", Id),
    Column("decided_at", Moment),
    Column("closed_by", Id),
    Column("closed_at", Moment),
    Column("version", Integer, nullable=False),
    Column("words", LargeBinary, nullable=False),
    PrimaryKeyConstraint("force", "id"),
)
Index("ix_contact_matter_plan", contact_matter.c.force, contact_matter.c.plan, contact_matter.c.raised_at)
Index("ix_contact_matter_state", contact_matter.c.force, contact_matter.c.state, contact_matter.c.raised_at)
