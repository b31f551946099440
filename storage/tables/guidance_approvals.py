"""Which text of each page of a force was approved, by whom and when."""

from sqlalchemy import Column, Integer, PrimaryKeyConstraint, String, Table, Text

from storage.metadata import Id, Moment, metadata

# Rows are only added: the newest of a page is what officers see, and the others are its history.
guidance_approval = Table(
    "guidance_approval",
    metadata,
    Column("force", String(40), nullable=False),
    Column("page", String(80), nullable=False),
    Column("number", Integer, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("text", Text, nullable=False),
    Column("by", Id, nullable=False),
    Column("who", String(200), nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("force", "page", "number"),
)
