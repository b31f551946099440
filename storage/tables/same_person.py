"""Records that a person called those of one person."""

from sqlalchemy import Column, Index, Integer, PrimaryKeyConstraint, String, Table

from storage.metadata import Id, Moment, metadata

# Rows are only added, and the highest number of a pair counts.
person_link = Table(
    "person_link",
    metadata,
    Column("force", String(40), nullable=False),
    Column("one_order", Id, nullable=False),
    Column("one_role", String(20), nullable=False),
    Column("other_order", Id, nullable=False),
    Column("other_role", String(20), nullable=False),
    Column("number", Integer, nullable=False),
    Column("word", String(20), nullable=False),
    Column("officer", Id, nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("force", "one_order", "one_role", "other_order", "other_role", "number"),
)
Index("ix_person_link_other", person_link.c.force, person_link.c.other_order)
