"""What was changed of a contact plan, and the versions of the safeguarding plan that is kept with it. Rows are only added, and one taken back within minutes."""

from sqlalchemy import Column, Index, Integer, LargeBinary, PrimaryKeyConstraint, String, Table

from storage.metadata import Id, Moment, metadata

# The officer's own words are sealed in `words`.
contact_change = Table(
    "contact_change",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("plan", Id, nullable=False),
    Column("at", Moment, nullable=False),
    Column("officer", Id, nullable=False),
    Column("what", String(20), nullable=False),
    Column("value", String(40), nullable=False),
    Column("happened_at", Moment),
    Column("words", LargeBinary),
    PrimaryKeyConstraint("force", "id"),
)
Index("ix_contact_change_plan", contact_change.c.force, contact_change.c.plan, contact_change.c.at)

# All that it says is sealed in `words`.
safeguarding_plan = Table(
    "safeguarding_plan",
    metadata,
    Column("force", String(40), nullable=False),
    Column("plan", Id, nullable=False),
    Column("version", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("officer", Id, nullable=False),
    Column("words", LargeBinary, nullable=False),
    PrimaryKeyConstraint("force", "plan", "version"),
)
