"""The digest of an officer's day: when it was told and opened, and when what is in it is brought up by itself after all."""

from sqlalchemy import Column, Date, PrimaryKeyConstraint, Table
from sqlalchemy import String as Text

from storage.metadata import Id, Moment, metadata

digest = Table(
    "digest",
    metadata,
    Column("force", Text(40), nullable=False),
    Column("officer", Id, nullable=False),
    Column("day", Date, nullable=False),
    Column("at", Moment, nullable=False),
    Column("again_high", Moment, nullable=False),
    Column("again", Moment, nullable=False),
    Column("opened", Moment, nullable=False),
    Column("told_at", Moment),
    Column("opened_at", Moment),
    PrimaryKeyConstraint("force", "officer", "day"),
)
