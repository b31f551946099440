"""What came after a record of a breach was sent, and to whom an unfinished one is offered."""

from sqlalchemy import Column, Integer, LargeBinary, PrimaryKeyConstraint, String, Table

from storage.metadata import Id, Moment, metadata

# Rows of these two are only added. The number is given once, so that of two who decide at once one does.
breach_decision = Table(
    "breach_decision",
    metadata,
    Column("force", String(40), nullable=False),
    Column("breach_id", Id, nullable=False),
    Column("number", Integer, nullable=False),
    Column("verdict", String(20), nullable=False),
    Column("by", Id, nullable=False),
    Column("who", String(200), nullable=False),
    Column("at", Moment, nullable=False),
    Column("covers", Integer, nullable=False),
    Column("note", LargeBinary),
    PrimaryKeyConstraint("force", "breach_id", "number"),
)
breach_addendum = Table(
    "breach_addendum",
    metadata,
    Column("force", String(40), nullable=False),
    Column("breach_id", Id, nullable=False),
    Column("number", Integer, nullable=False),
    Column("by", Id, nullable=False),
    Column("who", String(200), nullable=False),
    Column("at", Moment, nullable=False),
    Column("question", String(20)),
    Column("text", LargeBinary, nullable=False),
    PrimaryKeyConstraint("force", "breach_id", "number"),
)
# The newest offer of a draft; nobody's once it was taken on or taken back.
breach_handover = Table(
    "breach_handover",
    metadata,
    Column("force", String(40), nullable=False),
    Column("draft_id", Id, nullable=False),
    Column("number", Integer, nullable=False),
    Column("by", Id, nullable=False),
    Column("at", Moment, nullable=False),
    Column("to_officer", Id),
    PrimaryKeyConstraint("force", "draft_id"),
)
