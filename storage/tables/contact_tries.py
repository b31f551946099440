"""Each try at a contact that was owed, with the moment by which it had to be made: what the weekly report is reckoned from."""

from sqlalchemy import Column, Index, PrimaryKeyConstraint, String, Table

from storage.metadata import Id, Moment, metadata

contact_try = Table(
    "contact_try",
    metadata,
    Column("force", String(40), nullable=False),
    Column("plan", Id, nullable=False),
    Column("why", String(20), nullable=False),
    Column("must_by", Moment, nullable=False),
    Column("at", Moment, nullable=False),
    Column("officer", Id, nullable=False),
    Column("risk", String(20), nullable=False),
    Column("outcome", String(20), nullable=False),
    Column("owner", Id),
    PrimaryKeyConstraint("force", "plan", "why", "must_by", "at", "officer"),
)
Index("ix_contact_try_must_by", contact_try.c.force, contact_try.c.must_by)
Index("ix_contact_try_at", contact_try.c.force, contact_try.c.at)
