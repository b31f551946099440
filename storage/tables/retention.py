"""What is decided of the keeping of records, and what is left of one that was erased."""

from sqlalchemy import BigInteger, Column, Date, Index, Integer, LargeBinary, PrimaryKeyConstraint, String, Table

from storage.metadata import Id, Moment, metadata

# Rows are only added while the record is there, and go with it; the reason is sealed.
retention_decision = Table(
    "retention_decision",
    metadata,
    Column("force", String(40), nullable=False),
    Column("order_id", Id, nullable=False),
    Column("number", Integer, nullable=False),
    Column("what", String(10), nullable=False),
    Column("officer", Id, nullable=False),
    Column("at", Moment, nullable=False),
    Column("next_review", Date),
    Column("review_group", String(10)),
    Column("reason", LargeBinary, nullable=False),
    PrimaryKeyConstraint("force", "order_id", "number"),
)

# That there was a record, who erased it, when and on which ground, and nothing of what it held. `mark` is a keyed hash of what the court feed knows it by,
# so that it does not come back with the next file, `case_mark` one of its case alone, since another force may know the order by another file.
tombstone = Table(
    "tombstone",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("reference", String(20), nullable=False),
    Column("mark", BigInteger, nullable=False),
    Column("case_mark", BigInteger),
    Column("ground", String(20), nullable=False),
    Column("officer", Id, nullable=False),
    Column("at", Moment, nullable=False),
    PrimaryKeyConstraint("force", "id"),
)
Index("ix_tombstone_mark", tombstone.c.force, tombstone.c.mark)
Index("ix_tombstone_case_mark", tombstone.c.force, tombstone.c.case_mark)
