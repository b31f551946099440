"""Breaches being told, and breaches as they were sent."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
    false,
    text,
)

from storage.metadata import Id, Moment, metadata

# The answers are sealed: what was said, by whom and when, as one list that only grows.
breach_draft = Table(
    "breach_draft",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("officer", Id, nullable=False),
    Column("order_id", Id, nullable=False),
    Column("started_at", Moment, nullable=False),
    Column("answers", LargeBinary, nullable=False),
    Column("skipping", String(20)),
    Column("revisiting", String(20)),
    Column("status", String(10), nullable=False),
    Column("etag", Integer, nullable=False),
    # Officer and order while it is open, its own id once sent or parked: one open draft of an officer for an order, also where two windows begin it at once.
    Column("slot", String(80), nullable=False),
    PrimaryKeyConstraint("force", "id"),
    UniqueConstraint("force", "slot"),
)
Index("ix_breach_draft_order", breach_draft.c.force, breach_draft.c.order_id)

# A record has the id of its draft, so that one draft can become one record only.
breach = Table(
    "breach",
    metadata,
    Column("force", String(40), nullable=False),
    Column("id", Id, nullable=False),
    Column("reference", String(12), nullable=False),
    Column("order_id", Id, nullable=False),
    Column("order_version", Integer, nullable=False),
    Column("recorded_by", Id, nullable=False),
    Column("recorder", String(200), nullable=False),
    Column("recorded_at", Moment, nullable=False),
    Column("happened_on", Date),
    # The last day of a time that spans several, so that records of the same days are found without opening the answers.
    Column("ended_on", Date),
    Column("states", String(60), nullable=False),
    Column("answers", LargeBinary, nullable=False),
    # Whoever gave an answer, so that nobody is offered a sign-off of their own words.
    Column("answered_by", Text, nullable=False, server_default=text("''")),
    # Whether it tells of earlier breaches that nobody had reported, so that a pattern is reckoned without opening the answers.
    Column("unreported", Boolean, nullable=False, server_default=false()),
    Column("risk_tool", String(20), nullable=False, server_default=text("''")),
    PrimaryKeyConstraint("force", "id"),
    UniqueConstraint("force", "reference"),
)
Index("ix_breach_order", breach.c.force, breach.c.order_id, breach.c.happened_on)
