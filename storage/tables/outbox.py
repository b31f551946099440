"""Reminders on their way: the rows that are the schedule."""

from sqlalchemy import Boolean, Column, Index, Integer, PrimaryKeyConstraint, SmallInteger, String, Table, UniqueConstraint

from storage.metadata import Id, Moment, metadata

outbox = Table(
    "outbox",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("plan", Id, nullable=False),
    Column("occurrence", Integer, nullable=False),
    Column("stage", String(20), nullable=False),
    Column("recipient", Id, nullable=False),
    Column("due_at", Moment, nullable=False),
    Column("next_at", Moment, nullable=False),
    Column("urgency", SmallInteger, nullable=False),
    Column("state", String(10), nullable=False),
    Column("worker", String(80)),
    Column("lease_until", Moment),
    Column("attempts", Integer, nullable=False),
    Column("repeat", Boolean, nullable=False),
    Column("error", String(60)),
    Column("message_id", String(300)),
    Column("channel", String(20)),
    Column("sent_at", Moment),
    Column("seen_at", Moment),
    PrimaryKeyConstraint("force", "id"),
    UniqueConstraint("force", "plan", "occurrence", "stage", "recipient"),
)
Index("ix_outbox_next", outbox.c.force, outbox.c.state, outbox.c.urgency, outbox.c.next_at)
Index("ix_outbox_due", outbox.c.force, outbox.c.state, outbox.c.due_at)
