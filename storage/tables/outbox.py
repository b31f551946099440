"""Reminders on their way: the rows that are the schedule."""

from sqlalchemy import Boolean, Column, Index, Integer, PrimaryKeyConstraint, SmallInteger, String, Table, UniqueConstraint, literal_column

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
# Most rows are done with: the indexes of what is to be done hold those that are not, and a row leaves them for good.
_PENDING = outbox.c.state == literal_column("'pending'")
_LIVE = outbox.c.state.in_([literal_column("'pending'"), literal_column("'leased'"), literal_column("'sending'")])
_WITHOUT_CHAT = _PENDING & (outbox.c.error == literal_column("'no_conversation'"))
_HELD = outbox.c.lease_until.is_not(None)
_SENT = outbox.c.state == literal_column("'sent'")
Index("ix_outbox_next", outbox.c.force, outbox.c.urgency, outbox.c.next_at, sqlite_where=_PENDING, postgresql_where=_PENDING)
Index("ix_outbox_due", outbox.c.force, outbox.c.due_at, sqlite_where=_LIVE, postgresql_where=_LIVE)
Index("ix_outbox_lease", outbox.c.force, outbox.c.lease_until, sqlite_where=_HELD, postgresql_where=_HELD)
# What an officer was told of, and what has not been seen.
Index("ix_outbox_told", outbox.c.force, outbox.c.recipient, outbox.c.sent_at, sqlite_where=_SENT, postgresql_where=_SENT)
Index("ix_outbox_without_chat", outbox.c.force, outbox.c.recipient, sqlite_where=_WITHOUT_CHAT, postgresql_where=_WITHOUT_CHAT)
