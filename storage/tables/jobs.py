"""The heartbeat of each job, and the slots whose work has been taken."""

from sqlalchemy import Column, PrimaryKeyConstraint, String, Table

from storage.metadata import Moment, metadata

heartbeat = Table(
    "heartbeat",
    metadata,
    Column("force", String(40), nullable=False),
    Column("name", String(40), nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("ended_at", Moment, nullable=False),
    Column("error", String(60)),
    PrimaryKeyConstraint("force", "name"),
)

slot = Table(
    "slot",
    metadata,
    Column("force", String(40), nullable=False),
    Column("name", String(40), nullable=False),
    Column("slot", Moment, nullable=False),
    PrimaryKeyConstraint("force", "name", "slot"),
)
