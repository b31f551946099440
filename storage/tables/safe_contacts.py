"""How each protected person may be reached, every version kept; and of each contact's reminder, the steps of its life."""

from sqlalchemy import Column, Date, Integer, LargeBinary, PrimaryKeyConstraint, String, Table

from storage.metadata import Id, Moment, metadata

# Numbers, times and free text are sealed together: each of them tells where somebody is, and when alone.
safe_contact = Table(
    "safe_contact",
    metadata,
    Column("force", String(40), nullable=False),
    Column("plan", Id, nullable=False),
    Column("version", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", Id, nullable=False),
    Column("confirmed_on", Date),
    Column("ways", LargeBinary, nullable=False),
    PrimaryKeyConstraint("force", "plan", "version"),
)

contact_step = Table(
    "contact_step",
    metadata,
    Column("force", String(40), nullable=False),
    Column("plan", Id, nullable=False),
    Column("round", Integer, nullable=False),
    Column("step", String(20), nullable=False),
    Column("at", Moment, nullable=False),
    Column("by", Id),
    PrimaryKeyConstraint("force", "plan", "round", "step"),
)
